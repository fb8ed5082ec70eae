# SPDX-License-Identifier: GPL-3.0-or-later
"""Graphics cards of this computer, as far as its files tell: nothing is started and no driver is loaded."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

DEVICES = Path("/dev")
WSL = Path("/usr/lib/wsl/lib/libcuda.so.1")


def nvidia_cards() -> int:
    """How many there are with a driver; one, where only the driver can be seen."""
    if sys.platform == "win32":
        return int((Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "System32" / "nvcuda.dll").exists())
    try:
        cards = sum(bool(re.fullmatch(r"nvidia\d+", path.name)) for path in DEVICES.iterdir())
    except OSError:
        cards = 0
    return cards or int(WSL.exists())


def any_card() -> bool:
    """Whether DirectML may find one: it comes with Windows."""
    return sys.platform == "win32"
