# SPDX-License-Identifier: GPL-3.0-or-later
"""STAC items of models: ours come back whole, others are read as descriptions; Esri's definitions likewise."""

from __future__ import annotations

import json
import re
import zipfile

import pytest

from lwganet_qgis.core.catalogue.catalogue import read_catalogue
from lwganet_qgis.core.catalogue.entry import License, Trained
from lwganet_qgis.core.catalogue.esri import read_esri
from lwganet_qgis.core.catalogue.stac_writing import item
from lwganet_qgis.core.errors import ModelError

from .catalogues import entry

WHEN = "2026-12-01T00:00:00Z"
PLACE = "https://example.org/models/item.json"
TASKS = ("classification", "segmentation", "change", "detection")
MLM_TASKS = {
    "regression", "classification", "scene-classification", "detection", "object-detection", "segmentation",
    "semantic-segmentation", "instance-segmentation", "panoptic-segmentation", "similarity-search", "generative",
    "image-captioning", "super-resolution", "downscaling",
}  # fmt: skip


def read(data, place=PLACE, others=None):
    pages = {place: data, **(others or {})}
    return read_catalogue(place, lambda at: json.dumps(pages[at]).encode())


def made(models, task, **others):
    given = {
        "license": License("MIT", "https://example.org/mit", "yes"),
        "trained": Trained((1.0, 2.0, 3.0, 4.0), "a place"),
    }
    return entry(models[task], **{**given, **others})


def check_mlm(data):
    """What the extension's schema asks of an item, in our words."""
    properties = data["properties"]
    assert data["type"] == "Feature" and data["stac_version"] == "1.1.0" and properties["datetime"]
    assert ("bbox" in data) == (data["geometry"] is not None)
    assert any("/mlm/v1.5" in name for name in data["stac_extensions"])
    assert re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_.\-\s]+[a-zA-Z0-9]", properties["mlm:name"])
    assert isinstance(properties["mlm:architecture"], str) and properties["mlm:framework"] in ("ONNX", "PyTorch")
    assert set(properties["mlm:tasks"]) <= MLM_TASKS
    assert not {"mlm:artifact_type", "mlm:compile_method", "mlm:entrypoint"} & properties.keys()
    for side, inner in (("mlm:input", "input"), ("mlm:output", "result")):
        for found in properties[side]:
            shape = found[inner]
            assert found["name"] and len(shape["shape"]) == len(shape["dim_order"]) == len(set(shape["dim_order"]))
            assert all(isinstance(length, int) and length >= -1 for length in shape["shape"])
            assert (
                all(re.fullmatch(r"[a-z-_]+", name) for name in shape["dim_order"]) and shape["data_type"] == "float32"
            )
            assert bool(found.get("bands")) == ("bands" in shape["dim_order"])
    assert {band["name"] for band in properties["bands"]} >= set(properties["mlm:input"][0]["bands"])
    assert set(properties["mlm:output"][0]["tasks"]) <= MLM_TASKS
    for known in properties["mlm:output"][0]["classification:classes"]:
        assert re.fullmatch(r"[0-9A-Za-z_-]+", known["name"]) and re.fullmatch(r"[0-9A-F]{6}", known["color_hint"])
    roles = [("mlm:model" in asset["roles"], "mlm:artifact_type" in asset) for asset in data["assets"].values()]
    assert (True, True) in roles and all(one == other for one, other in roles)
    for asset in data["assets"].values():
        assert re.fullmatch(r"1220[0-9a-f]{64}", asset["file:checksum"]) and asset["file:size"] > 0


@pytest.mark.parametrize("task", TASKS)
def test_an_item_is_a_valid_one_and_comes_back_whole(models, task):
    first = made(models, task)
    data = json.loads(json.dumps(item(first, WHEN)))
    check_mlm(data)
    (found,) = read(data).entries
    assert found.card == first.card and found.card_data == {**first.card_data, "format": 1}
    assert (found.trained, found.license.url, found.license.commercial_use) == (first.trained, first.license.url, "yes")
    assert found.can_be_had and found.files[0].urls == ("https://example.org/models/model.onnx",)
    assert [(f.name, f.size, f.sha256) for f in found.files] == [(f.name, f.size, f.sha256) for f in first.files]


