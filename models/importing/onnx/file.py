# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files that nobody trusts: what is read of them, and what is refused before a runtime sees it.

The runtime is given bytes, never a path, and graphs that refer to other files are refused, so that a
graph cannot name a file of this computer as its weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
from google.protobuf.message import DecodeError, Message
from onnx import GraphProto, ModelProto, TensorProto

from ....core.cards.files import check_content
from ....core.errors import InputError, ModelError
from ....core.sentences import say
from .adapt import OLDEST, READABLE, bands_last, feed, is_joinable, join, raised, sides_of, sort_nodes
from .heads.boxes import JOINED

LARGEST = 2**31 - 1
"""Bytes of the largest message that Protocol Buffers know."""
DOMAINS = frozenset({"", "ai.onnx", "ai.onnx.ml", "com.microsoft"})
"""Operators that ONNX Runtime brings itself."""
IMAGES = (TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.UINT8)
WIDTHS: dict[int, int] = {TensorProto.FLOAT: 4, TensorProto.FLOAT16: 2, TensorProto.DOUBLE: 8, TensorProto.INT64: 8}
"""Bytes of a number, of the types that hold a graph's weights."""
SHOWN = 200
"""Characters of another library's message."""


@dataclass(frozen=True)
class Value:
    """What goes in or comes out."""

    name: str
    kind: str
    """Type of its numbers."""
    shape: str
    """For people: lengths of axes, with the names of those that may be any."""


@dataclass(frozen=True)
class ForeignGraph:
    """A graph with one image as its input, in the form of `adapt`. Lengths of 0 may be any."""

    model: ModelProto
    older: ModelProto | None
    """As `model`, with the operator set of the file, where that was raised."""
    metadata: dict[str, str]
    kind: dict[str, str]
    """Metadata that the graph's form stands for."""
    input: str
    whole: bool
    """Whether it is fed bytes."""
    half: bool
    """Whether it is fed half precision."""
    batch: int
    bands: int
    height: int
    width: int
    inputs: tuple[Value, ...] = ()
    outputs: tuple[Value, ...] = ()
    """Of the file, before any change."""


def _parsed(path: Path) -> ModelProto:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ModelError(say("{} has {:,} bytes; an ONNX file has at most {:,}", path, size, LARGEST))
        data = path.read_bytes()
    except OSError as error:
        raise InputError(say("{} cannot be read: {}", path, error.strerror or error)) from error
    check_content(data[:64], path)
    try:
        model = onnx.load_model_from_string(data)
    except (DecodeError, ValueError, TypeError, RecursionError) as error:
        raise ModelError(say("{} is no ONNX file, or damaged or cut off; download it again", path)) from error
    if not model.graph.node:
        raise ModelError(say("{} is no ONNX file, or empty: it holds no graph", path))
    return model


def parts(message: Message) -> Iterator[Message]:
    """A message and all those inside it."""
    waiting: list[Any] = [message]
    while waiting:
        part = waiting.pop()
        yield part
        for field, value in part.ListFields():
            if field.message_type is not None:
                waiting.extend(value if isinstance(value, (list, tuple)) or hasattr(value, "add") else [value])


def _check_tensor(tensor: TensorProto, path: Path) -> None:
    """That its numbers are in the file, as many as it claims."""
    if tensor.data_location == TensorProto.EXTERNAL or tensor.external_data:
        raise ModelError(
            say(
                "{} keeps weights in another file, which is not followed: save it as one file (onnx.save "
                "with save_as_external_data=False) and import that",
                path,
            )
        )
    count = 1
    for length in tensor.dims:
        count *= max(length, 0)
    held = len(tensor.raw_data) // WIDTHS.get(tensor.data_type, 1) if tensor.HasField("raw_data") else max(
        len(tensor.float_data) or len(tensor.int32_data), len(tensor.int64_data), len(tensor.double_data),
        len(tensor.uint64_data), len(tensor.string_data),
    )  # fmt: skip
    if tensor.data_type in WIDTHS and count != held:
        raise ModelError(
            say("{} is damaged: {} claims {:,} numbers, has {:,}", path, tensor.name[:80] or "a constant", count, held)
        )


def _opset(model: ModelProto) -> int:
    versions = {entry.domain: entry.version for entry in model.opset_import}
    return versions.get("", versions.get("ai.onnx", 0))


