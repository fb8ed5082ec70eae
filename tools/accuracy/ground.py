# SPDX-License-Identifier: GPL-3.0-or-later
"""At which ground resolutions the bundled models hold: validation imagery with finer and coarser pixels.

What a card states (`gsd_range`) reaches as far as a model keeps `KEPT` of what it has at home, of the factors tried.
"""

from __future__ import annotations

import argparse
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from PIL import Image

from lwganet_qgis.core.cards.writing import write_card

from . import buildings, land_cover, scenes, water
from .cards import metrics_of
from .floors import BUILDINGS, COVER, SCENES, WATER
from .tool import Tool, confusion, ious

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "resources" / "models"
FACTORS = (0.5, 0.7, 1.0, 1.05, 1.2, 1.4, 2.0)
"""Ground covered by a pixel, relative to the card's."""
KEPT = 0.8
EVERY = 4
"""Of the validation patches of scenes one in so many is measured."""
Pixels = NDArray[Any]


def resized(pixels: Pixels, factor: float, nearest: bool = False) -> Pixels:
    """(C, H, W) or (H, W), its pixels so many times as large."""
    height, width = (max(round(side / factor), 1) for side in pixels.shape[-2:])
    how = Image.Resampling.NEAREST if nearest else Image.Resampling.BICUBIC
    planes = pixels if pixels.ndim == 3 else pixels[None]
    made = np.stack([np.asarray(Image.fromarray(plane).resize((width, height), how)) for plane in planes])
    return made if pixels.ndim == 3 else made[0]


def cover(data: Path) -> Callable[[float], float]:
    pairs = land_cover.read_images(data / "dubai_aerial.zip")[land_cover.VALIDATION]
    tool = Tool(MODELS / COVER)

    def miou(factor: float) -> float:
        counts = np.zeros((5, 5), np.int64)
        for image, mask in pairs:
            found, _ = tool.classes(tool.raster("image", resized(image, factor)))
            counts += confusion(resized(mask, factor, nearest=True), found, 5)
        return float(np.nanmean(ious(counts)))

    return miou


def patches(data: Path) -> Callable[[float], float]:
    """Finer patches are their middles; coarser ones end in their mirror image."""
    with zipfile.ZipFile(data / "eurosat_rgb.zip") as archive:
        names = archive.read("splits/val.txt").decode().split()[::EVERY]
        images = [scenes.patch_of(archive.read(name), False) for name in names]
    truth = np.array([scenes.CLASSES.index(name.split("/")[0]) for name in names])
    tool = Tool(MODELS / SCENES)

    def top1(factor: float) -> float:
        rows = -(-len(images) // scenes.COLUMNS)
        mosaic = np.zeros((3, rows * scenes.SIDE, scenes.COLUMNS * scenes.SIDE), np.uint8)
        for number, image in enumerate(images):
            patch = resized(image, factor)
            off = max(patch.shape[1] - scenes.SIDE, 0) // 2
            patch = patch[:, off : off + scenes.SIDE, off : off + scenes.SIDE]
            missing = scenes.SIDE - patch.shape[1]
            patch = np.pad(patch, ((0, 0), (0, missing), (0, missing)), mode="symmetric")
            top, left = number // scenes.COLUMNS * scenes.SIDE, number % scenes.COLUMNS * scenes.SIDE
            mosaic[:, top : top + scenes.SIDE, left : left + scenes.SIDE] = patch
        found, _ = scenes.cells_of(tool.scenes(tool.raster("mosaic", mosaic)), len(images), tool.gsd)
        return float((found == truth).mean())

    return top1


def lakes(data: Path) -> Callable[[float], float]:
    folder, block = data / "naip_water", water.VALIDATION
    dates = {p.stem: water.read(p)[:3][(slice(None), *block)] for p in sorted((folder / "scenes").glob("*.tif"))}
    truth = {p.stem: water.read(p)[0][block] for p in sorted((folder / "label_scene").glob("*.tif"))}
    tool = Tool(MODELS / WATER)

    def median(factor: float) -> float:
        sources = {date: tool.raster(date, resized(pixels, factor)) for date, pixels in dates.items()}
        counts = {}
        for pair, labels in truth.items():
            found, _ = tool.change(*(sources[date] for date in pair.split("_")))
            counts[pair] = confusion(resized(labels, factor, nearest=True), found, 2)
        return float(water.figures_of(counts)["pair_quartiles"][1])

    return median


def roofs(data: Path) -> Callable[[float], float]:
    folder = data / "banepa_buildings"
    top, bottom = buildings.VALIDATION
    with rasterio.open(folder / "scene.tif") as file:
        scene = file.read((1, 2, 3))[:, top:bottom]
    quads = buildings.outlines_of(folder / "scene_dota.txt")
    tool = Tool(MODELS / BUILDINGS)

    def ap50(factor: float) -> float:
        step = buildings.SHRINK * factor
        image = resized(scene, step)
        truth, hard = buildings.inside_rows(quads, buildings.VALIDATION, scene.shape[2] // buildings.SHRINK)
        scaled = [shapely.affinity.scale(shape, 1 / factor, 1 / factor, origin=(0, 0)) for shape in truth]
        boxes = tool.boxes(tool.raster("rows", image), buildings.FAINTEST)
        found = [(float(fields["score"]), buildings.in_pixels(box, tool.gsd)) for box, fields in boxes]
        return float(buildings.figures_of(found, scaled, hard, 0.5)["ap50"])

    return ap50


MEASURES = {COVER: cover, SCENES: patches, WATER: lakes, BUILDINGS: roofs}


def reach(found: dict[float, float]) -> tuple[float, float]:
    """The smallest and the largest factor up to which, from 1 on, enough is kept."""
    enough = [factor for factor in sorted(found) if found[factor] >= KEPT * found[1.0]]
    below = [factor for factor in sorted(found) if factor <= 1]
    above = [factor for factor in sorted(found) if factor >= 1]

    def last(factors: list[float]) -> float:
        kept = 1.0
        for factor in factors:
            if factor not in enough:
                break
            kept = factor
        return kept

    return last(below[::-1]), last(above)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", choices=[[], *MEASURES], help="default: all")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    args = parser.parse_args()
    for model in args.models or MEASURES:
        measure = MEASURES[model](args.data)
        found = {factor: measure(factor) for factor in FACTORS}
        low, high = reach(found)
        print(model, {factor: round(value, 3) for factor, value in found.items()}, low, high, flush=True)
        _write(MODELS / model, found, low, high)


def _write(folder: Path, found: dict[float, float], low: float, high: float) -> None:
    fields = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    files, gsd = list(fields.pop("files")), float(fields["gsd"])
    by_size = {f"pixels_of_{factor * gsd:g}_m": round(value, 4) for factor, value in found.items()}
    fields["metrics"] = {**metrics_of(folder), "ground": by_size}
    fields["gsd_range"] = [round(low * gsd, 4), round(high * gsd, 4)]
    write_card({name: value for name, value in fields.items() if name != "format"}, folder, files)


if __name__ == "__main__":
    main()
