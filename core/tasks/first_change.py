# SPDX-License-Identifier: GPL-3.0-or-later
"""Of many dates: between which two each pixel changed first. From change rasters, without a model."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..errors import InputError
from ..grid import Grid, common, inside
from ..model_card import ModelClass
from ..protocol import CLASS_NODATA, Job
from ..raster import RasterInput, open_raster
from ..report import Reporter
from ..vectorise import STRIP
from ..writing import GeoTiff, Pending
from .refine import LOWEST_STRIP, STRIP_PIXELS
from .totals import Totals

CHANGED, MOST = 1, 254
RAMP = ("#fde725", "#7ad151", "#22a884", "#2a788e", "#414487", "#440154")
"""From the first pair to the last: brightness falls evenly (viridis, backwards)."""
UNCHANGED = "#f0f0f0"
OFF = 1e-3
"""Rasters on one grid may be off it by so much of a pixel."""


def run(job: Job, pending: Pending, tags: dict[str, str], report: Reporter) -> tuple[Totals, int]:
    """Writes the class raster over all that the rasters cover; returns the totals, and 0 polygons.

    A pixel is nodata where no raster has data; a raster without data there counts as no change.

    Raises:
        InputError: the rasters are not on one grid, there are too many, or names are missing.
    """
    if not 1 <= len(job.sources) <= MOST:
        raise InputError(f"1 to {MOST} change rasters are needed; {len(job.sources)} were given")
    if len(job.labels) != len(job.sources):
        raise InputError(f"{len(job.sources)} change rasters need as many names; {len(job.labels)} were given")
    names = zip(job.labels, ramp(len(job.labels)))
    classes = (ModelClass("No change", UNCHANGED), *(ModelClass(name, color) for name, color in names))
    with ExitStack() as stack:
        rasters = [stack.enter_context(open_raster(source, ("change",))) for source in job.sources]
        grid, places = _together(rasters)
        totals = Totals(grid, classes)
        target = GeoTiff(pending.at(job.output), grid, Window(0, 0, grid.width, grid.height), classes)
        stack.callback(target.abandon)
        height = min(max(STRIP_PIXELS // grid.width, LOWEST_STRIP), STRIP)
        for top in range(0, grid.height, height):
            strip = Window(0, top, grid.width, min(height, grid.height - top))
            first = _first(rasters, places, strip)
            target.write(strip, first)
            totals.add(strip, first)
            report.progress(top + int(strip.height), grid.height, "first change: row")
        target.close(tags)
    return totals, 0


def ramp(count: int) -> list[str]:
    """So many colours, evenly spread over the ramp."""
    stops = np.array([[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in RAMP], float)
    places = np.linspace(0, len(RAMP) - 1, count) if count > 1 else [0.0]
    channels = [np.interp(places, range(len(RAMP)), stop).round().astype(int) for stop in stops.T]
    return ["#{:02x}{:02x}{:02x}".format(*color) for color in zip(*channels)]


def _together(rasters: Sequence[RasterInput]) -> tuple[Grid, list[Window]]:
    """The grid that covers all rasters, and where each lies on it."""
    first = rasters[0].grid
    corners = []
    for raster in rasters:
        column, row = ~first.transform * (raster.grid.transform.c, raster.grid.transform.f)
        steps = (~first.transform * raster.grid.transform)[:6]
        if raster.grid.crs != first.crs or not np.allclose(
            (steps[0], steps[1], steps[3], steps[4], column, row), (1, 0, 0, 1, round(column), round(row)), atol=OFF
        ):
            raise InputError(
                f"{raster.dataset.name} lies on another grid than {rasters[0].dataset.name}: use change rasters "
                "that were made on one grid"
            )
        corners.append((round(column), round(row), raster.grid.width, raster.grid.height))
    left, top = min(c[0] for c in corners), min(c[1] for c in corners)
    right, bottom = max(c[0] + c[2] for c in corners), max(c[1] + c[3] for c in corners)
    origin = first.transform * first.transform.translation(left, top)
    grid = Grid(right - left, bottom - top, origin, first.crs, (), first.located)
    return grid, [Window(c[0] - left, c[1] - top, c[2], c[3]) for c in corners]


def _first(rasters: Sequence[RasterInput], places: Sequence[Window], strip: Window) -> NDArray[np.uint8]:
    """(H, W) of a strip: 0, the number of the first raster that has change, or nodata."""
    first = np.full((int(strip.height), int(strip.width)), CLASS_NODATA, np.uint8)
    for number, (raster, place) in enumerate(zip(rasters, places), 1):
        shared = common(strip, place)
        if shared is None:
            continue
        part = Window(shared.col_off - place.col_off, shared.row_off - place.row_off, shared.width, shared.height)
        (values,), valid = raster.read(part)
        found = first[inside(shared, strip)]
        found[valid & (found == CLASS_NODATA)] = 0
        found[valid & (values == CHANGED) & (found == 0)] = number
    return first
