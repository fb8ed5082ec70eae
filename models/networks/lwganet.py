# SPDX-License-Identifier: GPL-3.0-or-later
"""LWGANet, the light-weight grouped-attention backbone (AAAI 2026), and its scene classifier.

A block splits the channels in four quarters and looks at each with another range: point (PA),
local (LA), medium (MRA) and global (GA12, D_GA or GA by stage). Sides of any length work: what is
not a multiple of 32, or under 96, is extended by reflection; what the published code accepts
(side mod 32 in 0..3) gives its numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .layers import (
    Backbone,
    DropPath,
    SelectiveKernels,
    drop_rates,
    max_pool_2x2,
    max_unpool_2x2,
    reflect_to,
    tracing,
    trunc_normal_init,
)

KERNEL = 11
"""Length of the medium-range branch's strips."""
SMALLEST = 96
MULTIPLE = 32


@dataclass(frozen=True)
class Variant:
    width: int
    depths: tuple[int, int, int, int]
    activation: type[nn.Module]
    drop_path: float

    @property
    def widths(self) -> tuple[int, ...]:
        """Channels of the four stages, strides 4, 8, 16, 32."""
        return tuple(self.width << stage for stage in range(4))


VARIANTS = {
    "l0": Variant(32, (1, 2, 4, 2), nn.GELU, 0.0),
    "l1": Variant(64, (1, 2, 4, 2), nn.GELU, 0.1),
    "l2": Variant(96, (1, 4, 4, 2), nn.ReLU, 0.1),
}


