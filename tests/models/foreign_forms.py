# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files in the forms that other exporters give them; see `foreign_graphs` for what they look at."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper

from lwganet_qgis.models.importing.onnx.heads.nodes import Nodes

from .foreign_graphs import BLOCK, GAIN, NAMES, SIDE, Blocks, _grid, saved

SEGMENTOR = {"model_type": "Segmentor", "class_names": NAMES, "resolution": 50}
FLOAT = TensorProto.FLOAT


def rows(nodes, box, image="image"):
    """Of each block: centre and sides (N, blocks, 1 each), and its mean red, green and blue (N, blocks, 3)."""
    means = nodes.add("AveragePool", image, kernel_shape=[BLOCK] * 2, strides=[BLOCK] * 2)
    (x, y), ones = _grid(nodes, means)
    maps = [x, y, *(nodes.filled(ones, side) for side in box), means]
    every = nodes.add("Reshape", nodes.add("Concat", *maps, axis=1), nodes.whole(0, 0, -1))
    every = nodes.add("Transpose", every, perm=[0, 2, 1])
    return nodes.columns(every, 0, 4), nodes.columns(every, 4, 3)


def transformer(path, metadata, box=(14.0, 6.0), classes=3):
    """As Ultralytics exports RT-DETR: (N, rows, 4 + classes), boxes in shares of the image."""
    nodes = Blocks()
    boxes, scores = rows(nodes, box)
    shares = nodes.add("Div", boxes, nodes.constant(SIDE))
    out = nodes.add("Concat", shares, nodes.columns(scores, 0, classes), axis=2)
    return saved(path, nodes, {out: 3}, metadata, SIDE, 1)


def undecoded(path, metadata):
    """As YOLOX without its last step: steps from the cell's corner, logarithms of sides, objectness, classes."""
    nodes = Blocks()
    boxes, scores = rows(nodes, (14.0, 6.0))
    steps = nodes.add("Mul", boxes, nodes.constant([0.01, 0.01, 0.05, -0.1]))
    ones = nodes.add("Cast", nodes.add("Greater", nodes.columns(scores, 0, 1), nodes.constant(-1)), to=FLOAT)
    return saved(path, nodes, {nodes.add("Concat", steps, ones, scores, axis=2): 3}, metadata, SIDE, 1)


def placed(path, metadata, factor, offset):
    """As Ultralytics' YOLO, its boxes moved and scaled."""
    nodes = Blocks()
    boxes, scores = rows(nodes, (14.0, 6.0))
    boxes = nodes.add("Add", nodes.add("Mul", boxes, nodes.constant(factor)), nodes.constant(offset))
    out = nodes.add("Transpose", nodes.add("Concat", boxes, scores, axis=2), perm=[0, 2, 1])
    return saved(path, nodes, {out: 3}, metadata, SIDE, 1)


def joined(path, batch=1, kind=TensorProto.INT64, first=0):
    """As RT-DETR, D-FINE and DEIM export themselves: image and size in, labels, boxes and scores out."""
    nodes = Blocks()
    boxes, means = rows(nodes, (14.0, 6.0))
    centre, half = nodes.columns(boxes, 0, 2), nodes.add("Mul", nodes.columns(boxes, 2, 2), nodes.constant(0.5))
    corners = nodes.add("Concat", nodes.add("Sub", centre, half), nodes.add("Add", centre, half), axis=2)
    shares = nodes.add("Div", corners, nodes.constant(SIDE))
    sizes = nodes.cast(nodes.add("Concat", "orig_target_sizes", "orig_target_sizes", axis=1))
    wide = nodes.add("Reshape", sizes, nodes.whole(-1, 1, 4))
    nodes.named(nodes.add("Mul", shares, wide), "boxes")
    nodes.named(nodes.add("ReduceMax", means, axes=[2], keepdims=0), "scores")
    best = nodes.add("ArgMax", means, axis=2, keepdims=0)
    nodes.named(nodes.add("Add", best, nodes.whole(first)), "labels")
    saved(path, nodes, {"boxes": 3, "scores": 2}, {}, SIDE, batch)
    model = onnx.load(path)
    model.graph.input.append(helper.make_tensor_value_info("orig_target_sizes", kind, [batch or "n", 2]))
    model.graph.output.insert(0, helper.make_tensor_value_info("labels", TensorProto.INT64, [batch or "n", None]))
    path.write_bytes(model.SerializeToString())
    return path


