# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign graphs brought to one form: one image of floats with its bands first, one output that counts.

Their own nodes stay as they are but for their order, and for the operator set of old ones.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper, version_converter

from ....core.errors import ModelError
from ....core.sentences import say

FEW = 16
"""Pixels too few for the side of a tile: so many are bands."""
OLDEST, READABLE = 11, 7
"""Operator set from which on the nodes that are added mean the same, and the oldest that is brought up to it."""
WHOLE = (TensorProto.UINT8, TensorProto.INT32, TensorProto.INT64)
OWN = "adapted_"
"""Before the names of values that are added."""
Sides = tuple[int, ...]


def sides_of(value: ValueInfoProto) -> Sides:
    """Lengths of the axes; 0: any."""
    return tuple(max(dim.dim_value, 0) for dim in value.type.tensor_type.shape.dim)


def _kind(value: ValueInfoProto) -> int:
    return int(value.type.tensor_type.elem_type)


def _taken(node: NodeProto) -> set[str]:
    """What a node needs: its inputs, and what its inner graphs take from outside."""
    names = set(node.input)
    for attribute in node.attribute:
        for graph in (attribute.g, *attribute.graphs):
            names.update(*(_taken(inner) for inner in graph.node))
    return names - {""}


def sort_nodes(graph: GraphProto, where: str) -> None:
    """Puts each node behind those that it needs; Ultralytics' half precision does not.

    Raises:
        ModelError: nodes need each other.
    """
    maker = {name: index for index, node in enumerate(graph.node) for name in node.output if name}
    needed = [{maker[name] for name in _taken(node) if name in maker} for node in graph.node]
    needing: list[list[int]] = [[] for _ in needed]
    for index, others in enumerate(needed):
        for other in others:
            needing[other].append(index)
    free = [index for index, others in enumerate(needed) if not others]
    order = []
    while free:
        index = heapq.heappop(free)
        order.append(index)
        for other in needing[index]:
            needed[other].discard(index)
            if not needed[other]:
                heapq.heappush(free, other)
    if len(order) < len(needed):
        raise ModelError(say("{} is no valid ONNX graph: its nodes need each other in a circle", where))
    if order != list(range(len(order))):
        _replace_nodes(graph, [graph.node[index] for index in order])


