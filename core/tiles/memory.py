# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the tiles that are worked on at a time fit into memory, before work starts."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..sentences import say

BYTES_PER_PIXEL = 1024
"""That a network takes for each pixel of its tiles: more than any of the bundled models was measured to."""
SHARE = 0.9
"""Of what is available, for tiles."""
MEMINFO = Path("/proc/meminfo")
CGROUP = Path("/sys/fs/cgroup")


@dataclass(frozen=True)
class Load:
    """What is in work at a time."""

    batch: int
    workers: int

    def bytes(self, side: int) -> int:
        return self.batch * self.workers * side**2 * BYTES_PER_PIXEL


def available() -> int | None:
    """Bytes that a process may still take; None where that cannot be told."""
    if sys.platform == "win32":
        return _of_windows()
    found = [v for v in (_of_linux(), _of_container()) if v is not None]
    return min(found, default=None)


def _of_linux() -> int | None:
    try:
        lines = MEMINFO.read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, StopIteration, ValueError, IndexError):
        return None


def _of_container() -> int | None:
    """Of a control group with a limit of its own."""
    try:
        limit, used = ((CGROUP / name).read_text() for name in ("memory.max", "memory.current"))
        return max(int(limit) - int(used), 0)
    except (OSError, ValueError):  # no such group, or "max": no limit
        return None


class _Status(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = [
        ("length", ctypes.c_uint32), ("load", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("total", "free", "b", "c", "d", "e", "f")),
    ]  # fmt: skip


def _of_windows() -> int | None:
    status = _Status(length=ctypes.sizeof(_Status))
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):  # type: ignore[attr-defined]
        return None
    return int(status.free)


def fitting(wanted: Load, side: int, free: int | None) -> Load:
    """The load that fits: smaller batches first, then fewer at a time.

    Args:
        side: of a tile in pixels.
        free: bytes; None: not known, so nothing is changed.
    Raises:
        InputError: not even one tile fits.
    """
    if free is None or wanted.bytes(side) <= free * SHARE:
        return wanted
    tiles = int(free * SHARE) // Load(1, 1).bytes(side)
    if tiles < 1:
        needed, there = (f"{value / 2**30:.1f} GiB" for value in (Load(1, 1).bytes(side), free))
        raise InputError(
            say(
                "a tile of {} pixels may take {} of memory; {} are available: choose a smaller tile size, or "
                "close other programs",
                side,
                needed,
                there,
            )
        )
    batch = min(wanted.batch, max(tiles // wanted.workers, 1))
    return Load(batch, min(wanted.workers, tiles // batch))
