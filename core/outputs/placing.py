# SPDX-License-Identifier: GPL-3.0-or-later
"""Finished files to their places: all of them, or none, and then what stood there before stands there still.

Standard library alone, so both Pythons can use it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_APPENDED = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")
"""Endings of files that hold a part of the file whose whole name stands before them."""
_EXCHANGED = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qix", ".qpj", ".sbn", ".sbx", ".idm", ".ind"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
}
"""By the ending of a vector file: those of its other parts."""
ASIDE = ".lwganet-aside"
"""How the names of files end that were put aside."""


def companions(target: Path) -> list[Path]:
    """Files, there or not, that belong to a file and would be wrong beside another in its place."""
    parts = [target.with_name(target.name + ending) for ending in _APPENDED]
    return parts + [target.with_suffix(ending) for ending in _EXCHANGED.get(target.suffix.lower(), ())]


def place(moves: Iterable[tuple[Path, Path]]) -> None:
    """Moves each source (a file or a folder) to its target, on the same file system.

    What stands at a target, and what belongs to it, is put aside first, beside the source, and removed when
    all is in place. Where a move fails, all goes back.

    Raises:
        OSError: of the move that failed; nothing has changed.
    """
    done: list[tuple[Path, Path]] = []
    asides: list[Path] = []
    settled: set[Path] = set()
    try:
        for source, target in moves:
            for old in (target, *companions(target)):
                if old not in settled and os.path.lexists(old):
                    asides.append(source.with_name(f"{source.name}.{len(asides)}{ASIDE}"))
                    _move(old, asides[-1], done)
                settled.add(old)
            _move(source, target, done)
    except OSError:
        for source, target in reversed(done):
            with suppress(OSError):
                os.replace(target, source)
        raise
    for aside in asides:
        remove(aside)


def _move(source: Path, target: Path, done: list[tuple[Path, Path]]) -> None:
    os.replace(source, target)
    done.append((source, target))


def remove(path: Path) -> None:
    """A file or a folder, as far as that can be removed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()
