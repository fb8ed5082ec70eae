# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields of a JSON object, checked one by one; what is wrong is said with the field's name.

A converter takes a JSON value and returns what it stands for; it raises ValueError or TypeError
saying what was expected.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from ..errors import ModelError


def number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"expected a number, found {value!r}")
    return float(value)


def above_zero(value: Any) -> float:
    found = number(value)
    if found <= 0:
        raise ValueError(f"expected a number above 0, found {value!r}")
    return found


def share(value: Any) -> float:
    found = number(value)
    if not 0 <= found <= 1:
        raise ValueError(f"expected a number from 0 to 1, found {value!r}")
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


def positive(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"expected a whole number above 0, found {value!r}")
    return value


def not_negative(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"expected a whole number from 0, found {value!r}")
    return value


def names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"expected a list of names, found {value!r}")
    return tuple(text(name) for name in value)


def mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"expected an object, found {value!r}")
    return value


class Fields:
    """Takes fields out of a JSON object one by one; errors name the field."""

    def __init__(self, data: Any, where: str, prefix: str = "") -> None:
        self.where, self.prefix = where, prefix
        if not isinstance(data, dict):
            raise ModelError(f"{where}: {prefix or 'the card'} is not a JSON object")
        self.data = dict(data)

    def take(self, name: str, convert: Any, **default: Any) -> Any:
        if name not in self.data:
            if "default" in default:
                return default["default"]
            raise ModelError(f"{self.where}: field '{self.prefix}{name}' is missing")
        try:
            return convert(self.data.pop(name))
        except KeyError as error:
            raise ModelError(f"{self.where}: field '{self.prefix}{name}' is wrong: {error} is missing") from error
        except (TypeError, ValueError, OverflowError) as error:
            raise ModelError(f"{self.where}: field '{self.prefix}{name}' is wrong: {error}") from error


def optional(convert: Any) -> Any:
    return lambda value: None if value is None else convert(value)
