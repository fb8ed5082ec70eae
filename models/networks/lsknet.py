# SPDX-License-Identifier: GPL-3.0-or-later
"""LSKNet, the large selective kernel backbone (Li et al., ICCV 2023; IJCV 2025), and its scene classifier.

Images of any size work; the maps' sides are those of the image over 4, 8, 16 and 32, rounded up.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .layers import Backbone, ChannelNorm, DropPath, PatchEmbed, SelectiveKernels, drop_rates, trunc_normal_init

RATIOS = (8, 8, 4, 4)
"""Widening inside the blocks of each stage."""
LAYER_SCALE = 0.01
DROP_PATH = 0.1


@dataclass(frozen=True)
class Variant:
    widths: tuple[int, int, int, int]
    depths: tuple[int, int, int, int]


VARIANTS = {
    "t": Variant((32, 64, 160, 256), (3, 3, 5, 2)),
    "s": Variant((64, 128, 320, 512), (2, 2, 4, 2)),
}


class Attention(nn.Module):
    def __init__(self, dim: int) -> None:
        super().__init__()
        self.proj_1 = nn.Conv2d(dim, dim, 1)
        self.activation = nn.GELU()
        self.spatial_gating_unit = SelectiveKernels(dim)
        self.proj_2 = nn.Conv2d(dim, dim, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.proj_2(self.spatial_gating_unit(self.activation(self.proj_1(x))))


class Depthwise(nn.Module):
    """A depthwise 3x3 convolution one name deeper, as published weights have it."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.dwconv = nn.Conv2d(dim, dim, 3, padding=1, groups=dim)

    def forward(self, x: Tensor) -> Tensor:
        return self.dwconv(x)


class Mlp(nn.Module):
    def __init__(self, dim: int, ratio: int) -> None:
        super().__init__()
        self.fc1 = nn.Conv2d(dim, ratio * dim, 1)
        self.dwconv = Depthwise(ratio * dim)
        self.act = nn.GELU()
        self.fc2 = nn.Conv2d(ratio * dim, dim, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc2(self.act(self.dwconv(self.fc1(x))))


class Block(nn.Module):
    """(N, C, H, W) -> the same. The attention's own skip adds its normalised input."""

    def __init__(self, dim: int, ratio: int, drop_path: float) -> None:
        super().__init__()
        self.layer_scale_1 = nn.Parameter(torch.full((dim,), LAYER_SCALE))
        self.layer_scale_2 = nn.Parameter(torch.full((dim,), LAYER_SCALE))
        self.norm1 = nn.BatchNorm2d(dim)
        self.norm2 = nn.BatchNorm2d(dim)
        self.attn = Attention(dim)
        self.mlp = Mlp(dim, ratio)
        self.drop_path = DropPath(drop_path)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.drop_path(self.layer_scale_1[:, None, None] * self.attn(self.norm1(x)))
        return x + self.drop_path(self.layer_scale_2[:, None, None] * self.mlp(self.norm2(x)))


class LSKNetFeatures(Backbone):
    """The dense backbone: (N, 3, H, W) -> four maps of `widths` channels, strides 4, 8, 16, 32 (rounded up).

    Args:
        variant: "t" or "s".
        drop_path: rate of the last block; None: 0.1.
    """

    def __init__(self, variant: str, drop_path: float | None = None) -> None:
        super().__init__()
        spec = VARIANTS[variant]
        self.widths = spec.widths
        rates = drop_rates(DROP_PATH if drop_path is None else drop_path, sum(spec.depths))
        inputs = 3
        for stage, (dim, depth, ratio) in enumerate(zip(spec.widths, spec.depths, RATIOS), 1):
            kernel, stride = (7, 4) if stage == 1 else (3, 2)
            setattr(self, f"patch_embed{stage}", PatchEmbed(inputs, dim, nn.BatchNorm2d(dim), kernel, stride))
            setattr(self, f"block{stage}", nn.Sequential(*(Block(dim, ratio, rates.pop(0)) for _ in range(depth))))
            setattr(self, f"norm{stage}", ChannelNorm(dim, eps=1e-6))
            inputs = dim
        trunc_normal_init(self)

    def features(self, x: Tensor) -> list[Tensor]:
        maps = []
        for stage in range(1, 5):
            for part in ("patch_embed", "block", "norm"):  # the next stage sees the normalised map
                x = self.get_submodule(f"{part}{stage}")(x)
            maps.append(x)
        return maps

    def forward(self, x: Tensor) -> list[Tensor]:
        return self.features(x)


class LSKNet(LSKNetFeatures):
    """The scene classifier: (N, 3, H, W) -> logits (N, K)."""

    def __init__(self, variant: str, num_classes: int = 1000, drop_path: float | None = None) -> None:
        super().__init__(variant, drop_path)
        self.head = nn.Linear(self.widths[-1], num_classes)
        trunc_normal_init(self.head)

    def forward(self, x: Tensor) -> Tensor:  # type: ignore[override]
        return self.head(self.features(x)[-1].mean(dim=(2, 3)))
