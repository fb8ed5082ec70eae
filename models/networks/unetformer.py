# SPDX-License-Identifier: GPL-3.0-or-later
"""UNetFormer: a segmentation decoder of window attention blocks on any four-map backbone.

The published code pads widths wrongly and so runs only where every map is a multiple of the
window; here maps of any size are extended by reflection.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .layers import Backbone, reflect_to, tracing, trunc_normal_init, up

WINDOW = 8
HEADS = 8
MULTIPLE = 32
SLACK = 3
"""A side this little under a multiple of 32 gives maps that are each exactly twice the next."""
SMALLEST = 2 * MULTIPLE
"""The decoder reflects maps by a cell, so the coarsest has at least two."""


def conv_bn(inputs: int, outputs: int, kernel: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, padding=(kernel - 1) // 2, bias=False), nn.BatchNorm2d(outputs)
    )


def conv_bn_relu(inputs: int, outputs: int, kernel: int = 3) -> nn.Sequential:
    return conv_bn(inputs, outputs, kernel).append(nn.ReLU6())


def conv(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, outputs, 1, bias=False))


def separable(dim: int, kernel: int) -> nn.Sequential:
    """Depthwise, norm, pointwise; the norm sits between."""
    return nn.Sequential(
        nn.Conv2d(dim, dim, kernel, padding=(kernel - 1) // 2, groups=dim, bias=False),
        nn.BatchNorm2d(dim),
        nn.Conv2d(dim, dim, 1, bias=False),
    )


def relative_position_index() -> Tensor:
    """(64, 64) int64: row of the bias table for query i and key j of a window."""
    y, x = torch.meshgrid(torch.arange(WINDOW), torch.arange(WINDOW), indexing="ij")
    y, x = y.flatten(), x.flatten()
    return (y[:, None] - y + WINDOW - 1) * (2 * WINDOW - 1) + x[:, None] - x + WINDOW - 1


class GlobalLocalAttention(nn.Module):
    """Window attention with strip averages across windows, beside local convolutions."""

    relative_position_index: Tensor

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.scale = (dim // HEADS) ** -0.5
        self.relative_position_bias_table = nn.Parameter(torch.zeros((2 * WINDOW - 1) ** 2, HEADS))
        self.register_buffer("relative_position_index", relative_position_index())
        self.qkv = conv(dim, 3 * dim)
        self.local1 = conv_bn(dim, dim, 3)
        self.local2 = conv_bn(dim, dim, 1)
        self.proj = separable(dim, WINDOW)
        nn.init.trunc_normal_(self.relative_position_bias_table, std=0.02)

    def _windows(self, x: Tensor) -> Tensor:
        """Attention inside windows: (N, C, H, W), sides multiples of 8 -> the same."""
        n, channels, height, width = x.shape
        rows, columns, size = height // WINDOW, width // WINDOW, channels // HEADS
        qkv = self.qkv(x).view(n, 3, HEADS, size, rows, WINDOW, columns, WINDOW)
        q, k, v = qkv.permute(1, 0, 4, 6, 2, 5, 7, 3).reshape(3, -1, HEADS, WINDOW * WINDOW, size).unbind(0)
        bias = self.relative_position_bias_table[self.relative_position_index.view(-1)]
        bias = bias.view(WINDOW * WINDOW, WINDOW * WINDOW, HEADS).permute(2, 0, 1)
        tokens = (q @ k.transpose(2, 3) * self.scale + bias).softmax(dim=-1) @ v
        tokens = tokens.view(n, rows, columns, HEADS, WINDOW, WINDOW, size)
        return tokens.permute(0, 3, 6, 1, 4, 2, 5).reshape(n, channels, height, width)

    def forward(self, x: Tensor) -> Tensor:
        height, width = x.shape[2], x.shape[3]
        padded = x
        if not tracing():  # exported graphs are fed multiples of 256, which need none
            padded = reflect_to(x, -(-height // WINDOW) * WINDOW, -(-width // WINDOW) * WINDOW)
        out = self._windows(padded)[:, :, :height, :width]
        half = WINDOW // 2 - 1
        down = F.avg_pool2d(F.pad(out, (0, 0, 0, 1), mode="reflect"), (WINDOW, 1), 1, (half, 0))
        across = F.avg_pool2d(F.pad(out, (0, 1, 0, 0), mode="reflect"), (1, WINDOW), 1, (0, half))
        out = down + across + self.local2(x) + self.local1(x)
        return self.proj(F.pad(out, (0, 1, 0, 1), mode="reflect"))[:, :, :height, :width]


class Mlp(nn.Module):
    def __init__(self, dim: int) -> None:
        super().__init__()
        self.fc1 = nn.Conv2d(dim, 4 * dim, 1)
        self.act = nn.ReLU6()
        self.fc2 = nn.Conv2d(4 * dim, dim, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc2(self.act(self.fc1(x)))


class Block(nn.Module):
    def __init__(self, dim: int) -> None:
        super().__init__()
        self.norm1 = nn.BatchNorm2d(dim)
        self.attn = GlobalLocalAttention(dim)
        self.mlp = Mlp(dim)
        self.norm2 = nn.BatchNorm2d(dim)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attn(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class WeightedFusion(nn.Module):
    """Joins the coarser map with the backbone's map of twice its size, by two learned weights."""

    def __init__(self, inputs: int, dim: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.ones(2))
        self.pre_conv = conv(inputs, dim)
        self.post_conv = conv_bn_relu(dim, dim)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        weights = F.relu(self.weights)
        weights = weights / (weights.sum() + 1e-8)
        return self.post_conv(weights[0] * self.pre_conv(skip) + weights[1] * up(x, 2))


