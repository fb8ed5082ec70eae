# SPDX-License-Identifier: GPL-3.0-or-later
"""Accuracy figures from a confusion matrix (rows: truth, columns: prediction)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

IGNORE = 255
Confusion = NDArray[np.int64]


def confusion(truth: NDArray[np.integer], prediction: NDArray[np.integer], classes: int) -> Confusion:
    """(K, K) counts; pixels whose truth is 255 are left out."""
    known = truth != IGNORE
    index = truth[known].astype(np.int64) * classes + prediction[known]
    return np.bincount(index, minlength=classes * classes).reshape(classes, classes)


def top1(matrix: Confusion) -> float:
    return float(np.trace(matrix) / matrix.sum())


def iou_per_class(matrix: Confusion) -> NDArray[np.float64]:
    """Intersection over union; NaN for a class that is neither true nor predicted anywhere."""
    hit = np.diag(matrix).astype(float)
    union = matrix.sum(0) + matrix.sum(1) - hit
    return np.divide(hit, union, out=np.full(len(hit), np.nan), where=union > 0)


def binary_scores(matrix: Confusion) -> dict[str, float]:
    """Precision, recall, F1 and IoU of class 1 of a (2, 2) matrix; 0 where undefined."""
    (_, false_positive), (false_negative, hit) = matrix.astype(float)

    def ratio(part: float, whole: float) -> float:
        return float(part / whole) if whole else 0.0

    return {
        "iou": ratio(hit, hit + false_positive + false_negative),
        "f1": ratio(2 * hit, 2 * hit + false_positive + false_negative),
        "precision": ratio(hit, hit + false_positive),
        "recall": ratio(hit, hit + false_negative),
    }
