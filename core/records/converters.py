# SPDX-License-Identifier: GPL-3.0-or-later
"""Converters: each takes a JSON value and returns what it stands for.

They raise ValueError or TypeError saying what was expected.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any


def number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"expected a number, found {value!r}")
    return float(value)


def above_zero(value: Any) -> float:
    found = number(value)
    if found <= 0:
        raise ValueError(f"expected a number above 0, found {value!r}")
    return found


def not_below(low: float) -> Callable[[Any], float]:
    def check(value: Any) -> float:
        found = number(value)
        if found < low:
            raise ValueError(f"expected a number from {low:g}, found {value!r}")
        return found

    return check


def between(low: float, high: float) -> Callable[[Any], float]:
    def check(value: Any) -> float:
        found = number(value)
        if not low <= found <= high:
            raise ValueError(f"expected a number from {low:g} to {high:g}, found {value!r}")
        return found

    return check


share = between(0, 1)


def share_above_zero(value: Any) -> float:
    found = number(value)
    if not 0 < found <= 1:
        raise ValueError(f"expected a number above 0, at most 1, found {value!r}")
    return found


def pair(value: Any) -> tuple[float, float]:
    low, high = (number(v) for v in value)
    if not low < high:
        raise ValueError(f"expected [smaller, larger], found {value!r}")
    return low, high


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected text, found {value!r}")
    return value


def matching(pattern: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        found = text(value)
        if not re.fullmatch(pattern, found):
            raise ValueError(f"{found!r} does not match {pattern}")
        return found

    return check


def whole(low: int, high: int | None = None) -> Callable[[Any], int]:
    """A whole number, within limits that belong to it."""

    def check(value: Any) -> int:
        outside = isinstance(value, bool) or not isinstance(value, int) or value < low
        if outside or (high is not None and value > high):
            upper = "" if high is None else f" to {high}"
            raise ValueError(f"expected a whole number from {low}{upper}, found {value!r}")
        return int(value)

    return check


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, found {value!r}")
    return value


def one_of(*names: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in names:
            raise ValueError(f"expected one of {', '.join(names)}, found {value!r}")
        return str(value)

    return check


def one_number_of(*numbers: int) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        if isinstance(value, bool) or value not in numbers:
            raise ValueError(f"expected one of {', '.join(map(str, numbers))}, found {value!r}")
        return int(value)

    return check


def exactly(*converts: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    """So many values, each of its own kind."""

    def check(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)) or len(value) != len(converts):
            raise ValueError(f"expected a list of {len(converts)}, found {value!r}")
        return tuple(convert(item) for convert, item in zip(converts, value))

    return check


def list_of(convert: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def check(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"expected a list, found {value!r}")
        return tuple(convert(item) for item in value)

    return check


def names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"expected a list of names, found {value!r}")
    return tuple(text(name) for name in value)


def mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"expected an object, found {value!r}")
    return value


def optional(convert: Any) -> Any:
    return lambda value: None if value is None else convert(value)
