# SPDX-License-Identifier: GPL-3.0-or-later
"""A checkpoint, or another's graph, made into a model folder."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import above_zero, list_of, optional, text
from ..records.record import Role, entry, part, path
from .parts.job import Job
from .parts.results import Ran
from .parts.statement import Statement


@dataclass(frozen=True)
class ImportResult:
    folder: str = path(Role.OUTPUT)
    """Of the model."""
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class ImportJob(Job[ImportResult]):
    """All but the file and the folder says what the file does not, and may be empty."""

    TOOL = "importing"
    RESULT = ImportResult

    checkpoint: str = path(Role.INPUT)
    models: str = path(Role.FOLDER)
    """Gets the model's folder."""
    dataset: str = entry(text, "")
    """One of `core.cards.datasets`."""
    classes: tuple[str, ...] = entry(list_of(text), ())
    """Names."""
    gsd: float | None = entry(optional(above_zero), None)
    """Metres of a pixel on the ground."""
    name: str = entry(text, "")
    """Of the model, for people; its id is made of it."""
    license: str = entry(text, "")
    """Of the weights."""
    stated: Statement = part(Statement)
    """Of a graph."""
