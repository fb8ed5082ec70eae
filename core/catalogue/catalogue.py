# SPDX-License-Identifier: GPL-3.0-or-later
"""``catalogue.json``: a list of models.

    {"format": 1, "title": "Ours", "updated": "2026-12-01", "models": [{"id": …, "card": {…}, "files": […]}]}

A STAC item or collection that describes models is read as one, too (`stac_reading`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Callable
from urllib.parse import urljoin, urlsplit

from ..errors import ModelError
from ..records.converters import list_of, text, whole
from ..records.record import FieldError, entry, from_json
from ..sentences import say
from . import stac_reading
from .entry import Entry, entry_json, parse_entry

FORMAT = 1
LARGEST = 8 << 20
"""Bytes of a catalogue's file."""
MOST = 1000
"""Models of a catalogue."""
Read = Callable[[str], bytes]
"""Gives what lies at an address, at most `LARGEST` bytes; raises ModelError."""


@dataclass(frozen=True)
class Catalogue:
    title: str
    entries: tuple[Entry, ...]
    problems: tuple[str, ...] = ()
    """Of models that are left out."""
    place: str = ""
    """Address it was read from; relative URLs start there."""


@dataclass(frozen=True)
class _Head:
    format: int = entry(whole(1))
    models: tuple[Any, ...] = entry(list_of(lambda value: value))
    title: str = entry(text, "")
    updated: str = entry(text, "")


def read_catalogue(place: str, read: Read) -> Catalogue:
    """What lies at an address. Raises ModelError where that is no catalogue."""
    data = _json(read(place), place)
    if stac_reading.is_stac(data):
        found = stac_reading.entries(data, place, lambda at: _json(read(at), at))
        return _collected(stac_reading.title(data) or place, found, place)
    return parse_catalogue(data, place)


def parse_catalogue(data: Any, place: str) -> Catalogue:
    """Wrong models are left out, and said in `problems`. Raises ModelError where it is no catalogue at all."""
    try:
        head = from_json(_Head, data, strict=False)
    except FieldError as error:
        raise ModelError(say("{} is no catalogue of models: {}", place, error)) from error
    if head.format != FORMAT:
        raise ModelError(
            say("{}: format {} of catalogues is not known to this version; update the plugin", place, head.format)
        )
    if len(head.models) > MOST:
        raise ModelError(say("{} lists {:,} models; a catalogue has at most {:,}", place, len(head.models), MOST))
    parsed = ((_name(number, item), lambda item=item: parse_entry(item)) for number, item in enumerate(head.models, 1))
    return _collected(head.title or place, parsed, place)


def _collected(title: str, parsed: Iterable[tuple[str, Callable[[], Entry]]], place: str) -> Catalogue:
    entries: dict[str, Entry] = {}
    problems = []
    for name, make in parsed:
        try:
            found = make()
            _check_addresses(found, place)
        except ModelError as error:
            problems.append(f"{name}: {error}")
            continue
        if found.id in entries:
            problems.append(f"{name}: field 'id' is wrong: there is a model '{found.id}' before it")
        entries.setdefault(found.id, found)
    return Catalogue(title, tuple(entries.values()), tuple(problems), place)


def _check_addresses(found: Entry, place: str) -> None:
    """What comes from the web has no business among this machine's files."""
    if urlsplit(place).scheme.lower() not in ("http", "https"):
        return
    for file in found.files:
        for url in file.urls:
            if urlsplit(resolved(url, place)).scheme.lower() not in ("http", "https"):
                raise ModelError(say("field 'files' is wrong: a catalogue from the web may not name {}", url[:80]))


def resolved(url: str, place: str) -> str:
    """A URL of a catalogue as a whole one."""
    return urljoin(place, url)


def _name(number: int, item: Any) -> str:
    found = item.get("id") if isinstance(item, dict) else None
    return f"model {number}" + (f" ({found[:80]})" if isinstance(found, str) else "")


def _json(content: bytes, place: str) -> Any:
    try:
        return json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ModelError(say("{} is no catalogue of models: it is not JSON ({})", place, error)) from error


def catalogue_json(title: str, updated: str, entries: Iterable[Entry]) -> dict[str, Any]:
    """What `parse_catalogue` reads."""
    return {"format": FORMAT, "title": title, "updated": updated, "models": [entry_json(found) for found in entries]}
