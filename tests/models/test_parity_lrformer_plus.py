# SPDX-License-Identifier: GPL-3.0-or-later
"""LRFormer+ (mask queries) equals the published implementation: keys, shapes and outputs."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from lwganet_qgis.models import create_model
from lwganet_qgis.models.networks.lrformer import VARIANTS

from . import golden
from .test_parity import close, ids

PARTS = {
    "pd.input_convs.{}": (range(3), "decode_head.pixel_decoder.input_convs.{}"),
    "pd.encoder.layers.{}": ((0, 5), "decode_head.pixel_decoder.encoder.layers.{}"),
    "pd.encoder.layers.{}.self_attn": ((0,), "decode_head.pixel_decoder.encoder.layers.{}.self_attn"),
    "dec.layers.{}": ((0, 1, 2, 8), "decode_head.transformer_decoder.layers.{}"),
}
PATHS = {name.format(i): path.format(i) for name, (numbers, path) in PARTS.items() for i in numbers}


@pytest.mark.parametrize("variant", VARIANTS)
def test_state_dict_equals_the_manifest(variant):
    with torch.device("meta"):
        described = golden.described(create_model(f"lrformer_{variant}_plus"))
    assert described == golden.manifest(f"lrformer_{variant}_plus_ade150")


@pytest.mark.parametrize("path", golden.large_marked_long(golden.cases("lrformer_*_plus_*.npz")), ids=ids)
def test_mask_segmenter(path):
    case = np.load(path)
    info = json.loads(str(case["meta"]))
    model = golden.build(info["model"], num_classes=info["num_classes"])
    head = "decode_head"
    outputs = {"pd": f"{head}.pixel_decoder", "found": head, "pd.mask_feature": f"{head}.pixel_decoder.mask_feature"}
    with golden.watched(model, {**PATHS, **outputs}) as seen, torch.no_grad():
        scores = model(golden.draw_input(info["seed"], info["shape"]))
    found, (_, levels) = seen.pop("found"), seen.pop("pd")
    for index, (classes, masks) in enumerate(zip(*found)):
        seen |= {f"cls{index}": classes, f"mask{index}": masks}
    seen |= {f"pd.ms{i}": level for i, level in enumerate(levels)}
    seen["seg_logits"] = scores
    assert {f"sum/{name}" for name in seen} == {key for key in case.files if key.startswith("sum/")}
    for name, value in seen.items():
        close(golden.summary(value), case[f"sum/{name}"])
    close(found.classes[9][:, ::4], case["cls9"])
    close(found.masks[9][:, ::5, ::5, ::5], case["strided/mask9"])
    close(scores[0, ::3, 5::16, 3::16], case["strided/seg_logits"])
    np.testing.assert_array_equal(scores.argmax(1)[0, 5::16, 3::16], case["argmax_strided"])


@pytest.mark.parametrize("size", [(100, 133), (33, 101)])
def test_any_rectangle(size):
    model = golden.build("lrformer_t_plus", num_classes=3)
    with torch.no_grad():
        scores = model(golden.draw_input(0, (1, 3, *size)))
    assert tuple(scores.shape) == (1, 3, *size)
    assert (scores >= 0).all()
