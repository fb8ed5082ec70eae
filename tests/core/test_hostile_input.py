# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a card, a line or a zones file holds, the answer is one error of ours, never another."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from lwganet_qgis.core.cards.card import list_cards, parse_card, read_card, verify_files
from lwganet_qgis.core.errors import InputError, ModelError
from lwganet_qgis.core.jobs.parts.messages import ProtocolError, decode, encode
from lwganet_qgis.core.jobs.parts.where import Where
from lwganet_qgis.core.records.record import to_json
from lwganet_qgis.core.run import read_job, run_job

from .rasters import Events, features, job, patches, write

WHOLE = {
    "model": {"folder": "m"}, "image": {"path": "a"}, "where": {}, "cut": {}, "scales": [], "threshold": 0.5,
    "iou": None, "classes": [], "boxes": "", "dota": "",
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["path", "bands", "name"]), inner),
    max_leaves=6,
)
ENDLESS = {"nested": b"[" * 200_000, "digits": b'{"a":' + b"1" * 5000, "not a number": b'{"a":NaN}'}


@given(st.binary(max_size=60))
def test_any_line_is_a_message_or_refused(line):
    try:
        assert isinstance(decode(line), dict)
    except ProtocolError as error:
        assert "not a message" in str(error)


@pytest.mark.parametrize("name", ENDLESS)
def test_lines_that_readers_choke_on_are_refused(name):
    with pytest.raises(ProtocolError, match="not a message"):
        decode(ENDLESS[name])


@given(st.text(max_size=20), st.integers())
def test_messages_come_through(text, number):
    message = {"event": "log", "text": text, "n": number}
    line = encode(message)
    assert line.endswith(b"\n") and line.count(b"\n") == 1 and decode(line) == message


@given(st.sampled_from(sorted(WHOLE)), JSON)
def test_any_field_of_a_job_is_taken_or_refused(field, value):
    try:
        made = read_job("detect", {**WHOLE, field: value})
    except InputError as error:
        assert f"not a job: field '{field}" in str(error)
    else:
        assert read_job("detect", to_json(made)) == made


WRONG_KINDS = {
    "tile_size": ("cut", "64"), "overlap": ("cut", 1.5), "batch_size": ("cut", True), "threads": ("model", []),
    "device": ("model", 0), "folder": ("model", None), "grid": ("where", {}),
}  # fmt: skip


@pytest.mark.parametrize("field", WRONG_KINDS)
def test_a_field_of_the_wrong_kind_is_named(field):
    part, value = WRONG_KINDS[field]
    with pytest.raises(InputError, match=f"field '{part}.{field}' is wrong"):
        read_job("detect", {**WHOLE, part: {**WHOLE[part], field: value}})


@pytest.fixture
def card(models):
    return json.loads((models["change"] / "model.json").read_text())


WRONG = {
    "classes": [{"name": "a"}, {"name": "b"}], "gsd": -1, "gsd_range": [0, 10**400], "threshold": 7, "tile_size": 36,
    "metrics": 5, "format": "1", "files": [], "license": None,
}  # fmt: skip
WRONG_INPUT = {
    "bands": "rgb", "mean": None, "std": [1, 1], "value_range": [255, 0], "raw_range": [5, 5], "resize": 0,
}  # fmt: skip


@pytest.mark.parametrize("field", WRONG)
def test_wrong_fields_are_named(card, tmp_path, field):
    with pytest.raises(ModelError, match=rf"'{field}(' is wrong|\.color' is missing)"):
        parse_card({**card, field: WRONG[field]}, tmp_path)


@pytest.mark.parametrize("field", WRONG_INPUT)
def test_wrong_fields_of_the_input_are_named(card, tmp_path, field):
    with pytest.raises(ModelError, match=f"'input.{field}' is wrong"):
        parse_card({**card, "input": {**card["input"], field: WRONG_INPUT[field]}}, tmp_path)


def test_every_field_can_be_missing(card, tmp_path):
    optional = {"threshold"}
    for name in card:
        rest = {k: v for k, v in card.items() if k != name}
        if name in optional:
            assert parse_card(rest, tmp_path).knows.threshold is None
            continue
        with pytest.raises(ModelError, match=f"'{name}' is missing"):
            parse_card(rest, tmp_path)


@given(st.data())
def test_any_field_of_a_card_is_taken_or_named(models, data):
    card = json.loads((models["change"] / "model.json").read_text())
    name, value = data.draw(st.sampled_from(sorted(card))), data.draw(JSON)
    try:
        parse_card({**card, name: value}, models["change"])
    except ModelError as error:
        named = "tile_size" if name in ("multiple", "smallest") and "'tile_size'" in str(error) else name
        assert f"field '{named}" in str(error) or (name == "format" and "is not known" in str(error))


