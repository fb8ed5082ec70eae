# SPDX-License-Identifier: GPL-3.0-or-later
"""Gain and loss of open water between NAIP dates (USDA), one 934 x 723 scene at 5 m, 28 pairs.

Labels are automatic (difference of a water index). Split by blocks of the scene. Pairs with one of the dates that the
recipe's option ``held_out`` lists are not trained on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
import torch.nn.functional as F
from torch import Tensor

from .. import light, losses, metrics
from ..dataset import Batch, Judged, Predict
from ..recipe import Recipe
from ..tiles import Tile, tiles_of
from .crops import draw_crop

BLOCKS = {
    "train": (slice(0, 467), slice(0, 678)),
    "val": (slice(0, 467), slice(678, 934)),
    "test": (slice(467, 723), slice(0, 934)),
}
THRESHOLD = 0.5
WIDEST = "2009"
"""Date of the widest water, which makes most of the change in all pairs that it is in..."""
WIDEST_SHARE = 0.1
"""... and the share of the crops that are drawn of those: all of them show one and the same rise."""
FEWEST = 50
"""Changed pixels of a pair from which its IoU says anything."""
LEAST_CHANGE, ALONE = 0.005, 0.125
"""Share of a crop's pixels that count as some change; share of crops that show one date twice."""


class NaipWater:
    score = "selection"

    def __init__(self, recipe: Recipe, path: Path) -> None:
        self.plan, self.seed = recipe.augmentation, recipe.seed
        self.held_out: list[str] = recipe.options.get("held_out", [])
        scenes = {p.stem: self._read(p)[:3] for p in sorted((path / "scenes").glob("*.tif"))}
        labels = sorted((path / "label_scene").glob("*.tif"))
        self.names = [p.stem for p in labels]
        self.pairs = [(torch.cat([scenes[date] for date in p.stem.split("_")]), self._read(p)[0]) for p in labels]
        self.train_size = len(self.pairs)

    @staticmethod
    def _read(path: Path) -> Tensor:
        with rasterio.open(path) as source:
            return torch.from_numpy(source.read())

    def _block(self, split: str) -> Iterator[tuple[Tensor, Tensor]]:
        rows, columns = BLOCKS[split]
        for images, labels in self.pairs:
            yield images[:, rows, columns], labels[rows, columns]

    def batches(self, epoch: int, steps: int, batch: int) -> Iterator[Batch]:
        """Crops of random pairs; three of four hold some change. Light differs between the dates, which come in
        either order, and one crop in eight has one date alone in two lights: nothing changed there."""
        draw = torch.Generator().manual_seed(self.seed * 10_007 + epoch)
        pairs = list(self._block("train"))
        seen = [n for n, name in enumerate(self.names) if not any(date in name for date in self.held_out)]
        ones, others = ([n for n in seen if (WIDEST in self.names[n]) == has] for has in (True, False))
        for _ in range(steps):
            crops: list[tuple[Tensor, Tensor]] = []
            while len(crops) < batch:
                group = ones if float(torch.rand((), generator=draw)) < WIDEST_SHARE else others
                pair = group[int(torch.randint(len(group), (), generator=draw))]
                images, truth = draw_crop(*pairs[pair], self.plan, draw)
                chance = float(torch.rand((), generator=draw))
                if chance < ALONE:
                    images, truth = images[:3].repeat(2, 1, 1), torch.where(truth == metrics.IGNORE, truth, 0)
                elif (truth == 1).float().mean() < LEAST_CHANGE and chance < 0.75:
                    continue
                crops.append((images.roll(3, 0) if int(torch.randint(2, (), generator=draw)) else images, truth))
            pixels, labels = (torch.stack(part) for part in zip(*crops))
            dates = (light.stored(d.round().byte(), self.plan.jpeg, draw).float() for d in pixels.split(3, 1))
            yield tuple(light.photometric(date, self.plan, draw) for date in dates), labels

    def loss(self, outputs: list[Tensor], target: Tensor) -> Tensor:
        return losses.change_loss(outputs, target)

    def tiles(self, split: str, side: int) -> Iterator[Tile]:
        rows, columns = BLOCKS[split]
        for images, _ in self.pairs:
            before, after = images[:, rows, columns].numpy().reshape(2, 3, *images[0, rows, columns].shape)
            yield from tiles_of("", (before, after), side, side // 2)

    def judged(self, predict: Predict, split: str) -> Judged:
        """Of every 3rd row and column of all pairs."""
        scores, right = [], []
        for probability, labels in self._predicted(predict, split):
            thin, truth = probability[::3, ::3], labels[::3, ::3]
            scores.append(thin[truth != metrics.IGNORE].double())
            right.append((truth[truth != metrics.IGNORE] == 1).long())
        return torch.cat(scores).numpy(), torch.cat(right).numpy()

    def _predicted(self, predict: Predict, split: str) -> Iterator[tuple[Tensor, Tensor]]:
        """Probability and labels (H, W) of each pair."""
        for images, labels in self._block(split):
            height, width = labels.shape
            size = [-(-side // 32) * 32 for side in (height, width)]
            padded = F.pad(images.float(), (0, size[1] - width, 0, size[0] - height), mode="reflect")
            before, after = padded[None].split(3, 1)
            yield predict(before, after)[0, 0, :height, :width].cpu(), labels

    def by_pair(self, predict: Predict, split: str) -> dict[str, float]:
        """IoU of change of each pair that has enough of it."""
        counts = self._counts(predict, split)
        return {name: metrics.binary_scores(found)["iou"] for name, found in counts if found[1].sum() >= FEWEST}

    def _counts(self, predict: Predict, split: str) -> Iterator[tuple[str, metrics.Confusion]]:
        for name, (probability, labels) in zip(self.names, self._predicted(predict, split)):
            yield name, metrics.confusion(labels.numpy(), (probability > THRESHOLD).numpy().astype(np.int64), 2)

    def evaluate(self, predict: Predict, split: str) -> dict[str, Any]:
        """IoU, F1, precision and recall of change over all pairs' blocks together; the same without the pairs of the
        date whose rise in water is in all of them; quartiles of the pairs' own IoU. Half the sum of the latter two
        picks the best epoch."""
        matrix, without, own = np.zeros((2, 2), np.int64), np.zeros((2, 2), np.int64), []
        for name, found in self._counts(predict, split):
            matrix += found
            if WIDEST not in name:
                without += found
            if found[1].sum() >= FEWEST:
                own.append(metrics.binary_scores(found)["iou"])
        quartiles = [float(q) for q in np.percentile(own, (25, 50, 75))]
        alone = metrics.binary_scores(without)["iou"]
        return {
            **metrics.binary_scores(matrix), "without_widest": alone, "pairs": quartiles,
            self.score: (alone + quartiles[1]) / 2,
        }  # fmt: skip

    def limits(self, predict: Predict, gsd: float) -> dict[str, Any]:
        return {}


def open_dataset(recipe: Recipe, path: Path) -> NaipWater:
    return NaipWater(recipe, path)
