# SPDX-License-Identifier: GPL-3.0-or-later
"""How busy others keep the machine, so that bounds on time are those of a quiet one wherever a test runs."""

from __future__ import annotations

import threading
import time
from pathlib import Path

SPIN = 0.02
"""Seconds of work that are timed."""
ROUNDS = 5
AT_REST = 1.2
"""Up to this ratio the machine counts as quiet."""


def _ratio() -> float:
    """Of the time that some work takes to the processor's time for it."""
    start, worked = time.monotonic(), time.thread_time()
    while time.thread_time() - worked < SPIN:
        pass
    return (time.monotonic() - start) / SPIN


def patient(seconds: float) -> float:
    """A bound for what takes that long on a quiet machine. Ask right after the timed work.

    What is timed are processes that start and answer each other, each of which waits for a core: hence the square.
    """
    found = max(_ratio() for _ in range(ROUNDS))
    return seconds * (1.0 if found < AT_REST else found**2)


def waited() -> float:
    """Seconds that this thread has been ready to run while others had the cores; 0 where the system does not tell."""
    try:
        text = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text()
    except OSError:
        return 0.0
    return int(text.split()[1]) / 1e9
