# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards written beside the files that they name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .card import CARD_FILE, FORMAT, ModelCard, parse_card


def _sha256(path: Path) -> str:
    """In groups of eight digits."""
    return hashlib.sha256(path.read_bytes()).digest().hex(" ", 4)


def write_card(fields: dict[str, Any], folder: Path, files: Iterable[str]) -> ModelCard:
    """Writes the card of a folder whose files are in place. Raises ModelError where `fields` are no whole card."""
    whole = {"format": FORMAT, **fields, "files": {name: _sha256(folder / name) for name in files}}
    card = parse_card(whole, folder)
    (folder / CARD_FILE).write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return card
