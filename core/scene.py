# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run works on: model, open rasters, window, scaling; and how it is cut for the network."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from rasterio.windows import Window

from . import ground
from .alignment import common_window, on_grid
from .errors import InputError, ModelError
from .grid import Grid, grown, inside, window_of
from .mask import Mask, read_mask_of
from .memory import Load, available, fitting
from .model_card import ModelCard, read_card, verify_files
from .morphology import reach
from .pipeline import Sample
from .protocol import LARGEST_SCALE, Job
from .radiometry import Matched, fit
from .raster import RasterInput, Values, grid_of, open_raster
from .report import Reporter
from .rules import check_rules
from .scaling import Scaling, Unscaled, choose_scaling
from .sessions import Session
from .tiling import Tiling


@dataclass(frozen=True)
class Scene:
    job: Job
    card: ModelCard
    rasters: tuple[RasterInput, ...]
    scalings: tuple[Scaling | Unscaled | Matched, ...]
    window: Window
    """What is asked for."""
    tiling: Tiling
    """Of the raster, as far as the window, and what closing and opening look at around it, want it."""
    mask: Mask | None = None
    """Where results are wanted at all; None: everywhere."""

    @property
    def grid(self) -> Grid:
        return self.rasters[0].grid

    @cached_property
    def has_area(self) -> bool:
        """Whether areas are in square metres (else in pixels)."""
        return self.grid.measurable

    def load(self, session: Session, report: Reporter) -> Load:
        """How many tiles are worked on at a time: as the job says, else as the session can take, if memory allows.

        Raises:
            InputError: it allows no tile at all.
        """
        side = self.tiling.size
        wanted = Load(self.job.batch_size or session.batch.batch_of(side), session.workers)
        if session.device.startswith("cuda"):  # it has measured its own memory
            return wanted
        found = fitting(wanted, side, available())
        if found != wanted:
            report.log(
                f"memory is short: {found.batch} instead of {wanted.batch} tiles a step, "
                f"{found.workers} instead of {wanted.workers} steps at a time"
            )
        return found

    def sample(self, place: object, window: Window, needed: Window | None = None) -> Sample[object]:
        """What the network sees in `window`; nothing where `needed` (default: all of it) holds no data.

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
        images = tuple(_filled(scale(values), valid) for scale, (values, _) in zip(self.scalings, reads))
        return Sample(place, images, told)


def _filled(values: Values, valid: np.ndarray) -> Values:
    if valid.all():
        return values
    means = values[:, valid].mean(axis=1)
    return np.where(valid, values, means[:, None, None]).astype(np.float32)


def load_model(job: Job) -> ModelCard:
    """The card of the job's model. Raises ModelError where it is damaged or made for another task."""
    card = read_card(Path(job.model))
    if card.task != job.task:
        raise ModelError(f"model {card.id} is made for {card.task}; this needs one for {job.task}")
    verify_files(card)
    return card


