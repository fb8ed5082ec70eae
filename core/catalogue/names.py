# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the names of a model and of its files can stand on every system's disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..cards.card import CARD_FILE, ModelCard
from ..cards.files import is_plain
from ..errors import ModelError
from .entry import ID

_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever ending it has."""


def check_names(card: ModelCard) -> None:
    """Raises ModelError for a name that some system cannot hold, or takes for another."""
    if not re.fullmatch(ID, card.id) or card.id.endswith(".") or _DEVICES.fullmatch(card.id):
        raise ModelError(f"'{card.id[:80]}' cannot be the name of a folder; change the field 'id' of the card")
    for name in card.files:
        if not is_plain(name) or _DEVICES.fullmatch(name):
            raise ModelError(f"model {card.id}: '{name[:80]}' cannot be the name of a file; rename it, on the card too")
    check_collisions([CARD_FILE, *card.files])


def check_collisions(names: Iterable[str]) -> None:
    """Raises ModelError for two names that are one where capitals do not count."""
    seen: dict[str, str] = {}
    for name in names:
        key = unicodedata.normalize("NFC", name).casefold()
        if key in seen:
            raise ModelError(
                f"there are two files '{seen[key][:80]}' and '{name[:80]}', which are one on some systems: refused"
            )
        seen[key] = name
