# SPDX-License-Identifier: GPL-3.0-or-later
"""A checkpoint, or another's graph, made into a model folder.

The work is that of `models.importing`: graphs need onnx, checkpoints PyTorch as well.
"""

from __future__ import annotations

from pathlib import Path

from ..jobs.importing import ImportJob, ImportResult
from ..sentences import say
from .parts.run import Run, Task

STEPS = 10


def run(job: ImportJob, run: Run) -> ImportResult:
    """Writes the folder; returns where it is.

    Raises:
        EngineError: what is wrong with the file, or has to be said about it; nothing is left.
    """
    from ...models.importing.file import import_file
    from ...models.importing.parts.labels import Wishes
    from ...models.importing.parts.request import Request

    report = run.report

    def tell(fraction: float, text: str) -> None:
        report.check()
        report.log(text)
        report.progress(round(fraction * STEPS), STEPS, say("import: step"))
        if fraction >= 1:
            report.commit()

    wishes = Wishes(job.dataset, job.classes, job.gsd, job.stated.colors)
    request = Request(Path(job.checkpoint), Path(job.models), wishes, job.name, job.license, job.stated)
    card = import_file(request, tell)
    return ImportResult(str(card.folder))


TASK = Task(ImportJob, run)
