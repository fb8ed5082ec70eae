# SPDX-License-Identifier: GPL-3.0-or-later
"""CLAFA: two-date change detection by cross-level aggregation and feature alignment, on any four-map backbone.

Its pyramid is of deformable convolutions, each modulated by the next coarser level. Formulas: the network
as published with LWGANet. Its limits to square images are lifted.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .deformable import DeformableAttention, cell_centres, deform_conv
from .layers import (
    Backbone,
    as_map,
    place_type,
    pooled,
    pooling,
    resize,
    tokens,
    tracing,
    trunc_normal_init,
    unflatten,
    up,
)

POINTS = (4, 8, 16)
"""Places each coarse cell looks at, from the coarsest fusion to the finest."""
KERNEL = 5
DILATION = 2
AUXILIARY = 256
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


class WavePosition(nn.Module):
    """(C,) waves of the running number of each token, times a learned factor."""

    inv_freq: Tensor

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.full((1,), dim**-0.5))
        self.register_buffer("inv_freq", 10000 ** -(torch.arange(0, dim, 2) / dim))

    def forward(self, x: Tensor) -> Tensor:
        """Tokens (N, L, C) -> (L, C)."""
        number = torch.arange(x.shape[1], dtype=place_type(x), device=x.device)
        angle = number[:, None] * self.inv_freq
        return torch.cat([angle.sin(), angle.cos()], 1) * self.scale


class ConvBlock(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        conv = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.block = nn.Sequential(conv, nn.BatchNorm2d(outputs), nn.ReLU())

    def forward(self, x: Tensor) -> Tensor:
        return self.block(x)


class VerticalFusion(nn.Module):
    """Coarse and fine map (N, C, ., .) -> fine map, with what the coarse one found in it added.

    Coarse cells attend to places of the fine map; a kernel that each fine cell predicts gathers the
    result from the cells around.
    """

    def __init__(self, dim: int, points: int) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(dim)
        self.norm2 = nn.LayerNorm(dim)
        self.pos = WavePosition(dim)
        self.crossattn = DeformableAttention(dim, heads=1, levels=1, points=points)
        self.convs = nn.Sequential(ConvBlock(dim, dim))
        self.enc = ConvBlock(dim, KERNEL**2)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        query, memory = self.norm1(tokens(coarse)), self.norm2(tokens(fine))
        sides = [(fine.shape[2], fine.shape[3])]
        found = self.crossattn(query, self.pos(query), cell_centres(coarse), memory, sides)
        near = F.interpolate(as_map(found, coarse), size=fine.shape[2:], mode="nearest")
        kernel = self.enc(self.convs(fine)).softmax(1)
        for index, moved in enumerate(shifted(near, KERNEL, DILATION)):
            fine = fine + kernel[:, index : index + 1] * moved
        return fine


class Gate(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv2d = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.mask_conv2d = nn.Conv2d(inputs, outputs, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv2d(x) * torch.sigmoid(self.mask_conv2d(x))


class Enlarge(nn.Module):
    """(N, C, H, W) -> (N, C / 2, 2H, 2W)."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        conv = nn.ConvTranspose2d(dim, dim, 3, stride=2, padding=1, output_padding=1, bias=False)
        self.residual_up = nn.Sequential(conv, nn.BatchNorm2d(dim), nn.ReLU())
        self.gate = Gate(dim, dim // 2)
        bilinear = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)
        self.up = nn.Sequential(bilinear, nn.Conv2d(dim, dim // 2, 1))

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.up(x) + self.gate(self.residual_up(x)))


class Head(nn.Module):
    """(N, C, H, W) -> logits (N, 2, 4H, 4W)."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.up = nn.Sequential(Enlarge(dim), Enlarge(dim // 2))
        self.smooth = nn.Sequential(nn.Conv2d(dim // 4, dim // 4, 3, padding=1), nn.ReLU(), nn.Dropout2d(0.1))
        self.final = nn.Conv2d(dim // 4, 2, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.final(self.smooth(self.up(x)))


class CLAFA(nn.Module):
    """Before and after (N, 3, H, W) -> five maps of logits (N, 2, ., .), unchanged and changed.

    The first has H x W (4 * floor(side / 4), as published, where the backbone takes the input as it
    is); the others, of the levels from fine to coarse, are for the losses.

    Args:
        auxiliary: side of these square maps, as published; None: that of the first map.
    Raises:
        ValueError: `width` is no multiple of 16.
    """

    def __init__(self, backbone: Backbone, width: int = 128, auxiliary: int | None = AUXILIARY) -> None:
        super().__init__()
        if width % MIXED:
            raise ValueError(f"expected a width that is a multiple of {MIXED}, found {width}")
        self.auxiliary = auxiliary
        self.backbone = backbone
        self.fpn = ModulatedPyramid(backbone.widths, width)
        self.p5_to_p4, self.p4_to_p3, self.p3_to_p2 = (VerticalFusion(width, points) for points in POINTS)
        self.p5_head, self.p4_head, self.p3_head, self.p2_head = (nn.Conv2d(width, 2, 1) for _ in range(4))
        # Published weights have this, and nothing uses it.
        self.project = nn.Sequential(nn.Conv2d(4 * width, width, 1, bias=False), nn.BatchNorm2d(width))
        self.head = Head(width)
        trunc_normal_init(self)
        for fusion in (self.p5_to_p4, self.p4_to_p3, self.p3_to_p2):
            fusion.crossattn.reset()

    def forward(self, before: Tensor, after: Tensor) -> list[Tensor]:
        maps = [x.chunk(2) for x in self.fpn(self.backbone(torch.cat([before, after])))]
        d2, d3, d4, f5 = ((b - a).abs() for b, a in maps)
        f4 = self.p5_to_p4(f5, d4)
        f3 = self.p4_to_p3(f4, d3)
        f2 = self.p3_to_p2(f3, d2)
        change = self.head(f2)
        levels = [self.p2_head(f2), self.p3_head(f3), self.p4_head(f4), self.p5_head(f5)]
        if tracing():
            return [change]
        height, width = before.shape[2], before.shape[3]
        change = change[:, :, :height, :width]
        if self.auxiliary is None:
            return [change, *(up(x, 4 << level)[:, :, :height, :width] for level, x in enumerate(levels))]
        square = (self.auxiliary, self.auxiliary)
        return [change, *(F.interpolate(x, size=square, mode="bilinear", align_corners=False) for x in levels)]
