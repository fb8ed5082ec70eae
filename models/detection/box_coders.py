# SPDX-License-Identifier: GPL-3.0-or-later
"""Rotated boxes and their two codings by offsets: from anchors (midpoints) and from proposals (deltas).

A rotated box is (..., 5) = centre x, centre y, w, h in pixels and angle in radians, "le90": w >= h
and the angle of the long side in [-pi/2, pi/2), growing from x towards y (down), so clockwise.
Formulas: Oriented R-CNN (Xie et al., ICCV 2021), for the midpoint offsets and the deltas.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

MIDPOINT_STDS = (1.0, 1.0, 1.0, 1.0, 0.5, 0.5)
DELTA_STDS = (0.1, 0.1, 0.2, 0.2, 0.1)
MAX_LOG_RATIO = abs(math.log(16 / 1000))
"""Sides change by at most this factor's exponential."""
TIE = 0.1
"""Vertices that are level within this many pixels are both the top (right-most) one."""
SMALLEST_SIDE = 1e-3


def wrap(angle: Tensor) -> Tensor:
    """Angles in radians to [-pi/2, pi/2): a box turned by half a circle is the same box."""
    return torch.remainder(angle + math.pi / 2, math.pi) - math.pi / 2


def corners(boxes: Tensor) -> Tensor:
    """(..., 5) -> (..., 4, 2) x, y of the corners, clockwise from the one at (-w/2, -h/2) before turning."""
    x, y, w, h, angle = boxes.unbind(-1)
    cos, sin = torch.cos(angle) / 2, torch.sin(angle) / 2
    along = torch.stack([w * cos, w * sin], -1)
    across = torch.stack([-h * sin, h * cos], -1)
    centre = torch.stack([x, y], -1)
    return torch.stack([centre - along - across, centre + along - across,
                        centre + along + across, centre - along + across], -2)  # fmt: skip


def hulls(boxes: Tensor) -> Tensor:
    """(..., 5) -> (..., 4) left, top, right, bottom of the upright rectangle around each box."""
    x, y, w, h, angle = boxes.unbind(-1)
    cos, sin = torch.cos(angle).abs() / 2, torch.sin(angle).abs() / 2
    right, down = w * cos + h * sin, w * sin + h * cos
    return torch.stack([x - right, y - down, x + right, y + down], -1)


def _upright(boxes: Tensor) -> tuple[Tensor, ...]:
    """Centre x, centre y, width, height of (..., 4) left, top, right, bottom."""
    left, top, right, bottom = boxes.unbind(-1)
    return (left + right) / 2, (top + bottom) / 2, right - left, bottom - top


def _scaled(stds: tuple[float, ...], offsets: Tensor) -> list[Tensor]:
    return [column * std for column, std in zip(offsets.unbind(-1), stds)]


def midpoint_encode(anchors: Tensor, boxes: Tensor) -> Tensor:
    """Offsets that turn anchors into boxes.

    Args:
        anchors: (n, 4) left, top, right, bottom.
        boxes: (n, 5).
    Returns:
        (n, 6): shift of the hull's centre in anchor sides, log ratios of its sides, and where the
        top and the right-most vertex lie on its upper and right edge, in its sides from the middle.
    """
    hull, points = hulls(boxes), corners(boxes)
    px, py, pw, ph = _upright(anchors)
    gx, gy, gw, gh = _upright(hull)
    x, y = points.unbind(-1)
    lowest = torch.full_like(x, -math.inf)
    top = torch.where((y - hull[:, 1:2]).abs() <= TIE, x, lowest).amax(-1)
    right = torch.where((x - hull[:, 2:3]).abs() <= TIE, y, lowest).amax(-1)
    parts = ((gx - px) / pw, (gy - py) / ph, torch.log(gw / pw), torch.log(gh / ph), (top - gx) / gw, (right - gy) / gh)
    return torch.stack([part / std for part, std in zip(parts, MIDPOINT_STDS)], -1)


