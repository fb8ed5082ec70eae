# SPDX-License-Identifier: GPL-3.0-or-later
"""A tiny network whose numbers are known, by every runtime on every device that is here.

Importing a runtime proves little: only what has computed right counts as working, and only by the provider that it
was asked of.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from ..jobs.parts.trial import RuntimeTrial
from .session import Batch

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "engine"
GRAPH, NUMBERS = FOLDER / "tiny.onnx", FOLDER / "tiny.json"
SIDE, STEP = 64, 8
"""Of the image in pixels, and of the grid on which the numbers are kept."""
RUNS = 5
CLOSE = {"cpu": 1e-5}
CLOSE_ENOUGH = 5e-3
"""Graphics cards may multiply with fewer digits."""
PROVIDERS = {"CPUExecutionProvider": "cpu", "CUDAExecutionProvider": "cuda", "DmlExecutionProvider": "directml"}
_CHANNELS, _CLASSES = 8, 4


def image() -> Batch:
    """(1, 3, SIDE, SIDE), 0..1."""
    rows, columns = np.indices((SIDE, SIDE))
    bands = [((7 * rows + 11 * columns + 5 * band) % 17) / 17 for band in range(3)]
    return np.stack(bands)[None].astype(np.float32)


def weights() -> tuple[Batch, Batch]:
    """Of the 3 x 3 and of the 1 x 1 convolution."""
    first, second = (_CHANNELS, 3, 3, 3), (_CLASSES, _CHANNELS, 1, 1)
    made = [np.sin(np.arange(1, 1 + int(np.prod(shape)))).reshape(shape) for shape in (first, second)]
    return made[0].astype(np.float32), made[1].astype(np.float32)


def trials() -> Iterator[RuntimeTrial]:
    """One for each runtime and device, the processor first."""
    yield from _onnx_trials()
    if find_spec("torch") is not None:
        yield from _torch_trials()


def _onnx_trials() -> Iterator[RuntimeTrial]:
    name = f"ONNX Runtime {onnxruntime.__version__}"
    here = onnxruntime.get_available_providers()
    for provider, device in PROVIDERS.items():
        if provider in here:
            yield _trial(name, device, partial(_onnx, provider))


def _onnx(provider: str) -> tuple[str, Callable[[], Batch]]:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.enable_mem_pattern = False  # DirectML asks for it
    if provider == "CUDAExecutionProvider" and hasattr(onnxruntime, "preload_dlls"):
        onnxruntime.preload_dlls()
    session = onnxruntime.InferenceSession(str(GRAPH), options, providers=[provider])
    feed = {"image": image()}

    def run() -> Batch:
        result: Batch = session.run(None, feed)[0]
        return result

    return session.get_providers()[0], run


def _torch_trials() -> Iterator[RuntimeTrial]:
    try:
        import torch
    except Exception as error:  # a library of it that cannot be loaded
        yield RuntimeTrial("PyTorch", "cpu", "", 0.0, 0.0, f"{type(error).__name__}: {error}")
        return
    name = f"PyTorch {torch.__version__}"
    yield _trial(name, "cpu", partial(_on_torch, torch, "cpu"))
    for index in range(torch.cuda.device_count() if torch.cuda.is_available() else 0):
        device = f"cuda:{index}"
        title = f"{device} {torch.cuda.get_device_name(index)}"
        yield _trial(name, title, partial(_on_torch, torch, device))


def _on_torch(torch: Any, device: str) -> tuple[str, Callable[[], Batch]]:
    functions = torch.nn.functional
    given, first, second = (torch.from_numpy(values).to(device) for values in (image(), *weights()))

    def run() -> Batch:
        with torch.no_grad():
            pooled = functions.max_pool2d(functions.relu(functions.conv2d(given, first, padding=1)), 2)
            scores = functions.interpolate(functions.conv2d(pooled, second), scale_factor=2, mode="bilinear")
            result: Batch = functions.softmax(scores, 1).cpu().numpy()
        return result

    return device, run


def _trial(runtime: str, device: str, load: Callable[[], tuple[str, Callable[[], Batch]]]) -> RuntimeTrial:
    provider, fastest, difference, problem = "", 0.0, 0.0, ""
    try:
        provider, run = load()
        times = []
        for _ in range(RUNS):
            started = time.perf_counter()
            answer = run()
            times.append(1000 * (time.perf_counter() - started))
        fastest, difference = min(times), _difference(answer)
        if PROVIDERS.get(provider, provider) not in (device, device.split()[0]):
            problem = f"{provider} ran in its place"
        elif not difference <= CLOSE.get(device, CLOSE_ENOUGH):
            problem = f"the numbers are wrong by {difference:.2g}"
    except Exception as error:  # the runtimes' exceptions have no common root
        problem = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return RuntimeTrial(runtime, device, provider, fastest, difference if np.isfinite(difference) else 1e9, problem)


def _difference(answer: Batch) -> float:
    known = np.array(json.loads(NUMBERS.read_text(encoding="utf-8")), np.float32)
    sampled = answer[0, :, ::STEP, ::STEP]
    if sampled.shape != known.shape:
        return float("inf")
    return float(np.abs(sampled - known).max())
