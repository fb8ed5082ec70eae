# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders that belong to a process. Where it dies without a word, a later start sees that and takes them away."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ...core.outputs.placing import remove

LOCK = "lock"
KEPT_SECONDS = 30 * 86_400
"""Folders that nobody owns any more, as they hold a log that a message named, stay so long."""


class OwnFolder:
    """A new folder, locked by this process until it is removed or let go of.

    Raises OSError where it cannot be made.
    """

    def __init__(self, parent: Path | str, prefix: str, suffix: str = "") -> None:
        self.path = Path(tempfile.mkdtemp(prefix=prefix, suffix=suffix, dir=str(parent)))
        self._lock = _lock(self.path)
        self._lock.tryLock(0)

    def let_go(self) -> None:
        """Keep the folder: nobody owns it any more."""
        self._lock.unlock()

    def remove(self) -> None:
        self._lock.unlock()
        remove(self.path)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # only a dead owner's lock is stale, however old it is
    return lock


def abandoned(folder: Path) -> bool:
    """Whether the folder's owner is dead."""
    if not (folder / LOCK).exists():
        return False  # it is being made, or was kept on purpose
    lock = _lock(folder)
    if not lock.tryLock(0):
        return False
    lock.unlock()
    return True


def owner(folder: Path) -> int:
    """The process that holds the folder; 0: unknown."""
    known, process, _host, _name = _lock(folder).getLockInfo()
    return int(process) if known else 0


def sweep(folders: Iterable[Path]) -> None:
    """Removes those that dead processes have left, and what was kept long enough."""
    for folder in folders:
        try:
            kept_long = not (folder / LOCK).exists() and time.time() - os.stat(folder).st_mtime > KEPT_SECONDS
            if kept_long or abandoned(folder):
                remove(folder)
        except OSError:
            continue  # another's, or gone meanwhile
