# SPDX-License-Identifier: GPL-3.0-or-later
"""What another reviewer said of the same changes, in a copy of the review's file."""

from __future__ import annotations

from pathlib import Path

from ....core.errors import InputError
from ....texts import tr
from .changes import Polygon
from .store import ReviewStore


def opinions(store: ReviewStore, path: Path | str) -> dict[int, Polygon | None]:
    """What `ReviewStore.put` takes; changes whose outlines differ are left out. Raises InputError where the file is no
    copy of this review."""
    if Path(path).resolve() == store.path.resolve():
        raise InputError(tr("This is the review that is open; choose the other reviewer's copy of it."))
    other = ReviewStore.open(path)
    try:
        if other.created != store.created:
            raise InputError(tr("{} is another review; choose a copy of this one.").format(path))
        found: dict[int, Polygon | None] = {}
        for theirs in other.changes():
            ours = store.polygon(theirs.fid) if theirs.words else None
            if ours is None or not ours.shape.equals(other.geometry(theirs.fid)):
                continue
            joined = ours.change.joined(theirs.words)
            if joined != ours.change:
                found[theirs.fid] = Polygon(joined, ours.shape)
        return found
    finally:
        other.close()
