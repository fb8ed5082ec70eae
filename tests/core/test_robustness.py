# SPDX-License-Identifier: GPL-3.0-or-later
"""Every odd raster x four tools: grid, nodata, area, polygons against raster, a raster against itself.

What is expected is read with GDAL and measured with pyproj, by none of the code under test. The rows come into
docs/reliability.md: `make reliability`.
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np
import pyproj
import pytest
import rasterio
from rasterio.features import rasterize
from rasterio.transform import from_gcps
from rasterio.windows import Window

from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.rasters.grid import PIXEL_GRID
from lwganet_qgis.core.run import run_job

from .rasters import Events, features, job, read

FILES = Path(__file__).parents[1] / "data" / "robustness"
REFUSED = {"all-nodata.tif": "holds no data", "cint16.tif": "complex", "corrupt.tif": "is damaged"}
NAMES = sorted(path.name for path in FILES.iterdir() if path.suffix in (".tif", ".vrt"))
LARGE = ("RGB.byte.tif", "RGB.byte.gcp.vrt", "RGB.byte.rpc.vrt", "alpha.tif", "Spain_7370579_S2Hand.tif")
"""Those that come to so many polygons that they take long."""
TILE = 64
GEOD = pyproj.Geod(ellps="WGS84")


def bands_of(path: Path) -> tuple[int, ...]:
    with rasterio.open(path) as file:
        return () if file.count >= 3 else (1, 1, 1)


def expected_nodata(path: Path) -> np.ndarray:
    """(H, W), by the mask that GDAL has for the bands, all of them where no colour can be the nodata value."""
    with rasterio.open(path) as file:
        bands = [1, 1, 1] if file.count < 3 else [1, 2, 3]
        masks, values = file.read_masks(bands) > 0, file.read(bands).astype(float)
        decisive = file.nodata is not None and not 0 <= file.nodata <= 65535
    valid = masks.all(0) if decisive else masks.any(0)
    return ~(valid & np.isfinite(values).all(0))


def place_of(file: rasterio.DatasetReader) -> tuple[rasterio.Affine, pyproj.CRS | None]:
    points, crs = file.gcps
    if file.transform.is_identity and points:
        transform = from_gcps(points)
    else:
        transform, crs = (PIXEL_GRID if file.transform.is_identity else file.transform), file.crs
    try:
        return transform, pyproj.CRS.from_wkt(crs.to_wkt()) if crs else None
    except pyproj.exceptions.CRSError:
        return transform, None


def geodesic_area(path: Path, counted: np.ndarray) -> tuple[float | None, bool]:
    """Square metres of the counted pixels, each as a polygon on the ellipsoid (of every n-th where all are alike).

    And whether pixels are among them that lie on the Earth in part, which count as nothing here.
    """
    with rasterio.open(path) as file:
        transform, crs = place_of(file)
        unplaced = file.transform.is_identity and not file.gcps[0]
    if crs is None or unplaced:
        return None, False
    to_degrees = pyproj.Transformer.from_crs(crs, crs.geodetic_crs or "EPSG:4326", always_xy=True)
    rows, columns = np.nonzero(counted)
    ring = np.array([(0, 0), (0.5, 0), (1, 0), (1, 0.5), (1, 1), (0.5, 1), (0, 1), (0, 0.5)])

    def areas(step: int) -> tuple[np.ndarray, bool]:
        corners = np.stack([columns[::step, None] + ring[:, 0], rows[::step, None] + ring[:, 1]])
        x, y = transform @ corners.reshape(2, -1)
        degrees = np.stack(to_degrees.transform(x, y)).reshape(corners.shape)
        known = np.isfinite(degrees).all(axis=(0, 2))
        found = [abs(GEOD.polygon_area_perimeter(*cell)[0]) for cell in degrees[:, known].swapaxes(0, 1)]
        on_edge = np.isfinite(degrees).any(axis=(0, 2)) & ~known
        return np.array(found + [0.0] * int((~known).sum())), bool(on_edge.any())

    step = max(len(rows) // 2000, 1)
    some, on_edge = areas(step)
    if some.std() > 0.01 * some.mean():
        some, on_edge = areas(1)
    return float(some.mean() * len(rows)), on_edge


@pytest.fixture(scope="module")
def runs(models, tmp_path_factory):
    """File -> results of the tools, made once."""
    made = {}

    def run(name: str):
        if name not in made:
            folder, path = tmp_path_factory.mktemp("run"), str(FILES / name)
            common = {"bands": bands_of(FILES / name), "tile_size": TILE}
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                segmented = job(models["segmentation"], path, output=folder / "c.tif", features=folder / "p", **common)
                changed = job(models["change"], path, path, output=folder / "d.tif", features=folder / "q", **common)
                cells = job(models["classification"], path, features=folder / "s", **common)
                boxes = job(models["detection"], path, features=folder / "o", **common)
                made[name] = (folder, [run_job(one, Events()) for one in (segmented, changed, cells, boxes)])
        return made[name]

    return run


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.long if n in LARGE else ()) for n in NAMES if n not in REFUSED],
)
def test_an_odd_raster(runs, name, record_property):
    folder, (segmented, changed, cells, boxes) = runs(name)
    nodata = expected_nodata(FILES / name)
    classes, change = read(folder / "c.tif"), read(folder / "d.tif")
    with rasterio.open(FILES / name) as source, rasterio.open(folder / "c.tif") as target:
        assert source.shape == target.shape
        assert source.transform.almost_equals(target.transform, 1e-9)
        points, crs = source.gcps
        assert (target.gcps[1] if points else target.crs) == (crs if points else source.crs)
        assert [(g.row, g.col, g.x, g.y) for g in points] == [(g.row, g.col, g.x, g.y) for g in target.gcps[0]]
        assert (source.rpcs is None) == (target.rpcs is None)
        if source.rpcs is not None:
            assert source.rpcs.to_gdal() == target.rpcs.to_gdal()
        transform, fitted = place_of(source)[0], source.rpcs is not None and source.transform.is_identity
    np.testing.assert_array_equal(classes == 255, nodata)
    np.testing.assert_array_equal(change == 255, nodata)
    valid = int((~nodata).sum())
    assert [result.found.pixels for result in (segmented, changed, cells, boxes)] == [valid] * 4
    assert not (change == 1).any() and not features(folder / "q")
    polygons = features(folder / "p")
    (expected, on_edge), off = (None, False) if fitted else geodesic_area(FILES / name, ~nodata), None
    if not fitted:  # where rational polynomials say: test_georeference.py
        burnt = rasterize(((g, p["class_id"]) for g, p in polygons), classes.shape, 255, transform=transform)
        np.testing.assert_array_equal(burnt, classes)
        assert (expected is None) == (segmented.found.area_m2 is None)
    if expected:
        off = segmented.found.area_m2 / expected - 1
        assert off > 0 if on_edge else abs(off) < 5e-4, off  # up to the horizon: test_areas.py
        assert sum(p["area_m2"] for _, p in polygons) == pytest.approx(segmented.found.area_m2, rel=1e-9)
        assert changed.found.area_m2 == pytest.approx(segmented.found.area_m2, rel=1e-9)
        assert cells.found.area_m2 == pytest.approx(segmented.found.area_m2, rel=1e-6)
        assert boxes.found.area_m2 == pytest.approx(segmented.found.area_m2, rel=1e-6)
    area = "up to the horizon" if on_edge else "in pixels" if off is None else f"{off:+.4%}"
    row = {
        "raster": name, "size": "{1} x {0}".format(*classes.shape), "grid": "same",
        "nodata": f"{int(nodata.sum()):,} same", "area": "of a straight fit" if fitted else area,
        "polygons": f"{len(polygons):,} same", "against itself": "0 changed",
        "cells": f"{cells.found.features:,}", "boxes": f"{boxes.found.features:,}",
    }  # fmt: skip
    record_property("row", json.dumps(row))


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("task", ["segmentation", "classification", "detection", "change"])
def test_an_unusable_raster_is_refused_by_every_tool(models, tmp_path, name, task, record_property):
    path = str(FILES / name)
    pair = (path, path) if task == "change" else (path,)
    with pytest.raises(InputError, match=REFUSED[name]) as said:
        run_job(job(models[task], *pair, bands=bands_of(FILES / name), features=tmp_path / "f"), Events())
    assert not list(tmp_path.iterdir())
    message = str(said.value).replace(f"{FILES}/", "")
    record_property("row", json.dumps({"raster": name, "task": task, "refused": message}))


def test_part_of_a_raster_lies_where_it_was(models, tmp_path):
    """An extent keeps georeference of every kind: corners of the part, by GDAL, are those of the whole there."""
    for name in ("RGB.byte.gcp.vrt", "RGB.byte.rpc.vrt", "rotated.tif", "RGB.byte.tif"):
        window = Window(3, 2, 5, 6)
        with rasterio.open(FILES / name) as file:
            transform, _ = place_of(file)
            x, y = transform @ np.stack([[3.2, 7.8, 3.2, 7.8], [2.2, 2.2, 7.8, 7.8]])
        part = job(models["segmentation"], str(FILES / name), bands=bands_of(FILES / name), output=tmp_path / "o.tif",
                   extent=(min(x), min(y), max(x), max(y)))  # fmt: skip
        run_job(part, Events())
        with rasterio.open(FILES / name) as whole, rasterio.open(tmp_path / "o.tif") as cut:
            if name == "rotated.tif":
                continue  # its extent is more than the window
            assert cut.shape == (window.height, window.width), name
            if whole.gcps[0]:
                shifted = [(g.row - 2, g.col - 3, g.x, g.y) for g in whole.gcps[0]]
                assert [(g.row, g.col, g.x, g.y) for g in cut.gcps[0]] == shifted
            elif whole.rpcs is not None:
                assert cut.rpcs.line_off == whole.rpcs.line_off - 2 and cut.rpcs.samp_off == whole.rpcs.samp_off - 3
            else:
                assert cut.transform.almost_equals(whole.transform @ rasterio.Affine.translation(3, 2), 1e-6)
