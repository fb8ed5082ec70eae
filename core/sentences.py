# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences for people, which keep what they are made of, so that the other side can say them in its language."""

from __future__ import annotations

import math
import numbers
from typing import Any


class Sentence(str):
    """English text that knows its template and the values in it, sentences themselves or not."""

    template: str
    values: tuple[Any, ...]


def say(template: str, *values: Any) -> Sentence:
    """`template.format(*values)`. The template, written out at the call, is what is translated."""
    sentence = Sentence(template.format(*values))
    sentence.template, sentence.values = template, values
    return sentence


def to_wire(text: str) -> dict[str, Any]:
    """As JSON: the text in English, and of a sentence what it is made of."""
    if not isinstance(text, Sentence):
        return {"text": str(text)}
    return {"text": str(text), "template": text.template, "values": [_value(value) for value in text.values]}


def _value(value: Any) -> Any:
    if isinstance(value, Sentence):
        return to_wire(value)
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real) and math.isfinite(value):
        return float(value)
    return str(value)
