# SPDX-License-Identifier: GPL-3.0-or-later
"""Changed pixels and their polygons from a raster of probabilities that is kept: no model runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from rasterio.windows import Window

from ..cards.card import ModelCard, ModelClass, read_card
from ..errors import InputError
from ..jobs.change_polygons import ChangePolygonsJob, ChangePolygonsResult
from ..rasters.grid import window_of
from ..rasters.mask import Mask, read_mask_of
from ..rasters.reading import RasterInput, Valid, Values, open_raster
from ..sentences import say
from .parts.refine import Probability, Read, Refinement, threshold_of
from .parts.run import Run, Task, tags, wanted

CLASSES = (ModelClass("No change", "#f0f0f0"), ModelClass("Change", "#9317e6"))
SLACK = 1e-3
"""Blended probabilities may leave 0 to 1 by rounding."""


def run(job: ChangePolygonsJob, run: Run) -> ChangePolygonsResult:
    """Raises InputError where the raster holds no probabilities."""
    card = read_card(Path(job.model)) if job.model else None
    with open_raster(job.probability, ("probability",)) as raster:
        window = window_of(job.where.extent, raster.grid)
        mask = read_mask_of(job.where.mask, raster.grid, window)
        whole = Window(0, 0, raster.grid.width, raster.grid.height)
        source = Probability(raster.grid, whole, window, _reader(raster, mask))
        refinement = Refinement(source, job.rules, threshold_of(job.rules, card), _classes(card), run.report)
        change, polygons = wanted(run.pending, job.change), wanted(run.pending, job.polygons)
        made_by = {k: v for k, v in raster.dataset.tags().items() if k.startswith("LWGANET_MODEL")}
        count = refinement.run(change, polygons, {**made_by, **tags(job)})
    return ChangePolygonsResult(refinement.totals.found(count, bool(job.where.mask)), refinement.changed)


def _classes(card: ModelCard | None) -> tuple[ModelClass, ...]:
    return card.knows.classes if card and len(card.knows.classes) == len(CLASSES) else CLASSES


def _reader(raster: RasterInput, mask: Mask | None) -> Read:
    def read(window: Window) -> tuple[Values, Valid]:
        (values,), valid = raster.read(window)
        low, high = (limit(values, where=valid, initial=0.5) for limit in (np.min, np.max))
        if low < -SLACK or high > 1 + SLACK:
            raise InputError(
                say(
                    "{} holds values from {:g} to {:g}: it is no raster of probabilities, which go from 0 to 1. "
                    "Choose the probability raster of a change run",
                    raster.dataset.name,
                    low,
                    high,
                )
            )
        return values, valid if mask is None else valid & mask.inside(window)

    return read


TASK = Task(ChangePolygonsJob, run)
