# SPDX-License-Identifier: GPL-3.0-or-later
"""Building ONNX graphs of operators that mean the same from operator set 11 on."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from onnx import GraphProto, NodeProto, TensorProto, helper, numpy_helper


class Nodes:
    """Nodes and constants of a graph as it grows. A value is known by its name."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def constant(self, value: ArrayLike, dtype: type = np.float32) -> str:
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, dtype), name))
        return name

    def whole(self, *values: int) -> str:
        """A vector of integers."""
        return self.constant(values, np.int64)

    def add(self, operator: str, *inputs: str, **attributes: Any) -> str:
        """The (only) output of a new node."""
        name = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], **attributes))
        return name

    def named(self, value: str, name: str) -> None:
        """Calls a value by another name."""
        self.nodes.append(helper.make_node("Identity", [value], [name]))

    def columns(self, values: str, first: int, count: int) -> str:
        """Some of the last of three axes."""
        return self.add("Gather", values, self.whole(*range(first, first + count)), axis=2)

    def cast(self, value: str, kind: int = TensorProto.FLOAT) -> str:
        return self.add("Cast", value, to=kind)

    def length(self, values: str, axis: int) -> str:
        """Of an axis, as a vector of one integer."""
        return self.add("Gather", self.add("Shape", values), self.whole(axis), axis=0)

    def descending(self, values: str, count: str) -> str:
        """(N, R, 1) -> places of all R by falling value; of equal ones the first is first."""
        largest, places = f"v{len(self.nodes)}", f"v{len(self.nodes)}_places"
        self.nodes.append(helper.make_node("TopK", [values, count], [largest, places], axis=1))
        return places

    def in_batches(self, images: str, body: GraphProto, size: int) -> str:
        """What `body`, that takes `size` images (size, C, H, W) at a time, gives for (N, C, H, W) images, N first.

        The last batch is filled up with the first image.
        """
        count = self.length(images, 0)
        filled = images
        if size > 1:
            first = self.add("Gather", images, self.whole(0), axis=0)
            filler = self.add("Expand", first, self.whole(size - 1, 1, 1, 1))
            more = self.add("Concat", images, filler, axis=0)
            whole = self.add("Div", self.length(more, 0), self.whole(size))
            filled = self._begin(more, self.add("Mul", whole, self.whole(size)))
        rest = self.add("Gather", self.add("Shape", images), self.whole(1, 2, 3), axis=0)
        sides = self.add("Concat", self.whole(-1, size), rest, axis=0)
        batches = self.add("Reshape", filled, sides)
        answers = self.add("Scan", batches, body=body, num_scan_inputs=1)
        rank = len(body.output[0].type.tensor_type.shape.dim)
        tail = self.add("Gather", self.add("Shape", answers), self.whole(*range(2, rank + 1)), axis=0)
        joined = self.add("Reshape", answers, self.add("Concat", self.whole(-1), tail, axis=0))
        return self._begin(joined, count) if size > 1 else joined

    def _begin(self, values: str, count: str) -> str:
        """The first of the first axis."""
        return self.add("Slice", values, self.whole(0), count, self.whole(0))
