# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bundled models make of places that they never saw: three of each in docs/models, one of them a failure."""

from __future__ import annotations

import argparse
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from . import buildings, land_cover, scenes, water
from .floors import BUILDINGS, COVER, SCENES, WATER
from .tool import Tool, confusion, ious

ROOT = Path(__file__).resolve().parents[2]
MODELS, TARGET = ROOT / "resources" / "models", ROOT / "docs" / "models"
SIDE = 380
"""Pixels of a picture's shorter side."""
OPACITY = 0.55
Pixels = NDArray[Any]


@dataclass(frozen=True)
class Place:
    name: str
    text: str
    """What is to be seen; of a failure, why it is one."""
    show: Callable[[Tool, Path], tuple[list[Image.Image], str]]
    """Pictures from left to right, and the figure that was measured there."""


def _picture(pixels: Pixels) -> Image.Image:
    """Of (C, H, W), the first three bands 0..255."""
    return Image.fromarray(np.ascontiguousarray(pixels[:3].transpose(1, 2, 0)).astype(np.uint8))


def _over(image: Image.Image, classes: Pixels, colors: Sequence[str]) -> Image.Image:
    """Classes (H, W) in their colours over an image; 255 stays as it is."""
    table = np.zeros((256, 3), np.float32)
    for number, color in enumerate(colors):
        table[number] = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    under = np.asarray(image, np.float32)
    mixed = under * (1 - OPACITY) + table[classes] * OPACITY
    return Image.fromarray(np.where((classes == 255)[..., None], under, mixed).round().astype(np.uint8))


def _colors(tool: Tool) -> list[str]:
    return [str(c["color"]) for c in tool.card["classes"]]


def _cover(tile: int, number: int) -> Callable[[Tool, Path], tuple[list[Image.Image], str]]:
    def show(tool: Tool, data: Path) -> tuple[list[Image.Image], str]:
        image, mask = land_cover.read_images(data / "dubai_aerial.zip")[tile][number]
        found, _ = tool.classes(tool.raster("place", image))
        picture = _picture(image)
        shown = [picture, *(_over(picture, classes, _colors(tool)) for classes in (mask, found))]
        return shown, f"mIoU {100 * float(np.nanmean(ious(confusion(mask, found, 5)))):.0f} %"

    return show


def _city(name: str) -> Callable[[Tool, Path], tuple[list[Image.Image], str]]:
    def show(tool: Tool, data: Path) -> tuple[list[Image.Image], str]:
        with zipfile.ZipFile(data / "naip_trees.zip") as archive:
            crops = []
            for part in ("rgb", "nir"):
                with rasterio.MemoryFile(archive.read(f"{part}/{name}.tif")) as memory, memory.open() as file:
                    crops.append(file.read())
        rgb, nir = crops
        index = (nir[0].astype(float) - rgb[0]) / np.maximum(nir[0].astype(float) + rgb[0], 1)
        plain = np.where(index > land_cover.GREEN_FROM, land_cover.VEGETATION, 255).astype(np.uint8)
        found, _ = tool.classes(tool.raster("place", rgb))
        green, said = plain == land_cover.VEGETATION, found == land_cover.VEGETATION
        known = green | (index < land_cover.BARE_BELOW)
        iou = (green & said & known).sum() / ((green | said) & known).sum()
        picture = _picture(rgb)
        shown = [picture, *(_over(picture, classes, _colors(tool)) for classes in (plain, found))]
        return shown, f"overlap of vegetation {100 * iou:.0f} %"

    return show


def _water(pair: str) -> Callable[[Tool, Path], tuple[list[Image.Image], str]]:
    def show(tool: Tool, data: Path) -> tuple[list[Image.Image], str]:
        folder = data / "naip_water"
        dates = [water.read(folder / "scenes" / f"{d}.tif")[:3][(slice(None), *water.TEST)] for d in pair.split("_")]
        labels = water.read(folder / "label_scene" / f"{pair}.tif")[0][water.TEST]
        found, _ = tool.change(*(tool.raster(f"date{i}", pixels) for i, pixels in enumerate(dates)))
        iou = float(ious(confusion(labels, found, 2))[1])
        before, after = (_picture(pixels) for pixels in dates)
        marks = [np.where(classes == 1, np.uint8(1), np.uint8(255)) for classes in (labels, found)]
        return [before, after, *(_over(after, mark, _colors(tool)) for mark in marks)], f"IoU {100 * iou:.0f} %"

    return show


