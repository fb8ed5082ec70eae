# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of engine: what each is for, what it needs, and how large that is."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ...texts import tr
from .platforms import Platform

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "engine"
BASIC = ("numpy", "rasterio", "shapely", "onnxruntime")


@dataclass(frozen=True)
class Kind:
    """`provider`: of ONNX Runtime, that it brings; `modules`: what it can import."""

    id: str
    provider: str = "CPUExecutionProvider"
    modules: tuple[str, ...] = BASIC
    unpacked: float = 3.7
    """Bytes on disk of a byte of wheels, about."""

    @property
    def title(self) -> str:
        return {
            "processor": tr("Processor"), "nvidia": tr("NVIDIA graphics card"),
            "directml": tr("Any graphics card (DirectML)"), "training": tr("Training and import"),
        }[self.id]  # fmt: skip

    @property
    def purpose(self) -> str:
        return {
            "processor": tr("Runs all models on this computer's processor. The right choice to begin with."),
            "nvidia": tr("Runs models on an NVIDIA card with a recent driver; brings the libraries of CUDA with it."),
            "directml": tr("Runs models on the graphics card of any maker, where a tool's device is directml."),
            "training": tr("Adds PyTorch: for importing checkpoints, and for CUDA devices through PyTorch."),
        }[self.id]  # fmt: skip

    @cached_property
    def lock(self) -> str:
        """The lock file's text; empty where the plugin lacks it: the kind is then offered nowhere."""
        path = FOLDER / f"{self.id}.lock"
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    @cached_property
    def digest(self) -> str:
        """Of the lock: what is installed by it is named so."""
        return hashlib.sha256(self.lock.encode()).hexdigest()[:12]

    @cached_property
    def _covered(self) -> dict[str, tuple[str, ...]]:
        found = re.findall(r"(?m)^# ([\w-]+): ([\d. ]+)$", self.lock)
        return {name: tuple(given.split()) for name, given in found}

    def pythons(self, platform: Platform) -> tuple[str, ...]:
        """Versions for which everything is published there, e.g. ("3.10", "3.11"); none: the kind is not for it."""
        return self._covered.get(platform.name, ())

    def download(self, platform: Platform) -> int:
        """Bytes; 0: unknown."""
        sizes = json.loads((FOLDER / "sizes.json").read_text(encoding="utf-8"))
        return int(sizes.get(self.id, {}).get(platform.name, 0))

    def on_disk(self, platform: Platform) -> int:
        """Bytes, about."""
        return round(self.download(platform) * self.unpacked)


KINDS = (
    Kind("processor"),
    Kind("nvidia", "CUDAExecutionProvider", unpacked=2.0),
    Kind("directml", "DmlExecutionProvider"),
    Kind("training", modules=(*BASIC, "torch", "onnx", "safetensors"), unpacked=2.5),
)
UV = Kind("uv", "", ())
"""No engine: what makes environments where no Python can."""


def kind_of(kind_id: str) -> Kind:
    """Raises KeyError."""
    return {kind.id: kind for kind in KINDS}[kind_id]


def offered(platform: Platform) -> list[Kind]:
    """Those that can be had there."""
    return [kind for kind in KINDS if kind.pythons(platform)]
