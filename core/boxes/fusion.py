# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes of several looks at one tile: those of one object become one, sure if all looks found it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .boxes import normalise, polygons
from .overlap import iou as iou_of
from .suppression import suppress

Floats = NDArray[np.float64]
BOX = 5
SAME = 0.5
"""IoU from which two looks' boxes are of one object."""


def fuse(looks: Sequence[Floats], least: float = 1e-3) -> Floats:
    """One row an object, of rows (R, 5 + K) of each look: boxes averaged by score, scores averaged over all looks.

    A look that did not find the object counts with score 0. Rows that score less than `least` are left out.
    """
    import shapely

    kept = [_alone(rows, least) for rows in looks]
    rows = np.concatenate(kept)
    which = np.repeat(np.arange(len(kept)), [len(part) for part in kept])
    best = rows[:, BOX:].max(axis=1, initial=0)
    leaders = suppress(rows[:, :BOX], best, SAME)
    if not len(leaders):
        return rows[:0]
    tree = shapely.STRtree(polygons(rows[leaders, :BOX]))
    member, place = tree.query(polygons(rows[:, :BOX]))
    leader = leaders[place]
    same = iou_of(rows[member, :BOX], rows[leader, :BOX]) >= SAME
    member, leader = member[same], leader[same]
    return np.stack([_fused(rows, which, best, member[leader == one], one, len(looks)) for one in leaders])


def _alone(rows: Floats, least: float) -> Floats:
    """A look's own boxes, each object once."""
    usable = rows[np.isfinite(rows).all(axis=1) & (rows[:, BOX:].max(axis=1, initial=0) >= least)]
    alone: Floats = usable[suppress(usable[:, :BOX], usable[:, BOX:].max(axis=1, initial=0), SAME)]
    return alone


def _fused(
    rows: Floats, which: NDArray[np.int64], best: Floats, members: NDArray[np.int64], leader: int, looks: int
) -> Floats:
    members = members[np.argsort(-best[members], kind="stable")]
    members = members[np.unique(which[members], return_index=True)[1]]  # of each look the surest
    boxes, weights = rows[members, :BOX], best[members] / best[members].sum()
    # Angles are of lines, so twice the angle is averaged; a look may have taken the other side for the longer one.
    turn = np.round((boxes[:, 4] - rows[leader, 4]) / (np.pi / 2)) % 2 == 1
    boxes = np.where(turn[:, None], boxes[:, [0, 1, 3, 2, 4]] + [0, 0, 0, 0, np.pi / 2], boxes)
    double = 2 * boxes[:, 4]
    angle = np.arctan2(weights @ np.sin(double), weights @ np.cos(double)) / 2
    box = np.append(weights @ boxes[:, :4], angle)
    return np.concatenate([normalise(box[None])[0], rows[members, BOX:].sum(axis=0) / looks])
