# SPDX-License-Identifier: GPL-3.0-or-later
"""Detections against references: which are right, and the figures that follow.

Shapes are valid shapely polygons, so that boxes (through `boxes.polygons`) and outlines are judged
alike. Images are matched one by one; outcomes and scores of many are concatenated before the curve.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Literal

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from .overlap import ROUNDING, Figures, Indices, PolygonOverlap

Rule = Literal["voc07", "voc12"]
BLOCK = 1024
"""Detections compared at a time."""


class Outcome(IntEnum):
    """What a detection is."""

    WRONG = 0
    RIGHT = 1
    IGNORED = 2
    """It lies on a difficult reference: neither right nor wrong."""


@dataclass(frozen=True)
class Matches:
    """Detections in the order in which they were given."""

    outcomes: NDArray[np.int8]
    """(N,) values of Outcome."""
    references: Indices
    """(N,) index of the reference that is overlapped most, -1 for wrong detections."""
    ious: Figures
    """(N,) IoU with it, 0 for wrong detections."""
    missed: NDArray[np.bool_]
    """(M,) references that count and were not found."""


@dataclass(frozen=True)
class Curve:
    """One point for each distinct score, falling: the figures of the detections with that score or more."""

    scores: Figures
    precision: Figures
    recall: Figures
    """NaN where there are no references."""


@dataclass(frozen=True)
class Accuracy:
    """Shares from 0 to 1."""

    precision: float
    recall: float
    f1: float
    ap: float
    """Average precision over all scores; NaN without references, so that a mean over classes can leave it out."""


def match(
    detections: ArrayLike,
    scores: ArrayLike,
    references: ArrayLike,
    iou: float = 0.5,
    classes: tuple[ArrayLike, ArrayLike] | None = None,
    difficult: ArrayLike | None = None,
    check: Callable[[], None] = lambda: None,
) -> Matches:
    """Judges each detection (N,) by the reference (M,) that it overlaps most, as PASCAL VOC does.

    It is right when their IoU is `iou` (0 < iou <= 1) or more and no detection with a higher score, or
    of equal scores none before it, has the same reference; a NaN is the lowest score. So a duplicate
    is wrong, even where it overlaps another reference less. Any number of detections may lie on a
    `difficult` reference (M,). With `classes`, those of the detections and those of the references,
    only references of a detection's own class count. `check` may raise to end the work.

    Raises:
        ValueError: `iou` is out of range.
    """
    if not 0 < iou <= 1:
        raise ValueError(f"an IoU threshold lies above 0 and is at most 1, not {iou}")
    found, wanted = (np.asarray(shapes, object).reshape(-1) for shapes in (detections, references))
    hard = np.zeros(len(wanted), bool) if difficult is None else np.asarray(difficult, bool)
    i, j, ious = _pairs(found, wanted, iou, classes, check)
    rank = np.empty(len(found), np.int64)
    rank[np.argsort(-np.asarray(scores, np.float64), kind="stable")] = np.arange(len(found))
    order = np.lexsort((j, -ious, rank[i]))
    best = order[_first(rank[i][order])]
    first = best[_first(j[best])]
    settled = np.union1d(first, best[hard[j[best]]])
    i, j, ious = i[settled], j[settled], ious[settled]
    outcomes, chosen, value = np.zeros(len(found), np.int8), np.full(len(found), -1), np.zeros(len(found))
    outcomes[i] = np.where(hard[j], Outcome.IGNORED, Outcome.RIGHT)
    chosen[i], value[i] = j, ious
    missed = ~hard
    missed[j] = False
    return Matches(outcomes, chosen, value, missed)


def _first(values: Indices) -> Indices:
    """Where each value comes first, by rising value."""
    return np.unique(values, return_index=True)[1]


def _pairs(
    found: NDArray[Any],
    wanted: NDArray[Any],
    iou: float,
    classes: tuple[ArrayLike, ArrayLike] | None,
    check: Callable[[], None],
) -> tuple[Indices, Indices, Figures]:
    """Detections, references and IoU of the pairs of one class that overlap enough."""
    names = [np.zeros(len(x)) for x in (found, wanted)] if classes is None else [np.asarray(x) for x in classes]
    labels = np.unique(np.concatenate(names), return_inverse=True)[1].reshape(-1)
    tree, overlap = shapely.STRtree(wanted), PolygonOverlap(found, wanted)
    parts = [(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))]
    for start in range(0, len(found), BLOCK):
        check()
        i, j = tree.query(found[start : start + BLOCK])
        i += start
        same = labels[i] == labels[len(found) + j]
        i, j = i[same], j[same]
        ious = overlap(i, j, iou)
        enough = ious >= iou - ROUNDING
        parts.append((i[enough], j[enough], ious[enough]))
    i, j, ious = (np.concatenate(columns) for columns in zip(*parts))
    return i, j, ious


def precision_recall(outcomes: ArrayLike, scores: ArrayLike, references: int) -> Curve:
    """The curve of detections (N,), in any order, of one class against that many references that count.

    `outcomes` are values of Outcome; ignored detections are left out. Detections of one score come
    together: which of them is named first changes nothing.
    """
    counted = np.asarray(outcomes) != Outcome.IGNORED
    falling = -np.asarray(scores, np.float64)[counted]
    order = np.argsort(falling, kind="stable")
    ranked = -np.where(np.isnan(falling), np.inf, falling)[order]
    right = np.cumsum((np.asarray(outcomes)[counted] == Outcome.RIGHT)[order])
    ends = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], [True] * (len(ranked) > 0)))
    recall = right[ends] / references if references else np.full(len(ends), np.nan)
    return Curve(ranked[ends], right[ends] / (ends + 1), recall)


def average_precision(recall: ArrayLike, precision: ArrayLike, rule: Rule = "voc12") -> float:
    """One figure for a curve of rising recall; NaN where the recall is.

    Of the best precision at a recall or beyond it, "voc12" takes the mean over all recalls (the area
    under it), "voc07" the mean over the recalls 0, 0.1 ... 1 (PASCAL VOC 2012 and 2007, Everingham et al.).

    Raises:
        ValueError: there is no such rule.
    """
    recall, precision = np.asarray(recall, np.float64), np.asarray(precision, np.float64)
    best = np.append(np.maximum.accumulate(precision[::-1])[::-1], 0)  # none beyond the last recall
    if np.isnan(recall).any():
        return float("nan")
    if rule == "voc12":
        return float((np.diff(recall, prepend=0) * best[:-1]).sum())
    if rule == "voc07":
        return float(best[np.searchsorted(recall, np.arange(11) / 10)].mean())
    raise ValueError(f"average precision is by voc07 or voc12, not {rule}")


def accuracy(
    outcomes: ArrayLike, scores: ArrayLike, references: int, threshold: float = 0.0, rule: Rule = "voc12"
) -> Accuracy:
    """The figures of one class: average precision, and the rest of detections with `threshold` or more.

    Precision, recall and F1 are 0 where they are undefined.
    """
    shown = np.asarray(outcomes)[np.asarray(scores, np.float64) >= threshold]
    right, wrong = int((shown == Outcome.RIGHT).sum()), int((shown == Outcome.WRONG).sum())
    curve = precision_recall(outcomes, scores, references)
    return Accuracy(
        precision=right / max(right + wrong, 1),
        recall=right / max(references, 1),
        f1=2 * right / max(right + wrong + references, 1),
        ap=average_precision(curve.recall, curve.precision, rule) if references else float("nan"),
    )
