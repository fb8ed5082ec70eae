# SPDX-License-Identifier: GPL-3.0-or-later
"""Data sets by name. Each one knows its files, its split, its samples, its loss and its measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from torch import Tensor

from ..recipe import Recipe, RecipeError

Batch = tuple[tuple[Tensor, ...], Tensor]
"""Images (N, C, S, S) of values 0..255, one or two dates, and their target."""
Predict = Callable[..., Tensor]
"""Images -> the network's output in evaluation (logits or probability)."""

_MODULES = {"eurosat": "eurosat", "dubai": "dubai", "naip_water": "naip_water", "banepa": "banepa"}


class Dataset(Protocol):
    train_size: int
    score: str
    """Name of the metric that picks the best epoch."""

    def batches(self, epoch: int, steps: int, batch: int) -> Iterator[Batch]: ...

    def loss(self, outputs: Any, target: Tensor) -> Tensor: ...

    def evaluate(self, predict: Predict, split: str) -> dict[str, Any]: ...

    def baselines(self, split: str) -> dict[str, Any]: ...


def open_dataset(recipe: Recipe, data_folder: Path) -> Dataset:
    """Raises RecipeError for an unknown data set or where its files are missing."""
    if recipe.dataset not in _MODULES:
        raise RecipeError(f"{recipe.path}: unknown dataset {recipe.dataset!r}; known: {', '.join(_MODULES)}")
    source = data_folder / recipe.source
    if not source.exists():
        raise RecipeError(f"{source} is missing; name the folder that holds the data with --data")
    module = import_module(f".{_MODULES[recipe.dataset]}", __name__)
    dataset: Dataset = module.open_dataset(recipe, source)
    return dataset
