# SPDX-License-Identifier: GPL-3.0-or-later
"""What several views of each tile gain, and what they cost: ``python -m benchmarks.views [--data FOLDER]``.

Of validation data, through the tools: land cover of the validation tile, scenes of the validation patches, buildings of
the validation rows. Times are of one run after the other; minutes.
"""

from __future__ import annotations

import argparse
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio

from tools.accuracy import buildings, land_cover, scenes
from tools.accuracy.tool import Tool, confusion, ious

ROOT = Path(__file__).resolve().parents[1]
MODELS = ROOT / "resources" / "models"
VIEWS = (1, 2, 8)


def cover(data: Path) -> Callable[[int], float]:
    images = land_cover.read_images(data / "dubai_aerial.zip")[land_cover.VALIDATION]

    def miou(views: int) -> float:
        tool, counts = Tool(MODELS / "dubai_landcover_l0", views=views), np.zeros((5, 5), np.int64)
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
        tool = Tool(MODELS / "eurosat_scenes_l0", views=views)
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
        tool = Tool(MODELS / "banepa_buildings_l0", views=views)
        boxes = tool.boxes(tool.raster("rows", image), buildings.FAINTEST)
        found = [(float(fields["score"]), buildings.in_pixels(box, tool.gsd)) for box, fields in boxes]
        return float(buildings.figures_of(found, *truth, 0.5)["ap50"])

    return ap50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    args = parser.parse_args()
    for name, made in (("land cover, mIoU", cover), ("scenes, top 1", patches), ("buildings, AP50", roofs)):
        measure, first = made(args.data), 0.0
        for views in VIEWS:
            started = time.monotonic()
            value = measure(views)
            seconds = time.monotonic() - started
            first = first or seconds
            print(f"{name:18} VIEWS={views}  {100 * value:.1f} %  {seconds / first:.1f} times the time", flush=True)


if __name__ == "__main__":
    main()
