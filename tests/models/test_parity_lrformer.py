# SPDX-License-Identifier: GPL-3.0-or-later
"""LRFormer equals the published implementation: keys, shapes and outputs."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from lwganet_qgis.models import create_model
from lwganet_qgis.models.networks.layers import pooled, tokens
from lwganet_qgis.models.networks.lrformer import VARIANTS, grids

from . import golden
from .test_parity import close, ids

MANIFESTS = {
    **{f"lrformer_{v}_encoder": (f"lrformer_{v}", {"features_only": True}) for v in VARIANTS},
    **{f"lrformer_{v}_lrhead_ade150": (f"lrformer_{v}", {}) for v in VARIANTS if v != "xl"},
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_state_dict_equals_the_manifest(name):
    model, args = MANIFESTS[name]
    with torch.device("meta"):
        described = golden.described(create_model(model, **args))
    assert described == golden.manifest(name)


def opened(path):
    """The fixture, its description, the network's name and the input."""
    case = np.load(path)
    info = json.loads(str(case["meta"]))
    return case, info, "_".join(info["model"].split("_")[:2]), golden.draw_input(info["seed"], info["shape"])


@pytest.mark.parametrize("path", golden.large_marked_long(golden.cases("lrformer_*_enc_*.npz")), ids=ids)
def test_dense_backbone(path):
    case, info, name, image = opened(path)
    model = golden.build(name, features_only=True)
    parts = [key[4:] for key in case.files if key.startswith(("sum/patch", "sum/block"))]
    with golden.watched(model, {k: k for k in parts}) as seen, torch.no_grad():
        maps = model(image)
    for part, value in seen.items():
        close(golden.summary(tokens(value)), case[f"sum/{part}"])
    for index, found in enumerate(maps):
        assert tuple(found.shape) == tuple(case[f"shape/out{index}"])
        close(golden.summary(found), case[f"sum/out{index}"])
    golden.compare_stored(case, "out3", maps[3], close, np.s_[:, ::4, ::2, ::2])


@pytest.mark.parametrize("path", golden.large_marked_long(golden.cases("lrformer_*_seg_*.npz")), ids=ids)
def test_segmenter(path):
    case, info, name, image = opened(path)
    model = golden.build(name, num_classes=info["num_classes"])
    parts = {key[4:]: key[4:] for key in case.files if key.startswith("sum/decode_head")}
    with golden.watched(model, {**parts, "logits_s8": "decode_head"}) as seen, torch.no_grad():
        logits = model(image)
    for part, value in {**seen, "logits_full": logits}.items():
        close(golden.summary(value), case[f"sum/{part}"])
    golden.compare_stored(case, "logits_s8", seen["logits_s8"], close, np.s_[:, ::3, ::4, ::4])
    np.testing.assert_array_equal(logits.argmax(1)[0, 5::16, 3::16], case["argmax_strided"])


@pytest.mark.parametrize("size", [(100, 133), (33, 101), (9, 40), (250, 65)])
def test_any_rectangle(size):
    model = golden.build("lrformer_t", num_classes=3)
    with torch.no_grad():
        assert tuple(model(golden.draw_input(0, (1, 3, *size))).shape) == (1, 3, *size)


@pytest.mark.parametrize("size", [(9, 9), (40, 30), (30, 40), (5, 7), (64, 17), (1, 9)])
@pytest.mark.parametrize("scale", [1, 2])
def test_grids_are_adaptive_averages_in_the_shape_of_the_image(size, scale):
    height, width = size
    x = golden.draw_input(0, (2, 3, *size))
    for cells, weights in zip((16, 11, 8, 6, 4), grids(x, scale)):
        if width >= height:
            expected = (cells * scale, round(width * cells * scale / height + 0.001))
        else:
            expected = (round(height * cells * scale / width + 0.001), cells * scale)
        torch.testing.assert_close(pooled(x, weights), torch.nn.functional.adaptive_avg_pool2d(x, expected))
