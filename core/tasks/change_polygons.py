# SPDX-License-Identifier: GPL-3.0-or-later
"""Changed pixels and their polygons from a raster of probabilities that is kept: no model runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from rasterio.windows import Window

from ..cards.card import ModelCard, ModelClass, read_card
from ..errors import InputError
from ..outputs.writing import Pending
from ..polygons.rules import Rules, check_rules
from ..protocol import Job
from ..rasters.grid import window_of
from ..rasters.mask import Mask, read_mask_of
from ..rasters.reading import RasterInput, Valid, Values, open_raster
from ..report import Reporter
from .parts.refine import Probability, Read, Refinement
from .parts.totals import Totals

CLASSES = (ModelClass("No change", "#f0f0f0"), ModelClass("Change", "#d7301f"))
SLACK = 1e-3
"""Blended probabilities may leave 0 to 1 by rounding."""


def run(job: Job, pending: Pending, tags: dict[str, str], report: Reporter) -> tuple[Totals, int]:
    """Writes what the job asks for, perhaps nothing; returns the totals and the number of polygons.

    Raises:
        InputError: the raster holds no probabilities, or a parameter is out of range.
    """
    if len(job.sources) != 1:
        raise InputError(f"one raster of probabilities is needed; {len(job.sources)} were given")
    check_rules(job)
    card = read_card(Path(job.model)) if job.model else None
    with open_raster(job.sources[0], ("probability",)) as raster:
        window = window_of(job.extent, raster.grid)
        mask = read_mask_of(job.mask, raster.grid, window)
        whole = Window(0, 0, raster.grid.width, raster.grid.height)
        source = Probability(raster.grid, whole, window, _reader(raster, mask))
        rules = Rules.of(job, card.threshold if card else None)
        refinement = Refinement(source, rules, _classes(card), report)
        outputs = [pending.at(path) if path else None for path in (job.output, job.features)]
        made_by = {k: v for k, v in raster.dataset.tags().items() if k.startswith("LWGANET_MODEL")}
        count = refinement.run(outputs[0], outputs[1], {**made_by, **tags})
    return refinement.totals, count


def _classes(card: ModelCard | None) -> tuple[ModelClass, ...]:
    return card.classes if card and len(card.classes) == len(CLASSES) else CLASSES


def _reader(raster: RasterInput, mask: Mask | None) -> Read:
    def read(window: Window) -> tuple[Values, Valid]:
        (values,), valid = raster.read(window)
        low, high = (limit(values, where=valid, initial=0.5) for limit in (np.min, np.max))
        if low < -SLACK or high > 1 + SLACK:
            raise InputError(
                f"{raster.dataset.name} holds values from {low:g} to {high:g}: it is no raster of probabilities, "
                "which go from 0 to 1. Choose the probability raster of a change run"
            )
        return values, valid if mask is None else valid & mask.inside(window)

    return read
