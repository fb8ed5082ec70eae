# SPDX-License-Identifier: GPL-3.0-or-later
"""How each job is done, one file a tool. A new tool's name goes in here, and nowhere else in the engine."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .parts.run import Task

TOOLS = (
    "classify",
    "segment",
    "change",
    "detect",
    "change_polygons",
    "first_change",
    "pair",
    "suppress",
    "accuracy",
    "importing",
    "inspection",
    "check",
)
"""Files beside this one, each with its `TASK`."""

TASKS: dict[str, Task[Any]] = {name: import_module(f".{name}", __package__).TASK for name in TOOLS}
