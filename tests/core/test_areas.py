# SPDX-License-Identifier: GPL-3.0-or-later
"""Areas of whole rasters and of single pixels against geodesics, for the grids of many odd rasters."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from pyproj import CRS, Geod, Transformer
from rasterio.crs import CRS as RasterCRS
from rasterio.windows import Window

from lwganet_qgis.core.rasters import ground
from lwganet_qgis.core.rasters.grid import Grid
from lwganet_qgis.core.rasters.ground import PixelAreas, pixel_areas

WITHIN = 5e-4
ROUNDING = 1e-5
"""Square metres that the geodesic area of a small polygon may be off."""
GEOD = Geod(ellps="WGS84")
EARTH = 510_065_621_724_088.4


def _read() -> dict[str, Grid]:
    path = Path(__file__).parents[1] / "data" / "robustness" / "grids.csv"
    with path.open(newline="") as stream:
        return {
            row["file"]: Grid(
                int(row["width"]), int(row["height"]), Affine(*map(float, row["transform"].split())),
                RasterCRS.from_wkt(row["wkt"]) if row["wkt"] else None,
            )
            for row in csv.DictReader(stream)
        }  # fmt: skip


GRIDS = _read()
DISC = "rasterio/goes.tif"
WORLD = "rasterio/world.rgb.tif"
NOWHERE = "rasterio/compdcs.vrt"
"""Its control points say degrees in the hundred thousands."""
ON_EARTH = [name for name, grid in GRIDS.items() if grid.crs and name not in (DISC, NOWHERE)]


def degrees(grid: Grid, x, y):
    """Longitudes and latitudes of positions in pixels; infinite off the Earth."""
    to_degrees = Transformer.from_crs(CRS.from_wkt(grid.crs.to_wkt()), "EPSG:4326", always_xy=True)
    return to_degrees.transform(*(grid.transform @ (np.asarray(x, float), np.asarray(y, float))))


def measured(grid: Grid, left, top, width, height, pieces) -> float:
    """Square metres inside the outline of a window, each pixel's side cut in pieces."""
    across, down = np.arange(width * pieces) / pieces, np.arange(height * pieces) / pieces
    x = np.r_[left + across, np.full(len(down), left + width), left + width - across, np.full(len(down), left)]
    y = np.r_[np.full(len(across), top), top + down, np.full(len(across), top + height), top + height - down]
    return abs(GEOD.polygon_area_perimeter(*degrees(grid, x, y))[0])


@pytest.mark.parametrize("name", ON_EARTH)
def test_the_area_of_a_raster_and_of_its_pixels(name):
    """The outlines of pixels add up to those of columns: what two share cancels out."""
    grid = GRIDS[name]
    areas = pixel_areas(grid, Window(0, 0, grid.width, grid.height))
    step = max(grid.width // 8, 1)
    columns = [(left, min(step, grid.width - left)) for left in range(0, grid.width, step)]
    expected = sum(measured(grid, left, 0, width, grid.height, 2) for left, width in columns)
    assert areas.sum() == pytest.approx(expected, rel=WITHIN)
    draw = np.random.default_rng(0)
    for row, column in zip(draw.integers(0, grid.height, 12), draw.integers(0, grid.width, 12)):
        assert areas[row, column] == pytest.approx(measured(grid, column, row, 1, 1, 16), rel=WITHIN, abs=ROUNDING)


def test_all_of_the_earth():
    grid = GRIDS[WORLD]
    assert pixel_areas(grid, Window(0, 0, 512, 256)).sum() == pytest.approx(EARTH, rel=1e-12)
    shifted = Grid(512, 257, grid.transform @ Affine.translation(0, -0.5), grid.crs)  # rows reach beyond the poles
    assert pixel_areas(shifted, Window(0, 0, 512, 257)).sum() == pytest.approx(EARTH, rel=1e-12)


@pytest.mark.parametrize("thinned", [8, 4])
def test_a_full_disc_ends_where_the_earth_does(thinned):
    """Pixels count with the part of them that shows the Earth, up to the horizon."""
    fine = GRIDS[DISC]
    side = -(-fine.width // thinned)
    grid = Grid(side, side, fine.transform @ Affine.scale(thinned), fine.crs)
    turn = np.linspace(0, 2 * np.pi, 20_000, endpoint=False)
    middle = fine.width / 2 / thinned
    on, off = np.zeros(len(turn)), np.full(len(turn), 0.7 * side)
    for _ in range(48):
        reach = (on + off) / 2
        there = np.isfinite(degrees(grid, middle + reach * np.cos(turn), middle + reach * np.sin(turn))[0])
        on, off = np.where(there, reach, on), np.where(there, off, reach)
    horizon = degrees(grid, middle + on * np.cos(turn), middle + on * np.sin(turn))
    areas = pixel_areas(grid, Window(0, 0, side, side))
    assert areas.sum() == pytest.approx(abs(GEOD.polygon_area_perimeter(*horizon)[0]), rel=WITHIN)
    assert areas[0, 0] == 0 and (areas >= 0).all()


def test_nothing_where_the_raster_is_nowhere():
    assert not pixel_areas(GRIDS[NOWHERE], Window(0, 0, 30, 20)).any()


@pytest.mark.parametrize("name", ["rasterio/RGB.byte.tif", WORLD, "geotiff-test-data/vestfold.tif"])
def test_a_pixels_area_does_not_depend_on_the_window(name, monkeypatch):
    monkeypatch.setattr(ground, "BLOCK", 64)
    grid = GRIDS[name]
    areas = PixelAreas(grid)
    whole = areas.of(Window(0, 0, 256, 200))
    draw = np.random.default_rng(1)
    for _ in range(20):
        left, top = (int(v) for v in draw.integers(0, 190, 2))
        width, height = int(draw.integers(1, 256 - left)), int(draw.integers(1, 200 - top))
        part = areas.of(Window(left, top, width, height))
        np.testing.assert_array_equal(part, whole[top : top + height, left : left + width])
