# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes to and from the rows of a review's table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsGeometry

from .changes import Change, Polygon, Verdict, Word, words_from_text, words_to_text
from .geopackage import VERDICTS, number

READ = ("class", "area_m2", "probability", "review", "note", "reviewed", "reviewer", VERDICTS)
"""Fields, in the order of `change_of`."""


def change_of(fid: int, values: Sequence[Any], pixels: float | None) -> Change:
    """`pixels` is the area in a review that counts in them."""
    kind, area, probability, *said = values
    review, note, reviewed, who, text = (value or "" for value in said)
    verdict = Verdict(review) if review in Verdict._value2member_map_ else Verdict.OPEN
    words = words_from_text(text)
    if verdict is not Verdict.OPEN and not words:  # a review of an earlier version
        words = (Word(who, verdict, reviewed),)
    size = pixels if pixels is not None else number(area) or 0.0
    return Change(fid, kind or "", size, number(probability) or 0.0, verdict, note, reviewed, who, words)


def said_of(change: Change) -> dict[str, str]:
    """What people said, by field."""
    return {
        "review": change.verdict.value, "note": change.note, "reviewed": change.reviewed, "reviewer": change.reviewer,
        VERDICTS: words_to_text(change.words),
    }  # fmt: skip


def row_of(polygon: Polygon | None, in_pixels: bool) -> tuple[bytes, dict[str, Any]] | None:
    """For `geopackage.put_rows`."""
    if polygon is None:
        return None
    change, shape = polygon.change, QgsGeometry(polygon.shape)
    shape.convertToMultiType()
    area = None if in_pixels else change.area
    values = {"class": change.kind, "area_m2": area, "probability": change.probability, **said_of(change)}
    return bytes(shape.asWkb()), values