def midpoint_decode(anchors: Tensor, offsets: Tensor) -> Tensor:
    """Boxes (..., 5) from anchors (..., 4) and offsets (..., 6); the inverse of `midpoint_encode`.

    The two vertices span a parallelogram about the centre; its shorter diagonal is stretched to
    the longer, which makes it a rectangle. Boxes are not clipped to the image.
    """
    px, py, pw, ph = _upright(anchors)
    dx, dy, dw, dh, da, db = _scaled(MIDPOINT_STDS, offsets)
    gw = pw * dw.clamp(-MAX_LOG_RATIO, MAX_LOG_RATIO).exp()
    gh = ph * dh.clamp(-MAX_LOG_RATIO, MAX_LOG_RATIO).exp()
    x0, y0 = da.clamp(-0.5, 0.5) * gw, -gh / 2
    x1, y1 = gw / 2, db.clamp(-0.5, 0.5) * gh
    radius0, radius1 = (x0 * x0 + y0 * y0).sqrt(), (x1 * x1 + y1 * y1).sqrt()
    radius = torch.maximum(radius0, radius1)
    x0, y0 = x0 * (radius / radius0), y0 * (radius / radius0)
    x1, y1 = x1 * (radius / radius1), y1 * (radius / radius1)
    right, down = x1 - x0, y1 - y0  # the edge from the first vertex to the second
    left, up = -x1 - x0, -y1 - y0  # and to the fourth, which is opposite to the second
    edge1, edge2 = (right * right + down * down).sqrt(), (left * left + up * up).sqrt()
    long = edge1 > edge2
    angle = torch.atan2(torch.where(long, down, up), torch.where(long, right, left))
    sides = torch.maximum(edge1, edge2), torch.minimum(edge1, edge2)
    return torch.stack([px + pw * dx, py + ph * dy, *sides, wrap(angle)], -1)


def delta_encode(rois: Tensor, boxes: Tensor) -> Tensor:
    """Deltas (n, 5) that turn proposals (n, 5) into boxes (n, 5).

    Shifts are along the proposal's own axes, in its sides. Of the two descriptions of a box (w, h
    or h, w turned by a right angle) the one that needs the smaller turn is the target.
    """
    px, py, pw, ph, pa = rois.unbind(-1)
    gx, gy, gw, gh, ga = boxes.unbind(-1)
    pw, ph = pw.clamp(min=SMALLEST_SIDE), ph.clamp(min=SMALLEST_SIDE)
    straight, turned = wrap(ga - pa), wrap(ga - pa + math.pi / 2)
    keep = straight.abs() < turned.abs()
    width, height = torch.where(keep, gw, gh), torch.where(keep, gh, gw)
    cos, sin, right, down = torch.cos(pa), torch.sin(pa), gx - px, gy - py
    parts = ((right * cos + down * sin) / pw, (down * cos - right * sin) / ph,
             torch.log(width / pw), torch.log(height / ph), torch.where(keep, straight, turned))  # fmt: skip
    return torch.stack([part / std for part, std in zip(parts, DELTA_STDS)], -1)


def delta_decode(rois: Tensor, deltas: Tensor, size: tuple[int, int] | None = None) -> Tensor:
    """Boxes (..., 5) from proposals (..., 5) and deltas (..., 5); the inverse of `delta_encode`.

    Args:
        size: height and width of the image; centres are moved inside it. None: they stay.
    """
    px, py, pw, ph, pa = rois.unbind(-1)
    dx, dy, dw, dh, da = _scaled(DELTA_STDS, deltas)
    cos, sin, right, down = torch.cos(pa), torch.sin(pa), dx * pw, dy * ph
    x, y = px + right * cos - down * sin, py + right * sin + down * cos
    if size is not None:
        height, width = size  # while a graph is traced these are tensors, which clamp(max=...) would not take
        x = torch.minimum(x.clamp(min=0), torch.ones_like(x) * (width - 1))
        y = torch.minimum(y.clamp(min=0), torch.ones_like(y) * (height - 1))
    w = pw * dw.clamp(-MAX_LOG_RATIO, MAX_LOG_RATIO).exp()
    h = ph * dh.clamp(-MAX_LOG_RATIO, MAX_LOG_RATIO).exp()
    angle = wrap(pa + da)
    keep = w > h
    angle = torch.where(keep, angle, wrap(angle + math.pi / 2))
    return torch.stack([x, y, torch.maximum(w, h), torch.minimum(w, h), angle], -1)
