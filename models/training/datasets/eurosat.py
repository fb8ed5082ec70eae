# SPDX-License-Identifier: GPL-3.0-or-later
"""EuroSAT RGB: 27,000 Sentinel-2 patches of 64 px at 10 m in ten classes (Helber et al., 2019).

With the option ``water`` (a file of port scenes beside the data) a share of each batch, ``water_share``, is open water
of the ``ports`` named, as products corrected for the air show it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .. import augment, light, losses, metrics
from ..dataset import Batch, Judged, Predict
from ..recipe import Recipe
from ..tiles import Tile
from .ports import read_water

CLASSES = (
    "AnnualCrop", "Forest", "HerbaceousVegetation", "Highway", "Industrial",
    "Pasture", "PermanentCrop", "Residential", "River", "SeaLake",
)  # fmt: skip
SEA = CLASSES.index("SeaLake")
SIDE = 64
TILES = 1200
"""Patches that stand for a split where all of them would be too many."""
VARIANTS: dict[str, Callable[[Tensor], Tensor]] = {
    "top1": lambda images: images,
    "top1_without_air": light.without_air,
    "top1_with_offset": lambda images: (images + light.OFFSET * light.WHITE).clamp(0, light.WHITE),
}
"""Figures, and what is done to the images (N, 3, H, W) of 0..255 for each."""


class EuroSat:
    score = "mean_top1"

    def __init__(self, recipe: Recipe, path: Path) -> None:
        self.plan, self.seed, options = recipe.augmentation, recipe.seed, recipe.options
        self.water_share = float(options.get("water_share", 0))
        self.water = read_water(path.with_name(options["water"]), options["ports"]) if self.water_share else []
        with zipfile.ZipFile(path) as archive:
            self.splits = {split: self._read(archive, split) for split in ("train", "val", "test")}
            self.by_gdal = self._read(archive, "train", gdal=True)[0] if self.plan.jpeg else self.splits["train"][0]
        self.train_size = len(self.splits["train"][1])

    @staticmethod
    def _read(archive: zipfile.ZipFile, split: str, gdal: bool = False) -> tuple[Tensor, Tensor]:
        names = archive.read(f"splits/{split}.txt").decode().split()
        images = torch.empty((len(names), 3, SIDE, SIDE), dtype=torch.uint8)
        for image, name in zip(images, names):
            image[:] = light.decoded(archive.read(name), gdal)
        return images, torch.tensor([CLASSES.index(name.split("/")[0]) for name in names])

    def batches(self, epoch: int, steps: int, batch: int) -> Iterator[Batch]:
        images, labels = self.splits["train"]
        draw = torch.Generator().manual_seed(self.seed * 10_007 + epoch)
        order = torch.randperm(len(labels), generator=draw)
        for picked in order[: steps * batch].split(batch):
            decoder = torch.rand(len(picked), 1, 1, 1, generator=draw) < 0.5
            patches = torch.where(decoder, images[picked], self.by_gdal[picked])
            patches, classes = self._with_water(patches, labels[picked], draw)
            patches = light.stored(patches, self.plan.jpeg, draw)
            grid = augment.sampling_grid(len(picked), SIDE, self.plan, draw)
            views = augment.sample(patches.float(), grid)
            yield (light.photometric(views, self.plan, draw),), classes

    def _with_water(self, patches: Tensor, classes: Tensor, draw: torch.Generator) -> tuple[Tensor, Tensor]:
        """A batch with some of it replaced by open water, evenly over the ports."""
        if not self.water:
            return patches, classes
        patches, classes = patches.clone(), classes.clone()
        for index in torch.nonzero(torch.rand(len(patches), generator=draw) < self.water_share)[:, 0].tolist():
            port = self.water[int(torch.randint(len(self.water), (), generator=draw))]
            patches[index] = port[int(torch.randint(len(port), (), generator=draw))]
            classes[index] = SEA
        return patches, classes

    def loss(self, outputs: Tensor, target: Tensor) -> Tensor:
        return losses.classification_loss(outputs, target)

    def evaluate(self, predict: Predict, split: str) -> dict[str, Any]:
        """Top-1 accuracy of the patches as they are, corrected for the air, and with a product's constant added;
        recall of each class as they are."""
        figures: dict[str, Any] = {}
        for name, changed in VARIANTS.items():
            matrix = self._matrix(predict, split, changed)
            figures[name] = metrics.top1(matrix)
            if name == "top1":
                recall = np.diag(matrix) / matrix.sum(1)
                figures["recall"] = dict(zip(CLASSES, recall.tolist()))
        return {self.score: sum(figures[name] for name in VARIANTS) / len(VARIANTS), **figures}

    def tiles(self, split: str, side: int) -> Iterator[Tile]:
        """Every so many patches, as they are and as they look without the air where that was trained on."""
        images, _ = self.splits[split]
        step = max(1, len(images) // TILES)
        for number, patch in enumerate(images[::step].float()):
            yield Tile(str(number), (patch.numpy(),))
            if self.plan.air:
                yield Tile(str(number), (light.without_air(patch[None])[0].numpy(),))

    def judged(self, predict: Predict, split: str) -> Judged:
        images, labels = self.splits[split]
        size = self.plan.size
        logits = [
            predict(F.interpolate(part.float(), size=size, mode="bilinear", align_corners=False)).cpu().double()
            for part in images.split(100)
        ]
        return torch.cat(logits).numpy(), labels.numpy()

    def _matrix(self, predict: Predict, split: str, changed: Callable[[Tensor], Tensor]) -> metrics.Confusion:
        images, labels = self.splits[split]
        found = []
        for patches in images.split(100):
            views = F.interpolate(changed(patches.float()), size=self.plan.size, mode="bilinear", align_corners=False)
            found.append(predict(views).argmax(1).cpu())
        return metrics.confusion(labels.numpy(), torch.cat(found).numpy(), len(CLASSES))

    def limits(self, predict: Predict, gsd: float) -> dict[str, Any]:
        return {}


def open_dataset(recipe: Recipe, path: Path) -> EuroSat:
    return EuroSat(recipe, path)
