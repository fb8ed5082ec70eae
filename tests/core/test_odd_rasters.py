# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters as they come: other people's test files, and what breaks tools in the field."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint

from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.rasters.grid import PIXEL_GRID
from lwganet_qgis.core.run import run_job

from .rasters import Events, features, job, patches, read, write

FILES = Path(__file__).parents[1] / "data" / "robustness"
IMAGE = patches()
BRIGHTEST = IMAGE.argmax(0)
USABLE = {
    "2d_test.tif": 100,
    "RGBA.uint16.tif": 127_316,
    "clip_bbox__out_of_bounds.tif": 100,
    "float_nan.tif": 5,
    "float_raster_with_nodata.tif": 98,
    "rotated.tif": 150,
}
REFUSED = {
    "all-nodata.tif": "holds no data",
    "cint16.tif": "complex",
    "white-gemini-iv.vrt": "cannot be read at columns 0 to",
}


def bands_of(path: Path) -> tuple[int, ...]:
    with rasterio.open(path) as file:
        return () if file.count >= 3 else (1, 1, 1)


@pytest.mark.parametrize("name", USABLE)
def test_others_files_give_a_map_on_their_grid(models, tmp_path, name):
    path = FILES / name
    made = job(models["segmentation"], str(path), bands=bands_of(path), output=tmp_path / "o.tif")
    result = run_job(made, Events())
    assert result.found.pixels == USABLE[name]
    with rasterio.open(path) as source, rasterio.open(tmp_path / "o.tif") as target:
        assert (source.crs, source.transform, source.shape) == (target.crs, target.transform, target.shape)
        np.testing.assert_array_equal(source.read(1, masked=True).mask & True, target.read(1) == 255)
    cells = run_job(job(models["classification"], str(path), bands=bands_of(path), features=tmp_path / "f"), Events())
    assert cells.found.features and cells.found.pixels == USABLE[name]


@pytest.mark.parametrize("name", REFUSED)
def test_unusable_files_are_refused_and_nothing_is_left(models, tmp_path, name):
    path = tmp_path / name  # alone: what a VRT refers to is not there
    path.write_bytes((FILES / name).read_bytes())
    with pytest.raises(InputError, match=REFUSED[name]):
        run_job(job(models["segmentation"], str(path), bands=bands_of(path), output=tmp_path / "o.tif"), Events())
    assert list(tmp_path.iterdir()) == [path]


def test_a_local_crs_counts_in_pixels(models, tmp_path):
    path = write(tmp_path / "a.tif", IMAGE, crs='LOCAL_CS["site",UNIT["metre",1]]')
    report = Events()
    result = run_job(job(models["segmentation"], path, output=tmp_path / "o.tif"), report)
    assert result.found.totals[0].area_m2 is None
    assert "not tied to the Earth" in report.texts


def test_beside_a_satellites_disk_there_is_no_area(models, tmp_path):
    disk = "+proj=geos +h=35785831 +lon_0=-75 +sweep=x"
    transform = Affine(120_000, 0, -5_434_000, 0, -155_000, 5_434_000)
    path = write(tmp_path / "a.tif", IMAGE, crs=disk, transform=transform)
    result = run_job(job(models["segmentation"], path, output=tmp_path / "o.tif"), Events())
    assert result.found.pixels == IMAGE[0].size
    assert 1e14 < sum(t.area_m2 for t in result.found.totals) < 2.2e14  # a third of the Earth is seen from there


def test_one_band_without_data_decides_where_no_colour_is_that_value(models, tmp_path):
    hole = np.zeros(BRIGHTEST.shape, bool)
    hole[10:30, 20:50] = True
    for name, nodata, lost in (("sure", -9999, hole), ("colour", 0, np.zeros_like(hole))):
        values = IMAGE.astype(np.float32)
        values[1, hole] = nodata
        path = write(tmp_path / f"{name}.tif", values, nodata=nodata)
        run_job(job(models["segmentation"], path, output=tmp_path / "o.tif", scaling="none"), Events())
        np.testing.assert_array_equal(read(tmp_path / "o.tif") == 255, lost)


@pytest.mark.parametrize("scaling", ["auto", "minmax"])
def test_a_band_of_one_value_gives_finite_scores(models, tmp_path, scaling):
    values = IMAGE.astype(np.uint16)
    values[1] = 7
    path = write(tmp_path / "a.tif", values)
    made = job(models["segmentation"], path, output=tmp_path / "o.tif", confidence=tmp_path / "c.tif", scaling=scaling)
    run_job(made, Events())
    assert np.isfinite(read(tmp_path / "c.tif")).all()
    assert not (read(tmp_path / "o.tif") == 1).any()


