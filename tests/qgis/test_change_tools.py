# SPDX-License-Identifier: GPL-3.0-or-later
"""Check a pair, tune change polygons, compare many dates."""

import json

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")
X, Y = 500000.0, 5400000.0


def run(name, feedback=None, **parameters):
    import processing

    if name in ("detectchange", "changeseries"):
        parameters.setdefault("MODEL", "tiny-change")
    return processing.run(f"lwganet:{name}", parameters, feedback=feedback)


def polygon_layer(*boxes):
    """A memory layer of boxes (left, top, right, bottom) in pixels of the test rasters."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "polygons", "memory")
    for left, top, right, bottom in boxes:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"POLYGON(({X + left} {Y - top},{X + right} {Y - top},{X + right} {Y - bottom},{X + left} {Y - bottom},"
                f"{X + left} {Y - top}))"
            )
        )
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def textured(seed=0, size=160):
    draw = np.random.default_rng(seed)
    coarse = draw.integers(0, 200, (3, size // 4, size // 4))
    fine = coarse.repeat(4, 1).repeat(4, 2) + draw.integers(0, 40, (3, size, size))
    return fine.astype(np.uint8)


@pytest.fixture
def pair(tmp_path, image):
    """The left half turns dark in two blocks, a wide and a narrow one."""
    pixels = rasters.halves()
    pixels[0, 10:30, 10:30] = 0
    pixels[0, 40:60, 20:22] = 0
    return image, rasters.write(tmp_path / "after.tif", pixels)


def boxes(layer):
    found = []
    for feature in layer.getFeatures():
        box = feature.geometry().boundingBox()
        found.append((box.xMinimum() - X, Y - box.yMaximum(), box.xMaximum() - X, Y - box.yMinimum()))
    return sorted(tuple(round(v) for v in box) for box in found)


def test_polygons_of_a_probability_raster_are_those_of_the_run(pair, tmp_path):
    rules = {"THRESHOLD": 0.3, "CLOSING": 3, "OPENING": 2, "MIN_AREA": 5, "SIMPLIFY": 1.0}
    change = run(
        "detectchange", BEFORE=pair[0], AFTER=pair[1], OUTPUT=str(tmp_path / "c.tif"), POLYGONS="TEMPORARY_OUTPUT",
        PROBABILITY=str(tmp_path / "p.tif"), **rules,
    )  # fmt: skip
    again = run(
        "changepolygons", INPUT=str(tmp_path / "p.tif"), OUTPUT=str(tmp_path / "again.tif"),
        POLYGONS="TEMPORARY_OUTPUT", **rules,
    )  # fmt: skip
    np.testing.assert_array_equal(rasters.read(tmp_path / "c.tif"), rasters.read(tmp_path / "again.tif"))
    assert rasters.grid(tmp_path / "again.tif") == rasters.grid(pair[0])
    one, other = (
        sorted((f.geometry().asWkt(), f["area_m2"], f["probability"]) for f in r["POLYGONS"].getFeatures())
        for r in (change, again)
    )
    assert one == other and boxes(again["POLYGONS"]) == [(10, 10, 30, 30)]  # opening removes the narrow block
    assert again["COUNT"] == 1
    assert again["AREA"] == pytest.approx(sum(area for _, area, _ in other), rel=1e-4)  # of rounded ones
    counts = [int(count) for count in again["HISTOGRAM"].split(",")]
    assert len(counts) == 64 and sum(counts) == 96 * 64


def test_threshold_extent_and_mask_of_change_polygons(pair, tmp_path):
    run("detectchange", BEFORE=pair[0], AFTER=pair[1], OUTPUT="TEMPORARY_OUTPUT", PROBABILITY=str(tmp_path / "p.tif"))
    tune = {"INPUT": str(tmp_path / "p.tif"), "POLYGONS": "TEMPORARY_OUTPUT"}
    assert boxes(run("changepolygons", **tune)["POLYGONS"]) == [(10, 10, 30, 30), (20, 40, 22, 60)]
    assert run("changepolygons", **tune, THRESHOLD=0.9)["COUNT"] == 0
    part = f"{X},{X + 20},{Y - 50},{Y - 20} [EPSG:32632]"
    assert boxes(run("changepolygons", **tune, EXTENT=part)["POLYGONS"]) == [(10, 20, 20, 30)]
    masked = run("changepolygons", **tune, MASK=polygon_layer((0, 0, 15, 20), (0, 50, 96, 64)))
    assert boxes(masked["POLYGONS"]) == [(10, 10, 15, 20), (20, 50, 22, 60)]
    figures = run("changepolygons", INPUT=tune["INPUT"], OUTPUT_HTML=str(tmp_path / "s.html"))
    assert figures["COUNT"] == 2 and "POLYGONS" not in figures
    assert "Change" in (tmp_path / "s.html").read_text()


@pytest.mark.parametrize("name", ["detectchange", "segmentimage"])
def test_what_lies_outside_the_mask_is_nodata(name, pair, tmp_path):
    out = str(tmp_path / "o.tif")
    rasters_of = {"BEFORE": pair[0], "AFTER": pair[1]} if name == "detectchange" else {"INPUT": pair[0]}
    model = "tiny-change" if name == "detectchange" else "tiny-cover"
    mask = polygon_layer((5, 5, 20, 20))
    results = run(name, **rasters_of, MODEL=model, MASK=mask, OUTPUT=out, POLYGONS="TEMPORARY_OUTPUT")
    found = rasters.read(out)
    assert (found[5:20, 5:20] != 255).all() and (found != 255).sum() == 225
    assert boxes(results["POLYGONS"]) == [(10, 10, 20, 20) if name == "detectchange" else (5, 5, 20, 20)]


def test_an_empty_mask_is_refused(pair, tmp_path):
    with pytest.raises(QgsProcessingException, match="MASK has no polygons"):
        run("detectchange", BEFORE=pair[0], AFTER=pair[1], MASK=polygon_layer(), OUTPUT=str(tmp_path / "o.tif"))
    assert not (tmp_path / "o.tif").exists()


def test_the_shift_that_a_check_finds_is_what_detect_change_takes(tmp_path):
    pixels = textured()
    before = rasters.write(tmp_path / "b.tif", pixels)
    after = rasters.write(tmp_path / "a.tif", pixels, transform=(X + 3, 1.0, 0.0, Y + 2, 0.0, -1.0))
    page = tmp_path / "check.html"
    found = run("checkpair", BEFORE=before, AFTER=after, OUTPUT_HTML=str(page))
    assert found["SHIFT_X"] == pytest.approx(-3, abs=0.05) and found["SHIFT_Y"] == pytest.approx(-2, abs=0.05)
    assert found["SHIFT_METRES"] == pytest.approx(13**0.5, rel=0.02)
    assert found["OVERLAP"] == pytest.approx(157 * 158 / 160**2, abs=0.01)
    report = json.loads(found["REPORT"])
    assert report["shift"]["reliable"] and report["gsd"] == pytest.approx([1, 1], rel=0.01)
    assert "Enter -3" in page.read_text()
    out = str(tmp_path / "c.tif")
    changed = []
    for shift in ("", f"{found['SHIFT_X']:.0f},{found['SHIFT_Y']:.0f}"):
        run("detectchange", BEFORE=before, AFTER=after, SHIFT=shift, THRESHOLD=0.2, OUTPUT=out)
        changed.append(int((rasters.read(out) == 1).sum()))
    assert changed[0] > 3000 and changed[1] == 0


def test_matching_takes_a_brighter_day_away(tmp_path):
    pixels = textured()
    before = rasters.write(tmp_path / "b.tif", pixels)
    after = rasters.write(tmp_path / "a.tif", (pixels * 0.5 + 100).astype(np.uint8))
    found = run("checkpair", BEFORE=before, AFTER=after)
    report = json.loads(found["REPORT"])["radiometry"]
    assert found["DIFFERENCE"] > 0.2 > 0.02 > report["after_match"]
    assert report["gain"] == pytest.approx([2, 2, 2], rel=0.02)
    out = str(tmp_path / "c.tif")
    run("detectchange", BEFORE=before, AFTER=after, MATCH=True, THRESHOLD=0.05, OUTPUT=out)
    assert rasters.read(out).sum() == 0


def dates(tmp_path):
    found = []
    for name, blocks in (("2001", ()), ("2002", [(10, 20)]), ("2003", [(10, 20), (30, 45)])):
        pixels = rasters.halves()
        for start, stop in blocks:
            pixels[0, start:stop, 10:30] = 0
        found.append(rasters.write(tmp_path / f"{name}.tif", pixels))
    return found


def test_a_series_gives_pairs_and_first_change(tmp_path):
    folder, first = tmp_path / "made" / "series", tmp_path / "first.tif"
    results = run("changeseries", LAYERS=dates(tmp_path), FOLDER=str(folder), FIRST=str(first))
    expected = np.zeros((64, 96), np.uint8)
    expected[10:20, 10:30], expected[30:45, 10:30] = 1, 2
    np.testing.assert_array_equal(rasters.read(first), expected)
    assert results["FOLDER"] == str(folder) and results["FIRST"] == str(first)
    names = sorted(path.name for path in folder.iterdir())
    for stem in ("2001_2002", "2002_2003"):
        kinds = {f"change_{stem}.tif", f"change_{stem}.tif.aux.xml", f"probability_{stem}.tif", f"polygons_{stem}.gpkg"}
        kinds |= {f"change_{stem}.qml", f"probability_{stem}.qml"}
        assert kinds <= set(names)
    assert len(names) == 12
    layer = QgsVectorLayer(str(folder / "polygons_2002_2003.gpkg"), "x")
    assert boxes(layer) == [(10, 30, 30, 45)] and layer.crs().authid() == "EPSG:32632"
    assert "2002 – 2003" in (tmp_path / "first.tif.aux.xml").read_text(encoding="utf-8")


def test_a_cancelled_series_leaves_nothing(tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda done: feedback.cancel() if done > 20 else None)
    folder = tmp_path / "made" / "series"
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run("changeseries", feedback, LAYERS=dates(tmp_path), FOLDER=str(folder), FIRST=str(tmp_path / "first.tif"))
    assert not folder.parent.exists() and not (tmp_path / "first.tif").exists()


WRONG = {
    "shift": ("detectchange", {"SHIFT": "3"}, "SHIFT is '3'; write two numbers"),
    "shift of words": ("detectchange", {"SHIFT": "a,b"}, "SHIFT is 'a,b'"),
    "opening": ("detectchange", {"OPENING": 51}, "OPENING is 51; give a whole number from 0 to 50"),
    "closing": ("changepolygons", {"CLOSING": -1}, "CLOSING is -1"),
    "simplify": ("changepolygons", {"SIMPLIFY": -1.0}, "SIMPLIFY is -1"),
    "threshold": ("changepolygons", {"THRESHOLD": 1.5}, "THRESHOLD is 1.5"),
    "extent": ("changepolygons", {"EXTENT": "0,1,0,1 [EPSG:32632]"}, "EXTENT does not touch"),
    "bands": ("checkpair", {"BANDS": "1,7"}, "BANDS names band 7"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_parameters_are_named_before_any_work(name, pair):
    from qgis.core import QgsProcessingContext

    tool, wrong, message = WRONG[name]
    values = {"INPUT": pair[0]} if tool == "changepolygons" else {"BEFORE": pair[0], "AFTER": pair[1]}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"lwganet:{tool}")
    model = {"MODEL": "tiny-change"} if tool == "detectchange" else {}
    fine, text = algorithm.checkParameterValues(
        {**values, **model, "OUTPUT": "TEMPORARY_OUTPUT", **wrong}, QgsProcessingContext()
    )
    assert not fine and message in text


def test_wrong_series_are_refused(pair, tmp_path):
    first = str(tmp_path / "first.tif")
    for layers, extra, message in (
        ([pair[0]], {}, "give two or more"),
        ([pair[0], pair[1], pair[0]], {}, "twice"),
        (list(pair), {"NAMES": "one"}, "NAMES has 1 names for 2 layers"),
    ):
        with pytest.raises(QgsProcessingException, match=message):
            run("changeseries", LAYERS=layers, FIRST=first, **extra)


def test_no_probabilities_are_refused(image, tmp_path):
    with pytest.raises(QgsProcessingException, match="no raster of probabilities"):
        run("changepolygons", INPUT=image, POLYGONS=str(tmp_path / "p.gpkg"))
    assert not (tmp_path / "p.gpkg").exists()


def test_an_engine_that_is_kept_alive_is_used(pair, tmp_path):
    from qgis.core import QgsProcessingContext

    from lwganet_qgis.engine.client import run_job
    from lwganet_qgis.engine.environment import find_python
    from lwganet_qgis.settings import engine_folder, engine_python

    class Engine:
        jobs = []

        def run(self, job, feedback):
            self.jobs.append(job.TOOL)
            return run_job(job, find_python(engine_python(), engine_folder()), feedback)

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("lwganet:detectchange")
    algorithm.engine = Engine()
    made = algorithm.createInstance()
    assert made.engine is algorithm.engine
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    values = {"BEFORE": pair[0], "AFTER": pair[1], "MODEL": "tiny-change", "OUTPUT": str(tmp_path / "c.tif")}
    made.initAlgorithm({})
    results, fine = made.run(values, context, feedback)
    assert fine and Engine.jobs == ["change"] and rasters.read(results["OUTPUT"]).sum() == 440
