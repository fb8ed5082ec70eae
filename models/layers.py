# SPDX-License-Identifier: GPL-3.0-or-later
"""Operations that several networks share. All tensors are (N, C, H, W) float."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

FLAT = 1e-4
"""A 2x2 window whose values differ by less than this, relative to the largest, counts as constant."""


class Backbone(nn.Module):
    """What a dense head stands on: (N, 3, H, W) -> four maps of `widths` channels, strides 4, 8, 16, 32."""

    widths: tuple[int, ...]


def tracing() -> bool:
    """Whether a graph is being exported: its input is fed in sizes that need no extension."""
    return bool(torch.jit.is_tracing())  # type: ignore[attr-defined]


class DropPath(nn.Module):
    """Drops the residual branch of whole samples in training, rescaled by 1 / (1 - rate)."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0.0:
            return x
        keep = 1.0 - self.rate
        mask = x.new_empty((x.shape[0], 1, 1, 1)).bernoulli_(keep)
        return x * (mask / keep)


def max_pool_2x2(x: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
    """Maximum of each 2x2 window and where it was: four masks, exactly one of them true.

    Of equal values the first in row-major order wins. So does it where the window is constant but
    for rounding: there the runtimes' sums differ in the last digits, and the choice would be noise.

    Args:
        x: (N, C, H, W) with even H and W.
    Returns:
        maxima (N, C, H/2, W/2) and four boolean masks of that shape (top left, top right, bottom
        left, bottom right).
    """
    a, b = x[..., 0::2, 0::2], x[..., 0::2, 1::2]
    c, d = x[..., 1::2, 0::2], x[..., 1::2, 1::2]
    high = torch.maximum(torch.maximum(a, b), torch.maximum(c, d))
    low = torch.minimum(torch.minimum(a, b), torch.minimum(c, d))
    first = (a >= high) | (high - low <= FLAT * high.abs())
    second = (b >= high) & ~first
    third = (c >= high) & ~(first | second)
    return high, (first, second, third, ~(first | second | third))


def max_unpool_2x2(x: Tensor, where: tuple[Tensor, ...]) -> Tensor:
    """Puts (N, C, h, w) back to where the maxima came from, zeros elsewhere: (N, C, 2h, 2w)."""
    placed = torch.stack([x * mask.to(x.dtype) for mask in where], dim=2)
    return F.pixel_shuffle(placed.flatten(1, 2), 2)


def reflect_to(x: Tensor, height: int, width: int) -> Tensor:
    """Extends x to height x width by reflection at the right and bottom, however small x is."""
    while x.shape[-2] < height or x.shape[-1] < width:
        down = min(height - x.shape[-2], x.shape[-2] - 1)
        right = min(width - x.shape[-1], x.shape[-1] - 1)
        if down <= 0 and right <= 0:  # a side of one pixel has nothing to reflect
            return F.pad(x, (0, width - x.shape[-1], 0, height - x.shape[-2]), mode="replicate")
        x = F.pad(x, (0, max(right, 0), 0, max(down, 0)), mode="reflect")
    return x


def up(x: Tensor, factor: int) -> Tensor:
    """Bilinear enlargement by a whole factor (align_corners False)."""
    return F.interpolate(x, scale_factor=float(factor), mode="bilinear", align_corners=False)


def trunc_normal_init(model: nn.Module) -> None:
    """Weights for training from scratch: normal (std 0.02) for convolutions, biases 0, norms 1 / 0."""
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.trunc_normal_(module.weight, std=0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