def _replace_nodes(graph: GraphProto, nodes: Iterable[NodeProto]) -> None:
    copies = [NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del graph.node[:]
    graph.node.extend(copies)


def raised(model: ModelProto, path: Path) -> ModelProto:
    """With an operator set that nodes can be added to. Whether it still gives the same is for the caller to see.

    Raises:
        ModelError: that cannot be done.
    """
    try:
        return version_converter.convert_version(model, OLDEST)
    except Exception as error:  # what its C++ raises
        said = " ".join(str(error).split())[:120]
        raise ModelError(
            say(
                "{} has an old operator set, which cannot be brought up to {} ({}): export it again with opset 17",
                path,
                OLDEST,
                said,
            )
        ) from error


class _Extension:
    """Nodes that are put before or behind those of a graph."""

    def __init__(self, graph: GraphProto) -> None:
        self.graph = graph
        self.before: list[NodeProto] = []
        self.behind: list[NodeProto] = []

    def constant(self, name: str, values: Iterable[int] | float) -> str:
        kind = np.float32 if isinstance(values, float) else np.int64
        data = values if isinstance(values, float) else list(values)
        self.graph.initializer.append(numpy_helper.from_array(np.asarray(data, kind), OWN + name))
        return OWN + name

    def add(self, nodes: list[NodeProto], operator: str, inputs: list[str], output: str, **attributes: Any) -> str:
        nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def finish(self) -> None:
        _replace_nodes(self.graph, [*self.before, *self.graph.node, *self.behind])


def bands_last(sides: Sides) -> bool:
    """Whether an image is height x width x bands."""
    return len(sides) == 4 and 0 < sides[3] <= FEW and not 0 < sides[1] <= FEW


def feed(graph: GraphProto, image: ValueInfoProto) -> str:
    """Puts float images with the bands first before an input of bytes, or of bands last; returns the input's name."""
    sides, whole = sides_of(image), _kind(image) == TensorProto.UINT8
    last = bands_last(sides)
    if not (whole or last):
        return image.name
    more, name = _Extension(graph), f"{OWN}image"
    value = name
    if whole:
        value = more.add(more.before, "Round", [value], f"{OWN}round")
        limits = [more.constant("least", 0.0), more.constant("most", 255.0)]
        value = more.add(more.before, "Clip", [value, *limits], f"{OWN}clip")
    if last:
        value = more.add(more.before, "Transpose", [value], f"{OWN}turned", perm=[0, 2, 3, 1])
    more.add(more.before, "Cast", [value], image.name, to=_kind(image))
    more.finish()
    order = (0, 3, 1, 2) if last else (0, 1, 2, 3)
    kind = TensorProto.FLOAT if whole else _kind(image)
    fed = helper.make_tensor_value_info(name, kind, [sides[axis] or None for axis in order])
    kept = [entry for entry in graph.input if entry.name != image.name]
    del graph.input[:]
    graph.input.extend([fed, *kept])
    return name


def is_joinable(graph: GraphProto, inputs: list[ValueInfoProto]) -> bool:
    """Whether it takes an image and its size, and gives labels, boxes and scores: RT-DETR's, D-FINE's, DEIM's own."""
    if len(inputs) != 2 or len(graph.output) != 3:
        return False
    image, size = sorted(inputs, key=lambda entry: len(sides_of(entry)), reverse=True)
    fed = len(sides_of(image)) == 4 and len(sides_of(size)) == 2 and sides_of(size)[1] == 2
    return fed and all(len(names) == 1 for names in _three(graph))


def _three(graph: GraphProto) -> tuple[list[str], list[str], list[str]]:
    """Names of outputs that may be labels, boxes and scores."""
    labels = [value for value in graph.output if _kind(value) in WHOLE]
    others = [value for value in graph.output if _kind(value) not in WHOLE]
    boxes = [value for value in others if sides_of(value)[2:] == (4,) or "box" in value.name.lower()]
    scores = [value for value in others if value not in boxes]
    first, second, third = ([value.name for value in values] for values in (labels, boxes, scores))
    return first, second, third


def join(graph: GraphProto, inputs: list[ValueInfoProto]) -> ValueInfoProto:
    """Gives a joinable graph the size of its own image, and one output (N, rows, 6) of box, score and label.

    Returns:
        the image.
    """
    image, size = sorted(inputs, key=lambda entry: len(sides_of(entry)), reverse=True)
    (labels,), (boxes,), (scores,) = _three(graph)
    more = _Extension(graph)
    lengths = more.add(more.before, "Shape", [image.name], f"{OWN}lengths")
    count = more.add(more.before, "Gather", [lengths, more.constant("first", [0])], f"{OWN}count", axis=0)
    sides = more.add(more.before, "Gather", [lengths, more.constant("across_down", [3, 2])], f"{OWN}sides", axis=0)
    whole = more.add(more.before, "Concat", [count, more.constant("two", [2])], f"{OWN}whole", axis=0)
    each = more.add(more.before, "Expand", [sides, whole], f"{OWN}each")
    more.add(more.before, "Cast", [each], size.name, to=_kind(size))
    column = more.constant("column", [0, 0, 1])
    parts = [more.add(more.behind, "Cast", [boxes], f"{OWN}boxes", to=TensorProto.FLOAT)]
    for value in (scores, labels):
        number = more.add(more.behind, "Cast", [value], f"{OWN}{value}_number", to=TensorProto.FLOAT)
        parts.append(more.add(more.behind, "Reshape", [number, column], f"{OWN}{value}_column"))
    more.add(more.behind, "Concat", parts, f"{OWN}rows", axis=2)
    more.finish()
    kept = [entry for entry in graph.input if entry.name != size.name]
    del graph.input[:], graph.output[:]
    graph.input.extend(kept)
    graph.output.append(helper.make_tensor_value_info(f"{OWN}rows", TensorProto.FLOAT, [None, None, 6]))
    return image
