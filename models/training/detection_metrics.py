# SPDX-License-Identifier: GPL-3.0-or-later
"""Detecting over a whole image as the tools do, in tiles that share a margin, and measuring what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from ...core.accuracy import Outcome, Rule, accuracy, match
from ...core.boxes import polygons
from ...core.suppression import suppress
from .datasets import Predict
from .detection import DIFFICULT

FAINTEST = 0.05
"""Scores up to here are no detections, as published."""
RULES: tuple[tuple[Rule, str], ...] = (("voc12", ""), ("voc07", "_voc07"))


@dataclass(frozen=True)
class Tiles:
    """How an image is cut and its detections are merged; names as on the model card."""

    size: int
    overlap: int
    multiple: int
    smallest: int
    iou: float

    def starts(self, length: int) -> list[int]:
        """First pixels of the tiles along one side; the last one ends with it."""
        last, step = max(length - self.size, 0), self.size - self.overlap
        return [*range(0, last, step), last]

    def side(self, length: int) -> int:
        """Of a tile along a side of this length."""
        return max(min(self.size, -(-length // self.multiple) * self.multiple), self.smallest)

    def spans(self, length: int) -> Iterator[tuple[int, float, float]]:
        """First pixel of each tile, and the half-open range that is its own: to the middle of what two share."""
        starts = self.starts(length)
        for index, start in enumerate(starts):
            low = (start + starts[index - 1] + self.size) / 2 if index else 0.0
            high = (starts[index + 1] + start + self.size) / 2 if start != starts[-1] else float(length)
            yield start, low, high


class Detections(NamedTuple):
    boxes: NDArray[np.float64]
    """(n, 5)"""
    scores: NDArray[np.float64]
    classes: NDArray[np.int64]


def _one_class_each(rows: Tensor) -> Detections:
    """Of (n, 5 + K) every pair of box and class above the faintest score."""
    index, label = (rows[:, 5:] > FAINTEST).nonzero(as_tuple=True)
    boxes, scores = rows[index, :5], rows[index, 5 + label]
    return Detections(boxes.double().numpy(), scores.double().numpy(), label.numpy())


def detect_image(predict: Predict, image: Tensor, tiles: Tiles) -> Detections:
    """Detections in an image (3, H, W): each tile's own, then without duplicates."""
    height, width = image.shape[1:]
    bottom, right = max(tiles.side(height) - height, 0), max(tiles.side(width) - width, 0)
    padded = F.pad(image[None].float(), (0, right, 0, bottom), mode="reflect") if bottom or right else image[None]
    found = []
    for top, first_row, last_row in tiles.spans(height):
        for left, first_column, last_column in tiles.spans(width):
            part = padded[:, :, top : top + tiles.side(height), left : left + tiles.side(width)].float()
            rows = predict(part)[0].cpu()
            x, y = rows[:, 0] + left, rows[:, 1] + top
            own = (x >= first_column) & (x < last_column) & (y >= first_row) & (y < last_row)
            found.append(torch.cat([x[:, None], y[:, None], rows[:, 2:]], 1)[own])
    pairs = _one_class_each(torch.cat(found))
    kept = suppress(pairs.boxes, pairs.scores, tiles.iou, pairs.classes)
    return Detections(pairs.boxes[kept], pairs.scores[kept], pairs.classes[kept])


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
