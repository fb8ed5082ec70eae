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
from rasterio.transform import RPCTransformer, from_gcps
from rasterio.windows import Window

from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.rasters.grid import PIXEL_GRID
from lwganet_qgis.core.run import run_job

from .rasters import Events, features, job, read

FILES = Path(__file__).parents[1] / "data" / "robustness"
REFUSED = {"all-nodata.tif": "holds no data", "cint16.tif": "complex", "corrupt.tif": "is damaged"}
NAMES = sorted(path.name for path in FILES.iterdir() if path.suffix in (".tif", ".vrt"))
LARGE = ("RGB.byte.tif", "RGB.byte.gcp.vrt", "RGB.byte.rpc.vrt", "alpha.tif", "Spain_7370579_S2Hand.tif", "goes.tif",
         "compdcs.vrt")  # fmt: skip
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


def same_place(one, other, x: float, y: float) -> bool:
    """Whether two CRS put a point at one place, as GeoTIFF keeps neither names of vertical datums nor null shifts."""
    if one is None or other is None or one == other:
        return one == other
    places = [
        pyproj.Transformer.from_crs(crs.to_wkt(), "EPSG:4326", always_xy=True).transform(x, y) for crs in (one, other)
    ]
    return bool(np.allclose(*places, rtol=0, atol=1e-9))


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
        degrees[:, np.abs(degrees[1]) > 90] = np.nan  # no such latitude
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
        if source.rpcs is None or source.crs:  # rational polynomials are of WGS 84, where the file names none
            found = target.gcps[1] if points else target.crs
            assert same_place(found, crs if points else source.crs, *source.xy(1, 1))
        else:
            assert target.crs.to_epsg() == 4326
        assert [(g.row, g.col, g.x, g.y) for g in points] == [(g.row, g.col, g.x, g.y) for g in target.gcps[0]]
        assert (source.rpcs is None) == (target.rpcs is None)
        if source.rpcs is not None:
            ours, theirs = target.rpcs.to_gdal(), source.rpcs.to_gdal()
            assert ours.keys() == theirs.keys()
            for item, values in theirs.items():  # GDAL writes 15 digits
                numbers = [float(number) for number in values.split()]
                assert [float(number) for number in ours[item].split()] == pytest.approx(numbers, rel=1e-12)
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
    if expected == 0:
        off = segmented.found.area_m2
        assert off == 0
    elif expected:
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


PARTS = {"RGB.byte.gcp.vrt": (303, 202), "RGB.byte.rpc.vrt": (303, 202), "rotated.tif": (3, 2),
         "RGB.byte.tif": (303, 202)}  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_part_of_a_raster_lies_where_it_was(models, tmp_path, name):
    """An extent keeps georeference of every kind: what the part says of its place is where its pixels come from."""
    with rasterio.open(FILES / name) as file:
        near = np.array(PARTS[name])[:, None] + [[0.2, 4.8, 0.2, 4.8], [0.2, 0.2, 5.8, 5.8]]
        if file.rpcs is None:
            x, y = place_of(file)[0] @ near
        else:
            with RPCTransformer(file.rpcs) as transformer:
                x, y = map(np.array, transformer.xy(near[1] - 0.5, near[0] - 0.5))
    extent, bands = (x.min(), y.min(), x.max(), y.max()), bands_of(FILES / name)
    part = job(models["segmentation"], str(FILES / name), bands=bands, output=tmp_path / "o.tif", extent=extent)
    run_job(part, Events())
    with rasterio.open(FILES / name) as whole, rasterio.open(tmp_path / "o.tif") as cut:
        if whole.gcps[0]:
            moves = {(w.row - c.row, w.col - c.col) for w, c in zip(whole.gcps[0], cut.gcps[0])}
            assert [(g.x, g.y) for g in cut.gcps[0]] == [(g.x, g.y) for g in whole.gcps[0]]
        elif whole.rpcs is not None:
            moves = {(whole.rpcs.line_off - cut.rpcs.line_off, whole.rpcs.samp_off - cut.rpcs.samp_off)}
        else:
            column, row = ~whole.transform @ (cut.transform.c, cut.transform.f)
            moves = {(round(row), round(column))}
            assert (row, column) == pytest.approx(*moves, abs=1e-3)
        ((top, left),) = moves
        assert abs(left - PARTS[name][0]) < 8 and abs(top - PARTS[name][1]) < 8
        window = Window(left, top, cut.width, cut.height)
        seen = whole.read([1, 2, 3] if whole.count >= 3 else [1, 1, 1], window=window)
        np.testing.assert_array_equal(cut.read(1), seen.argmax(0))
