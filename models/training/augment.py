# SPDX-License-Identifier: GPL-3.0-or-later
"""Any orientation, place and scale.

Everything is drawn for each sample of a batch from one generator, so runs repeat.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from .recipe import Augmentation


def _uniform(count: int, low: float, high: float, draw: torch.Generator) -> Tensor:
    return torch.rand(count, generator=draw) * (high - low) + low


def sampling_grid(count: int, side: int, plan: Augmentation, draw: torch.Generator) -> Tensor:
    """Where to sample each output pixel: (N, size, size, 2) in -1..1 of a square source of `side` pixels.

    A window of ``side`` pixels fills the output at scale 1; a smaller window moves about freely.
    """
    quarter = torch.randint(4, (count,), generator=draw) * (math.pi / 2)
    mirror = torch.randint(2, (count,), generator=draw) * 2.0 - 1.0
    low, high = plan.scale
    scale = torch.exp(_uniform(count, math.log(low), math.log(high), draw))
    cos, sin = quarter.cos().round(), quarter.sin().round()
    matrix = torch.zeros(count, 2, 3)
    matrix[:, 0, 0], matrix[:, 0, 1] = cos * scale * mirror, -sin * scale
    matrix[:, 1, 0], matrix[:, 1, 1] = sin * scale * mirror, cos * scale
    room = (1 - scale).abs()
    matrix[:, :, 2] = (torch.rand(count, 2, generator=draw) * 2 - 1) * room[:, None]
    return F.affine_grid(matrix, [count, 1, plan.size, plan.size], align_corners=False)


def sample(images: Tensor, grid: Tensor) -> Tensor:
    """Bilinear samples of (N, C, S, S) at the grid, reflected beyond the edge."""
    return F.grid_sample(images, grid, mode="bilinear", padding_mode="reflection", align_corners=False)


def sample_labels(labels: Tensor, grid: Tensor) -> Tensor:
    """Nearest samples of (N, S, S) int64 labels at the grid."""
    picked = F.grid_sample(
        labels[:, None].float(), grid, mode="nearest", padding_mode="reflection", align_corners=False
    )
    return picked[:, 0].round().long()
