# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights and inputs of the parity fixtures: functions of parameter names and seeds."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

FOLDER = Path(__file__).parents[1] / "data" / "golden"
CONSTANT = (".filt", ".relative_position_index")
GAIN = 0.7


def _value(key: str, shape: tuple[int, ...]) -> np.ndarray:
    draw = np.random.Generator(np.random.PCG64(zlib.crc32(key.encode())))
    leaf = key.rsplit(".", 1)[-1]
    if leaf == "num_batches_tracked":
        return np.zeros(shape, np.int64)
    if leaf == "relative_position_bias_table":
        return draw.standard_normal(shape) * 0.5
    if leaf in ("running_mean", "bias"):
        return draw.standard_normal(shape) * 0.1
    if leaf == "running_var" or len(shape) < 2:
        return draw.uniform(0.5, 1.5, shape)
    return draw.standard_normal(shape) * np.sqrt(GAIN / np.prod(shape[1:]))


def fill(model: nn.Module, prefix: str = "") -> nn.Module:
    """`model` in evaluation mode with every weight drawn from its name."""
    state = model.state_dict()
    for key, tensor in state.items():
        if not key.endswith(CONSTANT):
            value = _value(prefix + key, tuple(tensor.shape))
            state[key] = torch.from_numpy(np.asarray(value)).to(tensor.dtype)
    model.load_state_dict(state)
    return model.eval()


def draw_input(seed: int, shape: tuple[int, ...]) -> Tensor:
    draw = np.random.Generator(np.random.PCG64(int(seed)))
    return torch.from_numpy(draw.standard_normal(tuple(int(n) for n in shape)).astype(np.float32))


def cases(pattern: str) -> list[Path]:
    found = sorted(FOLDER.glob(pattern))
    assert found, f"no fixture matches {pattern}"
    return found


def manifest(name: str) -> list[tuple[str, tuple[int, ...], str]]:
    entries = json.loads((FOLDER / "manifest" / f"{name}.json").read_text())["keys"]
    return [(e["key"], tuple(e["shape"]), e["dtype"]) for e in entries]


def summary(x: Tensor) -> np.ndarray:
    """The 19 figures that fixtures keep of a tensor: mean, std, max|x|, first 16 values."""
    flat = x.flatten().double()
    head = flat[:16]
    return np.concatenate([[flat.mean(), flat.std(), flat.abs().max()], head.numpy()])
