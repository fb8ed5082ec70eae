# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pickles of a checkpoint ask for, found out without running them.

A pickle names the Python objects it wants made. Those of a checkpoint are tensors, and bookkeeping
of the training: numbers of NumPy, settings, logs. The bookkeeping is replaced by `Ignored`, so that
nothing but PyTorch's own tensors is made; a pickle that names anything else is refused unread.
"""

from __future__ import annotations

import io

# It lists the instructions of a pickle and runs none.
import pickletools  # nosec B403
from typing import Any

from ...core.errors import ModelError
from ...core.sentences import say

BOOKKEEPING = frozenset({
    "numpy", "mmengine", "mmcv", "mmdet", "mmseg", "mmrotate", "pytorch_lightning", "lightning", "lightning_fabric",
    "torchmetrics", "omegaconf", "addict", "argparse", "pathlib",
})  # fmt: skip
"""Packages whose objects are left out."""
YOLO = ("ultralytics.", "models.yolo.", "models.common.")
"""How names begin in the whole models that Ultralytics, YOLOv5 and YOLOv7 save."""
PLAIN = frozenset({
    "collections.OrderedDict", "collections.Counter", "_codecs.encode", "builtins.set", "builtins.bytearray",
    "builtins.complex", "__builtin__.set", "__builtin__.bytearray", "__builtin__.complex",
})  # fmt: skip
"""What PyTorch makes itself when it loads weights only."""
LARGEST = 64 << 20
"""Bytes of one pickle: a published one has a hundredth of it."""
UNKNOWN = ("INST", "OBJ", "STACK_GLOBAL", "EXT1", "EXT2", "EXT4", "PERSID", "NEWOBJ_EX")
"""Instructions that no checkpoint needs."""


class Ignored:
    """Stands for an object that is left out. Takes whatever it is given and keeps nothing."""

    def __new__(cls, *_: Any) -> Ignored:
        return super().__new__(cls)

    def __init__(self, *_: Any) -> None:
        pass

    def __setstate__(self, state: Any) -> None:
        pass


def named(stream: io.BytesIO, where: str) -> set[str]:
    """Dotted names that the pickle at the stream's place asks for; leaves the stream behind it.

    Raises:
        ModelError: it is no pickle, or has instructions that a checkpoint does not need.
    """
    found = set()
    try:
        for code, argument, _ in pickletools.genops(stream):
            if code.name == "GLOBAL":
                found.add(str(argument).replace(" ", "."))
            elif code.name in UNKNOWN:
                raise ModelError(
                    say("{} is not written as PyTorch writes weights ({}): refused unread", where, code.name)
                )
    except (ValueError, MemoryError, EOFError, UnicodeError) as error:
        raise ModelError(say("{} is damaged: its index cannot be read ({})", where, error)) from error
    return found


def stand_ins(names: set[str], where: str) -> list[tuple[Any, str]]:
    """What to put in the place of bookkeeping, as `torch.serialization.safe_globals` takes it.

    Raises:
        ModelError: the pickle asks for anything but tensors and bookkeeping; the message names it.
    """
    ignored = {name for name in names if name.split(".")[0] in BOOKKEEPING}
    yolo = next((name for name in sorted(names) if name.startswith(YOLO)), "")
    if yolo:
        raise ModelError(
            say(
                "{} is a YOLO model as its training saves it ({}), which only its own program can load: "
                "export it to ONNX there (format=onnx, or export.py --include onnx) and import that",
                where,
                yolo,
            )
        )
    foreign = {name for name in names - ignored - PLAIN if name.split(".")[0] != "torch"}
    if foreign:
        shown = ", ".join(sorted(foreign)[:5])
        raise ModelError(
            say(
                "{} asks for Python objects that are no weights ({}). Loading such a file could run code, so "
                "it is refused unread. If it holds a whole model, save the model's state_dict() and import "
                "that",
                where,
                shown,
            )
        )
    return [(Ignored, name) for name in sorted(ignored)]
