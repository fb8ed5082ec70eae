# SPDX-License-Identifier: GPL-3.0-or-later
"""The exported graphs of LSKNet, LRFormer, LRFormer+ and CLAFA equal the networks, whatever the sides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import onnxruntime
import pytest
import torch

from lwganet_qgis.models import create_model
from lwganet_qgis.models.export.deploy import deploy
from lwganet_qgis.models.export.folder import GRAPH_FILE, export_model, open_model
from lwganet_qgis.models.networks import lrformer

from . import golden
from .cards import card_fields

pytestmark = pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning")

NETWORKS = {
    "lsknet_t": ("lwganet", [(1, 96, 96), (3, 128, 203)]),
    "unetformer_lsknet_t": ("unetformer", [(1, 256, 256), (2, 256, 512)]),
    "lrformer_t": ("unetformer", [(1, 96, 96), (2, 64, 160), (1, 160, 64)]),
    "lrformer_t_plus": ("unetformer", [(1, 96, 96), (2, 64, 160)]),
    "clafa_lwganet_l0": ("a2net", [(1, 96, 96), (2, 128, 192)]),
}
"""What each is exported like, and batches, heights and widths to run the graph at."""


@pytest.fixture
def shallow(monkeypatch):
    """LRFormer-T of five blocks instead of thirteen: as telling, and exported in half the time."""
    spec = replace(lrformer.VARIANTS["t"], depths=(1, 1, 2, 1))
    monkeypatch.setitem(lrformer.VARIANTS, "t", spec)


def check_shares(network, images, logits):
    """Softmax of what is exported gives each class's share of the scores, and the best class is the network's."""
    with torch.no_grad():
        scores = network.network(*(network._prepare(image) for image in images))
    shares = torch.from_numpy(logits).softmax(1)
    torch.testing.assert_close(shares, scores / scores.sum(1, keepdim=True), rtol=1e-3, atol=1e-5)
    assert (shares.argmax(1) == scores.argmax(1)).float().mean() > 0.999


@pytest.mark.usefixtures("shallow")
@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.long if n != "lsknet_t" else ()) for n in NETWORKS])
def test_graph_equals_network(name, tmp_path):
    like, sizes = NETWORKS[name]
    arguments = {} if like == "a2net" else {"num_classes": 5}
    fields = card_fields(like, **arguments) | {"architecture": {"name": name, "arguments": arguments}}
    fields |= {"multiple": 256 if like in name else 32}
    card = export_model(golden.fill(create_model(name, **arguments)), fields, tmp_path)
    network = deploy(open_model(card), card)
    session = onnxruntime.InferenceSession(tmp_path / GRAPH_FILE, providers=["CPUExecutionProvider"])
    for batch, height, width in sizes:
        images = [golden.draw_input(s, (batch, 3, height, width)) * 60 + 110 for s in range(len(card.kind.inputs))]
        with torch.no_grad():
            expected = network(*images).numpy()
        found, features = session.run(None, {i.name: x.numpy() for i, x in zip(session.get_inputs(), images)})
        assert found.shape == expected.shape
        assert features.shape[0] == batch and np.isfinite(features).all()
        if name.endswith("_plus"):
            check_shares(network, images, found)
        assert np.abs(found - expected).max() <= 1e-4 * np.abs(expected).max()
