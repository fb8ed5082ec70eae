# SPDX-License-Identifier: GPL-3.0-or-later
"""Small rasters and what runs on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from affine import Affine
from rasterio.enums import ColorInterp

from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.report import Reporter

from .jobs import model_job

UTM = {"crs": "EPSG:32632", "transform": Affine(10, 0, 500_000, 0, -10, 5_000_000)}


def patches(height: int = 70, width: int = 90, bands: int = 3, seed: int = 0) -> np.ndarray:
    """Blocks of random 8-bit colour, never grey: the brightest of three bands is always clear."""
    draw = np.random.default_rng(seed)
    small = draw.permuted(
        np.array([40, 90, 140, 190, 240][:bands], np.uint8)[:, None] + np.zeros((bands, 400), np.uint8), axis=0
    )
    blocks = small.reshape(bands, 20, 20).repeat(7, 1).repeat(7, 2)
    return blocks[:, :height, :width]


def write(path: Path, values: np.ndarray, **profile: Any) -> str:
    count, height, width = values.shape
    with rasterio.open(
        path, "w", driver="GTiff", count=count, height=height, width=width, dtype=values.dtype, **{**UTM, **profile}
    ) as file:
        if profile.get("alpha"):
            file.colorinterp = [*file.colorinterp[:-1], ColorInterp.alpha]
        file.write(values)
    return str(path)


def job(model: Path, *paths: str, bands: tuple[int, ...] = (), **given: Any) -> Any:
    task = json.loads((model / "model.json").read_text())["task"]
    return model_job(task, model, [RasterSource(path, bands) for path in paths], **given)


class Events(Reporter):
    """A reporter that keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        super().__init__(self.events.append)

    @property
    def texts(self) -> str:
        return "\n".join(e["text"] for e in self.events)


def features(path: Path) -> list[tuple[Any, dict[str, Any]]]:
    entries = [json.loads(line) for line in path.read_text().splitlines()]
    return [(shapely.from_wkb(e["geometry"]), e["properties"]) for e in entries]


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as file:
        return file.read(1)
