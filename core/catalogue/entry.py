# SPDX-License-Identifier: GPL-3.0-or-later
"""One model of a catalogue: what a person wants to know before getting it, and what it takes to get it.

An entry without a card is a description alone: it can be read, not run.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..cards.card import ModelCard, ModelClass, parse_card
from ..cards.files import LARGEST_FILE, MOST_FILES, is_plain
from ..cards.kinds import KINDS
from ..errors import ModelError
from ..records.converters import (
    above_zero,
    exactly,
    list_of,
    mapping,
    matching,
    number,
    one_of,
    optional,
    pair,
    text,
    whole,
)
from ..records.record import FieldError, entry, from_json, part, parts, to_json
from ..sentences import say

COMMERCIAL_USE = ("yes", "no", "unknown")
OTHER = "other"
"""The task of a model that none of the tools runs."""
ID = r"[a-z0-9][a-z0-9_.-]{0,79}"
SCHEMES = ("https", "http", "file")


def _address(value: Any) -> str:
    """A URL, or a path relative to the catalogue."""
    found = text(value).strip()
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]+):", found)
    if not found or (scheme and scheme.group(1).lower() not in SCHEMES):
        raise ValueError(f"expected an https, http or file URL, or a relative one, found {found[:80]!r}")
    if any(ord(letter) < 33 for letter in found):
        raise ValueError(f"expected a URL without blanks, found {found[:80]!r}")
    return found


def _web_address(value: Any) -> str:
    found = text(value)
    if found and not found.lower().startswith(("https://", "http://")):
        raise ValueError(f"expected an https or http URL, found {found[:80]!r}")
    return found


def _digest(value: Any) -> str:
    return matching(r"[0-9a-f]{64}")(text(value).replace(" ", ""))


def _file_name(value: Any) -> str:
    found = text(value)
    if not is_plain(found):
        raise ValueError(f"expected the plain name of a file, found {found[:80]!r}")
    return found


_degrees = exactly(number, number, number, number)


def _box(value: Any) -> tuple[float, ...]:
    west, south, east, north = _degrees(value)
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError(f"expected [west, south, east, north] in degrees, found {value!r}")
    return west, south, east, north


@dataclass(frozen=True)
class License:
    name: str = entry(text, "")
    """As its owner states it, an SPDX id where it has one; empty: nothing is said."""
    url: str = entry(_web_address, "")
    commercial_use: str = entry(one_of(*COMMERCIAL_USE), "unknown")


@dataclass(frozen=True)
class Trained:
    """Where the training data lies."""

    bbox: tuple[float, ...] | None = entry(optional(_box), None)
    """West, south, east, north in degrees; west lies above east where it crosses the date line."""
    words: str = entry(text, "")


@dataclass(frozen=True)
class Remote:
    """A file of a model, and where it can be had."""

    name: str = entry(_file_name)
    size: int = entry(whole(0, LARGEST_FILE))
    """Bytes."""
    sha256: str = entry(_digest)
    """Hexadecimal; in JSON blanks may part the digits."""
    urls: tuple[str, ...] = entry(list_of(_address), ())
    """Tried in this order; none: it comes with the plugin."""


@dataclass(frozen=True)
class Entry:
    id: str = entry(matching(ID))
    title: str = entry(text)
    task: str = entry(one_of(*KINDS, OTHER))
    license: License = part(License)
    gsd_range: tuple[float, float] | None = entry(optional(pair), None)
    """Ground metres of a pixel that it is good for."""
    gsd: float | None = entry(optional(above_zero), None)
    bands: tuple[str, ...] = entry(list_of(text), ())
    description: str = entry(text, "")
    classes: tuple[ModelClass, ...] = parts(ModelClass, ())
    trained: Trained = part(Trained)
    size: int = entry(whole(0), 0)
    """Bytes of all files; 0: not known."""
    files: tuple[Remote, ...] = parts(Remote, ())
    note: str = entry(text, "")
    """Why it cannot be had, and what to do instead."""
    card_data: dict[str, Any] | None = field(default=None, compare=False)
    """The card's JSON, named `card` in the catalogue."""
    card: ModelCard | None = None

    @property
    def can_be_had(self) -> bool:
        return self.card is not None and all(file.urls for file in self.files)


def parse_entry(data: Any) -> Entry:
    """An entry from its JSON. Raises ModelError naming the field that is wrong, or does not fit the card."""
    try:
        check_text(data)
        data = dict(mapping(data))
        card_data = optional(mapping)(data.pop("card", None))
        found = from_json(Entry, data, strict=False)
    except (FieldError, ValueError) as error:
        raise ModelError(str(error)) from error
    if card_data is None:
        return found
    card = parse_card(card_data, Path(found.id))
    return _fitting(replace(found, card_data=card_data, card=card), card)


def _fitting(found: Entry, card: ModelCard) -> Entry:
    """The entry with what only the card has to say. Raises ModelError where the two differ."""
    facts = (
        ("id", found.id, card.id), ("title", found.title, card.title), ("task", found.task, card.task),
        ("gsd_range", found.gsd_range, card.takes.gsd_range), ("bands", found.bands, card.takes.input.bands),
        ("files", {file.name: file.sha256 for file in found.files}, card.files),
        ("size", found.size, sum(file.size for file in found.files)),
    )  # fmt: skip
    for name, said, meant in facts:
        if said != meant:
            raise ModelError(
                say("field '{}' is wrong: it differs from what the card or the files say ({:.80})", name, repr(meant))
            )
    if len(found.files) > MOST_FILES:
        raise ModelError(say("field 'files' is wrong: expected at most {}", MOST_FILES))
    return replace(found, gsd=card.takes.gsd, description=card.description, classes=card.knows.classes)


def check_text(data: Any) -> None:
    """Raises ValueError where JSON holds half letters, which no file and no window can take."""
    try:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError("it holds text that is no Unicode") from error


def entry_json(found: Entry) -> dict[str, Any]:
    """What `parse_entry` reads; digests with blanks, as scanners take a long run of digits for a password."""
    said = to_json(found)
    for file in said["files"]:
        file["sha256"] = grouped(file["sha256"])
    if found.card_data is not None:
        for name in ("gsd", "description", "classes", "note"):
            del said[name]
        said["card"] = found.card_data
    return said


def grouped(digest: str) -> str:
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def entry_of(
    card: ModelCard, card_data: dict[str, Any], sizes: dict[str, int], *, license: License | None = None,
    trained: Trained | None = None,
) -> Entry:  # fmt: skip
    """The entry of a model that is at hand; `sizes` are bytes by the name of the file."""
    files = tuple(Remote(name, sizes[name], digest) for name, digest in card.files.items())
    return Entry(
        card.id, card.title, card.task, license or License(card.made.license), card.takes.gsd_range, card.takes.gsd,
        card.takes.input.bands, card.description, card.knows.classes, trained or Trained(),
        sum(file.size for file in files), files, card_data=card_data, card=card,
    )  # fmt: skip
