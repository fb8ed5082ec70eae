# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two dates are fit for change detection: how they overlap, lie on each other, and look.

Figures: ``overlap``, share 0..1 of the extent asked for (default: of the before date) where both hold
data; ``gsd``, ground metres of a pixel of each (None: unknown); ``shift``, see `_shift`; ``radiometry``:
``gain`` and ``offset`` per band of the line that brings the after date's values to the before date's,
and ``difference``, 0..1, before and ``after_match``, after that.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..errors import InputError
from ..protocol import Job
from ..rasters.alignment import common_window, on_grid
from ..rasters.grid import Grid, window_of
from ..rasters.ground import gsd, steps
from ..rasters.radiometry import SAMPLE, difference, fit_lines, sampled
from ..rasters.reading import open_raster, shared_bands
from ..rasters.registration import Found, register
from ..report import Reporter


def run(job: Job, report: Reporter) -> dict[str, Any]:
    """The figures. Raises InputError where the two do not overlap, or cannot be brought together."""
    if len(job.sources) != 2:
        raise InputError(f"a before and an after date are needed; {len(job.sources)} rasters were given")
    one, other = job.sources
    names = shared_bands(one, other)
    with open_raster(one, names) as before, open_raster(other, names) as after:
        grid = before.grid
        asked = window_of(job.extent, grid)
        window = common_window(asked, grid, after.grid)
        with on_grid(after, grid, how=Resampling.cubic_spline) as warped:
            report.progress(0, 3, "step")
            first, second = sampled(before, warped, window)
            if not first.shape[1]:
                raise InputError("the two dates have no pixel in common that holds data: choose rasters of one area")
            lines = fit_lines(first, second)
            report.progress(1, 3, "step")
            found = register(before, warped, window, report.check)
            report.progress(3, 3, "step")
        sampled_of = min(int(window.width), SAMPLE) * min(int(window.height), SAMPLE)
        share = first.shape[1] / sampled_of * window.width * window.height / (asked.width * asked.height)
        sizes = [gsd(grid, window), gsd(after.grid, window_of(None, after.grid))]
    return {
        "overlap": min(float(share), 1.0),
        "gsd": sizes,
        "shift": _shift(found, grid, window),
        "radiometry": {
            "gain": lines.gain.tolist(), "offset": lines.offset.tolist(), "difference": difference(first, second),
            "after_match": difference(first, lines(second)),
        },
    }  # fmt: skip


def _shift(found: Found, grid: Grid, window: Window) -> dict[str, Any]:
    """What the correction is for people and for the next job.

    ``x`` and ``y`` are a job's `shift`; ``pixels`` and ``metres`` (None: unknown) its length;
    ``windows`` say where (``column``, ``row``) they lie and what each found (``dx`` right, ``dy`` down, in
    pixels); ``spread`` is how far they disagree (median distance from the whole, in pixels).
    """
    a, b, _, d, e, _ = tuple(grid.transform)[:6]
    metres = None
    if grid.measurable:
        middle = np.array([window.col_off + window.width / 2]), np.array([window.row_off + window.height / 2])
        right, down = steps(grid, *middle)
        length = float(np.hypot(*(right * found.dx + down * found.dy))[0])
        metres = length if np.isfinite(length) else None
    return {
        "x": a * found.dx + b * found.dy,
        "y": d * found.dx + e * found.dy,
        "pixels": float(np.hypot(found.dx, found.dy)),
        "metres": metres,
        "spread": found.spread,
        "windows": [
            {"column": w.column, "row": w.row, "dx": w.dx, "dy": w.dy, "weight": w.weight} for w in found.windows
        ],
        "reliable": found.reliable,
    }
