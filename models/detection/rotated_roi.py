# SPDX-License-Identifier: GPL-3.0-or-later
"""Features of rotated regions: bilinear samples of the pyramid, averaged in bins, and the head on them.

The levels are laid end to end as rows of channels; every bin is then one weighted sum of 16 rows
(2 x 2 samples with four neighbours each), whichever level its region belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..networks.layers import tracing

STRIDES = (4, 8, 16, 32)
FINEST = 56.0
"""Regions up to twice this size (root of the area, pixels) are taken from the finest level."""
BINS = 7
SAMPLES = 2
"""Per bin and side."""
CHUNK = 64
"""Regions of an image whose features are in memory at a time, where there are many."""


def roi_levels(rois: Tensor) -> Tensor:
    """(M, 5) -> (M,) int64, 0 for the finest: doubles of the size go one level up."""
    size = (rois[:, 2] * rois[:, 3]).sqrt() / FINEST + 1e-6
    return (size[:, None] >= size.new_tensor([2.0, 4.0, 8.0])).long().sum(1)


def _sample_grid(like: Tensor) -> Tensor:
    """(49, 4, 2) x and y of the samples in each bin, rows of bins first, in sides of the region (-0.5 .. 0.5)."""
    steps = (torch.arange(BINS * SAMPLES, dtype=like.dtype, device=like.device) + 0.5) / (BINS * SAMPLES) - 0.5
    y, x = torch.meshgrid(steps, steps, indexing="ij")
    points = torch.stack([x, y], -1).view(BINS, SAMPLES, BINS, SAMPLES, 2)
    return points.transpose(1, 2).reshape(BINS * BINS, SAMPLES * SAMPLES, 2)


def _of_level(levels: Tensor, values: Sequence[int]) -> Tensor:
    """(M, 1, 1) the value of each region's level. (Values may be traced sizes, so no table.)"""
    chosen = sum(((levels == level) * value for level, value in enumerate(values)), torch.zeros_like(levels))
    return chosen.view(-1, 1, 1)


