# SPDX-License-Identifier: GPL-3.0-or-later
"""Which runtime runs a model, and on what: ONNX Runtime on the processor and on cards, PyTorch on CUDA."""

from __future__ import annotations

import ctypes
import re
import sys

from ..cards.card import GRAPH_FILE, WEIGHTS_FILE, ModelCard
from ..errors import DeviceError
from ..jobs.parts.model import DEVICES
from ..sentences import say
from .calibrated import Calibrated, calibration_of
from .session import SeeingSession, Target


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
        raise DeviceError(say("unknown device {}: use auto, cpu, cuda, cuda:N or directml", repr(device)))
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
        raise DeviceError(say("directml is not available: {}. Choose the device auto or cpu", problem))
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
    raise DeviceError(say("{} is not available: {}. Choose the device auto or cpu", device, problem))


def open_session(card: ModelCard, target: Target, threads: int) -> SeeingSession:
    """Loads a model; its scores are calibrated as its card says.

    Args:
        threads: processor threads to use.
    Raises:
        ModelError: the folder's files are damaged or of a kind that this runtime cannot load.
        DeviceError: the runtime is not installed.
    """
    calibrate = calibration_of(card)
    session = _uncalibrated(card, target, threads)
    return session if calibrate is None else Calibrated(session, calibrate)


def _uncalibrated(card: ModelCard, target: Target, threads: int) -> SeeingSession:
    if target.runtime == "torch":
        from .torch import TorchSession

        return TorchSession(card, target.device, threads)
    if target.device != "cpu":
        from .graphics import GraphicsSession

        return GraphicsSession(card, target.device)
    from .onnx import OnnxSession

    return OnnxSession(card, threads)