def _check_opsets(model: ModelProto, path: Path) -> None:
    version = _opset(model)
    newest = onnx.defs.onnx_opset_version()
    if version > newest:
        raise ModelError(
            say(
                "{} needs operator set {}; the installed onnx knows {}: export it again with opset 17",
                path,
                version,
                newest,
            )
        )
    if version < READABLE:
        raise ModelError(
            say("{} has operator set {}; {} or newer is needed: export it again with opset 17", path, version, READABLE)
        )
    own = DOMAINS | {function.domain for function in model.functions}
    foreign = sorted({node.domain for node in parts(model) if isinstance(node, onnx.NodeProto)} - own)
    if foreign:
        raise ModelError(
            say(
                "{} needs operators of {}, which ONNX Runtime does not have and which would be another's "
                "code: refused. Export it with standard operators",
                path,
                ", ".join(foreign)[:SHOWN],
            )
        )


def _inputs(graph: GraphProto) -> list[onnx.ValueInfoProto]:
    weights = {tensor.name for tensor in graph.initializer}
    return [entry for entry in graph.input if entry.name not in weights]


def _value(entry: onnx.ValueInfoProto) -> Value:
    kind = entry.type.tensor_type
    sides = " x ".join(str(dim.dim_value or dim.dim_param[:SHOWN] or "?") for dim in kind.shape.dim)
    return Value(entry.name, TensorProto.DataType.Name(kind.elem_type).lower(), sides or "no known shape")


def _check_image(image: onnx.ValueInfoProto, path: Path) -> None:
    kind, found = image.type.tensor_type, _value(image)
    if len(kind.shape.dim) != 4 or kind.elem_type not in IMAGES:
        raise ModelError(
            say(
                "{} takes {} of {}; expected float images, or bytes: batch x bands x height x width",
                path,
                found.kind,
                found.shape,
            )
        )


def _adapted(graph: GraphProto, path: Path) -> tuple[onnx.ValueInfoProto, bool]:
    """Brings a graph to one image; returns the graph's own, and whether its outputs were joined.

    Raises:
        ModelError: it takes anything but one image.
    """
    for part in parts(graph):
        if isinstance(part, GraphProto):
            sort_nodes(part, str(path))
    inputs = _inputs(graph)
    joined = is_joinable(graph, inputs)
    if len(inputs) != 1 and not joined:
        raise ModelError(say("{} takes {} inputs; models here take one image", path, len(inputs)))
    image = onnx.ValueInfoProto()
    image.CopyFrom(join(graph, inputs) if joined else inputs[0])
    _check_image(image, path)
    feed(graph, image)
    return image, joined


def _lengths(image: onnx.ValueInfoProto, path: Path) -> tuple[int, int, int, int]:
    """Images at a time, bands, height, width.

    Raises:
        ModelError: of no image that runs here.
    """
    sides = sides_of(image)
    batch, bands, height, width = (sides[axis] for axis in ((0, 3, 1, 2) if bands_last(sides) else (0, 1, 2, 3)))
    if bands > 255:
        raise ModelError(say("{} takes {} bands; models have up to 255", path, bands))
    if height != width:
        raise ModelError(
            say("{} takes images of {} x {} pixels: tiles here are square; export it so", path, width, height)
        )
    return batch, bands, height, width


def read_graph(path: Path) -> ForeignGraph:
    """The graph in a file, checked as far as that goes without running it.

    Raises:
        InputError: there is no such file, or it cannot be opened.
        ModelError: it is damaged, refers to other files or other code, or takes anything but one image.
    """
    model = _parsed(path)
    for part in parts(model):
        if isinstance(part, TensorProto):
            _check_tensor(part, path)
    _check_opsets(model, path)
    inputs, outputs = (tuple(map(_value, entries)) for entries in (_inputs(model.graph), model.graph.output))
    older = model if _opset(model) < OLDEST else None
    if older is not None:
        model = raised(older, path)
    image, joined = _adapted(model.graph, path)
    if older is not None:
        _adapted(older.graph, path)
    try:
        onnx.checker.check_model(model)
    except Exception as error:  # ValidationError, and what its C++ raises
        raise ModelError(say("{} is no valid ONNX graph: {}", path, _short(error))) from error
    batch, bands, height, width = _lengths(image, path)
    metadata = {entry.key: entry.value for entry in model.metadata_props}
    kind = {"model_type": "Detector", "det_type": JOINED} if joined else {}
    fed, given = _inputs(model.graph)[0], image.type.tensor_type.elem_type
    half, whole = given == TensorProto.FLOAT16, given == TensorProto.UINT8
    return ForeignGraph(
        model, older, metadata, kind, fed.name, whole, half, batch, bands, height, width, inputs, outputs
    )  # fmt: skip


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:SHOWN] or type(error).__name__
