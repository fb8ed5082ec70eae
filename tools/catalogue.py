# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/catalogue.json, the built-in catalogue: the bundled models, as their cards have them.

Usage: python -m tools.catalogue [--check]

What no card says, where a model was trained, is in tools/catalogue.toml. `--check` changes nothing and fails where
the file is not what the cards say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import tomllib

from lwganet_qgis.core.cards.card import CARD_FILE, list_cards, verify_files
from lwganet_qgis.core.catalogue.catalogue import catalogue_json
from lwganet_qgis.core.catalogue.entry import Entry, License, Trained, entry_of
from lwganet_qgis.core.catalogue.licenses import commercial_use

ROOT = Path(__file__).resolve().parents[1]
MODELS = ROOT / "resources" / "models"
TARGET = ROOT / "resources" / "catalogue.json"
TITLE = "Models that come with the plugin"


def entries(models: Path, facts: dict[str, Any]) -> list[Entry]:
    found = []
    for card in list_cards([models]):
        verify_files(card)
        data = json.loads((card.folder / CARD_FILE).read_text(encoding="utf-8"))
        sizes = {name: card.path(name).stat().st_size for name in card.files}
        said = facts.get(card.id, {})
        bbox = tuple(float(side) for side in said["bbox"]) if "bbox" in said else None
        license = License(card.made.license, commercial_use=commercial_use(card.made.license))
        trained = Trained(bbox, said.get("words", ""))
        found.append(entry_of(card, data, sizes, license=license, trained=trained))
    return found


def written(models: Path = MODELS) -> str:
    facts = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    made = catalogue_json(TITLE, facts.get("updated", ""), entries(models, facts))
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        TARGET.write_text(written(), encoding="utf-8")
    elif not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != written():
        print(f"{TARGET.relative_to(ROOT)} is not what the cards say; run make catalogue")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
