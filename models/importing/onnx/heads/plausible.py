# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether boxes can be a detector's at all: a wrong reading of its numbers shows in where they lie.

What is compared elsewhere is two ways of one reading, which says nothing of whether it is the right one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .....core.errors import ModelError
from .....core.sentences import say
from .boxes import BoxHead

Values = NDArray[np.float32]

LEAST = 1e-6
"""Score of a row that holds a box."""
FEW_PIXELS = 3.0
"""No detector's largest box is smaller on any image."""
CORNER = 16
"""Part of a side that counts as the corner."""
ENOUGH = 5
"""Boxes whose place says something."""
REMEDY = (
    "It is of another kind than is said, or its boxes are not decoded: export it again with its own tool's "
    "decoding of boxes, in pixels of the image"
)


def check_boxes(images: Sequence[Values], side: int, where: str) -> None:
    """Looks at the boxes of all images together. (Where there are none, as of detectors that list few, it cannot.)

    Args:
        images: rows (R, 5 + K) of each, as `core.cards.card` has them.
        side: of the tiles, in pixels.
    Raises:
        ModelError: none lies in its image, all lie in one corner, or all are too small to be anything.
    """
    boxes = np.concatenate([rows[rows[:, 5:].max(-1) > LEAST][:, :5] for rows in images])
    if not len(boxes):
        return
    centres, largest = boxes[:, :2], float(boxes[:, 2].max())
    fault = ""
    if not ((centres >= 0) & (centres <= side)).all(1).any():
        fault = "lie outside of the image"
    elif largest < FEW_PIXELS:
        fault = f"are smaller than {FEW_PIXELS:g} pixels"
    elif len(boxes) >= ENOUGH and any((np.abs(centres - corner) < side / CORNER).all() for corner in _corners(side)):
        fault = "lie in one corner of the image"
    if fault:
        raise ModelError(say("{}: all of its {:,} boxes {}. {}", where, len(boxes), fault, REMEDY))


def _corners(side: int) -> list[tuple[int, int]]:
    return [(0, 0), (0, side), (side, 0), (side, side)]


def check_classes(outputs: Sequence[Values], head: BoxHead, where: str) -> None:
    """Raises ModelError where rows that list a class (N, R, values) have none of the model's."""
    for rows in outputs:
        classes = rows[..., 5][rows[..., 4] > LEAST]
        wrong = classes[(classes != np.round(classes)) | (classes < 0) | (classes >= head.classes)]
        if len(wrong):
            raise ModelError(
                say(
                    "{} lists boxes of class {:g}; it has {} classes, from 0 to {}. Give the names of all, or "
                    "export it as its metadata say",
                    where,
                    wrong[0],
                    head.classes,
                    head.classes - 1,
                )
            )
