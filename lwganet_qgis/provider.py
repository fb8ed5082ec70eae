# SPDX-License-Identifier: GPL-3.0-or-later
"""The Processing provider `lwganet`."""

from __future__ import annotations

from importlib import import_module

from qgis.core import QgsProcessingAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from . import processing_settings
from .algorithms import TOOLS
from .engine.offer import offer
from .icons import icon, icon_path


def _algorithm(tool: str) -> type[QgsProcessingAlgorithm]:
    file, _, name = tool.partition(".")
    return getattr(import_module(f"{__package__}.algorithms.{file}"), name)


ALGORITHMS = tuple(_algorithm(tool) for tool in TOOLS)  # here, so that one that cannot be loaded stops the plugin


class LwganetProvider(QgsProcessingProvider):
    def id(self) -> str:
        return "lwganet"

    def name(self) -> str:
        return "LWGANet"

    def longName(self) -> str:  # noqa: N802
        return self.tr("LWGANet remote-sensing networks")

    def icon(self) -> QIcon:
        return icon("lwganet")

    def svgIconPath(self) -> str:  # noqa: N802
        return icon_path("lwganet")

    def warningMessage(self) -> str:  # noqa: N802
        """Why no engine was found the last time; asked often, so nothing is tried here."""
        return offer.reason

    def supportedOutputRasterLayerExtensions(self) -> list[str]:  # noqa: N802
        return ["tif"]

    def load(self) -> bool:
        processing_settings.add()
        return super().load()

    def unload(self) -> None:
        processing_settings.remove()
        super().unload()

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