def test_extent_of_a_raster_without_georeference_keeps_its_place(models, tmp_path):
    path = write(tmp_path / "a.tif", IMAGE, crs=None, transform=None)
    made = job(models["segmentation"], path, output=tmp_path / "o.tif", extent=(20.0, -60.0, 80.0, -10.0))
    run_job(made, Events())
    np.testing.assert_array_equal(read(tmp_path / "o.tif"), BRIGHTEST[10:60, 20:80])
    with rasterio.open(tmp_path / "o.tif") as file:
        assert file.transform == PIXEL_GRID * Affine.translation(20, 10)


def points(shift: int) -> dict:
    corners = [(row, column) for row in (0, 70) for column in (0, 90)]
    return {
        "transform": None,
        "gcps": [GroundControlPoint(r, c, 500_000 + 10 * (c + shift), 5_000_000 - 10 * r) for r, c in corners],
    }


@pytest.mark.parametrize("which", ["before", "after"])
def test_dates_located_by_ground_control_points_meet(models, tmp_path, which):
    plain = write(tmp_path / "plain.tif", IMAGE[:, :, 5:])
    pinned = write(tmp_path / "gcp.tif", IMAGE, **points(-5))
    pair = (pinned, plain) if which == "before" else (plain, pinned)
    result = run_job(job(models["change"], *pair, confidence=tmp_path / "p.tif"), Events())
    assert result.found.pixels == IMAGE[0, :, 5:].size
    assert np.nanmax(read(tmp_path / "p.tif")) < 0.01


def test_holes_of_the_after_date_stay_holes(models, tmp_path):
    before = write(tmp_path / "b.tif", IMAGE)
    after = write(tmp_path / "a.tif", IMAGE, transform=Affine(10, 0, 500_200, 0, -10, 5_000_000))
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(after, "r+") as file:
        mask = np.full(BRIGHTEST.shape, 255, np.uint8)
        mask[20:40, 10:20] = 0
        file.write_mask(mask)
    run_job(job(models["change"], before, after, confidence=tmp_path / "p.tif"), Events())
    probability = read(tmp_path / "p.tif")
    assert probability.shape == (70, 70)
    assert np.isnan(probability[20:40, 10:20]).all() and np.isnan(probability).sum() == 200


def test_dates_without_crs_lie_by_their_coordinates(models, tmp_path):
    before = write(tmp_path / "b.tif", IMAGE, crs=None)
    after = write(tmp_path / "a.tif", IMAGE[:, 7:], crs=None, transform=Affine(10, 0, 500_000, 0, -10, 4_999_930))
    run_job(job(models["change"], before, after, confidence=tmp_path / "p.tif"), Events())
    assert read(tmp_path / "p.tif").shape == (63, 90) and np.nanmax(read(tmp_path / "p.tif")) < 0.01
    lost = write(tmp_path / "c.tif", IMAGE, crs=None, transform=None)
    with pytest.raises(InputError, match="one of the two dates has no georeference"):
        run_job(job(models["change"], before, lost, confidence=tmp_path / "p.tif"), Events())


def test_damage_in_the_middle_of_a_file_is_named(models, tmp_path):
    path = tmp_path / "a.tif"
    write(path, np.random.default_rng(0).integers(0, 255, (3, 200, 200), np.uint8), compress="deflate", tiled=True,
          blockxsize=64, blockysize=64)  # fmt: skip
    blob = bytearray(path.read_bytes())
    blob[len(blob) // 2 : len(blob) // 2 + 6000] = bytes(6000)
    path.write_bytes(blob)
    with pytest.raises(InputError, match="a.tif is damaged: it cannot be read at columns"):
        run_job(job(models["segmentation"], str(path), output=tmp_path / "o.tif"), Events())
    assert {p.name for p in tmp_path.iterdir()} == {"a.tif"}


def test_a_tile_much_larger_than_the_raster(models, tmp_path):
    path = write(tmp_path / "a.tif", IMAGE[:, :5, :3])
    run_job(
        job(models["segmentation"], path, output=tmp_path / "o.tif", features=tmp_path / "f", tile_size=64), Events()
    )
    np.testing.assert_array_equal(read(tmp_path / "o.tif"), BRIGHTEST[:5, :3])
    assert sum(g.area for g, _ in features(tmp_path / "f")) == 1500
