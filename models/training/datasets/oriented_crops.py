# SPDX-License-Identifier: GPL-3.0-or-later
"""Random crops of large images with rotated boxes, for detectors.

Pixel coordinates are continuous: the first pixel reaches from 0 to 1. A view maps positions of
the crop to the image by ``image = centre + scale * R(turn) * diag(mirror, 1) * (crop - size / 2)``,
which keeps rectangles rectangles, so boxes move exactly with their pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from ....core.boxes import boxes as rotated
from ...detection.box_coders import wrap
from ..detection import DIFFICULT
from ..recipe import Augmentation

WHOLE = 0.6
"""Boxes with a smaller share of their area inside a crop are difficult, as in the published tool."""


@dataclass(frozen=True)
class View:
    size: int
    centre: tuple[float, float]
    scale: float
    turn: float
    """Radians, from x towards y."""
    mirror: bool

    def _axes(self) -> Tensor:
        """(2, 2): image step of one crop pixel along x (first column) and y."""
        cos, sin = math.cos(self.turn) * self.scale, math.sin(self.turn) * self.scale
        flip = -1.0 if self.mirror else 1.0
        return torch.tensor([[flip * cos, -sin], [flip * sin, cos]])

    def pixels(self, image: Tensor) -> Tensor:
        """Bilinear samples (C, size, size) of float (C, H, W), reflected beyond its edges."""
        steps = torch.arange(self.size, dtype=torch.float32) + (0.5 - self.size / 2)
        y, x = torch.meshgrid(steps, steps, indexing="ij")
        where = torch.stack([x, y], -1) @ self._axes().T + torch.tensor(self.centre)
        height, width = image.shape[1:]
        grid = where / torch.tensor([width / 2, height / 2]) - 1
        return F.grid_sample(image[None], grid[None], "bilinear", "reflection", align_corners=False)[0]

    def boxes(self, boxes: Tensor) -> Tensor:
        """Rotated boxes (M, 5) of the image in the crop's coordinates."""
        centres = (boxes[:, :2] - torch.tensor(self.centre)) @ self._axes().inverse().T + self.size / 2
        angle = boxes[:, 4:] - self.turn
        return torch.cat([centres, boxes[:, 2:4] / self.scale, wrap(-angle if self.mirror else angle)], 1)


def draw_view(shape: Sequence[int], plan: Augmentation, draw: torch.Generator) -> View:
    """Any angle, either hand, a scale of the plan's range; inside the image (height, width) where it fits."""
    angle, place_x, place_y, zoom = torch.rand(4, generator=draw, dtype=torch.float64).tolist()
    low, high = plan.scale
    scale, turn = low * (high / low) ** zoom, angle * 2 * math.pi
    reach = plan.size * scale / 2 * (abs(math.cos(turn)) + abs(math.sin(turn)))
    height, width = shape

    def middle(length: int, share: float) -> float:
        return reach + share * (length - 2 * reach) if length > 2 * reach else length / 2

    mirror = bool(torch.randint(2, (), generator=draw))
    return View(plan.size, (middle(width, place_x), middle(height, place_y)), scale, turn, mirror)


def shares_inside(boxes: Tensor, width: float, height: float) -> NDArray[np.float64]:
    """(M,) share of each box's area inside a window from 0, 0."""
    polygons = rotated.polygons(boxes.double().numpy())
    area = shapely.area(polygons)
    inside = shapely.area(shapely.intersection(polygons, shapely.box(0, 0, width, height)))
    return np.divide(inside, area, out=np.zeros(len(area)), where=area > 0)


def window_targets(rows: Tensor, width: float, height: float) -> Tensor:
    """Of (M, 6) boxes and classes those that reach into a window from 0, 0.

    Boxes across its edge keep their full shape (a detector then says where the whole object is,
    whichever tile sees it), but are difficult where less than WHOLE of them is inside.
    """
    share = torch.from_numpy(shares_inside(rows[:, :5], width, height))
    rows = rows.clone()
    rows[share < WHOLE, 5] = DIFFICULT
    return rows[share > 0]


def draw_crop(image: Tensor, rows: Tensor, plan: Augmentation, draw: torch.Generator) -> tuple[Tensor, Tensor]:
    """A random view.

    Args:
        image: float (C, H, W). rows: (M, 6) boxes and classes in its pixels.
    Returns:
        (C, size, size), and the boxes (m, 6) that reach into it.
    """
    view = draw_view(image.shape[1:], plan, draw)
    moved = torch.cat([view.boxes(rows[:, :5]), rows[:, 5:]], 1)
    radius = (moved[:, 2] + moved[:, 3]) / 2
    near = ((moved[:, :2] - plan.size / 2).abs() < plan.size / 2 + radius[:, None]).all(1)
    return view.pixels(image), window_targets(moved[near], plan.size, plan.size)
