# SPDX-License-Identifier: GPL-3.0-or-later
"""The exported detector finds what the network finds, in bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import rasterio
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from lwganet_qgis.core.cards import card as model_card
from lwganet_qgis.core.cards.card import ModelCard, read_card
from lwganet_qgis.core.sessions.onnx import OnnxSession
from lwganet_qgis.models import create_model
from lwganet_qgis.models.detection.oriented_rpn import STRIDES, Level, level_anchors, propose
from lwganet_qgis.models.export.deploy import deploy
from lwganet_qgis.models.export.folder import export_model, open_model
from lwganet_qgis.models.export.graph import OPSET

from . import golden
from .cards import card_fields
from .detections import share_matched

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
RESOURCES = Path(model_card.__file__).resolve().parents[2] / "resources"
SAMPLES = sorted((RESOURCES / "samples").glob("*.tif"))
PIXELS, SCORE = 0.05, 1e-3
ROWS = 300
SMALL = {"num_classes": 5, "width": 32, "hidden": 64, "proposals": ROWS}
SHAPES = [(1, 96, 96), (2, 96, 160)]
PEAK = 1400
"""MiB of a process that runs the published detector on 1024 x 1024 pixels; 970 were measured."""


def detectors() -> list[Path]:
    """Folders of the bundled detection models."""
    cards = sorted((RESOURCES / "models").glob("*/model.json"))
    return [card.parent for card in cards if json.loads(card.read_text("utf-8"))["task"] == "detection"]


def exported(folder: Path, name: str, **arguments: int) -> ModelCard:
    return export_model(golden.fill(create_model(name, **arguments)), card_fields(name, **arguments), folder)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return exported(tmp_path_factory.mktemp("small"), "oriented_rcnn_lwganet_l0", **SMALL)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return exported(tmp_path_factory.mktemp("published"), "oriented_rcnn_lwganet_l2", num_classes=15)


def drawn(batch: int, height: int, width: int, bands: int = 3) -> np.ndarray:
    return golden.draw_input(3, (batch, bands, height, width)).numpy() * 60 + 110


def imagery(path: Path, batch: int, height: int, width: int, bands: int = 3) -> np.ndarray:
    """Windows of a sample raster, its values stretched to 0..255."""
    with rasterio.open(path) as source:
        values = source.read([min(i + 1, source.count) for i in range(bands)]).astype(np.float32)
    low, high = np.percentile(values, [1, 99])
    values = ((values - low) / (high - low) * 255).clip(0, 255).astype(np.float32)
    down, right = (np.linspace(0, room, batch).astype(int) for room in np.array(values.shape[1:]) - (height, width))
    return np.stack([values[:, y : y + height, x : x + width] for y, x in zip(down, right)])


def assert_session_equals_network(card: ModelCard, batches: list[np.ndarray]) -> None:
    """Every detection is one of the other's too.

    With drawn weights one image may differ, where a near-tie of the pooling fell to the other side:
    that moves some boxes a little.
    """
    session, network = OnnxSession(card, 1), deploy(open_model(card), card)
    shares = []
    for images in batches:
        with torch.no_grad():
            expected = network(torch.from_numpy(images)).numpy()
        found = session.run([images])
        assert found.shape == expected.shape == (len(images), expected.shape[1], 5 + len(card.knows.classes))
        held, real = (rows[..., 5:].sum(-1) > 0 for rows in (found, expected))
        assert np.isfinite(found).all()
        assert abs(held.sum() - real.sum()) <= 0.01 * real.sum()
        shares += [share_matched(a[h], b[r], PIXELS, SCORE) for a, b, h, r in zip(found, expected, held, real)]
    assert min(shares) >= 0.5
    assert sum(share < 0.99 for share in shares) <= 1


def test_small_network_on_drawn_pixels(small):
    assert_session_equals_network(small, [drawn(*shape) for shape in [*SHAPES, (1, 256, 192)]])


def test_small_network_on_imagery(small):
    assert_session_equals_network(small, [imagery(path, 2, 96, 128) for path in SAMPLES])


@pytest.mark.long
def test_published_network(published):
    batches = [drawn(*SHAPES[1]), imagery(SAMPLES[0], 1, 128, 96)]
    assert_session_equals_network(published, batches)


@pytest.mark.parametrize("folder", detectors(), ids=lambda folder: folder.name)
def test_bundled_detector(folder):
    card = read_card(folder)
    sides, bands = [card.takes.smallest, card.takes.smallest + card.takes.multiple], len(card.takes.input.bands)
    batches = [drawn(1, sides[0], sides[0], bands), drawn(2, sides[0], sides[1], bands)]
    for path in SAMPLES:
        batches.append(imagery(path, 2, sides[0], sides[1], bands))
    assert_session_equals_network(card, batches)


def test_constant_image(small):
    session, network = OnnxSession(small, 1), deploy(open_model(small), small)
    images = np.zeros((1, 3, 96, 128), np.float32)
    with torch.no_grad():
        expected = network(torch.from_numpy(images)).numpy()
    assert share_matched(session.run([images])[0], expected[0], PIXELS, SCORE) >= 0.5


class Proposals(nn.Module):
    """What is proposed of given maps: five of objectness (N, 3, H, W), then five of offsets (N, 18, H, W)."""

    def forward(self, *maps: Tensor) -> tuple[Tensor, Tensor]:
        rows = [x.permute(0, 2, 3, 1).reshape(x.shape[0], -1, x.shape[1] // 3) for x in maps]
        levels = [Level(level_anchors(x, s), a[..., 0], b) for x, s, a, b in zip(maps, STRIDES, rows, rows[5:])]
        return propose(levels, ROWS)


@pytest.fixture(scope="module")
def proposals(tmp_path_factory):
    path, maps = tmp_path_factory.mktemp("proposals") / "graph.onnx", drawn_maps(2, 96, 96)
    names = [f"map{i}" for i in range(len(maps))]
    axes = {name: {0: "batch", 2: f"{name}_height", 3: f"{name}_width"} for name in names}
    torch.onnx.export(
        Proposals(), tuple(maps), path, dynamo=False, opset_version=OPSET, input_names=names, dynamic_axes=axes
    )
    return onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])


def drawn_maps(batch: int, height: int, width: int, grown: float = 0.0) -> list[Tensor]:
    """Maps of an image of these sides; boxes are larger than their anchors by about the exponential of `grown`."""
    sizes = [(-(-height // s), -(-width // s)) for s in STRIDES]
    objectness = [golden.draw_input(s, (batch, 3, *size)) for s, size in zip(STRIDES, sizes)]
    offsets = [golden.draw_input(s + 1, (batch, 18, *size)) * 0.2 for s, size in zip(STRIDES, sizes)]
    for x in offsets:
        x.unflatten(1, (3, 6))[:, :, 2:4] += grown
    return [*objectness, *offsets]


@pytest.mark.parametrize(
    ("maps", "fewest", "most"),
    [
        (drawn_maps(1, 256, 160), ROWS, ROWS),
        (drawn_maps(3, 64, 64), ROWS, ROWS),
        (drawn_maps(2, 96, 128, grown=3), 5, ROWS - 1),
        ([x * 0 for x in drawn_maps(1, 96, 64)], ROWS, ROWS),
        ([x * 0 - 1e6 for x in drawn_maps(2, 96, 96)], 0, 0),
    ],
    ids=["many", "batch", "few", "equal", "none"],
)
def test_proposals(proposals, maps, fewest, most):
    expected, objectness = Proposals()(*maps)
    found, scores = proposals.run(None, {f"map{i}": x.numpy() for i, x in enumerate(maps)})
    held = (objectness > 0).sum(1)
    assert fewest <= held.min() <= held.max() <= most
    assert np.isfinite(found).all()
    np.testing.assert_allclose(scores, objectness, rtol=0, atol=1e-6)
    np.testing.assert_allclose(found[scores > 0], expected[objectness > 0], rtol=1e-4, atol=1e-3)


@pytest.mark.long
def test_enlarged_tiles_give_boxes_in_their_own_pixels(small, tmp_path):
    fields = card_fields("oriented_rcnn_lwganet_l0", **SMALL)
    fields["input"]["resize"] = 2.0
    card = export_model(golden.fill(create_model("oriented_rcnn_lwganet_l0", **SMALL)), fields, tmp_path)
    images = drawn(1, 96, 128)
    large = F.interpolate(torch.from_numpy(images), scale_factor=2.0, mode="bilinear").numpy()
    expected = OnnxSession(small, 1).run([large])[0]
    expected[:, :4] /= 2
    assert share_matched(OnnxSession(card, 1).run([images])[0], expected, PIXELS, SCORE) >= 0.99


RUN = """
import sys
from pathlib import Path
import numpy as np
from lwganet_qgis.core.cards.card import read_card
from lwganet_qgis.core.sessions.onnx import OnnxSession
session = OnnxSession(read_card(Path(sys.argv[1])), 1)
session.run([np.random.default_rng(1).uniform(0, 255, (1, 3, 1024, 1024)).astype(np.float32)])
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks the kernel of Linux for the peak")
def test_memory_is_bounded(published):
    done = subprocess.run([sys.executable, "-c", RUN, published.folder], capture_output=True, text=True, check=True)
    assert int(done.stdout) / 1024 < PEAK
