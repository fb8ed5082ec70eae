# SPDX-License-Identifier: GPL-3.0-or-later
"""LRFormer: a backbone whose attention works at a fixed low resolution (Wu et al., TPAMI 2025), and its head.

Queries are about 16 x 16 averages of the map, keys and values pools of four more sizes, so that the
cost of attention grows with the image only through averaging. Images of any size work; the maps'
sides are those of the image over 4, 8, 16 and 32, rounded up.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor, nn

from .layers import (
    Backbone,
    ChannelNorm,
    DropPath,
    PatchEmbed,
    as_map,
    attend,
    drop_rates,
    pooled,
    pooling,
    resize,
    tokens,
    trunc_normal_init,
)

HEADS = (2, 4, 10, 16)
RATIOS = (8, 8, 4, 4)
"""Widening inside the blocks of each stage."""
QUERIES = 16
"""Cells of the queries' grid along the image's shorter side."""
KEYS = (11, 8, 6, 4)
"""The same of the grids that keys and values come from."""
LAYER_SCALE = 1e-6
DROP_PATH = 0.1
HEAD_HEADS = 8
HEAD_SCALE = 2
"""The head's grids are this much finer than the backbone's."""

Norm = Callable[[int], nn.Module]
LAYER_NORM = partial(ChannelNorm, eps=1e-6)


@dataclass(frozen=True)
class Variant:
    widths: tuple[int, int, int, int]
    depths: tuple[int, int, int, int]
    head: int
    """Channels of the decode head; of "xl" our choice, since nobody published that."""
    pre_norms: tuple[int, ...] = ()
    """Blocks of the third stage that start with a normalisation."""


VARIANTS = {
    "t": Variant((48, 96, 240, 384), (2, 2, 6, 3), 256),
    "s": Variant((64, 128, 320, 512), (3, 3, 12, 3), 384),
    "b": Variant((80, 160, 400, 512), (4, 4, 15, 8), 512),
    "l": Variant((96, 192, 480, 640), (4, 6, 18, 8), 640),
    "xl": Variant((128, 256, 640, 768), (4, 8, 22, 8), 768, (7, 15)),
}


Grids = list[tuple[Tensor, Tensor]]
"""How a map is pooled for queries, and in four ways for keys and values; see `layers.pooling`."""


def grids(x: Tensor, scale: int = 1) -> Grids:
    """Those of a map: cells along its shorter side as above, times `scale`, and square but for rounding."""
    height, width = x.shape[2], x.shape[3]

    def cells(length: int, other: int, least: int) -> int:
        """round(length * least / other + 0.001), but not under `least`, in whole numbers."""
        share, whole = 1000 * length * least + 501 * other, 1000 * other
        if isinstance(share, Tensor):  # while a graph is traced
            return torch.div(share, whole, rounding_mode="trunc").clamp(min=least)
        return max(share // whole, least)

    sizes = [size * scale for size in (QUERIES, *KEYS)]
    return [pooling(x, cells(height, width, size), cells(width, height, size)) for size in sizes]


class PoolingAttention(nn.Module):
    """Attention of the pooled map to four coarser pools of it, enlarged: (N, C, H, W) -> the same."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q = nn.Sequential(nn.Linear(dim, dim))
        self.kv = nn.Sequential(nn.Linear(dim, 2 * dim))
        self.proj = nn.Linear(dim, dim)
        self.norm = nn.LayerNorm(dim)

    def queries(self, grid: Tensor) -> Tensor:
        return self.q(tokens(grid))

    def forward(self, x: Tensor, grids: Grids, refine: nn.ModuleList | None = None) -> Tensor:
        """`refine`: a convolution for each of the four pools, whose result is added to it."""
        grid, *pools = (pooled(x, weights) for weights in grids)
        if refine is not None:
            pools = [p + conv(p) for p, conv in zip(pools, refine)]
        key, value = self.kv(self.norm(torch.cat([tokens(p) for p in pools], 1))).chunk(2, dim=2)
        return resize(as_map(self.proj(attend(self.queries(grid), key, value, self.heads)), grid), x)


