# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of another's model, whatever it holds, made into a model folder.

Graphs need the package onnx, checkpoints PyTorch besides.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from ...core.cards.card import ModelCard
from ...core.errors import DeviceError, InputError
from ...core.jobs.inspection import InspectionResult
from ...core.sentences import say
from .parts.request import Request, Tell

OF_GRAPHS, OF_CHECKPOINTS = ("onnx",), ("torch", "onnx", "safetensors")
"""Packages, besides those that run models."""
GRAPH = ("an ONNX file", "the engine anew")
ARCHIVES = (b"PK\x03\x04", b"\x80\x02")
"""How files of PyTorch begin, whatever their name says."""


def is_onnx(path: Path) -> bool:
    """Whether a file says that it is a graph: by its name, or by how it begins (as nothing else here does)."""
    try:
        with path.open("rb") as stream:
            begin = stream.read(9)
    except OSError:
        return False
    if begin.startswith(ARCHIVES):
        return False
    if path.suffix.lower() == ".onnx":
        return True
    # Field 1, the version of the format, then field 2, the name of what wrote the file.
    return len(begin) == 9 and begin[0] == 0x08 and 1 <= begin[1] <= 30 and begin[2] == 0x12 and begin[8:] != b"{"


def import_file(request: Request, tell: Tell = lambda fraction, text: None) -> ModelCard:
    """Makes a model folder of a checkpoint, or of an ONNX file; a failed import leaves nothing.

    Raises:
        DeviceError: a package is missing; the message says what to install.
        EngineError: what is wrong with the file, or what has to be said about it.
    """
    if is_onnx(request.checkpoint):
        _check_packages(OF_GRAPHS, *GRAPH)
        from .onnx.foreign import import_graph

        return import_graph(request, tell)
    _check_packages(OF_CHECKPOINTS, "a checkpoint", "an engine of the kind Training and import")
    from .checkpoint import import_checkpoint

    return import_checkpoint(request, tell)


def inspect_file(path: Path) -> InspectionResult:
    """What a file holds, before it is imported.

    Raises:
        EngineError: as `import_file`, where it cannot be imported whatever is said of it.
    """
    if not path.is_file():
        raise InputError(say("{} is no file", path))
    if not is_onnx(path):
        return InspectionResult(False)
    _check_packages(OF_GRAPHS, *GRAPH)
    from .onnx.look import inspect_graph

    return inspect_graph(path)


def _check_packages(packages: tuple[str, ...], what: str, engine: str) -> None:
    """Raises DeviceError saying what is imported with them, and which engine has them."""
    missing = []
    for name in packages:
        try:
            importlib.import_module(name)
        except (ImportError, OSError):  # OSError: a library of it does not load
            missing.append(name)
    if missing:
        raise DeviceError(
            say(
                "importing {} needs {}; the engine's Python lacks {}. Set up {} (Engine… in QGIS's menu "
                "Raster, LWGANet), or install with: {} -m pip install {}",
                what,
                ", ".join(packages),
                ", ".join(missing),
                engine,
                sys.executable,
                " ".join(missing),
            )
        )
