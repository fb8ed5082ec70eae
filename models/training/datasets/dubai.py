# SPDX-License-Identifier: GPL-3.0-or-later
"""Aerial land cover of Dubai (Humans in the Loop / MBRSC): 72 RGB images in 8 tile groups, 5 classes.

Split by tile group: test = tile 8, validation = tile 2, training = the others, or as the lists ``test`` and
``validation`` of the recipe's options say. With the option ``partial`` (a file of NAIP crops beside the data) a share
of each batch, ``partial_share``, is crops of other cities, labelled in part.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from .. import light, losses, metrics
from ..dataset import Batch, Judged, Predict
from ..recipe import Recipe
from ..tiles import Tile, tiles_of
from .crops import draw_crop
from .naip_trees import Crop, read_crops

CLASSES = ("building", "land_unpaved", "road", "vegetation", "water")
TEST, VALIDATION = 8, 2
PARTLY = 3
"""Of crops that are labelled in part every so many stand for all."""
GROUND, VEGETATION, WATER = (0, 1, 2), 3, 4
TILE = 512
"""Side of the tiles that whole images are predicted in; neighbours share a quarter."""


def predict_image(predict: Predict, image: Tensor) -> NDArray[np.int64]:
    """Classes (H, W) of one image (3, H, W)."""
    return predict_logits(predict, image).argmax(0).numpy()


def predict_logits(predict: Predict, image: Tensor) -> Tensor:
    """(K, H, W) of one image (3, H, W): logits of overlapping tiles, averaged."""
    height, width = image.shape[1:]
    total, times = torch.zeros(len(CLASSES), height, width), torch.zeros(height, width)

    def starts(length: int) -> list[int]:
        step = TILE - TILE // 4
        return sorted({min(start, max(length - TILE, 0)) for start in range(0, max(length - TILE // 4, 1), step)})

    for top in starts(height):
        for left in starts(width):
            part = image[None, :, top : top + TILE, left : left + TILE].float()
            total[:, top : top + TILE, left : left + TILE] += predict(part)[0].cpu()
            times[top : top + TILE, left : left + TILE] += 1
    return total / times


class Dubai:
    def __init__(self, recipe: Recipe, path: Path) -> None:
        self.plan, self.seed, options = recipe.augmentation, recipe.seed, recipe.options
        tests, validation = options.get("test", [TEST]), options.get("validation", [VALIDATION])
        parts = {**dict.fromkeys(tests, "test"), **dict.fromkeys(validation, "val")}
        self.score = "selection" if options.get("partial_share") else "miou"
        self.partial_share = float(options.get("partial_share", 0))
        self.partly: dict[str, list[Crop]] = {}
        self.partial = path.with_name(str(options.get("partial", "")))
        self.splits: dict[str, list[tuple[int, Tensor, Tensor]]] = {"train": [], "val": [], "test": []}
        with zipfile.ZipFile(path) as archive:
            for name in sorted(n for n in archive.namelist() if re.fullmatch(r"images/.*\.jpg", n)):
                tile = int(name[len("images/tile")])
                split = parts.get(tile, "train")
                image = np.asarray(Image.open(io.BytesIO(archive.read(name))).convert("RGB")).transpose(2, 0, 1)
                mask = Image.open(io.BytesIO(archive.read(name.replace("images", "masks").replace("jpg", "png"))))
                self.splits[split].append((tile, torch.from_numpy(image.copy()), torch.from_numpy(np.array(mask))))
        self.train_size = len(self.splits["train"])

    def batches(self, epoch: int, steps: int, batch: int) -> Iterator[Batch]:
        """Crops of images drawn evenly over the tile groups."""
        draw = torch.Generator().manual_seed(self.seed * 10_007 + epoch)
        whole = [(image, mask) for _, image, mask in self.splits["train"]]
        for _ in range(steps):
            crops = []
            for _ in range(batch):
                partly = float(torch.rand((), generator=draw)) < self.partial_share
                source = self.partly_labelled("train") if partly else whole
                image, labels = source[int(torch.randint(len(source), (), generator=draw))]
                crops.append(draw_crop(image, labels, self.plan, draw))
            pixels, labels = (torch.stack(part) for part in zip(*crops))
            pixels = light.stored(pixels.round().byte(), self.plan.jpeg, draw).float()
            yield (light.photometric(pixels, self.plan, draw),), labels

    def loss(self, outputs: tuple[Tensor, Tensor], target: Tensor) -> Tensor:
        return losses.segmentation_loss(outputs, target)

    def evaluate(self, predict: Predict, split: str) -> dict[str, Any]:
        """Mean IoU, IoU of each class and pixel accuracy over the split's images together; with crops that are
        labelled in part, IoU of vegetation there, and the mean of the two that picks the best epoch."""
        matrix = np.zeros((len(CLASSES), len(CLASSES)), np.int64)
        for _, image, mask in self.splits[split]:
            matrix += metrics.confusion(mask.numpy(), predict_image(predict, image), len(CLASSES))
        figures = self._figures(matrix)
        if self.partial_share:
            figures["partial"] = self._agreement(predict, split)
            figures["selection"] = (figures["miou"] + figures["partial"]["vegetation_iou"]) / 2
        return figures

    def _agreement(self, predict: Predict, split: str) -> dict[str, float]:
        """Of crops that are labelled in part: IoU of vegetation where it is known whether it is, and the share of
        what is known that is called water and is none."""
        both = either = falsely = known = 0
        for image, labels in self.partly_labelled(split):
            found, truth = predict_image(predict, image), labels.numpy()
            sure = truth != metrics.IGNORE
            green, said = (truth == VEGETATION) & sure, (found == VEGETATION) & sure
            both, either = both + int((green & said).sum()), either + int((green | said).sum())
            falsely, known = falsely + int(((found == WATER) & (truth != WATER) & sure).sum()), known + int(sure.sum())
        return {"vegetation_iou": both / max(either, 1), "falsely_water": falsely / max(known, 1)}

    def partly_labelled(self, split: str) -> list[Crop]:
        if split not in self.partly:
            self.partly[split] = read_crops(self.partial, split, VEGETATION, WATER, GROUND)
        return self.partly[split]

    @staticmethod
    def _figures(matrix: metrics.Confusion) -> dict[str, Any]:
        iou = metrics.iou_per_class(matrix)
        return {
            "miou": float(np.nanmean(iou)),
            "iou": dict(zip(CLASSES, iou.tolist())),
            "accuracy": metrics.top1(matrix),
        }

    def tiles(self, split: str, side: int) -> Iterator[Tile]:
        for tile, image, _ in self.splits[split]:
            yield from tiles_of(f"tile {tile}", (image.numpy(),), side, side // 2)
        if self.partial_share:
            for number, (image, _) in enumerate(self.partly_labelled(split)[::PARTLY]):
                yield from tiles_of(f"crop {number}", (image.numpy(),), side, side)

    def judged(self, predict: Predict, split: str) -> Judged:
        """Of every 16th row and column of the split's images."""
        logits, classes = [], []
        for _, image, mask in self.splits[split]:
            thin = predict_logits(predict, image)[:, ::16, ::16].flatten(1).T
            truth = mask[::16, ::16].flatten()
            logits.append(thin[truth != metrics.IGNORE].double())
            classes.append(truth[truth != metrics.IGNORE].long())
        return torch.cat(logits).numpy(), torch.cat(classes).numpy()

    def limits(self, predict: Predict, gsd: float) -> dict[str, Any]:
        return {}


def open_dataset(recipe: Recipe, path: Path) -> Dubai:
    return Dubai(recipe, path)