def _roofs(rows: tuple[int, int], left: int) -> Callable[[Tool, Path], tuple[list[Image.Image], str]]:
    """`rows` of the scene, and the first column, in shrunken pixels, of a square."""

    def show(tool: Tool, data: Path) -> tuple[list[Image.Image], str]:
        folder = data / "banepa_buildings"
        with rasterio.open(folder / "scene.tif") as file:
            image = buildings.shrunken(file.read((1, 2, 3)), rows)
        truth, hard = buildings.inside_rows(buildings.outlines_of(folder / "scene_dota.txt"), rows, image.shape[2])
        threshold = float(tool.card["threshold"])
        found = [
            (float(properties["score"]), buildings.in_pixels(box, tool.gsd))
            for box, properties in tool.boxes(tool.raster("place", image), threshold)
        ]
        figures = buildings.figures_of(found, truth, hard, threshold)
        part = _picture(image[:, :, left : left + image.shape[1]])
        drawn = []
        for shapes in (truth, [box for _, box in found]):
            picture = part.copy()
            draw = ImageDraw.Draw(picture)
            for shape in shapes:
                draw.polygon([(x - left, y) for x, y in shape.exterior.coords], outline="#ffd400", width=2)
            drawn.append(picture)
        return [part, *drawn], f"precision {100 * figures['precision']:.0f} %, recall {100 * figures['recall']:.0f} %"

    return show


def _port(name: str) -> Callable[[Tool, Path], tuple[list[Image.Image], str]]:
    def show(tool: Tool, data: Path) -> tuple[list[Image.Image], str]:
        with zipfile.ZipFile(data / "sentinel2_l2a_ports.zip") as archive:
            path = next(n for n in archive.namelist() if n.startswith(name) and n.endswith(".tif"))
            with rasterio.MemoryFile(archive.read(path)) as memory, memory.open() as file:
                pixels, place = file.read(), {"crs": file.crs, "transform": file.transform}
        ndwi = (pixels[1].astype(float) - pixels[3]) / np.maximum(pixels[1].astype(float) + pixels[3], 1)
        found = np.full(ndwi.shape, 255, np.uint8)
        hits = total = 0
        for cell, properties in tool.scenes(tool.raster("place", pixels[:3], **place)):
            left, bottom, right, top = cell.bounds
            (x0, y0), (x1, y1) = (~place["transform"] @ p for p in ((left, top), (right, bottom)))
            window = slice(round(y0), round(y1)), slice(round(x0), round(x1))
            found[window] = properties["class_id"]
            if min(ndwi[window].shape) == scenes.SIDE and ndwi[window].mean() > scenes.WATER_FROM:
                total += 1
                hits += properties["class_id"] == scenes.SEA
        picture = _picture((pixels[:3] / scenes.WHITE * 255).clip(0, 255))
        sea = np.where(ndwi > scenes.WATER_FROM, np.uint8(scenes.SEA), np.uint8(255))
        shown = [picture, *(_over(picture, classes, _colors(tool)) for classes in (sea, found))]
        return shown, f"{hits} of {total} cells of open water named so"

    return show


