# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of tile and map services, read with patience.

QGIS says nothing of a tile that a service did not deliver: where it should be, the picture is
transparent, whether the answer was an error, garbage or none at all. So what is transparent as a
whole counts as not delivered.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from qgis.core import Qgis, QgsDataSourceUri, QgsPointXY, QgsRasterBlockFeedback, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QTimer

from ...core.errors import Cancelled, InputError
from ...texts import tr

TRIES = 3
PAUSE = 1.0
"""Seconds before the second try; before each further one twice as long."""
PATIENCE = 30.0
"""Seconds that a service may take for a window."""
TICK = 50
"""Milliseconds between two looks at the feedback while a service is waited for."""
TILE = 256
"""Side in pixels of an XYZ layer's tiles."""
PART = 64
"""Side of the parts that are looked at where a service's tiles begin anywhere."""
ENOUGH = 16
"""Parts that are asked for before a service is given up."""
NAMED = 3
"""Places that a message names."""


@dataclass
class Gaps:
    """What a service did not deliver."""

    accepted: bool = False
    parts: int = 0
    """Looked at, delivered or not."""
    places: list[QgsPointXY] = field(default_factory=list)
    """The middle of each part that is missing, in the layer's CRS."""

    @property
    def is_all(self) -> bool:
        return len(self.places) == self.parts

    @property
    def refused(self) -> bool:
        return bool(self.places) and (not self.accepted or self.is_all)

    def text(self, layer: QgsRasterLayer) -> str:
        """What is missing, how much of it and where."""
        places = "; ".join(f"{place.x():.10g} {place.y():.10g}" for place in self.places[:NAMED])
        if len(self.places) > NAMED:
            places += "; …"
        return tr("{} of {} tiles of {} were not delivered, or are empty, at {} ({}).").format(
            len(self.places), self.parts, layer.name(), places, layer.crs().authid()
        )

    def refuse(self, layer: QgsRasterLayer) -> InputError:
        advice = tr(
            "Try again later, choose an EXTENT farther away from them, or accept gaps (ACCEPT_GAPS), which are nodata "
            "then."
        )
        return InputError(f"{self.text(layer)} {advice}")


class ServiceReader:
    """Reads windows of a layer that only comes as pictures; in the thread that made it."""

    def __init__(self, layer: QgsRasterLayer, feedback: Any, gaps: Gaps) -> None:
        self._layer, self._feedback, self._gaps = layer, feedback, gaps
        self._provider = layer.dataProvider().clone()
        self._side = _part_of(layer)
        self._tries = TRIES

    def read(self, bounds: QgsRectangle, column: int, row: int, width: int, height: int) -> Any:
        """Red, green, blue and alpha (H, W, 4) of a window whose top left pixel is `column`, `row` of the
        layer's grid.

        Raises:
            InputError: nothing was delivered, and it is hopeless to go on.
            Cancelled: the feedback was cancelled, while waiting too.
        """
        rows, columns = _starts(row, height, self._side), _starts(column, width, self._side)
        for attempt in range(self._tries):
            if attempt:
                self._pause(PAUSE * 2 ** (attempt - 1))
            pixels, in_time = self._picture(bounds, width, height)
            shown = np.add.reduceat(pixels[:, :, 3] > 0, rows, axis=0, dtype=np.int64)
            delivered = np.add.reduceat(shown, columns, axis=1)
            missing = np.argwhere(delivered == 0)
            if not len(missing) or not in_time:
                break
        self._note(bounds, (rows, columns), missing, (height, width))
        nothing = len(missing) == delivered.size
        self._tries = 1 if nothing else TRIES
        if nothing and self._is_hopeless(in_time):
            raise self._gaps.refuse(self._layer)
        return pixels

    def _is_hopeless(self, in_time: bool) -> bool:
        """Whether to go on after a window of which nothing came would only take time."""
        if self._gaps.accepted:
            return not in_time and self._gaps.is_all and self._gaps.parts >= ENOUGH
        return not in_time or self._gaps.parts >= ENOUGH

    def _note(self, bounds: QgsRectangle, starts: Any, missing: Any, size: tuple[int, int]) -> None:
        """Adds the parts of a window to what is known of gaps."""
        rows, columns = ([*start, end] for start, end in zip(starts, size))
        x_step, y_step = bounds.width() / size[1], bounds.height() / size[0]
        self._gaps.parts += (len(rows) - 1) * (len(columns) - 1)
        for i, j in missing:
            x, y = (columns[j] + columns[j + 1]) / 2, (rows[i] + rows[i + 1]) / 2
            self._gaps.places.append(QgsPointXY(bounds.xMinimum() + x * x_step, bounds.yMaximum() - y * y_step))

    def _picture(self, bounds: QgsRectangle, width: int, height: int) -> tuple[Any, bool]:
        """Pixels (H, W, 4), and whether the service answered in time."""
        with _watched(self._feedback) as (request, late):
            block = self._provider.block(1, bounds, width, height, request)
            if self._feedback.isCanceled():
                raise Cancelled(tr("The run was cancelled."))
            # `data` points into the block, which must live until it is copied.
            data = bytes(block.data()) if block is not None and block.isValid() else bytes(4 * width * height)
            pixels = np.frombuffer(data, np.uint8).reshape(height, width, 4)  # blue, green, red, alpha in memory
            return _straight(pixels[:, :, (2, 1, 0, 3)], block), not late

    def _pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self._feedback.isCanceled():
                raise Cancelled(tr("The run was cancelled."))
            time.sleep(TICK / 1000)


def is_service(layer: QgsRasterLayer) -> bool:
    """Whether the layer comes as pictures."""
    return layer.dataProvider().dataType(1) in (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)


def _part_of(layer: QgsRasterLayer) -> int:
    """Side of the parts that a service delivers or not; 0: each window as a whole."""
    uri = QgsDataSourceUri()
    uri.setEncodedUri(layer.source())
    if layer.providerType() == "wms" and uri.param("type") == "xyz":
        return TILE
    return 0 if layer.providerType() == "wms" and not uri.hasParam("tileMatrixSet") else PART


def _starts(first: int, length: int, side: int) -> list[int]:
    """Where parts begin in a window whose first pixel is `first`; without a side, it is one part."""
    if not side:
        return [0]
    return [0, *range(-first % side or side, length, side)]


def _straight(pixels: Any, block: Any) -> Any:
    """Colours without their alpha multiplied in."""
    alpha = pixels[:, :, 3:]
    half = (alpha > 0) & (alpha < 255)
    if block.dataType() != Qgis.DataType.ARGB32_Premultiplied or not half.any():
        return pixels
    colours = np.minimum((pixels[:, :, :3] * np.uint16(255) + alpha // 2) // np.maximum(alpha, 1), 255).astype(np.uint8)
    return np.concatenate((np.where(half, colours, pixels[:, :, :3]), alpha), axis=2)


@contextmanager
def _watched(feedback: Any) -> Iterator[tuple[QgsRasterBlockFeedback, list[bool]]]:
    """What cancels a request when the run is cancelled, or when patience is at its end (the list then
    holds something).

    The provider waits in an event loop and keeps Python's lock meanwhile, so the timer also lets other
    threads have it.
    """
    request, late, started = QgsRasterBlockFeedback(), [], time.monotonic()

    def look() -> None:
        time.sleep(0.001)
        if time.monotonic() - started > PATIENCE:
            late.append(True)
        if late or feedback.isCanceled():
            request.cancel()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(TICK)
    try:
        yield request, late
    finally:
        timer.stop()
