# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues, STAC items, Esri's definitions and zips, for `fuzz_parsers`."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[1]
PLACE = "https://example.org/models/item.json"
EMD = {
    "Framework": "x", "ModelType": "ObjectDetection", "ModelFile": "a.pth", "ModelName": "MaskRCNN",
    "ExtractBands": [0],
    "MinCellSize": {"x": 0.3, "spatialReference": {"wkid": 3857}}, "MaxCellSize": {"x": 1},
    "Classes": [{"Value": 1, "Name": "a", "Color": [1, 2, 3]}],
}  # fmt: skip


def targets(spoiled: Callable[[dict[str, Any]], Any]) -> dict[str, Callable[[], None]]:
    from lwganet_qgis.core.catalogue.catalogue import parse_catalogue, read_catalogue
    from lwganet_qgis.core.catalogue.entry import entry_json, parse_entry
    from lwganet_qgis.core.catalogue.esri import read_esri
    from lwganet_qgis.core.catalogue.importing import import_model
    from lwganet_qgis.core.catalogue.stac_writing import item
    from lwganet_qgis.core.errors import EngineError

    whole = json.loads((ROOT / "resources" / "catalogue.json").read_text(encoding="utf-8"))
    entry = parse_entry(whole["models"][0])
    folder = Path(tempfile.mkdtemp())

    @given(spoiled(whole["models"][0]))
    def catalogues(data: dict[str, Any]) -> None:
        found = parse_catalogue({**whole, "models": [data]}, PLACE)
        assert len(found.entries) + len(found.problems) == 1
        for good in found.entries:
            assert parse_entry(entry_json(good)) == good

    @given(spoiled(item(entry, "2026-01-01T00:00:00Z")))
    def items(data: dict[str, Any]) -> None:
        try:
            read_catalogue(PLACE, lambda _: json.dumps(data).encode())
        except EngineError:
            pass

    @given(spoiled(EMD))
    def definitions(data: dict[str, Any]) -> None:
        path = folder / "a.emd"
        path.write_text(json.dumps(data), encoding="utf-8")
        try:
            read_esri(path)
        except EngineError:
            pass

    card = json.dumps(whole["models"][0]["card"])

    @given(st.text(max_size=30), st.binary(max_size=4), st.integers(0, 2**32 - 1), st.data())
    def zips(name: str, junk: bytes, attributes: int, data: Any) -> None:
        """No file is ever made but in the models folder, and none is left of what is refused."""
        path, models = folder / "m.zip", folder / "models"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("m/model.json", card)
            info = zipfile.ZipInfo(name or "x")
            info.external_attr = attributes
            archive.writestr(info, b"content")
        content = bytearray(path.read_bytes())
        at = data.draw(st.integers(0, len(content) - len(junk)))
        content[at : at + len(junk)] = junk
        path.write_bytes(content)
        before = sorted(folder.rglob("*"))
        try:
            import_model(path, models)
        except EngineError:
            pass
        assert [left for left in sorted(folder.rglob("*")) if left not in before and left != models] == []

    return {"catalogues": catalogues, "items": items, "definitions": definitions, "zips": zips}
