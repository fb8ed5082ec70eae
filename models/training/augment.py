# SPDX-License-Identifier: GPL-3.0-or-later
"""What users' imagery may look like: any orientation, scale, brightness and haze.

Everything is drawn for each sample of a batch from one generator, so runs repeat.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from .recipe import Augmentation

WHITE = 255.0


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


def photometric(images: Tensor, plan: Augmentation, draw: torch.Generator) -> Tensor:
    """Brightness, contrast and haze of (N, C, H, W) values 0..255, each drawn once for a sample."""
    count = images.shape[0]
    if plan.brightness or plan.contrast:
        gain = 1 + _uniform(count, -plan.contrast, plan.contrast, draw)
        shift = WHITE * _uniform(count, -plan.brightness, plan.brightness, draw)
        middle = images.mean(dim=(1, 2, 3), keepdim=True)
        images = (images - middle) * gain.view(-1, 1, 1, 1) + middle + shift.view(-1, 1, 1, 1)
    if plan.haze:
        veil = (plan.haze * torch.rand(count, generator=draw) ** 2).view(-1, 1, 1, 1)
        air = _uniform(count, 0.75 * WHITE, WHITE, draw).view(-1, 1, 1, 1)
        images = images * (1 - veil) + air * veil
    return images.clamp(0, WHITE)
