# SPDX-License-Identifier: GPL-3.0-or-later
"""How each job is done, one file a tool. A new tool's line goes in here, and nowhere else in the engine."""

from __future__ import annotations

from typing import Any

from . import (
    accuracy,
    change,
    change_polygons,
    classify,
    detect,
    first_change,
    importing,
    pair,
    segment,
    suppress,
)
from .parts.run import Task

TASKS: dict[str, Task[Any]] = {
    task.job.TOOL: task
    for task in (
        classify.TASK,
        segment.TASK,
        change.TASK,
        detect.TASK,
        change_polygons.TASK,
        first_change.TASK,
        pair.TASK,
        suppress.TASK,
        accuracy.TASK,
        importing.TASK,
    )
}
