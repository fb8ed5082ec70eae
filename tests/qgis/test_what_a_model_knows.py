# SPDX-License-Identifier: GPL-3.0-or-later
"""Views, their spread, and what is unfamiliar to a model, through the tools, and how they look in a project."""

import hashlib
import json
import shutil

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")
LENGTH = 10
"""Of the statistics of three bands."""


def run(name, **parameters):
    import processing

    return processing.run(f"lwganet:{name}", parameters)


@pytest.fixture
def knowing(tiny_models, tmp_path):
    """The tiny land-cover model, and how much of anything it knows: nothing, or all."""
    made = []

    def make(limit):
        name = f"knowing-{len(made)}"
        folder = tiny_models / name
        made.append(folder)
        shutil.copytree(tiny_models / "tiny-cover", folder)
        arrays = {}
        for part, length in (("statistics", LENGTH), ("features", 4)):
            arrays |= {
                part: np.zeros((1, length)), f"{part}_centre": np.zeros(length), f"{part}_axes": np.eye(length),
                f"{part}_limit": np.array(limit),
            }  # fmt: skip
        np.savez(folder / "familiar.npz", **arrays)
        card = json.loads((folder / "model.json").read_text())
        files = {**card["files"], "familiar.npz": hashlib.sha256((folder / "familiar.npz").read_bytes()).hexdigest()}
        (folder / "model.json").write_text(json.dumps({**card, "id": name, "files": files}))
        return name

    yield make
    for folder in made:
        shutil.rmtree(folder)


def test_what_is_unfamiliar_is_warned_of_shown_and_in_the_summary(knowing, image, tmp_path):
    paths = {name: str(tmp_path / f"{name}.tif") for name in ("OUTPUT", "UNFAMILIAR")}
    page = tmp_path / "summary.html"
    results = run("segmentimage", INPUT=image, MODEL=knowing(1e-3), OUTPUT_HTML=str(page), **paths)
    text = page.read_text()
    assert "Unfamiliar to the model" in text and "100 %" in text
    assert "100% of what is seen here is unlike what model" in text
    layer = QgsRasterLayer(results["UNFAMILIAR"])
    whole = QgsRasterLayer(image)
    assert layer.crs() == whole.crs() and layer.extent().contains(whole.extent())
    assert layer.rasterUnitsPerPixelX() == pytest.approx(24 * whole.rasterUnitsPerPixelX())  # tiles of 32 share 8
    values = rasters.read(results["UNFAMILIAR"])
    assert (values[np.isfinite(values)] > 100).all() and np.isfinite(values).any()


def test_what_is_familiar_is_quiet(knowing, image, tmp_path):
    page = tmp_path / "summary.html"
    run("segmentimage", INPUT=image, MODEL=knowing(1e6), OUTPUT=str(tmp_path / "a.tif"), OUTPUT_HTML=str(page))
    assert "unlike what model" not in page.read_text() and "0 %" in page.read_text()


@pytest.mark.parametrize("name", ["classifyscenes", "detectobjects", "detectchange"])
def test_a_model_that_does_not_tell_says_so(name, image, swapped, tmp_path):
    models = {"classifyscenes": "tiny-scenes", "detectobjects": "tiny-objects", "detectchange": "tiny-change"}
    given = {"BEFORE": image, "AFTER": swapped} if name == "detectchange" else {"INPUT": image}
    kind = "tif" if name == "detectchange" else "gpkg"
    with pytest.raises(QgsProcessingException, match="does not say what it was trained on"):
        run(name, MODEL=models[name], OUTPUT=str(tmp_path / f"o.{kind}"), UNFAMILIAR=str(tmp_path / "u.tif"), **given)
    assert not list(tmp_path.glob("[ou].*"))


@pytest.mark.parametrize("views", ["2", "8"])
def test_views_of_a_network_that_knows_no_direction_change_nothing(image, tmp_path, views):
    found = []
    for count in ("1", views):
        out = str(tmp_path / f"v{count}.tif")
        more = {"SPREAD": str(tmp_path / "spread.tif")} if count != "1" else {}
        run("segmentimage", INPUT=image, MODEL="tiny-cover", OUTPUT=out, VIEWS=count, **more)
        found.append(rasters.read(out))
    np.testing.assert_array_equal(*found)
    spread = rasters.read(str(tmp_path / "spread.tif"))
    assert rasters.grid(str(tmp_path / "spread.tif")) == rasters.grid(image)
    assert np.nanmax(np.abs(spread)) < 1e-5


@pytest.mark.parametrize(
    ("given", "said"),
    [({"VIEWS": "3"}, "VIEWS"), ({"VIEWS": "1", "SPREAD": "s.tif"}, "SPREAD needs more than one view")],
)
def test_views_that_make_no_sense_are_refused(image, tmp_path, given, said):
    given = {**given, **({"SPREAD": str(tmp_path / "s.tif")} if "SPREAD" in given else {})}
    with pytest.raises(QgsProcessingException, match=said):
        run("segmentimage", INPUT=image, MODEL="tiny-cover", OUTPUT=str(tmp_path / "o.tif"), **given)
    assert not (tmp_path / "o.tif").exists()


@pytest.mark.parametrize(
    ("style", "highest"),
    [("probability_raster", 1.0), ("confidence_raster", 1.0), ("spread_raster", 0.5), ("unfamiliar_raster", 200.0)],
)
def test_ramps_keep_their_range_in_a_saved_project(style, highest, image, tmp_path):
    """Range and source ramp are what QGIS's dialog and project files go by."""
    from lwganet_qgis import styling

    score = str(tmp_path / "score.tif")
    run("segmentimage", INPUT=image, MODEL="tiny-cover", OUTPUT=str(tmp_path / "o.tif"), CONFIDENCE=score)
    layer = QgsRasterLayer(score, "score")
    getattr(styling, style)()(layer)
    project = QgsProject()
    project.addMapLayer(layer)
    project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    (opened,) = again.mapLayers().values()
    renderer = opened.renderer()
    shader = renderer.shader().rasterShaderFunction()
    assert (renderer.classificationMin(), renderer.classificationMax()) == (0.0, highest)
    assert (shader.minimumValue(), shader.maximumValue()) == (0.0, highest)
    assert shader.sourceColorRamp() is not None
    before = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    after = shader.colorRampItemList()
    assert [(i.value, i.color.name(i.color.NameFormat.HexArgb)) for i in after] == [
        (i.value, i.color.name(i.color.NameFormat.HexArgb)) for i in before
    ]
