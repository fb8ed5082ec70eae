# SPDX-License-Identifier: GPL-3.0-or-later
"""Oriented region proposals: which anchors hold an object, and the rotated box around it."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..networks.layers import tracing
from .box_coders import hulls, midpoint_decode
from .horizontal_nms import LOWEST, HorizontalNms

STRIDES = (4, 8, 16, 32, 64)
SCALE = 8
RATIOS = (0.5, 1.0, 2.0)
"""Heights over widths of the anchors of a cell."""
CANDIDATES = 2000
"""Anchors of a level that are decoded, best first."""
OVERLAP = 0.8
"""A candidate whose hull overlaps a better one of its level by more is no proposal."""


class Level(NamedTuple):
    """What the network says of one pyramid level: rows, then columns, then anchors of a cell."""

    anchors: Tensor
    """(A, 4), or (N, n, 4) of a choice: left, top, right, bottom in pixels of the input."""
    objectness: Tensor
    """(N, A or n) logits."""
    offsets: Tensor
    """(N, A or n, 6), see `box_coders.midpoint_decode`."""


def level_anchors(like: Tensor, stride: int) -> Tensor:
    """(H * W * 3, 4) anchors of a map (N, C, H, W), in its type: centred on multiples of the stride."""
    sides = [(SCALE * stride / math.sqrt(ratio), SCALE * stride * math.sqrt(ratio)) for ratio in RATIOS]
    cell = like.new_tensor([(-w / 2, -h / 2, w / 2, h / 2) for w, h in sides])
    y = torch.arange(like.shape[2], dtype=like.dtype, device=like.device)[:, None] * stride
    x = torch.arange(like.shape[3], dtype=like.dtype, device=like.device)[None] * stride
    x, y = x + torch.zeros_like(y), y + torch.zeros_like(x)
    return (torch.stack([x, y, x, y], -1)[:, :, None] + cell).view(-1, 4)


def _top(scores: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The `count` largest of (N, n) with their indices, best first; of equal ones the earlier."""
    if tracing():  # there the operator itself keeps that order
        return scores.topk(count)
    values, indices = scores.sort(descending=True, stable=True)
    return values[:, :count], indices[:, :count]


def _rows(values: Tensor, indices: Tensor) -> Tensor:
    """(N, n, k) at (N, m) -> (N, m, k)."""
    return values.gather(1, indices[:, :, None].expand(-1, -1, values.shape[2]))


class OrientedRPN(nn.Module):
    """Two small convolutions, shared by the levels of a pyramid of `width` channels."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.rpn_conv = nn.Conv2d(width, width, 3, padding=1)
        self.rpn_cls = nn.Conv2d(width, len(RATIOS), 1)
        self.rpn_reg = nn.Conv2d(width, len(RATIOS) * 6, 1)
        for conv in (self.rpn_conv, self.rpn_cls, self.rpn_reg):
            nn.init.normal_(conv.weight, std=0.01)
            nn.init.zeros_(conv.bias)  # type: ignore[arg-type]

    def maps(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) -> objectness logits (N, 3, H, W) and offsets (N, 18, H, W)."""
        x = F.relu(self.rpn_conv(x))
        return self.rpn_cls(x), self.rpn_reg(x)

    def forward(self, pyramid: list[Tensor]) -> list[Level]:
        levels = []
        for stride, x in zip(STRIDES, pyramid):
            objectness, offsets = self.maps(x)
            n = x.shape[0]
            objectness = objectness.permute(0, 2, 3, 1).reshape(n, -1)
            levels.append(Level(level_anchors(x, stride), objectness, offsets.permute(0, 2, 3, 1).reshape(n, -1, 6)))
        return levels


def _candidates(level: Level) -> Level:
    """The best `CANDIDATES` anchors of a level, best first: (N, n, 4), (N, n) and (N, n, 6).

    Constantly many: where the level has fewer, rows with the objectness LOWEST follow.
    """
    padded = F.pad(level.objectness, (0, CANDIDATES), value=LOWEST)
    logits, indices = _top(padded, CANDIDATES)
    indices = indices * (indices < level.objectness.shape[1])
    return Level(level.anchors[indices], logits, _rows(level.offsets, indices))


@torch.no_grad()
def propose(levels: list[Level], count: int) -> tuple[Tensor, Tensor]:
    """The best `count` proposals of all levels, best first, without gradients.

    Returns:
        boxes (N, count, 5), not clipped to the image, and objectness (N, count) 0..1. Where there
        are fewer, rows with the objectness 0 follow; their boxes mean nothing.
    """
    anchors, logits, offsets = (torch.stack(parts, 1) for parts in zip(*(_candidates(level) for level in levels)))
    boxes = midpoint_decode(anchors, offsets)
    keep = HorizontalNms.apply(hulls(boxes).flatten(0, 1), logits.flatten(0, 1), OVERLAP)
    logits = logits.flatten(1)
    logits = torch.where(keep.view_as(logits), logits, torch.full_like(logits, LOWEST))
    logits, indices = _top(logits, count)
    return _rows(boxes.flatten(1, 2), indices), torch.sigmoid(logits) * (logits > LOWEST / 2)
