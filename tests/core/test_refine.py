# SPDX-License-Identifier: GPL-3.0-or-later
"""Tuning a kept probability raster gives exactly what the run with those rules gives."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from lwganet_qgis.core.errors import Cancelled, InputError
from lwganet_qgis.core.polygons.morphology import tidy
from lwganet_qgis.core.polygons.outlines import Simplifier
from lwganet_qgis.core.polygons.vectorise import Strip, vectorise
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.tasks.parts import refine

from .jobs import polygons_job
from .rasters import UTM, Events, features, job, read, write


def by_place(found):
    return sorted(found, key=lambda feature: (*feature[0].bounds, feature[1]["area_m2"]))


RULES = {
    "threshold": {"threshold": 0.3},
    "low": {"threshold": 0.02},
    "closing": {"closing": 3},
    "opening": {"opening": 2, "threshold": 0.2},
    "both": {"closing": 2, "opening": 1, "threshold": 0.25, "min_area": 900.0},
    "simplified": {"closing": 1, "simplify": 15.0, "threshold": 0.2},
}


def blobs(height=150, width=130, seed=0):
    """Probabilities as smooth as a network's, with all of 0 to 1."""
    draw = np.random.default_rng(seed)
    coarse = draw.random((height // 10 + 2, width // 10 + 2))
    rows, columns = np.arange(height) / 10, np.arange(width) / 10
    r, c = rows.astype(int)[:, None], columns.astype(int)
    y, x = (rows % 1)[:, None], columns % 1
    upper, lower = (coarse[r + i, c] * (1 - x) + coarse[r + i, c + 1] * x for i in (0, 1))
    return (upper * (1 - y) + lower * y) ** 2


def polygons(source, **fields):
    return run_job(polygons_job(source, **fields), Events())


@pytest.fixture(scope="module")
def dates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dates")
    before = np.zeros((3, 150, 130), np.uint8)
    after = np.broadcast_to((blobs() * 255).astype(np.uint8) // 1, before.shape).copy()
    after[:, 60:90, 40:60] = 255
    before[:, 60:90, 40:60] = 255
    after[:, 100:, 90:], before[:, :20, :30] = 7, 7
    return [write(folder / f"{name}.tif", v, nodata=7) for name, v in (("b", before), ("a", after))]


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("part", [None, (500_105.0, 4_998_700.0, 501_100.0, 4_999_800.0)], ids=["whole", "part"])
def test_the_run_and_a_later_look_give_the_same(name, part, models, dates, tmp_path, monkeypatch):
    rules = RULES[name]
    one, other = ({"output": tmp_path / f"{n}.tif", "features": tmp_path / f"{n}.jsonl"} for n in ("run", "look"))
    run_job(job(models["change"], *dates, confidence=tmp_path / "p.tif"), Events())
    ran = run_job(job(models["change"], *dates, **one, extent=part, **rules), Events())
    if "simplify" not in rules:  # which corners stay may depend on where a ring touches itself in a seam
        monkeypatch.setattr(refine, "strip_height", lambda width: 23)
    looked = polygons(tmp_path / "p.tif", **other, model=str(models["change"]), extent=part, **rules)
    np.testing.assert_array_equal(read(one["output"]), read(other["output"]))
    with rasterio.open(one["output"]) as first, rasterio.open(other["output"]) as second:
        assert (first.transform, first.crs, first.colormap(1)) == (second.transform, second.crs, second.colormap(1))
        assert second.tags()["LWGANET_MODEL"] == "tiny-change"
    ours, theirs = (by_place(features(found["features"])) for found in (one, other))
    assert len(ours) == len(theirs) == ran.found.features == looked.found.features > 0
    for (ring, ran_as), (again, looked_as) in zip(ours, theirs):
        assert ring.equals(again) and len(ring.exterior.coords) == len(again.exterior.coords)
        assert ran_as == pytest.approx(looked_as)
    assert [t.pixels for t in ran.found.totals] == [t.pixels for t in looked.found.totals]
    assert ran.changed.histogram == looked.changed.histogram
    assert sum(looked.changed.histogram) == looked.found.pixels == ran.found.pixels


def test_the_same_bytes_where_strips_are_the_same(models, dates, tmp_path):
    out = {"features": tmp_path / "run.jsonl", "confidence": tmp_path / "p.tif"}
    rules = {"threshold": 0.3, "closing": 2, "simplify": 12.0}
    run_job(job(models["change"], *dates, **out, **rules), Events())
    polygons(tmp_path / "p.tif", features=tmp_path / "look.jsonl", **rules)
    assert (tmp_path / "run.jsonl").read_text() == (tmp_path / "look.jsonl").read_text()


def test_a_part_sees_beyond_its_edge(tmp_path):
    """What an extent shows does not depend on the extent."""
    source = write(tmp_path / "p.tif", blobs()[None].astype(np.float32), nodata=float("nan"))
    rules = {"threshold": 0.4, "closing": 4, "opening": 3}
    polygons(source, output=tmp_path / "whole.tif", **rules)
    polygons(source, output=tmp_path / "part.tif", extent=(500_200.0, 4_999_000.0, 500_900.0, 4_999_700.0), **rules)
    np.testing.assert_array_equal(read(tmp_path / "part.tif"), read(tmp_path / "whole.tif")[30:100, 20:90])


@given(
    hnp.arrays(
        np.float32, st.tuples(st.integers(1, 40), st.integers(1, 12)), elements=st.sampled_from([0, 0.6, np.nan])
    ),
    st.integers(0, 3), st.integers(0, 3), st.integers(1, 9),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_strips_never_show(probability, closing, opening, height):
    from rasterio.windows import Window

    from lwganet_qgis.core.jobs.parts.rules import Rules
    from lwganet_qgis.core.rasters.grid import Grid

    rows, columns = probability.shape
    whole = Window(0, 0, columns, rows)

    def look(window):
        part = probability[int(window.row_off) :, int(window.col_off) :][: int(window.height), : int(window.width)]
        return part, ~np.isnan(part)

    grid = Grid(columns, rows, UTM["transform"], None)
    source = refine.Probability(grid, whole, whole, look)
    made = refine.Refinement(source, Rules(None, closing, opening), 0.5, (), Events())
    original, refine.strip_height = refine.strip_height, lambda width: height
    try:
        made.totals.add = lambda *_: None
        found = np.concatenate([strip.wanted for strip in made._strips(None, True)])
    finally:
        refine.strip_height = original
    valid = ~np.isnan(probability)
    np.testing.assert_array_equal(found, tidy(np.nan_to_num(probability) > 0.5, valid, closing, opening))


def test_nothing_needs_to_be_written(tmp_path):
    values = np.array([[0, 0.49, 0.51, 1.0, np.nan]], np.float32)[None]
    source = write(tmp_path / "p.tif", values, nodata=float("nan"))
    result = polygons(source)
    assert result.found.features == 0 and [t.pixels for t in result.found.totals] == [2, 2]
    histogram = result.changed.histogram
    assert len(histogram) == 64 and sum(histogram) == 4
    assert [histogram[i] for i in (0, 31, 32, 63)] == [1, 1, 1, 1]
    assert list(tmp_path.iterdir()) == [tmp_path / "p.tif"]


WRONG = {
    "closing": ({"closing": 51}, "'rules.closing' is wrong: expected a whole number from 0 to 50, found 51"),
    "opening": ({"opening": -1}, "'rules.opening' is wrong.* found -1"),
    "simplify": ({"simplify": -2.0}, "'rules.simplify' is wrong: expected a number from 0"),
    "threshold": ({"threshold": 1.2}, "'rules.threshold' is wrong: expected a number from 0 to 1, found 1.2"),
    "extent": ({"extent": (0.0, 0.0, 1.0, 1.0)}, "outside the raster"),
    "values": ({}, "holds values from 0 to 200: it is no raster of probabilities"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_requests_are_refused(name, tmp_path):
    fields, message = WRONG[name]
    values = np.zeros((1, 30, 30), np.float32)
    values[0, 3, 4] = 200 if name == "values" else 1
    source = write(tmp_path / "p.tif", values)
    with pytest.raises(InputError, match=message):
        polygons(source, output=tmp_path / "o.tif", **fields)
    assert list(tmp_path.iterdir()) == [tmp_path / "p.tif"]


def test_a_cancelled_look_leaves_nothing(tmp_path):
    source = write(tmp_path / "p.tif", blobs()[None].astype(np.float32))
    report = Events()
    report.cancelled.set()
    with pytest.raises(Cancelled):
        run_job(polygons_job(source, output=tmp_path / "o.tif"), report)
    assert list(tmp_path.iterdir()) == [tmp_path / "p.tif"]


@given(hnp.arrays(np.uint8, st.tuples(st.integers(2, 16), st.integers(2, 16)), elements=st.integers(0, 1)),
       st.floats(0.1, 60))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_simplified_polygons_stay_polygons(classes, tolerance):
    from rasterio.windows import Window

    from lwganet_qgis.core.rasters.grid import Grid

    ones = np.ones(classes.shape)
    strip = Strip(0, classes, classes == 1, ones.astype(np.float32), ones)
    shapes = [region.geometry for region in vectorise([strip])]
    grid = Grid(classes.shape[1], classes.shape[0], UTM["transform"], rasterio.crs.CRS.from_epsg(32632))
    simplify = Simplifier(tolerance, grid, Window(0, 0, *classes.shape[::-1]))
    for shape, simple in zip(shapes, simplify(shapes)):
        assert simple.is_valid and simple.area > 0 and len(simple.interiors) == len(shape.interiors)
        assert set(simple.exterior.coords) <= set(shape.exterior.coords)
        assert shape.exterior.hausdorff_distance(simple.exterior) <= tolerance / 10 * 1.001 + 1e-9


def masked(path, *shapes):
    lines = [json.dumps({"geometry": shapely.to_wkb(shape, hex=True), "properties": {}}) for shape in shapes]
    path.write_text("\n".join(lines))
    return str(path)


def box(left, top, right, bottom):
    """In pixels of the test rasters."""
    return shapely.box(500_000 + 10 * left, 5_000_000 - 10 * bottom, 500_000 + 10 * right, 5_000_000 - 10 * top)


@pytest.mark.parametrize("task", ["change", "segmentation"])
def test_what_lies_outside_the_mask_is_nodata_and_hardly_costs(task, models, dates, tmp_path):
    paths = dates if task == "change" else dates[1:]
    out = {"output": tmp_path / "o.tif", "confidence": tmp_path / "c.tif", "features": tmp_path / "f.jsonl"}
    whole = run_job(job(models[task], *paths, output=tmp_path / "whole.tif"), Events())
    shapes = (box(70, 30, 90, 52), shapely.Polygon([(500_000, 5e6), (500_300, 5e6), (500_000, 4_999_700)]))
    mask = masked(tmp_path / "m.jsonl", *shapes)
    result = run_job(job(models[task], *paths, **out, mask=mask), Events())
    rows, columns = np.indices((150, 130))
    centres = 500_005 + 10 * columns, 4_999_995 - 10 * rows
    inside = np.logical_or.reduce([shapely.intersects_xy(shape, *centres) for shape in shapes])
    on_edge = shapely.intersects_xy(shapes[1].exterior, *centres)
    found, all_of_it = read(out["output"]), read(tmp_path / "whole.tif")
    expected = np.where(inside, all_of_it, 255)
    np.testing.assert_array_equal(found[~on_edge], expected[~on_edge])
    np.testing.assert_array_equal(np.isnan(read(out["confidence"])), found == 255)
    assert result.found.pixels == (found != 255).sum() < whole.found.pixels
    assert all(any(g.intersects(shape) for shape in shapes) for g, _ in features(out["features"]))
    if task == "change":
        polygons(tmp_path / "c.tif", output=tmp_path / "again.tif", threshold=0.5)
        np.testing.assert_array_equal(read(tmp_path / "again.tif"), found)


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        ((), "mask holds no polygons"),
        ((shapely.Point(500_100, 4_999_900),), "mask holds no polygons"),
        ((box(900, 900, 950, 950),), "mask lie outside"),
        ((box(10.1, 10.1, 10.4, 10.4),), "no data where the polygons lie"),
    ],
)
def test_masks_that_leave_nothing_are_refused(shapes, message, models, dates, tmp_path):
    mask = masked(tmp_path / "m.jsonl", *shapes)
    with pytest.raises(InputError, match=message):
        run_job(job(models["change"], *dates, output=tmp_path / "o.tif", mask=mask), Events())
    assert not (tmp_path / "o.tif").exists()


def test_a_shifted_date_is_moved_east_and_north(models, tmp_path):
    draw = np.random.default_rng(0)
    scene = draw.integers(0, 255, (3, 80, 90)).astype(np.uint8)
    for name, profile in (("map", {}), ("pixels", {"crs": None, "transform": None})):
        before = write(tmp_path / f"b{name}.tif", scene[:, 10:70, 10:80], **profile)
        after = write(tmp_path / f"a{name}.tif", scene[:, 7:67, 12:82], **profile)  # shows what lies 2 right, 3 up
        unit = 1 if profile else 10
        shift = (2.0 * unit, 3.0 * unit)
        run_job(job(models["change"], before, after, confidence=tmp_path / "c.tif", shift=shift), Events())
        found = read(tmp_path / "c.tif")
        assert np.nanmax(found) < 0.01 and np.isfinite(found).mean() > 0.9
        run_job(job(models["change"], before, after, confidence=tmp_path / "c.tif"), Events())
        assert np.nanmean(read(tmp_path / "c.tif")) > 0.2


def test_results_may_lie_on_another_grid(models, dates, tmp_path):
    lines = {"transform": Affine(20, 0, 500_100, 0, -20, 4_999_900)}
    grid = write(tmp_path / "g.tif", np.zeros((1, 40, 30), np.uint8), **lines)
    run_job(job(models["change"], *dates, output=tmp_path / "o.tif", grid=grid), Events())
    with rasterio.open(tmp_path / "o.tif") as file:
        assert file.transform == lines["transform"] and file.shape == (40, 30)
