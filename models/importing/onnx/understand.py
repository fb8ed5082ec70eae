# SPDX-License-Identifier: GPL-3.0-or-later
"""What the numbers mean that a foreign graph gives: by what is said of it, and by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto

from ....core.errors import ModelError
from ....core.sentences import say
from ....core.sessions.limits import LOAD_SECONDS
from ....core.sessions.onnx import open_within
from .compose import Reading
from .heads.boxes import BoxHead, box_head, boxes_in_numpy
from .heads.maps import MapHead, formed, map_form, map_head, map_in_numpy
from .heads.plausible import check_boxes, check_classes
from .heads.scenes import SceneHead, flat, scene_head, scenes_in_numpy
from .heads.stated import stated_map, stated_scene
from .metadata import CLASSIFIER, DETECTOR, SEGMENTOR
from .probe import SAME, Probe, Shape

Values = NDArray[np.float32]
CARRIED = ("Identity", "Cast", "Transpose", "Reshape", "Squeeze", "Unsqueeze", "Resize", "Upsample", "Slice")
"""Operators that leave values as they are, or between their neighbours."""


def read(probe: Probe, shape: Shape, classes: int) -> Reading:
    """How to feed and understand a graph.

    Args:
        classes: names that are known; 0: none.
    Raises:
        ModelError: it gives something else than is said, or than any tool here takes.
    """
    output = probe.output(shape.side)
    tiles = [images for images in (probe.random(1, shape.side), probe.real(shape.side)) if len(images)]
    tiles += probe.levels(shape.side)
    raw = [probe.ask(images, output) for images in tiles]
    if probe.foreign.older is not None:
        _check_older(probe, probe.foreign.older, tiles[0], output, raw[0])
    said, masks = probe.said, 0
    if said.task == DETECTOR:
        others = probe.ask_all(tiles[0].repeat(max(probe.foreign.batch, 1), 0))
        masks = next((values.shape[1] for values in others if values.ndim == 4), 0)
    head = head_of(probe, output, raw, shape.side, classes, masks)
    batch = probe.batch(output, shape.smallest)
    return Reading(said.bands, batch, output, raw[0].ndim, head, said.mean, said.std, probe.margin)


def head_of(
    probe: Probe, output: int, raw: Sequence[Values], side: int, classes: int, masks: int
) -> BoxHead | MapHead | SceneHead:
    """What an output is.

    Args:
        raw: what it gives for several tiles.
        side: of the tiles.
        masks: coefficients of a mask in each row of boxes, where the graph has them.
    Raises:
        ModelError: see `read`.
    """
    said, where = probe.said, probe.where
    try:
        if said.task == SEGMENTOR:
            form = map_form(raw[0].shape, side) or ""
            maps = [formed(values, form) for values in raw]
            if said.form:
                return replace(stated_map(said.form, maps, said.threshold, classes), form=form)
            sigmoid = ends_with_sigmoid(probe.foreign.model.graph, output)
            return replace(map_head(maps, sigmoid, said.threshold, classes), form=form)
        if said.task == CLASSIFIER:
            scores = [flat(values) for values in raw]
            return stated_scene(said.form, scores) if said.form else scene_head(scores)
        head = _box_head(probe, raw, classes, masks)
    except ModelError as error:
        raise ModelError(say("{}: {}", where, error)) from error
    _check_rows(raw, head, side, where)
    return head


def _box_head(probe: Probe, raw: Sequence[Values], classes: int, masks: int) -> BoxHead:
    said = probe.said
    shares = all(-SAME <= values.min() and values.max() <= 1 + SAME for values in raw)
    shares = shares and any(values[..., :4].any() for values in raw)
    # Of rows that a person knows the shape tells how many classes there are: what is named is compared with it.
    known = 0 if said.form and not said.ready else classes
    return box_head(said.head, said.ready, raw[0].shape, known, masks, shares)


def _check_rows(raw: Sequence[Values], boxes: BoxHead, side: int, where: str) -> None:
    """Raises ModelError where scores, classes or boxes cannot be what they are taken for."""
    if boxes.listed:
        check_classes([values if boxes.upright else values.transpose(0, 2, 1) for values in raw], boxes, where)
    rows = [boxes_in_numpy(values, boxes, side) for values in raw]
    scores = np.concatenate([values[..., 5:].ravel() for values in rows])
    if scores.size and (scores.min() < -SAME or scores.max() > 1 + SAME):
        raise ModelError(
            say(
                "{} gives scores from {:.3g} to {:.3g}, not from 0 to 1: it is not of the kind that it is "
                "said to be, or was exported without its last step",
                where,
                scores.min(),
                scores.max(),
            )
        )
    check_boxes([row for values in rows for row in values], side, where)


def _check_older(probe: Probe, before: ModelProto, images: Values, output: int, found: Values) -> None:
    """Raises ModelError where raising the operator set has changed what the graph gives."""
    older = open_within(LOAD_SECONDS, probe.where, before.SerializeToString())
    expected = probe.ask_all(images.repeat(max(probe.foreign.batch, 1), 0), older)[output][:1]
    if expected.shape != found.shape or not np.allclose(found, expected, SAME, SAME * np.abs(expected).max()):
        raise ModelError(
            say("{} gives something else when its operator set is raised: export it again with opset 17", probe.where)
        )


def decoded(probe: Probe, images: Values, reading: Reading) -> Values:
    """What a model folder should give for images, by NumPy."""
    raw = probe.ask(images, reading.output)
    if isinstance(reading.head, BoxHead):
        return boxes_in_numpy(raw, reading.head, images.shape[2])
    if isinstance(reading.head, SceneHead):
        return scenes_in_numpy(raw, reading.head)
    return map_in_numpy(raw, reading.head)


def ends_with_sigmoid(graph: GraphProto, output: int) -> bool:
    """Whether that is the last that makes the values of an output."""
    made_by = {name: node for node in graph.node for name in node.output}
    name = graph.output[output].name
    for _ in range(len(graph.node)):
        node = made_by.get(name)
        if node is None or node.op_type not in CARRIED or not node.input:
            return node is not None and node.op_type == "Sigmoid"
        name = node.input[0]
    return False
