# SPDX-License-Identifier: GPL-3.0-or-later
"""Models at hand as a folder for others: their files, a catalogue, and the same as a STAC collection."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import ModelError
from ..outputs.placing import place, remove
from ..sentences import say
from .catalogue import catalogue_json
from .entry import Entry
from .importing import import_folder
from .incoming import Progress, check_room, ignore
from .stac_writing import collection, item

CATALOGUE, COLLECTION, ITEM = "catalogue.json", "collection.json", "item.json"
HIDDEN = ".publishing-"


def publish(entries: Sequence[Entry], title: str, target: Path, when: str, progress: Progress = ignore) -> Path:
    """The catalogue's path. What is there of the same names is replaced when all is whole.

    Args:
        entries: of models at hand.
        target: a folder; is made where there is none.
        when: the day and time of it, as RFC 3339 has it.
    Raises:
        ModelError: there is nothing to publish, a file is not what its card says, or there is no room.
        OSError: it cannot be written.
    """
    if not entries:
        raise ModelError(say("there is no model of yours to publish; import one first"))
    total = sum(entry.size for entry in entries)
    check_room(total, target)
    target.mkdir(parents=True, exist_ok=True)
    hidden = target / f"{HIDDEN}{secrets.token_hex(4)}"
    hidden.mkdir()
    try:
        before = 0
        for entry in entries:
            _copy(entry, hidden, before, total, when, progress)
            before += entry.size
        _write(hidden / CATALOGUE, catalogue_json(title, when[:10], [_with_addresses(entry) for entry in entries]))
        _write(hidden / COLLECTION, collection(title, entries, ITEM, when))
        names = [*(entry.id for entry in entries), CATALOGUE, COLLECTION]
        place((hidden / name, target / name) for name in names)
    finally:
        remove(hidden)
    return target / CATALOGUE


def _copy(entry: Entry, hidden: Path, before: int, total: int, when: str, progress: Progress) -> None:
    """A model's folder, each file compared with its card, and its item."""
    if entry.card is None:
        raise ModelError(say("model {} is a description alone: there is nothing to publish", entry.id))
    copied = import_folder(entry.card.folder, hidden, lambda done, _: progress(before + done, total))
    _write(copied.folder / ITEM, item(entry, when))


def _with_addresses(entry: Entry) -> Entry:
    files = tuple(replace(file, urls=(f"{entry.id}/{file.name}",)) for file in entry.files)
    return replace(entry, files=files)


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
