# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user declared nodata is nodata; what the user says is data is data."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.rasters.hidden import intervals
from lwganet_qgis.core.rasters.reading import open_raster
from lwganet_qgis.core.records.record import to_json
from lwganet_qgis.core.run import read_job, run_job

from .rasters import Events, job, patches, read, write

IMAGE = patches()
RGB = ("red", "green", "blue")
BIG = 1e300


def valid_of(source: RasterSource) -> np.ndarray:
    with open_raster(source, RGB) as raster:
        return raster.read(Window(0, 0, 90, 70))[1]


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "float32", "float64"])
def test_a_pixel_is_hidden_where_one_band_that_is_read_is(tmp_path, dtype):
    values = np.concatenate((IMAGE, IMAGE[:1])).astype(dtype)
    path = write(tmp_path / "a.tif", values)
    ranges = ((1, 40.0, 40.0), (2, 89.5, 140.0), (2, 130.0, 200.0), (3, 240.0, BIG), (3, -BIG, 39.0))
    expected = (IMAGE[0] != 40) & ~((IMAGE[1] >= 90) & (IMAGE[1] <= 200)) & (IMAGE[2] < 240) & (IMAGE[2] > 39)
    assert 0 < expected.sum() < expected.size
    np.testing.assert_array_equal(valid_of(RasterSource(path, (1, 2, 3), ranges)), expected)
    np.testing.assert_array_equal(valid_of(RasterSource(path, (1, 1, 1), ranges)), IMAGE[0] != 40)
    assert valid_of(RasterSource(path, (1, 2, 3), ((4, 0.0, 255.0),))).all()


@pytest.mark.parametrize("nodata", [0, -9999])
def test_own_nodata_counts_besides_or_not_at_all(tmp_path, nodata):
    values = IMAGE.astype(np.int16)
    values[:, 10:20, 10:20] = nodata
    values[1, 30:40, 30:40] = nodata
    path = write(tmp_path / "a.tif", values, nodata=nodata)
    own = valid_of(RasterSource(path))
    assert not own[10:20, 10:20].any() and own[30:40, 30:40].all() == (nodata == 0)
    np.testing.assert_array_equal(valid_of(RasterSource(path, (), ((1, 40, 40),))), own & (values[0] != 40))
    assert valid_of(RasterSource(path, own_nodata=False)).all()
    hidden = valid_of(RasterSource(path, (), ((1, 40, 40),), False))
    np.testing.assert_array_equal(hidden, values[0] != 40)


def test_a_mask_and_an_alpha_band_still_count(tmp_path):
    hole = np.zeros(IMAGE.shape[1:], bool)
    hole[20:40, 10:20] = True
    alpha = write(
        tmp_path / "alpha.tif", np.concatenate((IMAGE, np.where(hole, 0, 255).astype(np.uint8)[None])), alpha=True
    )
    masked = write(tmp_path / "mask.tif", IMAGE)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(masked, "r+") as file:
        file.write_mask(np.where(hole, 0, 255).astype(np.uint8))
    for path in (alpha, masked):
        found = valid_of(RasterSource(path, (1, 2, 3), ((2, 40, 40),)))
        np.testing.assert_array_equal(found, ~hole & (IMAGE[1] != 40))


def test_hidden_pixels_are_nodata_in_results(models, tmp_path):
    path = write(tmp_path / "a.tif", IMAGE)
    made = job(models["segmentation"], path, output=tmp_path / "o.tif")
    made = dataclasses.replace(made, image=RasterSource(path, (), ((2, 90.0, 90.0),)))
    result = run_job(read_job(made.TOOL, to_json(made)), Events())
    np.testing.assert_array_equal(read(tmp_path / "o.tif") == 255, IMAGE[1] == 90)
    assert result.found.pixels == (IMAGE[1] != 90).sum()


@pytest.mark.parametrize("nodata", [None, 7])
def test_hidden_pixels_of_a_date_that_is_warped_are_nodata(models, tmp_path, nodata):
    before = write(tmp_path / "b.tif", IMAGE)
    values = IMAGE.copy()
    values[:, 20:40, 30:50] = 1
    after = write(tmp_path / "a.tif", values, transform=Affine(10, 0, 500_200, 0, -10, 5_000_000), nodata=nodata)
    made = job(models["change"], before, after, confidence=tmp_path / "p.tif")
    made = dataclasses.replace(made, after=RasterSource(after, (), ((1, 1.0, 1.0),)))
    run_job(made, Events())
    lost = np.isnan(read(tmp_path / "p.tif"))
    assert lost[20:40, 30:50].all() and lost.sum() == 400


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(-300, 300), st.floats(0, 50)), max_size=4),
    st.sampled_from(["uint8", "int16", "float32"]),
)
def test_intervals_hold_the_values_of_the_type_that_lie_in_a_range(ranges, dtype):
    found = intervals([(1, low, low + more) for low, more in ranges], 1, dtype)
    probe = np.arange(-300, 360).astype(dtype)
    wanted = np.zeros(probe.shape, bool)
    for low, more in ranges:
        wanted |= (probe.astype(float) >= low) & (probe.astype(float) <= low + more)
    held = np.zeros(probe.shape, bool)
    for low, high in found:
        held |= (probe >= low) & (probe <= high)
    np.testing.assert_array_equal(held, wanted)
    assert all(a[1] < b[0] for a, b in zip(found, found[1:]))