@pytest.mark.parametrize("text", ["[" * 200_000, '{"format":' + "1" * 5000 + "}", "\udcff", "[]"])
def test_one_broken_card_hides_no_other(models, tmp_path, text):
    shutil.copytree(models["change"], tmp_path / "good")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "model.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert [c.id for c in list_cards([tmp_path])] == ["tiny-change"]


def test_one_changed_byte_is_damage(models, tmp_path):
    folder = shutil.copytree(models["change"], tmp_path / "m")
    verify_files(read_card(folder))
    blob = bytearray((folder / "model.onnx").read_bytes())
    blob[-1] ^= 1
    (folder / "model.onnx").write_bytes(blob)
    with pytest.raises(ModelError, match="model.onnx is damaged"):
        verify_files(read_card(folder))
    fixed = dataclasses.replace(read_card(folder), files={"model.onnx": hashlib.sha256(blob).hexdigest()})
    verify_files(fixed)


def zones(path, *entries):
    path.write_text("\n".join(e if isinstance(e, str) else json.dumps(e) for e in entries))
    return path


def zone(shape, source_id):
    return {"geometry": shapely.to_wkb(shape, hex=True), "properties": {"source_id": source_id}}


INSIDE = shapely.box(500_020, 4_999_600, 500_100, 4_999_700)
BOWTIE = shapely.Polygon([(500_020, 4_999_600), (500_300, 4_999_700), (500_300, 4_999_600), (500_020, 4_999_700)])
TINY = shapely.box(500_202, 4_999_602, 500_206, 4_999_606)


@pytest.mark.parametrize("shape", [BOWTIE, TINY])
@pytest.mark.parametrize("threshold", [0.0, 1.0])
def test_odd_shapes_hold_data(models, tmp_path, shape, threshold):
    path = write(tmp_path / "a.tif", patches())
    made = job(models["classification"], path, zones=zones(tmp_path / "z", zone(shape, 4)), features=tmp_path / "f")
    result = run_job(dataclasses.replace(made, threshold=threshold), Events())
    assert result.found.pixels == (140 if shape is BOWTIE else 1)


def test_zones_count_as_far_as_the_raster_goes(models, tmp_path):
    path = write(tmp_path / "a.tif", patches())
    beyond = shapely.box(499_000, 4_999_600, 500_100, 4_999_700)
    made = job(models["classification"], path, zones=zones(tmp_path / "z", zone(beyond, 4)), features=tmp_path / "f")
    result = run_job(made, Events())
    assert result.found.pixels == 100
    ((geometry, _),) = features(tmp_path / "f")
    assert geometry.normalize().equals_exact(beyond.normalize(), 1e-6)


NAN, INFINITE = float("nan"), float("inf")
NOWHERE = {
    "nan": [(500_020, 4_999_600), (NAN, 4_999_700), (500_300, 4_999_600)],
    "infinite": [(INFINITE, INFINITE), (INFINITE, 4_999_700), (500_300, 4_999_600), (INFINITE, INFINITE)],
}  # fmt: skip


@pytest.mark.parametrize("corners", NOWHERE)
def test_a_zone_from_nowhere_is_left_out(models, tmp_path, corners):
    """As of a layer that is somewhere else than its CRS says. Infinity in the first corner ended the run."""
    path = write(tmp_path / "a.tif", patches())
    lost = shapely.Polygon(NOWHERE[corners])
    made = job(
        models["classification"], path, zones=zones(tmp_path / "z", zone(lost, 3), zone(INSIDE, 4)),
        features=tmp_path / "f",
    )  # fmt: skip
    report = Events()
    run_job(made, report)
    assert [p["source_id"] for _, p in features(tmp_path / "f")] == [4]
    assert "polygons that lie outside the raster, left out: 1" in report.texts


@pytest.mark.parametrize("corners", NOWHERE)
def test_polygons_of_a_mask_from_nowhere_count_for_nothing(models, tmp_path, corners):
    path, lost = write(tmp_path / "a.tif", patches()), zone(shapely.Polygon(NOWHERE[corners]), 3)
    mask = zones(tmp_path / "z", lost, zone(INSIDE, 4))
    made = job(models["segmentation"], path, output=tmp_path / "o.tif", mask=mask)
    assert run_job(made, Events()).found.pixels == 80
    with pytest.raises(InputError, match="the mask holds no polygons"):
        run_job(dataclasses.replace(made, where=Where(mask=str(zones(tmp_path / "z", lost)))), Events())


@pytest.mark.parametrize("entry", ["[1]", "{", '{"geometry": null, "properties": {}}', '{"geometry": "00"}'])
def test_a_line_that_is_no_feature_is_told_by_number(models, tmp_path, entry):
    path = write(tmp_path / "a.tif", patches())
    made = job(
        models["classification"], path, zones=zones(tmp_path / "z", zone(INSIDE, 1), entry), features=tmp_path / "f"
    )
    with pytest.raises(InputError, match="line 2: not a feature"):
        run_job(made, Events())
    assert not (tmp_path / "f").exists()
