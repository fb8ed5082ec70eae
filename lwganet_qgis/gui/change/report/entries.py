# SPDX-License-Identifier: GPL-3.0-or-later
"""The accepted changes one by one: what is said of each, and where its two pictures are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsRectangle, QgsVector

from ....numbers import shown
from ....texts import tr
from ..review.changes import Change, Verdict
from ..review.store import ReviewStore
from .tables import AreaUnit

MOST = 60
"""That get pictures and a place in the list, the largest first; all are in the files."""
AROUND = 2.2
"""How much larger than its change a picture is."""


@dataclass(frozen=True)
class Entry:
    change: Change
    shape: QgsGeometry
    place: QgsRectangle
    """What its pictures show: a square."""

    @property
    def fid(self) -> int:
        return self.change.fid

    def lines(self, unit: AreaUnit) -> list[str]:
        """The first names it."""
        change, middle = self.change, self.place.center()
        said = [tr("No. {}: {}").format(change.fid, unit.text(change.area))]
        said.append(tr("Probability {}").format(shown(change.probability, 2)))
        said.append(tr("At {}").format(f"{shown(middle.x(), 1)}; {shown(middle.y(), 1)}"))
        if change.reviewer or change.reviewed:
            said.append(", ".join(part for part in (change.reviewer, change.reviewed[:10]) if part))
        return said


def accepted(store: ReviewStore, whole: QgsRectangle | None = None) -> list[Entry]:
    """The largest first, at most MOST; pictures stay inside the `whole` where that is large enough."""
    found = [change for change in store.changes() if change.verdict is Verdict.ACCEPTED]
    found.sort(key=lambda change: (-change.area, change.fid))
    entries = []
    for change in found[:MOST]:
        shape = store.geometry(change.fid)
        if not shape.isNull():
            place = _square(shape.boundingBox(), store.pixel_area**0.5)
            entries.append(Entry(change, shape, place if whole is None else _moved_into(place, whole)))
    return entries


def left_out(store: ReviewStore, entries: Sequence[Entry]) -> int:
    return store.counts()[Verdict.ACCEPTED] - len(entries)


def _square(box: QgsRectangle, pixel: float) -> QgsRectangle:
    side = max(AROUND * max(box.width(), box.height()), 24 * pixel)
    return QgsRectangle.fromCenterAndSize(box.center(), side, side)


def _moved_into(place: QgsRectangle, whole: QgsRectangle) -> QgsRectangle:
    side = min(place.width(), max(whole.width(), whole.height()))
    moved = QgsRectangle.fromCenterAndSize(place.center(), side, side)
    for low, high, least, most, across in (
        (moved.xMinimum(), moved.xMaximum(), whole.xMinimum(), whole.xMaximum(), True),
        (moved.yMinimum(), moved.yMaximum(), whole.yMinimum(), whole.yMaximum(), False),
    ):
        step = (least + most - low - high) / 2 if most - least < side else max(least - low, min(0.0, most - high))
        moved += QgsVector(step, 0.0) if across else QgsVector(0.0, step)
    return moved