def test_what_stac_says_counts(models):
    """Someone corrected the item by STAC's own fields."""
    data = item(made(models, "segmentation"), WHEN)
    data["properties"]["gsd"] = 2.5
    data["properties"]["mlm:output"][0]["classification:classes"][0]["title"] = "Meadow"
    (found,) = read(data).entries
    assert found.card.takes.gsd == 2.5 and found.classes[0].name == "Meadow"


@pytest.mark.parametrize(("raw", "values", "scaling"), [
    (None, [0, 255], None),
    ([0, 2750], [0, 255], [{"type": "scale", "value": 2750 / 255}]),
    ([100, 3000], [0, 1], [{"type": "min-max", "minimum": 100.0, "maximum": 3000.0}]),
    ([100, 3000], [0, 255], None),
])  # fmt: skip
def test_scaling_is_what_the_graph_is_fed(models, tmp_path, raw, values, scaling):
    folder = tmp_path / "m"
    folder.mkdir()
    data = json.loads((models["change"] / "model.json").read_text())
    data["input"].update(raw_range=raw, value_range=values)
    (folder / "model.json").write_text(json.dumps(data))
    (folder / "model.onnx").write_bytes((models["change"] / "model.onnx").read_bytes())
    written = item(entry(folder), WHEN)
    assert written["properties"]["mlm:input"][1]["value_scaling"] == scaling and written["geometry"] is None
    assert read(written).entries[0].card == entry(folder).card


def test_a_place_across_the_date_line(models):
    data = item(made(models, "change", trained=Trained((170.0, -20.0, -170.0, -10.0))), WHEN)
    assert data["geometry"]["type"] == "MultiPolygon" and read(data).entries[0].trained.bbox == (
        170.0,
        -20.0,
        -170.0,
        -10.0,
    )


FOREIGN = {
    "type": "Feature", "stac_version": "1.0.0", "id": "Field Boundaries/2", "bbox": [-8, 37, 28, 58],
    "stac_extensions": ["https://stac-extensions.github.io/mlm/v1.4.0/schema.json"],
    "properties": {
        "mlm:name": "fields", "mlm:tasks": ["semantic-segmentation"], "mlm:framework": "PyTorch",
        "license": "CC-BY-NC-4.0",
        "mlm:input": [{"name": "x", "bands": ["B4", {"name": "B3"}], "input": {}}],
        "mlm:output": [
            {"name": "y", "classification:classes": [{"value": 1, "name": "field"}, {"value": 0, "name": "no"}]},
        ],
    },
    "links": [{"rel": "license", "href": "https://example.org/l"}],
    "assets": {"m": {"href": "./weights.pth", "roles": ["mlm:model"], "mlm:artifact_type": "torch.save"}},
}  # fmt: skip


def test_an_item_of_another_tool_is_a_description():
    (found,) = read(FOREIGN).entries
    assert (found.id, found.title, found.task) == ("field-boundaries-2", "fields", "segmentation")
    assert found.bands == ("B4", "B3") and [known.name for known in found.classes] == ["no", "field"]
    assert found.license == License("CC-BY-NC-4.0", "https://example.org/l", "no") and found.trained.bbox == (
        -8,
        37,
        28,
        58,
    )
    assert not found.can_be_had and "https://example.org/models/weights.pth" in found.note and "PyTorch" in found.note


def test_a_collection_is_read_item_by_item(models):
    collection = {
        "type": "Collection", "id": "ours", "title": "Our models",
        "links": [{"rel": "self", "href": "x"}, {"rel": "item", "href": "./a.json"}, {"rel": "item", "href":
                  "sub/b.json"}, {"rel": "item", "href": "c.json"}],
    }  # fmt: skip
    others = {
        "https://example.org/models/a.json": item(made(models, "change"), WHEN),
        "https://example.org/models/sub/b.json": item(made(models, "detection"), WHEN),
        "https://example.org/models/c.json": {"type": "Feature", "properties": {}},
    }
    found = read(collection, "https://example.org/models/collection.json", others)
    assert found.title == "Our models" and [one.id for one in found.entries] == ["tiny-change", "tiny-objects"]
    assert found.entries[1].files[0].urls == ("https://example.org/models/sub/model.onnx",)
    assert len(found.problems) == 1 and "not of a model" in found.problems[0]


