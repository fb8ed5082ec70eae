# SPDX-License-Identifier: GPL-3.0-or-later
"""The same raster gives the same map, however it is cut, batched and threaded."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from lwganet_qgis.core.polygons.vectorise import vectorise
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.tiles import tiling
from tests.qgis import tiny_models

from .rasters import Events, features, job, read, write
from .test_vectorise import ARRAYS, strips

NOISE = np.random.default_rng(3).integers(0, 255, (3, 75, 110), np.uint8)


def convolution(folder, kernel):
    """A model folder of one convolution with drawn weights: a network that sees `kernel` pixels."""
    tiny_models.make(folder, "drawn", "segmentation")
    draw = np.random.default_rng(0)
    weights = draw.normal(size=(3, 3, kernel, kernel)).astype(np.float32) / 100
    node = helper.make_node("Conv", ["image", "w"], ["logits"], pads=[kernel // 2] * 4)
    shape = ["n", 3, "h", "w"]
    ends = [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n in ("image", "logits")]
    graph = helper.make_graph([node], "drawn", ends[:1], ends[1:], [numpy_helper.from_array(weights, "w")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.save(model, str(folder / "drawn" / "model.onnx"))
    card = json.loads((folder / "drawn" / "model.json").read_text())
    card["files"] = {"model.onnx": hashlib.sha256((folder / "drawn" / "model.onnx").read_bytes()).hexdigest()}
    (folder / "drawn" / "model.json").write_text(json.dumps(card))
    return folder / "drawn", weights


@pytest.fixture(scope="module")
def seeing_one_pixel(tmp_path_factory):
    return convolution(tmp_path_factory.mktemp("one"), 1)


@pytest.fixture(scope="module")
def seeing_around(tmp_path_factory):
    return convolution(tmp_path_factory.mktemp("around"), 5)


def scores_of(model, folder, path, **settings):
    made = job(model, path, output=folder / "o.tif", confidence=folder / "c.tif", features=folder / "f", **settings)
    result = run_job(made, Events())
    return read(folder / "o.tif"), read(folder / "c.tif"), (folder / "f").read_text(), result


def test_threads_and_batches_change_nothing_at_all(seeing_around, tmp_path):
    path = write(tmp_path / "a.tif", NOISE)
    first = scores_of(seeing_around[0], tmp_path, path, threads=1, batch_size=1)
    for threads, batch_size in ((2, 1), (1, 4), (2, 4)):
        again = scores_of(seeing_around[0], tmp_path, path, threads=threads, batch_size=batch_size)
        np.testing.assert_array_equal(again[0], first[0])
        np.testing.assert_array_equal(again[1], first[1])
        assert again[2] == first[2] and again[3].found.totals == first[3].found.totals


def test_panels_change_nothing_but_rounding(seeing_around, tmp_path, monkeypatch):
    path = write(tmp_path / "a.tif", NOISE)
    first = scores_of(seeing_around[0], tmp_path, path, tile_size=16)
    monkeypatch.setattr(tiling, "PANEL", 3)
    again = scores_of(seeing_around[0], tmp_path, path, tile_size=16)
    assert again[3].model.tiles > first[3].model.tiles
    np.testing.assert_allclose(again[1], first[1], atol=1e-6)
    np.testing.assert_array_equal(again[0], first[0])


@given(st.integers(0, 60), st.integers(0, 40), st.integers(1, 50), st.integers(1, 35), st.sampled_from([16, 24, 64]),
       st.integers(0, 8))  # fmt: skip
@settings(max_examples=25, deadline=None)
def test_a_network_of_one_pixel_gives_the_same_wherever_tiles_lie(
    seeing_one_pixel, tmp_path_factory, column, row, width, height, size, overlap
):
    folder = tmp_path_factory.mktemp("run")
    model, weights = seeing_one_pixel
    logits = np.tensordot(weights[:, :, 0, 0].astype(np.float64), NOISE.astype(np.float64), 1)
    logits = logits[:, row : row + height, column : column + width]
    powers = np.exp(logits - logits.max(0))
    path = write(folder / "a.tif", NOISE)
    left, top = 500_000 + 10 * column, 5_000_000 - 10 * row
    extent = (float(left), float(top - 10 * height), float(left + 10 * width), float(top))
    classes, scores, *_ = scores_of(model, folder, path, tile_size=size, overlap=overlap, extent=extent)
    np.testing.assert_allclose(scores, (powers / powers.sum(0)).max(0), atol=1e-4)
    clear = np.ptp(np.sort(logits, axis=0)[-2:], axis=0) > 1e-3
    np.testing.assert_array_equal(classes[clear], logits.argmax(0)[clear])


@pytest.mark.parametrize(("threshold", "changed"), [(0.4, 0), (0.39, 200)])
def test_a_probability_at_the_threshold_is_no_change(models, tmp_path, threshold, changed):
    before = np.zeros((3, 40, 50), np.uint8)
    after = before.copy()
    after[0, 10:20, 10:30] = 102
    paths = [write(tmp_path / "b.tif", before), write(tmp_path / "a.tif", after)]
    at = float(np.float32(1 / 255) * np.float32(102)) if threshold == 0.4 else threshold
    run_job(job(models["change"], *paths, output=tmp_path / "o.tif", overlap=0, threshold=at), Events())
    assert (read(tmp_path / "o.tif") == 1).sum() == changed


def test_small_polygons_are_left_out_and_the_raster_keeps_them(models, tmp_path):
    image = np.full((3, 40, 40), 10, np.uint8)
    image[0] = 200
    image[1, 5:7, 5:7] = 250  # 400 m2
    image[1, 20:25, 20:25] = 250  # 2,500 m2
    made = {"output": tmp_path / "o.tif", "features": tmp_path / "f"}
    run_job(job(models["segmentation"], write(tmp_path / "a.tif", image), **made, min_area=450), Events())
    found = [(g, p) for g, p in features(tmp_path / "f") if p["class_id"] == 1]
    assert [g.area for g, _ in found] == [2500]
    assert (read(tmp_path / "o.tif") == 1).sum() == 29
    run_job(job(models["segmentation"], write(tmp_path / "b.tif", image, crs=None), **made, min_area=25), Events())
    found = [p for _, p in features(tmp_path / "f") if p["class_id"] == 1]
    assert [p["area_px"] for p in found] == [25] and "area_m2" not in found[0]


def straight_corners(ring) -> int:
    points = np.array(ring.coords)[:-1]
    (ax, ay), (bx, by) = (np.roll(points, -1, 0) - points).T, (points - np.roll(points, 1, 0)).T
    return int((np.abs(ax * by - ay * bx) < 1e-9).sum())


@given(ARRAYS, st.integers(1, 6))
@settings(max_examples=100, deadline=None)
def test_polygons_have_no_corners_on_straight_edges(classes, height):
    ones = np.ones(classes.shape, np.float32)
    for region in vectorise(strips(classes, height, ones, ones.astype(np.float64))):
        assert region.geometry.geom_type == "Polygon"
        assert sum(straight_corners(r) for r in (region.geometry.exterior, *region.geometry.interiors)) == 0
