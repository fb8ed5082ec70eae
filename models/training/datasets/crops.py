# SPDX-License-Identifier: GPL-3.0-or-later
"""Random crops of large labelled images, for the dense tasks."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from ..recipe import Augmentation


def draw_crop(image: Tensor, labels: Tensor, plan: Augmentation, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    """A square of random place, scale and orientation.

    Args:
        image: (C, H, W) uint8, all dates' bands together. labels: (H, W) uint8.
    Returns:
        float image (C, size, size) and int64 labels (size, size).
    """
    low, high = plan.scale
    scale = math.exp(math.log(low) + float(torch.rand((), generator=draw)) * math.log(high / low))
    height, width = labels.shape
    side = min(round(plan.size * scale), height, width)
    top = int(torch.randint(height - side + 1, (), generator=draw))
    left = int(torch.randint(width - side + 1, (), generator=draw))
    window = (slice(top, top + side), slice(left, left + side))
    pixels, truth = image[(slice(None), *window)].float(), labels[window].float()
    if side != plan.size:
        size = (plan.size, plan.size)
        pixels = F.interpolate(pixels[None], size, mode="bilinear", align_corners=False, antialias=side > plan.size)[0]
        truth = F.interpolate(truth[None, None], size, mode="nearest-exact")[0, 0]
    turns, mirror = int(torch.randint(4, (), generator=draw)), bool(torch.randint(2, (), generator=draw))
    pixels, truth = pixels.rot90(turns, (1, 2)), truth.rot90(turns, (0, 1))
    if mirror:
        pixels, truth = pixels.flip(2), truth.flip(1)
    return pixels, truth.long()
