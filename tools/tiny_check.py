# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/engine/tiny.onnx and tiny.json: the network that shows whether an engine computes, and its numbers.

The numbers come from double precision without any runtime. Usage: .venv/bin/python -m tools.tiny_check
"""

from __future__ import annotations

import json

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from lwganet_qgis.core.sessions.trial import GRAPH, NUMBERS, SIDE, STEP, image, weights

OPSET, IR = 17, 8


def graph() -> onnx.ModelProto:
    first, second = weights()
    constants = [
        numpy_helper.from_array(first, "first"), numpy_helper.from_array(second, "second"),
        numpy_helper.from_array(np.array([1, 1, 2, 2], np.float32), "twice"),
    ]  # fmt: skip
    nodes = [
        helper.make_node("Conv", ["image", "first"], ["features"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["features"], ["above"]),
        helper.make_node("MaxPool", ["above"], ["pooled"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Conv", ["pooled", "second"], ["coarse"]),
        helper.make_node("Resize", ["coarse", "", "twice"], ["scores"], mode="linear",
                         coordinate_transformation_mode="half_pixel"),
        helper.make_node("Softmax", ["scores"], ["classes"], axis=1),
    ]  # fmt: skip
    shapes = ([1, 3, SIDE, SIDE], [1, 4, SIDE, SIDE])
    given, made = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in zip(("image", "classes"), shapes, strict=True)
    )
    model = helper.make_model(
        helper.make_graph(nodes, "tiny", [given], [made], constants), opset_imports=[helper.make_opsetid("", OPSET)]
    )
    model.ir_version = IR
    onnx.checker.check_model(model)
    return model


def numbers() -> NDArray[np.float64]:
    """The same by hand."""
    first, second = (values.astype(np.float64) for values in weights())
    padded = np.pad(image()[0].astype(np.float64), ((0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), (1, 2))
    above = np.maximum(np.einsum("cyxij,ocij->oyx", windows, first), 0)
    half = SIDE // 2
    pooled = above.reshape(-1, half, 2, half, 2).max((2, 4))
    coarse = np.einsum("cyx,oc->oyx", pooled, second[:, :, 0, 0])
    scores = coarse
    for axis in (1, 2):
        at = np.clip((np.arange(SIDE) + 0.5) / 2 - 0.5, 0, half - 1)
        low = np.floor(at).astype(int)
        share = (at - low).reshape([-1 if i == axis else 1 for i in range(3)])
        scores = (1 - share) * scores.take(low, axis) + share * scores.take(np.minimum(low + 1, half - 1), axis)
    powers = np.exp(scores - scores.max(0))
    return np.asarray(powers / powers.sum(0))


if __name__ == "__main__":
    onnx.save(graph(), GRAPH)
    sampled = numbers()[:, ::STEP, ::STEP]
    NUMBERS.write_text(json.dumps(np.round(sampled, 7).tolist()) + "\n", encoding="utf-8")
