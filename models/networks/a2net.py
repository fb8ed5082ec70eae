# SPDX-License-Identifier: GPL-3.0-or-later
"""A2Net: two-date change detection on any four-map backbone, symmetric in the dates."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .layers import Backbone, tracing, trunc_normal_init, up


def conv_bn_relu(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs), nn.ReLU())


def pool_conv_bn_relu(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.MaxPool2d(2), *conv_bn_relu(inputs, outputs))


class Aggregation(nn.Module):
    """Fuses the neighbouring scales (concatenated) onto the map of this scale."""

    def __init__(self, inputs: int, identity: int, width: int) -> None:
        super().__init__()
        self.conv_fuse = nn.Sequential(
            *conv_bn_relu(inputs, width), nn.Conv2d(width, width, 3, padding=1), nn.BatchNorm2d(width)
        )
        self.conv_identity = nn.Conv2d(identity, width, 1)

    def forward(self, x: Tensor, identity: Tensor) -> Tensor:
        return F.relu(self.conv_fuse(x) + self.conv_identity(identity))


class NeighbourAggregation(nn.Module):
    """Each scale of one date joined with the next finer and the next coarser one."""

    def __init__(self, widths: tuple[int, ...], width: int) -> None:
        super().__init__()
        c2, c3, c4, c5 = widths
        mid = width // 2
        self.conv_scale2_c2 = conv_bn_relu(c2, mid)
        self.conv_scale2_c3 = conv_bn_relu(c3, mid)
        self.conv_aggregation_s2 = Aggregation(2 * mid, c2, width)
        self.conv_scale3_c2 = pool_conv_bn_relu(c2, mid)
        self.conv_scale3_c3 = conv_bn_relu(c3, mid)
        self.conv_scale3_c4 = conv_bn_relu(c4, mid)
        self.conv_aggregation_s3 = Aggregation(3 * mid, c3, width)
        self.conv_scale4_c3 = pool_conv_bn_relu(c3, mid)
        self.conv_scale4_c4 = conv_bn_relu(c4, mid)
        self.conv_scale4_c5 = conv_bn_relu(c5, mid)
        self.conv_aggregation_s4 = Aggregation(3 * mid, c4, width)
        self.conv_scale5_c4 = pool_conv_bn_relu(c4, mid)
        self.conv_scale5_c5 = conv_bn_relu(c5, mid)
        self.conv_aggregation_s5 = Aggregation(2 * mid, c5, width)

    def forward(self, c2: Tensor, c3: Tensor, c4: Tensor, c5: Tensor) -> tuple[Tensor, ...]:
        s2 = torch.cat([self.conv_scale2_c2(c2), up(self.conv_scale2_c3(c3), 2)], 1)
        s3 = torch.cat([self.conv_scale3_c2(c2), self.conv_scale3_c3(c3), up(self.conv_scale3_c4(c4), 2)], 1)
        s4 = torch.cat([self.conv_scale4_c3(c3), self.conv_scale4_c4(c4), up(self.conv_scale4_c5(c5), 2)], 1)
        s5 = torch.cat([self.conv_scale5_c4(c4), self.conv_scale5_c5(c5)], 1)
        return (
            self.conv_aggregation_s2(s2, c2),
            self.conv_aggregation_s3(s3, c3),
            self.conv_aggregation_s4(s4, c4),
            self.conv_aggregation_s5(s5, c5),
        )


class TemporalFusion(nn.Module):
    """The absolute difference of the dates through a cascade of dilated convolutions (7, 5, 3, 1)."""

    def __init__(self, width: int) -> None:
        super().__init__()

        def dilated(dilation: int) -> nn.Sequential:
            return nn.Sequential(nn.Conv2d(width, width, 3, padding=dilation, dilation=dilation), nn.BatchNorm2d(width))

        self.conv_branch1 = dilated(7)
        self.conv_branch2 = nn.Conv2d(width, width, 1)
        self.conv_branch2_f = dilated(5)
        self.conv_branch3 = nn.Conv2d(width, width, 1)
        self.conv_branch3_f = dilated(3)
        self.conv_branch4 = nn.Conv2d(width, width, 1)
        self.conv_branch4_f = dilated(1)
        self.conv_branch5 = nn.Conv2d(width, width, 1)

    def forward(self, before: Tensor, after: Tensor) -> Tensor:
        difference = (before - after).abs()
        x = self.conv_branch1(difference)
        x = self.conv_branch2_f(F.relu(self.conv_branch2(difference) + x))
        x = self.conv_branch3_f(F.relu(self.conv_branch3(difference) + x))
        x = self.conv_branch4_f(F.relu(self.conv_branch4(difference) + x))
        return F.relu(self.conv_branch5(difference) + x)


class TemporalFusions(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.tffm_x2 = TemporalFusion(width)
        self.tffm_x3 = TemporalFusion(width)
        self.tffm_x4 = TemporalFusion(width)
        self.tffm_x5 = TemporalFusion(width)

    def forward(self, before: list[Tensor], after: list[Tensor]) -> list[Tensor]:
        fusions = (self.tffm_x2, self.tffm_x3, self.tffm_x4, self.tffm_x5)
        return [fuse(b, a) for fuse, b, a in zip(fusions, before, after)]


class SupervisedAttention(nn.Module):
    """Predicts a mask at this scale and weighs the map by it and by its complement."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.cls = nn.Conv2d(width, 1, 1)
        self.conv_context = nn.Sequential(nn.Conv2d(2, width, 1), nn.BatchNorm2d(width), nn.ReLU())
        self.conv2 = conv_bn_relu(width, width)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        mask = self.cls(x)
        inside = torch.sigmoid(mask)
        return self.conv2(x * self.conv_context(torch.cat([inside, 1 - inside], 1))), mask


class Decoder(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.sam_p5 = SupervisedAttention(width)
        self.sam_p4 = SupervisedAttention(width)
        self.sam_p3 = SupervisedAttention(width)
        self.conv_p4 = conv_bn_relu(width, width)
        self.conv_p3 = conv_bn_relu(width, width)
        self.conv_p2 = conv_bn_relu(width, width)
        self.cls = nn.Conv2d(width, 1, 1)

    def forward(self, d2: Tensor, d3: Tensor, d4: Tensor, d5: Tensor) -> list[Tensor]:
        p5, m5 = self.sam_p5(d5)
        p4, m4 = self.sam_p4(self.conv_p4(d4 + up(p5, 2)))
        p3, m3 = self.sam_p3(self.conv_p3(d3 + up(p4, 2)))
        m2 = self.cls(self.conv_p2(d2 + up(p3, 2)))
        return [m2, m3, m4, m5]


class A2Net(nn.Module):
    """Before and after (N, 3, H, W) -> four probability maps (N, 1, H, W), finest first.

    Sides are 4 * floor(side / 4), as published, where the backbone takes the input as it is.
    """

    def __init__(self, backbone: Backbone, width: int = 64) -> None:
        super().__init__()
        self.backbone = backbone
        self.swa = NeighbourAggregation(backbone.widths, width)
        self.tfm = TemporalFusions(width)
        self.decoder = Decoder(width)
        trunc_normal_init(self)

    def forward(self, before: Tensor, after: Tensor) -> list[Tensor]:
        maps = self.swa(*self.backbone(torch.cat([before, after])))
        dates = [m.chunk(2) for m in maps]
        differences = self.tfm([b for b, _ in dates], [a for _, a in dates])
        masks = [torch.sigmoid(up(m, 4 << level)) for level, m in enumerate(self.decoder(*differences))]
        if tracing():
            return masks
        return [m[:, :, : before.shape[2], : before.shape[3]] for m in masks]
