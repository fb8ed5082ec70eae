# SPDX-License-Identifier: GPL-3.0-or-later
"""Greedy suppression of overlapping upright boxes, as torch operations and as one ONNX operator."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from ..networks.layers import tracing

LOWEST = -1e4
"""Score of a row that holds no box; rows up to half of it are neither kept nor suppress others."""


def _neighbours(boxes: Tensor, overlap: float) -> tuple[Tensor, Tensor]:
    """Indices of all pairs of boxes (n, 4) that may overlap by more than `overlap`, and some that do not.

    Such a pair's left edges are less than (1 - overlap) widths of its left box apart, which leaves
    few pairs of the n * n: they lie side by side in the order of the left edges.
    """
    left, order = boxes[:, 0].sort()
    widths = (boxes[:, 2] - boxes[:, 0])[order]
    reach = left + (1 - overlap) * widths * 1.01 + 1e-2  # wider than exact: this is before rounding matters
    rows = torch.arange(len(boxes), device=boxes.device)
    counts = (torch.searchsorted(left, reach, right=True) - rows - 1).clamp(min=0)
    first = rows.repeat_interleave(counts)
    ends = counts.cumsum(0)
    second = torch.arange(len(first), device=boxes.device) - (ends - counts)[first] + first + 1
    return order[first], order[second]


def _overlaps(a: Tensor, b: Tensor) -> Tensor:
    """Intersection over union of (n, 4) and (n, 4), row by row."""
    size = (torch.minimum(a[:, 2:], b[:, 2:]) - torch.maximum(a[:, :2], b[:, :2])).clamp(min=0)
    common = size[:, 0] * size[:, 1]
    area_a, area_b = ((box[:, 2] - box[:, 0]) * (box[:, 3] - box[:, 1]) for box in (a, b))
    return common / (area_a + area_b - common)


def keep_horizontal(boxes: Tensor, scores: Tensor, overlap: float) -> Tensor:
    """Which boxes are left when each, best first, removes those it overlaps by more than `overlap`.

    Args:
        boxes: (n, 4) left, top, right, bottom.
        scores: (n,); of equal ones the earlier row is the better.
    Returns:
        (n,) boolean.
    """
    rank = torch.empty_like(scores, dtype=torch.int64)
    rank[scores.argsort(descending=True, stable=True)] = torch.arange(len(scores), device=scores.device)
    a, b = _neighbours(boxes, overlap)
    close = _overlaps(boxes[a], boxes[b]) > overlap
    a, b = a[close], b[close]
    first = rank[a] < rank[b]
    better, worse = torch.where(first, a, b), torch.where(first, b, a)
    keep = torch.ones_like(scores, dtype=torch.bool)
    while True:  # settles after as many rounds as the longest chain of removals; then it is the greedy result
        settled = torch.ones_like(keep)
        settled[worse[keep[better]]] = False
        if torch.equal(settled, keep):
            return keep
        keep = settled


class HorizontalNms(torch.autograd.Function):
    """`keep_horizontal` in each of many groups; NonMaxSuppression in an exported graph.

    `apply(boxes (G, n, 4), scores (G, n), overlap)` -> (G, n) boolean.
    """

    @staticmethod
    def forward(ctx: Any, boxes: Tensor, scores: Tensor, overlap: float) -> Tensor:
        keep = scores > LOWEST / 2
        if tracing():  # the graph gets the operator below, whatever comes out here
            return keep
        for group, real in enumerate(keep.clone()):
            keep[group, real] = keep_horizontal(boxes[group, real], scores[group, real], overlap)
        ctx.mark_non_differentiable(keep)
        return keep

    @staticmethod
    def symbolic(g: Any, boxes: Any, scores: Any, overlap: float) -> Any:
        def constant(value: Any, dtype: torch.dtype = torch.int64) -> Any:
            return g.op("Constant", value_t=torch.tensor(value, dtype=dtype))

        shape = g.op("Shape", scores)
        found = g.op(
            "NonMaxSuppression", boxes, g.op("Unsqueeze", scores, constant([1])),
            g.op("Slice", shape, constant([1]), constant([2])),
            constant([overlap], torch.float32), constant([LOWEST / 2], torch.float32),
        )  # fmt: skip
        where = g.op("Gather", found, constant([0, 2]), axis_i=1)  # (kept, 2): group and row
        count = g.op("Slice", g.op("Shape", found), constant([0]), constant([1]))
        ones = g.op("ConstantOfShape", count, value_t=torch.tensor([1.0]))
        nothing = g.op("ConstantOfShape", shape, value_t=torch.tensor([0.0]))
        kept = g.op("Greater", g.op("ScatterND", nothing, where, ones), constant(0.0, torch.float32))
        kept.setType(scores.type().with_dtype(torch.bool))
        return kept
