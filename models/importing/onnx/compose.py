# SPDX-License-Identifier: GPL-3.0-or-later
"""A foreign graph between nodes of our own: values of the card's range in, what `core.cards.card` says out.

The foreign nodes stay as they are. A graph that takes so many images at a time and no others is
called as often as a batch needs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import GraphProto, ModelProto, TensorProto, helper

from ....core.cards.kinds import KINDS
from .file import ForeignGraph, parts
from .heads.boxes import BoxHead, boxes_in_graph
from .heads.maps import MapHead, map_in_graph
from .heads.nodes import Nodes
from .heads.scenes import SceneHead, scenes_in_graph

PREFIX = "net/"
"""Of all names of the foreign graph: ours have none."""


@dataclass(frozen=True)
class Reading:
    """How the foreign graph is fed and understood."""

    bands: int
    batch: int
    """Images that it takes at a time; 0: any number."""
    output: int
    """Which of its outputs counts."""
    rank: int
    """Number of axes of that output."""
    head: BoxHead | MapHead | SceneHead
    mean: tuple[float, ...]
    std: tuple[float, ...]
    """Per band, in units of the images' values."""
    margin: int = 0
    """Pixels that its maps are smaller by at each side: tiles are extended by their mirror image."""

    @property
    def task(self) -> str:
        return self.head.task

    def prepared(self, images: np.ndarray, half: bool) -> np.ndarray:
        """What the foreign graph is fed for images (N, C, H, W)."""
        beyond = (self.margin, self.margin)
        images = images if not self.margin else np.pad(images, [(0, 0), (0, 0), beyond, beyond], mode="reflect")
        mean, std = (np.array(v, np.float32).reshape(1, -1, 1, 1) for v in (self.mean, self.std))
        values: np.ndarray = ((images - mean) / std).astype(np.float16 if half else np.float32)
        return values


def _prefixed(graph: GraphProto) -> GraphProto:
    """With `PREFIX` before all names of values. (`onnx.compose` forgets those that inner graphs take from outside.)"""
    renamed = GraphProto()
    renamed.CopyFrom(graph)
    del renamed.quantization_annotation[:]
    for part in parts(renamed):
        if isinstance(part, onnx.NodeProto):
            part.input[:] = [name and PREFIX + name for name in part.input]
            part.output[:] = [name and PREFIX + name for name in part.output]
        elif isinstance(part, (onnx.ValueInfoProto, TensorProto)):
            part.name = PREFIX + part.name
    return renamed


def _alone(graph: GraphProto, image: str, output: onnx.ValueInfoProto, rank: int) -> GraphProto:
    """As the body of a loop, that has one input and one output of a known number of axes."""
    body = GraphProto()
    body.CopyFrom(graph)
    del body.input[:], body.output[:]
    body.input.extend(entry for entry in graph.input if entry.name == image)
    kind = output.type.tensor_type.elem_type
    body.output.append(helper.make_tensor_value_info(output.name, kind, [None] * rank))
    return body


def _value(name: str, *sides: int | str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, list(sides))


def compose(foreign: ForeignGraph, reading: Reading) -> ModelProto:
    """The graph of a model folder.

    Raises:
        onnx.checker.ValidationError: the foreign graph cannot be put between others.
    """
    model = foreign.model
    graph = _prefixed(model.graph)
    image, output = PREFIX + foreign.input, graph.output[reading.output]
    nodes = Nodes()
    mean, std = (np.array(v).reshape(1, -1, 1, 1) for v in (reading.mean, reading.std))
    seen = "image"
    if reading.margin:
        beyond = [0, 0, reading.margin, reading.margin]
        seen = nodes.add("Pad", seen, nodes.whole(*beyond, *beyond), mode="reflect")
    fed = nodes.add("Div", nodes.add("Sub", seen, nodes.constant(mean)), nodes.constant(std))
    if foreign.half:
        fed = nodes.cast(fed, TensorProto.FLOAT16)
    if reading.batch:
        raw = nodes.in_batches(fed, _alone(graph, image, output, reading.rank), reading.batch)
    else:
        nodes.named(fed, image)
        nodes.nodes.extend(graph.node)
        raw = output.name
    raw = nodes.cast(raw)
    sides: tuple[int | str, ...]
    if isinstance(reading.head, BoxHead):
        result, sides = boxes_in_graph(nodes, raw, reading.head, "image"), ("rows", 5 + reading.head.classes)
    elif isinstance(reading.head, SceneHead):
        result, sides = scenes_in_graph(nodes, raw, reading.head), (reading.head.classes,)
    else:
        result, sides = map_in_graph(nodes, raw, reading.head), (reading.head.classes, "height", "width")
    nodes.named(result, KINDS[reading.task].output)
    side = [length - 2 * reading.margin if length else name
            for length, name in ((foreign.height, "height"), (foreign.width, "width"))]  # fmt: skip
    whole = helper.make_graph(
        nodes.nodes, "imported", [_value("image", "batch", reading.bands, *side)],
        [_value(KINDS[reading.task].output, "batch", *sides)], nodes.constants,
    )  # fmt: skip
    if not reading.batch:
        whole.initializer.extend(graph.initializer)
        whole.sparse_initializer.extend(graph.sparse_initializer)
    made = helper.make_model(whole, opset_imports=model.opset_import, functions=model.functions)
    made.ir_version = max(model.ir_version, 4)  # from here on weights are no inputs
    made.metadata_props.extend(model.metadata_props)
    onnx.checker.check_model(made)
    return made
