# SPDX-License-Identifier: GPL-3.0-or-later
"""Ground sizes against an independent geodesic computation."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from pyproj import Geod, Transformer
from rasterio.crs import CRS
from rasterio.windows import Window

from lwganet_qgis.core.rasters.ground import gsd, pixel_areas
from lwganet_qgis.core.rasters.reading import Grid

CASES = {
    "UTM": ("EPSG:32632", Affine(10, 0, 500_000, 0, -10, 6_650_000)),
    "web mercator at 60 N": ("EPSG:3857", Affine(10, 0, 1_000_000, 0, -10, 8_399_738)),
    "degrees at 60 N": ("EPSG:4326", Affine(1e-4, 0, 9, 0, -1e-4, 60)),
    "turned": ("EPSG:32633", Affine(3, 4, 500_000, 4, -3, 5_000_000)),
    "across the date line": ("EPSG:3832", Affine(50, 0, 3_338_000, 0, -50, 4_000_000)),
}


@pytest.mark.parametrize("name", CASES)
def test_pixels_have_their_geodesic_area(name):
    crs, transform = CASES[name]
    grid = Grid(400, 300, transform, CRS.from_string(crs))
    areas = pixel_areas(grid, Window(0, 0, 400, 300))
    to_degrees = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    for row, column in ((0, 0), (150, 211), (299, 399)):
        corners = [transform * (column + dx, row + dy) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))]
        longitude, latitude = to_degrees.transform(*zip(*corners))
        expected = abs(Geod(ellps="WGS84").polygon_area_perimeter(longitude, latitude)[0])
        assert areas[row, column] == pytest.approx(expected, rel=1e-3)


def test_gsd_is_ground_metres():
    window = Window(0, 0, 400, 300)
    sizes = {
        name: gsd(Grid(400, 300, transform, CRS.from_string(crs)), window) for name, (crs, transform) in CASES.items()
    }
    assert sizes["UTM"] == pytest.approx(10, rel=1e-3)
    assert sizes["web mercator at 60 N"] == pytest.approx(5, rel=1e-2)
    assert sizes["degrees at 60 N"] == pytest.approx((11.14 + 5.58) / 2, rel=1e-2)
    assert sizes["turned"] == pytest.approx(5, rel=1e-3)


def test_without_crs_pixels_count_as_one():
    grid = Grid(4, 3, Affine(2, 0, 0, 0, -2, 0), None)
    assert gsd(grid, Window(0, 0, 4, 3)) is None
    np.testing.assert_array_equal(pixel_areas(grid, Window(1, 1, 3, 2)), np.ones((2, 3)))


@pytest.mark.parametrize("shape", [(1, 1), (1, 30), (30, 1), (200, 3)])
def test_any_window(shape):
    crs, transform = CASES["degrees at 60 N"]
    areas = pixel_areas(Grid(400, 300, transform, CRS.from_string(crs)), Window(7, 9, shape[1], shape[0]))
    assert areas.shape == shape
    assert np.ptp(areas) < 0.01 * areas.mean()
