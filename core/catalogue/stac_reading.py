# SPDX-License-Identifier: GPL-3.0-or-later
"""STAC items with the MLM extension, and collections of them, as entries of a catalogue.

An item that `stac_writing` made has all that a card holds, and can be had. Another one is a description to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Callable
from urllib.parse import urljoin

from ..cards.card import FORMAT, ModelClass
from ..cards.datasets import coloured
from ..errors import ModelError
from ..records.converters import mapping, matching, number, text, whole
from ..sentences import say
from .entry import OTHER, Entry, parse_entry
from .licenses import commercial_use
from .stac_terms import ASSETS, CARD, COMMERCIAL, MLM, READ_AS, SHA256, TRAINED

MOST_ITEMS = 100
"""Of a collection: each is a request."""
_FILES = {asset: name for name, asset in ASSETS.items()}
Parsed = Iterator[tuple[str, Callable[[], Entry]]]


def is_stac(data: Any) -> bool:
    return isinstance(data, dict) and data.get("type") in ("Feature", "FeatureCollection", "Collection", "Catalog")


def title(data: dict[str, Any]) -> str:
    found = data.get("title") or data.get("id")
    return found if isinstance(found, str) else ""


def entries(data: dict[str, Any], place: str, read: Callable[[str], Any]) -> Parsed:
    """Name, and what makes the entry (or raises ModelError), of each item; `read` gives the JSON of an address."""
    if data["type"] == "Feature":
        yield title(data), lambda: entry(data, place)
    elif data["type"] == "FeatureCollection":
        for found in _list(data.get("features"))[:MOST_ITEMS]:
            yield _name(found), lambda found=found: entry(found, place)  # type: ignore[misc]
    else:
        links = [link for link in _list(data.get("links")) if isinstance(link, dict) and link.get("rel") == "item"]
        for link in links[:MOST_ITEMS]:
            at = urljoin(place, str(link.get("href")))
            yield at, lambda at=at: entry(read(at), at)  # type: ignore[misc]


def entry(data: Any, place: str) -> Entry:
    """The entry of an item that lies at `place`. Raises ModelError."""
    try:
        properties = mapping(mapping(data).get("properties"))
        if not any(str(name).startswith(MLM) for name in _list(data.get("stac_extensions"))):
            raise ValueError("it is a STAC item, but not of a model (the MLM extension is missing)")
        return _whole(data, properties, place) if CARD in properties else _described(data, properties, place)
    except (ValueError, TypeError, ArithmeticError, KeyError, IndexError, AttributeError) as error:
        raise ModelError(say("this STAC item cannot be read: {}", error)) from error


def _whole(data: dict[str, Any], properties: dict[str, Any], place: str) -> Entry:
    """Of an item with all that a card holds: what STAC has a field for counts, the rest is `CARD`."""
    rest, classes = mapping(properties[CARD]), _classes(properties)
    files = [_file(name, mapping(asset), place) for name, asset in mapping(data["assets"]).items()]
    card = {
        "format": FORMAT, **rest, "id": text(data["id"]), "title": text(properties["title"]),
        "description": text(properties["description"]), "gsd": number(properties["gsd"]),
        "classes": [{"name": known.name, "color": known.color} for known in classes],
        "input": {**mapping(rest["input"]), "bands": _bands(properties)},
        "files": {file["name"]: file["sha256"] for file in files},
    }  # fmt: skip
    return parse_entry({
        "id": card["id"], "title": card["title"], "task": card.get("task"), "gsd_range": card.get("gsd_range"),
        "bands": card["input"]["bands"], "size": sum(file["size"] for file in files), "files": files, "card": card,
        "license": {
            "name": card.get("license"), "url": _license_url(data),
            "commercial_use": properties.get(COMMERCIAL, "unknown"),
        },
        "trained": {"bbox": data.get("bbox"), "words": properties.get(TRAINED, "")},
    })  # fmt: skip


def _file(name: str, asset: dict[str, Any], place: str) -> dict[str, Any]:
    checksum = matching(SHA256 + r"[0-9a-f]{64}")(asset["file:checksum"])
    return {
        "name": _FILES.get(name, name), "size": whole(0)(asset["file:size"]), "sha256": checksum[len(SHA256) :],
        "urls": [urljoin(place, text(asset["href"]))],
    }  # fmt: skip


def _described(data: dict[str, Any], properties: dict[str, Any], place: str) -> Entry:
    """Of another's item."""
    name = text(properties.get("title") or properties["mlm:name"])
    license = properties.get("license")
    gsd, bbox = properties.get("gsd"), data.get("bbox")
    said = {
        "id": re.sub(r"[^a-z0-9_.-]+", "-", text(data["id"]).lower()).strip("-.")[:80] or "model", "title": name,
        "task": next((READ_AS[task] for task in _list(properties.get("mlm:tasks")) if task in READ_AS), OTHER),
        "gsd": gsd if isinstance(gsd, (int, float)) else None, "bands": _bands(properties),
        "description": properties.get("description") or "", "note": _note(data, properties, place),
        "classes": [{"name": known.name, "color": known.color} for known in _classes(properties)],
        "license": {"name": license or "", "url": _license_url(data), "commercial_use": commercial_use(license or "")},
        "trained": {"bbox": bbox if isinstance(bbox, list) and len(bbox) == 4 else None},
    }  # fmt: skip
    return parse_entry(said)


def _note(data: dict[str, Any], properties: dict[str, Any], place: str) -> str:
    """What to do instead of getting it here."""
    framework = properties.get("mlm:framework") or "unknown"
    assets = [asset for asset in mapping(data.get("assets") or {}).values() if isinstance(asset, dict)]
    model = next((asset for asset in assets if "mlm:model" in _list(asset.get("roles"))), {})
    where = urljoin(place, str(model.get("href") or "")) if model.get("href") else "-"
    return (
        f"This is the description of a model of another tool (framework: {framework}); its code is not run here. Where "
        f"its file is an ONNX graph or a checkpoint of LWGANet, LSKNet or LRFormer, fetch it from {where} and import it"
    )


def _bands(properties: dict[str, Any]) -> list[str]:
    first = mapping(_list(properties["mlm:input"])[0])
    return [text(band["name"] if isinstance(band, dict) else band) for band in _list(first.get("bands"))]


def _classes(properties: dict[str, Any]) -> tuple[ModelClass, ...]:
    first = mapping(_list(properties["mlm:output"])[0])
    found = [mapping(known) for known in _list(first.get("classification:classes"))]
    found.sort(key=lambda known: known.get("value", 0))
    names = [text(known.get("title") or known.get("name") or known.get("description")) for known in found]
    hints = [str(known.get("color_hint", "")) for known in found]
    given = all(re.fullmatch(r"[0-9A-Fa-f]{6}", hint) for hint in hints)
    return coloured(names, [f"#{hint.lower()}" for hint in hints] if given else ())


def _license_url(data: dict[str, Any]) -> str:
    links = [link for link in _list(data.get("links")) if isinstance(link, dict) and link.get("rel") == "license"]
    found = str(links[0].get("href", "")) if links else ""
    return found if found.startswith(("https://", "http://")) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(found: Any) -> str:
    return str(found.get("id", "?"))[:80] if isinstance(found, dict) else "?"
