# SPDX-License-Identifier: GPL-3.0-or-later
"""The pixels of a copy: on the layer's own grid where it has one, so that nothing is resampled."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from qgis.core import QgsDistanceArea, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle

from ...core.errors import InputError
from ...texts import tr

LARGEST = 40_000
"""Longest side of a copy in pixels: what lies above was asked for by mistake."""
WHOLE = 1 << 26
"""Layers of so many pixels are copied as a whole, whatever is wanted of them."""


@dataclass(frozen=True)
class CopyGrid:
    """North-up pixels in the layer's CRS. `column` and `row` count from the layer's top left corner."""

    origin: QgsPointXY
    """The layer's top left corner."""
    x_step: float
    y_step: float
    column: int
    row: int
    width: int
    height: int
    all_columns: int
    """Pixels of the whole layer."""
    all_rows: int

    @property
    def stands_alone(self) -> bool:
        """Whether this is the whole layer, or part of one with more pixels than a raster can have."""
        return (self.width, self.height) == (self.all_columns, self.all_rows) or not self._countable

    @property
    def _countable(self) -> bool:
        return max(self.all_columns, self.all_rows) < 2**31

    @property
    def geotransform(self) -> tuple[float, float, float, float, float, float]:
        bounds = self.bounds(0, 0, self.width, self.height)
        return bounds.xMinimum(), self.x_step, 0.0, bounds.yMaximum(), 0.0, -self.y_step

    def bounds(self, column: int, row: int, width: int, height: int) -> QgsRectangle:
        """Of a part of the copy: where a service is asked for it, no pixel is a fraction off."""
        left, top = self.column + column, self.row + row
        return QgsRectangle(
            self.origin.x() + left * self.x_step, self.origin.y() - (top + height) * self.y_step,
            self.origin.x() + (left + width) * self.x_step, self.origin.y() - top * self.y_step,
        )  # fmt: skip

    def windows(self, side: int) -> Iterator[tuple[int, int, int, int]]:
        """(column, row, width, height) of the copy's parts, cut where the layer's grid is cut by `side`."""
        for top, bottom in _cuts(self.row, self.height, side):
            for left, right in _cuts(self.column, self.width, side):
                yield left, top, right - left, bottom - top


def _cuts(first: int, length: int, side: int) -> Iterator[tuple[int, int]]:
    """Half-open intervals from 0 to `length`, cut at multiples of `side` that are counted from -`first`."""
    start = 0
    while start < length:
        end = min(start + side - (first + start) % side, length)
        yield start, end
        start = end


def grid_of(layer: QgsRasterLayer, extent: QgsRectangle | None, gsd: float) -> CopyGrid:
    """The pixels that `extent` (layer CRS; None: all) touches; all, of a layer that is not large.

    Where the layer has no size of its own, the pixel is the one of its service's zoom levels that is
    nearest to `gsd` (ground metres), or that itself.

    Raises:
        InputError: the extent lies beside the layer, or is too large.
    """
    whole = layer.extent()
    wanted = whole if extent is None else extent.intersect(whole)
    if wanted.isEmpty() or not wanted.isFinite():
        raise InputError(tr("The extent does not touch {}; choose another EXTENT.").format(layer.name()))
    if 0 < layer.width() * layer.height() <= WHOLE:
        wanted = whole
    x_step, y_step = _steps(layer, wanted, gsd)
    sides = (whole.width(), x_step), (whole.height(), y_step)
    left = math.floor((wanted.xMinimum() - whole.xMinimum()) / x_step + 1e-6)
    top = math.floor((whole.yMaximum() - wanted.yMaximum()) / y_step + 1e-6)
    width = max(1, math.ceil((wanted.xMaximum() - whole.xMinimum()) / x_step - 1e-6) - left)
    height = max(1, math.ceil((whole.yMaximum() - wanted.yMinimum()) / y_step - 1e-6) - top)
    if max(width, height) > LARGEST:
        raise InputError(
            tr(
                "{} would be copied with {} x {} pixels; choose an EXTENT that is smaller (at most {} pixels a side)."
            ).format(layer.name(), width, height, LARGEST)
        )
    columns, rows = (max(1, math.ceil(side / step - 1e-6)) for side, step in sides)
    corner = QgsPointXY(whole.xMinimum(), whole.yMaximum())
    return CopyGrid(corner, x_step, y_step, left, top, width, height, columns, rows)


def widened(
    layer: QgsRasterLayer, extent: QgsRectangle, gsd: float, pixels: float, seen: float = 0.0
) -> QgsRectangle:
    """`extent` (layer CRS) and so many of the pixels that a copy has around it, as far as the layer goes.

    Args:
        gsd: metres of a copy's pixels, where the layer has none of its own.
        seen: metres that the pixels have at least.
    """
    whole = layer.extent()
    wanted = extent.intersect(whole)
    if wanted.isEmpty() or not wanted.isFinite():
        return extent
    x_step, y_step = _steps(layer, wanted, gsd)
    if seen:
        x_step, y_step = (max(step, _units(layer, wanted, seen)) for step in (x_step, y_step))
    return QgsRectangle(
        extent.xMinimum() - pixels * x_step, extent.yMinimum() - pixels * y_step,
        extent.xMaximum() + pixels * x_step, extent.yMaximum() + pixels * y_step,
    ).intersect(whole)  # fmt: skip


def _steps(layer: QgsRasterLayer, wanted: QgsRectangle, gsd: float) -> tuple[float, float]:
    whole = layer.extent()
    if layer.width() > 0 and layer.height() > 0:
        return whole.width() / layer.width(), whole.height() / layer.height()
    step = _units(layer, wanted, gsd)
    levels = [level for level in layer.dataProvider().nativeResolutions() if level > 0]
    step = min(levels, key=lambda level: abs(math.log(level / step)), default=step)
    return step, step


def _units(layer: QgsRasterLayer, wanted: QgsRectangle, metres: float) -> float:
    """`metres` on the ground, at the middle of `wanted`, in units of the layer's CRS."""
    if not layer.crs().isValid():
        return 1.0
    measure = QgsDistanceArea()
    measure.setEllipsoid(layer.crs().ellipsoidAcronym() or "EPSG:7030")
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    centre, step = wanted.center(), min(wanted.width(), wanted.height()) / 100.0
    length = measure.measureLine(QgsPointXY(centre), QgsPointXY(centre.x(), centre.y() + step))
    return metres * step / length
