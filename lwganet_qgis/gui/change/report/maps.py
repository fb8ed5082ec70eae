# SPDX-License-Identifier: GPL-3.0-or-later
"""The maps of a report: where they lie on the page, and what goes with them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .... import compat
from ....numbers import shown
from ....texts import tr
from .drawing import GREY, Box, label, place, text_format

LEFT, WIDTH, GAP = 12.0, 186.0, 6.0
CAPTION, GRATICULE = 5.0, 4.0
"""Heights of what lies over and under a map."""
SIDE = 40.0
"""Width beside the map of change, for legend and scale."""
LINES = 4
"""Of the graticule, at least, along the longer side."""
NORTH_ARROW = ":/images/north_arrows/layout_default_north_arrow.svg"


def boxes(shape: float, top: float, room: float) -> tuple[Box, Box, Box]:
    """Of the maps before, after and change, in `room` mm from `top`; `shape` is height by width of what they show.

    Beside each other or all one above the other: as shows more.
    """
    half, wide = (WIDTH - GAP) / 2, WIDTH - SIDE
    over = CAPTION + GRATICULE
    beside = min(1.0, (room - 2 * over) / (shape * (half + wide)))
    above = min(1.0, (room - 3 * over) / (3 * shape * wide))
    if half**2 * 2 * beside**2 + (wide * beside) ** 2 >= 3 * (wide * above) ** 2:
        pair, change = half * beside, wide * beside
        y = top + CAPTION
        lower = y + pair * shape + over
        second = LEFT + half + GAP
        return ((LEFT, y, pair, pair * shape), (second, y, pair, pair * shape), (LEFT, lower, change, change * shape))
    width = wide * above
    rows = [top + CAPTION + row * (width * shape + over) for row in range(3)]
    first, second_, third = ((LEFT, y, width, width * shape) for y in rows)
    return first, second_, third


def add_map(
    layout: QgsPrintLayout, caption: str, layers: Sequence[QgsMapLayer | None], extent: QgsRectangle, box: Box
) -> QgsLayoutItemMap:
    x, y, width, _height = box
    label(layout, caption, (x, y - CAPTION + 0.3, max(width, 90.0), CAPTION), 8, bold=True)
    item = QgsLayoutItemMap(layout)
    place(layout, item, box)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(GREY)
    item.setBackgroundColor(QColor("#f4f4f4"))
    show(item, layers, extent)
    return item


def show(item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer | None], extent: QgsRectangle) -> None:
    item.setLayers([layer for layer in layers if layer is not None])
    item.setKeepLayerSet(True)
    shape = item.rect()
    pixel = max(extent.width() / shape.width(), extent.height() / shape.height())
    wanted = QgsRectangle.fromCenterAndSize(extent.center(), pixel * shape.width(), pixel * shape.height())
    item.setExtent(wanted)  # of the item's own shape, which stays so


def add_graticule(item: QgsLayoutItemMap) -> None:
    """Crosses, with coordinates at the left and below."""
    extent = item.extent()
    step = nice(max(extent.width(), extent.height()) / LINES)
    grid = QgsLayoutItemMapGrid("", item)
    grid.setIntervalX(step)
    grid.setIntervalY(step)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Cross)
    grid.setCrossLength(2.0)
    grid.setAnnotationEnabled(True)
    grid.setAnnotationTextFormat(text_format(5, GREY))
    grid.setAnnotationFrameDistance(0.6)
    grid.setAnnotationPrecision(max(0, -math.floor(math.log10(step))))
    hidden = QgsLayoutItemMapGrid.DisplayMode.HideAll
    grid.setAnnotationDisplay(hidden, QgsLayoutItemMapGrid.BorderSide.Right)
    grid.setAnnotationDisplay(hidden, QgsLayoutItemMapGrid.BorderSide.Top)
    grid.setAnnotationDirection(
        QgsLayoutItemMapGrid.AnnotationDirection.Vertical, QgsLayoutItemMapGrid.BorderSide.Left
    )
    item.grids().addGrid(grid)


def nice(length: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not longer."""
    power = 10.0 ** math.floor(math.log10(length))
    return next(power * step for step in (5.0, 2.0, 1.0) if power * step <= length * (1 + 1e-9))


def add_legend(layout: QgsPrintLayout, changes: QgsVectorLayer, beside: QgsLayoutItemMap) -> None:
    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    QgsLegendRenderer.setNodeLegendStyle(root.addLayer(changes), QgsLegendStyle.Style.Hidden)
    compat.legend_text(legend, QgsLegendStyle.Style.SymbolLabel, text_format(8))
    legend.rstyle(QgsLegendStyle.Style.Symbol).setMargin(QgsLegendStyle.Side.Top, 1.2)
    legend.setSymbolHeight(3)
    legend.setLinkedMap(beside)
    legend.setBoxSpace(0)
    place(layout, legend, (LEFT + WIDTH - SIDE + 4, beside.pos().y(), SIDE - 4, 20))


def add_scale(layout: QgsPrintLayout, beside: QgsLayoutItemMap, at: float) -> None:
    """North arrow, scale as a number and as a bar, from `at` mm downwards."""
    x = LEFT + WIDTH - SIDE + 4
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(NORTH_ARROW)
    arrow.setLinkedMap(beside)
    arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    place(layout, arrow, (x, at, 7, 8))
    scale = tr("Scale 1 : {}").format(shown(float(f"{beside.scale():.3g}")))
    label(layout, scale, (x + 9, at + 2.5, SIDE - 13, 4), 7.5)
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setLinkedMap(beside)
    bar.setStyle("Single Box")
    bar.applyDefaultSize(bar.guessUnits())
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(2)
    bar.setBoxContentSpace(0)
    bar.setMaximumBarWidth(30)
    bar.setTextFormat(text_format(7))
    bar.attemptMove(QgsLayoutPoint(x, at + 10))
    bar.update()
