# SPDX-License-Identifier: GPL-3.0-or-later
"""Feature pyramid on any four-map backbone (Lin et al., CVPR 2017)."""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn


class Conv(nn.Module):
    """A plain convolution one name deeper, as published weights have it."""

    def __init__(self, inputs: int, outputs: int, kernel: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2)
        nn.init.xavier_uniform_(self.conv.weight)
        nn.init.zeros_(self.conv.bias)  # type: ignore[arg-type]

    def forward(self, x: Tensor) -> Tensor:
        return self.conv(x)


class FPN(nn.Module):
    """Four maps of `widths` channels -> five of `width`, the last at twice the stride of the fourth."""

    def __init__(self, widths: tuple[int, ...], width: int) -> None:
        super().__init__()
        self.lateral_convs = nn.ModuleList(Conv(inputs, width, 1) for inputs in widths)
        self.fpn_convs = nn.ModuleList(Conv(width, width, 3) for _ in widths)

    def forward(self, maps: list[Tensor]) -> list[Tensor]:
        summed = [lateral(x) for lateral, x in zip(self.lateral_convs, maps)]
        for level in range(len(summed) - 1, 0, -1):
            finer = summed[level - 1]
            summed[level - 1] = finer + F.interpolate(summed[level], size=finer.shape[2:], mode="nearest")
        out = [conv(x) for conv, x in zip(self.fpn_convs, summed)]
        return [*out, F.max_pool2d(out[-1], 1, stride=2)]
