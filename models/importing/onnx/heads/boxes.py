# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes of foreign detectors, brought to the form of `core.cards.card`.

That is written twice: as nodes that are put behind the foreign graph, and in NumPy, which says
whether these nodes do what they should.

A row is centre x and y, width, height in pixels of the tile, then by its kind an
objectness, a score for each class, an angle in radians (from x towards y), coefficients of a mask.
Of a row the best class counts, as the networks' own tools have it. Graphs that have thinned out
boxes themselves, or never make more than one for an object, list left, top, right, bottom (turned
boxes: centre, width, height), score, class, angle. RT-DETR's rows are shares of the tile's sides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto

from .....core.boxes.boxes import normalise
from .....core.errors import ModelError
from .....core.sentences import say
from .nodes import Nodes

Values = NDArray[np.float32]
QUARTER, TURN = np.float32(np.pi / 2), np.float32(np.pi)
LARGEST_ANGLE = np.nextafter(QUARTER, np.float32(0))
TRANSFORMER = "RT_DETR"
"""What a detector is called here whose boxes are shares of the image."""
JOINED = "DETR"
"""Three outputs of labels, boxes and scores, that `adapt` has joined."""
LISTED = 6
"""Values of a row of thinned out boxes, without an angle."""


@dataclass(frozen=True)
class BoxHead:
    """How rows of boxes are to be read."""

    upright: bool
    """Whether the output is (N, rows, values); else (N, values, rows)."""
    objectness: str = ""
    """``times``: scores of classes are multiplied by it; ``left out``; empty: there is none."""
    turned: bool = False
    masks: bool = False
    listed: bool = False
    shares: bool = False
    """Whether boxes are in shares of the tile's sides."""
    classes: int = 0
    task: ClassVar[str] = "detection"

    @property
    def values(self) -> int:
        """Of a row, without coefficients of masks."""
        if self.listed:
            return LISTED + self.turned
        return 4 + bool(self.objectness) + self.classes + self.turned


HEADS = {
    "YOLO_v5_or_v7_default": BoxHead(True, "times"),
    "YOLO_v6": BoxHead(True, "left out"),
    "YOLO_v9": BoxHead(False),
    "YOLO_Ultralytics": BoxHead(False),
    "YOLO_Ultralytics_segmentation": BoxHead(False, masks=True),
    "YOLO_Ultralytics_obb": BoxHead(False, turned=True),
    "YOLO_v5_segmentation": BoxHead(True, "times", masks=True),
    TRANSFORMER: BoxHead(True, shares=True),
    JOINED: BoxHead(True, listed=True),
}
"""By the names that Deepness has for them, where it has any."""
UNSAID = ("YOLO_v5_or_v7_default", "YOLO_v5_segmentation", "YOLO_Ultralytics")
"""Those that are told by an output's shape."""


def box_head(name: str, ready: bool, shape: tuple[int, ...], classes: int, masks: int, shares: bool = False) -> BoxHead:
    """How to read an output of this shape.

    Args:
        name: one of `HEADS`; empty: told by the shape.
        ready: whether the file says that its boxes are thinned out.
        classes: names that are known; 0: told by the shape.
        masks: coefficients of a mask in each row.
        shares: whether all its values are shares, those of boxes too (not all 0).
    Raises:
        ModelError: the shape is that of none.
    """
    if name and name not in HEADS:
        raise ModelError(say("its det_type {} is not known; known: {}", repr(name[:40]), ", ".join(HEADS)))
    tried = [name] if name else list(UNSAID)
    if shares and classes and name in ("", "YOLO_Ultralytics"):
        tried.insert(0, TRANSFORMER)  # of Ultralytics' older exports, that do not say so
    ready = (ready and name != TRANSFORMER) or name == JOINED
    if ready and not classes:
        raise ModelError(say("it does not name its classes, whose number cannot be told otherwise: give their names"))
    for head in (HEADS[key] for key in tried):
        listed = replace(head, upright=True, objectness="", listed=True, shares=False, classes=classes)
        extra = masks if head.masks else 0
        if ready and shape[2] == listed.values + extra:
            return listed
        found = shape[2 if head.upright else 1] - replace(head, classes=0).values - extra
        if not ready and found >= 1 and (found == classes or (name and not classes)):
            return replace(head, classes=found)
        if classes and not (head.objectness or head.shares) and shape[2] == listed.values + extra:
            return listed
    rows = f"{shape[1]} x {shape[2]}"
    told = f"{classes} classes" if classes else "an unknown number of classes"
    raise ModelError(say("its output of {} for an image is not that of {} with {}", rows, name or "a known head", told))


