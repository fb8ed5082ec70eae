# SPDX-License-Identifier: GPL-3.0-or-later
"""The PyTorch session: equal to ONNX Runtime, alone where there is no graph, and what it does when memory ends."""

from __future__ import annotations

import sys

import numpy as np
import pytest
import torch
from torch import nn

from lwganet_qgis.core.cards.card import GRAPH_FILE, WEIGHTS_FILE, list_cards
from lwganet_qgis.core.cards.writing import write_card
from lwganet_qgis.core.errors import DeviceError, ModelError
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions import choose
from lwganet_qgis.core.sessions.choose import choose_target, open_session
from lwganet_qgis.core.sessions.session import BatchLimits, Target
from lwganet_qgis.core.sessions.torch import HOST_BYTES, LARGEST_BATCH, TorchSession, batch_limits
from lwganet_qgis.models import create_model
from lwganet_qgis.models.export.folder import export_model
from lwganet_qgis.models.export.folding import fold_norms
from tests.core.rasters import Events, features, job, patches, write

from . import golden
from .cards import card_fields
from .detections import share_matched
from .test_oriented_rcnn_export import RESOURCES, SAMPLES, imagery

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
BUNDLED = list(list_cards([RESOURCES / "models"]))
DETECTOR = {"num_classes": 3, "width": 32, "hidden": 64, "proposals": 300}


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    fields = card_fields("lwganet_l0", num_classes=5)
    return export_model(golden.fill(create_model("lwganet_l0", num_classes=5)), fields, tmp_path_factory.mktemp("s"))


@pytest.fixture
def without_graph(scenes, tmp_path):
    """The model folder as it is where a network has no graph."""
    (tmp_path / WEIGHTS_FILE).write_bytes((scenes.folder / WEIGHTS_FILE).read_bytes())
    return write_card(card_fields("lwganet_l0", num_classes=5), tmp_path, [WEIGHTS_FILE])


def tiles(card, count=2):
    """For each date, tiles of a sample raster."""
    side, bands = max(card.takes.smallest, card.takes.multiple), len(card.takes.input.bands)
    return [imagery(SAMPLES[-1 - date], count, side, side, bands) for date in range(len(card.kind.inputs))]


@pytest.mark.parametrize("card", BUNDLED, ids=lambda card: card.id)
def test_both_runtimes_agree_on_bundled_models(card):
    images = tiles(card)
    found, expected = (open_session(card, Target(runtime, "cpu"), 1).run(images) for runtime in ("torch", "onnx"))
    assert found.shape == expected.shape and found.dtype == expected.dtype
    if card.task == "detection":
        assert min(share_matched(a, b, 0.05, 1e-3) for a, b in zip(found, expected)) >= 0.99
    else:
        assert np.abs(found - expected).max() <= 1e-3 * np.abs(expected).max()


def test_weights_alone_run_on_the_processor(scenes, without_graph, tmp_path, monkeypatch):
    monkeypatch.setattr(choose, "_has_driver", lambda: False)
    assert choose_target("cpu", without_graph) == choose_target("auto", without_graph) == Target("torch", "cpu")
    assert choose_target("cpu", scenes) == Target("onnx", "cpu")
    path = write(tmp_path / "a.tif", patches(140, 140))
    lines = []
    for card in (scenes, without_graph):
        target = tmp_path / f"{len(lines)}.jsonl"
        result = run_job(job(card.folder, path, features=target, device="cpu", tile_size=96), Events())
        assert result.model.runtime.startswith("ONNX Runtime" if card is scenes else "PyTorch")
        lines.append([(shape, fields["class"], round(fields["score"], 3)) for shape, fields in features(target)])
    assert lines[0] == lines[1]


