# SPDX-License-Identifier: GPL-3.0-or-later
"""A checkpoint, or another's graph, made into a model folder.

The work is that of `models.importing`, which needs PyTorch.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from ..errors import DeviceError
from ..protocol import Job, Result
from ..report import Reporter

PACKAGES = ("torch", "onnx", "safetensors")
STEPS = 10


def _check_packages() -> None:
    """Raises DeviceError saying what to install."""
    missing = []
    for name in PACKAGES:
        try:
            importlib.import_module(name)
        except (ImportError, OSError):  # OSError: a library of it does not load
            missing.append(name)
    if missing:
        raise DeviceError(
            f"importing checkpoints needs {', '.join(PACKAGES)}; the engine's Python lacks {', '.join(missing)}. "
            f"Install with: {sys.executable} -m pip install {' '.join(missing)}"
        )


def run(job: Job, report: Reporter) -> Result:
    """Writes the folder; returns where it is.

    Raises:
        EngineError: what is wrong with the file, or has to be said about it; nothing is left.
    """
    _check_packages()
    from ...models.importing.checkpoint import import_checkpoint
    from ...models.importing.labels import Wishes
    from ...models.importing.request import Request

    def say(fraction: float, text: str) -> None:
        report.check()
        report.log(text)
        report.progress(round(fraction * STEPS), STEPS, "import: step")
        if fraction >= 1:
            report.commit()

    wishes = Wishes(job.dataset, job.labels, job.gsd)
    card = import_checkpoint(Request(Path(job.checkpoint), Path(job.output), wishes, job.name, job.license), say)
    compared = card.training["compared"]
    runtimes = {"PyTorch": compared.get("pytorch"), "ONNX Runtime": compared["onnxruntime"]}
    return Result(
        model_id=card.id, model_title=card.title, device="cpu", outputs={"output": str(card.folder)},
        runtime=next(f"{name} {version}" for name, version in runtimes.items() if version),
        figures=dict(card.training),
    )  # fmt: skip
