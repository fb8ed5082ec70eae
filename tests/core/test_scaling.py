# SPDX-License-Identifier: GPL-3.0-or-later
"""Raw values to the model's range, and the log line that says how."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from rasterio.windows import Window

from lwganet_qgis.core.cards.card import ModelInput
from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.rasters.reading import open_raster
from lwganet_qgis.core.rasters.scaling import choose_scaling

from .rasters import patches, write

RGB = ModelInput(("red", "green", "blue"), (0.0, 255.0), (0, 0, 0), (1, 1, 1))


def scale(path, kind, wanted=RGB, part=()):
    with open_raster(RasterSource(path, part=part), wanted.bands) as raster:
        window = Window(0, 0, raster.grid.width, raster.grid.height)
        scaling = choose_scaling(kind, raster, window, wanted)
        return scaling(raster.read(window)[0]), scaling.text


def test_8_bit_imagery_is_fed_as_it_is(tmp_path):
    values, text = scale(write(tmp_path / "a.tif", patches()), "auto")
    np.testing.assert_array_equal(values, patches())
    assert "as they are" in text


def test_the_models_raw_range_stands_for_its_values(tmp_path):
    raw = np.linspace(0, 5000, 3 * 70 * 90).reshape(3, 70, 90).astype(np.uint16)
    wanted = dataclasses.replace(RGB, raw_range=(0.0, 2750.0))
    values, text = scale(write(tmp_path / "a.tif", raw), "auto", wanted)
    np.testing.assert_allclose(values, np.clip(raw / 2750 * 255, 0, 255), rtol=1e-5)
    assert "0 to 2750" in text


@pytest.mark.parametrize(("kind", "ends"), [("auto", (2, 98)), ("percentile", (2, 98)), ("minmax", (0, 100))])
def test_ends_of_each_band(tmp_path, kind, ends):
    raw = np.random.default_rng(1).normal(1000, 200, (3, 70, 90)).astype(np.float32)
    raw[1] *= 7
    values, _ = scale(write(tmp_path / "a.tif", raw), kind)
    for band, scaled in zip(raw, values):
        low, high = np.percentile(band, ends)
        np.testing.assert_allclose(scaled, np.clip((band - low) / (high - low) * 255, 0, 255), atol=0.05)


def test_nodata_does_not_count_and_constant_bands_do_not_divide_by_zero(tmp_path):
    raw = np.full((3, 70, 90), 500, np.int16)
    raw[:, :30] = -9999
    values, _ = scale(write(tmp_path / "a.tif", raw, nodata=-9999), "minmax")
    assert np.isfinite(values).all()
    assert (values[:, 30:] == 0).all()


def test_of_a_raster_that_is_there_in_part_that_part_decides_and_is_named(tmp_path):
    raw = np.zeros((3, 70, 90), np.uint16)
    raw[:, 20:40, 30:80] = np.arange(1000, 2000, dtype=np.uint16).reshape(20, 50)
    values, text = scale(write(tmp_path / "a.tif", raw), "minmax_raster", part=(30, 20, 50, 20))
    assert "in what was copied of the raster (1000 to 1999" in text
    assert values[:, 20, 30].max() == 0 and values[:, 39, 79].min() == 255
    assert "in the whole raster (0 to 1999" in scale(write(tmp_path / "b.tif", raw), "minmax_raster")[1]


def test_none_is_none(tmp_path):
    raw = np.full((3, 70, 90), 500, np.int16)
    np.testing.assert_array_equal(scale(write(tmp_path / "a.tif", raw), "none")[0], raw)


def test_nothing_to_scale_by(tmp_path):
    with pytest.raises(InputError, match="no data"):
        scale(write(tmp_path / "a.tif", np.zeros((3, 9, 9), np.int16), nodata=0), "percentile")
