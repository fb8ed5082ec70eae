# SPDX-License-Identifier: GPL-3.0-or-later
"""How often each probability occurs in view, with the threshold to be dragged.

QGIS's own histogram widget reads the raster on the main thread and knows no threshold.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QWidget

from ....styling import CHANGE_COLOUR

HEIGHT = 90
DARK = 127
"""Lightness, 0 to 255, up to which a ground is dark."""
BELOW = "#9db4c8"


class Histogram(QWidget):
    thresholdDragged = pyqtSignal(float)  # noqa: N815
    """0..1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = ()
        self._threshold = 0.5
        self.setMinimumHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def set_counts(self, counts: Sequence[int]) -> None:
        """In equal steps from 0 to 1."""
        self._counts = tuple(counts)
        self.update()

    def set_threshold(self, threshold: float) -> None:
        self._threshold = threshold
        self.update()

    def mousePressEvent(self, event: Any) -> None:  # noqa: N802
        self.thresholdDragged.emit(min(max(event.pos().x() / max(self.width(), 1), 0.0), 1.0))

    mouseMoveEvent = mousePressEvent  # noqa: N815

    def _line_colour(self) -> QColor:
        """Seen on the ground that is drawn: themes that are style sheets leave the palette's text as it was."""
        return QColor("black" if self.palette().color(QPalette.ColorRole.Base).lightness() > DARK else "white")

    def paintEvent(self, event: Any) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        # Most pixels do not change at all: logarithms let the others be seen.
        heights = [math.log1p(count) for count in self._counts]
        highest = max(heights, default=0.0)
        if highest > 0:
            step = self.width() / len(heights)
            for index, height in enumerate(heights):
                above = (index + 0.5) / len(heights) > self._threshold
                tall = height / highest * (self.height() - 4)
                bar = QRectF(index * step, self.height() - tall, max(step - 1, 1), tall)
                painter.fillRect(bar, QColor(CHANGE_COLOUR if above else BELOW))
        x = round(self._threshold * (self.width() - 1))
        painter.setPen(QPen(self._line_colour(), 2))
        painter.drawLine(x, 0, x, self.height())
        painter.end()
