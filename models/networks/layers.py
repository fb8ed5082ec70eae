# SPDX-License-Identifier: GPL-3.0-or-later
"""Operations that several networks share. All tensors are (N, C, H, W) float."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

FLAT = 1e-4
"""Rows or columns of a pooling window that differ by less, relative to the largest value, are one."""
SMOOTH = 0.05
"""In a pooling window of a smaller range, relative to the largest value, near-ties are ties."""
STEPS = 32
"""What rounding may make of a tie, in smallest steps of the numbers' type."""


class Backbone(nn.Module):
    """What a dense head stands on: (N, 3, H, W) -> four maps of `widths` channels, strides 4, 8, 16, 32."""

    widths: tuple[int, ...]


def single_precision(device: torch.device) -> AbstractContextManager[Any]:
    """Where a session works in half precision: back to single. Tensors from before it are to be widened."""
    if torch.amp.is_autocast_available(device.type):
        return torch.autocast(device.type, enabled=False)
    return nullcontext()


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


class ChannelNorm(nn.LayerNorm):
    """Layer normalisation of each cell of a map (N, C, H, W) over its channels."""

    def forward(self, input: Tensor) -> Tensor:
        return super().forward(input.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class PatchEmbed(nn.Module):
    """A strided convolution and its norm: (N, I, H, W) -> (N, O, ceil(H / stride), ceil(W / stride))."""

    def __init__(self, inputs: int, outputs: int, norm: nn.Module, kernel: int = 3, stride: int = 2) -> None:
        super().__init__()
        self.proj = nn.Conv2d(inputs, outputs, kernel, stride=stride, padding=kernel // 2)
        self.norm = norm

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(self.proj(x))


class SelectiveKernels(nn.Module):
    """A map times its own surroundings, seen near (5x5) and far (23x23), as each cell chooses.

    (N, C, H, W) -> the same. From LSKNet (Li et al., ICCV 2023, section 3.3).
    """

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.add_kernels(dim)

    def add_kernels(self, dim: int) -> None:
        self.conv0 = nn.Conv2d(dim, dim, 5, padding=2, groups=dim)
        self.conv_spatial = nn.Conv2d(dim, dim, 7, padding=9, dilation=3, groups=dim)
        self.conv1 = nn.Conv2d(dim, dim // 2, 1)
        self.conv2 = nn.Conv2d(dim, dim // 2, 1)
        self.conv_squeeze = nn.Conv2d(2, 2, 7, padding=3)
        self.conv = nn.Conv2d(dim // 2, dim, 1)

    def forward(self, x: Tensor) -> Tensor:
        near = self.conv0(x)
        far = self.conv2(self.conv_spatial(near))
        near = self.conv1(near)
        both = torch.cat([near, far], dim=1)
        summary = torch.cat([both.mean(dim=1, keepdim=True), both.amax(dim=1, keepdim=True)], dim=1)
        gate = torch.sigmoid(self.conv_squeeze(summary))
        return x * self.conv(near * gate[:, 0:1] + far * gate[:, 1:2])


def drop_rates(last: float, count: int) -> list[float]:
    """Drop-path rates of `count` blocks, growing evenly from 0 to `last`."""
    return [last * index / max(count - 1, 1) for index in range(count)]


def max_pool_2x2(x: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
    """Maximum of each 2x2 window and where it was: four masks, exactly one of them true.

    Of equal values the first in row-major order wins. So it does where values are equal but for
    rounding in a smooth window: in constant areas and along their edges the runtimes' sums differ
    in the last digits, and the choice would be noise. (In other windows a tie is chance, and rare.)

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
    size, step = 1 + high.abs(), FLAT * (high.abs() + 0.1)
    noise = STEPS * min(torch.finfo(x.dtype).eps, torch.finfo(torch.float32).eps)
    close = high - noise * size * (high - low <= SMOOTH * size).to(x.dtype)
    best_a, best_b, best_c, best_d = (value >= close for value in (a, b, c, d))
    rows = ((a - b).abs() <= step) & ((c - d).abs() <= step)
    columns = ((a - c).abs() <= step) & ((b - d).abs() <= step)
    first = best_a | (rows & best_b) | (columns & (best_c | rows))
    second = (best_b | (columns & best_d)) & ~first
    third = (best_c | (rows & best_d)) & ~(first | second)
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


def resize(x: Tensor, like: Tensor) -> Tensor:
    """Bilinear (align_corners False) to the sides of another map."""
    return F.interpolate(x, size=like.shape[2:], mode="bilinear", align_corners=False)


def tokens(x: Tensor) -> Tensor:
    """(N, C, H, W) -> (N, H * W, C), row by row."""
    return x.flatten(2).transpose(1, 2)


def place_type(x: Tensor) -> torch.dtype:
    """Type for the places of cells in a map: its own, but at least single precision."""
    return torch.promote_types(x.dtype, torch.float32)


def unflatten(x: Tensor, dim: int, sizes: tuple[int, ...]) -> Tensor:
    """`x.unflatten`; behind that, an exported graph takes all sizes of the example for constants."""
    return x.reshape(*x.shape[:dim], *sizes, *x.shape[dim + 1 :])


def as_sides(x: Tensor, height: int, width: int) -> Tensor:
    """Tokens (N, H * W, C) -> (N, C, H, W)."""
    return unflatten(x.transpose(1, 2), 2, (height, width))


def as_map(x: Tensor, like: Tensor) -> Tensor:
    """Tokens (N, H * W, C) -> (N, C, H, W), with the sides of another map."""
    return as_sides(x, like.shape[2], like.shape[3])


def attend(query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
    """Multi-head attention of tokens (N, Q, C) to (N, L, C): (N, Q, C), a head being C / heads adjoining channels."""
    q, k, v = (unflatten(x, 2, (heads, -1)).transpose(1, 2) for x in (query, key, value))
    weights = (q @ k.transpose(2, 3) * q.shape[3] ** -0.5).softmax(dim=-1)
    return (weights @ v).transpose(1, 2).flatten(2)


def _averages(x: Tensor, length: int, count: int) -> Tensor:
    """(count, length) weights that average `length` cells in `count` overlapping or repeating bins."""
    bins, cells = (torch.arange(n, device=x.device) for n in (count, length))
    start = torch.div(bins * length, count, rounding_mode="trunc")[:, None]
    end = torch.div((bins + 1) * length + count - 1, count, rounding_mode="trunc")[:, None]
    return ((cells >= start) & (cells < end)).to(x.dtype) / (end - start).to(x.dtype)


def pooling(x: Tensor, height: int, width: int) -> tuple[Tensor, Tensor]:
    """Of adaptive average pooling of a map to height x width: its weights (height, H) and (W, width)."""
    return _averages(x, x.shape[2], height), _averages(x, x.shape[3], width).transpose(0, 1)


def pooled(x: Tensor, weights: tuple[Tensor, Tensor]) -> Tensor:
    """A map, pooled: as two products, which are exported for any sides, and deterministic."""
    return weights[0] @ (x @ weights[1])


def trunc_normal_init(model: nn.Module) -> None:
    """Weights for training from scratch: normal (std 0.02) for convolutions, biases 0, norms 1 / 0."""
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.trunc_normal_(module.weight, std=0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
