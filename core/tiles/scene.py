# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run works on: model, open rasters, window, scaling; and how it is cut for the network."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from rasterio.windows import Window

from ..cards.card import ModelCard
from ..errors import InputError
from ..jobs.parts.cut import LARGEST_FACTOR, Cut
from ..jobs.parts.model import Model
from ..jobs.parts.pairing import Pairing
from ..jobs.parts.raster import RasterSource
from ..jobs.parts.where import Where
from ..rasters import ground
from ..rasters.alignment import common_window, on_grid
from ..rasters.grid import Grid, grown, inside, window_of
from ..rasters.mask import Mask, read_mask_of
from ..rasters.radiometry import Matched, fit
from ..rasters.reading import RasterInput, Values, grid_of, open_raster
from ..rasters.scaling import Scaling, Unscaled, choose_scaling
from ..report import Reporter
from ..sentences import say
from ..sessions.session import Session
from .memory import Load, available, fitting
from .pipeline import Sample
from .resampling import factor, resized
from .tiling import Tiling

ALIKE = Pairing()
OUTSIDE = 4
"""Pixels of the raster along a tile that take as little memory, squared, as one that the network sees."""
ROUNDING = 1e-6
"""Of a pixel: a size that misses a whole number by less is one."""
LARGEST_TILE = 2048
"""Pixels of the raster along a tile, where they are finer than the network's and no size is asked for."""


class Wishes(Protocol):
    """What a job says of how its model runs."""

    @property
    def model(self) -> Model: ...
    @property
    def where(self) -> Where: ...
    @property
    def cut(self) -> Cut: ...


