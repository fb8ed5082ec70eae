# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder for others: catalogue and STAC collection say the same, and it is there whole or not at all."""

from __future__ import annotations

import json
import os
import shutil

import pytest

from lwganet_qgis.core.cards.card import list_cards, verify_files
from lwganet_qgis.core.catalogue.catalogue import read_catalogue
from lwganet_qgis.core.catalogue.entry import License, Trained
from lwganet_qgis.core.catalogue.publishing import publish
from lwganet_qgis.core.errors import Cancelled, ModelError

from .catalogues import entry

WHEN = "2026-12-01T08:00:00Z"
GIVEN = {"license": License("MIT", "", "yes"), "trained": Trained((1.0, 2.0, 3.0, 4.0), "here")}


@pytest.fixture
def mine(models, tmp_path):
    """Two models, copied."""
    return [shutil.copytree(models[task], tmp_path / "mine" / models[task].name) for task in ("change", "detection")]


def read(folder, name):
    """As from a server that has the folder."""
    base = "https://example.org/"
    return read_catalogue(base + name, lambda at: (folder / at[len(base) :].replace("./", "")).read_bytes())


def test_catalogue_and_collection_have_the_same_models(mine, tmp_path):
    share, seen = tmp_path / "share", []
    made = publish([entry(folder, **GIVEN) for folder in mine], "Ours", share, WHEN, lambda *at: seen.append(at))
    assert made == share / "catalogue.json"
    assert sorted(os.listdir(share)) == ["catalogue.json", "collection.json", "tiny-change", "tiny-objects"]
    for card in list_cards([share]):
        verify_files(card)
    catalogue, collection = (read(share, name) for name in ("catalogue.json", "collection.json"))
    assert catalogue.problems == collection.problems == () and catalogue.title == collection.title == "Ours"
    for one, other in zip(catalogue.entries, collection.entries):
        assert one.can_be_had and other.can_be_had and one.card == other.card
        assert (one.trained, one.license.commercial_use) == (other.trained, other.license.commercial_use)
        assert [f"https://example.org/{one.id}/{file.name}" for file in one.files] == [f.urls[0] for f in other.files]
    assert seen == sorted(seen) and seen[-1][0] == seen[-1][1] == sum(one.size for one in catalogue.entries)


def test_a_collection_is_one_of_stac(mine, tmp_path):
    publish([entry(folder, **GIVEN) for folder in mine], "Ours & yours", tmp_path / "share", WHEN)
    data = json.loads((tmp_path / "share" / "collection.json").read_text())
    assert data["type"] == "Collection" and data["stac_version"] == "1.1.0" and data["id"] == "Ours-yours"
    assert all(data[name] for name in ("description", "license", "extent", "links"))
    extent = data["extent"]
    assert extent["temporal"]["interval"] == [[WHEN, None]] and extent["spatial"]["bbox"][0] == [1, 2, 3, 4]


def test_what_is_there_is_replaced_when_all_is_whole(mine, tmp_path):
    share = tmp_path / "share"
    publish([entry(mine[0])], "First", share, WHEN)
    (share / "notes.txt").write_text("mine")
    entries = [entry(folder) for folder in mine]
    (mine[1] / "model.onnx").write_bytes(b"damaged")
    with pytest.raises(ModelError, match="is not the file of the card"):
        publish(entries, "Second", share, WHEN)
    assert sorted(os.listdir(share)) == ["catalogue.json", "collection.json", "notes.txt", "tiny-change"]
    assert read(share, "catalogue.json").title == "First"
    publish([entry(mine[0])], "Third", share, WHEN)
    assert read(share, "catalogue.json").title == "Third" and (share / "notes.txt").read_text() == "mine"


def test_cancelled_nothing_is_left(mine, tmp_path):
    def stop(done, total):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        publish([entry(mine[0])], "Ours", tmp_path / "share", WHEN, stop)
    assert os.listdir(tmp_path / "share") == []


def test_without_models_there_is_nothing_to_publish(tmp_path):
    with pytest.raises(ModelError, match="no model of yours"):
        publish([], "Ours", tmp_path / "share", WHEN)
    assert not (tmp_path / "share").exists()
