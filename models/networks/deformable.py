# SPDX-License-Identifier: GPL-3.0-or-later
"""Operators that choose where they look: deformable attention (Zhu et al., ICLR 2021)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .layers import as_sides, place_type, unflatten


def sample(x: Tensor, at: Tensor) -> Tensor:
    """Bilinear samples of a map, zero outside.

    Args:
        x: (N, C, H, W).
        at: (N, P, Q, 2) positions x, y as shares of the sides: cell i of W is centred on (i + 0.5) / W.
    Returns:
        (N, C, P, Q).
    """
    found = F.grid_sample(x.to(at.dtype), 2 * at - 1, mode="bilinear", padding_mode="zeros", align_corners=False)
    return found.to(x.dtype)


def cell_centres(like: Tensor) -> Tensor:
    """(H * W, 2) x, y of the cells of a map, row by row, as shares of its sides."""
    height, width = like.shape[2], like.shape[3]
    dtype = place_type(like)
    y = (torch.arange(height, dtype=dtype, device=like.device)[:, None] + 0.5) / height
    x = (torch.arange(width, dtype=dtype, device=like.device)[None] + 0.5) / width
    return torch.stack([x + torch.zeros_like(y), y + torch.zeros_like(x)], -1).flatten(0, 1)


class DeformableAttention(nn.Module):
    """Attention of each token to a few points around its own place, in maps of one or several scales.

    Args:
        points: sampled by each head in each level.
    """

    def __init__(self, dim: int, heads: int, levels: int, points: int) -> None:
        super().__init__()
        self.heads, self.levels, self.points = heads, levels, points
        self.sampling_offsets = nn.Linear(dim, heads * levels * points * 2)
        self.attention_weights = nn.Linear(dim, heads * levels * points)
        self.value_proj = nn.Linear(dim, dim)
        self.output_proj = nn.Linear(dim, dim)

    def reset(self) -> None:
        """Initial weights: equal attention to points at growing distances, a direction for each head."""
        for layer in (self.sampling_offsets, self.attention_weights):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        angles = torch.arange(self.heads, dtype=torch.float32) * (2 * math.pi / self.heads)
        directions = torch.stack([angles.cos(), angles.sin()], -1)
        directions = directions / directions.abs().amax(-1, keepdim=True)
        distances = torch.arange(1, self.points + 1, dtype=torch.float32)
        offsets = (directions[:, None, None] * distances[:, None]).expand(-1, self.levels, -1, -1)
        with torch.no_grad():
            self.sampling_offsets.bias.copy_(offsets.flatten())
        for layer in (self.value_proj, self.output_proj):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(
        self, x: Tensor, position: Tensor, places: Tensor, memory: Tensor, sides: Sequence[tuple[int, int]]
    ) -> Tensor:
        """Tokens with what they found added.

        Args:
            x: (N, Q, C) tokens.
            position: (Q, C), added to them where offsets and weights are predicted.
            places: (Q, 2) x and y of the tokens as shares of the image's sides.
            memory: (N, L, C) cells of the levels one after the other, each row by row.
            sides: height and width of the levels.
        Returns:
            (N, Q, C).
        """
        query = x + position
        shape = (self.heads, self.levels, self.points)
        offsets = unflatten(self.sampling_offsets(query), 2, (*shape, 2))
        weights = unflatten(self.attention_weights(query), 2, (self.heads, -1)).softmax(3)
        weights = unflatten(weights, 3, shape[1:])
        values = self.value_proj(memory)
        start, sums = 0, []
        for level, (height, width) in enumerate(sides):
            value = as_sides(values[:, start : start + height * width], height, width)
            start = start + height * width
            steps = offsets[:, :, :, level]
            across = places[:, None, None, 0] + steps[..., 0] / width
            down = places[:, None, None, 1] + steps[..., 1] / height
            at = torch.stack([across, down], -1).transpose(1, 2).flatten(0, 1)
            found = sample(unflatten(value, 1, (self.heads, -1)).flatten(0, 1), at)
            share = weights[:, :, :, level].transpose(1, 2).flatten(0, 1)
            sums.append((found * share[:, None]).sum(3))  # (N * heads, C / heads, Q)
        gathered = unflatten(torch.stack(sums).sum(0), 0, (-1, self.heads)).flatten(1, 2)
        return x + self.output_proj(gathered.transpose(1, 2))


def deform_conv(x: Tensor, offsets: Tensor, gates: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """Convolution whose taps are moved and weighed at each cell (DCNv2, Zhu et al., CVPR 2019).

    Args:
        x: (N, I, H, W).
        offsets: (N, G * 2 * k * k, H, W) cells down and across, for each tap (row by row) of each of
            G groups of adjoining channels.
        gates: (N, G * k * k, H, W) factors.
        weight: (O, I, k, k) of odd k; stride 1, padded by zeros to the same size.
        bias: (O,), or none.
    Returns:
        (N, O, H, W).
    """
    side = weight.shape[3]
    height, width = x.shape[2], x.shape[3]
    groups = gates.shape[1] // side**2
    steps = unflatten(offsets.flatten(2), 1, (groups, side**2, 2)).flatten(0, 1)  # (N * G, k * k, 2, H * W)
    reach = torch.arange(side, dtype=x.dtype, device=x.device) - side // 2
    down = steps[:, :, 0] + reach.repeat_interleave(side)[:, None]
    across = steps[:, :, 1] + reach.repeat(side)[:, None]
    at = torch.stack([across / width, down / height], -1) + cell_centres(x)
    found = sample(unflatten(x, 1, (groups, -1)).flatten(0, 1), at)
    found = found * unflatten(gates.flatten(2), 1, (groups, -1)).flatten(0, 1)[:, None]
    columns = unflatten(found, 0, (-1, groups)).flatten(1, 3)  # (N, I * k * k, H * W)
    result = weight.flatten(1) @ columns
    if bias is not None:
        result = result + bias[:, None]
    return unflatten(result, 2, (height, width))
