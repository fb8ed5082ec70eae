# SPDX-License-Identifier: GPL-3.0-or-later
"""A network as an ONNX graph that refers to the weights in ``weights.safetensors``.

It names them by offset and widens them to single precision, which ONNX Runtime does once, on loading.
"""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper

from ...core.cards.card import WEIGHTS_FILE, ModelCard
from ...core.cards.kinds import FEATURES
from .deploy import Deployed

OPSET = 17
IR_VERSION = 8


def graph_of(module: Deployed, card: ModelCard, weights: Path) -> onnx.ModelProto:
    """`module`, in deploy form, as a graph that lies beside `weights`."""
    graph = _trace(module, card)
    _refer_to_weights(graph, _weights_index(weights))
    _strip(graph)
    return graph


def _trace(module: Deployed, card: ModelCard) -> onnx.ModelProto:
    side = max(card.takes.smallest, card.takes.multiple)
    names, output = card.kind.inputs, card.kind.output
    images = tuple(torch.rand(2, len(card.takes.input.bands), side, side) * 255 for _ in names)
    axes = {name: {0: "batch", 2: "height", 3: "width"} for name in names}
    axes[output] = {0: "batch", 2: "height", 3: "width"} if card.kind.dense else {0: "batch"}
    outputs = [output, FEATURES] if module.features else [output]
    axes[FEATURES] = {0: "batch"}
    stream = io.BytesIO()
    torch.onnx.export(
        module, images, stream,  # type: ignore[arg-type]
        dynamo=False, opset_version=OPSET, do_constant_folding=False,
        training=torch.onnx.TrainingMode.PRESERVE, keep_initializers_as_inputs=False,
        input_names=list(names), output_names=outputs, dynamic_axes=axes,
    )  # fmt: skip
    graph = onnx.load_from_string(stream.getvalue())
    graph.ir_version = IR_VERSION
    return graph


def _weights_index(path: Path) -> dict[str, tuple[int, int, str]]:
    """Of each tensor in a safetensors file: offset and length in bytes, and type."""
    with path.open("rb") as stream:
        (size,) = struct.unpack("<Q", stream.read(8))
        header = json.loads(stream.read(size))
    return {
        key: (8 + size + entry["data_offsets"][0], entry["data_offsets"][1] - entry["data_offsets"][0], entry["dtype"])
        for key, entry in header.items()
        if key != "__metadata__"
    }


def _refer_to_weights(model: onnx.ModelProto, index: dict[str, tuple[int, int, str]]) -> None:
    """Replaces initializers by references into the weights file, widened to single precision."""
    casts = []
    for tensor in model.graph.initializer:
        key = tensor.name.removeprefix("network.")
        if key not in index:
            continue
        offset, length, dtype = index[key]
        tensor.ClearField("raw_data")
        tensor.ClearField("float_data")
        tensor.data_location = TensorProto.EXTERNAL
        for name, value in (("location", WEIGHTS_FILE), ("offset", str(offset)), ("length", str(length))):
            tensor.external_data.add(key=name, value=value)
        if dtype == "F16":
            wide = tensor.name
            tensor.name, tensor.data_type = f"{wide}.half", TensorProto.FLOAT16
            casts.append(helper.make_node("Cast", [tensor.name], [wide], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _strip(model: onnx.ModelProto) -> None:
    """Drops what runtimes do not read, and repeated constants: three quarters of a graph's bytes."""
    graph = model.graph
    kept = {x.name for x in (*graph.input, *graph.output, *graph.initializer)}
    short: dict[str, str] = {}
    constants: dict[bytes, str] = {}
    nodes = []

    def rename(name: str) -> str:
        return name if not name or name in kept else short.setdefault(name, f"v{len(short)}")

    for node in graph.node:
        for unused in ("name", "doc_string", "metadata_props"):
            node.ClearField(unused)
        node.input[:] = [rename(name) for name in node.input]
        if node.op_type == "Constant":
            value = node.attribute[0].SerializeToString()
            if value in constants:
                short[node.output[0]] = constants[value]
                continue
            constants[value] = rename(node.output[0])
        node.output[:] = [rename(name) for name in node.output]
        nodes.append(node)
    del graph.value_info[:], graph.node[:]
    graph.node.extend(nodes)
