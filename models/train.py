# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains a model from a recipe: ``python -m lwganet_qgis.models.train RECIPE.toml --data FOLDER``."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

import torch
from torch import nn

from ..core.cards.writing import write_card
from .export.folder import export_model, open_model
from .training.dataset import Dataset
from .training.datasets.registry import open_dataset
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
        model = train(recipe, dataset, args.work / (args.run or recipe.id), _backbone(recipe, args.work))
    except RecipeError as error:
        print(error, file=sys.stderr)
        return 1
    if not args.no_export:
        _export(recipe, dataset, model, args.models / recipe.id)
    return 0


def _export(recipe: Recipe, dataset: Dataset, model: nn.Module, folder: Path) -> None:
    """Writes the model folder, then measures what was written on the held-out split."""
    fields = {**recipe.card, "architecture": {"name": recipe.network, "arguments": recipe.arguments}, "metrics": {}}
    fields["training"] = {
        **fields["training"], "seed": recipe.seed, "recipe": recipe.path.name, "backbone_from": recipe.backbone_from,
        "schedule": asdict(recipe.schedule), "augmentation": asdict(recipe.augmentation),
    }  # fmt: skip
    card = export_model(model, fields, folder)
    figures = dataset.evaluate(predictor(open_model(card), torch.device("cpu")), "test")
    fields["metrics"] = {"test": figures, "baselines": dataset.baselines("test")}
    write_card(fields, folder, card.files)
    print(json.dumps(fields["metrics"], indent=1))


if __name__ == "__main__":
    raise SystemExit(main())
