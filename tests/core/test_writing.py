# SPDX-License-Identifier: GPL-3.0-or-later
"""Outputs appear whole or not at all."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.windows import Window

from lwganet_qgis.core.cards.card import ModelClass
from lwganet_qgis.core.errors import InputError, OutputError
from lwganet_qgis.core.outputs import pending
from lwganet_qgis.core.outputs.pending import Pending, remove_unfinished
from lwganet_qgis.core.rasters.geotiff import GeoTiff
from lwganet_qgis.core.rasters.grid import Grid
from lwganet_qgis.core.run import run_job

from .rasters import Events, job, patches, write

IMAGE = patches()
CLASSES = (ModelClass("low & high", "#102030"), ModelClass("<b>", "#405060"))


def test_all_get_their_names_together_or_none_does(tmp_path):
    targets = [tmp_path / "a.txt", tmp_path / "b.txt"]
    targets[0].write_text("older")
    with pytest.raises(RuntimeError), Pending() as pending:
        for target in targets:
            pending.at(target).write_text("new")
        pending.scratch(targets[0], ".tif").write_text("scratch")
        raise RuntimeError
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"] and targets[0].read_text() == "older"
    with Pending() as pending:
        for target in targets:
            pending.at(target).write_text("new")
            assert not target.exists() or target.read_text() == "older"
        pending.scratch(targets[0], ".tif").write_text("scratch")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.txt": "new", "b.txt": "new"}


def test_an_older_sidecar_goes_with_its_raster(tmp_path):
    (tmp_path / "a.tif.aux.xml").write_text("of the older raster")
    with Pending() as pending:
        pending.at(tmp_path / "a.tif").write_text("new")
    assert [p.name for p in tmp_path.iterdir()] == ["a.tif"]


def test_a_process_about_to_end_can_clean_up(tmp_path):
    pending = Pending()
    pending.at(tmp_path / "a.tif").write_text("part")
    remove_unfinished()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("case", ["no folder", "a folder", "write-protected"])
def test_what_cannot_be_written_is_said_before_the_work(models, tmp_path, monkeypatch, case):
    path, target = write(tmp_path / "in.tif", IMAGE), tmp_path / "o.tif"
    if case == "no folder":
        target = tmp_path / "none" / "o.tif"
    elif case == "a folder":
        target.mkdir()
    else:
        target.write_text("older")
        monkeypatch.setattr(pending.os, "access", lambda *_: False)  # root may write everywhere
    report = Events()
    before = set(tmp_path.iterdir())
    with pytest.raises(OutputError, match="o.tif cannot be written.*Choose another place"):
        run_job(job(models["segmentation"], path, output=target), report)
    assert set(tmp_path.iterdir()) == before
    assert not any(event["event"] == "progress" for event in report.events)


def test_outputs_neither_meet_nor_fall_on_an_input(models, tmp_path):
    path = write(tmp_path / "in.tif", IMAGE)
    made = job(models["segmentation"], path, output=tmp_path / "o.tif", confidence=tmp_path / "." / "o.tif")
    with pytest.raises(InputError, match="two outputs"):
        run_job(made, Events())
    with pytest.raises(InputError, match="is an input of this run"):
        run_job(dataclasses.replace(made, classes=path, confidence=""), Events())
    with pytest.raises(InputError, match="no output"):
        run_job(dataclasses.replace(made, classes="", confidence=""), Events())
    with pytest.raises(InputError, match="no output"):
        run_job(job(models["classification"], path), Events())
    assert [p.name for p in tmp_path.iterdir()] == ["in.tif"]


def test_a_full_disk_is_an_output_error(tmp_path, monkeypatch):
    grid = Grid(40, 40, Affine(1, 0, 0, 0, -1, 0), None)
    raster = GeoTiff(tmp_path / "a.tif", grid, Window(0, 0, 40, 40), None)

    def full(*_, **__):
        raise rasterio.errors.RasterioIOError("no space left on device")

    monkeypatch.setattr(raster, "_file", type("Full", (), {"write": full, "close": lambda self: None})())
    with pytest.raises(OutputError, match="disk full"):
        raster.write(Window(0, 0, 40, 40), np.zeros((40, 40), np.float32))


@pytest.mark.parametrize("classes", [CLASSES, None])
def test_rasters_have_overviews_tiles_and_names(tmp_path, classes):
    grid = Grid(1500, 900, Affine(1, 0, 0, 0, -1, 0), None)
    raster = GeoTiff(tmp_path / "a.tif", grid, Window(100, 0, 1100, 900), classes)
    values = np.arange(900)[:, None] // 450 + np.zeros((1, 1100), int)
    values[:200, :300] = 255
    raster.write(Window(100, 0, 1100, 900), np.where(values == 255, np.nan, values) if classes is None else values)
    raster.close({"LWGANET_MODEL": "m"})
    with rasterio.open(tmp_path / "a.tif") as file:
        assert file.overviews(1) == [2, 4] and file.block_shapes == [(512, 512)]
        assert file.compression.name == "deflate" and file.tags()["LWGANET_MODEL"] == "m"
        small = file.read(1, out_shape=(225, 275), masked=True)
        assert small.mask[:49, :74].all() and not small.mask[52:].any()
        assert set(small.compressed().tolist()) == ({0, 1} if classes else {0, 0.5, 1})
        if classes:
            assert file.colormap(1) == {0: (0x10, 0x20, 0x30, 255), 1: (0x40, 0x50, 0x60, 255)}
    sidecar = tmp_path / "a.tif.aux.xml"
    assert sidecar.exists() == bool(classes)
    if classes:
        assert "<Category>low &amp; high</Category><Category>&lt;b&gt;</Category>" in sidecar.read_text()


def test_what_is_nothing_is_seen_through_and_a_raster_alone_has_its_colours(tmp_path):
    grid = Grid(8, 8, Affine(1, 0, 0, 0, -1, 0), None, (), True)
    raster = GeoTiff(tmp_path / "a.tif", grid, Window(0, 0, 8, 8), CLASSES, through=True)
    raster.write(Window(0, 0, 8, 8), np.zeros((8, 8), np.uint8))
    raster.close({})
    with rasterio.open(tmp_path / "a.tif") as file:
        assert [colour[3] for colour in file.colormap(1).values()] == [0, 255]
    (tmp_path / "a.tif.aux.xml").unlink()
    with rasterio.open(tmp_path / "a.tif") as file:
        assert file.colormap(1)[1] == (0x40, 0x50, 0x60, 255)


def test_provenance_can_be_read_again(models, tmp_path):
    path = write(tmp_path / "in.tif", IMAGE)
    run_job(job(models["segmentation"], path, output=tmp_path / "o.tif", overlap=4, threads=1), Events())
    with rasterio.open(tmp_path / "o.tif") as file:
        tags = file.tags()
    parameters = json.loads(tags["LWGANET_PARAMETERS"])
    assert parameters["tool"] == "segment" and parameters["cut"]["overlap"] == 4
    assert tags["LWGANET_DEVICE"] == "cpu (1 thread)" and "ONNX Runtime" in tags["LWGANET_RUNTIME"]
    assert "model.onnx=" in tags["LWGANET_MODEL_SHA256"]
