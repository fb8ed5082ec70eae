# SPDX-License-Identifier: GPL-3.0-or-later
"""Engines for tests: one that is set up already, programs that are none, and a folder of wheels that is kept."""

import contextlib
import json
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from .conftest import ENGINE, ROOT

WHEELS = ROOT / "build" / "wheels"
UV = ROOT / ".venv" / "bin" / "uv"
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


def script(path, text):
    """A program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def earlier(root, lock="0" * 12, made=1.0, kind="processor"):
    """An environment of a set-up that works: its Python is that of the tests' engine."""
    folder = root / f"{kind}-{lock}-1"
    script(folder / "bin" / "python", f'#!/bin/sh\nexec "{ENGINE}" "$@"\n')
    (folder / "pyvenv.cfg").write_text(f"home = {os.path.dirname(ENGINE)}\n")
    facts = {"kind": kind, "lock": lock, "made": made, "versions": {"python": "3.11.2"}}
    (folder / "lwganet.json").write_text(json.dumps(facts))
    return folder


def folder_of_wheels():
    """Made once, with the code that users have for it; skips where neither it nor a network is there."""
    from lwganet_qgis.engine.pythons.kinds import kind_of
    from lwganet_qgis.engine.pythons.locks import names as locked
    from lwganet_qgis.engine.pythons.platforms import here
    from lwganet_qgis.engine.setup.causes import Cause
    from lwganet_qgis.engine.setup.faults import SetUpFault
    from lwganet_qgis.engine.setup.network import installer_environment
    from lwganet_qgis.engine.setup.progress import Progress
    from lwganet_qgis.engine.setup.wheels import make_wheels

    kind = kind_of("processor")
    folder = WHEELS / f"{kind.digest}-{PYTHON}"
    if len(list(folder.glob("*.whl"))) <= len(locked(kind, here(), PYTHON)):  # and uv
        try:
            make_wheels(kind, here(), [PYTHON], folder, installer_environment(WHEELS), Progress())
        except SetUpFault as fault:
            if fault.cause is Cause.NETWORK:
                pytest.skip("no wheels are kept, and there is no network to get them")
            raise
    return folder


def only_uv(folder):
    """A PATH with uv and the system's programs: sets up in a second."""
    folder.mkdir(parents=True, exist_ok=True)
    if UV.exists() and not (folder / "uv").exists():
        (folder / "uv").symlink_to(UV)
    return f"{folder}:/usr/bin:/bin"


def until(condition, seconds=60.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def running():
    """Command lines of all processes, a line each."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it has just ended
            lines.append(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return "\n".join(lines)