class FeatureRefinement(WeightedFusion):
    """The last fusion, followed by gates over pixels (pa) and over channels (ca)."""

    def __init__(self, inputs: int, dim: int) -> None:
        super().__init__(inputs, dim)
        self.pa = nn.Sequential(nn.Conv2d(dim, dim, 3, padding=1, groups=dim), nn.Sigmoid())
        self.ca = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), conv(dim, dim // 16), nn.ReLU6(), conv(dim // 16, dim), nn.Sigmoid()
        )
        self.shortcut = conv_bn(dim, dim, 1)
        self.proj = separable(dim, 3)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        x = super().forward(x, skip)
        gated = self.pa(x) * x + self.ca(x) * x
        return F.relu6(self.proj(gated) + self.shortcut(x))


class AuxHead(nn.Module):
    """A second prediction from the sum of the attention blocks; training only."""

    def __init__(self, dim: int, num_classes: int) -> None:
        super().__init__()
        self.conv = conv_bn_relu(dim, dim)
        self.drop = nn.Dropout(0.1)
        self.conv_out = conv(dim, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv_out(self.drop(self.conv(x)))


class Decoder(nn.Module):
    def __init__(self, widths: tuple[int, ...], dim: int, num_classes: int) -> None:
        super().__init__()
        self.pre_conv = conv_bn(widths[3], dim, 1)
        self.b4 = Block(dim)
        self.b3 = Block(dim)
        self.p3 = WeightedFusion(widths[2], dim)
        self.b2 = Block(dim)
        self.p2 = WeightedFusion(widths[1], dim)
        self.aux_head = AuxHead(dim, num_classes)
        self.p1 = FeatureRefinement(widths[0], dim)
        self.segmentation_head = nn.Sequential(conv_bn_relu(dim, dim), nn.Dropout2d(0.1), conv(dim, num_classes))

    def forward(self, maps: list[Tensor]) -> tuple[Tensor, Tensor | None]:
        fine, half, quarter, eighth = maps
        b4 = self.b4(self.pre_conv(eighth))
        b3 = self.b3(self.p3(b4, quarter))
        b2 = self.b2(self.p2(b3, half))
        logits = self.segmentation_head(self.p1(b2, fine))
        if not self.training:
            return logits, None
        size = b2.shape[2:]
        sum_ = sum((F.interpolate(b, size=size, mode="bilinear", align_corners=True) for b in (b4, b3)), b2)
        return logits, self.aux_head(sum_)


class UNetFormer(nn.Module):
    """(N, 3, H, W) -> logits (N, K, H, W); in training also the auxiliary logits."""

    def __init__(self, backbone: Backbone, num_classes: int = 6, width: int = 64) -> None:
        super().__init__()
        self.backbone = backbone
        self.decoder = Decoder(backbone.widths, width, num_classes)
        trunc_normal_init(self.decoder)

    def forward(self, x: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        logits, aux = self.decoder(self.backbone(x))
        if aux is None:
            return self._at_input(logits, x)
        return self._at_input(logits, x), self._at_input(aux, x)

    @staticmethod
    def _at_input(logits: Tensor, x: Tensor) -> Tensor:
        height, width = x.shape[2], x.shape[3]
        rows, columns = 4 * logits.shape[2], 4 * logits.shape[3]
        if tracing():
            return up(logits, 4)
        if rows > height or columns > width:  # the input was extended
            return F.interpolate(
                logits, size=(max(rows, height), max(columns, width)), mode="bilinear", align_corners=False
            )[:, :, :height, :width]
        return F.interpolate(logits, size=(height, width), mode="bilinear", align_corners=False)


def _fitting(side: int) -> int:
    whole = max(-(-side // MULTIPLE) * MULTIPLE, SMALLEST)
    return side if whole - side <= SLACK else whole


class CeilUNetFormer(UNetFormer):
    """On backbones whose maps round sides up (LSKNet), where LWGANet's round down.

    (N, 3, H, W) -> logits (N, K, H, W); in training also the auxiliary logits.

    Sides up to three pixels under a multiple of 32 are taken as they are, the logits resized to
    them, as published; others, and those under 61, are extended by reflection.
    """

    def forward(self, x: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        if tracing():
            return super().forward(x)
        height, width = x.shape[2], x.shape[3]
        out = super().forward(reflect_to(x, _fitting(height), _fitting(width)))
        if isinstance(out, tuple):
            return out[0][:, :, :height, :width], out[1][:, :, :height, :width]
        return out[:, :, :height, :width]

    @staticmethod
    def _at_input(logits: Tensor, x: Tensor) -> Tensor:
        return F.interpolate(logits, size=x.shape[2:], mode="bilinear", align_corners=False)
