# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps inside the QGIS desktop, with time to draw between them: what all scripts that take pictures share."""

from collections.abc import Iterator

from qgis.PyQt.QtCore import QTimer


def play(steps: Iterator[object], pause: int) -> None:
    """Goes on to the next `yield` every `pause` milliseconds, to the end."""

    def go_on() -> None:
        if next(steps, StopIteration) is not StopIteration:
            QTimer.singleShot(pause, go_on)

    QTimer.singleShot(pause, go_on)
