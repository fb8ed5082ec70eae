# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains a model from a recipe: ``python -m lwganet_qgis.models.train RECIPE.toml --data FOLDER``.

With ``--describe`` nothing is trained: what a folder says besides its weights is made anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import load_file

from ..core.cards.card import CARD_FILE, WEIGHTS_FILE, read_card
from ..core.cards.writing import write_card
from ..core.errors import ModelError
from .export.folder import export_model, open_model
from .training.dataset import Dataset
from .training.datasets.registry import open_dataset
from .training.describing.describe import describe
from .training.loop import BEST, Trained, predictor, train
from .training.recipe import Recipe, RecipeError, read_recipe
from .training.start import Start, load_backbone, load_whole

BUNDLED = Path(__file__).resolve().parents[1] / "resources" / "models"


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder that holds the data sets")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="checkpoints; runs resume from here")
    parser.add_argument("--models", type=Path, default=Path("build/models"), help="where model folders go")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", dest="overrides",
                        help="another value for a field of the recipe, e.g. schedule.epochs=2")  # fmt: skip
    parser.add_argument("--run", default="", help="name of this run's checkpoints; default: the model's id")
    parser.add_argument("--describe", action="store_true", help="of the folder in --models: calibration, familiarity")
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


def _start(recipe: Recipe, work: Path) -> Start | None:
    """Of the recipe's `start_from` or `backbone_from`: the run of that name, or else the bundled model."""
    name = recipe.start_from or recipe.backbone_from
    if not name:
        return None
    run, bundled = work / name / BEST, BUNDLED / name / WEIGHTS_FILE
    if not run.exists() and not bundled.exists():
        raise RecipeError(f"{run} is missing, and no such model is bundled; train {name} first")
    trained = run.exists()
    state = torch.load(run, map_location="cpu", weights_only=True)["model"] if trained else load_file(bundled)
    state = {key: value.float() if value.is_floating_point() else value for key, value in state.items()}
    load, what = (load_whole, "tensors") if recipe.start_from else (load_backbone, "backbone tensors")
    return lambda model: f"{load(model, state)} {what} of {'run' if trained else 'bundled model'} {name}"


def main(argv: list[str] | None = None) -> int:
    args = _arguments(argv)
    try:
        recipe = read_recipe(args.recipe, _overrides(args.overrides))
        dataset = open_dataset(recipe, args.data)
        if args.describe:
            card = read_card(args.models / recipe.id)
            describe(card, json.loads((card.folder / CARD_FILE).read_text(encoding="utf-8")), dataset)
            return 0
        trained = train(recipe, dataset, args.work / (args.run or recipe.id), _start(recipe, args.work))
    except (RecipeError, ModelError) as error:
        print(error, file=sys.stderr)
        return 1
    if not args.no_export:
        _export(recipe, dataset, trained, args.models / recipe.id)
    return 0


def _export(recipe: Recipe, dataset: Dataset, trained: Trained, folder: Path) -> None:
    """Writes the model folder, with what validation tells of it; test data are not looked at."""
    fields = {**recipe.card, "architecture": {"name": recipe.network, "arguments": recipe.arguments}, "metrics": {}}
    fields["training"] = {
        **fields["training"], "seed": recipe.seed, "recipe": recipe.path.name,
        "backbone_from": recipe.backbone_from, "start_from": recipe.start_from,
        "schedule": asdict(recipe.schedule), "augmentation": asdict(recipe.augmentation),
        "curve": {"of": dataset.score, "validation": [round(score, 4) for score in trained.curve]},
    }  # fmt: skip
    card = describe(export_model(trained.model, fields, folder), fields, dataset)
    figures = dataset.evaluate(predictor(open_model(card), torch.device("cpu")), "val")
    fields["metrics"] = {"validation": figures}
    write_card(fields, folder, card.files)
    print(json.dumps(fields["metrics"], indent=1))


if __name__ == "__main__":
    raise SystemExit(main())
