# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the names of a model and of its files can stand on every system's disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..cards.card import CARD_FILE, ModelCard
from ..cards.files import is_plain
from ..errors import ModelError
from ..sentences import say
from .entry import ID

_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever ending it has."""


def check_names(card: ModelCard) -> None:
    """Raises ModelError for a name that some system cannot hold, or takes for another."""
    if not re.fullmatch(ID, card.id) or card.id.endswith(".") or _DEVICES.fullmatch(card.id):
        raise ModelError(say("'{}' cannot be the name of a folder; change the field 'id' of the card", card.id[:80]))
    for name in card.files:
        if not is_plain(name) or _DEVICES.fullmatch(name):
            raise ModelError(
                say("model {}: '{}' cannot be the name of a file; rename it, on the card too", card.id, name[:80])
            )
    check_collisions([CARD_FILE, *card.files])


def check_collisions(names: Iterable[str]) -> None:
    """Raises ModelError for two names that are one where capitals do not count."""
    seen: dict[str, str] = {}
    for name in names:
        key = unicodedata.normalize("NFC", name).casefold()
        if key in seen:
            raise ModelError(
                say(
                    "there are two files '{}' and '{}', which are one on some systems: refused",
                    seen[key][:80],
                    name[:80],
                )
            )
        seen[key] = name
