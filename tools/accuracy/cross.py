# SPDX-License-Identifier: GPL-3.0-or-later
"""Cross-validation: a recipe trained anew for each part of its data that is held out, and measured there.

The bundled weights have seen most of these parts, so each fold starts from the backbone of the scene model, which has
seen none, on the same schedule. Folds resume where they were left; figures go into the bundled model's card.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file

from lwganet_qgis.models.train import BUNDLED
from lwganet_qgis.models.training.datasets import dubai
from lwganet_qgis.models.training.datasets.registry import open_dataset
from lwganet_qgis.models.training.loop import predictor, train
from lwganet_qgis.models.training.recipe import Recipe, read_recipe
from lwganet_qgis.models.training.start import load_backbone

from . import land_cover
from .cards import metrics_of, write_metrics
from .tool import confusion

ROOT = Path(__file__).resolve().parents[2]
RECIPES = ROOT / "models" / "recipes"
BACKBONE = "eurosat_scenes_l0"
START = {"start_from": "", "backbone_from": BACKBONE}
COVER_FOLDS = (((1, 5), 2), ((2, 6), 3), ((3, 7), 4), ((4, 8), 1))
"""Tiles that are held out, and the one that picks the best epoch."""
ROWS_FOLDS = (
    {"train": [1536, 4096], "val": [1024, 1536], "test": [0, 1024]},
    {"train": [2048, 4096], "val": [512, 1024], "test": [1024, 2048]},
    {"train": [0, 2048], "val": [3072, 3584], "test": [2048, 3072]},
    {"train": [0, 2560], "val": [2560, 3072], "test": [3072, 4096]},
)
"""Rows of the scene."""
HELD_OUT_DATES = ("2018", "2020")


def _trained(recipe: Recipe, dataset: Any, folder: Path) -> Any:
    state = {key: value.float() for key, value in load_file(BUNDLED / BACKBONE / "weights.safetensors").items()}
    model = train(recipe, dataset, folder, lambda new: f"{load_backbone(new, state)} backbone tensors of {BACKBONE}")
    return predictor(model.model, torch.device("cpu"))


def land_cover_folds(overrides: dict[str, Any], data: Path, work: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """mIoU of each tile, by the network and by a forest tuned on the fold's validation tile."""
    images = land_cover.read_images(data / "dubai_aerial.zip")
    for number, (tests, validation) in enumerate(COVER_FOLDS):
        fold = {**START, "options.test": list(tests), "options.validation": [validation], **overrides}
        recipe = read_recipe(RECIPES / "dubai_landcover.toml", fold)
        predict = _trained(recipe, open_dataset(recipe, data), work / f"cover_{number}")
        forest = land_cover.tuned_forest(images, tests, validation)
        for tile in tests:
            counts = np.zeros((5, 5), np.int64)
            for image, mask in images[tile]:
                counts += confusion(mask, dubai.predict_image(predict, torch.from_numpy(image)), 5)
            miou = land_cover.figures_of(counts)["miou"]
            yield f"tile {tile}", {"miou": miou, "forest": land_cover.judged(forest, images[tile])["miou"]}


def building_folds(overrides: dict[str, Any], data: Path, work: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """AP50 of each block of rows."""
    for number, rows in enumerate(ROWS_FOLDS):
        recipe = read_recipe(RECIPES / "banepa_buildings.toml", {**START, "options.rows": rows, **overrides})
        dataset = open_dataset(recipe, data)
        predict = _trained(recipe, dataset, work / f"buildings_{number}")
        top, bottom = rows["test"]
        yield f"rows {top} to {bottom}", {"ap50": dataset.evaluate(predict, "test")["ap50"]}


def date_folds(overrides: dict[str, Any], data: Path, work: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """IoU on the test rows, the median of the pairs: of dates that no pair of the training had, and of the others."""
    fold = {**START, "options.held_out": list(HELD_OUT_DATES), **overrides}
    recipe = read_recipe(RECIPES / "naip_water_change.toml", fold)
    dataset = open_dataset(recipe, data)
    found = dataset.by_pair(_trained(recipe, dataset, work / "dates"), "test")
    for name, is_new in ((f"pairs with {' or '.join(HELD_OUT_DATES)}", True), ("the other pairs", False)):
        pairs = [iou for pair, iou in found.items() if any(date in pair for date in HELD_OUT_DATES) == is_new]
        yield name, {"iou": float(np.median(pairs))}


FOLDS: dict[str, tuple[str, Callable[..., Iterator[tuple[str, dict[str, float]]]]]] = {
    "dubai_landcover_l0": ("miou", land_cover_folds), "naip_water_change_l0": ("iou", date_folds),
    "banepa_buildings_l0": ("ap50", building_folds),
}  # fmt: skip
"""By model: the figure, and what gives it for each part."""


def summary(parts: dict[str, dict[str, float]], figure: str) -> dict[str, Any]:
    """Mean, spread (a standard deviation over the parts) and worst part."""
    values = {name: found[figure] for name, found in parts.items()}
    measured = np.array(list(values.values()))
    forest = {name: found["forest"] for name, found in parts.items() if "forest" in found}
    return {
        "of": figure, "mean": float(measured.mean()), "spread": float(measured.std(ddof=1)),
        "worst": float(measured.min()), "parts": values, **({"forest": forest} if forest else {}),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=FOLDS)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "cross")
    parser.add_argument("--epochs", type=int, required=True)
    args = parser.parse_args()
    figure, folds = FOLDS[args.model]
    overrides = {"schedule.epochs": args.epochs}
    parts: dict[str, dict[str, float]] = {}
    for part, found in folds(overrides, args.data, args.work):
        parts[part] = found
        print(part, found, flush=True)
    folder = BUNDLED / args.model
    cross = {**summary(parts, figure), "epochs": args.epochs}
    write_metrics(folder, {**metrics_of(folder), "cross_validation": cross})


if __name__ == "__main__":
    main()
