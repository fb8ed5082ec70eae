# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs from rasters to layers."""

from __future__ import annotations

import dataclasses
import json
import shutil

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.control import GroundControlPoint

from lwganet_qgis.core.errors import Cancelled, InputError, ModelError, OutputError
from lwganet_qgis.core.jobs.change import ChangeJob
from lwganet_qgis.core.jobs.parts.model import Model
from lwganet_qgis.core.run import run_job

from .rasters import Events, features, job, patches, read, write

IMAGE = patches()
BRIGHTEST = IMAGE.argmax(0)


@pytest.mark.parametrize(
    "settings", [{}, {"threads": 1}, {"threads": 2, "batch_size": 4}, {"tile_size": 16, "overlap": 3}]
)
def test_segmentation_is_the_brightest_band_on_the_same_grid(models, tmp_path, settings):
    path = write(tmp_path / "a.tif", IMAGE)
    out = {name: tmp_path / f"{name}.tif" for name in ("output", "confidence")}
    result = run_job(job(models["segmentation"], path, features=tmp_path / "p.jsonl", **out, **settings), Events())
    np.testing.assert_array_equal(read(out["output"]), BRIGHTEST)
    with rasterio.open(path) as source, rasterio.open(out["output"]) as target:
        assert (source.crs, source.transform, source.shape) == (target.crs, target.transform, target.shape)
        assert target.nodata == 255
        assert target.colormap(1)[0] == (0xD7, 0x19, 0x1C, 255)
        assert target.tags()["LWGANET_MODEL"] == "tiny-cover"
    assert "<Category>greenish</Category>" in (tmp_path / "output.tif.aux.xml").read_text()
    assert read(out["confidence"]).min() > 0.99
    assert [t.pixels for t in result.found.totals] == np.bincount(BRIGHTEST.ravel(), minlength=3).tolist()
    assert sum(t.area_m2 for t in result.found.totals) == pytest.approx(IMAGE[0].size * 100, rel=2e-3)
    polygons = features(tmp_path / "p.jsonl")
    assert result.found.features == len(polygons) > 3
    assert sum(g.area for g, _ in polygons) == IMAGE[0].size * 100
    assert sum(p["area_m2"] for _, p in polygons) == pytest.approx(sum(t.area_m2 for t in result.found.totals))
    for geometry, properties in polygons:
        x, y = (v[0] for v in geometry.representative_point().xy)
        assert properties["class_id"] == BRIGHTEST[int((5_000_000 - y) // 10), int((x - 500_000) // 10)]


def test_extent_gives_its_pixels_and_sees_beyond_it(models, tmp_path):
    path = write(tmp_path / "a.tif", IMAGE)
    extent = (500_104.0, 4_999_700.0, 500_500.0, 4_999_895.0)
    run_job(job(models["segmentation"], path, output=tmp_path / "o.tif", extent=extent), Events())
    np.testing.assert_array_equal(read(tmp_path / "o.tif"), BRIGHTEST[10:30, 10:50])
    with rasterio.open(tmp_path / "o.tif") as file:
        assert file.transform == Affine(10, 0, 500_100, 0, -10, 4_999_900)


@pytest.mark.parametrize("how", ["value", "alpha", "nan"])
def test_nodata_stays_nodata(models, tmp_path, how):
    hole = np.zeros(BRIGHTEST.shape, bool)
    hole[20:60, 30:70] = True
    values, profile = IMAGE.copy(), {}
    if how == "value":
        values[:, hole], profile = 0, {"nodata": 0}
    elif how == "alpha":
        values = np.concatenate([values, np.where(hole, 0, 255).astype(np.uint8)[None]])
        profile = {"photometric": "RGB", "alpha": "unassociated"}
    else:
        values = values.astype(np.float32)
        values[1, hole] = np.nan
    path = write(tmp_path / "a.tif", values, **profile)
    made = job(models["segmentation"], path, output=tmp_path / "o.tif", confidence=tmp_path / "c.tif", scaling="none")
    result = run_job(made, Events())
    np.testing.assert_array_equal(read(tmp_path / "o.tif"), np.where(hole, 255, BRIGHTEST))
    np.testing.assert_array_equal(np.isnan(read(tmp_path / "c.tif")), hole)
    assert result.found.pixels == (~hole).sum()


GRIDS = {
    "rotated": {"transform": Affine(6, 8, 500_000, 8, -6, 5_000_000)},
    "south-up": {"transform": Affine(10, 0, 500_000, 0, 10, 5_000_000)},
    "not square": {"transform": Affine(10, 0, 500_000, 0, -5, 5_000_000)},
    "no crs": {"crs": None},
    "nothing": {"crs": None, "transform": None},
}


@pytest.mark.parametrize("name", GRIDS)
def test_any_grid(models, tmp_path, name):
    path = write(tmp_path / "a.tif", IMAGE, **GRIDS[name])
    report = Events()
    made = job(models["segmentation"], path, output=tmp_path / "o.tif", features=tmp_path / "p.jsonl")
    result = run_job(made, report)
    np.testing.assert_array_equal(read(tmp_path / "o.tif"), BRIGHTEST)
    with rasterio.open(path) as source, rasterio.open(tmp_path / "o.tif") as target:
        assert (source.crs, source.transform) == (target.crs, target.transform)
    whole = shapely.union_all([g for g, _ in features(tmp_path / "p.jsonl")])
    transform = {"nothing": Affine(1, 0, 0, 0, -1, 0)}.get(name, source.transform)
    corners = [transform * c for c in ((0, 0), (90, 0), (90, 70), (0, 70))]
    assert whole.symmetric_difference(shapely.Polygon(corners)).area < 1e-6 * whole.area
    located = name not in ("no crs", "nothing")
    assert (result.found.totals[0].area_m2 is not None) == located
    assert located or "pixels" in report.texts


def test_ground_control_points_are_carried_over(models, tmp_path):
    gcps = [GroundControlPoint(r, c, 500_000 + 10 * c, 5_000_000 - 10 * r) for r in (0, 70) for c in (0, 90)]
    path = write(tmp_path / "a.tif", IMAGE, transform=None, gcps=gcps)
    made = job(models["segmentation"], path, output=tmp_path / "o.tif", features=tmp_path / "p.jsonl")
    result = run_job(made, Events())
    with rasterio.open(tmp_path / "o.tif") as file:
        assert sorted((g.row, g.col, g.x, g.y) for g in file.gcps[0]) == sorted((g.row, g.col, g.x, g.y) for g in gcps)
    assert result.found.totals[0].area_m2 / result.found.totals[0].pixels == pytest.approx(100, rel=2e-3)


def test_change_is_strictly_above_the_threshold(models, tmp_path):
    before = np.full((3, 40, 50), 10, np.uint8)
    after = before.copy()
    after[0, 5:15, 5:25] = 10 + 51  # probability 0.2
    after[0, 20:30, 5:25] = 10 + 102  # 0.4
    paths = [write(tmp_path / "b.tif", before), write(tmp_path / "a.tif", after)]
    out = {"output": tmp_path / "o.tif", "confidence": tmp_path / "p.tif", "features": tmp_path / "f.jsonl"}
    run_job(job(models["change"], *paths, **out, threshold=0.3), Events())
    np.testing.assert_array_equal(read(tmp_path / "o.tif"), after[0] == 112)
    np.testing.assert_allclose(read(tmp_path / "p.tif"), (after[0] - before[0]) / 255, atol=1e-6)
    ((polygon, properties),) = features(tmp_path / "f.jsonl")
    assert polygon.area == 20_000
    assert properties["probability"] == pytest.approx(0.4) and properties["area_m2"] == pytest.approx(20_000, rel=2e-3)
    run_job(job(models["change"], *paths, **out, threshold=0.1, min_area=20_500), Events())
    assert features(tmp_path / "f.jsonl") == []
    assert read(tmp_path / "o.tif").sum() == 400


def test_the_after_date_is_brought_onto_the_before_grid(models, tmp_path):
    """Another CRS, resolution, extent and offset: where nothing changed, nothing is found."""
    y, x = np.mgrid[0:120, 0:140]
    fine = np.stack([128 + 60 * np.sin(x / 20), 128 + 60 * np.cos(y / 15), 128 + 0 * x]).astype(np.uint8)
    before = write(tmp_path / "b.tif", fine)
    other = tmp_path / "a.tif"
    with rasterio.open(before) as source:
        transform, width, height = rasterio.warp.calculate_default_transform(
            source.crs, "EPSG:3857", source.width, source.height, *source.bounds, resolution=12.3
        )
        values = np.zeros((3, height, width), np.uint8)
        rasterio.warp.reproject(
            rasterio.band(source, (1, 2, 3)), values, dst_transform=transform, dst_crs="EPSG:3857", resampling=1
        )
    write(other, values[:, :, : width // 2], crs="EPSG:3857", transform=transform, nodata=0)
    report = Events()
    result = run_job(job(models["change"], before, str(other), confidence=tmp_path / "p.tif"), report)
    assert "warped onto the before date's grid (different CRS" in report.texts
    with rasterio.open(tmp_path / "p.tif") as file:
        probability, transform = file.read(1), file.transform
    assert 60 <= probability.shape[1] <= 90  # the common half
    assert (transform.c - 500_000) % 10 == 0 and (transform.f - 5_000_000) % 10 == 0
    known = np.isfinite(probability)
    assert 0.8 < known.mean() <= 1 and result.found.pixels == known.sum()
    assert np.quantile(probability[known], 0.95) < 0.03


def test_cells_are_cut_at_the_edge_and_named(models, tmp_path):
    path = write(tmp_path / "a.tif", IMAGE)
    result = run_job(job(models["classification"], path, features=tmp_path / "f.jsonl", tile_size=32), Events())
    found = features(tmp_path / "f.jsonl")
    assert result.found.features == len(found) == 9
    assert sum(g.area for g, _ in found) == IMAGE[0].size * 100
    for geometry, properties in found:
        left, bottom, right, top = geometry.bounds
        part = IMAGE[
            :, int((5e6 - top) / 10) : int((5e6 - bottom) / 10), int((left - 5e5) / 10) : int((right - 5e5) / 10)
        ]
        if part.shape[1:] == (32, 32):
            order = part.mean((1, 2)).argsort()
            assert (properties["class_id"], properties["second_class"]) == (
                order[-1], ["reddish", "greenish", "bluish"][order[-2]],
            )  # fmt: skip
        assert properties["score"] >= properties["second_score"] >= 0


def test_overlapping_cells_are_one_stride_wide_and_thresholded(models, tmp_path):
    path = write(tmp_path / "a.tif", IMAGE)
    made = {"features": tmp_path / "f.jsonl", "tile_size": 32, "overlap": 16}
    run_job(job(models["classification"], path, **made), Events())
    found = features(tmp_path / "f.jsonl")
    assert len(found) == 5 * 6
    assert {g.bounds[2] - g.bounds[0] for g, _ in found} == {160, 100}
    middle = sorted(p["score"] for _, p in found)[15]
    run_job(job(models["classification"], path, **made, threshold=middle), Events())
    assert len(features(tmp_path / "f.jsonl")) == sum(p["score"] >= middle for _, p in found)


def test_zones_get_the_class_of_what_they_show(models, tmp_path):
    image = np.full((3, 70, 90), 20, np.uint8)
    image[0, :, :45], image[2, :, 45:] = 200, 200
    path = write(tmp_path / "a.tif", image)
    zones = {
        7: shapely.box(500_020, 4_999_600, 500_100, 4_999_700),
        8: shapely.box(500_500, 4_999_350, 500_890, 4_999_990),
        9: shapely.box(0, 0, 10, 10),
    }
    lines = [
        json.dumps({"geometry": shapely.to_wkb(g, hex=True), "properties": {"source_id": i}}) for i, g in zones.items()
    ]
    (tmp_path / "z.jsonl").write_text("\n".join(lines))
    report = Events()
    made = job(models["classification"], path, zones=tmp_path / "z.jsonl", features=tmp_path / "f.jsonl")
    run_job(made, report)
    found = {p["source_id"]: (g, p) for g, p in features(tmp_path / "f.jsonl")}
    assert {i: p["class"] for i, (_, p) in found.items()} == {7: "reddish", 8: "bluish"}
    assert found[8][0].equals_exact(zones[8], 1e-6) or found[8][0].equals(zones[8])
    assert "polygons that lie outside the raster, left out: 1" in report.texts


def all_nodata(tmp_path):
    return write(tmp_path / "n.tif", np.zeros((3, 40, 40), np.uint8), nodata=0)


BAD = {
    "all nodata": (lambda t: {"path": all_nodata(t)}, InputError, "holds no data"),
    "too few bands": (lambda t: {"path": write(t / "g.tif", IMAGE[:1])}, InputError, "has 1 band; the model needs 3"),
    "no such band": (lambda t: {"bands": (1, 2, 9)}, InputError, "no band 9"),
    "wrong number of bands": (lambda t: {"bands": (1, 2)}, InputError, "2 bands were given"),
    "empty extent": (lambda t: {"extent": (5.0, 5.0, 5.0, 9.0)}, InputError, "extent is empty"),
    "extent elsewhere": (lambda t: {"extent": (0.0, 0.0, 9.0, 9.0)}, InputError, "outside the raster"),
    "missing raster": (lambda t: {"path": str(t / "none.tif")}, InputError, "cannot be opened"),
    "complex": (lambda t: {"path": write(t / "z.tif", IMAGE.astype(np.complex64))}, InputError, "complex"),
    "tile size": (lambda t: {"tile_size": 30}, InputError, "24 or 32"),
    "overlap": (lambda t: {"overlap": 17}, InputError, "at most half of the tile, 16"),
    "folder is a file": (lambda t: {"output": t / "a.tif" / "o.tif"}, OutputError, "cannot be written"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_error_and_leaves_nothing(models, tmp_path, name):
    path = write(tmp_path / "a.tif", IMAGE)
    change, error, text = BAD[name]
    fields = {"path": path, "output": tmp_path / "o.tif", "confidence": tmp_path / "c.tif", **change(tmp_path)}
    before = set(tmp_path.iterdir())
    with pytest.raises(error, match=text):
        run_job(job(models["segmentation"], fields.pop("path"), **fields), Events())
    assert set(tmp_path.iterdir()) == before


def test_pairs_that_do_not_fit(models, tmp_path):
    here = write(tmp_path / "a.tif", IMAGE)
    far = write(tmp_path / "b.tif", IMAGE, transform=Affine(10, 0, 700_000, 0, -10, 5_000_000))
    lost = write(tmp_path / "c.tif", IMAGE, crs=None)
    unlike = [write(tmp_path / f"{i}.tif", IMAGE[:, : 40 + i], crs=None, transform=None) for i in range(2)]
    for pair, text in (
        ((here, far), "do not overlap"),
        ((here, lost), "no coordinate reference"),
        (unlike, "different sizes"),
    ):
        with pytest.raises(InputError, match=text):
            run_job(job(models["change"], *pair, output=tmp_path / "o.tif"), Events())


def test_model_of_another_task_and_a_damaged_one(models, tmp_path):
    made = job(models["segmentation"], write(tmp_path / "a.tif", IMAGE), output=tmp_path / "o.tif")
    with pytest.raises(ModelError, match="tiny-cover is made for segmentation; this needs one for change"):
        run_job(ChangeJob(made.model, made.image, made.image, change=str(tmp_path / "o.tif")), Events())
    broken = shutil.copytree(models["segmentation"], tmp_path / "broken")
    (broken / "model.onnx").write_bytes(b"no graph")
    with pytest.raises(ModelError, match="damaged"):
        run_job(dataclasses.replace(made, model=Model(str(broken))), Events())


def test_cancelled_run_keeps_the_older_result(models, tmp_path):
    path, target = write(tmp_path / "a.tif", IMAGE), tmp_path / "o.tif"
    target.write_text("older")
    report = Events()
    report.progress = lambda *_: report.cancelled.set()
    with pytest.raises(Cancelled):
        run_job(job(models["segmentation"], path, output=target), report)
    assert target.read_text() == "older"
    assert {p.name for p in tmp_path.iterdir()} == {"a.tif", "o.tif"}


def test_raster_far_from_the_models_resolution_is_warned_of(models, tmp_path):
    path = write(tmp_path / "a.tif", IMAGE, transform=Affine(50, 0, 500_000, 0, -50, 5_000_000))
    result = run_job(job(models["segmentation"], path, output=tmp_path / "o.tif"), Events())
    assert "50 m on the ground" in result.ran.warnings[0]
