# SPDX-License-Identifier: GPL-3.0-or-later
"""Translation for what is no QObject, algorithms among them; and of what the engine says."""

from __future__ import annotations

import string
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QLocale

from .core.errors import EngineError
from .core.sentences import to_wire


def tr(text: str) -> str:
    """Of text that is written out at the call."""
    return translated(text)


def translated(text: str) -> str:
    """Of text that is written out elsewhere, as by the engine's `say`."""
    return QCoreApplication.translate("LWGANet", text)


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return text.replace(".", QLocale().decimalPoint()) if isinstance(value, float) else text


def filled(template: str, *values: Any) -> str:
    """A template with its values, numbers with the decimal point of the user's language."""
    return _Formatter().vformat(template, values, {})


def spoken(message: dict[str, Any]) -> str:
    """Of a message with a text, as `core.sentences.to_wire` makes it; in English where no translation fits."""
    plain = str(message.get("text") or "")
    template, values = message.get("template"), message.get("values")
    if not isinstance(template, str) or not isinstance(values, list):
        return plain
    said = [spoken(value) if isinstance(value, dict) else value for value in values]
    try:
        return filled(translated(template), *said)
    except (ValueError, IndexError, KeyError, TypeError):
        return plain


def told(error: Exception) -> str:
    """What a failure says; in QGIS's language where it is one of the engine's, wherever it was raised."""
    return spoken(to_wire(error.text)) if isinstance(error, EngineError) else str(error)
