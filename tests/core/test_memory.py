# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiles no larger than the raster needs, and no more of them at a time than memory takes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lwganet_qgis.core import run as running
from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.session import CPU_BATCH
from lwganet_qgis.core.tiles import memory, scene
from lwganet_qgis.core.tiles.memory import BYTES_PER_PIXEL, SHARE, Load, fitting

from .rasters import Events, job, patches, read, write


@given(st.integers(1, 64), st.integers(1, 64), st.sampled_from([64, 256, 512, 4096]), st.integers(0, 1 << 36))
def test_what_fits_is_the_most_that_does(batch, workers, side, free):
    wanted = Load(batch, workers)
    try:
        found = fitting(wanted, side, free)
    except InputError:
        assert side**2 * BYTES_PER_PIXEL > free * SHARE
        return
    assert found.bytes(side) <= free * SHARE
    assert 1 <= found.batch <= batch and 1 <= found.workers <= workers
    assert found.workers == workers or found.batch == 1  # the batch goes first
    assert found == wanted or Load(found.batch + 1, found.workers).bytes(side) > free * SHARE or (
        Load(found.batch, found.workers + 1).bytes(side) > free * SHARE
    )


def test_where_memory_is_unknown_nothing_is_changed():
    assert fitting(Load(9, 9), 4096, None) == Load(9, 9)


@pytest.mark.parametrize(("limit", "expected"), [("max", 5 << 20), (str(3 << 20), 2 << 20), (str(1 << 19), 0)])
def test_what_is_available_of_the_machine_and_of_the_container(tmp_path, monkeypatch, limit, expected):
    monkeypatch.setattr(memory.sys, "platform", "linux")
    (tmp_path / "meminfo").write_text("MemTotal:  9 kB\nMemAvailable:   5120 kB\n")
    (tmp_path / "memory.max").write_text(limit + "\n")
    (tmp_path / "memory.current").write_text(str(1 << 20) + "\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    monkeypatch.setattr(memory, "CGROUP", tmp_path)
    assert memory.available() == expected


class Watching:
    """Remembers what it is fed; the brightest band is the class."""

    device, runtime, workers, batch = "cpu", "none", 2, CPU_BATCH

    def __init__(self) -> None:
        self.seen: list[tuple[int, ...]] = []

    def run(self, images):
        self.seen.append(images[0].shape)
        return images[0]


@pytest.fixture
def session(monkeypatch):
    found = Watching()
    monkeypatch.setattr(running, "open_session", lambda *_: found)
    return found


def test_a_tile_is_no_larger_than_the_raster_needs(models, session, tmp_path):
    path = write(tmp_path / "a.tif", patches())
    extent = (500_000.0, 4_999_800.0, 500_200.0, 5_000_000.0)
    for where in (None, extent):  # it is the raster that counts: tiles do not depend on the extent
        fields = {"tile_size": 4096, "overlap": 2048, "extent": where, "batch_size": 1}
        run_job(job(models["segmentation"], path, output=tmp_path / "o.tif", **fields), Events())
    assert set(session.seen) == {(1, 3, 96, 96)}  # 90 x 70 pixels; the model takes multiples of 8


def test_short_memory_means_fewer_tiles_at_a_time(models, session, tmp_path, monkeypatch):
    path, report = write(tmp_path / "a.tif", patches()), Events()
    monkeypatch.setattr(scene, "available", lambda: int(5 * 32**2 * BYTES_PER_PIXEL / SHARE) + 1)
    run_job(job(models["segmentation"], path, output=tmp_path / "o.tif", batch_size=8), report)
    assert max(shape[0] for shape in session.seen) == 2
    assert "memory is short: 2 instead of 8 tiles a step, 2 instead of 2 steps at a time" in report.texts
    np.testing.assert_array_equal(read(tmp_path / "o.tif"), patches().argmax(0))


def test_a_tile_that_cannot_fit_is_refused_before_any_is_computed(models, session, tmp_path, monkeypatch):
    path = write(tmp_path / "a.tif", patches())
    monkeypatch.setattr(scene, "available", lambda: 1 << 20)
    with pytest.raises(InputError, match="a tile of 96 pixels may take .* GiB .* choose a smaller tile size"):
        run_job(job(models["segmentation"], path, output=tmp_path / "o.tif", tile_size=128), Events())
    assert not session.seen and {p.name for p in tmp_path.iterdir()} == {"a.tif"}