def _patches(data: Path, tool: Tool) -> tuple[Pixels, Pixels, Pixels]:
    """Of the first test patches of all classes in turn: a mosaic, and the truth and what is found of each pixel."""
    with zipfile.ZipFile(data / "eurosat_rgb.zip") as archive:
        names = archive.read("splits/test.txt").decode().split()
        count = scenes.COLUMNS * 7
        names = names[:: len(names) // count][:count]
        truth = np.array([scenes.CLASSES.index(name.split("/")[0]) for name in names])
        mosaic = scenes.mosaic_of(archive, names, False)
    found, _ = scenes.cells_of(tool.scenes(tool.raster("place", mosaic)), len(names), tool.gsd)
    width = 14 * scenes.SIDE
    maps = [
        v.reshape(-1, scenes.COLUMNS).repeat(scenes.SIDE, 0).repeat(scenes.SIDE, 1)[:, :width].astype(np.uint8)
        for v in (truth, found)
    ]
    return mosaic[:, :, :width], maps[0], maps[1]


def _mosaic(tool: Tool, data: Path) -> tuple[list[Image.Image], str]:
    mosaic, truth, found = _patches(data, tool)
    right = truth[:: scenes.SIDE, :: scenes.SIDE] == found[:: scenes.SIDE, :: scenes.SIDE]
    picture = _picture(mosaic)
    shown = [picture, *(_over(picture, classes, _colors(tool)) for classes in (truth, found))]
    return shown, f"{int(right.sum())} of {right.size} right"


PLACES: dict[str, tuple[Place, ...]] = {
    SCENES: (
        Place(
            "Test patches of EuroSAT",
            "Each patch shows one class, as those that it was trained on. What it takes for another is mostly one "
            "kind of field for another.",
            _mosaic,
        ),
        Place(
            "Port Hedland, Level-2A",
            "The open sea is named so, the town is found. What there is of desert, mangroves and salt pans is in none "
            "of its ten classes, and named after some field or river.",
            _port("hedland"),
        ),
        Place(
            "Failure: Cartagena, Level-2A",
            "Thin cloud lies over all of it. Harbour and shallows are named river or grassland, cloud over land "
            "becomes a field: it knows clear patches of one class alone.",
            _port("cartagena"),
        ),
    ),
    COVER: (
        Place(
            "Test tile",
            "Water, roads and rows of houses stand out. Gardens and bare ground between houses that are darker than "
            "in the training are taken for roofs.",
            _cover(8, 3),
        ),
        Place(
            "Santa Monica, NAIP 2020",
            "Known is what near infrared says of vegetation, which it finds. Roofs of this city are mostly taken for "
            "unpaved land: buildings and roads were learnt in the desert city alone.",
            _city("santa_monica_2020_10"),
        ),
        Place(
            "Failure: validation tile",
            "The image is darker than all of the training. Bare ground between the blocks becomes roofs, and dark "
            "water among reeds becomes vegetation.",
            _cover(2, 4),
        ),
    ),
    WATER: (
        Place(
            "2009 to 2014, test rows",
            "Lakes that rose by metres: the largest change of the record, found nearly whole.",
            _water("2009_2014"),
        ),
        Place(
            "2018 to 2020, test rows",
            "Ponds and shores that fell dry or filled up: most are found, with some shores that did not change.",
            _water("2018_2020"),
        ),
        Place(
            "Failure: 2014 to 2020, test rows",
            "Little changed but light, season and fields. Wet shores in another light are taken for change, and "
            "shallow water that reeds hide is missed.",
            _water("2014_2020"),
        ),
    ),
    BUILDINGS: (
        Place(
            "Test rows, west", "Detached houses and halls are outlined well, houses in rows in part.",
            _roofs((3072, 3840), 100),
        ),
        Place(
            "Test rows, east", "Narrow houses of a row are found one by one where their roofs differ.",
            _roofs((3072, 3840), 900),
        ),
        Place(
            "Failure: validation rows",
            "Courts and compounds: one rectangle cannot say what an L is, and roofs that share walls are cut or "
            "joined otherwise than on the ground.",
            _roofs((2560, 3072), 500),
        ),
    ),
}
"""By model."""


def beside(pictures: list[Image.Image]) -> Image.Image:
    """All in one, at one height, or one below the other where they are wide."""
    wide = pictures[0].width > 2 * pictures[0].height
    scale = SIDE / (pictures[0].width / 2 if wide else pictures[0].height)
    parts = [p.resize((round(p.width * scale), round(p.height * scale)), Image.Resampling.LANCZOS) for p in pictures]
    width, height = parts[0].size
    across = 1 if wide else len(parts)
    sheet = Image.new("RGB", (across * (width + 6) - 6, len(parts) // across * (height + 6) - 6), "white")
    for number, part in enumerate(parts):
        sheet.paste(part, (number % across * (width + 6), number // across * (height + 6)))
    return sheet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    args = parser.parse_args()
    TARGET.mkdir(exist_ok=True)
    lines = [HEAD]
    for model, places in PLACES.items():
        lines.append(f"\n## {Tool(MODELS / model).card['title']}\n")
        for number, place in enumerate(places, 1):
            pictures, figure = place.show(Tool(MODELS / model), args.data)
            beside(pictures).save(TARGET / f"{model}_{number}.jpg", quality=82, optimize=True)
            lines.append(f"\n**{place.name}** ({figure}). {place.text}\n\n![{place.name}]({model}_{number}.jpg)\n")
            print(model, place.name, figure, flush=True)
    (TARGET / "README.md").write_text("".join(lines), encoding="utf-8")


HEAD = """\
# What the bundled models make of places they never saw

Made by `make places`: the tools, run on imagery that no model was trained on. From left to right, or from top to
bottom: the imagery, what is known of it, what the model says. Of each model the last place is one where it fails, with
the reason.
"""

if __name__ == "__main__":
    main()
