# SPDX-License-Identifier: GPL-3.0-or-later
"""CLAFA's feature pyramid: deformable convolutions, each modulated by the next coarser level."""

from __future__ import annotations

from collections.abc import Iterator

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .deformable import deform_conv
from .layers import pooled, pooling, resize, unflatten

GROUPS = 4
"""Of channels that a deformable convolution moves together."""
COARSEST = 5
LEVELS = (5, 4, 3, 2)
"""Powers of two that are the strides, in the order of work."""
KERNELS = ((1, 1), (3, 2), (5, 4))
"""Sides and groups of the convolutions that offsets come from."""
CONTEXT = 5
"""Figures that stand for the 3 x 3 averages of a channel."""
MIXED = 16
"""Adjoining channels that are mixed to weigh outputs."""


def shifted(x: Tensor, kernel: int, dilation: int = 1) -> Iterator[Tensor]:
    """The maps that the taps of a kernel see, row by row: x moved, and zero where nothing comes from."""
    height, width, margin = x.shape[2], x.shape[3], kernel // 2 * dilation
    padded = F.pad(x, (margin, margin, margin, margin))
    for row in range(0, kernel * dilation, dilation):
        for column in range(0, kernel * dilation, dilation):
            yield padded[:, :, row : row + height, column : column + width]


class DeformableConv(nn.Conv2d):
    """A 3x3 convolution whose taps are moved and weighed by what convolutions of three sizes see."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs, 3, padding=1)
        self.figures = GROUPS * 9 * 3
        # Published weights have this, and nothing uses it.
        self.conv_offset = nn.Conv2d(inputs, self.figures, 3, padding=1)
        self.pyconv_levels = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(inputs, self.figures, kernel, padding=kernel // 2, groups=groups, bias=False),
                nn.BatchNorm2d(self.figures),
                nn.ReLU(),
            )
            for kernel, groups in KERNELS
        )
        self.offset = nn.Conv2d(3 * self.figures, self.figures, 1)

    def forward(self, x: Tensor) -> Tensor:
        figures = self.offset(torch.cat([level(x) for level in self.pyconv_levels], 1))
        offsets, gates = figures.split([self.figures * 2 // 3, self.figures // 3], 1)
        return deform_conv(x, offsets, torch.sigmoid(gates), self.weight, self.bias)


class ContextGatedConv(nn.Conv2d):
    """A 3x3 convolution whose weights are weighed by the whole map, image by image; without its bias."""

    def __init__(self, dim: int) -> None:
        super().__init__(dim, dim, 3, padding=1)
        self.ce = nn.Linear(9, CONTEXT, bias=False)
        self.ce_bn = nn.BatchNorm1d(dim)
        self.ci_bn2 = nn.BatchNorm1d(dim)
        self.ci = nn.Linear(MIXED, MIXED, bias=False)
        self.ci_bn = nn.BatchNorm1d(dim)
        self.gd = nn.Linear(CONTEXT, 9, bias=False)
        self.gd2 = nn.Linear(CONTEXT, 9, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        context = self.ce(pooled(x, pooling(x, 3, 3)).flatten(2))
        inputs = self.gd(F.relu(self.ce_bn(context)))
        mixed = unflatten(F.relu(self.ci_bn2(context)), 1, (-1, MIXED)).transpose(2, 3)
        mixed = self.ci(mixed).transpose(2, 3).flatten(1, 2)
        outputs = self.gd2(F.relu(self.ci_bn(mixed)))
        gates = torch.sigmoid(inputs[:, None] + outputs[:, :, None])  # (N, O, I, 9)
        weights = (self.weight.flatten(2) * gates).unbind(3)
        taps = [weight @ moved.flatten(2) for weight, moved in zip(weights, shifted(x, 3))]
        return unflatten(torch.stack(taps).sum(0), 2, (x.shape[2], x.shape[3]))


class Gamma(nn.Module):
    """A factor 0..1 for each channel."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.fc = nn.Sequential(
            nn.Conv2d(dim, dim // 4, 1, bias=False), nn.ReLU(), nn.Conv2d(dim // 4, dim, 1, bias=False), nn.Sigmoid()
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.fc(x.mean((2, 3), keepdim=True))


class Beta(nn.Module):
    """What is added to each cell."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(dim, dim, 3, padding=1), nn.ReLU())
        self.conv = ContextGatedConv(dim)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv(self.stem(x))


class ModulatedPyramid(nn.Module):
    """Four maps of `widths` channels -> four of `dim`, of the same sides."""

    def __init__(self, widths: tuple[int, ...], dim: int) -> None:
        super().__init__()
        for level, inputs in enumerate(widths, 2):
            setattr(self, f"p{level}", DeformableConv(inputs, dim))
        for level in LEVELS:
            setattr(self, f"p{level}_bn", nn.BatchNorm2d(dim, affine=level == COARSEST))
        for level in LEVELS[1:]:
            setattr(self, f"p{level}_Gamma", Gamma(dim))
            setattr(self, f"p{level}_beta", Beta(dim))
        for level in LEVELS:
            setattr(self, f"p{level}_smooth", nn.Conv2d(dim, dim, 3, padding=1))

    def forward(self, maps: list[Tensor]) -> list[Tensor]:
        x, out = maps[0], []
        for level in LEVELS:
            own = self.get_submodule(f"p{level}_bn")(self.get_submodule(f"p{level}")(maps[level - 2]))
            if level < COARSEST:
                coarse = resize(x, own)
                factor = 1 + self.get_submodule(f"p{level}_Gamma")(coarse)
                own = own * factor + self.get_submodule(f"p{level}_beta")(coarse)
            x = F.relu(own)
            out.append(self.get_submodule(f"p{level}_smooth")(x))
        return out[::-1]
