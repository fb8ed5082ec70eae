# SPDX-License-Identifier: GPL-3.0-or-later
"""Raster parameters whose layers are opened unstyled: qgis_process asks them before it asks the tool."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)

from ...engine.layers.unstyled import open_unstyled


class RasterParameter(QgsProcessingParameterRasterLayer):
    def checkValueIsAcceptable(self, value: Any, context: QgsProcessingContext | None = None) -> bool:  # noqa: N802
        if context is not None:
            open_unstyled(value, context)
        return super().checkValueIsAcceptable(value, context)


class RastersParameter(QgsProcessingParameterMultipleLayers):
    def checkValueIsAcceptable(self, value: Any, context: QgsProcessingContext | None = None) -> bool:  # noqa: N802
        if context is not None:
            for part in value if isinstance(value, (list, tuple)) else [value]:
                open_unstyled(part, context)
        return super().checkValueIsAcceptable(value, context)