def _tiling(job: Job, card: ModelCard, window: Window, grid: Grid) -> Tiling:
    """Tiles of the whole raster, which has one tile where that can hold it all."""
    size = job.tile_size or card.tile_size
    if card.largest and size > card.largest:
        only = f"of {card.largest} pixels only" if card.smallest == card.largest else f"up to {card.largest} pixels"
        raise InputError(f"tile size {size} does not fit model {card.id}: it takes tiles {only}")
    if size % card.multiple or size < card.smallest:
        lower = max(size // card.multiple * card.multiple, -(-card.smallest // card.multiple) * card.multiple)
        raise InputError(
            f"tile size {size} does not fit model {card.id}: it takes multiples of {card.multiple} "
            f"from {max(card.smallest, card.multiple)}, e.g. {lower} or {lower + card.multiple}"
        )
    overlap = card.overlap if job.overlap < 0 else job.overlap
    if job.overlap < 0:
        overlap = min(overlap, size // 2)
    if overlap > size // 2:
        raise InputError(f"overlap {overlap} is too large: at most half of the tile, {size // 2}")
    longest = math.ceil(max(grid.width, grid.height) * min(LARGEST_SCALE, max(job.scales, default=1.0)))
    enough = -(-max(longest, card.smallest) // card.multiple) * card.multiple
    cell = size - overlap if card.task == "classification" else size
    if enough < size and longest <= cell:
        size, overlap = enough, 0
    return Tiling(Window(0, 0, grid.width, grid.height), size, overlap, window)


@contextmanager
def open_scene(job: Job, card: ModelCard, report: Reporter) -> Iterator[Scene]:
    """Opens and checks everything before work starts.

    Raises:
        InputError: what is wrong with a raster, the extent, the bands or a size, and what to change.
    """
    if len(job.sources) != card.image_count:
        raise InputError(f"{card.task} takes {card.image_count} rasters; {len(job.sources)} were given")
    if job.batch_size < 0 or job.threads < 0:
        raise InputError("batch size and threads must not be negative")
    if not all(math.isfinite(v) for v in job.shift):
        raise InputError("the shift of the after date is no number: give two, in units of the map")
    check_rules(job)
    if job.iou is not None and not 0 < job.iou <= 1:
        raise InputError(f"IoU {job.iou:g} is not above 0 and at most 1")
    if not all(0 <= c < len(card.classes) for c in job.classes):
        raise InputError(f"model {card.id} has classes 0 to {len(card.classes) - 1}; {job.classes} were asked for")
    with ExitStack() as stack:
        opened = [stack.enter_context(open_raster(s, card.input.bands)) for s in job.sources]
        grid = grid_of(job.grid) if job.grid else opened[0].grid
        shifts = [(0.0, 0.0), job.shift if card.task == "change" else (0.0, 0.0)]
        rasters, window, whole = [], window_of(job.extent, grid), window_of(None, grid)
        if not job.grid:
            whole = opened[0].there
        elif any(raster.part is not None for raster in opened):  # the grid's raster is there in part as well
            whole = grown(window, reach(job.closing, job.opening), whole)
        for raster, shift, name in zip(opened, shifts, ("before date", "after date")):
            rasters.append(stack.enter_context(on_grid(raster, grid, shift, name)))
            if raster.grid is not grid:
                window = common_window(window, grid, raster.grid, shift)
                whole = common_window(whole, grid, raster.grid, shift)
        for raster in rasters:
            for note in raster.notes:
                report.log(note)
        scalings = _scalings(job, card, opened, rasters, (window, whole), report)
        _warn_of_gsd(card, grid, window, report)
        mask = read_mask_of(job.mask, grid, window)
        seen = grown(window, reach(job.closing, job.opening), whole)
        yield Scene(job, card, tuple(rasters), scalings, window, _tiling(job, card, seen, grid), mask)


def _scalings(
    job: Job, card: ModelCard, opened: list[RasterInput], rasters: list[RasterInput], windows: tuple[Window, Window],
    report: Reporter,
) -> tuple[Scaling | Unscaled | Matched, ...]:  # fmt: skip
    """What brings each raster's values to the model's range; the log says so.

    Args:
        opened: the rasters as they are in their files.
        windows: the extent, and all that the rasters have in common.
    """
    window, everywhere = windows

    def choose(raster: RasterInput, whole: RasterInput) -> Scaling | Unscaled:
        return choose_scaling(job.scaling, raster, window, card.input, whole)

    if job.match and card.task == "change":
        if any(raster.part is not None for raster in opened):
            report.log("colours are matched by what was copied of the rasters, not by the whole of them")
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


def _warn_of_gsd(card: ModelCard, grid: Grid, window: Window, report: Reporter) -> None:
    found = ground.gsd(grid, window)
    low, high = card.gsd_range
    if found is not None and not low <= found <= high:
        report.warn(
            f"pixels of this raster are {float(f'{found:.3g}'):g} m on the ground; model {card.id} was made for "
            f"{card.gsd:g} m ({low:g} to {high:g} m). Expect poor results, or resample the raster first"
        )
