# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the engine works here, and with what."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import flag, text, whole
from ..records.record import entry, part, parts
from .parts.job import Job
from .parts.results import Ran
from .parts.trial import RuntimeTrial


@dataclass(frozen=True)
class Version:
    name: str = entry(text)
    version: str = entry(text)


@dataclass(frozen=True)
class CheckResult:
    python: str = entry(text)
    """Path of the interpreter."""
    versions: tuple[Version, ...] = parts(Version)
    trials: tuple[RuntimeTrial, ...] = parts(RuntimeTrial)
    processors: int = entry(whole(1))
    memory_free: int = entry(whole(0))
    """Bytes; 0: unknown."""
    projections: bool = entry(flag)
    """Whether coordinates can be brought from one system to another: what the engine's GDAL brought is its own."""
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class CheckJob(Job[CheckResult]):
    TOOL = "check"
    RESULT = CheckResult
    WRITES = False
