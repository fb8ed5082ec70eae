# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs before what is said: readable on light and on dark."""

from __future__ import annotations

from html import escape

GOOD, WRONG = ("✔", "#2da44e"), ("✖", "#e5534b")


def signed(sign: tuple[str, str], text: str) -> str:
    """For a label that shows HTML; empty where there is nothing to say."""
    character, color = sign
    lines = escape(text).replace("\n", "<br>")
    return f'<span style="color:{color}">{character}</span> {lines}' if text else ""
