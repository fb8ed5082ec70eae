# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of an import, of a checkpoint or of a foreign graph."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ....core.cards.card import list_cards
from ....core.errors import InputError
from ....core.jobs.parts.statement import Statement
from ....core.sentences import say
from ....core.sessions.limits import BUNDLED
from .labels import Wishes

Tell = Callable[[float, str], None]
"""Told how far the import is (0..1) and what comes next; may raise to stop it."""


@dataclass(frozen=True)
class Request:
    checkpoint: Path
    out: Path
    """Folder for the model's folder."""
    wishes: Wishes = field(default_factory=Wishes)
    name: str = ""
    license: str = ""
    """Of the weights; empty: as their authors publish them, or as the file says."""
    stated: Statement = field(default_factory=Statement)
    """Of a graph."""


def model_id(name: str) -> str:
    """Of a model of this name. Raises InputError where nothing of it can be an id."""
    found = re.sub(r"[^a-z0-9_.-]+", "_", name.lower()).strip("_.-")
    if not found:
        raise InputError(say("the name {} has no letter or digit of a to z and 0 to 9, which an id needs", repr(name)))
    return found


def check_free(model_id: str, out: Path) -> None:
    """Raises InputError where a model of that id is at hand: tools know models by their ids."""
    if model_id in {card.id for card in list_cards([BUNDLED, out])}:
        raise InputError(say("a model called {} exists: choose another name", model_id))


def sha256(path: Path) -> str:
    """In groups of eight digits."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.digest().hex(" ", 4)
