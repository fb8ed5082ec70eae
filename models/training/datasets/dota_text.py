# SPDX-License-Identifier: GPL-3.0-or-later
"""Labelled outlines from DOTA text, in pixels of an image.

A line of DOTA text is ``x1 y1 x2 y2 x3 y3 x4 y4 class difficult``; the last word may be missing.
Pixel coordinates count from the corner of the image, so the first pixel reaches from 0 to 1.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import NamedTuple

from ..recipe import RecipeError

HEADERS = ("imagesource:", "gsd:")

Points = tuple[tuple[float, float], ...]


class LabelError(RecipeError):
    """A label file that cannot be read; the message names the file and the line or feature."""


class Outline(NamedTuple):
    points: Points
    """Three or more, not closed."""
    name: str
    difficult: bool


def _line(text: str) -> Outline:
    words = text.split()
    if len(words) not in (9, 10):
        raise ValueError(f"expected 8 coordinates, a class and 0 or 1, found {len(words)} words")
    numbers = [float(word) for word in words[:8]]
    if not all(map(math.isfinite, numbers)):
        raise ValueError("a coordinate is not finite")
    if words[9:] not in ([], ["0"], ["1"]):
        raise ValueError(f"expected 0 or 1 for difficult, found {words[9]!r}")
    return Outline(tuple(zip(numbers[::2], numbers[1::2])), words[8], words[9:] == ["1"])


def read_dota(path: Path) -> list[Outline]:
    """Outlines of a DOTA text file. Raises LabelError."""
    outlines = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lower().startswith(HEADERS):
            continue
        try:
            outlines.append(_line(line))
        except ValueError as error:
            raise LabelError(f"{path}, line {number}: {error}") from error
    return outlines
