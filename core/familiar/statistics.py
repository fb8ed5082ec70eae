# SPDX-License-Identifier: GPL-3.0-or-later
"""An image in a few numbers, of the kind that a wrong band order, scaling or ground resolution changes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEP = 4
"""Every so many pixels are looked at."""
LEAST_SHARE = 0.5
"""Of an image that must hold data for its numbers to say anything."""
FLOOR = 1e-3
"""Of the value range: spreads below it are all one."""


@dataclass(frozen=True)
class Layout:
    """Where in a vector of statistics what lies, for images of so many bands."""

    bands: int

    @property
    def light(self) -> slice:
        """Mean of each band, 0..1 of the value range."""
        return slice(0, self.bands)

    @property
    def contrast(self) -> slice:
        """Logarithm of the spread of each band, of the value range."""
        return slice(self.bands, 2 * self.bands)

    @property
    def colour(self) -> slice:
        """Of each pair of bands, how they go together: the inverse hyperbolic tangent of their correlation."""
        return slice(2 * self.bands, 2 * self.bands + len(self.pairs))

    @property
    def sharpness(self) -> int:
        """Logarithm of the mean step between neighbours, as a share of the spread."""
        return 2 * self.bands + len(self.pairs)

    @property
    def length(self) -> int:
        return self.sharpness + 1

    @property
    def pairs(self) -> list[tuple[int, int]]:
        return list(itertools.combinations(range(self.bands), 2))

    def reordered(self, vectors: Floats, order: tuple[int, ...]) -> Floats:
        """(N, length) of the same images with their bands in this order."""
        place = {pair: self.colour.start + i for i, pair in enumerate(self.pairs)}
        pairs = [place[min(order[a], order[b]), max(order[a], order[b])] for a, b in self.pairs]
        columns = [*order, *(self.bands + band for band in order), *pairs, self.sharpness]
        picked: Floats = vectors[:, columns]
        return picked


def statistics(image: NDArray[np.float32], value_range: tuple[float, float], valid: NDArray[np.bool_]) -> Floats | None:
    """The vector of an image (C, H, W) in a model's value range, as `Layout` has it; None where too little is valid."""
    seen = valid[::STEP, ::STEP]
    if seen.mean() < LEAST_SHARE:
        return None
    low, high = value_range
    share = (image - np.float32(low)) / np.float32(high - low)
    pixels = share[:, ::STEP, ::STEP][:, seen].astype(np.float64)
    mean, spread = pixels.mean(axis=1), pixels.std(axis=1) + FLOOR
    off = (pixels - mean[:, None]) / spread[:, None]
    layout = Layout(len(image))
    together = [float((off[a] * off[b]).mean()) for a, b in layout.pairs]
    rows, known = share[:, ::STEP], valid[::STEP]
    both = known[:, 1:] & known[:, :-1]
    step = np.abs(np.diff(rows, axis=2))[:, both].mean() if both.any() else 0.0
    return np.concatenate(
        [mean, np.log(spread), np.arctanh(np.clip(together, -0.995, 0.995)), [np.log(step / spread.mean() + FLOOR)]]
    )
