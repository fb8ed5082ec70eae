# SPDX-License-Identifier: GPL-3.0-or-later
"""Buildings of Banepa, Nepal (HOTOSM / OpenAerialMap): one drone scene, 1,413 buildings as rotated boxes.

Split by rows of the scene. The recipe's options name the files, so scenes of one's own work too:
``scene`` (a raster), ``labels`` (DOTA text, or GeoJSON with a ``class``), ``rows`` (of the three splits) and
``shrink`` (whole number of pixels that become one).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
import shapely.geometry
import torch
import torch.nn.functional as F
from torch import Tensor

from ....core.boxes import boxes
from .. import detection, detection_metrics, light
from ..dataset import Batch, Judged, Predict
from ..detection_metrics import Detections
from ..recipe import Recipe, RecipeError
from ..tiles import Tile, tiles_of
from .dota_text import LabelError, Outline, read_dota
from .geojson import read_geojson
from .oriented_crops import draw_crop, window_targets

SPLITS = {"train": (0, 2560), "val": (2560, 3072), "test": (3072, 4096)}
TILES = {"size": "tile_size", "overlap": "overlap", "iou": "iou"}
"""Of `detect_image`, and fields of the card."""
THINNEST = 0.5
"""Pixels of the shorter side below which a label is difficult."""
LONGEST = 1.5
"""Times the longest box of the training rows: beyond it a box is no building."""


def read_scene(path: Path, shrink: int) -> Tensor:
    """uint8 (3, H, W), averaged over squares of `shrink` pixels."""
    with rasterio.open(path) as source:
        pixels = torch.from_numpy(source.read((1, 2, 3)))
    return F.avg_pool2d(pixels.float(), shrink).round().byte() if shrink > 1 else pixels


def read_labels(path: Path, scene: Path) -> list[Outline]:
    """DOTA text, or GeoJSON in any CRS, as outlines in the scene's pixels."""
    if path.suffix.lower() == ".txt":
        return read_dota(path)
    with rasterio.open(scene) as source:
        return read_geojson(path, source.transform, source.crs)


def label_rows(outlines: Sequence[Outline], names: Sequence[str], shrink: int) -> Tensor:
    """(M, 6) smallest rectangles around the outlines and their classes. Raises LabelError for an unknown class."""
    unknown = sorted({o.name for o in outlines if o.name not in names})
    if unknown:
        raise LabelError(f"the labels have the class {unknown[0]!r}; the recipe's card has {', '.join(names)}")
    rectangles = boxes.from_polygons([shapely.Polygon(o.points) for o in outlines])
    rectangles[:, :4] /= shrink
    label = np.array([detection.DIFFICULT if o.difficult else names.index(o.name) for o in outlines], float)
    label[rectangles[:, 3] < THINNEST] = detection.DIFFICULT  # their logarithm is no target
    return torch.from_numpy(np.column_stack([rectangles, label])).float()


class Banepa:
    score = "ap50"

    def __init__(self, recipe: Recipe, folder: Path) -> None:
        self.plan, self.seed, options = recipe.augmentation, recipe.seed, recipe.options
        card = recipe.card
        self.names = [str(c["name"]).lower() for c in card["classes"]]
        self.threshold = float(card["threshold"])
        self.tiling = {name: card[field] for name, field in TILES.items()}
        self.sampling = detection.Sampling(**options.get("sampling", {}))
        self.shrink = int(options.get("shrink", 1))
        files = {name: folder / options[name] for name in ("scene", "labels") if options.get(name)}
        for name in ("scene", "labels"):
            if name not in files or not files[name].exists():
                raise RecipeError(f"{recipe.path}: options.{name} must name a file in {folder}")
        self.rows = {**SPLITS, **options.get("rows", {})}
        self.image = read_scene(files["scene"], self.shrink)
        self.labels = label_rows(read_labels(files["labels"], files["scene"]), self.names, self.shrink)
        self.train_image = self.region("train")[0].float()
        self.train_size = int((self.region("train")[1][:, 5] >= 0).sum())
        self.draw = torch.Generator().manual_seed(self.seed)

    def region(self, split: str) -> tuple[Tensor, Tensor]:
        """A split's rows of the scene (3, h, w), and the boxes (m, 6) that reach into them."""
        top, bottom = (row // self.shrink for row in self.rows[split])
        image = self.image[:, top:bottom]
        shift = torch.tensor([0, top, 0, 0, 0, 0])
        return image, window_targets(self.labels - shift, image.shape[2], image.shape[1])

    def batches(self, epoch: int, steps: int, batch: int) -> Iterator[Batch]:
        """Views of the training rows: any place, angle, hand and light. No pixel comes from another split."""
        draw = torch.Generator().manual_seed(self.seed * 10_007 + epoch)
        self.draw = torch.Generator().manual_seed(self.seed * 10_007 + epoch)
        top = self.rows["train"][0] // self.shrink
        labels = self.labels - torch.tensor([0, top, 0, 0, 0, 0])
        for _ in range(steps):
            crops = [draw_crop(self.train_image, labels, self.plan, draw) for _ in range(batch)]
            pixels = torch.stack([crop[0] for crop in crops])
            yield (light.photometric(pixels, self.plan, draw),), detection.pack([crop[1] for crop in crops])

    def loss(self, outputs: Any, target: Tensor) -> Tensor:
        return detection.detection_loss(outputs, target, len(self.names), self.sampling, self.draw)

    def tiles(self, split: str, side: int) -> Iterator[Tile]:
        """Of bands of rows, which are groups of their own."""
        image = self.region(split)[0].numpy()
        for top in range(0, image.shape[1], side):
            yield from tiles_of(f"rows {top}", (image[:, top : top + side],), side, side // 4)

    def judged(self, predict: Predict, split: str) -> Judged:
        """Of all that is found; what lies on difficult labels is left out."""
        image, truth = self.region(split)
        return detection_metrics.judged(detection_metrics.detect_image(predict, image, **self.tiling), truth)

    def evaluate(self, predict: Predict, split: str) -> dict[str, Any]:
        """Average precision over the split's rows, and precision and recall at the card's threshold.

        Boxes that the split's edge cuts by more than 40 % count neither as found nor as missed.
        """
        image, truth = self.region(split)
        return self._figures(detection_metrics.detect_image(predict, image, **self.tiling), truth)

    def _figures(self, found: Detections, truth: Tensor) -> dict[str, Any]:
        return detection_metrics.figures(found, truth, len(self.names), self.threshold)

    def limits(self, predict: Predict, gsd: float) -> dict[str, Any]:
        """Half as long again as the longest building that was trained on; the threshold of the best F1."""
        labels, truth = self.region("train")[1], self.region("val")[1]
        return {
            "longest": round(LONGEST * gsd * float(labels[labels[:, 5] >= 0, 2].max()), 1),
            "threshold": detection_metrics.best_threshold(self.judged(predict, "val"), int((truth[:, 5] >= 0).sum())),
        }


def open_dataset(recipe: Recipe, path: Path) -> Banepa:
    return Banepa(recipe, path)