@dataclass(frozen=True)
class Scene:
    card: ModelCard
    rasters: tuple[RasterInput, ...]
    scalings: tuple[Scaling | Unscaled | Matched, ...]
    window: Window
    """What is asked for."""
    tiling: Tiling
    """Of the raster, as far as the window, and what closing and opening look at around it, want it."""
    side: int
    """Pixels of the network along a tile, which may be others than the raster's."""
    mask: Mask | None = None
    """Where results are wanted at all; None: everywhere."""
    batch_size: int = 0
    """Tiles of a step; 0: as the session can take."""

    @property
    def grid(self) -> Grid:
        return self.rasters[0].grid

    @cached_property
    def has_area(self) -> bool:
        """Whether areas are in square metres (else in pixels)."""
        return self.grid.measurable

    def load(self, session: Session, report: Reporter) -> Load:
        """How many tiles are worked on at a time: as is wished, else as the session can take, if memory allows.

        Raises:
            InputError: it allows no tile at all.
        """
        wanted = Load(self.batch_size or session.batch.batch_of(self.side), session.workers)
        if session.device.startswith("cuda"):  # it has measured its own memory
            return wanted
        found = fitting(wanted, max(self.side, self.tiling.size // OUTSIDE), available())
        if found != wanted:
            report.log(
                say(
                    "memory is short: {} instead of {} tiles a step, {} instead of {} steps at a time",
                    found.batch, wanted.batch, found.workers, wanted.workers,
                )
            )  # fmt: skip
        return found

    def sample(self, place: object, window: Window, needed: Window | None = None) -> Sample[object]:
        """What the network sees in the square `window`; nothing where `needed` (default: all of it) holds no data.

        Pixels without data are given the mean of the others, band by band. Beyond the raster there
        is its mirror image. What the mask leaves out is seen, but nothing is said of it.
        """
        wanted = None if self.mask is None else self.mask.inside(window)
        if wanted is not None and not wanted.any():
            return Sample(place, None, wanted)
        reads = [raster.read(window) for raster in self.rasters]
        valid = np.logical_and.reduce([v for _, v in reads])
        told = valid if wanted is None else valid & wanted
        looked_at = told if needed is None else told[inside(needed, window)]
        if not looked_at.any():
            return Sample(place, None, told)
        images = (_filled(scale(values), valid) for scale, (values, _) in zip(self.scalings, reads))
        return Sample(place, tuple(resized(image, self.side) for image in images), told)


def _filled(values: Values, valid: np.ndarray) -> Values:
    if valid.all():
        return values
    means = values[:, valid].mean(axis=1)
    return np.where(valid, values, means[:, None, None]).astype(np.float32)


def _tiling(
    cut: Cut, card: ModelCard, window: Window, grid: Grid, scales: tuple[float, ...], step: float
) -> tuple[Tiling, int]:
    """Tiles of the whole raster, which has one tile where that can hold it all, and how large the network sees them.

    Args:
        step: pixels of the raster along one of the network's.
    """
    takes = card.takes
    size = cut.tile_size or _largest(card, step)
    if takes.largest and size > takes.largest:
        only = f"of {takes.largest} pixels only" if takes.smallest == takes.largest else f"up to {takes.largest} pixels"
        raise InputError(say("tile size {} does not fit model {}: it takes tiles {}", size, card.id, only))
    if size % takes.multiple or size < takes.smallest:
        lower = max(size // takes.multiple * takes.multiple, -(-takes.smallest // takes.multiple) * takes.multiple)
        raise InputError(
            say(
                "tile size {} does not fit model {}: it takes multiples of {} from {}, e.g. {} or {}",
                size,
                card.id,
                takes.multiple,
                max(takes.smallest, takes.multiple),
                lower,
                lower + takes.multiple,
            )
        )
    overlap = min(takes.overlap, size // 2) if cut.overlap < 0 else cut.overlap
    if overlap > size // 2:
        raise InputError(say("overlap {} is too large: at most half of the tile, {}", overlap, size // 2))
    longest = math.ceil(max(grid.width, grid.height) * max(scales, default=1.0) / step - ROUNDING)
    enough = -(-max(longest, takes.smallest) // takes.multiple) * takes.multiple
    cell = size - overlap if card.task == "classification" else size
    if enough < size and longest <= cell:
        size, overlap = enough, 0
    shown = math.ceil(size * step - ROUNDING)
    shared = min(round(overlap * step), shown // 2)
    return Tiling(Window(0, 0, grid.width, grid.height), shown, shared, window), size


def _largest(card: ModelCard, step: float) -> int:
    """The model's tile size, or one that keeps the raster's part of it small."""
    takes = card.takes
    bound = max(LARGEST_TILE / step, takes.smallest)
    return takes.tile_size if takes.tile_size <= bound else -(-int(bound) // takes.multiple) * takes.multiple


@contextmanager
def open_scene(
    card: ModelCard, images: Sequence[RasterSource], wishes: Wishes, report: Reporter, *,
    pairing: Pairing = ALIKE, halo: int = 0, scales: tuple[float, ...] = (),
) -> Iterator[Scene]:  # fmt: skip
    """Opens and checks everything before work starts.

    Args:
        images: as many as the model takes; the first one's grid is that of the results, where the wishes name none.
        pairing: how the second image is brought to the first.
        halo: pixels around the extent that its results depend on, besides what tiles show.
        scales: at which the raster is looked at.
    Raises:
        InputError: what is wrong with a raster, the extent, the bands or a size, and what to change.
    """
    where = wishes.where
    with ExitStack() as stack:
        opened = [stack.enter_context(open_raster(source, card.takes.input.bands)) for source in images]
        grid = grid_of(where.grid) if where.grid else opened[0].grid
        rasters, window, whole = [], window_of(where.extent, grid), window_of(None, grid)
        if not where.grid:
            whole = opened[0].there
        elif any(raster.part is not None for raster in opened):  # the grid's raster is there in part as well
            whole = grown(window, halo, whole)
        for raster, shift, name in zip(opened, ((0.0, 0.0), pairing.shift), (say("before date"), say("after date"))):
            rasters.append(stack.enter_context(on_grid(raster, grid, shift, name)))
            if raster.grid is not grid:
                window = common_window(window, grid, raster.grid, shift)
                whole = common_window(whole, grid, raster.grid, shift)
        for raster in rasters:
            for note in raster.notes:
                report.log(note)
        scalings = _scalings(card, wishes.model.scaling, pairing.match, opened, rasters, (window, whole), report)
        step = _step(wishes.cut.resolution, card, grid, report)
        _warn_of_gsd(card, grid, window, step, report)
        mask = read_mask_of(where.mask, grid, window)
        tiling, side = _tiling(wishes.cut, card, grown(window, halo, whole), grid, scales, step)
        yield Scene(card, tuple(rasters), scalings, window, tiling, side, mask, wishes.cut.batch_size)


def _scalings(
    card: ModelCard, wish: str, match: bool, opened: list[RasterInput], rasters: list[RasterInput],
    windows: tuple[Window, Window], report: Reporter,
) -> tuple[Scaling | Unscaled | Matched, ...]:  # fmt: skip
    """What brings each raster's values to the model's range; the log says so.

    Args:
        wish: one of `core.jobs.parts.model.SCALINGS`.
        match: whether the second image's values are brought to the first one's.
        opened: the rasters as they are in their files.
        windows: the extent, and all that the rasters have in common.
    """
    window, everywhere = windows

    def choose(raster: RasterInput, whole: RasterInput) -> Scaling | Unscaled:
        return choose_scaling(wish, raster, window, card.takes.input, whole)

    if match:
        if any(raster.part is not None for raster in opened):
            report.log(say("colours are matched by what was copied of the rasters, not by the whole of them"))
        before, after = rasters
        scaling = choose(before, opened[0])
        found: tuple[Scaling | Unscaled | Matched, ...] = (
            scaling, Matched.to(before, fit(before, after, everywhere), scaling),
        )  # fmt: skip
    else:
        found = tuple(choose(raster, whole) for raster, whole in zip(rasters, opened))
    for text in dict.fromkeys(s.text for s in found):
        report.log(text)
    return found


def _step(resolution: str, card: ModelCard, grid: Grid, report: Reporter) -> float:
    """Pixels of the raster along one of the network's: of the whole raster, whatever the extent."""
    found = ground.gsd(grid, Window(0, 0, grid.width, grid.height))
    step = factor(resolution, found, card.takes.gsd)
    if step != 1 and found is not None:
        report.log(say("the model sees pixels of {:.3g} m; results have the raster's of {:.3g} m", found * step, found))
    return step


def _warn_of_gsd(card: ModelCard, grid: Grid, window: Window, step: float, report: Reporter) -> None:
    found = ground.gsd(grid, window)
    low, high = card.takes.gsd_range
    if found is not None and not low <= found * step <= high:
        can = step == 1 and 1 / LARGEST_FACTOR <= card.takes.gsd / found <= LARGEST_FACTOR
        advice = say("Choose RESOLUTION 'model', which shows it so") if can else say("Expect poor results")
        report.warn(
            say(
                "the model sees pixels of {:.3g} m on the ground; {} was made for {:g} m ({:g} to {:g} m). {}",
                found * step, card.id, card.takes.gsd, low, high, advice,
            )
        )  # fmt: skip
