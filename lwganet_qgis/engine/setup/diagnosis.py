# SPDX-License-Identifier: GPL-3.0-or-later
"""All there is to know of an engine, to paste into a ticket."""

from __future__ import annotations

import platform
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from ... import settings
from ...core import __version__
from ...core.errors import Cancelled, EngineError
from ...core.jobs.check import CheckResult
from ..environment import EnvironmentFault, find_python
from ..pythons.environments import environments
from .verify import Listener, check, problem_of


@dataclass(frozen=True)
class Diagnosis:
    plugin: str
    system: str
    python: str = ""
    origin: str = ""
    kind: str = ""
    """Of a set-up's environment; empty: a Python of the user's."""
    found: CheckResult | None = None
    folder: str = ""
    """Of the set-up's environments."""
    disk_free: int = 0
    """Bytes there."""
    others: tuple[tuple[str, int], ...] = field(default=())
    """Environments that are not used, and their bytes."""
    problem: str = ""
    """Why the engine would not run; empty: it would."""


def diagnose(listener: Listener) -> Diagnosis:
    """Starts the engine once. Raises Cancelled; whatever else goes wrong is the diagnosis."""
    root = settings.engine_folder()
    facts = {
        "plugin": __version__, "system": f"{platform.platform()}, {platform.machine()}", "folder": str(root),
        "disk_free": _free(root),
    }  # fmt: skip
    made = environments(root)
    try:
        python = find_python(settings.engine_python(), root)
    except EnvironmentFault as error:
        return Diagnosis(**facts, others=_sizes(made), problem=str(error))
    used = python.environment
    facts.update(
        python=python.path, origin=python.origin, kind=used.kind if used else "",
        others=_sizes([environment for environment in made if environment != used]),
    )  # fmt: skip
    try:
        found = check(python, listener)
    except Cancelled:
        raise
    except EngineError as error:
        return Diagnosis(**facts, problem=str(error))
    return Diagnosis(**facts, found=found, problem=problem_of(found))


def _sizes(made: list) -> tuple[tuple[str, int], ...]:
    return tuple((environment.folder.name, environment.size()) for environment in made)


def _free(root: Path) -> int:
    while not root.exists() and root != root.parent:
        root = root.parent
    try:
        return shutil.disk_usage(root).free
    except OSError:
        return 0
