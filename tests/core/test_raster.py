# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows of rasters: which pixels an extent means, which bands are read, what lies beyond the edge."""

from __future__ import annotations

import math

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.rasters.grid import PIXEL_GRID, Grid, place, window_of
from lwganet_qgis.core.rasters.reading import open_raster

from .rasters import UTM, patches, write

RGB = ("red", "green", "blue")
NORTH_UP = UTM["transform"]
TRANSFORMS = {
    "north-up": NORTH_UP,
    "south-up": Affine(10, 0, 500_000, 0, 10, 5_000_000),
    "pixels": PIXEL_GRID,
    "degrees": Affine(1e-4, 0, 9, 0, -1e-4, 60),
}


def box(window: Window, transform: Affine) -> tuple[float, float, float, float]:
    left, top = window.col_off, window.row_off
    xs, ys = zip(*place(transform, ((left, top), (left + window.width, top + window.height))))
    return min(xs), min(ys), max(xs), max(ys)


@given(
    st.sampled_from(sorted(TRANSFORMS)), st.integers(0, 80), st.integers(0, 60), st.integers(1, 10), st.integers(1, 10)
)
def test_an_extent_on_pixel_edges_is_those_pixels(name, column, row, width, height):
    window = Window(column, row, width, height)
    assert window_of(box(window, TRANSFORMS[name]), Grid(90, 70, TRANSFORMS[name], None)) == window


@given(st.floats(-300, 900), st.floats(-300, 700), st.floats(1, 900), st.floats(1, 900))
def test_an_extent_is_the_pixels_that_it_touches(left, top, width, height):
    grid = Grid(90, 70, NORTH_UP, None)
    extent = (500_000 + left, 5_000_000 - top - height, 500_000 + left + width, 5_000_000 - top)
    first, last = max(math.floor(left / 10 + 2e-6), 0), min(math.ceil((left + width) / 10 - 2e-6), 90)
    above, below = max(math.floor(top / 10 + 2e-6), 0), min(math.ceil((top + height) / 10 - 2e-6), 70)
    if first >= last or above >= below:
        with pytest.raises(InputError, match="outside the raster"):
            window_of(extent, grid)
        return
    found = window_of(extent, grid)
    assert abs(found.col_off - first) + abs(found.row_off - above) <= 1  # an edge may be met within rounding
    assert 0 <= found.col_off < found.col_off + found.width <= 90
    assert 0 <= found.row_off < found.row_off + found.height <= 70
    x1, y1, x2, y2 = box(found, NORTH_UP)
    inside = (max(extent[0], 5e5), max(extent[1], 5e6 - 700), min(extent[2], 5e5 + 900), min(extent[3], 5e6))
    assert x1 <= inside[0] + 1e-4 and y1 <= inside[1] + 1e-4 and x2 >= inside[2] - 1e-4 and y2 >= inside[3] - 1e-4


def test_an_extent_on_a_turned_raster_is_the_pixels_around_it():
    transform = Affine(6, 8, 500_000, 8, -6, 5_000_000)
    ((x, y),) = place(transform, [(40.5, 30.5)])
    found = window_of((x - 10, y - 10, x + 10, y + 10), Grid(90, 70, transform, None))
    assert found == Window(39, 29, 3, 3)  # 20 m across, turned: 28 m of 10 m pixels, so half a pixel beyond three


@pytest.mark.parametrize("extent", [(5, 5, 5, 9), (9, 5, 5, 9), (math.nan, 1, 2, 3), (0, 0, math.inf, 1)])
def test_an_extent_without_size_is_empty(extent):
    with pytest.raises(InputError, match="extent is empty"):
        window_of(extent, Grid(90, 70, PIXEL_GRID, None))


def opened(path: str, wanted=RGB, bands=()):
    return open_raster(RasterSource(path, bands), wanted)


def test_bands_go_by_colour(tmp_path):
    path = write(tmp_path / "a.tif", patches(bands=4), photometric="MINISBLACK")
    with rasterio.open(path, "r+") as file:
        file.colorinterp = [ColorInterp.undefined, ColorInterp.blue, ColorInterp.green, ColorInterp.red]
    with opened(path) as raster:
        assert raster.bands == (4, 3, 2)
        assert "bands 4 (red), 3 (green), 2 (blue)" in raster.notes
        np.testing.assert_array_equal(raster.read(Window(0, 0, 90, 70))[0], patches(bands=4)[[3, 2, 1]])


def test_bands_go_by_description_where_colours_do_not_tell(tmp_path):
    path = write(tmp_path / "a.tif", patches(bands=4), photometric="MINISBLACK")
    with rasterio.open(path, "r+") as file:
        file.descriptions = ("Blue", "NIR reflectance", "band_red", "Green")
    with opened(path, ("red", "nir")) as raster:
        assert raster.bands == (3, 2)


def test_first_bands_where_nothing_tells_and_the_log_says_so(tmp_path):
    with opened(write(tmp_path / "a.tif", patches(bands=4), photometric="MINISBLACK")) as raster:
        assert raster.bands == (1, 2, 3)
        assert "does not say which is which" in raster.notes[-1]


def test_named_bands_win_and_may_repeat(tmp_path):
    image = patches(bands=4)
    with opened(write(tmp_path / "a.tif", image), bands=(2, 2, 1)) as raster:
        np.testing.assert_array_equal(raster.read(Window(3, 4, 20, 10))[0], image[[1, 1, 0], 4:14, 3:23])


@pytest.mark.parametrize("bands", [(0, 1, 2), (1, 2, 5), (-1, 1, 2)])
def test_bands_that_are_not_there(tmp_path, bands):
    with (
        pytest.raises(InputError, match="it has bands 1 to 4"),
        opened(write(tmp_path / "a.tif", patches(bands=4)), bands=bands),
    ):
        pass


def test_beyond_the_edge_lies_the_mirror_image(tmp_path):
    image = np.arange(3 * 8 * 9, dtype=np.float32).reshape(3, 8, 9)
    image[:, 2, 1] = -1
    with opened(write(tmp_path / "a.tif", image, nodata=-1)) as raster:
        values, valid = raster.read(Window(-4, -3, 16, 14))
    np.testing.assert_array_equal(values, np.pad(image, ((0, 0), (3, 3), (4, 3)), mode="reflect"))
    np.testing.assert_array_equal(valid, values[0] != -1)
    assert (~valid).sum() == 4  # the pixel and its images


def test_a_mask_band_and_infinite_values_hold_no_data(tmp_path):
    image = patches().astype(np.float32)
    image[2, 5, 5] = np.inf
    path = write(tmp_path / "a.tif", image)
    mask = np.full((70, 90), 255, np.uint8)
    mask[10:20, 30:50] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as file:
        file.write_mask(mask)
    with opened(path) as raster:
        _, valid = raster.read(Window(0, 0, 90, 70))
    mask[5, 5] = 0
    np.testing.assert_array_equal(valid, mask > 0)
