# SPDX-License-Identifier: GPL-3.0-or-later
"""Of change rasters of consecutive pairs, the first that has change at each pixel."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine

from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.jobs.first_change import FirstChangeJob
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.tasks.first_change import RAMP, ramp

from .rasters import Events, read, write

NAMES = ("2001 – 2005", "2005 – 2009", "2009 – 2014")


def first(paths, target, names=NAMES):
    return run_job(FirstChangeJob(tuple(RasterSource(p) for p in paths), tuple(names), str(target)), Events())


def changes(count=3, height=700, width=90, seed=0):
    return np.random.default_rng(seed).choice([0, 1, 255], (count, height, width), p=[0.6, 0.2, 0.2]).astype(np.uint8)


def expected(values):
    found = np.where((values == 255).all(0), 255, 0).astype(np.uint8)
    for number in range(len(values), 0, -1):
        found[values[number - 1] == 1] = number
    return found


def test_the_first_pair_with_change_counts(tmp_path):
    values = changes()
    paths = [write(tmp_path / f"{i}.tif", v[None], nodata=255) for i, v in enumerate(values)]
    result = first(paths, tmp_path / "f.tif")
    found = read(tmp_path / "f.tif")
    np.testing.assert_array_equal(found, expected(values))
    assert [t.name for t in result.found.totals] == ["No change", *NAMES]
    assert [t.pixels for t in result.found.totals] == np.bincount(found.ravel(), minlength=256)[:4].tolist()
    assert result.found.totals[1].area_m2 == pytest.approx(100 * result.found.totals[1].pixels, rel=2e-3)
    with rasterio.open(tmp_path / "f.tif") as file:
        assert file.nodata == 255 and file.colormap(1)[1][:3] == (0xFD, 0xE7, 0x25)
    assert f"<Category>{NAMES[2]}</Category>" in (tmp_path / "f.tif.aux.xml").read_text(encoding="utf-8")


def test_rasters_of_parts_lie_where_they_belong(tmp_path):
    values = changes(2, 60, 90)
    parts = [(slice(0, 50), slice(20, 90)), (slice(30, 60), slice(0, 60))]
    paths, whole = [], np.full(values.shape, 255, np.uint8)
    for index, (rows, columns) in enumerate(parts):
        transform = Affine(10, 0, 500_000 + 10 * columns.start, 0, -10, 5_000_000 - 10 * rows.start)
        part = values[index][rows, columns]
        paths.append(write(tmp_path / f"{index}.tif", part[None], nodata=255, transform=transform))
        whole[index][rows, columns] = part
    first(paths, tmp_path / "f.tif", NAMES[:2])
    np.testing.assert_array_equal(read(tmp_path / "f.tif"), expected(whole))
    with rasterio.open(tmp_path / "f.tif") as file:
        assert file.transform == Affine(10, 0, 500_000, 0, -10, 5_000_000)


@pytest.mark.parametrize(
    ("profile", "names", "message"),
    [
        ({"transform": Affine(10, 0, 500_004, 0, -10, 5_000_000)}, NAMES[:2], "lies on another grid"),
        ({"transform": Affine(20, 0, 500_000, 0, -20, 5_000_000)}, NAMES[:2], "lies on another grid"),
        ({"crs": "EPSG:32633"}, NAMES[:2], "lies on another grid"),
        ({}, NAMES, "2 change rasters need as many names; 3 were given"),
    ],
)
def test_what_does_not_belong_together_is_refused(profile, names, message, tmp_path):
    values = changes(2, 20, 20)
    paths = [write(tmp_path / "0.tif", values[:1]), write(tmp_path / "1.tif", values[1:], **profile)]
    with pytest.raises(InputError, match=message):
        first(paths, tmp_path / "f.tif", names)
    assert not (tmp_path / "f.tif").exists()


def test_colours_go_along_the_ramp():
    assert ramp(6) == list(RAMP) and ramp(1) == [RAMP[0]] and len(set(ramp(20))) == 20
