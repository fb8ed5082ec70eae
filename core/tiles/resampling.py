# SPDX-License-Identifier: GPL-3.0-or-later
"""Between the pixels of a raster and those that a network sees."""

from __future__ import annotations

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.warp import reproject

from ..errors import InputError
from ..jobs.parts.cut import LARGEST_FACTOR
from ..rasters.reading import Values
from ..sentences import say

_PLANE = CRS.from_epsg(3857)
"""Resampling wants a CRS; any plane one does."""


def resized(image: Values, side: int) -> Values:
    """A square image (C, S, S) brought to `side` pixels: means where that is fewer, else bilinear."""
    size = image.shape[-1]
    if size == side:
        return image
    target = np.empty((len(image), side, side), np.float32)
    how = Resampling.average if side < size else Resampling.bilinear
    reproject(
        image, target, src_crs=_PLANE, dst_crs=_PLANE, resampling=how,
        src_transform=Affine.identity(), dst_transform=Affine.scale(size / side),
    )  # fmt: skip
    return target


def factor(resolution: str, pixel: float | None, of_model: float) -> float:
    """Pixels of the raster along one of the network's.

    Args:
        resolution: one of `core.jobs.parts.cut.RESOLUTIONS`.
        pixel: of the raster, metres on the ground; None: it cannot be told.
        of_model: metres on the ground that the model was trained at.
    Raises:
        InputError: nothing can be told, or it is too far from 1.
    """
    if resolution == "image":
        return 1.0
    if pixel is None:
        raise InputError(
            say(
                "RESOLUTION is {}, but the raster does not say how large its pixels are on the ground: give it a "
                "coordinate reference system, or leave RESOLUTION at 'image'", resolution,
            )
        )  # fmt: skip
    wanted = of_model if resolution == "model" else float(resolution)
    found = wanted / pixel
    if not 1 / LARGEST_FACTOR <= found <= LARGEST_FACTOR:
        raise InputError(
            say(
                "RESOLUTION asks for {:g} m, and pixels of this raster are {:.3g} m: from {:.3g} to {:.3g} m can be "
                "bridged; resample the raster first", wanted, pixel, pixel / LARGEST_FACTOR, pixel * LARGEST_FACTOR,
            )
        )  # fmt: skip
    return found
