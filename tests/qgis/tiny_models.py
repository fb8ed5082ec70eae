# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes model folders that need no training: run with the engine's Python, given a folder.

tiny-scenes and tiny-cover take the brightest of red, green and blue as the class; tiny-change says
how much the red band differs; tiny-objects puts a box into each block of 16 pixels and scores it by
the block's mean red, green and blue.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CLASSES = [("reddish", "#d7191c"), ("greenish", "#1a9641"), ("bluish", "#2b83ba")]
FLOAT = TensorProto.FLOAT
OVERLAPS = {"classification": 0, "detection": 16}
MODELS = {
    "classification": "tiny-scenes", "segmentation": "tiny-cover", "change": "tiny-change",
    "detection": "tiny-objects",
}  # fmt: skip


def image(name):
    return helper.make_tensor_value_info(name, FLOAT, ["n", 3, "h", "w"])


BLOCK, LENGTH, WIDTH, ANGLE = 16, 14.0, 6.0, 0.3


def boxes():
    """Of each block: centre, length, width, angle, and its three means as scores."""
    constants = {
        "none": 0.0, "one": 1.0, "block": float(BLOCK), "half": BLOCK / 2, "length": LENGTH, "width": WIDTH,
        "angle": ANGLE, "white": 255.0,
    }  # fmt: skip
    tensors = [numpy_helper.from_array(np.array(v, np.float32), k) for k, v in constants.items()]
    tensors += [numpy_helper.from_array(np.array(v, np.int64), k) for k, v in (("across", 3), ("down", 2))]
    tensors.append(numpy_helper.from_array(np.array([0, 8, -1]), "rows"))
    nodes = [
        helper.make_node("AveragePool", ["image"], ["means"], kernel_shape=[BLOCK] * 2, strides=[BLOCK] * 2),
        helper.make_node("Div", ["means", "white"], ["scores"]),
        helper.make_node("ReduceMean", ["means"], ["grey"], axes=[1], keepdims=1),
        helper.make_node("Mul", ["grey", "none"], ["zeros"]),
        helper.make_node("Add", ["zeros", "one"], ["ones"]),
    ]
    for axis, name in (("across", "x"), ("down", "y")):
        nodes += [
            helper.make_node("CumSum", ["ones", axis], [f"{name}_count"]),
            helper.make_node("Mul", [f"{name}_count", "block"], [f"{name}_end"]),
            helper.make_node("Sub", [f"{name}_end", "half"], [name]),
        ]
    for name in ("length", "width", "angle"):
        nodes.append(helper.make_node("Mul", ["ones", name], [f"{name}s"]))
    nodes += [
        helper.make_node("Concat", ["x", "y", "lengths", "widths", "angles", "scores"], ["maps"], axis=1),
        helper.make_node("Reshape", ["maps", "rows"], ["columns"]),
        helper.make_node("Transpose", ["columns"], ["detections"], perm=[0, 2, 1]),
    ]
    return nodes, tensors


def graph(task):
    if task == "detection":
        nodes, constants = boxes()
        return nodes, [image("image")], ("detections", ["n", "r", 8]), constants
    if task == "classification":
        nodes = [helper.make_node("ReduceMean", ["image"], ["logits"], axes=[2, 3], keepdims=0)]
        return nodes, [image("image")], ("logits", ["n", 3]), []
    if task == "segmentation":
        nodes = [helper.make_node("Identity", ["image"], ["logits"])]
        return nodes, [image("image")], ("logits", ["n", 3, "h", "w"]), []
    weights = numpy_helper.from_array(np.array([1 / 255, 0, 0], np.float32).reshape(1, 3, 1, 1), "weights")
    nodes = [
        helper.make_node("Sub", ["before", "after"], ["difference"]),
        helper.make_node("Abs", ["difference"], ["distance"]),
        helper.make_node("Conv", ["distance", "weights"], ["probability"]),
    ]
    return nodes, [image("before"), image("after")], ("probability", ["n", 1, "h", "w"]), [weights]


def make(folder, model_id, task):
    folder = Path(folder) / model_id
    folder.mkdir(parents=True, exist_ok=True)
    nodes, inputs, (name, shape), constants = graph(task)
    outputs = [helper.make_tensor_value_info(name, FLOAT, shape)]
    model = helper.make_model(
        helper.make_graph(nodes, "tiny", inputs, outputs, constants), opset_imports=[helper.make_opsetid("", 17)]
    )
    model.ir_version = 8
    onnx.save(model, str(folder / "model.onnx"))
    classes = CLASSES if task != "change" else [("same", "#000000"), ("changed", "#e31a1c")]
    card = {
        "format": 1, "id": model_id, "title": f"Tiny <{task}>", "description": "Made for tests & nothing else.",
        "task": task, "architecture": {"name": "tiny", "arguments": {}},
        "classes": [{"name": n, "color": c} for n, c in classes],
        "input": {"bands": ["red", "green", "blue"], "value_range": [0, 255], "raw_range": None,
                  "mean": [0, 0, 0], "std": [1, 1, 1], "resize": 1.0},
        "gsd": 1.0, "gsd_range": [0.1, 20.0], "tile_size": 32, "overlap": OVERLAPS.get(task, 8),
        "multiple": 8, "smallest": 16, "threshold": 0.5 if task in ("change", "detection") else None,
        "license": "GPL-3.0-or-later", "attribution": "none", "training": {}, "metrics": {},
        "files": {"model.onnx": hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()},
    }  # fmt: skip
    (folder / "model.json").write_text(json.dumps(card))


if __name__ == "__main__":
    for task, name in MODELS.items():
        make(sys.argv[1], name, task)
