# SPDX-License-Identifier: GPL-3.0-or-later
"""The after date's values brought to the before date's: a straight line per band that ignores change.

Sun, haze and sensor change all pixels of a band alike, by a gain and an offset; what changed on the
ground lies off that line. The line is that of equal means and equal spreads (reduced major axis: a
regression would flatten the image where noise hides the relation), of the pixels that stay after
those farthest off were left out, again and again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..sentences import say
from .reading import RasterInput, Values
from .scaling import Scaling, Unscaled

SAMPLE = 1024
"""Largest side of the thinned-out rasters that lines are fitted to."""
FEWEST = 64
"""Pixels from which on a line is worth anything."""
ROUNDS = 30
KEPT = 2.5
"""Pixels within so many standard deviations of the line stay."""
LARGEST_GAIN = 5.0
QUANTILES = np.linspace(0.05, 0.95, 19)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Lines:
    """Per band: before is about gain * after + offset."""

    gain: Floats
    offset: Floats

    def __call__(self, values: Values) -> Values:
        """Values (C, H, W) or (C, N) of the after date as the before date would have them."""
        axes = (slice(None), *[None] * (values.ndim - 1))
        with np.errstate(over="ignore", invalid="ignore"):  # where there is no data, values may be anything
            gain, offset = (line[axes].astype(np.float32) for line in (self.gain, self.offset))
            return np.asarray(values * gain + offset, np.float32)


def fit_lines(before: Values, after: Values) -> Lines:
    """Lines for values (C, N) of the same N pixels at both dates; of too few pixels, no change at all."""
    lines = [_line(b.astype(np.float64), a.astype(np.float64)) for b, a in zip(before, after)]
    gain, offset = zip(*lines)
    return Lines(np.array(gain), np.array(offset))


def _line(before: Floats, after: Floats) -> tuple[float, float]:
    if len(before) < FEWEST:
        return 1.0, 0.0
    (b_low, b_middle, b_high), (a_low, a_middle, a_high) = (np.quantile(v, (0.25, 0.5, 0.75)) for v in (before, after))
    gain = _bounded(b_high - b_low, a_high - a_low)
    offset = b_middle - gain * a_middle
    kept = np.zeros(len(before), np.bool_)
    for _ in range(ROUNDS):
        residual = np.abs(before - gain * after - offset)
        spread = 1.4826 * np.median(residual)
        near = residual <= max(KEPT * spread, 1e-6 * (1 + abs(float(b_middle))))
        if near.sum() < FEWEST or (near == kept).all():
            break
        kept = near
        gain = _bounded(float(before[kept].std()), float(after[kept].std()))
        offset = float(before[kept].mean() - gain * after[kept].mean())
    return float(gain), float(offset)


def _bounded(before: float, after: float) -> float:
    if not before > 0 or not after > 0:
        return 1.0
    return float(np.clip(before / after, 1 / LARGEST_GAIN, LARGEST_GAIN))


def sampled(before: RasterInput, after: RasterInput, window: Window) -> tuple[Values, Values]:
    """Values (C, N) of both dates, thinned out, where both hold data."""
    one, other = (raster.overview(window, SAMPLE) for raster in (before, after))
    both = one[1] & other[1]
    return one[0][:, both], other[0][:, both]


def fit(before: RasterInput, after: RasterInput, window: Window) -> Lines:
    """The lines of two rasters on one grid."""
    return fit_lines(*sampled(before, after, window))


def difference(before: Values, after: Values) -> float:
    """How far apart the values (C, N) of two dates are, 0 to 1.

    Mean absolute difference of their quantiles, relative to the before date's range between the 5th
    and the 95th percentile; 1 stands for everything from there on. 0 without pixels.
    """
    if not before.size:
        return 0.0
    one, other = (np.quantile(v.astype(np.float64), QUANTILES, axis=1) for v in (before, after))
    span = one[-1] - one[0]
    span = np.where(span > 0, span, np.maximum(np.abs(one[-1]), 1.0))
    return float(np.clip((np.abs(one - other).mean(axis=0) / span).mean(), 0, 1))


@dataclass(frozen=True)
class Matched:
    """A scaling of the before date for values of the after date."""

    lines: Lines
    limits: tuple[float, float] | None
    """What values of the before date's type can be."""
    scaling: Scaling | Unscaled
    text: str

    @classmethod
    def to(cls, before: RasterInput, lines: Lines, scaling: Scaling | Unscaled) -> Matched:
        kind = before.dtype
        limits = (float(np.iinfo(kind).min), float(np.iinfo(kind).max)) if kind.kind in "iu" else None
        terms = "; ".join(f"{gain:.3g} x {offset:+.3g}" for gain, offset in zip(lines.gain, lines.offset))
        return cls(lines, limits, scaling, say("values of the after date are matched to the before date's: {}", terms))

    def __call__(self, values: Values) -> Values:
        matched = self.lines(values)
        return self.scaling(matched if self.limits is None else np.clip(matched, *self.limits))
