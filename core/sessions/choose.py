# SPDX-License-Identifier: GPL-3.0-or-later
"""Which runtime runs a model, and on what: ONNX Runtime on the processor and on cards, PyTorch on CUDA."""

from __future__ import annotations

import ctypes
import re
import sys

from ..cards.card import GRAPH_FILE, WEIGHTS_FILE, ModelCard
from ..errors import DeviceError
from ..jobs.parts.model import DEVICES
from .session import Session, Target


def _has_driver() -> bool:
    """Whether there is an NVIDIA driver: asked first, as importing PyTorch takes seconds and memory."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


def choose_target(device: str, card: ModelCard | None = None) -> Target:
    """Where `device` (auto, cpu, cuda, cuda:N, directml) runs here.

    Args:
        card: of the model that is to run. PyTorch needs its weights; on the processor these run where it has no graph.
    Raises:
        DeviceError: a card is asked for and absent, or the name is none of these.
    """
    if not re.fullmatch(DEVICES, device):
        raise DeviceError(f"unknown device {device!r}: use auto, cpu, cuda, cuda:N or directml")
    graph_only = card is not None and WEIGHTS_FILE not in card.files
    weights_only = card is not None and not graph_only and GRAPH_FILE not in card.files
    processor = Target("torch" if weights_only else "onnx", "cpu")
    if device == "cpu":
        return processor
    from .graphics import graphics_problem

    if device == "directml":
        problem = "this model has no graph" if weights_only else graphics_problem(device)
        if problem is None:
            return Target("onnx", device)
        raise DeviceError(f"directml is not available: {problem}. Choose the device auto or cpu")
    if device == "auto" and not _has_driver():
        return processor
    exact = "cuda:0" if device in ("auto", "cuda") else device
    if not weights_only and graphics_problem(exact) is None:
        return Target("onnx", exact)
    if device == "auto" and graph_only:
        return processor
    from .torch import cuda_problem

    problem = "this model has a graph for the processor alone" if graph_only else cuda_problem(device)
    if problem is None:
        return Target("torch", exact)
    if device == "auto":
        return processor
    raise DeviceError(f"{device} is not available: {problem}. Choose the device auto or cpu")


def open_session(card: ModelCard, target: Target, threads: int) -> Session:
    """Loads a model.

    Args:
        threads: processor threads to use.
    Raises:
        ModelError: the folder's files are damaged or of a kind that this runtime cannot load.
        DeviceError: the runtime is not installed.
    """
    if target.runtime == "torch":
        from .torch import TorchSession

        return TorchSession(card, target.device, threads)
    if target.device != "cpu":
        from .graphics import GraphicsSession

        return GraphicsSession(card, target.device)
    from .onnx import OnnxSession

    return OnnxSession(card, threads)
