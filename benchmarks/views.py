# SPDX-License-Identifier: GPL-3.0-or-later
"""What several views of each tile gain, and what they cost: ``python -m benchmarks.views [--data FOLDER]``.

Of validation data, through the tools: land cover of the validation tile, scenes of the validation patches, change of
all pairs in the validation block, buildings of the validation rows. Times are of one run after the other; minutes.
With ``--write`` the cards keep it.
"""

from __future__ import annotations

import argparse
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from tools.accuracy import buildings, land_cover, scenes, water
from tools.accuracy.cards import metrics_of, write_metrics
from tools.accuracy.floors import BUILDINGS, COVER, SCENES, WATER
from tools.accuracy.tool import Tool, confusion, ious

ROOT = Path(__file__).resolve().parents[1]
MODELS = ROOT / "resources" / "models"
VIEWS = (1, 2, 8)


def cover(data: Path) -> Callable[[int], float]:
    images = land_cover.read_images(data / "dubai_aerial.zip")[land_cover.VALIDATION]

    def miou(views: int) -> float:
        tool, counts = Tool(MODELS / COVER, views=views), np.zeros((5, 5), np.int64)
        for number, (image, mask) in enumerate(images):
            counts += confusion(mask, tool.classes(tool.raster(str(number), image))[0], 5)
        return float(np.nanmean(ious(counts)))

    return miou


def patches(data: Path) -> Callable[[int], float]:
    with zipfile.ZipFile(data / "eurosat_rgb.zip") as archive:
        names = archive.read("splits/val.txt").decode().split()
        mosaic = scenes.mosaic_of(archive, names, gdal=False)
    truth = np.array([scenes.CLASSES.index(name.split("/")[0]) for name in names])

    def top1(views: int) -> float:
        tool = Tool(MODELS / SCENES, views=views)
        found, _ = scenes.cells_of(tool.scenes(tool.raster("mosaic", mosaic)), len(names), tool.gsd)
        return float((found == truth).mean())

    return top1


def roofs(data: Path) -> Callable[[int], float]:
    folder = data / "banepa_buildings"
    with rasterio.open(folder / "scene.tif") as file:
        image = buildings.shrunken(file.read((1, 2, 3)), buildings.VALIDATION)
    truth = buildings.inside_rows(
        buildings.outlines_of(folder / "scene_dota.txt"), buildings.VALIDATION, image.shape[2]
    )

    def ap50(views: int) -> float:
        tool = Tool(MODELS / BUILDINGS, views=views)
        boxes = tool.boxes(tool.raster("rows", image), buildings.FAINTEST)
        found = [(float(fields["score"]), buildings.in_pixels(box, tool.gsd)) for box, fields in boxes]
        return float(buildings.figures_of(found, *truth, 0.5)["ap50"])

    return ap50


def lakes(data: Path) -> Callable[[int], float]:
    folder = data / "naip_water"
    block = water.VALIDATION
    dates = {p.stem: water.read(p)[:3][(slice(None), *block)] for p in sorted((folder / "scenes").glob("*.tif"))}
    truth = {p.stem: water.read(p)[0][block] for p in sorted((folder / "label_scene").glob("*.tif"))}

    def median(views: int) -> float:
        tool = Tool(MODELS / WATER, views=views)
        sources = {date: tool.raster(date, pixels) for date, pixels in dates.items()}
        counts = {
            pair: confusion(labels, tool.change(*(sources[date] for date in pair.split("_")))[0], 2)
            for pair, labels in truth.items()
        }
        return float(water.figures_of(counts)["pair_quartiles"][1])

    return median


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--write", action="store_true", help="into the cards of the bundled models")
    args = parser.parse_args()
    for model, name, made in MEASURES:
        measure, first = made(args.data), 0.0
        found: dict[str, Any] = {"of": name, "split": "validation"}
        for views in VIEWS:
            started = time.monotonic()
            value = measure(views)
            seconds = time.monotonic() - started
            first = first or seconds
            print(f"{name:24} VIEWS={views}  {100 * value:.1f} %  {seconds / first:.1f} times the time", flush=True)
            found |= {f"views_{views}": value, f"time_{views}": round(seconds / first, 1)}
        if args.write:
            write_metrics(MODELS / model, {**metrics_of(MODELS / model), "views": found})


MEASURES = (
    (COVER, "mIoU", cover), (SCENES, "top 1", patches), (WATER, "median IoU of the pairs", lakes),
    (BUILDINGS, "AP50", roofs),
)  # fmt: skip
"""Model, what is measured, and what gives it for so many views."""


if __name__ == "__main__":
    main()
