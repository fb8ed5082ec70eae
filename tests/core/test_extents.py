# SPDX-License-Identifier: GPL-3.0-or-later
"""Any extent gives, to the bit, what the whole raster gives there.

The stand-in for the network is as unkind as one can be: what it says of a pixel depends on the
whole tile and on where in the tile the pixel is, as a network's padding and pooling make it.
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.errors import NotGeoreferencedWarning

from lwganet_qgis.core import run as running
from lwganet_qgis.core.cards.card import list_cards
from lwganet_qgis.core.jobs.parts.model import SCALINGS
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.rasters.reading import grid_of
from lwganet_qgis.core.rasters.scaling import OF_EXTENT
from lwganet_qgis.core.rasters.sentinel2 import STATED
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.session import CPU_BATCH
from lwganet_qgis.core.tiles import tiling as tiling_module
from tests.core.jobs import model_job
from tests.core.rasters import Events, features, job, read, write

RESOURCES = Path(__file__).parents[2] / "resources"
HEIGHT, WIDTH = 75, 110
NOISE = np.random.default_rng(8).integers(1, 256, (3, HEIGHT, WIDTH), np.uint8)


class Unkind:
    """Scores of a pixel that depend on its tile and on its place there; for change one score of two images."""

    device, runtime, workers, batch = "cpu", "none", 1, CPU_BATCH

    def __init__(self, task: str) -> None:
        self.task = task

    def run(self, images):
        seen = np.concatenate(images, axis=1)
        side = seen.shape[-1]
        y, x = np.mgrid[0:side, 0:side].astype(np.float32)
        place = np.sin(x * 0.9 + y * 1.7) + (x < 3) - 2 * (y > side - 4)
        whole = seen.mean(axis=(2, 3), keepdims=True)
        mixed = (seen - whole) / 40 + np.roll(seen, 5, axis=3) / 90 + place
        if self.task == "classification":
            return (whole[:, :3, 0, 0] * 3 + mixed[:, :3, 0, 0]).astype(np.float32)
        if self.task == "change":
            return (1 / (1 + np.exp(-mixed.mean(axis=1, keepdims=True)))).astype(np.float32)
        return mixed[:, :3].astype(np.float32)


@pytest.fixture(autouse=True)
def unkind(monkeypatch):
    monkeypatch.setattr(running, "open_session", lambda card, *_: Unkind(card.task))


@pytest.fixture(scope="module")
def rasters(tmp_path_factory):
    """Rasters with a hole of nodata and without, 8-bit and 16-bit, and a second date on another grid."""
    folder = tmp_path_factory.mktemp("rasters")
    holed = NOISE.copy()
    holed[:, 20:48, 30:75] = 0
    wide = (NOISE.astype(np.uint16) * np.arange(1, WIDTH + 1, dtype=np.uint16)).astype(np.uint16)
    moved = {"transform": Affine(10, 0, 500_013, 0, -10, 5_000_006)}
    return {
        "plain": write(folder / "p.tif", NOISE), "holed": write(folder / "h.tif", holed, nodata=0),
        "wide": write(folder / "w.tif", wide), "after": write(folder / "a.tif", NOISE[:, ::-1, ::-1], **moved),
    }  # fmt: skip


def extent_of(column, row, width, height):
    left, top = 500_000 + 10 * column, 5_000_000 - 10 * row
    return float(left), float(top - 10 * height), float(left + 10 * width), float(top)


@st.composite
def windows(draw):
    column, row = draw(st.integers(0, WIDTH - 1)), draw(st.integers(0, HEIGHT - 1))
    return column, row, draw(st.integers(1, WIDTH - column)), draw(st.integers(1, HEIGHT - row))


def run(model, folder, name, *paths, **fields):
    """Class or change raster, and scores; None where the extent holds no data."""
    out = {"output": folder / f"{name}.tif", "confidence": folder / f"{name}_c.tif"}
    try:
        run_job(job(model, *paths, **out, **fields), Events())
    except running.InputError as error:
        assert "no data" in str(error)
        return None
    return read(out["output"]), read(out["confidence"])


def same_there(part, whole, window):
    column, row, width, height = window
    there = (slice(row, row + height), slice(column, column + width))
    if part is None:
        assert (whole[0][there] == 255).all()
        return
    for found, expected in zip(part, whole):
        np.testing.assert_array_equal(found.view(np.uint8), np.ascontiguousarray(expected[there]).view(np.uint8))


SIZES = st.sampled_from([(16, 0), (16, 8), (24, 5), (32, 8), (48, 24), (64, 17), (128, 20)])


@given(windows(), SIZES, st.sampled_from(["plain", "holed", "wide"]), st.sampled_from([32, 3, 2]), st.booleans())
@settings(max_examples=20, deadline=None)
def test_segmentation(models, rasters, tmp_path_factory, window, tiles, name, panel, batched):
    folder = tmp_path_factory.mktemp("run")
    fields = {"tile_size": tiles[0], "overlap": tiles[1], "batch_size": 4 if batched else 0}
    whole = run(models["segmentation"], folder, "whole", rasters[name], **fields)
    before, tiling_module.PANEL = tiling_module.PANEL, panel
    try:
        part = run(models["segmentation"], folder, "part", rasters[name], extent=extent_of(*window), **fields)
    finally:
        tiling_module.PANEL = before
    same_there(part, whole, window)


@given(windows(), SIZES, st.sampled_from([(0, 0), (2, 0), (1, 2)]), st.booleans())
@settings(max_examples=10, deadline=None)
def test_change_of_a_pair_on_two_grids(models, rasters, tmp_path_factory, window, tiles, radii, match):
    """Probabilities, and what closing and opening make of them."""
    folder = tmp_path_factory.mktemp("run")
    fields = {"tile_size": tiles[0], "overlap": tiles[1], "match": match, "closing": radii[0], "opening": radii[1]}
    pair = rasters["holed"], rasters["after"]
    whole = run(models["change"], folder, "whole", *pair, **fields)
    column, row, width, height = window
    if column + width == 1:
        return  # the later date begins 1.3 pixels further right, and ends earlier
    part = run(models["change"], folder, "part", *pair, extent=extent_of(*window), **fields)
    first = max(column, 1)
    same_there(part, whole, (first - 1, row, column + width - first, height))


@given(windows(), st.sampled_from([(16, 0), (32, 8), (24, 12), (128, 0)]), st.sampled_from(["plain", "holed"]))
@settings(max_examples=12, deadline=None)
def test_cells_of_scenes(models, rasters, tmp_path_factory, window, tiles, name):
    """Cells at the extent's edge are cut in shape and keep class and score."""
    folder = tmp_path_factory.mktemp("run")
    fields = {"tile_size": tiles[0], "overlap": tiles[1]}
    run_job(job(models["classification"], rasters[name], features=folder / "whole", **fields), Events())
    made = job(models["classification"], rasters[name], features=folder / "part", extent=extent_of(*window), **fields)
    try:
        run_job(made, Events())
    except running.InputError as error:
        assert "no data" in str(error)
        return
    whole, part = features(folder / "whole"), features(folder / "part")
    left, bottom, right, top = extent_of(*window)
    touched = 0
    for shape, properties in whole:
        x1, y1, x2, y2 = shape.bounds
        cut = (max(x1, left), max(y1, bottom), min(x2, right), min(y2, top))
        if cut[0] < cut[2] and cut[1] < cut[3]:
            touched += 1
            assert (cut, properties) in [(g.bounds, p) for g, p in part]
    assert touched == len(part)


