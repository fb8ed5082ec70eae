# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys, shapes and outputs equal those of the published implementation."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from lwganet_qgis.models import create_model
from lwganet_qgis.models.networks import lwganet as net

from . import golden

TOLERANCE = 1e-4
"""Largest error, relative to the largest reference value."""


def close(actual, expected) -> None:
    actual, expected = np.asarray(actual, np.float64), np.asarray(expected, np.float64)
    assert actual.shape == expected.shape
    assert np.abs(actual - expected).max() <= TOLERANCE * np.abs(expected).max()


def near(actual, expected) -> None:
    """`close`, or apart only where a near-tie of the pooling fell to the other side in single precision.

    Two windows in a million have their best values closer than rounding; which wins depends on the
    number of threads. The choice moves a few values a little: half of all stay within 1e-3 deviations.
    """
    actual, expected = np.asarray(actual, np.float64), np.asarray(expected, np.float64)
    assert actual.shape == expected.shape
    error = np.abs(actual - expected)
    assert error.max() <= TOLERANCE * np.abs(expected).max() or np.median(error) <= 1e-3 * expected.std()


DOUBLE = torch.float64
"""In double precision ties are no matter of rounding: there every figure must be close."""
PRECISIONS = pytest.mark.parametrize(("dtype", "same"), [(DOUBLE, close), (torch.float32, near)], ids=["f64", "f32"])


def meta(case) -> dict:
    return json.loads(str(case["meta"]))


def ids(path: Path) -> str:
    return path.stem


