# SPDX-License-Identifier: GPL-3.0-or-later
"""From a trained network to a model folder: card, graph and weights.

The weights lie once, in ``weights.safetensors`` (matrices in half precision, the rest in single, or
all in single); the ONNX graph refers to them by offset and widens them, which ONNX Runtime does once,
on loading.
"""

from __future__ import annotations

import hashlib
import io
import json
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper
from safetensors.torch import load_file, save
from torch import Tensor, nn

from ..core.model_card import (
    CARD_FILE,
    FORMAT,
    GRAPH_FILE,
    WEIGHTS_FILE,
    ModelCard,
    ModelInput,
    draft_card,
    parse_card,
)
from .networks.clafa import CLAFA
from .networks.mask_decoder import MaskSegmenter
from .registry import create_model

OPSET = 17
IR_VERSION = 8
DERIVED = (".filt", ".relative_position_index", ".num_batches_tracked")
"""Endings of state that the constructor makes, or inference does not need."""
TRAINING_ONLY = ".aux_head."
INPUTS = {
    "classification": ("image",),
    "segmentation": ("image",),
    "change": ("before", "after"),
    "detection": ("image",),
}
OUTPUTS = {
    "classification": "logits",
    "segmentation": "logits",
    "change": "probability",
    "detection": "detections",
}
MAPS = ("segmentation", "change")
"""Tasks whose output has the sides of the input."""
LEAST_SCORE = 1e-6
"""Of a class, that stands for none: half precision knows it too."""


class Deployed(nn.Module):
    """A network as sessions run it: values of the card's range in, the card's output out."""

    mean: Tensor
    std: Tensor

    def __init__(self, network: nn.Module, model_input: ModelInput) -> None:
        super().__init__()
        self.network = network.eval()
        self.resize = model_input.resize
        self.register_buffer("mean", torch.tensor(model_input.mean).view(1, -1, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(model_input.std).view(1, -1, 1, 1), persistent=False)

    def _prepare(self, image: Tensor) -> Tensor:
        image = (image - self.mean) / self.std
        if self.resize != 1.0:
            image = F.interpolate(image, scale_factor=self.resize, mode="bilinear", align_corners=False)
        return image

    def forward(self, *images: Tensor) -> Tensor:
        out = self.network(*(self._prepare(image) for image in images))
        result: Tensor = out[0] if isinstance(out, (list, tuple)) else out
        return result


class DeployedDetector(Deployed):
    """A detector, whose boxes are in pixels of the tile, however much that is enlarged inside."""

    def forward(self, *images: Tensor) -> Tensor:
        detections = super().forward(*images)
        if self.resize == 1.0:
            return detections
        return torch.cat([detections[..., :4] / self.resize, detections[..., 4:]], -1)


class DeployedLogits(Deployed):
    """A change network that gives logits of unchanged and changed, as a probability of change."""

    def forward(self, *images: Tensor) -> Tensor:
        return super().forward(*images).softmax(1)[:, 1:]


class DeployedScores(Deployed):
    """A segmenter of queries, whose scores are sums over these: softmax gives the share of a class in the sum."""

    def forward(self, *images: Tensor) -> Tensor:
        return super().forward(*images).clamp(min=LEAST_SCORE).log()


def deploy(model: nn.Module, card: ModelCard) -> nn.Module:
    """`model` behind the card's interface (see `core.model_card`), in evaluation mode."""
    if card.task == "detection":
        return DeployedDetector(model, card.input)
    if isinstance(model, MaskSegmenter):
        return DeployedScores(model, card.input)
    return (DeployedLogits if isinstance(model, CLAFA) else Deployed)(model, card.input)


def save_weights(model: nn.Module, path: Path, half: bool = True) -> None:
    """Stores what inference needs: vectors in single precision, matrices in half or in single."""
    matrices = torch.float16 if half else torch.float32
    state = {
        key: value.detach().cpu().to(matrices if value.dim() > 1 else torch.float32).contiguous()
        for key, value in model.state_dict().items()
        if not key.endswith(DERIVED) and TRAINING_ONLY not in key
    }
    path.write_bytes(save(state))


def load_weights(model: nn.Module, path: Path) -> nn.Module:
    """Fills `model` from `save_weights` and puts it in evaluation mode.

    Raises:
        ValueError: a key is missing or left over; the message shows them.
    """
    state = {key: value.float() for key, value in load_file(path).items()}
    outcome = model.load_state_dict(state, strict=False)
    missing = [k for k in outcome.missing_keys if not k.endswith(DERIVED) and TRAINING_ONLY not in k]
    if missing or outcome.unexpected_keys:
        raise ValueError(f"{path}: missing {missing[:5]}, left over {outcome.unexpected_keys[:5]}")
    return model.eval()


def open_model(card: ModelCard) -> nn.Module:
    """The trained network of a model folder, in evaluation mode."""
    return load_weights(create_model(card.architecture, **card.arguments), card.path(WEIGHTS_FILE))


def _trace(module: nn.Module, card: ModelCard) -> onnx.ModelProto:
    side = max(card.smallest, card.multiple)
    names, output = INPUTS[card.task], OUTPUTS[card.task]
    images = tuple(torch.rand(2, len(card.input.bands), side, side) * 255 for _ in names)
    axes = {name: {0: "batch", 2: "height", 3: "width"} for name in names}
    axes[output] = {0: "batch", 2: "height", 3: "width"} if card.task in MAPS else {0: "batch"}
    stream = io.BytesIO()
    torch.onnx.export(
        module, images, stream,  # type: ignore[arg-type]
        dynamo=False, opset_version=OPSET, do_constant_folding=False,
        training=torch.onnx.TrainingMode.PRESERVE, keep_initializers_as_inputs=False,
        input_names=list(names), output_names=[output], dynamic_axes=axes,
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


def _sha256(path: Path) -> str:
    """In groups of eight digits."""
    return hashlib.sha256(path.read_bytes()).digest().hex(" ", 4)


def export_model(model: nn.Module, fields: dict[str, Any], folder: Path, half: bool = True) -> ModelCard:
    """Writes a model folder.

    Args:
        model: a trained network made by `create_model`.
        fields: the card but for `format` and `files`.
        folder: made if it is missing; what it holds of these files is replaced.
        half: whether to keep matrices in half precision, at half the size.
    Raises:
        ModelError: `fields` are not a whole card.
    """
    folder.mkdir(parents=True, exist_ok=True)
    card = draft_card(fields, folder)
    save_weights(model, folder / WEIGHTS_FILE, half)
    rounded = load_weights(create_model(card.architecture, **card.arguments), folder / WEIGHTS_FILE)
    graph = _trace(deploy(rounded, card).eval(), card)
    _refer_to_weights(graph, _weights_index(folder / WEIGHTS_FILE))
    _strip(graph)
    (folder / GRAPH_FILE).write_bytes(graph.SerializeToString())
    return write_card(fields, folder, (GRAPH_FILE, WEIGHTS_FILE))


def write_card(fields: dict[str, Any], folder: Path, files: Iterable[str]) -> ModelCard:
    """Writes the card of a folder whose files are in place. Raises ModelError as `export_model`."""
    whole = {"format": FORMAT, **fields, "files": {name: _sha256(folder / name) for name in files}}
    card = parse_card(whole, folder)
    (folder / CARD_FILE).write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return card
