# SPDX-License-Identifier: GPL-3.0-or-later
"""Life of the plugin. qgis_process calls initProcessing alone, the desktop initGui."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication

from .provider import LwganetProvider


class LwganetPlugin:
    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.provider: LwganetProvider | None = None

    def initProcessing(self) -> None:  # noqa: N802
        if self.provider is None:
            self.provider = LwganetProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802
        self.initProcessing()

    def unload(self) -> None:
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
