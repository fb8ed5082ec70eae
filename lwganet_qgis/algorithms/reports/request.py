# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run was asked for, in the user's words: for the head of its summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...texts import tr


@dataclass(frozen=True)
class Input:
    label: str
    """What it is to the tool, e.g. ``Image before``."""
    name: str
    date: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD; empty: the layer does not say."""

    @property
    def text(self) -> str:
        return f"{self.name} ({self.date})" if self.date and self.date not in self.name else self.name


@dataclass(frozen=True)
class Request:
    tool: str
    inputs: tuple[Input, ...]
    settings: tuple[tuple[str, str], ...]
    """Label and value of each parameter that was given."""
    versions: str
    made: datetime

    @property
    def heading(self) -> str:
        """The tool and what it was used on; of a series, the first and the last."""
        names = " – ".join(entry.name for entry in self.inputs[:1] + self.inputs[1:][-1:])
        return f"{self.tool}: {names}" if names else self.tool

    def facts(self, *among: tuple[str, str]) -> list[tuple[str, str]]:
        """Inputs, then what is to stand `among` them, then settings."""
        return [*((entry.label, entry.text) for entry in self.inputs), *among, *self.settings]

    def origin(self) -> list[tuple[str, str]]:
        """When and by what."""
        return [(tr("Made"), self.made.strftime("%Y-%m-%d %H:%M")), (tr("Versions"), self.versions)]
