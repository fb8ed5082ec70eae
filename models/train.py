# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains a model from a recipe: ``python -m lwganet_qgis.models.train RECIPE.toml --data FOLDER``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import torch

from .training.datasets import open_dataset
from .training.loop import BEST, predictor, train
from .training.recipe import Recipe, RecipeError, read_recipe


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder that holds the data sets")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="checkpoints; runs resume from here")
    parser.add_argument("--models", type=Path, default=Path("build/models"), help="where model folders go")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", dest="overrides",
                        help="another value for a field of the recipe, e.g. schedule.epochs=2")  # fmt: skip
    parser.add_argument("--run", default="", help="name of this run's checkpoints; default: the model's id")
    parser.add_argument("--no-export", action="store_true", help="measure only")
    return parser.parse_args(argv)


def _overrides(texts: list[str]) -> dict[str, object]:
    values: dict[str, object] = {}
    for text in texts:
        name, _, value = text.partition("=")
        try:
            values[name] = json.loads(value)
        except json.JSONDecodeError:
            values[name] = value
    return values


def _backbone(recipe: Recipe, work: Path) -> dict[str, torch.Tensor] | None:
    if not recipe.backbone_from:
        return None
    path = work / recipe.backbone_from / BEST
    if not path.exists():
        raise RecipeError(f"{path} is missing; train {recipe.backbone_from} first")
    state: dict[str, torch.Tensor] = torch.load(path, map_location="cpu", weights_only=True)["model"]
    return state


def main(argv: list[str] | None = None) -> int:
    args = _arguments(argv)
    try:
        recipe = read_recipe(args.recipe, _overrides(args.overrides))
        dataset = open_dataset(recipe, args.data)
        folder = args.work / (args.run or recipe.id)
        model = train(recipe, dataset, folder, _backbone(recipe, args.work))
    except RecipeError as error:
        print(error, file=sys.stderr)
        return 1
    if args.no_export:
        return 0
    figures = dataset.evaluate(predictor(model, next(model.parameters()).device), "test")
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
