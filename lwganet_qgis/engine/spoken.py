# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine says, in the language and with the decimal sign of QGIS."""

from __future__ import annotations

import string
from typing import Any

from qgis.PyQt.QtCore import QLocale

from ..texts import translated


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return text.replace(".", QLocale().decimalPoint()) if isinstance(value, float) else text


def spoken(message: dict[str, Any]) -> str:
    """Of a message with a text, as `core.sentences.to_wire` makes it; in English where no translation fits."""
    plain = str(message.get("text") or "")
    template, values = message.get("template"), message.get("values")
    if not isinstance(template, str) or not isinstance(values, list):
        return plain
    said = [spoken(value) if isinstance(value, dict) else value for value in values]
    try:
        return _Formatter().vformat(translated(template), said, {})
    except (ValueError, IndexError, KeyError, TypeError):
        return plain
