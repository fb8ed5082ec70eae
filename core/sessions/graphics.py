# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX Runtime on a graphics card: NVIDIA's by CUDA, any on Windows by DirectML.

One run at a time: DirectML allows no other, and a card has no use for several.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any

import onnxruntime

from ..cards.card import ModelCard
from ..errors import DeviceError
from ..sentences import say
from .limits import LOAD_SECONDS
from .onnx import answer_within, graph_of, open_within, outputs_of
from .session import CPU_BATCH, Batch

_PROVIDERS = {"cuda": "CUDAExecutionProvider", "directml": "DmlExecutionProvider"}
_KINDS = {"cuda": "NVIDIA graphics card", "directml": "Any graphics card (DirectML)"}


def provider_of(device: str) -> tuple[str, dict[str, Any]]:
    """ONNX Runtime's name for a device (cuda, cuda:N, directml), and its settings."""
    name, _, index = device.partition(":")
    settings: dict[str, Any] = {"device_id": int(index or 0)}
    if name == "cuda":
        # As exact as the processor, and no trials of algorithms for every size of tile.
        settings.update(use_tf32=0, cudnn_conv_algo_search="HEURISTIC")
    return _PROVIDERS[name], settings


def graphics_problem(device: str) -> str | None:
    """Why ONNX Runtime cannot use a device; None where it has been made for it."""
    name = device.partition(":")[0]
    if _PROVIDERS[name] in onnxruntime.get_available_providers():
        return None
    return f"this engine's ONNX Runtime is made without it (set up the engine of the kind '{_KINDS[name]}')"


class GraphicsSession:
    batch = CPU_BATCH
    workers = 1

    def __init__(self, card: ModelCard, device: str) -> None:
        """Raises DeviceError where another provider than the device's would run."""
        self._what, self._lock = f"model {card.id}", Lock()
        provider, settings = provider_of(device)
        if hasattr(onnxruntime, "preload_dlls"):
            onnxruntime.preload_dlls()  # those of CUDA that lie in packages beside it
        self._session = open_within(LOAD_SECONDS, self._what, str(graph_of(card)), (provider, settings))
        ran = self._session.get_providers()[0]
        if ran != provider:
            raise DeviceError(
                say(
                    "{} is not available: ONNX Runtime took {} in its place; the driver may be too old or its "
                    "libraries missing. Choose the device cpu",
                    device,
                    ran,
                )
            )
        self._names = [node.name for node in self._session.get_inputs()]
        self._answers, self._seen = outputs_of(self._session)
        self.device = device
        self.runtime = f"ONNX Runtime {onnxruntime.__version__}"

    def run(self, images: Sequence[Batch]) -> Batch:
        return self._fetched(images, self._answers)[0]

    def look(self, images: Sequence[Batch]) -> tuple[Batch, Batch | None]:
        answer, *seen = self._fetched(images, self._answers + self._seen)
        return answer, seen[0] if seen else None

    def _fetched(self, images: Sequence[Batch], names: list[str]) -> list[Batch]:
        with self._lock:
            return answer_within(None, self._what, self._session, dict(zip(self._names, images)), names)
