# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a set-up is, told to whoever listens."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..pythons.environments import folder_size
from .faults import without_passwords

LOOK_SECONDS = 0.4
"""Between two looks at how large a folder has become."""


@dataclass
class Progress:
    """Calls come from the thread of the set-up. `cancelled` is asked several times a second."""

    step: Callable[[str], None] = lambda _: None
    """What is being done, for people."""
    share: Callable[[float, int, int], None] = lambda _share, _done, _total: None
    """0..1 of the whole; bytes written, and about how many there will be."""
    log: Callable[[str], None] = lambda _: None
    """A line of pip, uv or ours."""
    cancelled: Callable[[], bool] = lambda: False
    said: list[str] = field(default_factory=list)
    """All lines, without passwords."""

    def say(self, line: str) -> None:
        line = without_passwords(line)
        self.said.append(line)
        self.log(line)

    def begin(self, what: str) -> None:
        self.say(f"[{time.strftime('%H:%M:%S')}] {what}")
        self.step(what)

    def watch(self, folder: Path, total: int, low: float, high: float) -> Callable[[], None]:
        """To be called often: tells by a folder's size how far it is between two shares of the whole."""
        due, done = 0.0, 0

        def look() -> None:
            nonlocal due, done
            if time.monotonic() < due:
                return
            done = max(done, folder_size(folder))  # installers tidy up towards their end
            due = time.monotonic() + LOOK_SECONDS
            self.share(low + (high - low) * min(1.0, done / max(total, 1)), done, total)

        return look
