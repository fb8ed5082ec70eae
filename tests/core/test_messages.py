# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs, results and cards survive their way through JSON; what is wrong is named."""

from __future__ import annotations

import json
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lwganet_qgis.core.cards.card import list_cards, parse_card, read_card, verify_files
from lwganet_qgis.core.errors import ModelError
from lwganet_qgis.core.protocol import SCALINGS, TASKS, Job, ProtocolError, RasterSource, Result, decode, encode

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SOURCES = st.builds(RasterSource, st.text(), st.lists(st.integers(1, 99)).map(tuple))
JOBS = st.builds(
    Job, st.sampled_from(TASKS), st.text(), st.lists(SOURCES, max_size=2).map(tuple), st.text(),
    extent=st.none() | st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), scaling=st.sampled_from(SCALINGS),
    threshold=st.none() | NUMBERS, tile_size=st.integers(0, 4096), iou=st.none() | NUMBERS,
    classes=st.lists(st.integers(0, 254)).map(tuple), scales=st.lists(NUMBERS).map(tuple),
    shift=st.tuples(NUMBERS, NUMBERS), match=st.booleans(), mask=st.text(), grid=st.text(),
    closing=st.integers(0, 50), opening=st.integers(0, 50), simplify=NUMBERS,
)  # fmt: skip


@given(JOBS)
def test_jobs_come_through(made):
    line = encode(made.to_dict())
    assert line.count(b"\n") == 1
    assert Job.from_dict(decode(line)) == made


@pytest.mark.parametrize(
    "change",
    [
        {"task": "dance"},
        {"scaling": "wild"},
        {"sources": 3},
        {"colour": 1},
        {"extent": [1, 2]},
        {"shift": [1]},
        {"shift": "3,2"},
        {"match": 1},
        {"closing": 1.5},
        {"opening": True},
        {"simplify": "2"},
        {"mask": None},
    ],  # fmt: skip
)
def test_wrong_jobs_are_refused(change):
    whole = Job("change", "m", (RasterSource("a"),)).to_dict()
    with pytest.raises(ProtocolError, match="not a job"):
        Job.from_dict({**whole, **change})
    with pytest.raises(ProtocolError, match="task"):
        Job.from_dict({k: v for k, v in whole.items() if k != "task"})


def test_results_come_through():
    result = Result("m", "M", "cpu", "x", 1.5, 9, 2.5, 3, 4, (), {"output": "o"}, ("w",))
    assert Result.from_dict(decode(encode(result.to_dict()))) == result
    with pytest.raises(ProtocolError):
        Result.from_dict({"modelid": "m"})


@pytest.fixture
def card(models):
    return json.loads((models["change"] / "model.json").read_text())


WRONG = {
    "id": "Two Words", "task": "dance", "gsd": "fine", "gsd_range": [3, 1], "tile_size": 0, "overlap": -1,
    "classes": [{"name": "a", "color": "red"}], "threshold": "half", "files": {"model.onnx": "abc"}, "title": 5,
    "training": [], "multiple": 1.5,
}  # fmt: skip


@pytest.mark.parametrize("field", WRONG)
def test_a_wrong_field_of_a_card_is_named(card, tmp_path, field):
    with pytest.raises(ModelError, match=f"'{field}' is wrong"):
        parse_card({**card, field: WRONG[field]}, tmp_path)


@pytest.mark.parametrize("field", ["id", "task", "classes", "input", "gsd", "license", "metrics", "files", "smallest"])
def test_a_missing_field_is_named(card, tmp_path, field):
    del card[field]
    with pytest.raises(ModelError, match=f"'{field}' is missing"):
        parse_card(card, tmp_path)


def test_parts_and_versions(card, tmp_path):
    with pytest.raises(ModelError, match="'input.mean' is wrong: expected 3 values"):
        parse_card({**card, "input": {**card["input"], "mean": [1]}}, tmp_path)
    with pytest.raises(ModelError, match="format 2"):
        parse_card({**card, "format": 2}, tmp_path)


def test_listing_goes_by_cards_alone_and_skips_broken_ones(models, tmp_path):
    good = shutil.copytree(models["change"], tmp_path / "good")
    for name, text in (("broken", "{"), ("wrong", '{"format": 1}')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "model.json").write_text(text)
    (good / "model.onnx").unlink()
    (found,) = list_cards([tmp_path, tmp_path / "nowhere"])
    assert found.id == "tiny-change"
    with pytest.raises(ModelError, match="cannot be read"):
        verify_files(found)
    for name, text in (("broken", "cannot be read"), ("wrong", "is missing"), ("nowhere", "is not a model folder")):
        with pytest.raises(ModelError, match=text):
            read_card(tmp_path / name)
