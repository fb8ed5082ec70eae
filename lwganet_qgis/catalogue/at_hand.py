# SPDX-License-Identifier: GPL-3.0-or-later
"""The models at hand as entries, so that all models are shown alike."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache

from .. import model_library
from ..core.cards.card import CARD_FILE, ModelCard
from ..core.cards.files import LARGEST_CARD, open_inside
from ..core.catalogue.catalogue import parse_catalogue
from ..core.catalogue.entry import Entry, License, entry_of
from ..core.catalogue.licenses import commercial_use
from ..core.errors import EngineError
from .network import local_path
from .sources import BUILT_IN


def entry_at_hand(card: ModelCard) -> Entry:
    """With what the built-in catalogue knows besides, of a bundled one. Raises ModelError, OSError."""
    with open_inside(card.folder, CARD_FILE, LARGEST_CARD) as stream:
        data = json.loads(stream.read(LARGEST_CARD).decode("utf-8"))
    sizes = {name: _size(card, name) for name in card.files}
    license = License(card.made.license, commercial_use=commercial_use(card.made.license))
    found = entry_of(card, data, sizes, license=license)
    known = _built_in().get(card.id) if model_library.is_bundled(card) else None
    return replace(found, trained=known.trained) if known is not None else found


def _size(card: ModelCard, name: str) -> int:
    """0 where it is missing: the card can be read all the same."""
    try:
        return card.path(name).stat().st_size
    except (EngineError, OSError):
        return 0


@lru_cache(maxsize=1)
def _built_in() -> dict[str, Entry]:
    try:
        data = json.loads(local_path(BUILT_IN.place).read_text(encoding="utf-8"))
        return {entry.id: entry for entry in parse_catalogue(data, BUILT_IN.place).entries}
    except (OSError, ValueError, EngineError):
        return {}  # nothing but where they were trained is missing then
