# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found of the pair, a sentence a line, and which way the images lie apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import Any

from qgis.PyQt.QtCore import QPointF, QSize
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..comparison.pair import Finding, Level, Measured

SIGNS = {
    Level.GOOD: ("✔", "#1a7f37"), Level.NOTE: ("ℹ", "#1f6feb"), Level.WARNING: ("⚠", "#b35900"),
    Level.ERROR: ("✖", "#c62828"),
}  # fmt: skip
SIDE = 44
"""Pixels of the arrow's square."""


class Arrow(QWidget):
    """The way of the correction, north up; its length is not to scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way: tuple[float, float] | None = None
        self.setFixedSize(QSize(SIDE, SIDE))

    def set_way(self, way: tuple[float, float] | None) -> None:
        """East and north; None hides it."""
        self._way = way
        self.setVisible(way is not None)
        self.update()

    def paintEvent(self, event: Any) -> None:  # noqa: N802
        if self._way is None:
            return
        angle = math.atan2(-self._way[1], self._way[0])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(SIDE / 2, SIDE / 2)
        painter.rotate(math.degrees(angle))
        painter.setPen(QPen(QColor(SIGNS[Level.WARNING][1]), 3))
        painter.setBrush(QColor(SIGNS[Level.WARNING][1]))
        reach = SIDE / 2 - 5
        painter.drawLine(QPointF(-reach, 0), QPointF(reach - 8, 0))
        painter.drawPolygon(QPolygonF([QPointF(reach, 0), QPointF(reach - 11, -6), QPointF(reach - 11, 6)]))
        painter.end()


class FindingsView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.arrow = QLabel(self), Arrow(self)
        self.text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.arrow)
        self.arrow.set_way(None)

    def show_findings(self, findings: Sequence[Finding], measured: Measured | None) -> None:
        lines = []
        for finding in sorted(findings, key=lambda f: -f.level):
            sign, colour = SIGNS[finding.level]
            lines.append(f'<p style="margin:2px"><span style="color:{colour}">{sign}</span> {escape(finding.text)}</p>')
        self.text.setText("".join(lines))
        self.arrow.set_way(measured.shift if measured is not None and measured.shifted else None)