def mapped(path, *operators, metadata=SEGMENTOR, rank=4, image="image", out=FLOAT, **how):
    """Ten times red, green and blue, behind operators with their attributes."""
    nodes = Nodes()
    values = nodes.add("Mul", image, nodes.constant(GAIN))
    for operator, attributes in operators:
        values = nodes.add(operator, values, **attributes)
    nodes.named(values, "last")
    how.setdefault("side", SIDE)
    saved(path, nodes, {"last": rank}, metadata, **how)
    model = onnx.load(path)
    model.graph.output[0].type.tensor_type.elem_type = out
    path.write_bytes(model.SerializeToString())
    return path


def bands_last(path, side=SIDE):
    """Image and map are height x width x bands."""
    return mapped(path, shape=["n", side or "h", side or "w", 3])


def of_bytes(path):
    """Fed bytes of 0..255."""
    nodes = Nodes()
    values = nodes.add("Mul", nodes.cast("image"), nodes.constant(GAIN / 255))
    nodes.named(values, "last")
    return floats(saved(path, nodes, {"last": 4}, SEGMENTOR, SIDE, kind=TensorProto.UINT8))


def floats(path):
    model = onnx.load(path)
    model.graph.output[0].type.tensor_type.elem_type = FLOAT
    path.write_bytes(model.SerializeToString())
    return path


def cropped(path, side=SIDE, margin=14, shrunk=False):
    """Without padding: maps are smaller than images; or only shrunk, to as many pixels."""
    nodes = Nodes()
    values = nodes.add("Mul", "image", nodes.constant(GAIN))
    if shrunk:
        share = (side - 2 * margin) / side
        values = nodes.add("Resize", values, "", nodes.constant([1, 1, share, share]), mode="linear")
    else:
        ends = [nodes.whole(margin, margin), nodes.whole(side - margin, side - margin), nodes.whole(2, 3)]
        values = nodes.add("Slice", values, *ends)
    nodes.named(values, "last")
    return saved(path, nodes, {"last": 4}, SEGMENTOR, side, 1)


def disordered(path):
    """As Ultralytics' half precision: a cast stands behind what needs it."""
    mapped(path, ("Relu", {}), ("Identity", {}))
    model = onnx.load(path)
    nodes = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(reversed(nodes))
    path.write_bytes(model.SerializeToString())
    return path


def old(path, opset):
    """Of an operator set before ours, with a node that was another then."""
    nodes = Nodes()
    smaller = nodes.add("AveragePool", "image", kernel_shape=[2, 2], strides=[2, 2])
    scales = [1.0, 1.0, 2.0, 2.0]
    if opset < 9:
        larger = nodes.add("Upsample", smaller, scales=scales, mode="nearest")
    else:
        operator = "Upsample" if opset == 9 else "Resize"
        larger = nodes.add(operator, smaller, nodes.constant(scales), mode="nearest")
    nodes.named(nodes.add("Mul", larger, nodes.constant(GAIN)), "last")
    return saved(path, nodes, {"last": 4}, SEGMENTOR, SIDE, 1, opset=opset)


def circle(path):
    mapped(path)
    model = onnx.load(path)
    model.graph.node.append(helper.make_node("Add", ["image", "b"], ["a"]))
    model.graph.node.append(helper.make_node("Identity", ["a"], ["b"]))
    path.write_bytes(model.SerializeToString())
    return path


def gain(image):
    """What the segmenters give of bytes (C, H, W)."""
    return GAIN * image.astype(np.float32) / 255