class Stem(nn.Module):
    """(N, 3, H, W) -> (N, C, H // 4, W // 4)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(3, channels, 4, stride=4, bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(self.proj(x))


class DRFD(nn.Module):
    """Halves the sides and doubles the channels, by a strided convolution beside a max-pooling."""

    def __init__(self, dim: int, activation: type[nn.Module]) -> None:
        super().__init__()
        self.conv = nn.Conv2d(dim, 2 * dim, 3, padding=1, groups=dim)
        self.conv_c = nn.Conv2d(2 * dim, 2 * dim, 3, stride=2, padding=1, groups=2 * dim)
        self.act_c = activation()
        self.norm_c = nn.BatchNorm2d(2 * dim)
        self.norm_m = nn.BatchNorm2d(2 * dim)
        self.fusion = nn.Conv2d(4 * dim, 2 * dim, 1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(x)
        strided = self.norm_c(self.act_c(self.conv_c(x)))
        pooled = self.norm_m(F.max_pool2d(x, 3, stride=2, padding=1))
        return self.fusion(torch.cat([strided, pooled], dim=1))


class PA(nn.Module):
    """Point attention: a gate for each pixel from its own channels."""

    def __init__(self, dim: int, activation: type[nn.Module]) -> None:
        super().__init__()
        self.p_conv = nn.Sequential(
            nn.Conv2d(dim, 4 * dim, 1, bias=False),
            nn.BatchNorm2d(4 * dim),
            activation(),
            nn.Conv2d(4 * dim, dim, 1, bias=False),
        )

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.sigmoid(self.p_conv(x))


class LA(nn.Module):
    """Local attention: a plain 3x3 convolution."""

    def __init__(self, dim: int, activation: type[nn.Module]) -> None:
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(dim, dim, 3, padding=1, bias=False), nn.BatchNorm2d(dim), activation())

    def forward(self, x: Tensor) -> Tensor:
        return self.conv(x)


class BlurPool(nn.Module):
    """Binomial 4x4 low-pass with stride 3: (N, C, H, W) -> (N, C, ceil(H / 3), ceil(W / 3))."""

    filt: Tensor

    def __init__(self, dim: int) -> None:
        super().__init__()
        row = torch.tensor([1.0, 3.0, 3.0, 1.0])
        self.register_buffer("filt", (row[:, None] * row / 64.0).expand(dim, 1, 4, 4).clone())

    def forward(self, x: Tensor) -> Tensor:
        x = F.pad(x, (1, 2, 1, 2), mode="reflect")
        return F.conv2d(x, self.filt, stride=3, groups=self.filt.shape[0])


def _shear(weight: Tensor) -> Tensor:
    """(C, 1, 11, 3) -> (C, 1, 13, 13): row a, counted from the centre, moves left by a."""
    channels = weight.shape[0]
    rows = F.pad(weight, (0, KERNEL - 2)).flatten(1)  # rows of 12 in a grid of 13 shift by one each
    return F.pad(F.pad(rows, (KERNEL - 1, 1)).view(channels, 1, KERNEL, KERNEL + 2), (0, 0, 1, 1))


class MRA(nn.Module):
    """Medium-range attention: a gate from strips along rows, columns and both diagonals.

    The published code shears the map for the diagonals; the four strips together are one
    depthwise 13x13 kernel, which takes any rectangle.
    """

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.max_m2 = BlurPool(dim)
        across, along = (KERNEL, 3), (3, KERNEL)
        self.H_att1 = nn.Conv2d(dim, dim, across, groups=dim, bias=False)
        self.V_att1 = nn.Conv2d(dim, dim, along, groups=dim, bias=False)
        self.H_att2 = nn.Conv2d(dim, dim, across, groups=dim, bias=False)
        self.V_att2 = nn.Conv2d(dim, dim, along, groups=dim, bias=False)
        self.norm = nn.BatchNorm2d(dim)

    def merged_kernel(self) -> Tensor:
        """(C, 1, 13, 13): the sum of the four strips."""
        straight = F.pad(self.H_att1.weight, (5, 5, 1, 1)) + F.pad(self.V_att1.weight, (1, 1, 5, 5))
        diagonal = _shear(self.H_att2.weight) + _shear(self.V_att2.weight.transpose(2, 3)).transpose(2, 3)
        return (straight + diagonal).view(self.norm.num_features, 1, 13, 13)  # states the shape for the export

    def forward(self, x: Tensor) -> Tensor:
        small = self.max_m2(F.max_pool2d(x, 3, stride=1, padding=1))
        gate = F.conv2d(small, self.merged_kernel(), padding=6, groups=x.shape[1])
        gate = torch.sigmoid(self.norm(gate))
        return x * F.interpolate(gate, size=x.shape[2:], mode="nearest")


class GA12(SelectiveKernels):
    """Global attention of the two fine stages: large depthwise kernels on the 2x2 maxima."""

    def __init__(self, dim: int, activation: type[nn.Module]) -> None:
        nn.Module.__init__(self)  # published weights have the kernels between the projections
        self.proj_1 = nn.Conv2d(dim, dim, 1)
        self.activation = activation()
        self.add_kernels(dim)
        self.proj_2 = nn.Conv2d(dim, dim, 1)

    def forward(self, x: Tensor) -> Tensor:
        pooled, where = max_pool_2x2(x)
        mixed = super().forward(self.activation(self.proj_1(pooled)))
        return max_unpool_2x2(self.proj_2(mixed), where)


class GA(nn.Module):
    """Multi-head self-attention over all cells, four channels a head."""

    HEAD = 4

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.heads = max(dim // self.HEAD, 1)
        inner = self.heads * self.HEAD
        self.qkv = nn.Linear(dim, 3 * inner, bias=False)
        self.proj = nn.Linear(inner, dim, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        n, channels, height, width = x.shape
        qkv = self.qkv(x.flatten(2).transpose(1, 2))
        q, k, v = qkv.view(n, height * width, 3, self.heads, self.HEAD).permute(2, 0, 3, 1, 4).unbind(0)
        weights = (q @ k.transpose(2, 3) * self.HEAD**-0.5).softmax(dim=-1)
        tokens = (weights @ v).transpose(1, 2).flatten(2)
        return self.proj(tokens).transpose(1, 2).reshape(n, channels, height, width)


class D_GA(nn.Module):  # noqa: N801 (the published name)
    """GA on the 2x2 maxima, put back to where they came from."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(dim)
        self.attn = GA(dim)

    def forward(self, x: Tensor) -> Tensor:
        pooled, where = max_pool_2x2(x)
        return max_unpool_2x2(self.norm(self.attn(pooled)), where)


