# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes three model folders that need no training: run with the engine's Python, given a folder.

tiny-scenes and tiny-cover take the brightest of red, green and blue as the class; tiny-change says
how much the red band differs.
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


def image(name):
    return helper.make_tensor_value_info(name, FLOAT, ["n", 3, "h", "w"])


def graph(task):
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
        "gsd": 1.0, "gsd_range": [0.1, 20.0], "tile_size": 32, "overlap": 8 if task != "classification" else 0,
        "multiple": 8, "smallest": 16, "threshold": 0.5 if task == "change" else None,
        "license": "GPL-3.0-or-later", "attribution": "none", "training": {}, "metrics": {},
        "files": {"model.onnx": hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()},
    }  # fmt: skip
    (folder / "model.json").write_text(json.dumps(card))


if __name__ == "__main__":
    make(sys.argv[1], "tiny-scenes", "classification")
    make(sys.argv[1], "tiny-cover", "segmentation")
    make(sys.argv[1], "tiny-change", "change")
