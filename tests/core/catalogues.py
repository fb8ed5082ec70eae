# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues and zips for tests, made of the tiny models."""

from __future__ import annotations

import json
import zipfile

from lwganet_qgis.core.cards.card import read_card
from lwganet_qgis.core.catalogue.entry import License, Trained, entry_json, entry_of


def entry(folder, **others):
    """The entry of a model folder."""
    card = read_card(folder)
    data = json.loads((folder / "model.json").read_text())
    sizes = {name: (folder / name).stat().st_size for name in card.files}
    return entry_of(card, data, sizes, **others)


def entry_data(folder, base=""):
    """Its JSON; with a base, files have URLs."""
    said = entry_json(
        entry(folder, license=License("MIT", "https://example.org/mit", "yes"), trained=Trained(None, "here"))
    )
    for file in said["files"]:
        file["urls"] = [f"{base}{file['name']}"] if base else []
    return said


def catalogue_data(*models):
    return {"format": 1, "title": "Tests", "updated": "2026-01-01", "models": list(models)}


def zipped(folder, path, top="model/", names=None):
    """A model folder as a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{top}{(names or {}).get(file.name, file.name)}")
    return path
