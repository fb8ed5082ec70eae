# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files as other tools write them, whose answers are known.

Segmenters look at a pixel's own red, green and blue. Detectors put a box into each block of 16 pixels and score it by
the block's mean red, green and blue. Run with the engine's Python from the repository's root, given a folder: writes
cover.onnx and turned.onnx there, and both without metadata as plain.onnx and boxes.onnx.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from lwganet_qgis.models.importing.onnx.heads.nodes import Nodes

BLOCK = 16
SIDE = 64
NAMES = {0: "reddish", 1: "greenish", 2: "bluish"}
GAIN = 10.0


def saved(
    path,
    nodes,
    outputs,
    metadata,
    side=0,
    batch=0,
    bands=3,
    opset=13,
    kind=TensorProto.FLOAT,
    shape=None,
    domains=(),
    **model,
):
    """Writes a file; `outputs` are names of values, with their number of axes."""
    image = shape or [batch or "n", bands, side or "h", side or "w"]
    graph = helper.make_graph(
        nodes.nodes, "theirs", [helper.make_tensor_value_info("image", kind, image)],
        [helper.make_tensor_value_info(name, kind, [None] * rank) for name, rank in outputs.items()],
        nodes.constants,
    )  # fmt: skip
    made = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", opset), *(helper.make_opsetid(domain, 1) for domain in domains)],
        **model,
    )
    made.ir_version = 8
    for key, value in metadata.items():
        made.metadata_props.add(key=key, value=value if isinstance(value, str) else json.dumps(value))
    Path(path).write_bytes(made.SerializeToString())
    return Path(path)


def seen(nodes, batch=0, bands=3):
    """The image; with `batch` in a way that takes no other number."""
    return nodes.add("Reshape", "image", nodes.whole(batch, bands, SIDE, SIDE)) if batch else "image"


def segmenter(path, last="", metadata=(), batch=0, truly=None, bands=3, **more):
    """Logits of ten times red, green, blue, behind a `last` operator; of `bands` 1 what is above a half."""
    nodes = Nodes()
    values = seen(nodes, batch if truly is None else truly, bands)
    if bands == 1:
        values = nodes.add("Sub", values, nodes.constant(0.5))
    kind = more.get("kind", TensorProto.FLOAT)
    gain = nodes.cast(nodes.constant(GAIN), kind)
    values = nodes.add("Mul", values, gain)
    values = nodes.add(last, values, **({"axis": 1} if last == "Softmax" else {})) if last else values
    nodes.named(values, "logits")  # as our own output is called
    said = {"model_type": "Segmentor", "class_names": NAMES, "resolution": 50, **dict(metadata)}
    fixed = bool(batch if truly is None else truly)
    return saved(path, nodes, {"logits": 4}, said, SIDE if fixed else 0, batch, bands, **more)


def branching(path, batch=0):
    """As `segmenter`, of nodes in a branch and in a function, that take what is outside."""
    nodes = Nodes()
    gain, no = nodes.constant(GAIN), nodes.constant(False, np.bool_)
    made = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [None] * 4) for name in ("a", "b")]
    branches = [
        helper.make_graph([helper.make_node("Mul", ["image", gain], [made[0].name])], "a", [], made[:1]),
        helper.make_graph([helper.make_node("Own", ["image", gain], [made[1].name], domain="own")], "b", [], made[1:]),
    ]
    nodes.named(nodes.add("If", no, then_branch=branches[0], else_branch=branches[1]), "last")
    opsets = [helper.make_opsetid("", 13)]
    own = helper.make_function("own", "Own", ["x", "k"], ["y"], [helper.make_node("Mul", ["x", "k"], ["y"])], opsets)
    said = {"model_type": "Segmentor", "class_names": NAMES}
    return saved(path, nodes, {"last": 4}, said, SIDE, batch, functions=[own], domains=("own",))


def _grid(nodes, means):
    """Centres of the blocks, and ones: maps of one channel."""
    ones = nodes.add("Cast", nodes.add("Greater", nodes.columns_of(means, 1), nodes.constant(-1)), to=TensorProto.FLOAT)
    centres = []
    for axis in (3, 2):
        steps = nodes.add("Mul", nodes.add("CumSum", ones, nodes.constant(axis, np.int64)), nodes.constant(BLOCK))
        centres.append(nodes.add("Sub", steps, nodes.constant(BLOCK / 2)))
    return centres, ones


class Blocks(Nodes):
    def columns_of(self, maps, count):
        return self.add("Gather", maps, self.whole(*range(count)), axis=1)

    def filled(self, ones, value):
        return self.add("Mul", ones, self.constant(value))


def detector(path, kind="YOLO_Ultralytics", box=(6.0, 14.0), angle=None, metadata=(), batch=0, objectness=None,
             listed=False, rows_last=True, masks=0, also=False, said=None, gain=1.0, classes=3, **more):  # fmt: skip
    """Boxes of width and height in the middle of each block."""
    nodes = Blocks()
    means = nodes.add("AveragePool", seen(nodes, batch), kernel_shape=[BLOCK] * 2, strides=[BLOCK] * 2)
    means = nodes.add("Mul", means, nodes.constant(gain))
    (x, y), ones = _grid(nodes, means)
    width, height = (nodes.filled(ones, side) for side in box)
    maps = [x, y, width, height]
    if listed:
        half = [nodes.filled(ones, side / 2) for side in box]
        corners = [nodes.add(op, c, side) for op in ("Sub", "Add") for c, side in zip((x, y), half)]
        best = nodes.add("ArgMax", means, axis=1, keepdims=1)
        maps = [*(maps if angle is not None else corners), nodes.add("ReduceMax", means, axes=[1]), nodes.cast(best)]
    else:
        maps += [] if objectness is None else [nodes.filled(ones, objectness)]
        maps.append(nodes.columns_of(means, classes))
    maps += [] if angle is None else [nodes.filled(ones, angle)]
    maps += [ones] * masks
    every = nodes.add("Concat", *maps, axis=1)
    out = nodes.add("Reshape", every, nodes.whole(0, 0, -1))
    out = out if rows_last else nodes.add("Transpose", out, perm=[0, 2, 1])
    outputs = {out: 3}
    if masks:
        nodes.named(nodes.add("Concat", *[ones] * masks, axis=1), "protos")
        outputs["protos"] = 4
    if also:  # what it is trained with
        outputs[nodes.add("Transpose", out, perm=[0, 2, 1])] = 3
    usual = {"model_type": "Detector", "det_type": kind, "class_names": NAMES, "resolution": 100, "tile_size": SIDE}
    told = {**usual, **dict(metadata)} if said is None else said
    return saved(path, nodes, outputs, told, SIDE if batch else 0, batch, **more)


def without_metadata(path, copy):
    model = onnx.load(path)
    del model.metadata_props[:]
    copy.write_bytes(model.SerializeToString())


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    segmenter(folder / "cover.onnx", "Softmax", batch=1)
    detector(folder / "turned.onnx", "YOLO_Ultralytics_obb", (14.0, 6.0), 2.0, batch=1)
    for named, silent in (("cover", "plain"), ("turned", "boxes")):
        without_metadata(folder / f"{named}.onnx", folder / f"{silent}.onnx")