MANIFESTS = {
    "classifier_l0_nc1000": ("lwganet_l0", {}),
    "classifier_l1_nc1000": ("lwganet_l1", {}),
    "classifier_l2_nc1000": ("lwganet_l2", {}),
    "backbone_fork_l0": ("lwganet_l0", {"features_only": True}),
    "backbone_fork_l1": ("lwganet_l1", {"features_only": True}),
    "backbone_fork_l2": ("lwganet_l2", {"features_only": True}),
    "unetformer_l2_loveda7": ("unetformer_lwganet_l2", {"num_classes": 7}),
    "unetformer_l2_uavid8": ("unetformer_lwganet_l2", {"num_classes": 8}),
    "a2net_l0": ("a2net_lwganet_l0", {}),
    "a2net_l2": ("a2net_lwganet_l2", {}),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_state_dict_equals_the_manifest(name):
    model, args = MANIFESTS[name]
    state = create_model(model, **args).state_dict()
    found = [(k, tuple(v.shape), str(v.dtype).removeprefix("torch.")) for k, v in state.items()]
    assert sorted(found) == sorted(golden.manifest(name))


def test_unknown_names_are_answered_with_the_known():
    with pytest.raises(ValueError, match="lwganet_l0"):
        create_model("lwganet_l9")


@PRECISIONS
@pytest.mark.parametrize("path", golden.cases("cls_*.npz"), ids=ids)
def test_classifier(path, dtype, same):
    case = np.load(path)
    info = meta(case)
    model = golden.fill(create_model(f"lwganet_{info['model'][-2:]}", num_classes=info["num_classes"])).to(dtype)
    seen = {}
    model.Stem.register_forward_hook(lambda m, i, o: seen.__setitem__("stem", o))
    for index, part in enumerate(model.stages):
        part.register_forward_hook(lambda m, i, o, k=f"stages.{index}": seen.__setitem__(k, o))
    with torch.no_grad():
        logits = model(golden.draw_input(info["seed"], info["shape"]).to(dtype))
    same(logits, case["logits"])
    for key, value in seen.items():
        same(golden.summary(value), case[f"sum/{key}"])


@PRECISIONS
@pytest.mark.parametrize("path", golden.cases("bb_*.npz"), ids=ids)
def test_dense_backbone(path, dtype, same):
    case = np.load(path)
    info = meta(case)
    model = golden.fill(create_model(f"lwganet_{info['model'][-2:]}", features_only=True)).to(dtype)
    with torch.no_grad():
        maps = model(golden.draw_input(info["seed"], info["shape"]).to(dtype))
    for index, found in enumerate(maps):
        assert tuple(found.shape) == tuple(case[f"shape/out{index}"])
        same(golden.summary(found), case[f"sum/out{index}"])
        if f"out{index}" in case:
            same(found[:, : case[f"out{index}"].shape[1]], case[f"out{index}"])
    if "out3_c8" in case:
        same(maps[3][:, :8], case["out3_c8"])


@PRECISIONS
@pytest.mark.parametrize("path", golden.cases("seg_*.npz"), ids=ids)
def test_unetformer(path, dtype, same):
    case = np.load(path)
    info = meta(case)
    model = golden.fill(create_model("unetformer_lwganet_l2", num_classes=info["num_classes"])).to(dtype)
    with torch.no_grad():
        logits = model(golden.draw_input(info["seed"], info["shape"]).to(dtype))
    step = int(case["sub_stride"])
    same(logits[..., ::step, ::step], case["logits_sub"])
    assert np.mean(logits.argmax(1).numpy() != case["argmax"]) <= (1e-4 if dtype == DOUBLE else 5e-3)


@PRECISIONS
@pytest.mark.parametrize("path", golden.cases("cd_a2net_*.npz"), ids=ids)
def test_a2net(path, dtype, same):
    case = np.load(path)
    info = meta(case)
    model = golden.fill(create_model(f"a2net_lwganet_{info['model'][-2:]}")).to(dtype)
    with torch.no_grad():
        masks = model(*(golden.draw_input(info[k], info["shape"]).to(dtype) for k in ("seed_x1", "seed_x2")))
    step = int(case["sub_stride"])
    for index, mask in enumerate(masks):
        stride = step if index == 0 else 2 * step
        same(mask[..., ::stride, ::stride], case[f"mask{index}_sub"])
    changed = np.unpackbits(case["change_bits"])[: masks[0].numel()].reshape(masks[0].shape)
    assert np.mean((masks[0] > 0.5).numpy() != changed) <= 1e-4


UNITS = {
    "PA_gelu": lambda: net.PA(8, torch.nn.GELU),
    "LA_relu": lambda: net.LA(8, torch.nn.ReLU),
    "MRA_12": lambda: net.MRA(8),
    "MRA_10": lambda: net.MRA(8),
    "MRA_7": lambda: net.MRA(8),
    "MRA_32": lambda: net.MRA(4),
    "GA12_gelu": lambda: net.GA12(8, torch.nn.GELU),
    "GA12_relu": lambda: net.GA12(8, torch.nn.ReLU),
    "D_GA": lambda: net.D_GA(8),
    "GA": lambda: net.GA(8),
    "GA_small": lambda: net.GA(2),
    "DRFD_gelu": lambda: net.DRFD(8, torch.nn.GELU),
    "DRFD_odd": lambda: net.DRFD(8, torch.nn.ReLU),
    "BLOCK_s0": lambda: net.LWGABlock(16, 0, 0.0, torch.nn.GELU),
    "BLOCK_s1": lambda: net.LWGABlock(16, 1, 0.0, torch.nn.ReLU),
    "BLOCK_s2": lambda: net.LWGABlock(16, 2, 0.0, torch.nn.GELU),
    "BLOCK_s3": lambda: net.LWGABlock(16, 3, 0.0, torch.nn.ReLU),
}


@pytest.mark.parametrize("name", UNITS)
def test_unit_module(name):
    case = np.load(golden.FOLDER / "unit_modules_9000.npz")
    module = golden.fill(UNITS[name](), f"unit.{name}.")
    with torch.no_grad():
        close(module(golden.draw_input(case[f"{name}/seed"], case[f"{name}/shape"])), case[f"{name}/out"])


def test_ties_go_to_the_first_maximum():
    case = np.load(golden.FOLDER / "unit_modules_9000.npz")
    pooled, where = net.max_pool_2x2(torch.from_numpy(case["tie/in"]))
    np.testing.assert_array_equal(net.max_unpool_2x2(pooled, where), case["tie/unpooled"])
    np.testing.assert_array_equal(torch.stack(where).sum(0), 1)


@pytest.mark.parametrize("size", [(64, 64), (100, 133), (33, 101), (1, 40)])
@pytest.mark.parametrize("name", ["unetformer_lwganet_l0", "a2net_lwganet_l0"])
def test_any_rectangle(name, size):
    model = golden.fill(create_model(name))
    images = [golden.draw_input(seed, (1, 3, *size)) for seed in range(2 if name.startswith("a2net") else 1)]
    with torch.no_grad():
        out = model(*images)
    assert tuple((out[0] if isinstance(out, list) else out).shape[2:]) == size
