# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file is, without starting it: somebody who names QGIS as the Python gets a sentence, not a second QGIS."""

from __future__ import annotations

import os
import re
import sys
from enum import Enum
from pathlib import Path

_PYTHON = re.compile(r"(?i)(?:python|pypy)[\w.+-]*")
"""Names of interpreters."""
_LAUNCHERS = re.compile(r"(?i)python(?:w)?[\d.]*(?:-qgis(?:-ltr)?)?\.bat|.*\.(?:bat|cmd|ps1|lnk|vbs|com)")
_DESKTOP = re.compile(r"(?i)qgis|grass|saga|orfeo|otb|blender|spyder|idle|jupyter|designer")
"""Programs that open windows, or take other arguments than Python's."""
_GUI, _CONSOLE = 2, 3
"""Subsystems of Windows' programs."""


class Sight(Enum):
    """What was seen; only PYTHON is worth starting."""

    PYTHON = "an interpreter"
    MISSING = "nothing is there"
    FOLDER = "a folder"
    NO_PROGRAM = "a file that cannot be run"
    DESKTOP = "a program with windows, such as QGIS"
    LAUNCHER = "a batch file or a link"
    STORE = "Windows' stand-in for a Python that is not installed"
    STUB = "macOS's stand-in for a Python that is not installed"
    OTHER = "a program of another name"


def look_at(path: str | Path) -> Sight:
    """What `path` and what it links to is, by name and first bytes. Nothing is started."""
    given = Path(path)
    try:
        if given.is_dir():
            return Sight.FOLDER
        if not os.path.lexists(given):
            return Sight.MISSING
        if _is_store_alias(given):
            return Sight.STORE
        if not given.exists():
            return Sight.MISSING
        real = Path(os.path.realpath(given))
        if not os.access(given, os.X_OK):
            return Sight.NO_PROGRAM
        with open(real, "rb") as stream:
            head = stream.read(4096)
    except OSError:
        return Sight.NO_PROGRAM
    if _DESKTOP.search(given.name) or _DESKTOP.search(real.name):
        return Sight.DESKTOP
    if _LAUNCHERS.fullmatch(given.name):
        return Sight.LAUNCHER
    if not (_PYTHON.fullmatch(given.name) or _PYTHON.fullmatch(real.name)):
        return Sight.OTHER
    if given.name.lower().startswith("pythonw") or subsystem(head) == _GUI:
        return Sight.DESKTOP
    if str(real) == "/usr/bin/python3" and sys.platform == "darwin" and not _developer_tools():
        return Sight.STUB
    return Sight.PYTHON if _runs(head) else Sight.NO_PROGRAM


def subsystem(head: bytes) -> int:
    """Of a Windows program: 2 has windows, 3 a console; 0: it is none."""
    if head[:2] != b"MZ" or len(head) < 64:
        return 0
    start = int.from_bytes(head[60:64], "little")
    if head[start : start + 4] != b"PE\0\0":
        return 0
    return int.from_bytes(head[start + 92 : start + 94], "little")


def _runs(head: bytes) -> bool:
    """ELF, Mach-O (thin, fat), a Windows program, a script."""
    machine_code = (b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa\xcf")
    return head.startswith(machine_code) or head[:2] in (b"MZ", b"#!")


def _is_store_alias(path: Path) -> bool:
    """An empty file in a folder of Windows': running it opens the Store."""
    return path.parent.name.lower() == "windowsapps" and (not path.exists() or path.stat().st_size == 0)


def _developer_tools() -> bool:
    """Without them /usr/bin/python3 of macOS opens a window that offers to install them."""
    return any(map(os.path.isdir, ("/Library/Developer/CommandLineTools", "/Applications/Xcode.app")))
