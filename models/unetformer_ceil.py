# SPDX-License-Identifier: GPL-3.0-or-later
"""UNetFormer on backbones whose maps round sides up (LSKNet), where LWGANet's round down."""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor

from .layers import reflect_to, tracing
from .unetformer import UNetFormer

MULTIPLE = 32
SLACK = 3
"""A side this little under a multiple of 32 gives maps that are each exactly twice the next."""
SMALLEST = 2 * MULTIPLE
"""The decoder reflects maps by a cell, so the coarsest has at least two."""


def _fitting(side: int) -> int:
    whole = max(-(-side // MULTIPLE) * MULTIPLE, SMALLEST)
    return side if whole - side <= SLACK else whole


class CeilUNetFormer(UNetFormer):
    """(N, 3, H, W) -> logits (N, K, H, W); in training also the auxiliary logits.

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
