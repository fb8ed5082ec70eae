# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows that are never larger than what the screen has room for. In logical pixels."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRect, QSize
from qgis.PyQt.QtWidgets import QWidget

SHARE = 0.92
"""Of the room, for a window that is opened for the first time: its frame needs some."""


def fitted(wanted: QSize, room: QRect) -> QRect:
    """In the middle of the room, and not larger than it."""
    size = wanted.boundedTo(room.size() * SHARE)
    corner = room.center() - QRect(room.topLeft(), size).center()
    return QRect(room.topLeft() + corner, size)


def fit(window: QWidget, wanted: QSize) -> None:
    """On the screen of the window it belongs to."""
    window.setGeometry(fitted(wanted, (window.parentWidget() or window).screen().availableGeometry()))


def keep_inside(window: QWidget) -> None:
    """Where a screen has become smaller since the window's place was kept."""
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    if window.isMaximized() or room.contains(frame):
        return
    inner, edge = window.geometry(), frame.size() - window.geometry().size()
    size = inner.size().boundedTo(room.size() - edge)
    window.resize(size)
    left = min(max(frame.left(), room.left()), room.right() + 1 - size.width() - edge.width())
    top = min(max(frame.top(), room.top()), room.bottom() + 1 - size.height() - edge.height())
    window.move(left, top)
