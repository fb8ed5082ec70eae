# SPDX-License-Identifier: GPL-3.0-or-later
"""NAIP crops of four Californian cities at 0.6 m (Ventura et al., 2024), whose near infrared labels a part of them.

Vegetation and water are what their indices say where they say it plainly; what is plainly neither is one of the
other classes of the ground, and the rest stays unknown.
"""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning
from torch import Tensor

from ..losses import IGNORE, one_of

GREEN_FROM, BARE_BELOW = 0.15, 0.0
"""Vegetation index (NDVI) from which a pixel is vegetation, and below which it is none: the two hills of its
histogram end there."""
WATER_FROM, DRY_BELOW = 0.4, 0.25
"""The same of the water index (NDWI)."""
DARK = 50
"""Mean of red, green and blue below which a pixel is shadow, whose indices say little."""
CITIES = {"train": ("chico", "claremont"), "val": ("riverside",), "test": ("santa_monica",)}
"""By city: of the published split, a third of the places lies in two parts, a year in each."""
Crop = tuple[Tensor, Tensor]
"""uint8 (3, H, W) and uint8 (H, W)."""


def labels_of(
    rgb: NDArray[np.uint8], nir: NDArray[np.uint8], vegetation: int, water: int, ground: Iterable[int]
) -> NDArray[np.uint8]:
    """(H, W) targets, as `losses` reads them, of (3, H, W) and (H, W) values 0..255."""
    red, green, _ = rgb.astype(np.float32)
    infrared = nir.astype(np.float32)
    ndvi = (infrared - red) / np.maximum(infrared + red, 1)
    ndwi = (green - infrared) / np.maximum(green + infrared, 1)
    lit = rgb.mean(0) >= DARK
    labels = np.full(nir.shape, IGNORE, np.uint8)
    labels[(ndvi < BARE_BELOW) & (ndwi < DRY_BELOW) & lit] = one_of(ground)
    labels[(ndwi > WATER_FROM) & (ndvi < BARE_BELOW) & lit] = water
    labels[ndvi > GREEN_FROM] = vegetation
    return labels


def read_crops(path: Path, split: str, vegetation: int, water: int, ground: Iterable[int]) -> list[Crop]:
    """All crops of a split's cities."""
    ground, crops = tuple(ground), []
    with zipfile.ZipFile(path) as archive:
        rows = csv.DictReader(io.StringIO(archive.read("crops.csv").decode()))
        for name in (row["name"] for row in rows if row["city"] in CITIES[split]):
            rgb, nir = (_read(archive.read(f"{folder}/{name}.tif")) for folder in ("rgb", "nir"))
            labels = labels_of(rgb, nir[0], vegetation, water, ground)
            crops.append((torch.from_numpy(rgb), torch.from_numpy(labels)))
    return crops


def _read(content: bytes) -> NDArray[np.uint8]:
    with rasterio.MemoryFile(content) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with file.open() as source:
            pixels: NDArray[np.uint8] = source.read()
    return pixels
