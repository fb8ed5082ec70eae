# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a run says that its model does not know what it is shown: home is quiet, planted errors are named."""

from __future__ import annotations

import json
import re
import shutil

import numpy as np
import onnx
import pytest
import rasterio
from onnx import TensorProto, helper
from rasterio.windows import Window
from scipy import ndimage

from lwganet_qgis.core.cards.card import read_card
from lwganet_qgis.core.cards.writing import write_card
from lwganet_qgis.core.errors import InputError, ModelError
from lwganet_qgis.core.familiar.familiarity import FAMILIAR_FILE, open_familiarity
from lwganet_qgis.core.familiar.statistics import Layout, statistics
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.rasters.reading import open_raster
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.choose import open_session
from lwganet_qgis.core.sessions.session import Target
from lwganet_qgis.models.training.describing import familiar
from lwganet_qgis.models.training.tiles import tiles_of
from tests.core.rasters import Events, job, write
from tests.qgis import tiny_models

SIDE = 64
TINT = np.array([1.0, 0.75, 0.5])[:, None, None]
"""Red is brightest and blue is darkest at home."""


def scene(seed: int, height: int = 256, width: int = 320) -> np.ndarray:
    """uint8 (3, H, W): hills of light of one colour, a little noise in each band."""
    draw = np.random.default_rng(seed)
    hills = ndimage.gaussian_filter(draw.normal(size=(height, width)), 4)
    light = 120 + 30 * hills / hills.std()
    noise = ndimage.gaussian_filter(draw.normal(size=(3, height, width)), (0, 1, 1)) * 12
    return np.clip(light * TINT + noise, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """The tiny network that takes the brightest band, with each band's mean as features, and what it was shown."""
    parent = tmp_path_factory.mktemp("familiar")
    tiny_models.make(parent, "tiny-cover", "segmentation")
    folder = parent / "tiny-cover"
    path = folder / "model.onnx"
    graph = onnx.load(path)
    graph.graph.node.append(helper.make_node("ReduceMean", ["image"], ["features"], axes=[2, 3], keepdims=0))
    graph.graph.output.append(helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", 3]))
    path.write_bytes(graph.SerializeToString())
    fields = json.loads((folder / "model.json").read_text())
    fields = {k: v for k, v in fields.items() if k not in ("files", "format")}
    card = write_card({**fields, "tile_size": SIDE, "overlap": 16}, folder, ["model.onnx"])
    session = open_session(card, Target("onnx", "cpu"), 1)
    trained, held_out = (
        familiar.Seen(session, (tile for seed in seeds for tile in tiles_of(str(seed), (scene(seed),), SIDE, SIDE)))
        for seeds in (range(8), range(8, 11))
    )
    familiar.write(familiar.fit(trained, held_out), folder)
    write_card({**fields, "tile_size": SIDE, "overlap": 16}, folder, ["model.onnx", FAMILIAR_FILE])
    return folder


def run(model, tmp_path, pixels, **more):
    """Warnings, the share of unfamiliar tiles, and what was logged."""
    events = Events()
    path = write(tmp_path / "in.tif", pixels)
    result = run_job(job(model, path, output=tmp_path / "out.tif", **more), events)
    return result.ran.warnings, result.model.unfamiliar


@pytest.mark.parametrize("seed", range(20, 26))
def test_other_places_of_the_same_kind_are_quiet(model, tmp_path, seed):
    found, share = run(model, tmp_path, scene(seed))
    assert not [text for text in found if "trained" in text]
    assert share < 0.3


WRONG = {
    "bands the other way round": (lambda pixels: pixels[::-1], "bands seem to be in another order.*BANDS 3,2,1"),
    "red and green exchanged": (lambda pixels: pixels[[1, 0, 2]], "BANDS 2,1,3"),
    "16 bits read as 8": (lambda pixels: np.clip(pixels * 40.0, 0, 255), "one end of the model's range .see SCALING"),
    "far too dark": (lambda pixels: pixels / 12, "much darker|less contrast"),
    "haze": (lambda pixels: pixels * 0.25 + 170, "much brighter|less contrast"),
    "a quarter of the pixel size": (lambda p: ndimage.zoom(p[:, :64, :80], (1, 4, 4), order=1), "much more blurred"),
    "four times the pixel size": (
        lambda p: np.tile(p[:, ::4, ::4], (1, 4, 4)), "much sharper",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_planted_errors_are_found_and_named(model, tmp_path, name):
    change, said = WRONG[name]
    found, share = run(model, tmp_path, change(scene(30).astype(float)).astype(np.uint8))
    assert len([text for text in found if "trained" in text]) == 1

    assert re.search(said, found[-1]), found


def test_the_raster_shows_where_and_does_not_depend_on_the_extent(model, tmp_path):
    pixels = scene(31)
    pixels[:, :, 160:] = pixels[::-1, :, 160:]
    path = write(tmp_path / "in.tif", pixels)
    whole, part = tmp_path / "whole.tif", tmp_path / "part.tif"
    run_job(job(model, path, output=tmp_path / "a.tif", unfamiliar=whole), Events())
    with rasterio.open(path) as source, rasterio.open(whole) as file:
        step = SIDE - 16
        assert file.transform.almost_equals(source.transform * source.transform.scale(step))
        assert (file.width, file.height) == (-(-320 // step), -(-256 // step))
        values = file.read(1)
        assert np.isfinite(values).all()
        assert (values[:, :2] < 100).mean() > 0.8 and (values[:, 4:] > 100).mean() > 0.8
        left, top = source.transform * (100, 60)
        right, bottom = source.transform * (300, 200)
    run_job(job(model, path, output=tmp_path / "b.tif", unfamiliar=part, extent=(left, bottom, right, top)), Events())
    with rasterio.open(part) as file:
        np.testing.assert_array_equal(file.read(1), values[60 // step : -(-200 // step), 100 // step : -(-300 // step)])
        x, y = file.transform * (0, 0)
    with rasterio.open(whole) as file:
        np.testing.assert_allclose((x, y), file.transform * (100 // step, 60 // step))


def test_a_model_that_does_not_tell_gives_no_share_and_refuses_the_raster(model, tmp_path):
    parent = tmp_path / "m"
    tiny_models.make(parent, "tiny-cover", "segmentation")
    assert run(parent / "tiny-cover", tmp_path, scene(1))[1] is None
    with pytest.raises(InputError, match="does not say what it was trained on"):
        run(parent / "tiny-cover", tmp_path, scene(1), unfamiliar=tmp_path / "u.tif")


def test_a_damaged_file_is_named(model, tmp_path):

    folder = tmp_path / "m"
    shutil.copytree(model, folder)
    for content in (b"", b"PK\x03\x04 nonsense", (model / FAMILIAR_FILE).read_bytes()[:200]):
        (folder / FAMILIAR_FILE).write_bytes(content)
        with pytest.raises(ModelError, match=f"{FAMILIAR_FILE}.*install the model again"):
            open_familiarity(read_card(folder))


def test_numbers_of_an_image_by_hand():
    pixels = np.random.default_rng(3).uniform(0, 255, (3, 128, 128)).astype(np.float32)
    pixels[2] = 255 - pixels[0]
    valid = np.ones((128, 128), bool)
    found, layout = statistics(pixels, (0.0, 255.0), valid), Layout(3)
    thin = pixels[:, ::4, ::4].reshape(3, -1) / 255
    np.testing.assert_allclose(found[layout.light], thin.mean(1), rtol=1e-5)
    np.testing.assert_allclose(np.exp(found[layout.contrast]), thin.std(1), rtol=1e-2)
    expected = np.corrcoef(thin)
    assert layout.pairs == [(0, 1), (0, 2), (1, 2)]
    np.testing.assert_allclose(np.tanh(found[layout.colour]), [expected[0, 1], -0.995, -expected[0, 1]], atol=0.01)
    assert statistics(pixels, (0.0, 255.0), ~valid) is None


def test_statistics_of_reordered_bands_are_reordered():
    pixels = np.random.default_rng(3).uniform(0, 255, (3, 64, 64)).astype(np.float32) * TINT.astype(np.float32)
    valid, layout = np.ones((64, 64), bool), Layout(3)
    plain = statistics(pixels, (0.0, 255.0), valid)[None]
    for order in ((2, 1, 0), (1, 2, 0), (0, 2, 1)):
        direct = statistics(pixels[list(order)], (0.0, 255.0), valid)
        np.testing.assert_allclose(layout.reordered(plain, order)[0], direct, rtol=1e-6)


def test_tiles_are_cut_and_mirrored_as_the_engine_does(tmp_path):
    pixels = scene(2, 70, 100)
    tiles = list(tiles_of("g", (pixels,), SIDE, SIDE - 16))
    with open_raster(RasterSource(write(tmp_path / "a.tif", pixels)), ("red", "green", "blue")) as raster:
        places = [(0, 0), (0, 48), (48, 0), (48, 48)]
        expected = [raster.read(Window(left, top, SIDE, SIDE))[0] for top, left in places]
    found = {tile.images[0].tobytes() for tile in tiles}
    assert all(image.tobytes() in found for image in expected)