@pytest.mark.parametrize("spoil", [
    lambda d: d["assets"]["model"].update({"file:checksum": "1220zz"}),
    lambda d: d["assets"]["model"].update({"href": 3}),
    lambda d: d.update(assets=[]),
    lambda d: d["properties"].update(gsd=10**400),
    lambda d: d.update(properties=None),
    lambda d: d["properties"].update({"mlm:input": []}),
    lambda d: d["properties"].update({"mlm:output": [{"classification:classes": [3]}]}),
    lambda d: d["properties"]["lwganet:card"].update(input=None),
    lambda d: d["assets"].update({"../x": dict(d["assets"]["model"])}),
    lambda d: d.update(id="../x"),
])  # fmt: skip
def test_a_wrong_item_is_refused_in_words(models, spoil):
    data = json.loads(json.dumps(item(made(models, "change"), WHEN)))
    spoil(data)
    found = read(data)
    assert not found.entries and len(found.problems) == 1 and len(found.problems[0]) > 20


EMD = {
    "Framework": "arcgis.learn.models._inferencing", "ModelConfiguration": "_unet", "ModelFile": "cover.pth",
    "ModelType": "ImageClassification", "ModelName": "UnetClassifier", "ExtractBands": [0, 1, 2],
    "InferenceFunction": "boom.py", "MinCellSize": {"x": 0.3, "y": 0.3, "spatialReference": {"wkid": 3857}},
    "MaxCellSize": {"x": 1.2, "y": 1.2, "spatialReference": {"wkid": 3857}},
    "Classes": [
        {"Value": 1, "Name": "water", "Color": [0, 112, 255]}, {"Value": 2, "Name": "wood", "Color": [0, 100, 0]},
    ],
}  # fmt: skip


def package(path, **files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_DOT_", ".").replace("_IN_", "/"), content)
    return path


def test_a_definition_of_esri_is_a_description(tmp_path):
    (tmp_path / "Land Cover.emd").write_text(json.dumps(EMD), encoding="utf-8-sig")
    found = read_esri(tmp_path / "Land Cover.emd")
    assert (found.id, found.title, found.task, found.gsd_range) == (
        "land-cover",
        "Land Cover",
        "segmentation",
        (0.3, 1.2),
    )
    assert [(known.name, known.color) for known in found.classes] == [("water", "#0070ff"), ("wood", "#006400")]
    assert not found.can_be_had and "never run" in found.note and found.bands == ("0", "1", "2")


def test_code_in_a_package_is_never_run(tmp_path):
    flag = tmp_path / "ran"
    code = f"open({str(flag)!r}, 'w')"
    path = package(
        tmp_path / "a.dlpk", cover_DOT_emd=json.dumps(EMD), boom_DOT_py=code, cover_DOT_pth="cposix\nsystem\n"
    )
    assert read_esri(path).title == "a" and not flag.exists()


def test_sizes_in_degrees_are_not_taken_for_metres(tmp_path):
    sides = {"x": 3e-6, "y": 3e-6, "spatialReference": {"wkid": 4326}}
    (tmp_path / "a.emd").write_text(json.dumps({**EMD, "MinCellSize": sides, "MaxCellSize": sides}))
    found = read_esri(tmp_path / "a.emd")
    assert found.gsd is None and found.gsd_range is None


def test_a_size_without_bounds_is_left_out(tmp_path):
    (tmp_path / "a.emd").write_text(json.dumps({**EMD, "MinCellSize": {"x": 10**400}}))
    assert read_esri(tmp_path / "a.emd").gsd == 1.2


def test_an_onnx_file_in_a_definition_says_how_to_go_on(tmp_path):
    (tmp_path / "a.emd").write_text(json.dumps({**EMD, "ModelFile": "cover.onnx"}))
    assert "import cover.onnx as an ONNX file" in read_esri(tmp_path / "a.emd").note


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"Framework": 1, "Classes": 5}', "[" * 100_000])
def test_what_is_no_definition_is_refused(tmp_path, content):
    (tmp_path / "a.emd").write_text(content)
    with pytest.raises(ModelError, match="is no model definition of Esri"):
        read_esri(tmp_path / "a.emd")


def test_a_package_has_one_definition_and_no_way_out(tmp_path):
    with pytest.raises(ModelError, match="holds 0 .emd files"):
        read_esri(package(tmp_path / "a.dlpk", sub_IN_sub_IN_b_DOT_emd="{}", c_DOT_py=""))
    with pytest.raises(ModelError, match="leads out of its folder"):
        read_esri(package(tmp_path / "b.dlpk", cover_DOT_emd=json.dumps(EMD), **{"_DOT__DOT__IN_evil": "x"}))
