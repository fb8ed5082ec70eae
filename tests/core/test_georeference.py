# SPDX-License-Identifier: GPL-3.0-or-later
"""Results lie where their raster lies, whatever locates it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import RPCTransformer

from lwganet_qgis.core.rasters.grid import place
from lwganet_qgis.core.rasters.reading import grid_of
from lwganet_qgis.core.run import run_job

from .rasters import Events, features, job

RPC = Path(__file__).parents[1] / "data" / "robustness" / "test_rpcs.tif"


def places(path: Path, rows: list[float], columns: list[float]) -> np.ndarray:
    with rasterio.open(path) as file, RPCTransformer(file.rpcs) as transformer:
        return np.array(transformer.xy(rows, columns, offset="ul"))


def test_rational_polynomials_and_crs_go_on_to_the_result(models, tmp_path):
    made = job(models["segmentation"], str(RPC), bands=(1, 1, 1), output=tmp_path / "o.tif")
    report = Events()
    run_job(made, report)
    with rasterio.open(RPC) as source, rasterio.open(tmp_path / "o.tif") as target:
        assert (source.crs, source.shape, source.transform) == (target.crs, target.shape, target.transform)
        assert source.tags(ns="RPC") == target.tags(ns="RPC") and len(target.tags(ns="RPC")) == 16
    assert "located by rational polynomials" in report.texts


def test_a_part_keeps_its_place_under_rational_polynomials(models, tmp_path):
    grid = grid_of(str(RPC))
    xs, ys = zip(*place(grid.transform, ((60, 40), (160, 40), (60, 140), (160, 140))))
    made = job(
        models["segmentation"], str(RPC), bands=(1, 1, 1), output=tmp_path / "o.tif", confidence=tmp_path / "c.tif",
        extent=(min(xs), min(ys), max(xs), max(ys)),
    )  # fmt: skip
    run_job(made, Events())
    with rasterio.open(tmp_path / "o.tif") as file:
        height, width = file.shape
    assert height < grid.height and width < grid.width
    whole, part = rasterio.open(RPC).rpcs, rasterio.open(tmp_path / "o.tif").rpcs
    row, column = whole.line_off - part.line_off, whole.samp_off - part.samp_off
    assert 0 < row <= 40 and 0 < column <= 60 and row == int(row) and column == int(column)
    np.testing.assert_allclose(
        places(tmp_path / "o.tif", [0, height], [0, width]),
        places(RPC, [row, row + height], [column, column + width]), rtol=0, atol=1e-9,
    )  # fmt: skip


def test_polygons_lie_where_rational_polynomials_put_them(models, tmp_path):
    made = job(models["segmentation"], str(RPC), bands=(1, 1, 1), features=tmp_path / "f", output=tmp_path / "o.tif")
    result = run_job(made, Events())
    with rasterio.open(RPC) as file:
        rows, columns = np.nonzero(file.read_masks(1))
    corners = [places(RPC, list(rows + i), list(columns + j)) for i in (0, 1) for j in (0, 1)]
    expected = (*np.min(corners, axis=(0, 2)), *np.max(corners, axis=(0, 2)))
    bounds = np.array([shape.bounds for shape, _ in features(tmp_path / "f")])
    assert (*bounds[:, :2].min(0), *bounds[:, 2:].max(0)) == pytest.approx(expected, abs=5e-5)  # two pixels
    found = result.found
    assert found.area_m2 == pytest.approx(found.pixels * 4.3, rel=0.05)  # a pixel is 2.03 m by 2.02 m, and turned