class LWGABlock(nn.Module):
    """One block of `stage` 0..3, (N, D, H, W) -> the same."""

    def __init__(self, dim: int, stage: int, drop_path: float, activation: type[nn.Module]) -> None:
        super().__init__()
        quarter = dim // 4
        self.stage = stage
        self.mlp = nn.Sequential(
            nn.Conv2d(dim, 2 * dim, 1, bias=False),
            nn.BatchNorm2d(2 * dim),
            activation(),
            nn.Conv2d(2 * dim, dim, 1, bias=False),
        )
        self.PA = PA(quarter, activation)
        self.LA = LA(quarter, activation)
        self.MRA = MRA(quarter)
        if stage < 2:
            self.GA12 = GA12(quarter, activation)
        elif stage == 2:
            self.GA3 = D_GA(quarter)
        else:
            self.GA4 = GA(quarter)
        if stage != 2:
            self.norm = nn.BatchNorm2d(quarter)
        self.norm1 = nn.BatchNorm2d(dim)
        self.drop_path = DropPath(drop_path)

    def _global(self, x: Tensor) -> Tensor:
        if self.stage == 2:
            return x + self.GA3(x)
        attention = self.GA12 if self.stage < 2 else self.GA4
        return self.norm(x + attention(x))

    def forward(self, x: Tensor) -> Tensor:
        x1, x2, x3, x4 = x.chunk(4, dim=1)
        mixed = torch.cat([x1 + self.PA(x1), self.LA(x2), self.MRA(x3), self._global(x4)], dim=1)
        return x + self.norm1(self.drop_path(self.mlp(mixed)))


class Stage(nn.Module):
    def __init__(self, blocks: list[LWGABlock]) -> None:
        super().__init__()
        self.blocks = nn.Sequential(*blocks)

    def forward(self, x: Tensor) -> Tensor:
        return self.blocks(x)


def fit(x: Tensor) -> Tensor:
    """x itself where the network takes its sides; otherwise extended to a multiple of 32 by reflection."""

    def side(length: int) -> int:
        fits = length >= SMALLEST and length // 4 % 8 == 0
        return length if fits else max(-(-length // MULTIPLE) * MULTIPLE, SMALLEST)

    height, width = int(x.shape[-2]), int(x.shape[-1])
    return reflect_to(x, side(height), side(width))


class _Trunk(Backbone):
    """Stem and stages, common to the classifier and the dense backbone."""

    def __init__(self, variant: str, drop_path: float | None) -> None:
        super().__init__()
        spec = VARIANTS[variant]
        self.widths = spec.widths
        self.Stem = Stem(spec.width)
        rates = drop_rates(spec.drop_path if drop_path is None else drop_path, sum(spec.depths))
        parts: list[nn.Module] = []
        for stage, (dim, depth) in enumerate(zip(spec.widths, spec.depths)):
            if stage:
                parts.append(DRFD(spec.widths[stage - 1], spec.activation))
            parts.append(Stage([LWGABlock(dim, stage, rates.pop(0), spec.activation) for _ in range(depth)]))
        self.stages = nn.Sequential(*parts)


class LWGANetFeatures(_Trunk):
    """The dense backbone: (N, 3, H, W) -> four maps of `widths` channels, strides 4, 8, 16, 32."""

    def __init__(self, variant: str, drop_path: float | None = None) -> None:
        super().__init__(variant, drop_path)
        for index, dim in zip((0, 2, 4, 6), self.widths):
            setattr(self, f"norm{index}", nn.BatchNorm2d(dim))
        trunc_normal_init(self)

    def forward(self, x: Tensor) -> list[Tensor]:
        x = self.Stem(x if tracing() else fit(x))
        maps = []
        for index, part in enumerate(self.stages):
            x = part(x)
            if index % 2 == 0:
                maps.append(getattr(self, f"norm{index}")(x))
        return maps


class LWGANet(_Trunk):
    """The scene classifier: (N, 3, H, W) -> logits (N, K)."""

    def __init__(self, variant: str, num_classes: int = 1000, drop_path: float | None = None) -> None:
        super().__init__(variant, drop_path)
        self.avgpool_pre_head = nn.Sequential(
            nn.AdaptiveAvgPool2d(1),
            nn.Conv2d(self.widths[-1], 1280, 1, bias=False),
            VARIANTS[variant].activation(),
        )
        self.head = nn.Linear(1280, num_classes)
        trunc_normal_init(self)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stages(self.Stem(x if tracing() else fit(x)))
        return self.head(self.avgpool_pre_head(x).flatten(1))