def test_weights_alone_need_pytorch(without_graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(DeviceError, match="lwganet_l0 needs PyTorch"):
        open_session(without_graph, choose_target("cpu", without_graph), 1)


def test_a_graph_alone_stays_on_the_processor(scenes, tmp_path, monkeypatch):
    monkeypatch.setattr(choose, "_has_driver", lambda: True)
    (tmp_path / GRAPH_FILE).write_bytes((scenes.folder / GRAPH_FILE).read_bytes())
    card = write_card(card_fields("lwganet_l0", num_classes=5), tmp_path, [GRAPH_FILE])
    assert choose_target("auto", card) == Target("onnx", "cpu")
    with pytest.raises(DeviceError, match="cuda is not available: this model has a graph for the processor alone"):
        choose_target("cuda", card)


class Limited(nn.Module):
    """Means of images, for as many at a time as fit."""

    def __init__(self, fitting: int) -> None:
        super().__init__()
        self.fitting, self.seen = fitting, []

    def forward(self, images):
        self.seen.append(len(images))
        if len(images) > self.fitting:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return images.mean((2, 3))


@pytest.mark.parametrize(
    ("fitting", "seen", "seen_next"),
    [(16, [11], [5]), (4, [11, 5, 2, 2, 2, 2, 2, 1], [2, 2, 1]), (1, [11, 5, 2] + [1] * 11, [1] * 5)],
)
def test_a_batch_that_does_not_fit_is_halved(scenes, fitting, seen, seen_next):
    session = TorchSession(scenes, "cpu", 1)
    session._model = model = Limited(fitting)
    images = np.random.default_rng(0).random((11, 3, 8, 8), np.float32)
    np.testing.assert_allclose(session.run([images]), images.mean((2, 3)), rtol=1e-5)
    assert model.seen == seen
    session.run([images[:5]])
    assert model.seen == seen + seen_next


def test_one_tile_that_does_not_fit_is_an_end(scenes):
    session = TorchSession(scenes, "cpu", 1)
    session._model = Limited(0)
    with pytest.raises(MemoryError):
        session.run([np.zeros((3, 3, 8, 8), np.float32)])


def test_images_that_do_not_suit_are_named(scenes):
    with pytest.raises(ModelError, match=r"cannot work on images of \(1, 2, 96, 96\)"):
        TorchSession(scenes, "cpu", 1).run([np.zeros((1, 2, 96, 96), np.float32)])


def test_batches_fill_the_free_memory():
    gib = 1 << 30
    assert batch_limits(256, 10 * gib, gib, 1).batch_of(256) == 8
    assert batch_limits(256, 10 * gib, gib, 1).batch_of(512) == 2
    assert batch_limits(256, gib, 10 * gib, 1).batch_of(256) == 1
    assert batch_limits(1024, 80 * gib, gib, HOST_BYTES // 3).batch_of(1024) == 3
    assert batch_limits(64, 80 * gib, 1, 1) == BatchLimits(LARGEST_BATCH * 64 * 64, LARGEST_BATCH)


@pytest.mark.parametrize("card", BUNDLED, ids=lambda card: card.id)
def test_half_precision_says_nearly_the_same(card):
    images = tiles(card)
    found, expected = (TorchSession(card, "cpu", 1, half).run(images) for half in (torch.bfloat16, None))
    assert found.dtype == np.float32
    assert (found != expected).any()
    if card.task == "detection":
        sure = [rows[rows[:, 5:].max(1) >= 0.5] for rows in expected]
        assert min(share_matched(a[a[:, 5:].max(1) >= 0.5], b, 3.0, 0.2) for a, b in zip(found, sure)) >= 0.8
    elif card.task == "change":
        assert ((found >= 0.5) == (expected >= 0.5)).mean() >= 0.98
    else:
        assert (found.argmax(1) == expected.argmax(1)).mean() >= 0.97


def test_places_of_boxes_are_found_in_single_precision():
    """Boxes of a network whose backbone works in half differ by its features alone: no grid of coarse numbers."""
    network = golden.fill(create_model("oriented_rcnn_lwganet_l0", **DETECTOR))
    seen = []
    for part in (network.rpn_head.rpn_conv, network.roi_head.bbox_head.fc_reg):
        part.register_forward_hook(lambda module, inputs, output: seen.append((inputs[0].dtype, output.dtype)))
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        assert network.pyramid(torch.zeros(1, 3, 96, 96))[0].dtype == torch.bfloat16
        assert network(torch.zeros(1, 3, 96, 96)).dtype == torch.float32
    assert seen and set(seen) == {(torch.float32, torch.float32)}


class Overflowing(nn.Module):
    def forward(self, images):
        return images.mean((2, 3)) * (float("inf") if torch.is_autocast_enabled("cpu") else 1)


def test_where_half_precision_overflows_single_goes_on(scenes):
    session = TorchSession(scenes, "cpu", 1, torch.bfloat16)
    session._model = Overflowing()
    images = np.ones((2, 3, 8, 8), np.float32)
    for _ in range(2):
        np.testing.assert_array_equal(session.run([images]), np.ones((2, 3), np.float32))


@pytest.mark.parametrize(
    ("name", "shapes"),
    [("lwganet_l0", 1), ("unetformer_lwganet_l0", 1), ("a2net_lwganet_l0", 2), ("clafa_lwganet_l0", 2),
     ("unetformer_lsknet_t", 1), ("lrformer_t", 1)],
)  # fmt: skip
def test_folding_keeps_the_numbers(name, shapes):
    network = golden.fill(create_model(name)).double()
    images = [golden.draw_input(seed, (1, 3, 96, 96)).double() for seed in range(shapes)]

    def result():
        with torch.inference_mode():
            out = network(*images)
        return out[0] if isinstance(out, (list, tuple)) else out

    def norms():
        return sum(isinstance(module, nn.BatchNorm2d) for module in network.modules())

    before, count = result(), norms()
    fold_norms(network)
    assert norms() < count
    assert (result() - before).abs().max() <= 1e-9 * before.abs().max()
