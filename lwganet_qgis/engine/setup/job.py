# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of a set-up."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from ..pythons.kinds import Kind
from ..pythons.platforms import Platform, here
from .causes import Cause


@dataclass(frozen=True)
class SetUpJob:
    kind: Kind
    root: Path
    """Folder of all environments."""
    wheels: str = ""
    """Folder to install from; empty: the package index."""

    @property
    def platform(self) -> Platform:
        return here()

    @property
    def needed(self) -> int:
        """Bytes on disk, wheels on the way among them."""
        return self.kind.on_disk(self.platform) + self.kind.download(self.platform)

    @property
    def free(self) -> int:
        """Bytes on the disk of `root`; it need not be there yet. Raises OSError."""
        place = self.root
        while not place.exists() and place != place.parent:
            place = place.parent
        return shutil.disk_usage(place).free

    def facts(self, cause: Cause) -> dict[str, object]:
        """For the cause's message."""
        try:
            free = megabytes(self.free)
        except OSError:
            free = "?"
        return {
            "folder": self.wheels if cause is Cause.WHEELS else self.root,
            "needed": megabytes(self.needed),
            "free": free,
            "platform": self.platform.name,
            "wanted": ", ".join(self.kind.pythons(self.platform)),
        }


def megabytes(size: float) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"