def boxes_in_graph(nodes: Nodes, raw: str, head: BoxHead, image: str) -> str:
    """Rows (N, R, 5 + K), the best first, in pixels of `image` (N, C, H, W)."""
    rows = raw if head.upright else nodes.add("Transpose", raw, perm=[0, 2, 1])
    first, second = nodes.columns(rows, 0, 2), nodes.columns(rows, 2, 2)
    if head.shares:
        pixels = nodes.cast(nodes.add("Gather", nodes.add("Shape", image), nodes.whole(3, 2), axis=0))
        first, second = nodes.add("Mul", first, pixels), nodes.add("Mul", second, pixels)
    if head.listed and not head.turned:
        centre = nodes.add("Mul", nodes.add("Add", first, second), nodes.constant(0.5))
        sides = nodes.add("Sub", second, first)
    else:
        centre, sides = first, second
    width, height = nodes.columns(sides, 0, 1), nodes.columns(sides, 1, 1)
    quarters = nodes.add("Mul", nodes.cast(nodes.add("Less", width, height)), nodes.constant(QUARTER))
    if head.turned:
        quarters = nodes.add("Add", nodes.columns(rows, head.values - 1, 1), quarters)
    shape = [nodes.add("Max", width, height), nodes.add("Min", width, height), _wrapped(nodes, quarters)]
    scores = _scores(nodes, rows, head)
    return _best_first(nodes, nodes.add("Concat", centre, *shape, scores, axis=2), scores, head.classes)


def _wrapped(nodes: Nodes, angle: str) -> str:
    """From -pi/2, below pi/2."""
    turns = nodes.add("Add", angle, nodes.constant(QUARTER))
    turns = nodes.add("Floor", nodes.add("Div", turns, nodes.constant(TURN)))
    near = nodes.add("Sub", angle, nodes.add("Mul", turns, nodes.constant(TURN)))
    return nodes.add("Max", nodes.add("Min", near, nodes.constant(LARGEST_ANGLE)), nodes.constant(-QUARTER))


def _scores(nodes: Nodes, rows: str, head: BoxHead) -> str:
    """(N, R, K): of the best class, 0 of others."""
    if head.listed:
        scores = nodes.columns(rows, 4, 1)
        best = nodes.cast(nodes.columns(rows, 5, 1), TensorProto.INT64)
    else:
        scores = nodes.columns(rows, 5 if head.objectness else 4, head.classes)
        if head.objectness == "times":
            scores = _with_objectness(nodes, rows, scores, head)
        best = nodes.add("ArgMax", scores, axis=2, keepdims=1)
    return nodes.add("Mul", scores, nodes.cast(nodes.add("Equal", best, nodes.whole(*range(head.classes)))))


def _with_objectness(nodes: Nodes, rows: str, scores: str, head: BoxHead) -> str:
    objectness = nodes.columns(rows, 4, 1)
    # Of a single class nothing is learnt, and YOLOv7 gives 0.5 for it.
    return objectness if head.classes == 1 else nodes.add("Mul", scores, objectness)


def _best_first(nodes: Nodes, rows: str, scores: str, classes: int) -> str:
    total = nodes.add("MatMul", scores, nodes.constant(np.ones((classes, 1))))  # one class of each has a score
    order = nodes.descending(total, nodes.length(rows, 1))
    return nodes.add("GatherElements", rows, nodes.add("Expand", order, nodes.add("Shape", rows)), axis=1)


def boxes_in_numpy(raw: Values, head: BoxHead, side: int) -> Values:
    """As `boxes_in_graph`, of square tiles."""
    rows = (raw if head.upright else raw.transpose(0, 2, 1)).astype(np.float64)
    boxes = np.zeros((*rows.shape[:2], 5))
    boxes[..., :4] = rows[..., :4]
    if head.shares:
        boxes[..., :4] *= side
    if head.listed and not head.turned:
        boxes[..., :2], boxes[..., 2:4] = (rows[..., :2] + rows[..., 2:4]) / 2, rows[..., 2:4] - rows[..., :2]
    if head.turned:
        boxes[..., 4] = rows[..., head.values - 1]
    if head.listed:
        every, best = rows[..., 4:5], rows[..., 5].astype(int)
    else:
        start = 5 if head.objectness else 4
        every = rows[..., start : start + head.classes]
        if head.objectness == "times":
            every = rows[..., 4:5] if head.classes == 1 else every * rows[..., 4:5]
        best = every.argmax(-1)
    scores = every * (best[..., None] == np.arange(head.classes))
    order = np.argsort(-scores.max(-1), axis=1, kind="stable")[..., None]
    decoded = np.concatenate([normalise(boxes).reshape(boxes.shape), scores], -1)
    return np.take_along_axis(decoded, order, 1).astype(np.float32)
