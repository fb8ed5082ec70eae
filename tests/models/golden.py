# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights and inputs of the parity fixtures: functions of parameter names and seeds."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from lwganet_qgis.models import create_model

FOLDER = Path(__file__).parents[1] / "data" / "golden"
CONSTANT = (".filt", ".relative_position_index", ".inv_freq")
GAIN = 0.7


def _value(key: str, shape: tuple[int, ...]) -> np.ndarray:
    draw = np.random.Generator(np.random.PCG64(zlib.crc32(key.encode())))
    leaf = key.rsplit(".", 1)[-1]
    if leaf == "num_batches_tracked":
        return np.zeros(shape, np.int64)
    if leaf == "relative_position_bias_table":
        return draw.standard_normal(shape) * 0.5
    if leaf in ("running_mean", "bias", "in_proj_bias"):
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


def build(name: str, **args: Any) -> nn.Module:
    """`fill` of a network without constant buffers, saving the time that its own weights would take."""
    with torch.device("meta"):
        model = create_model(name, **args)
    return fill(model.to_empty(device="cpu"))


def draw_input(seed: int, shape: tuple[int, ...]) -> Tensor:
    draw = np.random.Generator(np.random.PCG64(int(seed)))
    return torch.from_numpy(draw.standard_normal(tuple(int(n) for n in shape)).astype(np.float32))


def cases(pattern: str) -> list[Path]:
    found = sorted(FOLDER.glob(pattern))
    assert found, f"no fixture matches {pattern}"
    return found


def large_marked_long(paths: list[Path]) -> list[Any]:
    """Cases of LRFormer, of which the large variants take long."""
    return [pytest.param(p, marks=pytest.mark.long if "_l_" in p.name or "_xl_" in p.name else ()) for p in paths]


def manifest(name: str) -> list[tuple[str, tuple[int, ...], str]]:
    entries = json.loads((FOLDER / "manifest" / f"{name}.json").read_text())["keys"]
    return [(e["key"], tuple(e["shape"]), e["dtype"]) for e in entries]


def summary(x: Tensor) -> np.ndarray:
    """The 19 figures that fixtures keep of a tensor: mean, std, max|x|, first 16 values."""
    flat = x.flatten().double()
    head = flat[:16]
    return np.concatenate([[flat.mean(), flat.std(), flat.abs().max()], head.numpy()])


def described(model: nn.Module) -> list[tuple[str, tuple[int, ...], str]]:
    """The state of a model in the form of `manifest`."""
    return [(k, tuple(v.shape), str(v.dtype).removeprefix("torch.")) for k, v in model.state_dict().items()]


@contextmanager
def watched(model: nn.Module, parts: dict[str, str]) -> Iterator[dict[str, Tensor]]:
    """Collects what submodules return: `parts` maps names to paths; "-1" in a path is the last child."""
    seen: dict[str, Tensor] = {}

    def keep(name: str) -> Callable[..., None]:
        return lambda module, inputs, output: seen.__setitem__(name, output)

    handles = []
    for name, path in parts.items():
        module = model
        for step in path.split("."):
            module = list(module.children())[-1] if step == "-1" else module.get_submodule(step)
        handles.append(module.register_forward_hook(keep(name)))
    yield seen
    for handle in handles:
        handle.remove()


def compare_stored(
    case: Any, name: str, found: Tensor, same: Callable[..., None], step: tuple[slice, ...] = ()
) -> None:
    """Compares what a fixture keeps of a tensor beside its summary: the whole, or each `step`."""
    assert f"full/{name}" in case or f"strided/{name}" in case
    if f"full/{name}" in case:
        same(found, case[f"full/{name}"])
    if f"strided/{name}" in case:
        same(found[step], case[f"strided/{name}"])
