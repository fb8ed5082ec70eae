# SPDX-License-Identifier: GPL-3.0-or-later
"""One set-up at a time in a folder, whatever number of QGISes; who comes next takes over from one that died."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ..pythons.environments import discard, unfinished
from .causes import Cause
from .faults import SetUpFault

LOCK = "set-up.lock"


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Holds the folder's lock; what set-ups that were killed have left is gone. Raises SetUpFault where one is at work.
    """
    lock = QLockFile(str(root / LOCK))
    lock.setStaleLockTime(0)  # only a dead owner's lock is stale, however old it is
    if not lock.tryLock(0):
        known, process, _host, _name = lock.getLockInfo()
        raise SetUpFault(Cause.BUSY, process=process if known else "?")
    try:
        for folder in unfinished(root):
            discard(folder)
        yield
    finally:
        lock.unlock()
