# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels and tables of a report's layout. Millimetres from the top left corner of the first page."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsTableCell,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from .... import compat
from .tables import Table

BLACK, GREY, BLUE = QColor("#000000"), QColor("#555555"), QColor("#2c6fb3")
TALLEST = 240.0
Box = Sequence[float]
"""Left, top, width, height."""


def text_format(size: float, colour: QColor = BLACK, bold: bool = False) -> QgsTextFormat:
    font = QFont("sans-serif")
    font.setBold(bold)
    form = QgsTextFormat()
    form.setFont(font)
    form.setSize(size)
    form.setColor(colour)
    return form


def place(layout: QgsPrintLayout, item: QgsLayoutItem, box: Box) -> None:
    layout.addLayoutItem(item)
    item.attemptSetSceneRect(QRectF(*box))


def label(
    layout: QgsPrintLayout, text: str, box: Box, size: float, colour: QColor = BLACK, bold: bool = False
) -> QgsLayoutItemLabel:
    item = QgsLayoutItemLabel(layout)
    item.setText(text.replace("[%", "[ %"))  # which would start an expression
    compat.label_text(item, text_format(size, colour, bold))
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    item.setMarginX(0)
    item.setMarginY(0)
    place(layout, item, box)
    return item


def table(layout: QgsPrintLayout, content: Table, x: float, y: float, width: float) -> tuple[QgsLayoutItem, float]:
    """Its frame and its height."""
    item = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(item)
    first = width * (0.27 if content.heads else 0.4)
    rest = len(content.heads or content.rows[0]) - 1
    item.setContentTextFormat(text_format(7.5))
    item.setCellMargin(0.6)
    item.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    item.setVerticalGrid(False)
    item.setGridColor(QColor("#cccccc"))
    item.setGridStrokeWidth(0.15)
    rows = [[_cell(text, i, True) for i, text in enumerate(content.heads)]] if content.heads else []
    rows += [[_cell(text, i, bool(content.heads)) for i, text in enumerate(row)] for row in content.rows]
    if content.heads:
        for cell in rows[0]:
            cell.setBackgroundColor(QColor("#e8eef5"))
    item.setTableContents(rows)
    item.setColumnWidths([each - 1.2 for each in (first, *[(width - first) / rest] * rest)])
    frame = QgsLayoutFrame(layout, item)
    item.addFrame(frame)
    return frame, _fit(item, frame, (x, y, width + 0.5))


def _fit(item: QgsLayoutItemManualTable, frame: QgsLayoutFrame, corner: Sequence[float]) -> float:
    """Makes the frame as high as the table and returns that: the table only tells whether it fits."""
    low, high = 0.0, TALLEST
    x, y, width = corner
    while high - low > 0.2:
        height = (low + high) / 2
        frame.attemptSetSceneRect(QRectF(x, y, width, height))
        item.recalculateTableSize()
        if item.totalSize().height() > height + 1e-6:
            low = height
        else:
            high = height
    frame.attemptSetSceneRect(QRectF(x, y, width, high))
    return high


def _cell(text: str, column: int, numbers: bool) -> QgsTableCell:
    cell = QgsTableCell(text)
    right = numbers and column > 0
    cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    return cell
