# SPDX-License-Identifier: GPL-3.0-or-later
"""Land cover: the test tile of Dubai, and vegetation of a Californian city by near infrared."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .tool import Tool, calibration_error, confusion, ious

CLASSES = ("building", "land_unpaved", "road", "vegetation", "water")
VEGETATION, WATER = 3, 4
TEST, VALIDATION = 8, 2
FOREST = "random forest at two scales"
CITY, EVERY = "santa_monica", 2
"""No crop of it was trained on; every so many are measured."""
GREEN_FROM, BARE_BELOW = 0.15, 0.0
"""Vegetation index of what is plainly vegetation, and of what is plainly none."""
Pixels = NDArray[Any]


def measure(model: Path, data: Path) -> dict[str, Any]:
    images = read_images(data / "dubai_aerial.zip")
    tool = Tool(model)
    figures: dict[str, Any] = {}
    for name, tile in (("test", TEST), ("validation", VALIDATION)):
        counts, scores, right = np.zeros((5, 5), np.int64), [], []
        for number, (image, mask) in enumerate(images[tile]):
            found, score = tool.classes(tool.raster(f"{tile}_{number}", image))
            counts += confusion(mask, found, 5)
            known = mask[::8, ::8] != 255
            scores.append(score[::8, ::8][known])
            right.append((found[::8, ::8] == mask[::8, ::8])[known])
        figures[name] = figures_of(counts)
        figures[name]["ece"] = calibration_error(np.concatenate(scores), np.concatenate(right))
    figures["away"] = _away(tool, data / "naip_trees.zip")
    forest = tuned_forest(images, (TEST,), VALIDATION)
    test, validation = (judged(forest, images[tile]) for tile in (TEST, VALIDATION))
    figures["baselines"] = {FOREST: test, f"{FOREST}, validation": validation}
    return figures


def figures_of(counts: NDArray[np.int64]) -> dict[str, Any]:
    each = ious(counts)
    return {
        "miou": float(np.nanmean(each)),
        "iou": dict(zip(CLASSES, each.tolist())),
        "accuracy": float(np.trace(counts) / counts.sum()),
    }


def read_images(path: Path) -> dict[int, list[tuple[Pixels, Pixels]]]:
    """Images (3, H, W) and masks (H, W) by tile."""
    tiles: dict[int, list[tuple[Pixels, Pixels]]] = {}
    with zipfile.ZipFile(path) as archive:
        for name in sorted(n for n in archive.namelist() if n.startswith("images/") and n.endswith(".jpg")):
            image = np.asarray(Image.open(io.BytesIO(archive.read(name))).convert("RGB")).transpose(2, 0, 1)
            mask = np.array(Image.open(io.BytesIO(archive.read(name.replace("images", "masks").replace("jpg", "png")))))
            tiles.setdefault(int(name[len("images/tile")]), []).append((image.copy(), mask))
    return tiles


def _away(tool: Tool, path: Path) -> dict[str, Any]:
    """Vegetation where the index says plainly whether it is, and what is falsely called water."""
    both = either = falsely = known = 0
    with zipfile.ZipFile(path) as archive:
        names = sorted(n for n in archive.namelist() if n.startswith(f"rgb/{CITY}"))[::EVERY]
        for name in names:
            rgb, nir = (_tif(archive.read(n)) for n in (name, name.replace("rgb/", "nir/")))
            red, infrared = rgb[0].astype(float), nir[0].astype(float)
            ndvi = (infrared - red) / np.maximum(infrared + red, 1)
            found, _ = tool.classes(tool.raster("crop", rgb))
            plain = (ndvi > GREEN_FROM) | (ndvi < BARE_BELOW)
            green, said = (ndvi > GREEN_FROM) & plain, (found == VEGETATION) & plain
            both, either = both + int((green & said).sum()), either + int((green | said).sum())
            falsely, known = falsely + int(((found == WATER) & green).sum()), known + int(green.sum())
    return {
        "city": CITY,
        "crops": len(names),
        "vegetation_iou": both / either,
        "vegetation_called_water": falsely / known,
    }


def _tif(content: bytes) -> Pixels:
    with rasterio.MemoryFile(content) as memory, memory.open() as file:
        pixels: Pixels = file.read()
    return pixels


def tuned_forest(images: dict[int, list[tuple[Pixels, Pixels]]], tests: Sequence[int], validation: int) -> Any:
    """Colour, and its mean and spread in 5 and 15 pixels, of all other tiles; the validation tile picks the leaf."""
    from sklearn.ensemble import RandomForestClassifier

    draw, table, labels = np.random.default_rng(1), [], []
    for tile, pairs in images.items():
        if tile in (*tests, validation):
            continue
        for image, mask in pairs:
            known = np.flatnonzero(mask.ravel() != 255)
            picked = draw.choice(known, min(3000, len(known)), replace=False)
            table.append(described(image)[picked])
            labels.append(mask.ravel()[picked])

    fitted = [
        RandomForestClassifier(150, min_samples_leaf=leaf, n_jobs=2, random_state=1).fit(
            np.concatenate(table), np.concatenate(labels)
        )
        for leaf in (2, 10)
    ]
    return max(fitted, key=lambda forest: float(judged(forest, images[validation])["miou"]))


def judged(forest: Any, pairs: list[tuple[Pixels, Pixels]]) -> dict[str, Any]:
    """Of every 4th row and column of a tile's images and masks."""
    counts = np.zeros((5, 5), np.int64)
    for image, mask in pairs:
        thin = np.zeros(mask.shape, bool)
        thin[::4, ::4] = True
        counts += confusion(mask[thin], forest.predict(described(image)[thin.ravel()]), 5)
    return figures_of(counts)


def described(image: Pixels) -> NDArray[np.float32]:
    bands = image.astype(np.float32)
    parts = [bands]
    for size in (5, 15):
        mean = ndimage.uniform_filter(bands, (0, size, size))
        square = ndimage.uniform_filter(bands**2, (0, size, size))
        parts += [mean, np.sqrt(np.maximum(square - mean**2, 0))]
    return np.concatenate(parts).reshape(15, -1).T
