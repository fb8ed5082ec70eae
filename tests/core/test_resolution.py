# SPDX-License-Identifier: GPL-3.0-or-later
"""A raster of other pixels than the model's: the model sees its own, results lie on the raster's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import Resampling
from rasterio.windows import Window

from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.rasters import ground
from lwganet_qgis.core.rasters.reading import grid_of
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.tiles.resampling import resized

from .rasters import Events, features, job, read, write

ROOT = Path(__file__).parents[2]
MODELS, SAMPLES = (ROOT / "lwganet_qgis" / "resources" / name for name in ("models", "samples"))
SIDE = 512


def finer(source, target, times, side=SIDE, how=Resampling.bilinear):
    """A corner of a sample with pixels so many times finer, by GDAL; where it has no place, at 0.6 m somewhere."""
    with rasterio.open(source) as file:
        window = Window(0, 0, side, side)
        shape = (file.count, round(side * times), round(side * times))
        pixels = file.read(window=window, out_shape=shape, resampling=how)
        crs, place = (file.crs, file.transform) if file.crs else ("EPSG:32640", Affine(0.6, 0, 3e5, 0, -0.6, 28e5))
        place = place @ Affine.scale(1 / times)
        profile = dict(driver="GTiff", width=shape[2], height=shape[1], count=shape[0], dtype=pixels.dtype)
        with rasterio.open(target, "w", crs=crs, transform=place, **profile) as out:
            out.write(pixels)
            out.colorinterp = file.colorinterp
    return str(target)


def classes_of(model, path, out, **more):
    events = Events()
    result = run_job(job(MODELS / model, path, output=out, **more), events)
    with rasterio.open(out) as file:
        return file.read(1), file.transform, result, events


@pytest.fixture(scope="module")
def land_cover(tmp_path_factory):
    """A corner of the sample as it is, and three times finer, with the class maps of both seen by the model alike."""
    folder = tmp_path_factory.mktemp("cover")
    plain = finer(SAMPLES / "dubai_tile8.tif", folder / "plain.tif", 1)
    fine = finer(SAMPLES / "dubai_tile8.tif", folder / "fine.tif", 3)
    return folder, plain, fine


def test_a_map_of_finer_pixels_is_that_of_the_models_own(land_cover):
    folder, plain, fine = land_cover
    gsd = gsd_of(plain)
    expected, *_ = classes_of("dubai_landcover_l0", plain, folder / "plain_map.tif")
    found, place, *_ = classes_of("dubai_landcover_l0", fine, folder / "fine_map.tif", resolution=gsd)
    as_is, *_ = classes_of("dubai_landcover_l0", fine, folder / "as_is.tif")
    assert place == rasterio.open(fine).transform and found.shape == (3 * SIDE, 3 * SIDE)
    agreement, without = ((fine_map[1::3, 1::3] == expected).mean() for fine_map in (found, as_is))
    print(f"agreement with the map of the model's own pixels: {agreement:.3f}, without RESOLUTION {without:.3f}")
    assert agreement > 0.95 and without < 0.6


def gsd_of(path):
    grid = grid_of(str(path))
    return f"{ground.gsd(grid, Window(0, 0, grid.width, grid.height)):.9f}"


@pytest.mark.parametrize("times", [0.5, 1.7])
def test_a_part_has_the_pixels_of_the_whole(land_cover, times):
    folder, plain, _ = land_cover
    path = finer(plain, folder / f"odd{times}.tif", times)
    wish = dict(resolution=gsd_of(plain), tile_size=256, overlap=64)
    whole, place, *_ = classes_of("dubai_landcover_l0", path, folder / "whole.tif", **wish)
    left, top, width, height = (round(v * times) for v in (130, 90, 211, 260))
    west, north = place @ (left, top)
    east, south = place @ (left + width, top + height)
    part, *_ = classes_of("dubai_landcover_l0", path, folder / "part.tif", extent=(west, south, east, north), **wish)
    np.testing.assert_array_equal(part, whole[top : top + height, left : left + width])


def test_boxes_of_finer_pixels_lie_where_those_of_the_models_own_do(tmp_path):
    plain = finer(SAMPLES / "banepa_rooftops.tif", tmp_path / "plain.tif", 1, 384)
    fine = finer(SAMPLES / "banepa_rooftops.tif", tmp_path / "fine.tif", 2, 384)
    found = {}
    for path, wish in ((plain, "image"), (fine, gsd_of(plain))):
        made = job(MODELS / "banepa_buildings_l0", path, features=tmp_path / "boxes", resolution=wish, threshold=0.5)
        run_job(made, Events())
        found[path] = [shape for shape, _ in features(tmp_path / "boxes")]
    assert len(found[plain]) >= 5
    best = [max(a.intersection(b).area / a.union(b).area for b in found[fine]) for a in found[plain]]
    print(f"{len(best)} boxes; overlap with the nearest of the finer raster: median {np.median(best):.3f}")
    assert np.median(best) > 0.85


def test_scenes_of_finer_pixels_are_those_of_the_models_own(tmp_path):
    plain = finer(SAMPLES / "sentinel2_scene.tif", tmp_path / "plain.tif", 1, 256)
    fine = finer(SAMPLES / "sentinel2_scene.tif", tmp_path / "fine.tif", 2, 256, Resampling.nearest)
    found = {}
    for path, wish in ((plain, "image"), (fine, gsd_of(plain))):
        run_job(job(MODELS / "eurosat_scenes_l0", path, features=tmp_path / "cells", resolution=wish), Events())
        found[path] = {
            tuple(np.round(shape.centroid.coords[0], 6)): properties["class_id"]
            for shape, properties in features(tmp_path / "cells")
        }
    assert len(found[plain]) == len(found[fine]) == 16
    assert found[fine] == found[plain]


def test_change_of_finer_pixels_is_that_of_the_models_own(tmp_path):
    masks = []
    for times, wish in ((1, "image"), (2, "5")):
        dates = [finer(SAMPLES / f"naip_{y}.tif", tmp_path / f"{y}.tif", times, 256) for y in (2009, 2014)]
        made = job(MODELS / "naip_water_change_l0", *dates, output=tmp_path / "o.tif", resolution=wish)
        run_job(made, Events())
        masks.append(read(tmp_path / "o.tif"))
    assert (masks[0] == 1).mean() > 0.01
    expected, found = masks[0].repeat(2, 0).repeat(2, 1) == 1, masks[1] == 1
    assert (expected & found).sum() / (expected | found).sum() > 0.85


def test_what_cannot_be_bridged_is_refused_and_says_from_where_to_where(land_cover, models, tmp_path):
    _, _, fine = land_cover
    with pytest.raises(InputError, match=r"from 0\.\d+ to \d"):
        classes_of("dubai_landcover_l0", fine, tmp_path / "o.tif", resolution="30")
    nowhere = write(tmp_path / "nowhere.tif", np.zeros((3, 64, 64), np.uint8), crs=None)
    with pytest.raises(InputError, match="how large its pixels are"):
        classes_of("dubai_landcover_l0", nowhere, tmp_path / "o.tif", resolution="model")


def test_the_warning_of_pixels_offers_it(tmp_path):
    plain = finer(SAMPLES / "sentinel2_scene.tif", tmp_path / "plain.tif", 4, 64)
    for wish, warned in (("image", True), ("model", False)):
        events = Events()
        run_job(job(MODELS / "eurosat_scenes_l0", plain, features=tmp_path / "cells", resolution=wish), events)
        assert ("RESOLUTION 'model'" in events.texts) == warned


@pytest.mark.parametrize("side", [96, 100, 171, 64])
def test_a_slope_stays_a_slope(side):
    ramp = np.broadcast_to(np.arange(128, dtype=np.float32) + 0.5, (2, 128, 128)).copy()
    found = resized(ramp, side)
    expected = (np.arange(side) + 0.5) * 128 / side
    inner = slice(2, -2)
    np.testing.assert_allclose(found[1, side // 2, inner], expected[inner], atol=0.6)
