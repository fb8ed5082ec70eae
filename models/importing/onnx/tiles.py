# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiles that graphs are tried on: drawn ones, and those of the sample rasters."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
SEED = 20260101

Values = NDArray[np.float32]


def random_tiles(count: int, bands: int, side: int) -> Values:
    draw = np.random.Generator(np.random.PCG64(SEED))
    return draw.uniform(0, 255, (count, bands, side, side)).astype(np.float32)


def real_tiles(bands: int, side: int) -> Values:
    """(N, bands, side, side) of the sample rasters, extended by reflection; none where none are installed."""
    found = []
    for path in sorted(SAMPLES.glob("*.tif")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # where they lie does not matter
            raster = rasterio.open(path)
        with raster:
            if raster.dtypes[0] == "uint8":
                values = raster.read([1 + band % raster.count for band in range(bands)])[:, :side, :side]
                missing = [(0, side - length) for length in values.shape[1:]]
                found.append(np.pad(values, [(0, 0), *missing], mode="symmetric").astype(np.float32))
    return np.stack(found[:2]) if found else np.zeros((0, bands, side, side), np.float32)
