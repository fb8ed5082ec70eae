# SPDX-License-Identifier: GPL-3.0-or-later
"""EuroSAT RGB: 27,000 Sentinel-2 patches of 64 px at 10 m in ten classes (Helber et al., 2019)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from .. import augment, losses, metrics
from ..dataset import Batch, Predict
from ..recipe import Recipe

CLASSES = (
    "AnnualCrop", "Forest", "HerbaceousVegetation", "Highway", "Industrial",
    "Pasture", "PermanentCrop", "Residential", "River", "SeaLake",
)  # fmt: skip
SIDE = 64


class EuroSat:
    score = "top1"

    def __init__(self, recipe: Recipe, path: Path) -> None:
        self.plan, self.seed = recipe.augmentation, recipe.seed
        with zipfile.ZipFile(path) as archive:
            self.splits = {split: self._read(archive, split) for split in ("train", "val", "test")}
        self.train_size = len(self.splits["train"][1])

    @staticmethod
    def _read(archive: zipfile.ZipFile, split: str) -> tuple[Tensor, Tensor]:
        names = archive.read(f"splits/{split}.txt").decode().split()
        images = np.empty((len(names), 3, SIDE, SIDE), np.uint8)
        for image, name in zip(images, names):
            image[:] = np.asarray(Image.open(io.BytesIO(archive.read(name)))).transpose(2, 0, 1)
        labels = [CLASSES.index(name.split("/")[0]) for name in names]
        return torch.from_numpy(images), torch.tensor(labels)

    def batches(self, epoch: int, steps: int, batch: int) -> Iterator[Batch]:
        images, labels = self.splits["train"]
        draw = torch.Generator().manual_seed(self.seed * 10_007 + epoch)
        order = torch.randperm(len(labels), generator=draw)
        for picked in order[: steps * batch].split(batch):
            grid = augment.sampling_grid(len(picked), SIDE, self.plan, draw)
            views = augment.sample(images[picked].float(), grid)
            yield (augment.photometric(views, self.plan, draw),), labels[picked]

    def loss(self, outputs: Tensor, target: Tensor) -> Tensor:
        return losses.classification_loss(outputs, target)

    def evaluate(self, predict: Predict, split: str) -> dict[str, Any]:
        """Top-1 accuracy, and recall of each class."""
        images, labels = self.splits[split]
        found = []
        for patches in images.split(100):
            views = F.interpolate(patches.float(), size=self.plan.size, mode="bilinear", align_corners=False)
            found.append(predict(views).argmax(1).cpu())
        matrix = metrics.confusion(labels.numpy(), torch.cat(found).numpy(), len(CLASSES))
        recall = np.diag(matrix) / matrix.sum(1)
        return {"top1": metrics.top1(matrix), "recall": dict(zip(CLASSES, recall.tolist()))}

    def baselines(self, split: str) -> dict[str, Any]:
        return {}


def open_dataset(recipe: Recipe, path: Path) -> EuroSat:
    return EuroSat(recipe, path)
