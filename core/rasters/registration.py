# SPDX-License-Identifier: GPL-3.0-or-later
"""How far one date is off the other, to a fraction of a pixel, by phase correlation.

The phases of two spectra tell a shift whatever the brightness and the season: their difference,
brought back from frequencies to pixels, is a peak where the shift is. Windows all over the images
are looked at twice: as they lie, and again with the after date moved by what that gave in whole
pixels, so that both see the same ground. The windows' surfaces are added, each by how clear its
peak is: what changed on the ground makes a window's peak low, not the sum's wrong. (SciPy has no such
registration; of it only a mean over bars would be of use here, for 140 MB more in the engine.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from .reading import RasterInput, Valid, Values

SIDES = (512, 256, 128)
"""Of a window in pixels: the largest of which there is room for enough. The smallest is for the second look alone."""
SMALLEST = 32
"""Side of a window below which nothing can be told."""
ENOUGH, MOST = 4, 9
"""Windows, which may overlap by half."""
FILLED = 0.3
"""Share of a window that must hold data at both dates."""
SOFT = 16
"""Pixels over which windows fade towards what holds no data, whose edge would look like ground that stays."""
SMOOTH = 0.25
"""Of a Gaussian over frequencies (cycles a pixel) that leaves out the finest ones, which are noise."""
CLEAR = 16.0
"""Height of a peak from which on it is believed, in standard deviations of the surface: aerial images of
ten years of one place have 45 to 145, unrelated ones up to 10, those of two places with roads on one grid 15."""
AGREE = 2.0
"""Pixels that a window may be off the whole and still say the same: hills and trees move by so much."""
MAJORITY = 0.6
"""Share of the windows' weight that must say the same. Of parts that are off in two directions neither has it."""
NOISE = 4.5
"""Height that chance alone gives a surface."""

Floats = NDArray[np.float64]
Spectrum = NDArray[np.complex128]


@dataclass(frozen=True)
class Offset:
    """What a window says: the after date belongs so many pixels further right and down."""

    column: float
    row: float
    """The window's middle in the raster."""
    dx: float
    dy: float
    height: float
    """Of its peak, in standard deviations."""

    @property
    def weight(self) -> float:
        return max(self.height - NOISE, 0.0) ** 2


@dataclass(frozen=True)
class Found:
    """The correction of the after date in pixels, right and down; 0 where nothing can be told."""

    dx: float
    dy: float
    windows: tuple[Offset, ...]
    reliable: bool

    def agrees(self, window: Offset) -> bool:
        """Whether a window says about what all say together."""
        return bool(window.weight) and float(np.hypot(window.dx - self.dx, window.dy - self.dy)) <= AGREE

    @property
    def spread(self) -> float:
        """Median distance of the windows' offsets, of those that have one, from the correction."""
        distances = [np.hypot(w.dx - self.dx, w.dy - self.dy) for w in self.windows if w.weight]
        return float(np.median(distances)) if distances else 0.0


def register(
    before: RasterInput, after: RasterInput, window: Window, check: Callable[[], None] = lambda: None
) -> Found:
    """The correction that brings the after date onto the before date; both lie on one grid."""
    rough, _ = _look(before, after, window, (0, 0), SIDES[:-1], check)
    if rough is None:
        return Found(0.0, 0.0, (), False)
    x, y, _ = _peak(rough)
    fine, offsets = _look(before, after, window, (x, y), SIDES, check)
    if fine is None:
        return Found(0.0, 0.0, (), False)
    right, down, height = _peak(fine)
    dx, dy = _refined(fine, right, down)
    found = Found(x + dx, y + dy, tuple(offsets), height >= CLEAR)
    return replace(found, reliable=found.reliable and _agreeing(found) >= MAJORITY)


def _agreeing(found: Found) -> float:
    """The share 0..1 of the windows' weight that says what all say together."""
    total = sum(window.weight for window in found.windows)
    return sum(window.weight for window in found.windows if found.agrees(window)) / total if total else 0.0


@dataclass(frozen=True)
class _Cross:
    """What two spectra say of a shift: half of the plane (H, W // 2 + 1) of each, and the full width."""

    phases: Spectrum
    """All frequencies alike: a sharp peak, that stands out."""
    strengths: Spectrum
    """Each by the root of its strength: what is faint, and mostly noise, hardly moves the peak."""
    width: int

    def plus(self, other: _Cross | None, weight: float) -> _Cross:
        """This one, by its weight, and another."""
        phases, strengths = self.phases * weight, self.strengths * weight
        if other is not None:
            phases, strengths = phases + other.phases, strengths + other.strengths
        return _Cross(phases, strengths, self.width)


