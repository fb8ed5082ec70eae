# SPDX-License-Identifier: GPL-3.0-or-later
"""From raw values to the range that a model was trained on, never silently."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..cards.card import ModelInput
from ..errors import InputError
from ..sentences import say
from . import sentinel2
from .reading import RasterInput, Values

SAMPLE = 1024
"""Largest side of the thinned-out raster that percentiles are taken from."""
PERCENTILES = (2.0, 98.0)
OF_EXTENT = ("percentile", "minmax")
"""Scalings that are taken from the extent, so that results depend on it; others are the same for any extent."""


@dataclass(frozen=True)
class Scaling:
    """Linear, per band, clipped: `low` becomes the bottom and `high` the top of `target`."""

    low: Values
    high: Values
    target: tuple[float, float]
    text: str
    """What is done, for the log."""

    def __call__(self, values: Values) -> Values:
        """(C, H, W) raw values to the model's range."""
        bottom, top = self.target
        span = np.where(self.high > self.low, self.high - self.low, 1)  # a constant band comes to `bottom`
        gain = (top - bottom) / span
        with np.errstate(over="ignore", invalid="ignore"):  # where there is no data, values may be anything
            scaled = (values - self.low[:, None, None]) * gain[:, None, None] + bottom
            clipped: Values = np.clip(scaled, bottom, top).astype(np.float32)
        return clipped


@dataclass(frozen=True)
class Unscaled:
    """Values as they are."""

    text: str

    def __call__(self, values: Values) -> Values:
        return values


def choose_scaling(
    kind: str, raster: RasterInput, window: Window, wanted: ModelInput, whole: RasterInput | None = None
) -> Scaling | Unscaled:
    """The scaling that a job asks for (`protocol.SCALINGS`) or, for ``auto``, that fits raster and model.

    Args:
        window: the extent, which decides for ``percentile`` and ``minmax`` alone.
        whole: the raster as it is in its file, where `raster` is warped onto another's grid.
    Raises:
        InputError: a percentile or range is asked for of a raster without data.
    """
    bottom, top = wanted.value_range
    if kind == "none" or (kind == "auto" and raster.dtype == np.uint8 and (bottom, top) == (0.0, 255.0)):
        return Unscaled(say("values are used as they are"))
    count = len(raster.bands)
    if wanted.raw_range is not None and (kind == "auto" or kind in sentinel2.STATED):
        encoding = sentinel2.STATED.get(kind) or sentinel2.recognise(raster, *(whole or raster).thinned(SAMPLE))
        low, high = (np.full(count, encoding.stored(v), np.float32) for v in wanted.raw_range)
        text = say("values {:g} to {:g} are scaled to {:g} to {:g}", low[0], high[0], bottom, top)
        return Scaling(low, high, (bottom, top), say("{}: {}", encoding.text, text) if encoding.text else text)
    if kind in sentinel2.STATED:
        raise InputError(say("SCALING {} is for models of Sentinel-2 reflectance; this one takes other imagery", kind))
    if kind in OF_EXTENT:
        where, (values, valid) = say("this extent"), raster.overview(window, SAMPLE)
    else:
        source_of = whole or raster
        where, (values, valid) = say("the whole raster"), source_of.thinned(SAMPLE)
        if source_of.part is not None:
            where = say("what was copied of the raster")
    if not valid.any():
        raise InputError(say("the raster holds no data in {}: choose another extent or raster", where))
    known = values[:, valid]
    if kind.startswith("minmax"):
        low, high = known.min(axis=1), known.max(axis=1)
        source = say("minimum and maximum")
    else:
        low, high = np.percentile(known, PERCENTILES, axis=1).astype(np.float32)
        source = say("2nd and 98th percentile")
    ranges = ", ".join(f"{a:g} to {b:g}" for a, b in zip(low, high))
    return Scaling(
        low, high, (bottom, top),
        say("{} of each band in {} ({}) are scaled to {:g} to {:g}", source, where, ranges, bottom, top),
    )  # fmt: skip
