# SPDX-License-Identifier: GPL-3.0-or-later
"""Scene classes: EuroSAT's test patches in one mosaic, under changes of light, and open water of Level-2A ports."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from PIL import Image

from .tool import Feature, Tool, calibration_error

SIDE, COLUMNS = 64, 90
CLASSES = (
    "AnnualCrop", "Forest", "HerbaceousVegetation", "Highway", "Industrial",
    "Pasture", "PermanentCrop", "Residential", "River", "SeaLake",
)  # fmt: skip
SEA = CLASSES.index("SeaLake")
WHITE = 2750.0
"""Reflectance times 10,000 that EuroSAT has as 255."""
AIR_LIGHT, AIR_PASSES = (330.0, 460.0, 580.0), (0.93, 0.90, 0.86)
"""Of clear air in red, green and blue, reflectance times 10,000: sea of Level-1C less sea of Level-2A."""
WATER_FROM = 0.05
"""Mean NDWI of a cell from which it is open water."""
TRAINED_PORTS = ("algiers", "casablanca", "klang")
Pixels = NDArray[Any]


def _bytes(pixels: Pixels) -> Pixels:
    return pixels


def _at_ground(pixels: Pixels) -> Pixels:
    light, passes = (np.array(v)[:, None, None] for v in (AIR_LIGHT, AIR_PASSES))
    return np.clip((pixels / 255 * WHITE - light) / passes, 1, 65535).round().astype(np.uint16)


def _with_constant(pixels: Pixels) -> Pixels:
    return (pixels / 255 * WHITE + 1000).round().astype(np.uint16)


VARIANTS: dict[str, tuple[Callable[[Pixels], Pixels], str, bool]] = {
    "as they are": (_bytes, "auto", False),
    "decoded by GDAL": (_bytes, "auto", True),
    "corrected for the air (as Level-2A)": (_at_ground, "auto", False),
    "with 1000 added, nothing said": (_with_constant, "auto", False),
    "with 1000 added, SCALING sentinel2_offset": (_with_constant, "sentinel2_offset", False),
}
"""What is done to the mosaic, how it is scaled, and which decoder reads the patches."""


def measure(model: Path, data: Path) -> dict[str, Any]:
    with zipfile.ZipFile(data / "eurosat_rgb.zip") as archive:
        names = archive.read("splits/test.txt").decode().split()
        truth = np.array([CLASSES.index(name.split("/")[0]) for name in names])
        mosaics = {gdal: mosaic_of(archive, names, gdal) for gdal in (False, True)}
        baseline = _forest(archive, names, truth)
    test: dict[str, Any] = {"patches": len(names)}
    changed: dict[str, float] = {}
    for name, (change, scaling, gdal) in VARIANTS.items():
        tool = Tool(model, scaling)
        found, scores = cells_of(tool.scenes(tool.raster("mosaic", change(mosaics[gdal]))), len(names), tool.gsd)
        changed[name] = float((found == truth).mean())
        if name == "as they are":
            test["top1"] = changed.pop(name)
            test["recall"] = {c: float((found == i)[truth == i].mean()) for i, c in enumerate(CLASSES)}
            test["ece"] = calibration_error(scores, found == truth)
    return {
        "test": test, "changed_top1": changed, "ports": _ports(model, data),
        "baselines": {"random forest on histograms": {"top1": baseline}},
    }  # fmt: skip


def mosaic_of(archive: zipfile.ZipFile, names: list[str], gdal: bool) -> Pixels:
    rows = -(-len(names) // COLUMNS)
    mosaic = np.zeros((3, rows * SIDE, COLUMNS * SIDE), np.uint8)
    for number, name in enumerate(names):
        top, left = number // COLUMNS * SIDE, number % COLUMNS * SIDE
        mosaic[:, top : top + SIDE, left : left + SIDE] = patch_of(archive.read(name), gdal)
    return mosaic


def patch_of(content: bytes, gdal: bool) -> Pixels:
    if not gdal:
        return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).transpose(2, 0, 1)
    with rasterio.MemoryFile(content) as memory, memory.open() as file:
        patch: Pixels = file.read()
    return patch


def cells_of(features: list[Feature], count: int, gsd: float) -> tuple[Pixels, Pixels]:
    """Class and score of each patch of the mosaic, from the middle of its cell on the map."""
    found, scores = np.full(count, -1), np.zeros(count)
    for cell, properties in features:
        middle = cell.centroid
        column, row = (middle.x - 500_000) / gsd // SIDE, (5_000_000 - middle.y) / gsd // SIDE
        number = int(row) * COLUMNS + int(column)
        if number < count:
            found[number], scores[number] = properties["class_id"], properties["score"]
    return found, scores


def _ports(model: Path, data: Path) -> dict[str, Any]:
    """Of cells that are open water by near infrared, how many are named so; the share is of ports not trained on."""
    named, cells = {}, {}
    with zipfile.ZipFile(data / "sentinel2_l2a_ports.zip") as archive:
        for name in sorted(n for n in archive.namelist() if n.endswith(".tif")):
            with rasterio.MemoryFile(archive.read(name)) as memory, memory.open() as file:
                pixels, transform = file.read().astype(np.float32), file.transform
                place = {"crs": file.crs, "transform": transform}
            ndwi = (pixels[1] - pixels[3]) / np.maximum(pixels[1] + pixels[3], 1)
            tool = Tool(model)
            hits = total = 0
            for shape, properties in tool.scenes(tool.raster("port", pixels[:3].astype(np.uint16), **place)):
                left, bottom, right, top = shape.bounds
                (x0, y0), (x1, y1) = (~transform @ p for p in ((left, top), (right, bottom)))
                cell = (slice(round(y0), round(y1)), slice(round(x0), round(x1)))
                if min(ndwi[cell].shape) == SIDE and ndwi[cell].mean() > WATER_FROM:
                    total += 1
                    hits += properties["class_id"] == SEA
            place_name = name.split("_")[0]
            named[place_name], cells[place_name] = hits, total
    held_out = [place for place in cells if place not in TRAINED_PORTS]
    share = sum(named[place] for place in held_out) / max(sum(cells[place] for place in held_out), 1)
    return {"cells": cells, "named_sea": named, "share": share}


def _forest(archive: zipfile.ZipFile, names: list[str], truth: Pixels) -> float:
    """Histograms, means, spreads and steps of each band; 300 trees."""
    from sklearn.ensemble import RandomForestClassifier

    trained = archive.read("splits/train.txt").decode().split()
    labels = [CLASSES.index(name.split("/")[0]) for name in trained]
    table, asked = (np.stack([_described(patch_of(archive.read(n), False)) for n in part]) for part in (trained, names))
    forest = RandomForestClassifier(300, max_features=0.3, n_jobs=2, random_state=1).fit(table, labels)
    return float((forest.predict(asked) == truth).mean())


def _described(patch: Pixels) -> Pixels:
    bands = patch.astype(np.float32)
    counts = [np.histogram(band, 16, (0, 256))[0] for band in bands]
    steps = [np.abs(np.diff(bands, axis=axis)).mean(axis=(1, 2)) for axis in (1, 2)]
    return np.concatenate([*counts, bands.mean(axis=(1, 2)), bands.std(axis=(1, 2)), *steps])