def _look(
    before: RasterInput,
    after: RasterInput,
    window: Window,
    moved: tuple[int, int],
    sides: tuple[int, ...],
    check: Callable[[], None],
) -> tuple[_Cross | None, list[Offset]]:
    """The windows' weighted sum, and each one's own offset, with the after date moved so many pixels."""
    total: _Cross | None = None
    offsets = []
    for place in _places(window, moved, sides):
        check()
        there = Window(place.col_off - moved[0], place.row_off - moved[1], place.width, place.height)
        cross = _cross(before.read(place), after.read(there))
        if cross is None:
            continue
        x, y, height = _peak(cross)
        dx, dy = _refined(cross, x, y)
        column, row = place.col_off + place.width / 2, place.row_off + place.height / 2
        offsets.append(Offset(column, row, moved[0] + dx, moved[1] + dy, height))
        total = cross.plus(total, max(offsets[-1].weight, 0.1))
    return total, offsets


def _places(window: Window, moved: tuple[int, int], sides: tuple[int, ...]) -> list[Window]:
    """Windows spread over the part of `window` that also holds the moved ones; of one size."""
    spans = []
    for start, length, by in ((window.row_off, window.height, moved[1]), (window.col_off, window.width, moved[0])):
        spans.append((int(start) + max(by, 0), int(length) - abs(by)))
    (top, height), (left, width) = spans
    if min(height, width) < SMALLEST:
        return []
    for side in sides:
        high, wide = min(side, height), min(side, width)
        down = min(3, (height - high) // (high // 2) + 1)
        across = min(MOST // down, (width - wide) // (wide // 2) + 1)
        down = min(MOST // across, (height - high) // (high // 2) + 1)
        if down * across >= ENOUGH:
            break
    tops, lefts = np.linspace(top, top + height - high, down), np.linspace(left, left + width - wide, across)
    return [Window(int(x), int(y), wide, high) for y in tops for x in lefts]


def _cross(one: tuple[Values, Valid], other: tuple[Values, Valid]) -> _Cross | None:
    both = one[1] & other[1]
    if both.mean() < FILLED:
        return None
    taper = np.outer(*(np.hanning(n + 2)[1:-1] for n in both.shape)) * _soft(both)
    first, second = (np.fft.rfft2(_grey(values, both) * taper) for values, _ in (one, other))
    product = first * np.conj(second)
    size = np.abs(product)
    rows, columns = np.fft.fftfreq(both.shape[0]), np.fft.rfftfreq(both.shape[1])
    smooth = np.exp(-(rows[:, None] ** 2 + columns**2) / (2 * SMOOTH**2))
    known = size > 1e-9 * max(size.max(), 1e-300)
    phases, roots = (product / np.where(known, size**power, 1) * smooth * known for power in (1.0, 0.5))
    return _Cross(phases, roots / max(np.abs(roots).mean(), 1e-300), both.shape[1])


def _grey(values: Values, valid: Valid) -> Floats:
    """Mean of the bands (H, W), of mean 0 and even spread each; 0 where there is no data."""
    known = values[:, valid].astype(np.float64)
    spread = known.std(axis=1)
    grey = ((known - known.mean(axis=1)[:, None]) / np.where(spread > 0, spread, 1)[:, None]).mean(axis=0)
    image = np.zeros(valid.shape)
    image[valid] = grey
    return image


def _soft(valid: Valid) -> Floats:
    """1 inside, falling to 0 where the data end."""
    if valid.all():
        return np.ones(valid.shape)
    side, share = 2 * SOFT + 1, valid.astype(np.float64)
    for _ in range(2):  # means over bars, along one axis and then the other
        sums = np.cumsum(np.pad(share, ((SOFT + 1, SOFT), (0, 0)), mode="edge"), axis=0)
        share = ((sums[side:] - sums[:-side]) / side).T
    return np.clip(2 * share - 1, 0, 1)


def _peak(cross: _Cross) -> tuple[int, int, float]:
    """The surface's highest pixel (right, down) and its height in standard deviations."""
    high = cross.phases.shape[0]
    surface = np.fft.irfft2(cross.phases, s=(high, cross.width))
    row, column = np.unravel_index(int(surface.argmax()), surface.shape)
    spread = float(surface.std())
    height = float(surface.max()) / spread if spread > 0 else 0.0
    x, y = ((int(n) + m // 2) % m - m // 2 for n, m in ((column, cross.width), (row, high)))
    return x, y, height


def _refined(cross: _Cross, x: int, y: int) -> tuple[float, float]:
    """The surface's highest place around a pixel, to a hundredth: the surface is known between pixels, too."""
    rows, columns = np.fft.fftfreq(cross.strengths.shape[0]), np.fft.rfftfreq(cross.width)
    twice = np.full(len(columns), 2.0)  # the other half of the plane mirrors this one
    twice[0] = 1.0
    if cross.width % 2 == 0:
        twice[-1] = 1.0
    values = cross.strengths * twice
    best = (float(x), float(y))
    for reach, step in ((1.0, 0.1), (0.1, 0.01)):
        ways = np.arange(-reach, reach + step / 2, step)
        down = np.exp(2j * np.pi * np.outer(best[1] + ways, rows))
        across = np.exp(2j * np.pi * np.outer(columns, best[0] + ways))
        surface = (down @ values @ across).real
        row, column = np.unravel_index(int(surface.argmax()), surface.shape)
        best = (best[0] + float(ways[column]), best[1] + float(ways[row]))
    return best
