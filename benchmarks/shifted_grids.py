# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the bundled detector finds the same objects wherever its tiles begin.

``python benchmarks/shifted_grids.py``: the sample is searched whole and cropped at eight places, so that
tiles begin elsewhere; the share of the whole's objects that each crop finds again at IoU 0.7 is printed,
with those near the crop's edge left out. A network sees a moved image a little differently, and an object
whose score is close to the threshold comes and goes: so objects must be 0.1 above the threshold of the
whole's search, and crops are searched 0.1 below it.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window
from rasterio.windows import transform as window_transform

from lwganet_qgis.core.boxes.boxes import from_polygons
from lwganet_qgis.core.boxes.overlap import iou_matrix
from lwganet_qgis.core.cards.card import list_cards
from lwganet_qgis.core.jobs.detect import DetectJob
from lwganet_qgis.core.jobs.parts.cut import Cut
from lwganet_qgis.core.jobs.parts.model import Model
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.report import Reporter
from lwganet_qgis.core.run import run_job

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
STEPS = {"of whole strides of the network": (64, 64), "of any number of pixels": (37, 23)}
MARGIN = 128
"""Pixels from a crop's edge within which objects lack their surroundings."""
SURE = 0.1


def detect(image: Path, threshold: float, folder: Path) -> NDArray[np.float64]:
    """(n, 5) boxes in pixels."""
    import shapely

    card = next(card for card in list_cards([RESOURCES / "models"]) if card.task == "detection")
    text = folder / "boxes.txt"
    source = RasterSource(str(image), (1, 2, 3))
    job = DetectJob(Model(str(card.folder)), source, cut=Cut(512, 128), threshold=threshold, dota=str(text))
    run_job(job, Reporter(lambda event: None))
    corners = [np.array(line.split()[:8], float).reshape(4, 2) for line in text.read_text().splitlines()]
    return from_polygons([shapely.Polygon(points) for points in corners])


def crop(image: Path, right: int, down: int, target: Path) -> tuple[int, int]:
    """The image without its first columns and rows; gives what is left of both."""
    with rasterio.open(image) as source:
        window = Window(right, down, source.width - right, source.height - down)
        profile = {**source.profile, "width": window.width, "height": window.height, "compress": "deflate",
                   "photometric": "rgb", "transform": window_transform(window, source.transform)}  # fmt: skip
        with rasterio.open(target, "w", **profile) as file:
            file.write(source.read(window=window))
    return int(window.width), int(window.height)


def main() -> None:
    samples = json.loads((RESOURCES / "samples" / "samples.json").read_text(encoding="utf-8"))["samples"]
    image = next(RESOURCES / "samples" / s["inputs"]["INPUT"] for s in samples if s["task"] == "detection")
    card = next(card for card in list_cards([RESOURCES / "models"]) if card.task == "detection")
    threshold = card.knows.threshold or 0.5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = detect(image, threshold + SURE, folder)
        print(f"{len(whole)} objects that score {threshold + SURE:g} or more")
        for what, (right, down) in STEPS.items():
            found = total = 0
            for step in range(1, 9):
                moved = np.array([right * step % 256, down * step % 256])
                width, height = crop(image, *moved.tolist(), folder / "crop.tif")
                part = detect(folder / "crop.tif", threshold - SURE, folder)
                part[:, :2] += moved
                x, y = whole[:, 0] - moved[0], whole[:, 1] - moved[1]
                away = (x > MARGIN) & (y > MARGIN) & (x < width - MARGIN) & (y < height - MARGIN)
                found += int((iou_matrix(whole[away], part).max(axis=1, initial=0) >= 0.7).sum())
                total += int(away.sum())
            print(f"tiles moved by eight steps {what}: {found} of {total} found again, {100 * found / total:.1f} %")


if __name__ == "__main__":
    main()