def _axis(position: Tensor, length: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Along one axis: the cells before and after each position, the weight of the latter, and whether it counts."""
    last = length - 1
    inside = (position >= -1) & (position <= length)
    position = torch.minimum(position.clamp(min=0), last.to(position.dtype))
    before = position.floor()
    cell = before.long()
    return cell, torch.minimum(cell + 1, last), position - before, inside


def sample_rows(rois: Tensor, sizes: Sequence[tuple[int, int]], strides: Sequence[int] = STRIDES) -> tuple[Tensor, ...]:
    """Which rows of `pyramid_rows` make up each bin.

    Args:
        rois: (M, 6) batch index, centre x, centre y, w, h in pixels of the input, angle in radians.
        sizes: height and width of the levels, finest first.
    Returns:
        indices (M, 49, 16) int64 and weights (M, 49, 16). A sample more than a cell outside its map
        has the weight 0.
    """
    levels = roi_levels(rois[:, 1:]).clamp(max=len(sizes) - 1)
    height, width = (_of_level(levels, [size[axis] for size in sizes]) for axis in (0, 1))
    starts: list[int] = [0]
    for rows, columns in sizes:
        starts.append(starts[-1] + rows * columns)
    start = _of_level(levels, starts[:-1]) + rois[:, :1].long()[:, :, None] * starts[-1]
    scale = 1 / _of_level(levels, strides).to(rois.dtype)
    x, y, w, h, angle = (column.view(-1, 1, 1) for column in rois[:, 1:].unbind(1))
    cos, sin, (u, v) = torch.cos(angle), torch.sin(angle), _sample_grid(rois).unbind(-1)
    u, v = u * (w * scale), v * (h * scale)
    left, right, fx, in_x = _axis(x * scale - 0.5 + u * cos - v * sin, width)
    top, bottom, fy, in_y = _axis(y * scale - 0.5 + u * sin + v * cos, height)
    share = (in_x & in_y).to(rois.dtype) / SAMPLES**2
    top, bottom = start + top * width, start + bottom * width
    indices = torch.cat([top + left, top + right, bottom + left, bottom + right], 2)
    above, below = (1 - fy) * share, fy * share
    return indices, torch.cat([above * (1 - fx), above * fx, below * (1 - fx), below * fx], 2)


def pyramid_rows(maps: Sequence[Tensor]) -> Tensor:
    """Maps (N, C, H, W) -> (N * all cells, C): image by image, its levels one after the other."""
    return torch.cat([x.flatten(2).transpose(1, 2) for x in maps], 1).flatten(0, 1)


def _weighted_sums(rows: Tensor, indices: Tensor, weights: Tensor) -> Tensor:
    """Sums of rows (T, C) by (M, 49, 16): (M, C * 49)."""
    if tracing():  # as one gather and one product, quick in ONNX Runtime and ten times slower here
        gathered = rows.index_select(0, indices.reshape(-1)).view(-1, indices.shape[-1], rows.shape[1])
        sums = weights.reshape(-1, 1, weights.shape[-1]) @ gathered
    else:
        flat, shares = indices.flatten(0, 1), weights.flatten(0, 1)
        sums = F.embedding_bag(flat, rows, per_sample_weights=shares, mode="sum")
    return sums.view(-1, BINS * BINS, rows.shape[1]).transpose(1, 2).flatten(1)


def rotated_roi_align(maps: Sequence[Tensor], rois: Tensor, strides: Sequence[int] = STRIDES) -> Tensor:
    """Features of rotated regions, each from the level that suits its size.

    Args:
        maps: (N, C, H, W) of `strides`, finest first.
        rois: (M, 6) as in `sample_rows`; no gradient flows to them.
    Returns:
        (M, C * 49): channels, then rows, then columns of bins.
    """
    indices, weights = sample_rows(rois.detach(), [(x.shape[2], x.shape[3]) for x in maps], strides)
    return _weighted_sums(pyramid_rows(maps), indices, weights)


def rotated_roi_parts(maps: Sequence[Tensor], rois: Tensor, per_image: int) -> Iterator[Tensor]:
    """`rotated_roi_align` of `per_image` regions of each image, up to `CHUNK` of each at a time."""
    indices, weights = sample_rows(rois, [(x.shape[2], x.shape[3]) for x in maps])
    rows = pyramid_rows(maps)
    shape = (-1, per_image, BINS * BINS, 4 * SAMPLES**2)
    indices, weights = indices.view(shape), weights.view(shape)
    for start in range(0, per_image, CHUNK):
        part = slice(start, min(start + CHUNK, per_image))
        yield _weighted_sums(rows, indices[:, part].flatten(0, 1), weights[:, part].flatten(0, 1))


class BoxHead(nn.Module):
    """Features (M, inputs) -> class logits (M, K + 1), background last, and deltas (M, 5)."""

    def __init__(self, inputs: int, hidden: int, num_classes: int) -> None:
        super().__init__()
        shared = nn.ModuleList([nn.Linear(inputs, hidden), nn.Linear(hidden, hidden)])
        self.fc_cls = nn.Linear(hidden, num_classes + 1)
        self.fc_reg = nn.Linear(hidden, 5)
        self.shared_fcs = shared  # last, as published weights have it
        for layer in self.shared_fcs:
            nn.init.xavier_uniform_(layer.weight)  # type: ignore[arg-type]
        nn.init.normal_(self.fc_cls.weight, std=0.01)
        nn.init.normal_(self.fc_reg.weight, std=0.001)
        for layer in (*self.shared_fcs, self.fc_cls, self.fc_reg):
            nn.init.zeros_(layer.bias)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        for layer in self.shared_fcs:
            x = F.relu(layer(x))
        return self.fc_cls(x), self.fc_reg(x)
