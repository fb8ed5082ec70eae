# SPDX-License-Identifier: GPL-3.0-or-later
"""CLAFA, and the operators that choose where they look, equal the published ones."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from lwganet_qgis.models import create_model
from lwganet_qgis.models.networks.clafa import shifted
from lwganet_qgis.models.networks.deformable import deform_conv, sample

from . import golden
from .test_parity import DOUBLE, close, ids, meta, near

HOOKS = ("fpn.p5", "fpn.p4_Gamma", "fpn.p4_beta", "fpn.p2")
STEPS = ("p5_to_p4", "p4_to_p3", "p3_to_p2", "p5_head", "p4_head", "p3_head", "p2_head", "head")


@pytest.mark.parametrize("variant", ["l0", "l2"])
def test_state_dict_equals_the_manifest(variant):
    assert golden.described(create_model(f"clafa_lwganet_{variant}")) == golden.manifest(f"clafa_{variant}")


PATHS = golden.cases("cd_clafa_*.npz")
CASES = [(path, torch.float32, near) for path in PATHS]
CASES += [(path, DOUBLE, close) for path in PATHS if "b1_s256" in path.stem]


@pytest.mark.parametrize(("path", "dtype", "same"), CASES, ids=[f"{ids(path)}-{dtype}" for path, dtype, _ in CASES])
def test_change(path, dtype, same):
    case = np.load(path)
    info = meta(case)
    model = golden.fill(create_model(f"clafa_lwganet_{info['model'][-2:]}")).to(dtype)
    images = [golden.draw_input(info[k], info["shape"]).to(dtype) for k in ("seed_x1", "seed_x2")]
    with golden.watched(model, {name: name for name in (*HOOKS, "fpn", *STEPS)}) as seen, torch.no_grad():
        out = model(*images)
    for date in range(2):
        for name in HOOKS:
            same(golden.summary(seen[name].chunk(2)[date]), case[f"sum/{name}#{date}.0"])
        for level, x in enumerate(seen["fpn"]):
            same(golden.summary(x.chunk(2)[date]), case[f"sum/fpn#{date}.{level}"])
    for name in STEPS:
        same(golden.summary(seen[name]), case[f"sum/{name}#0.0"])
    step = int(case["sub_stride"])
    same(out[0][:, :, ::step, ::step], case["pred_sub"])
    for index, x in enumerate(out):
        same(golden.summary(x), case[f"sum/pred{index}"])
        if index:
            same(x[:, :, ::16, ::16], case[f"pred_p{index + 1}_sub"])
    changed = np.unpackbits(case["change_bits"])[: out[0][:, 0].numel()].reshape(case["change_shape"])
    assert np.mean(out[0].argmax(1).numpy() != changed) <= (0 if dtype == DOUBLE else 5e-3)


@pytest.mark.parametrize("size", [(64, 64), (100, 133), (33, 101)])
def test_any_rectangle(size):
    images = [golden.draw_input(seed, (1, 3, *size)) for seed in range(2)]
    with torch.no_grad():
        out = golden.fill(create_model("clafa_lwganet_l0", auxiliary=None))(*images)
    assert [tuple(x.shape) for x in out] == [(1, 2, *size)] * 5


def test_deformable_convolution():
    case = np.load(golden.FOLDER / "ops_rotated_7000.npz")
    names = ("x", "offset", "mask", "w", "b")
    close(deform_conv(*(torch.from_numpy(case[f"dcn_{name}"]) for name in names)), case["dcn_out"])


def test_samples_of_deformable_attention():
    case = np.load(golden.FOLDER / "ops_rotated_7000.npz")
    value, at, share = (torch.from_numpy(case[f"msda_{name}"]) for name in ("value", "loc", "w"))
    x = value[:, :, 0].transpose(1, 2).unflatten(2, tuple(case["msda_shapes"][0]))
    found = (sample(x, at[:, :, 0, 0]) * share[:, :, 0, 0][:, None]).sum(3)
    close(found.transpose(1, 2), case["msda_out"])


@pytest.mark.parametrize(("kernel", "dilation"), [(3, 1), (5, 2)])
def test_shifted_maps_are_those_of_unfold(kernel, dilation):
    x = golden.draw_input(1, (2, 3, 7, 9))
    expected = F.unfold(x, kernel, dilation, padding=kernel // 2 * dilation).view(2, 3, -1, 7, 9)
    torch.testing.assert_close(torch.stack(list(shifted(x, kernel, dilation)), 2), expected)
