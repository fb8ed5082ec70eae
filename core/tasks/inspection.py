# SPDX-License-Identifier: GPL-3.0-or-later
"""A model's file, looked at before it is imported: what a graph takes, gives, and may be."""

from __future__ import annotations

from pathlib import Path

from ..jobs.inspection import InspectionJob, InspectionResult
from .parts.run import Run, Task


def run(job: InspectionJob, run: Run) -> InspectionResult:
    """Writes nothing.

    Raises:
        EngineError: why the file cannot be imported, whatever is said of it.
    """
    from ...models.importing.file import inspect_file

    return inspect_file(Path(job.file))


TASK = Task(InspectionJob, run)
