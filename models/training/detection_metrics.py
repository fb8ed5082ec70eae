# SPDX-License-Identifier: GPL-3.0-or-later
"""Detecting over a whole image as the tools do, in tiles that share a margin, and measuring what was found."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window
from torch import Tensor

from ...core.boxes.accuracy import Outcome, Rule, accuracy, match
from ...core.boxes.boxes import polygons
from ...core.boxes.merging import Objects, merge, shown
from ...core.rasters.grid import Grid
from ...core.tiles.tiling import Tiling
from ...core.tiles.views import plan
from ..networks.layers import reflect_to
from .dataset import Predict
from .detection import DIFFICULT

FAINTEST = 0.05
"""Boxes that score less are no detections, as published."""
RULES: tuple[tuple[Rule, str], ...] = (("voc12", ""), ("voc07", "_voc07"))


class Detections(NamedTuple):
    boxes: NDArray[np.float64]
    """(n, 5)"""
    scores: NDArray[np.float64]
    classes: NDArray[np.int64]


def detect_image(predict: Predict, image: Tensor, size: int, overlap: int, iou: float) -> Detections:
    """Detections in an image (3, H, W) of 0..255, from tiles of `size` merged as the tools merge them.

    Beyond a small image a tile shows its mirror image, as there.
    """
    height, width = image.shape[1:]
    whole, grid = Window(0, 0, width, height), Grid(width, height, Affine.identity(), None)
    padded = reflect_to(image[None].float(), max(height, size), max(width, size))
    found = []
    for view in plan(Tiling(whole, size, overlap), whole, grid, (1.0,)):
        top, left = int(view.window.row_off), int(view.window.col_off)
        rows = predict(padded[:, :, top : top + size, left : left + size])[0].cpu().double().numpy()
        found.append(shown(rows, view, grid, FAINTEST, iou))
    objects = merge(Objects.joined(found), iou, lambda: None)
    return Detections(objects.boxes, objects.scores, objects.classes)


def judged(found: Detections, truth: Tensor) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Scores of detections, and whether each is right at an IoU of 0.5; those on difficult labels are left out."""
    rows = truth.double().numpy()
    known = np.where(rows[:, 5] == DIFFICULT, -1, rows[:, 5])
    outcomes = np.full(len(found.scores), int(Outcome.WRONG))
    for label in np.unique(found.classes):
        mine, theirs = np.flatnonzero(found.classes == label), (known == label) | (known == -1)
        shapes = polygons(found.boxes[mine]), found.scores[mine], polygons(rows[theirs, :5])
        outcomes[mine] = match(*shapes, iou=0.5, difficult=known[theirs] == -1).outcomes
    counted = outcomes != Outcome.IGNORED
    return found.scores[counted], (outcomes[counted] == Outcome.RIGHT).astype(np.int64)


def best_threshold(judged: tuple[NDArray[np.float64], NDArray[np.int64]], total: int) -> float:
    """The score, in steps of 0.05, from which on F1 is best; `total` objects are there."""
    scores, right = judged

    def f1(least: float) -> float:
        sure = scores >= least
        return 2 * float(right[sure].sum()) / max(int(sure.sum()) + total, 1)

    return max((round(0.05 * step, 2) for step in range(2, 19)), key=f1)


def figures(found: Detections, truth: Tensor, classes: int, threshold: float) -> dict[str, Any]:
    """Average precision, mean over classes, and precision and recall of all classes from `threshold` on.

    ``ap50`` and ``ap75`` are areas under the curve (as VOC 2012), with ``_voc07`` the mean of eleven points.

    Args:
        truth: (M, 6), as `detection` has it; finding a difficult box is neither right nor wrong.
    """
    rows = truth.double().numpy()
    precisions: dict[str, list[float]] = {}
    right, shown, sure = 0, 0, int((rows[:, 5] >= 0).sum())
    for label in range(classes):
        mine, theirs = found.classes == label, rows[(rows[:, 5] == label) | (rows[:, 5] == DIFFICULT)]
        scores, difficult = found.scores[mine], theirs[:, 5] == DIFFICULT
        shapes = polygons(found.boxes[mine]), scores, polygons(theirs[:, :5])
        for iou in (0.75, 0.5):
            outcomes = match(*shapes, iou=iou, difficult=difficult).outcomes
            for rule, name in RULES:
                precision = accuracy(outcomes, scores, int((~difficult).sum()), rule=rule).ap
                precisions.setdefault(f"ap{iou * 100:.0f}{name}", []).append(precision)
        right += int((outcomes[scores >= threshold] == Outcome.RIGHT).sum())
        shown += int((outcomes[scores >= threshold] != Outcome.IGNORED).sum())
    return {
        **{name: float(np.nanmean(values)) for name, values in sorted(precisions.items())},
        "precision": right / max(shown, 1),
        "recall": right / max(sure, 1),
        "f1": 2 * right / max(shown + sure, 1),
        "threshold": threshold,
        "detections": shown,
        "reference_boxes": sure,
    }
