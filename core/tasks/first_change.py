# SPDX-License-Identifier: GPL-3.0-or-later
"""Of many dates: between which two each pixel changed first. From change rasters, without a model."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window

from ..cards.card import ModelClass
from ..errors import InputError
from ..jobs.first_change import FirstChangeJob, FirstChangeResult
from ..jobs.parts.raster import CLASS_NODATA
from ..rasters.geotiff import GeoTiff
from ..rasters.grid import Grid, common, inside, place
from ..rasters.reading import RasterInput, open_raster
from ..sentences import say
from .parts.refine import strip_height
from .parts.run import Run, Task, tags
from .parts.totals import Totals

CHANGED, MOST = 1, 254
RAMP = ("#fde725", "#7ad151", "#22a884", "#2a788e", "#414487", "#440154")
"""From the first pair to the last: brightness falls evenly (viridis, backwards)."""
UNCHANGED = "#f0f0f0"
OFF = 1e-3
"""Rasters on one grid may be off it by so much of a pixel."""


def run(job: FirstChangeJob, run: Run) -> FirstChangeResult:
    """Writes the class raster over all that the rasters cover.

    A pixel is nodata where no raster has data; a raster without data there counts as no change.

    Raises:
        InputError: the rasters are not on one grid, there are too many, or names are missing.
    """
    if not 1 <= len(job.changes) <= MOST:
        raise InputError(say("1 to {} change rasters are needed; {} were given", MOST, len(job.changes)))
    if len(job.names) != len(job.changes):
        raise InputError(say("{} change rasters need as many names; {} were given", len(job.changes), len(job.names)))
    names = zip(job.names, ramp(len(job.names)))
    classes = (ModelClass("No change", UNCHANGED), *(ModelClass(name, color) for name, color in names))
    with ExitStack() as stack:
        rasters = [stack.enter_context(open_raster(source, ("change",))) for source in job.changes]
        grid, places = _together(rasters)
        totals = Totals(grid, classes)
        whole = Window(0, 0, grid.width, grid.height)
        target = GeoTiff(run.pending.at(job.first), grid, whole, classes, through=True)
        stack.callback(target.abandon)
        height = strip_height(grid.width)
        for top in range(0, grid.height, height):
            strip = Window(0, top, grid.width, min(height, grid.height - top))
            first = _first(rasters, places, strip)
            target.write(strip, first)
            totals.add(strip, first)
            run.report.progress(top + int(strip.height), grid.height, say("first change: row"))
        target.close(tags(job))
    return FirstChangeResult(totals.found(0, False))


def ramp(count: int) -> list[str]:
    """So many colours, evenly spread over the ramp."""
    stops = np.array([[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in RAMP], float)
    places = np.linspace(0, len(RAMP) - 1, count) if count > 1 else [0.0]
    channels = [np.interp(places, range(len(RAMP)), stop).round().astype(int) for stop in stops.T]
    return ["#{:02x}{:02x}{:02x}".format(*color) for color in zip(*channels)]


def _together(rasters: Sequence[RasterInput]) -> tuple[Grid, list[Window]]:
    """The grid that covers all rasters, and where each lies on it."""
    first = rasters[0].grid
    back = ~first.transform
    places = []
    for raster in rasters:
        grid = raster.grid
        corner, right, down = place(back, place(grid.transform, ((0, 0), (1, 0), (0, 1))))
        column, row = round(corner[0]), round(corner[1])
        found, wanted = (corner, right, down), ((column, row), (column + 1, row), (column, row + 1))
        if grid.crs != first.crs or not np.allclose(found, wanted, rtol=0, atol=OFF):
            raise InputError(
                say(
                    "{} lies on another grid than {}: use change rasters that were made on one grid",
                    raster.dataset.name,
                    rasters[0].dataset.name,
                )
            )
        places.append(Window(column, row, grid.width, grid.height))
    left, top = min(w.col_off for w in places), min(w.row_off for w in places)
    right, bottom = max(w.col_off + w.width for w in places), max(w.row_off + w.height for w in places)
    if (left, top, right, bottom) == (0, 0, first.width, first.height):
        return first, places
    a, b, _, d, e, _ = tuple(first.transform)[:6]
    ((x, y),) = place(first.transform, ((left, top),))
    whole = Grid(right - left, bottom - top, Affine(a, b, x, d, e, y), first.crs, (), first.located)
    return whole, [Window(w.col_off - left, w.row_off - top, w.width, w.height) for w in places]


def _first(rasters: Sequence[RasterInput], places: Sequence[Window], strip: Window) -> NDArray[np.uint8]:
    """(H, W) of a strip: 0, the number of the first raster that has change, or nodata."""
    first = np.full((int(strip.height), int(strip.width)), CLASS_NODATA, np.uint8)
    for number, (raster, whole) in enumerate(zip(rasters, places), 1):
        shared = common(strip, whole)
        if shared is None:
            continue
        part = Window(shared.col_off - whole.col_off, shared.row_off - whole.row_off, shared.width, shared.height)
        (values,), valid = raster.read(part)
        found = first[inside(shared, strip)]
        found[valid & (found == CLASS_NODATA)] = 0
        found[valid & (values == CHANGED) & (found == 0)] = number
    return first


TASK = Task(FirstChangeJob, run)
