# SPDX-License-Identifier: GPL-3.0-or-later
"""A model's file, looked at before it is imported."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import flag, list_of, number, one_of, optional, text, whole
from ..records.record import Role, entry, part, parts, path
from .parts.job import Job
from .parts.results import Ran
from .parts.statement import FORMS


@dataclass(frozen=True)
class GraphValue:
    """What goes in or comes out."""

    name: str = entry(text)
    kind: str = entry(text)
    """Type of its numbers."""
    shape: str = entry(text)
    """For people."""


@dataclass(frozen=True)
class Fit:
    """What an output may be, by what the graph gives."""

    form: str = entry(one_of(*FORMS))
    output: str = entry(text)
    classes: int = entry(whole(0))
    """How many it has; 0: it does not tell."""
    background: bool = entry(flag, False)
    """Whether the first of them may go without a name."""


@dataclass(frozen=True)
class InspectionResult:
    graph: bool = entry(flag)
    """Whether it is a graph; all else is of graphs alone."""
    inputs: tuple[GraphValue, ...] = parts(GraphValue, ())
    outputs: tuple[GraphValue, ...] = parts(GraphValue, ())
    fits: tuple[Fit, ...] = parts(Fit, ())
    """The likeliest first."""
    says: str = entry(text, "")
    """The task that its metadata say."""
    names: tuple[str, ...] = entry(list_of(text), ())
    gsd: float | None = entry(optional(number), None)
    license: str = entry(text, "")
    bands: int = entry(whole(0), 0)
    """0: any number."""
    side: int = entry(whole(0), 0)
    """Of its images in pixels; 0: any."""
    tile_size: int = entry(whole(0), 0)
    """That its metadata say, else one that it was seen to take."""
    takes_bytes: bool = entry(flag, False)
    mean: tuple[float, ...] = entry(list_of(number), ())
    std: tuple[float, ...] = entry(list_of(number), ())
    """That its metadata say, of values from 0 to 255."""
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class InspectionJob(Job[InspectionResult]):
    TOOL = "inspection"
    RESULT = InspectionResult
    WRITES = False

    file: str = path(Role.INPUT)
