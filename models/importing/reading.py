# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights out of a file that nobody trusts: PyTorch's archives, its older format, safetensors.

Nothing of the file is run, and what it claims is checked against what it has before memory is taken
for it: archives and safetensors are mapped, so only what a network needs is ever read.
"""

from __future__ import annotations

import io
import json
import mmap
import struct
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from ...core.cards.files import check_content
from ...core.errors import InputError, ModelError
from ...core.sentences import say
from .wanted import LARGEST, named, stand_ins

WRAPPERS = ("state_dict", "model", "network", "model_state_dict", "net", "module", "weights", "params")
"""Where authors put the weights; the first that is there counts."""
DEPTH = 4
HEADER = 64 << 20
"""Bytes of the largest safetensors header that is read."""
OLD = b"\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19."
"""How files of PyTorch's format before archives begin."""
OLD_PICKLES = 5
LONGEST_NAME = 100
"""Of a class."""


@dataclass(frozen=True)
class Checkpoint:
    state: dict[str, Tensor]
    """As the file has it, of any floating type; still in the file where that is possible."""
    classes: tuple[str, ...] = ()
    """Names that the file gives."""
    palette: tuple[str, ...] = ()
    """Their colours, #rrggbb."""


def read_checkpoint(path: Path) -> Checkpoint:
    """The weights in a file.

    Raises:
        InputError: there is no such file, or it cannot be opened.
        ModelError: it is damaged, of another kind, or could run code.
    """
    try:
        with path.open("rb") as stream:
            begin = stream.read(64)
    except OSError as error:
        raise InputError(say("{} cannot be read: {}", path, error.strerror or error)) from error
    check_content(begin, path)
    if begin.startswith(b"PK\x03\x04"):
        data = _archive(path)
    elif begin.startswith(OLD):
        data = _old(path)
    elif len(begin) > 8 and begin[8:9] == b"{":
        return Checkpoint(_safetensors(path, struct.unpack("<Q", begin[:8])[0]))
    else:
        raise ModelError(say("{} is no checkpoint: expected a .pth, .pt or .ckpt of PyTorch, or .safetensors", path))
    state = _state(data, DEPTH)
    if state is None:
        raise ModelError(
            say("{} holds no weights: expected a state dict, bare or as one of {}", path, ", ".join(WRAPPERS))
        )
    return Checkpoint(_tensors(state, path), *_labels(data))


def _archive(path: Path) -> Any:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if any(entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1 for entry in entries):
                raise ModelError(say("{} is a compressed archive, which PyTorch does not write: unpack it first", path))
            if sum(entry.file_size for entry in entries) > path.stat().st_size:
                raise ModelError(say("{} is damaged: its entries claim more than the file holds", path))
            if any(name.endswith("/constants.pkl") or "/code/" in name for name in names):
                raise ModelError(
                    say(
                        "{} is a TorchScript program, not weights: import the checkpoint it was made from, or export "
                        "the model to ONNX and import that",
                        path,
                    )
                )
            indexes = [entry for entry in entries if entry.filename.split("/")[-1] == "data.pkl"]
            if len(indexes) != 1 or indexes[0].file_size > LARGEST:
                raise ModelError(say("{} is a zip archive but no checkpoint of PyTorch", path))
            bad = archive.testzip()
            if bad is not None:
                raise ModelError(say("{} is damaged: {} does not fit its checksum; download it again", path, bad))
            wanted = named(io.BytesIO(archive.read(indexes[0])), str(path))
    # RuntimeError: the archive is of a form that zipfile does not know.
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, struct.error, RuntimeError) as error:
        raise ModelError(say("{} is damaged or cut off ({}); download it again", path, error)) from error
    return _load(path, wanted, mapped=True)


def _old(path: Path) -> Any:
    """Not mapped: takes as much memory as the file has bytes."""
    wanted: set[str] = set()
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as view:
        begin = io.BytesIO(view[:LARGEST])
        for _ in range(OLD_PICKLES):
            wanted |= named(begin, str(path))
    return _load(path, wanted, mapped=False)


def _load(path: Path, wanted: set[str], mapped: bool) -> Any:
    ignored = stand_ins(wanted, str(path))
    try:
        with torch.serialization.safe_globals([*ignored]), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return torch.load(path, map_location="cpu", weights_only=True, mmap=mapped)
    except Exception as error:  # what PyTorch raises for damaged files has no common root
        # What it says itself is meant for programmers: how to load the file without care.
        raise ModelError(
            say(
                "{} is damaged, or no checkpoint: PyTorch cannot load its weights. Download it again; if "
                "that does not help, save the model's state_dict() and import that",
                path,
            )
        ) from error


def _safetensors(path: Path, header: int) -> dict[str, Tensor]:
    size = path.stat().st_size
    if header > min(size - 8, HEADER):
        raise ModelError(say("{} is damaged: its header claims {:,} bytes, the file has {:,}", path, header, size))
    try:
        with path.open("rb") as stream:
            stream.seek(8)
            json.loads(stream.read(header))
        return load_file(path)
    except Exception as error:  # of JSON, safetensors and PyTorch
        raise ModelError(
            say("{} is damaged: its weights cannot be read ({}); download it again", path, error)
        ) from error


def _state(data: Any, depth: int) -> Mapping[Any, Any] | None:
    """The weights inside nested wrappers."""
    if not isinstance(data, Mapping) or depth == 0:
        return None
    for name in WRAPPERS:
        found = _state(data.get(name), depth - 1)
        if found is not None:
            return found
    return data if any(isinstance(value, Tensor) for value in data.values()) else None


def _tensors(state: Mapping[Any, Any], path: Path) -> dict[str, Tensor]:
    wrong = [str(key)[:80] for key, value in state.items() if not (isinstance(key, str) and _is_plain(value))]
    if wrong:
        shown = ", ".join(wrong[:5])
        raise ModelError(say("{}: entries among the weights are no plain tensors of numbers: {}", path, shown))
    return dict(state)


def _is_plain(value: Any) -> bool:
    return (
        isinstance(value, Tensor)
        and value.layout is torch.strided
        and value.device.type == "cpu"
        and not (value.is_quantized or value.is_complex())
    )


def _labels(data: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Class names and colours, where the training framework wrote them down."""
    for meta in _metas(data):
        names = next((meta[key] for key in ("CLASSES", "classes") if key in meta), None)
        if not isinstance(names, (list, tuple)) or not all(_is_name(name) for name in names):
            continue
        palette = next((meta[key] for key in ("PALETTE", "palette") if key in meta), None)
        return tuple(name.strip() for name in names), _colours(palette, len(names))
    return (), ()


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_NAME


def _metas(data: Any) -> Iterator[Mapping[Any, Any]]:
    meta = data.get("meta") if isinstance(data, Mapping) else None
    if isinstance(meta, Mapping):
        yield meta
        if isinstance(meta.get("dataset_meta"), Mapping):
            yield meta["dataset_meta"]


def _colours(palette: Any, count: int) -> tuple[str, ...]:
    try:
        rows = [tuple(int(value) for value in row) for row in palette]
    except (TypeError, ValueError):
        return ()
    whole = len(rows) == count and all(len(row) == 3 and all(0 <= v <= 255 for v in row) for row in rows)
    return tuple("#{:02x}{:02x}{:02x}".format(*row) for row in rows) if whole else ()