class HeadAttention(PoolingAttention):
    """The decode head's."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__(dim, heads)
        self.q = nn.Conv2d(dim, dim, 1)  # type: ignore[assignment]
        self.kv = nn.Linear(dim, 2 * dim)  # type: ignore[assignment]

    def queries(self, grid: Tensor) -> Tensor:
        return tokens(self.q(grid))


class InvertedResidual(nn.Module):
    def __init__(self, dim: int, ratio: int) -> None:
        super().__init__()
        self.fc1 = nn.Conv2d(dim, ratio * dim, 1)
        self.act = nn.GELU()
        self.conv = nn.Conv2d(ratio * dim, ratio * dim, 3, padding=1, groups=ratio * dim)
        self.fc2 = nn.Conv2d(ratio * dim, dim, 1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.act(self.fc1(x))
        return self.fc2(x + self.conv(x))


class Block(nn.Module):
    """Position, attention and mixing, each added to the map (N, C, H, W).

    Args:
        scaled: whether each channel of the two branches has a learned factor.
        pre_norm: whether a batch normalisation replaces the map first.
    """

    layer_scale_1: nn.Parameter | None
    layer_scale_2: nn.Parameter | None

    def __init__(
        self, attention: nn.Module, dim: int, ratio: int, norm: Norm, scaled: bool, drop_path: float, pre_norm: bool
    ) -> None:
        super().__init__()
        for name in ("layer_scale_1", "layer_scale_2"):
            self.register_parameter(name, nn.Parameter(torch.full((dim,), LAYER_SCALE)) if scaled else None)
        self.pre_norm = nn.BatchNorm2d(dim) if pre_norm else nn.Identity()
        self.norm1 = norm(dim)
        self.attn = attention
        self.norm2 = norm(dim)
        self.mlp = InvertedResidual(dim, ratio)
        self.cpe = nn.Conv2d(dim, dim, 3, padding=1, groups=dim)
        self.drop_path = DropPath(drop_path)

    def _added(self, branch: Tensor, factor: Tensor | None) -> Tensor:
        return self.drop_path(branch if factor is None else branch * factor[:, None, None])

    def forward(self, x: Tensor, grids: Grids, refine: nn.ModuleList | None = None) -> Tensor:
        x = self.pre_norm(x)
        x = x + self.cpe(x)
        x = x + self._added(self.attn(self.norm1(x), grids, refine), self.layer_scale_1)
        return x + self._added(self.mlp(self.norm2(x)), self.layer_scale_2)


class Stem(nn.Module):
    """(N, 3, H, W) -> (N, C, ceil(H / 4), ceil(W / 4))."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        steps: list[nn.Module] = []
        for inputs, outputs, stride in ((3, dim // 2, 2), (dim // 2, dim // 2, 1), (dim // 2, dim, 2)):
            conv = nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1)
            steps += [conv, nn.BatchNorm2d(outputs), nn.GELU()]
        self.conv1 = nn.Sequential(*steps, nn.Conv2d(dim, dim, 3, padding=1))
        self.norm = LAYER_NORM(dim)

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(self.conv1(x))


class LRFormerFeatures(Backbone):
    """The dense backbone: (N, 3, H, W) -> four maps of `widths` channels, strides 4, 8, 16, 32 (rounded up).

    Args:
        variant: "t", "s", "b", "l" or "xl".
        drop_path: rate of the last block; None: 0.1.
    """

    def __init__(self, variant: str, drop_path: float | None = None) -> None:
        super().__init__()
        spec = VARIANTS[variant]
        self.widths = spec.widths
        rates = drop_rates(DROP_PATH if drop_path is None else drop_path, sum(spec.depths))
        self.patch_embed1 = Stem(spec.widths[0])
        for stage, (inputs, dim) in enumerate(zip(spec.widths, spec.widths[1:]), 2):
            setattr(self, f"patch_embed{stage}", PatchEmbed(inputs, dim, LAYER_NORM(dim)))
        for stage, dim in enumerate(spec.widths, 1):
            convs = (nn.Conv2d(dim, dim, 3, padding=1, groups=dim) for _ in KEYS)
            setattr(self, f"d_convs{stage}", nn.ModuleList(convs))
        for stage, (dim, depth, heads, ratio) in enumerate(zip(spec.widths, spec.depths, HEADS, RATIOS), 1):
            blocks = (
                Block(
                    PoolingAttention(dim, heads), dim, ratio, LAYER_NORM, scaled=stage > 2,
                    drop_path=rates.pop(0), pre_norm=stage == 3 and index in spec.pre_norms,
                )
                for index in range(depth)
            )  # fmt: skip
            setattr(self, f"block{stage}", nn.ModuleList(blocks))
        trunc_normal_init(self)

    def forward(self, x: Tensor) -> list[Tensor]:
        maps = []
        for stage in range(1, 5):
            x = self.get_submodule(f"patch_embed{stage}")(x)
            own = grids(x)
            for block in getattr(self, f"block{stage}"):
                x = block(x, own, getattr(self, f"d_convs{stage}"))
            maps.append(x)
        return maps


def squeeze(inputs: int, outputs: int) -> nn.Sequential:
    conv = nn.Conv2d(inputs, outputs, 1, bias=False)
    return nn.Sequential(OrderedDict(conv=conv, bn=nn.BatchNorm2d(outputs), act=nn.ReLU()))


class LRHead(nn.Module):
    """Four backbone maps -> logits (N, K, H / 8, W / 8); the finest map is not looked at."""

    def __init__(self, widths: tuple[int, ...], dim: int, num_classes: int) -> None:
        super().__init__()

        def block() -> Block:
            attention = HeadAttention(dim, HEAD_HEADS)
            return Block(attention, dim, 4, nn.BatchNorm2d, scaled=True, drop_path=0.0, pre_norm=False)

        self.conv_seg = nn.Conv2d(dim, num_classes, 1)
        self.dropout = nn.Dropout2d(0.1)
        self.squeeze1 = squeeze(sum(widths[1:]), dim)
        self.squeeze2 = squeeze(dim + widths[3], dim)
        self.fuse_block1 = block()
        self.fuse_block2 = block()

    def forward(self, maps: list[Tensor]) -> Tensor:
        _, fine, middle, coarse = maps
        coarse = resize(coarse, fine)
        own = grids(fine, HEAD_SCALE)
        x = self.fuse_block1(self.squeeze1(torch.cat([fine, resize(middle, fine), coarse], 1)), own)
        x = self.fuse_block2(self.squeeze2(torch.cat([x, coarse], 1)), own)
        return self.conv_seg(self.dropout(x))


class LRFormer(nn.Module):
    """(N, 3, H, W) -> logits (N, K, H, W).

    Args:
        width: channels of the head.
    Raises:
        ValueError: `width` is no multiple of 8, the head's attention heads.
    """

    def __init__(self, backbone: Backbone, num_classes: int = 150, width: int = 256) -> None:
        super().__init__()
        if width % HEAD_HEADS:
            raise ValueError(f"expected a width that is a multiple of {HEAD_HEADS}, found {width}")
        self.backbone = backbone
        self.decode_head = LRHead(backbone.widths, width, num_classes)
        trunc_normal_init(self.decode_head)

    def forward(self, x: Tensor) -> Tensor:
        return resize(self.decode_head(self.backbone(x)), x)
