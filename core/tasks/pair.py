# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two dates are fit for change detection: how they overlap, lie on each other, and look."""

from __future__ import annotations

import numpy as np
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..errors import InputError
from ..jobs.pair import PairFigures, PairJob, PairResult, Radiometry, Shift, ShiftWindow
from ..rasters.alignment import common_window, on_grid
from ..rasters.grid import Grid, window_of
from ..rasters.ground import gsd, steps
from ..rasters.radiometry import SAMPLE, difference, fit_lines, sampled
from ..rasters.reading import open_raster, shared_bands
from ..rasters.registration import Found, register
from ..sentences import say
from .parts.run import Run, Task


def run(job: PairJob, run: Run) -> PairResult:
    """Raises InputError where the two do not overlap, or cannot be brought together."""
    report = run.report
    names = shared_bands(job.before, job.after)
    with open_raster(job.before, names) as before, open_raster(job.after, names) as after:
        grid = before.grid
        asked = window_of(job.where.extent, grid)
        window = common_window(asked, grid, after.grid)
        with on_grid(after, grid, how=Resampling.cubic_spline) as warped:
            report.progress(0, 3, say("step"))
            first, second = sampled(before, warped, window)
            if not first.shape[1]:
                raise InputError(
                    say("the two dates have no pixel in common that holds data: choose rasters of one area")
                )
            lines = fit_lines(first, second)
            report.progress(1, 3, say("step"))
            found = register(before, warped, window, report.check)
            report.progress(3, 3, say("step"))
        sampled_of = min(int(window.width), SAMPLE) * min(int(window.height), SAMPLE)
        share = first.shape[1] / sampled_of * window.width * window.height / (asked.width * asked.height)
        sizes = gsd(grid, window), gsd(after.grid, window_of(None, after.grid))
    alike = Radiometry(
        tuple(lines.gain.tolist()), tuple(lines.offset.tolist()), difference(first, second),
        difference(first, lines(second)),
    )  # fmt: skip
    return PairResult(PairFigures(min(float(share), 1.0), sizes, _shift(found, grid, window), alike))


def _shift(found: Found, grid: Grid, window: Window) -> Shift:
    """What the correction is for people and for the next job."""
    a, b, _, d, e, _ = tuple(grid.transform)[:6]
    metres = None
    if grid.measurable:
        middle = np.array([window.col_off + window.width / 2]), np.array([window.row_off + window.height / 2])
        right, down = steps(grid, *middle)
        length = float(np.hypot(*(right * found.dx + down * found.dy))[0])
        metres = length if np.isfinite(length) else None
    return Shift(
        x=a * found.dx + b * found.dy,
        y=d * found.dx + e * found.dy,
        pixels=float(np.hypot(found.dx, found.dy)),
        metres=metres,
        spread=found.spread,
        windows=tuple(ShiftWindow(w.column, w.row, w.dx, w.dy, w.weight, found.agrees(w)) for w in found.windows),
        reliable=found.reliable,
    )


TASK = Task(PairJob, run)
