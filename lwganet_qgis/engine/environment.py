# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Python runs the engine, and the environment it runs in.

The engine has a Python of its own: nothing is ever installed into, or imported by, the one inside
QGIS. `sys.executable` is no answer: inside QGIS it may be QGIS itself.
"""

from __future__ import annotations

import json
import os
import subprocess  # nosec B404
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import settings
from ..core.errors import EngineError
from ..texts import tr

VARIABLE = "LWGANET_ENGINE_PYTHON"
MEMORY_VARIABLE = "LWGANET_MEMORY_LIMIT_GB"
"""Of the engine: gigabytes that a model may take that did not come with the plugin."""
PACKAGES = ("numpy", "rasterio", "shapely", "onnxruntime")
PROBE_SECONDS = 60
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)

_CLEANED = (
    "PYTHONHOME", "PYTHONPATH", "PYTHONEXECUTABLE", "PYTHONSTARTUP", "LD_LIBRARY_PATH", "LD_PRELOAD", "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
)  # fmt: skip
_CLEANED_PREFIXES = ("QGIS_", "GDAL_", "PROJ_", "CONDA_")

_PROBE = """
import importlib, json, sys
missing = {}
for name in %r:
    try:
        importlib.import_module(name)
    except BaseException as error:
        missing[name] = str(error) or type(error).__name__
print(json.dumps({"version": list(sys.version_info[:3]), "missing": missing}))
"""

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


def child_environment(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without what points into QGIS, whose GDAL and Python are not the engine's."""
    source = os.environ if environ is None else environ
    kept = {
        name: value
        for name, value in source.items()
        if name.upper() not in _CLEANED and not name.upper().startswith(_CLEANED_PREFIXES)
    }
    limit = settings.memory_limit()
    if limit is not None:
        kept[MEMORY_VARIABLE] = f"{limit:g}"
    kept["PYTHONUNBUFFERED"] = "1"
    kept["PYTHONIOENCODING"] = "utf-8"
    return kept


def how_to_set_up() -> str:
    return tr(
        "Make a Python environment (3.9 or newer) with the packages {} (python3 -m venv FOLDER; FOLDER/bin/pip install "
        "{}) and name its Python in the environment variable {} or in the setting lwganet/engine_python."
    ).format(", ".join(PACKAGES), " ".join(PACKAGES), VARIABLE)


def probe(python: str) -> str:
    """What keeps `python` from running the engine, as a sentence; empty: nothing does."""
    try:
        # No shell; the program is the Python that the user set up.
        done = subprocess.run(  # nosec B603
            [python, "-I", "-c", _PROBE % (PACKAGES,)],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=PROBE_SECONDS,
            env=child_environment(), creationflags=NO_WINDOW,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return tr("{} did not answer within {} s.").format(python, PROBE_SECONDS)
    except OSError as error:
        return tr("{} cannot be started ({}).").format(python, error.strerror or error)
    try:
        answer = json.loads(done.stdout.decode("utf-8", "replace").strip().splitlines()[-1])
        version, missing = tuple(answer["version"]), answer["missing"]
    except (IndexError, KeyError, TypeError, ValueError):
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = f": {said[-1]}" if said and len(said[-1]) < 200 else ""
        text = tr("{} is not a working Python (exit code {}).")
        return text.format(python, f"{done.returncode}{reason}")
    if version < (3, 9):
        return tr("{} is Python {}.{}; the engine needs 3.9 or newer.").format(python, *version[:2])
    if missing:
        reasons = "; ".join(f"{name}: {reason}" for name, reason in missing.items())
        text = tr("{} lacks the package {} ({}).") if len(missing) == 1 else tr("{} lacks the packages {} ({}).")
        return text.format(python, ", ".join(missing), reasons)
    return ""


def find_python(chosen: str, managed_folder: Path) -> EnginePython:
    """The engine's Python. `chosen` is the user's setting (may be empty).

    What was chosen by name is only checked to be there (starting the engine tells the rest);
    Pythons that nobody named are tried. Raises EnvironmentFault.
    """
    for path, origin in _named(chosen):
        if Path(path).is_dir():
            text = tr("{} names {}, which is a folder: name the Python in it. {}")
            raise EnvironmentFault(text.format(origin, path, how_to_set_up()))
        if not Path(path).is_file():
            text = tr("{} names {}, which is a folder; name the program in it. {}")
            if not Path(path).exists():
                text = tr("{} names {}, which does not exist. {}")
            raise EnvironmentFault(text.format(origin, path, how_to_set_up()))
        if not os.access(path, os.X_OK):
            raise EnvironmentFault(tr("{} names {}, which is not a program. {}").format(origin, path, how_to_set_up()))
        return EnginePython(path, origin)
    for path in _system_pythons():
        if path not in _working:
            _working[path] = not probe(path)
        if _working[path]:
            return EnginePython(path, tr("The system"))
    for path in (managed_folder / "bin" / "python", managed_folder / "Scripts" / "python.exe"):
        if path.is_file():
            return EnginePython(str(path), tr("The engine's own environment"))
    raise EnvironmentFault(
        tr("The engine is not set up: no Python with its packages was found. {}").format(how_to_set_up())
    )


def _named(chosen: str) -> Iterator[tuple[str, str]]:
    variable = os.environ.get(VARIABLE, "").strip()
    if variable:
        yield variable, tr("The environment variable {}").format(VARIABLE)
    if chosen:
        yield chosen, tr("The setting lwganet/engine_python")


def _system_pythons() -> Iterator[str]:
    """The real interpreter of the Python that runs here."""
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for candidate in (base / "bin" / version, base / "bin" / "python3", base / "python3.exe", base / "python.exe"):
        if candidate.is_file():
            yield str(candidate)
            return
