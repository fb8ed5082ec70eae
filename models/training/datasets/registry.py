# SPDX-License-Identifier: GPL-3.0-or-later
"""Data sets by name; each one's module is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ..dataset import Dataset
from ..recipe import Recipe, RecipeError

_MODULES = {"eurosat": "eurosat", "dubai": "dubai", "naip_water": "naip_water", "banepa": "banepa"}


def open_dataset(recipe: Recipe, data_folder: Path) -> Dataset:
    """Raises RecipeError for an unknown data set or where its files are missing."""
    if recipe.dataset not in _MODULES:
        raise RecipeError(f"{recipe.path}: unknown dataset {recipe.dataset!r}; known: {', '.join(_MODULES)}")
    source = data_folder / recipe.source
    if not source.exists():
        raise RecipeError(f"{source} is missing; name the folder that holds the data with --data")
    module = import_module(f".{_MODULES[recipe.dataset]}", __package__)
    dataset: Dataset = module.open_dataset(recipe, source)
    return dataset
