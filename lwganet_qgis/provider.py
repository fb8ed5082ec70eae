# SPDX-License-Identifier: GPL-3.0-or-later
"""The Processing provider `lwganet`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.accuracy import DetectionAccuracy
from .algorithms.change import DetectChange
from .algorithms.change_polygons import ChangePolygons
from .algorithms.change_series import ChangeSeries
from .algorithms.classify import ClassifyScenes
from .algorithms.detect import DetectObjects
from .algorithms.importing import ImportCheckpoint
from .algorithms.pair import CheckPair
from .algorithms.segment import SegmentImage
from .algorithms.suppress import NonMaximumSuppression
from .icons import icon, icon_path

ALGORITHMS = (
    ClassifyScenes, SegmentImage, DetectChange, ChangePolygons, ChangeSeries, CheckPair, DetectObjects,
    NonMaximumSuppression, DetectionAccuracy, ImportCheckpoint,
)  # fmt: skip


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

    def supportedOutputRasterLayerExtensions(self) -> list[str]:  # noqa: N802
        return ["tif"]

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
