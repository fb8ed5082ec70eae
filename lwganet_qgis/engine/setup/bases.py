# SPDX-License-Identifier: GPL-3.0-or-later
"""Pythons that an environment can be made of."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..pythons.kinds import Kind
from ..pythons.look import Sight, look_at
from ..pythons.platforms import Platform
from ..pythons.probe import examine

SECONDS = 15.0
"""That a Python may take to say what it is."""
PREFERRED = ("3.12", "3.11", "3.13", "3.10", "3.9", "3.14")


@dataclass(frozen=True)
class Base:
    path: str
    python: str
    """Version, e.g. ``3.11``."""
    environments: bool
    """Whether it can make them by itself."""


def bases(
    kind: Kind, platform: Platform, environ: Mapping[str, str], first: Iterator[str] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Base]:  # fmt: skip
    """Those that fit a kind, tried one by one; `first` are looked at before all others."""
    seen = set()
    for path in (*(first or ()), *candidates(environ)):
        real = os.path.realpath(path)
        if real in seen or look_at(path) is not Sight.PYTHON or cancelled():
            continue
        seen.add(real)
        found = examine(path, environ, ("venv", "ensurepip"), SECONDS)
        python = ".".join(map(str, found.version[:2]))
        fits = not found.fault or set(found.missing) <= {"venv", "ensurepip"} and found.missing
        if fits and python in kind.pythons(platform):
            yield Base(path, python, not found.missing)


def candidates(environ: Mapping[str, str]) -> Iterator[str]:
    """Paths, the more usual versions first; not all are Pythons."""
    places = environ.get("PATH", os.defpath)
    for name in (*(f"python{version}" for version in PREFERRED), "python3", "python"):
        found = shutil.which(name, path=places)
        if found:
            yield found
    if sys.platform == "win32":
        yield from _registered()
    elif sys.platform == "darwin":
        for version in PREFERRED:
            yield f"/Library/Frameworks/Python.framework/Versions/{version}/bin/python3"
            yield f"/opt/homebrew/opt/python@{version}/bin/python{version}"


def _registered() -> Iterator[str]:
    """Pythons that installers on Windows have written down (PEP 514)."""
    import winreg

    for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        for version in PREFERRED:
            try:
                folder = winreg.QueryValue(root, rf"SOFTWARE\Python\PythonCore\{version}\InstallPath")
            except OSError:
                continue
            yield str(Path(folder) / "python.exe")
