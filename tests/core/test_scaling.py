# SPDX-License-Identifier: GPL-3.0-or-later
"""Raw values to the model's range, and the log line that says how."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import rasterio
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


SENTINEL = dataclasses.replace(RGB, raw_range=(0.0, 2750.0))
DARK = np.array([60, 110, 90])[:, None, None]
"""Water of a corrected product, reflectance times 10,000."""


def reflectance() -> np.ndarray:
    """A scene with a little water, mostly land."""
    land = np.random.default_rng(4).uniform(300, 2600, (3, 80, 90))
    land[:, :8] = DARK + np.random.default_rng(5).uniform(0, 60, (3, 8, 90))
    return land.round()


def as_trained(values):
    return np.clip(values / 2750 * 255, 0, 255)


@pytest.mark.parametrize(
    ("stored", "profile", "said"),
    [
        (lambda r: r.astype(np.uint16), {}, "values 0 to 2750"),
        (lambda r: (r + 1000).astype(np.uint16), {}, "1000 added, as its darkest values say"),
        (lambda r: (r / 10_000).astype(np.float32), {}, "shares of one"),
    ],
    ids=["plain", "offset", "shares"],
)
def test_reflectance_is_recognised_by_its_values(tmp_path, stored, profile, said):
    values, text = scale(write(tmp_path / "a.tif", stored(reflectance()), **profile), "auto", SENTINEL)
    np.testing.assert_allclose(values, as_trained(reflectance()), atol=0.01)
    assert said in text


@pytest.mark.parametrize(("baseline", "offset"), [("05.09", 1000), ("03.01", 0), ("N0400", 1000)])
def test_metadata_go_before_values(tmp_path, baseline, offset):
    """Of a scene so bright that its values tell nothing."""
    bright = np.random.default_rng(4).uniform(1500, 2600, (3, 80, 90)).round()
    path = write(tmp_path / "a.tif", (bright + offset).astype(np.uint16))
    with rasterio.open(path, "r+") as file:
        file.update_tags(PROCESSING_BASELINE=baseline)
    values, text = scale(path, "auto", SENTINEL)
    np.testing.assert_allclose(values, as_trained(bright), atol=0.01)
    assert "processing baseline" in text


def test_the_rasters_own_scale_and_offset_are_taken(tmp_path):
    path = write(tmp_path / "a.tif", (reflectance() + 1000).astype(np.uint16))
    with rasterio.open(path, "r+") as file:
        file.scales, file.offsets = (1e-4,) * 3, (-0.1,) * 3
    values, text = scale(path, "auto", SENTINEL)
    np.testing.assert_allclose(values, as_trained(reflectance()), atol=0.01)
    assert "own scale and offset" in text


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        ("sentinel2", lambda r: r.astype(np.uint16)),
        ("sentinel2_offset", lambda r: (r + 1000).astype(np.uint16)),
        ("sentinel2_8bit", lambda r: np.round(r / 3558 * 255).astype(np.uint8)),
    ],
)
def test_what_is_stated_is_done(tmp_path, kind, stored):
    values, text = scale(write(tmp_path / "a.tif", stored(reflectance())), kind, SENTINEL)
    np.testing.assert_allclose(values, as_trained(reflectance()), atol=0.8)
    assert "as is said by SCALING" in text


def test_bright_ground_without_offset_stays_as_it_is(tmp_path):
    """Dry ground at the top of the atmosphere has no pixel below 1000 in red, and blue above it."""
    ground = np.random.default_rng(4).uniform(0, 900, (3, 80, 90)) + np.array([1000, 1200, 1450])[:, None, None]
    _, text = scale(write(tmp_path / "a.tif", ground.astype(np.uint16)), "auto", SENTINEL)
    assert "1000" not in text


def test_sentinel_scalings_are_for_its_models_alone(tmp_path):
    with pytest.raises(InputError, match="SCALING sentinel2_offset is for models of Sentinel-2"):
        scale(write(tmp_path / "a.tif", patches()), "sentinel2_offset")