@pytest.mark.parametrize("scaling", [s for s in SCALINGS if s not in STATED])
def test_only_scalings_of_the_extent_depend_on_it_and_the_log_says_so(models, rasters, tmp_path, scaling):
    window, report = (60, 11, 40, 40), Events()
    whole = run(models["segmentation"], tmp_path, "whole", rasters["wide"], scaling=scaling)
    out = {"output": tmp_path / "o.tif", "confidence": tmp_path / "c.tif"}
    made = job(models["segmentation"], rasters["wide"], scaling=scaling, extent=extent_of(*window), **out)
    run_job(made, report)
    same = (read(tmp_path / "c.tif") == whole[1][11:51, 60:100]).all()
    assert same == (scaling not in OF_EXTENT)
    assert ("in this extent" in report.texts) == (scaling in OF_EXTENT)
    assert ("in the whole raster" in report.texts) == (scaling in ("auto", "percentile_raster", "minmax_raster"))


def test_a_mask_leaves_tiles_out_and_the_others_alone(models, rasters, tmp_path):
    whole = run(models["segmentation"], tmp_path, "whole", rasters["plain"], tile_size=16, overlap=8)
    shape = shapely.box(500_203, 4_999_500, 500_391, 4_999_781)
    line = {"geometry": shapely.to_wkb(shape, hex=True), "properties": {}}
    mask = tmp_path / "mask.jsonl"
    mask.write_text(json.dumps(line))
    part = run(models["segmentation"], tmp_path, "part", rasters["plain"], tile_size=16, overlap=8, mask=mask)
    inside = part[0] != 255
    assert 400 < inside.sum() < 700
    np.testing.assert_array_equal(part[0][inside], whole[0][inside])
    np.testing.assert_array_equal(part[1][inside], whole[1][inside])


SAMPLES = {"segmentation": ("dubai_tile8.tif",), "change": ("naip_2009.tif", "naip_2014.tif")}


CARDS = [card for card in list_cards([RESOURCES / "models"]) if card.task in SAMPLES]


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_crop_by_seven_pixels_with_the_bundled_models(card, tmp_path, monkeypatch):
    monkeypatch.undo()
    sources = tuple(RasterSource(str(RESOURCES / "samples" / name), (1, 2, 3)) for name in SAMPLES[card.task])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        grid = grid_of(sources[0].path)
    width, height = min(grid.width, 420), min(grid.height, 200)
    runs = {}
    for name, crop in (("whole", 0), ("crop", 7)):
        (left, top), (right, bottom) = (grid.transform @ corner for corner in ((crop, crop), (width, height)))
        out = {"output": str(tmp_path / f"{name}.tif"), "confidence": str(tmp_path / f"{name}_c.tif")}
        run_job(model_job(card.task, card.folder, sources, extent=(left, bottom, right, top), **out), Events())
        runs[name] = [read(Path(path))[7 - crop :, 7 - crop :] for path in out.values()]
    (classes, scores), (cropped, cropped_scores) = runs["whole"], runs["crop"]
    print(f"{card.id}: {(classes != cropped).sum()} of {cropped.size} pixels differ")
    np.testing.assert_array_equal(cropped, classes)
    np.testing.assert_array_equal(cropped_scores, scores)
