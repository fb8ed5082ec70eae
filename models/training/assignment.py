# SPDX-License-Identifier: GPL-3.0-or-later
"""Which anchors and proposals a detector learns from, and as what.

A match is an int64 for each candidate: the index of its reference box, or one of two marks.
"""

from __future__ import annotations

import torch
from torch import Tensor

NEGATIVE, NEITHER = -1, -2
COVERED = 0.5
"""A candidate with this share of its area on a difficult box is no background."""
BLOCK = 4
"""Boxes that overlaps are computed with at a time."""


def _shared(a: Tensor, b: Tensor) -> Tensor:
    """Areas (B, A) that upright boxes `a` (A, 4) share with `b` (B, 4)."""
    width = torch.minimum(a[:, 2], b[:, 2:3]).sub_(torch.maximum(a[:, 0], b[:, 0:1])).clamp_(min=0)
    height = torch.minimum(a[:, 3], b[:, 3:4]).sub_(torch.maximum(a[:, 1], b[:, 1:2])).clamp_(min=0)
    return width.mul_(height)


def _areas(boxes: Tensor) -> Tensor:
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def overlap(a: Tensor, b: Tensor) -> Tensor:
    """IoU (A, B) of upright boxes (A, 4) and (B, 4), left, top, right, bottom; 0 without area."""
    columns, area_a, area_b = a.T.contiguous().T, _areas(a), _areas(b)
    iou = a.new_empty(len(b), len(a))
    for start in range(0, len(b), BLOCK):  # in one go, the CPU's cache would hold none of the steps
        part = slice(start, start + BLOCK)
        shared = _shared(columns, b[part])
        union = (area_a + area_b[part, None]).sub_(shared).clamp_(min=1e-9)
        torch.div(shared, union, out=iou[part])
    return iou.T


def share_inside(a: Tensor, b: Tensor) -> Tensor:
    """(A, B) share of each upright box of `a` that is inside each of `b`."""
    return (_shared(a, b) / _areas(a).clamp(min=1e-9)).T


def match(iou: Tensor, positive: float, negative: float, rescue: Tensor | None = None) -> Tensor:
    """Each candidate's reference box by overlap.

    Args:
        iou: (A, M) of candidates and reference boxes.
        positive: from here a candidate belongs to the box that it overlaps most.
        negative: below, it is background; in between it is neither.
        rescue: (M,); candidates that no other exceeds on some box belong to that box, from its overlap
            on: so that boxes between two anchors are not left without one. None: not done.
    Returns:
        (A,) int64.
    """
    if not iou.shape[1]:
        return torch.full((len(iou),), NEGATIVE, device=iou.device)
    best, index = iou.max(1)
    found = torch.where(best >= positive, index, NEITHER)
    found[best < negative] = NEGATIVE
    if rescue is not None and len(iou):
        highest = iou.amax(0)
        equal = (iou == highest) & (highest >= rescue)
        saved = equal.any(1).nonzero()[:, 0]
        found[saved] = torch.where(equal[saved], iou[saved], -1.0).argmax(1)
    return found


def leave_out(found: Tensor, difficult: Tensor, iou: Tensor, share: Tensor, negative: float) -> Tensor:
    """Takes out what lies on difficult boxes: neither object nor background.

    Args:
        found: (A,) of `match` with all boxes, the difficult ones too. difficult: (M,) bool.
        iou: (A, M). share: (A, D) of the candidates' own area inside each difficult box.
        negative: overlap from which a candidate is no background.
    """
    if not share.shape[1]:
        return found
    on_one = (share >= COVERED).any(1) | (iou[:, difficult] >= negative).any(1)
    theirs = (found >= 0) & difficult[found.clamp(min=0)]
    return torch.where(theirs | (on_one & (found == NEGATIVE)), NEITHER, found)


def draw_samples(found: Tensor, count: int, share: float, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    """Random positives, at most `share` of `count`, and negatives to make up `count`, as far as there are any.

    Drawn on the CPU, so that a generator gives the same samples on every device.

    Returns:
        indices of positives and of negatives.
    """

    def some(candidates: Tensor, most: int) -> Tensor:
        picked = torch.randperm(len(candidates), generator=draw)[:most]
        return candidates[picked.to(candidates.device)]

    positives = some((found >= 0).nonzero()[:, 0], int(count * share))
    return positives, some((found == NEGATIVE).nonzero()[:, 0], count - len(positives))
