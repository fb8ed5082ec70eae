# SPDX-License-Identifier: GPL-3.0-or-later
"""A network that looks around: where tiles and extents begin hardly matters."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import onnx
import pytest
from onnx import helper

from lwganet_qgis.core.run import run_job
from tests.qgis import tiny_models

from .rasters import Events, job, read, write

SIDE = 160


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """The class is the brightest band's after zero-padded averaging over 13 x 13 pixels."""
    folder = tmp_path_factory.mktemp("seams")
    tiny_models.make(folder, "m", "segmentation")
    attributes = {"kernel_shape": [13, 13], "pads": [6, 6, 6, 6], "strides": [1, 1], "count_include_pad": 1}
    node = helper.make_node("AveragePool", ["image"], ["logits"], **attributes)
    output = helper.make_tensor_value_info("logits", tiny_models.FLOAT, ["n", 3, "h", "w"])
    graph = helper.make_graph([node], "around", [tiny_models.image("image")], [output])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    made.ir_version = 8
    onnx.save(made, str(folder / "m" / "model.onnx"))
    card = json.loads((folder / "m" / "model.json").read_text())
    card["files"] = {"model.onnx": hashlib.sha256((folder / "m" / "model.onnx").read_bytes()).hexdigest()}
    (folder / "m" / "model.json").write_text(json.dumps(card))
    return folder / "m"


@pytest.fixture(scope="module")
def image():
    return np.random.default_rng(5).integers(0, 256, (3, SIDE, SIDE), np.uint8)


def classes(model, path, target, **fields):
    run_job(job(model, path, output=target, tile_size=48, **fields), Events())
    return read(target)


@pytest.mark.parametrize("offset", [7, 16, 33])
def test_tiles_that_begin_elsewhere_give_the_same_map(model, image, tmp_path, offset):
    """Along one edge and off it: what a cut without overlap loses, blending keeps."""
    whole, part = write(tmp_path / "a.tif", image), write(tmp_path / "b.tif", image[:, offset:, offset:])
    inner = (slice(8, -8), slice(8, -8))
    agreement = []
    for overlap in (0, 16):
        one = classes(model, whole, tmp_path / "o.tif", overlap=overlap)[offset:, offset:][inner]
        other = classes(model, part, tmp_path / "p.tif", overlap=overlap)[inner]
        agreement.append((one == other).mean())
    assert agreement[1] > 0.97
    assert 1 - agreement[1] < 0.7 * (1 - agreement[0])


def test_an_extent_sees_beyond_its_edge_on_all_sides(model, image, tmp_path):
    path = write(tmp_path / "a.tif", image)
    whole = classes(model, path, tmp_path / "o.tif", overlap=16)
    left, top, width, height = 50, 40, 48, 64
    extent = (500_000 + 10.0 * left, 5e6 - 10.0 * (top + height), 500_000 + 10.0 * (left + width), 5e6 - 10.0 * top)
    part = classes(model, path, tmp_path / "p.tif", overlap=16, extent=extent)
    assert part.shape == (height, width)
    same = part == whole[top : top + height, left : left + width]
    edges = np.concatenate([same[:3].ravel(), same[-3:].ravel(), same[:, :3].ravel(), same[:, -3:].ravel()])
    assert edges.mean() > 0.97


@pytest.mark.parametrize("settings", [{"threads": 1}, {"threads": 4}, {"batch_size": 1}, {"batch_size": 7}])
def test_threads_and_batches_change_nothing(model, image, tmp_path, settings):
    path = write(tmp_path / "a.tif", image)
    expected = classes(model, path, tmp_path / "o.tif", overlap=8, threads=2)
    np.testing.assert_array_equal(classes(model, path, tmp_path / "p.tif", overlap=8, **settings), expected)
