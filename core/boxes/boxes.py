# SPDX-License-Identifier: GPL-3.0-or-later
"""Rotated boxes: float64 arrays (N, 5) of centre x, centre y, w, h and angle.

Lengths in pixels of an image (x right, y down), the angle in radians from x towards y: clockwise on
screen. A box is "le90" when w >= h and the angle, then that of the long side, is in [-pi/2, pi/2).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

Boxes = NDArray[np.float64]
HALF_TURN = np.pi
_UNIT = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
_RING = {1: [0, 0, 0, 0], 2: [0, 1, 1, 0], 5: [0, 1, 2, 3]}
"""Corners by the number of points of a smallest rectangle: that of a point or a straight line has no height."""


def _wrapped(angles: NDArray[np.float64]) -> NDArray[np.float64]:
    """To [-pi/2, pi/2). An angle that is there already keeps every bit."""
    quarter = HALF_TURN / 2
    turned = angles - np.floor((angles + quarter) / HALF_TURN) * HALF_TURN
    inside = (angles >= -quarter) & (angles < quarter)
    return np.where(inside, angles, np.clip(turned, -quarter, np.nextafter(quarter, 0)))


def normalise(boxes: ArrayLike) -> Boxes:
    """The same rectangles as le90."""
    boxes = np.array(boxes, np.float64).reshape(-1, 5)
    upright = boxes[:, 2] < boxes[:, 3]
    boxes[upright, 2:4] = boxes[upright, 3:1:-1]
    boxes[:, 4] = _wrapped(boxes[:, 4] + upright * HALF_TURN / 2)
    return boxes


def corners(boxes: ArrayLike) -> NDArray[np.float64]:
    """(N, 5) -> (N, 4, 2), x and y of the corners, from the one at (-w/2, -h/2) before turning, clockwise."""
    boxes = np.asarray(boxes, np.float64).reshape(-1, 5)
    along, across = np.moveaxis(_UNIT * boxes[:, None, 2:4], -1, 0)
    cos, sin = np.cos(boxes[:, 4:]), np.sin(boxes[:, 4:])
    turned = np.stack([along * cos - across * sin, along * sin + across * cos], -1)
    return turned + boxes[:, None, :2]


def from_corners(quads: ArrayLike) -> Boxes:
    """(N, 4, 2) or (N, 8) corners in order, either way round -> le90 boxes.

    Exact for rectangles. Of any other quadrilateral the first two sides give the size, the longer
    of them the direction, and the first diagonal the centre (Oriented R-CNN, Xie et al., ICCV 2021).
    """
    quads = np.asarray(quads, np.float64).reshape(-1, 4, 2)
    first, second, last = quads[:, 1] - quads[:, 0], quads[:, 2] - quads[:, 1], quads[:, 3] - quads[:, 0]
    sides = np.stack([np.hypot(*first.T), np.hypot(*second.T)], 1)
    long = np.where((sides[:, 0] > sides[:, 1])[:, None], first, last)
    angles = _wrapped(np.arctan2(long[:, 1], long[:, 0]))
    centres = quads[:, 0] + (quads[:, 2] - quads[:, 0]) / 2
    return np.column_stack([centres, sides.max(1), sides.min(1), angles])


def from_polygons(shapes: ArrayLike) -> Boxes:
    """The smallest (by area) le90 box around each geometry; a row of NaN for an empty or missing one."""
    shapes = np.atleast_1d(np.asarray(shapes, object))
    boxes = np.full((len(shapes), 5), np.nan)
    there = np.flatnonzero(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))
    # GEOS loses nine digits of a coordinate here: each geometry is moved to the origin first.
    origins = shapely.bounds(shapes[there])[:, :2]
    shifts = np.repeat(origins, shapely.get_num_coordinates(shapes[there]), axis=0)
    envelopes = shapely.oriented_envelope(shapely.transform(shapes[there], lambda points: points - shifts))
    counts = shapely.get_num_coordinates(envelopes)
    for count, pick in _RING.items():
        chosen = counts == count
        points = shapely.get_coordinates(envelopes[chosen]).reshape(-1, count, 2)
        boxes[there[chosen]] = from_corners(points[:, pick])
    boxes[there, :2] += origins
    return boxes


def hulls(boxes: ArrayLike) -> NDArray[np.float64]:
    """(N, 5) -> (N, 4) left, top, right, bottom of the upright rectangle around each box."""
    boxes = np.asarray(boxes, np.float64).reshape(-1, 5)
    cos, sin = np.abs(np.cos(boxes[:, 4:])), np.abs(np.sin(boxes[:, 4:]))
    w, h = boxes[:, 2:3] / 2, boxes[:, 3:4] / 2
    reach = np.hstack([w * cos + h * sin, w * sin + h * cos])
    return np.hstack([boxes[:, :2] - reach, boxes[:, :2] + reach])


def polygons(boxes: ArrayLike) -> NDArray[Any]:
    """Shapely polygons, (N,)."""
    made: NDArray[Any] = shapely.polygons(corners(boxes))
    return made
