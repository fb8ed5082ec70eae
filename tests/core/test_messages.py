# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs, results and cards survive their way through JSON; what is wrong is named."""

from __future__ import annotations

import json
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lwganet_qgis.core.cards.card import list_cards, parse_card, read_card, verify_files
from lwganet_qgis.core.errors import InputError, ModelError
from lwganet_qgis.core.jobs.accuracy import AccuracyJob
from lwganet_qgis.core.jobs.change import ChangeJob
from lwganet_qgis.core.jobs.change_polygons import ChangePolygonsJob
from lwganet_qgis.core.jobs.classify import ClassifyJob
from lwganet_qgis.core.jobs.detect import DetectJob
from lwganet_qgis.core.jobs.first_change import FirstChangeJob
from lwganet_qgis.core.jobs.importing import ImportJob
from lwganet_qgis.core.jobs.pair import PairJob
from lwganet_qgis.core.jobs.parts.cut import Cut
from lwganet_qgis.core.jobs.parts.messages import decode, encode
from lwganet_qgis.core.jobs.parts.model import SCALINGS, Model
from lwganet_qgis.core.jobs.parts.pairing import Pairing
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.jobs.parts.results import ClassTotal, Found, ModelRun, Ran
from lwganet_qgis.core.jobs.parts.rules import Rules
from lwganet_qgis.core.jobs.parts.where import Where
from lwganet_qgis.core.jobs.segment import SegmentJob, SegmentResult
from lwganet_qgis.core.jobs.suppress import SuppressJob
from lwganet_qgis.core.records.record import FieldError, Role, from_json, moved, paths, to_json, without_paths
from lwganet_qgis.core.run import read_job
from lwganet_qgis.core.tasks import TASKS

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SHARES, POSITIVE = st.floats(0, 1), st.floats(0, 1e12)
SOURCES = st.builds(
    RasterSource, st.text(), st.lists(st.integers(1, 99)).map(tuple),
    st.lists(st.tuples(st.integers(1, 9), NUMBERS, NUMBERS)).map(tuple), st.booleans(),
)  # fmt: skip
MODELS = st.builds(Model, st.text(), st.sampled_from(["auto", "cuda:3"]), st.integers(0, 9), st.sampled_from(SCALINGS))
WHERE = st.builds(Where, st.none() | st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), st.text(), st.text())
CUTS = st.builds(Cut, st.integers(0, 4096), st.integers(-1, 99), st.integers(0, 99))
RULES = st.builds(Rules, st.none() | SHARES, st.integers(0, 50), st.integers(0, 50), POSITIVE, POSITIVE)
PAIRINGS = st.builds(Pairing, st.tuples(NUMBERS, NUMBERS), st.booleans())
JOBS = st.one_of(
    st.builds(SegmentJob, MODELS, SOURCES, WHERE, CUTS, POSITIVE, st.text(), st.text(), st.text()),
    st.builds(ClassifyJob, MODELS, SOURCES, WHERE, CUTS, st.text(), SHARES, st.text()),
    st.builds(ChangeJob, MODELS, SOURCES, SOURCES, PAIRINGS, WHERE, CUTS, RULES, st.text()),
    st.builds(
        DetectJob, MODELS, SOURCES, WHERE, CUTS, st.lists(st.floats(0.05, 8)).map(tuple), st.none() | SHARES,
        st.none() | st.floats(0.01, 1), st.lists(st.integers(0, 254)).map(tuple), st.booleans(), st.text(), st.text(),
    ),
    st.builds(ChangePolygonsJob, SOURCES, st.text(), WHERE, RULES, st.text(), st.text()),
    st.builds(FirstChangeJob, st.lists(SOURCES).map(tuple), st.lists(st.text()).map(tuple), st.text()),
    st.builds(PairJob, SOURCES, SOURCES, WHERE),
    st.builds(SuppressJob, st.text(), st.text(), st.floats(0.01, 1)),
    st.builds(AccuracyJob, st.text(), st.text(), st.text(), st.floats(0.01, 1)),
    st.builds(
        ImportJob, st.text(), st.text(), st.text(), st.lists(st.text()).map(tuple), st.none() | st.floats(0.01, 99)
    ),
)  # fmt: skip


@given(JOBS)
def test_jobs_come_through(made):
    line = encode({"job": to_json(made)})
    assert line.count(b"\n") == 1
    assert read_job(made.TOOL, decode(line)["job"]) == made


WHOLE = {"model": {"folder": "m"}, "before": {"path": "a"}, "after": {"path": "b"}}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"model": {"folder": "m", "scaling": "wild"}}, "model.scaling"),
        ({"model": {"folder": "m", "device": "gpu"}}, "model.device"),
        ({"before": 3}, "before"),
        ({"before": {"path": "a", "bands": [0]}}, "before.bands"),
        ({"colour": 1}, "colour"),
        ({"where": {"extent": [1, 2]}}, "where.extent"),
        ({"pairing": {"shift": [1]}}, "pairing.shift"),
        ({"pairing": {"shift": "3,2"}}, "pairing.shift"),
        ({"pairing": {"match": 1}}, "pairing.match"),
        ({"rules": {"closing": 1.5}}, "rules.closing"),
        ({"rules": {"opening": True}}, "rules.opening"),
        ({"rules": {"simplify": "2"}}, "rules.simplify"),
        ({"where": {"mask": None}}, "where.mask"),
        ({"cut": {"tile_size": -1}}, "cut.tile_size"),
    ],
)
def test_wrong_jobs_are_refused_by_the_fields_name(change, named):
    with pytest.raises(InputError, match=f"not a job: field '{named}' is (wrong|not known)"):
        read_job("change", {**WHOLE, **change})


def test_a_job_names_its_tool_and_what_it_needs():
    for tool in ("dance", None, 5):
        with pytest.raises(InputError, match="unknown tool"):
            read_job(tool, WHOLE)
    with pytest.raises(InputError, match="field 'after' is missing"):
        read_job("change", {name: value for name, value in WHOLE.items() if name != "after"})


def test_every_tool_has_its_names():
    assert {task.job.TOOL: task.job.RESULT.__name__ for task in TASKS.values()} == {
        tool: f"{task.job.__name__[:-3]}Result" for tool, task in TASKS.items()
    }


def test_results_come_through():
    total = ClassTotal(0, "a", "#000000", 9, None)
    result = SegmentResult(ModelRun("m", "M", "cpu", "x", 3), Found(9, 2.5, (total,), 4), Ran(1.5, ("w",)))
    assert from_json(SegmentResult, decode(encode(to_json(result)))) == result
    with pytest.raises(FieldError, match="'modelid' is not known"):
        from_json(SegmentResult, {"modelid": "m"})


def test_paths_are_told_by_what_they_are_for():
    job = ChangeJob(Model("m"), RasterSource("a"), RasterSource("b"), where=Where(mask="k"), change="c", polygons="p")
    assert dict(paths(job, Role.INPUT)) == {"before.path": "a", "after.path": "b", "where.mask": "k"}
    assert dict(paths(job, Role.OUTPUT)) == {"change": "c", "polygons": "p"}
    elsewhere = moved(job, {"b": "there", "c": "never"})
    assert (elsewhere.after.path, elsewhere.change, elsewhere.before) == ("there", "c", job.before)
    kept = json.dumps(without_paths(job))
    assert '"threshold"' in kept and '"path"' not in kept and '"folder"' not in kept


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
    with pytest.raises(ModelError, match=rf"'{field}(\.color)?' is wrong"):
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
