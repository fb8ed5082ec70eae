# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues: what is read is what was written, and a wrong model is named and left out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lwganet_qgis.core.catalogue.catalogue import catalogue_json, parse_catalogue, read_catalogue
from lwganet_qgis.core.catalogue.entry import License, Trained, entry_json, parse_entry
from lwganet_qgis.core.catalogue.licenses import commercial_use
from lwganet_qgis.core.errors import EngineError, ModelError

from .catalogues import catalogue_data, entry, entry_data

ROOT = Path(__file__).resolve().parents[2]
WEB = "https://example.org/models/catalogue.json"


@pytest.mark.parametrize("task", ["classification", "segmentation", "change", "detection"])
def test_an_entry_comes_back_as_it_was(models, task):
    made = entry(
        models[task], license=License("CC0-1.0", "https://x.org/l", "yes"), trained=Trained((1.0, 2.0, 3.0, 4.0))
    )
    again = parse_entry(json.loads(json.dumps(entry_json(made))))
    assert again == made and again.card == made.card and again.card_data == made.card_data
    assert again.size == sum(file.size for file in again.files) > 0 and not again.can_be_had


def test_a_catalogue_comes_back_as_it_was(models):
    made = [entry(folder) for folder in models.values()]
    found = parse_catalogue(json.loads(json.dumps(catalogue_json("Ours", "2026-01-01", made))), WEB)
    assert found.entries == tuple(made) and found.title == "Ours" and not found.problems


def test_it_can_be_had_where_every_file_has_an_address(models):
    said = entry_data(models["change"], "files/")
    assert parse_entry(said).can_be_had
    said["files"][0]["urls"] = []
    assert not parse_entry(said).can_be_had


def set_in(said, path, value):
    *outer, last = path.split(".")
    for name in outer:
        said = said[int(name) if name.isdigit() else name]
    said[last] = value


WRONG = {
    "title": ("another", "field 'title' is wrong: it differs from what the card"),
    "task": ("change", "field 'task' is wrong: it differs"),
    "bands": (["nir"], "field 'bands' is wrong: it differs"),
    "gsd_range": ([5, 1], "field 'gsd_range' is wrong: expected"),
    "size": (1, "field 'size' is wrong: it differs"),
    "license.commercial_use": ("perhaps", "field 'license.commercial_use' is wrong: expected one of yes, no, unknown"),
    "license.url": ("javascript:alert(1)", "field 'license.url' is wrong: expected an https"),
    "trained.bbox": ([0, 80, 1, 95], "field 'trained.bbox' is wrong: expected .west, south"),
    "files.0.sha256": ("0" * 64, "field 'files' is wrong: it differs"),
    "files.0.name": ("../model.onnx", "field 'files.name' is wrong: expected the plain name"),
    "files.0.size": (1 << 60, "field 'files.size' is wrong: expected a whole number"),
    "files.0.urls": (["ftp://example.org/x"], "field 'files.urls' is wrong: expected an https, http or file URL"),
    "files": ([], "field 'files' is wrong: it differs"),
    "description": ("\ud800", "no Unicode"),
    "card.gsd": (10**400, "field 'gsd' is wrong"),
    "card.tile_size": (33, "field 'tile_size' is wrong"),
    "card.files": ({"../../evil": "0" * 64}, "field 'files' is wrong: expected plain names"),
    "id": ("../evil", "field 'id' is wrong"),
}  # fmt: skip


@pytest.mark.parametrize("field", sorted(WRONG))
def test_a_wrong_model_is_named_and_left_out(models, field):
    said, good = entry_data(models["segmentation"]), entry_data(models["change"])
    value, message = WRONG[field]
    set_in(said, field, value)
    found = parse_catalogue(catalogue_data(said, good), WEB)
    assert [left.id for left in found.entries] == ["tiny-change"]
    (problem,) = found.problems
    with pytest.raises(AssertionError, match=message):
        raise AssertionError(problem)
    assert problem.startswith("model 1 (")


def test_the_second_of_one_id_is_left_out(models):
    said = entry_data(models["change"])
    found = parse_catalogue(catalogue_data(said, said), WEB)
    assert len(found.entries) == 1 and "there is a model 'tiny-change' before it" in found.problems[0]


def test_a_catalogue_from_the_web_names_no_file_of_this_machine(models):
    said = entry_data(models["change"], "file:///etc/")
    assert "from the web may not name file:///etc/" in parse_catalogue(catalogue_data(said), WEB).problems[0]
    assert not parse_catalogue(catalogue_data(said), "file:///home/a/catalogue.json").problems


NO_CATALOGUE = {
    b"": "not JSON", b"<html>": "not JSON", b"[" * 100_000: "not JSON", b"\xff\xfe": "not JSON",
    b"[]": "is no catalogue",
    b'{"format": 1}': "field 'models' is missing", b'{"models": []}': "field 'format' is missing",
    b'{"format": 9, "models": []}': "update the plugin", b'{"format": 1, "models": 3}': "expected a list",
}  # fmt: skip


@pytest.mark.parametrize("content", sorted(NO_CATALOGUE))
def test_what_is_no_catalogue_is_refused_in_words(content):
    with pytest.raises(ModelError, match=NO_CATALOGUE[content]):
        read_catalogue(WEB, lambda place: content)


def test_a_catalogue_has_an_end():
    with pytest.raises(ModelError, match="lists 1,001 models"):
        parse_catalogue({"format": 1, "models": [{}] * 1001}, WEB)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(st.sampled_from(sorted(WRONG)), JSON)
def test_any_value_of_a_field_is_taken_or_refused(models, field, value):
    said = entry_data(models["segmentation"])
    set_in(said, field, value)
    found = parse_catalogue(catalogue_data(said), WEB)
    assert len(found.entries) + len(found.problems) == 1


@given(JSON)
def test_anything_is_a_catalogue_or_refused(value):
    try:
        read_catalogue(WEB, lambda place: json.dumps(value).encode())
    except EngineError:
        pass


def test_the_built_in_catalogue_is_what_the_cards_say():
    done = subprocess.run(
        [sys.executable, "-m", "tools.catalogue", "--check"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = parse_catalogue(json.loads((ROOT / "resources" / "catalogue.json").read_text(encoding="utf-8")), "here")
    assert len(found.entries) == 4 and not found.problems
    assert all(found.trained.words and found.license.commercial_use != "no" for found in found.entries)


LICENSES = {
    "CC-BY-NC-4.0": "no", "CC BY-NC-SA 4.0": "no", "free for academic use": "no", "CC0-1.0": "yes", "MIT": "yes",
    "Weights: CC0-1.0. Data: NAIP, public domain": "yes", "CC BY 4.0 (someone)": "yes", "ask us": "unknown",
    "": "unknown", "AGPL-3.0": "yes", "Weights: CC0-1.0. Data: non-commercial": "no", "MIT-like": "unknown",
}  # fmt: skip


@pytest.mark.parametrize("license", sorted(LICENSES))
def test_commercial_use_is_read_from_plain_names_alone(license):
    assert commercial_use(license) == LICENSES[license]
