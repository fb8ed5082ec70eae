# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Python runs the engine, and the environment it runs in.

The engine has a Python of its own: nothing is ever installed into, or imported by, the one inside
QGIS. `sys.executable` is no answer: inside QGIS it may be QGIS itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import settings
from ..core.errors import EngineError
from ..texts import tr
from .pythons.environments import Environment, environments
from .pythons.probe import examine, refusal

VARIABLE = settings.ENGINE_PYTHON.variable

_CLEANED = (
    "PYTHONHOME", "PYTHONPATH", "PYTHONEXECUTABLE", "PYTHONSTARTUP", "LD_LIBRARY_PATH", "LD_PRELOAD", "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
)  # fmt: skip
_CLEANED_PREFIXES = ("QGIS_", "GDAL_", "PROJ_", "CONDA_")

_working: dict[str, bool] = {}
"""Pythons of the running system that were tried in this session."""


class EnvironmentFault(EngineError):
    """The engine has no Python that works."""

    kind = "environment"


@dataclass(frozen=True)
class EnginePython:
    path: str
    origin: str
    """For people: who chose it."""
    environment: Environment | None = None
    """Where a set-up made it."""


def child_environment(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without what points into QGIS, whose GDAL and Python are not the engine's."""
    source = os.environ if environ is None else environ
    kept = {
        name: value
        for name, value in source.items()
        if name.upper() not in _CLEANED and not name.upper().startswith(_CLEANED_PREFIXES)
    }
    _leave_qgis(kept, source.get("OSGEO4W_ROOT", ""))
    limit = settings.memory_limit()
    if limit is not None:
        kept[settings.MEMORY_LIMIT.variable] = f"{limit:g}"
    kept["PYTHONUNBUFFERED"] = "1"
    kept["PYTHONIOENCODING"] = "utf-8"
    return kept


def _leave_qgis(environ: dict[str, str], root: str) -> None:
    """Takes the folders of QGIS on Windows, full of its libraries, off the path."""
    inside = os.path.normcase(root).rstrip("\\/")
    for name in environ:
        if inside and name.upper() == "PATH":
            folders = environ[name].split(os.pathsep)
            environ[name] = os.pathsep.join(f for f in folders if not os.path.normcase(f).startswith(inside))


def how_to_set_up() -> str:
    return tr(
        "Open Raster > LWGANet > Engine and press Set up, or run the tool Set up the engine (lwganet:installengine)."
    )


def probe(python: str) -> str:
    """What keeps `python` from running the engine, as a sentence; empty: nothing does.

    Nothing is started that is not a Python by name and content.
    """
    return examine(python, child_environment()).fault


def find_python(chosen: str, managed_folder: Path) -> EnginePython:
    """The engine's Python. `chosen` is the user's setting (may be empty).

    What was chosen by name is only looked at (starting the engine tells the rest). Of what nobody named: an
    environment of this version's set-up, the system's Python where it has the packages, an environment of an earlier
    version. Raises EnvironmentFault.
    """
    for path, origin in _named(chosen):
        fault = refusal(path)
        if fault:
            raise EnvironmentFault(tr("{}: {} {}").format(origin, fault, how_to_set_up()))
        return EnginePython(path, origin)
    made = [environment for environment in environments(managed_folder) if environment.whole]
    for environment in made:
        if environment.current:
            return EnginePython(str(environment.python), tr("The engine's own environment"), environment)
    for path in system_pythons():
        if _works(path):
            return EnginePython(path, tr("The system"))
    for environment in made:
        if _works(str(environment.python)):
            return EnginePython(str(environment.python), tr("An environment of an earlier version"), environment)
    raise EnvironmentFault(tr("The engine is not set up yet. {}").format(how_to_set_up()))


def forget_tried() -> None:
    """Pythons are tried again: packages may have come."""
    _working.clear()


def _works(path: str) -> bool:
    if path not in _working:
        _working[path] = not probe(path)
    return _working[path]


def _named(chosen: str) -> Iterator[tuple[str, str]]:
    variable = os.environ.get(VARIABLE, "").strip()
    if variable:
        yield variable, tr("The environment variable {}").format(VARIABLE)
    if chosen:
        yield chosen, tr("The setting lwganet/engine_python")


def system_pythons() -> Iterator[str]:
    """The real interpreter of the Python that runs here."""
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for candidate in (base / "bin" / version, base / "bin" / "python3", base / "python3.exe", base / "python.exe"):
        if candidate.is_file():
            yield str(candidate)
            return
