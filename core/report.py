# SPDX-License-Identifier: GPL-3.0-or-later
"""How a run tells what it does, and hears that it should stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Lock
from typing import Any

from .errors import Cancelled
from .sentences import say, to_wire

INTERVAL = 0.1
"""Seconds between progress events."""
ESTIMATE_AFTER = 10
"""Tiles after which the time left is worth telling."""


TILES = say("tile")


class Reporter:
    """Turns a run's steps into protocol events for `send`; `cancelled` may be set from any thread."""

    def __init__(self, send: Callable[[dict[str, Any]], None]) -> None:
        self._send = send
        self.cancelled = Event()
        self.warnings: list[str] = []
        self._lock = Lock()
        self._committed = False
        self._started = time.monotonic()
        self._last = 0.0
        self._share = (0.0, 1.0)

    def commit(self) -> None:
        """From here on the run ends well: its outputs are about to get their names. Raises Cancelled (once)."""
        with self._lock:
            if not self._committed:
                self.check()
            self._committed = True

    def give_up(self) -> bool:
        """Whether the run, which may hang, can be ended from outside: not once it is committed."""
        with self._lock:
            self.cancelled.set()
            return not self._committed

    def check(self) -> None:
        """Raises Cancelled where the run should stop."""
        if self.cancelled.is_set():
            raise Cancelled(say("the run was cancelled"))

    def log(self, text: str) -> None:
        self._send({"event": "log", **to_wire(text)})

    def warn(self, text: str) -> None:
        self.warnings.append(text)
        self._send({"event": "warning", **to_wire(text)})

    def stage(self, begin: float, end: float) -> None:
        """What is reported from here on is this share (0..1) of the run; time is counted from here."""
        self._share = (begin, end)
        self._started = time.monotonic()

    def progress(self, done: int, total: int, what: str = TILES) -> None:
        """Says how far the run is, at most every `INTERVAL` seconds, and checks for cancelling."""
        self.check()
        now = time.monotonic()
        if now - self._last < INTERVAL and done < total:
            return
        self._last = now
        text = say("{} {} of {}", what, done, total)
        if ESTIMATE_AFTER <= done < total:
            text = say("{}, {} left", text, _duration((now - self._started) / done * (total - done)))
        begin, end = self._share
        fraction = begin + (end - begin) * done / max(total, 1)
        self._send({"event": "progress", "fraction": fraction, **to_wire(text)})


def _duration(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
