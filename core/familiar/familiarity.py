# SPDX-License-Identifier: GPL-3.0-or-later
"""How far what a model is shown lies from what it was trained on.

A tile is compared with the nearest of the training's tiles, once by its statistics and once by what the model's last
stage sees of it. Distances are shares of a limit that tiles like the training's, of other places, hardly ever pass
(the rule of the area of applicability: Meyer and Pebesma, 2021, with the network's own features as predictors).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard
from ..errors import ModelError
from ..sentences import say
from .statistics import Floats, Layout, statistics

FAMILIAR_FILE = "familiar.npz"
ARRAYS = (
    "statistics", "statistics_centre", "statistics_axes", "statistics_limit",
    "features", "features_centre", "features_axes", "features_limit",
)  # fmt: skip


@dataclass(frozen=True)
class Neighbours:
    """Vectors that are known, and from what distance to the nearest one a vector is not."""

    known: Floats
    """(M, P) of the training."""
    centre: Floats
    """(C,)"""
    axes: Floats
    """(C, P): what brings a vector less the centre to where distances mean something."""
    limit: float

    def strangeness(self, vectors: Floats) -> Floats:
        """(N,) distance of each vector (N, C) to the nearest known one, as a share of the limit."""
        places = (vectors - self.centre) @ self.axes
        squares = (places**2).sum(1)[:, None] + (self.known**2).sum(1) - 2 * places @ self.known.T
        nearest: Floats = np.sqrt(np.maximum(squares.min(axis=1), 0)) / self.limit
        return nearest


@dataclass(frozen=True)
class Judged:
    """What is found of one tile."""

    strangeness: float
    """1: at the limit of what is familiar. NaN: too little to see."""
    statistics: Floats | None = None
    """Of its stranger date."""


@dataclass(frozen=True)
class Familiarity:
    layout: Layout
    value_range: tuple[float, float]
    light: Neighbours
    """Of statistics."""
    sights: Neighbours
    """Of features."""

    def judge(
        self, images: Sequence[NDArray[np.float32]], valid: NDArray[np.bool_], features: NDArray[np.float32] | None
    ) -> Judged:
        """Of a tile's dates (C, H, W) in the model's value range and its features (C,) or (dates, C).

        `valid` may be of another resolution.
        """
        rows, columns = (np.arange(n) * have // n for n, have in zip(images[0].shape[-2:], valid.shape))
        valid = valid[np.ix_(rows, columns)]
        found = [statistics(image, self.value_range, valid) for image in images]
        seen = [vector for vector in found if vector is not None]
        if not seen:
            return Judged(float("nan"))
        strange = self.light.strangeness(np.stack(seen))
        worst = float(strange.max())
        if features is not None:
            worst = max(worst, float(self.sights.strangeness(np.atleast_2d(features).astype(np.float64)).max()))
        return Judged(worst, seen[int(strange.argmax())])


def open_familiarity(card: ModelCard) -> Familiarity | None:
    """What a model's folder says of it; None where it says nothing. Raises ModelError where that is damaged."""
    if FAMILIAR_FILE not in card.files:
        return None
    with card.open(FAMILIAR_FILE) as stream:
        found = _arrays(stream, card)
    light, sights = (
        Neighbours(found[name], found[f"{name}_centre"], found[f"{name}_axes"], float(found[f"{name}_limit"]))
        for name in ("statistics", "features")
    )
    layout = Layout(len(card.takes.input.bands))
    if light.centre.shape != (layout.length,):
        raise ModelError(
            say("model {}: {} is for another number of bands; install the model again", card.id, FAMILIAR_FILE)
        )
    return Familiarity(layout, card.takes.input.value_range, light, sights)


def _arrays(stream: BinaryIO, card: ModelCard) -> dict[str, Floats]:
    try:
        with np.load(stream, allow_pickle=False) as file:
            found = {name: file[name].astype(np.float64) for name in ARRAYS}
    except Exception as error:  # a damaged archive fails in many ways
        raise ModelError(
            say("model {}: {} cannot be read ({}); install the model again", card.id, FAMILIAR_FILE, error)
        ) from error
    for name in ("statistics", "features"):
        known, centre, axes, limit = (found[f"{name}{end}"] for end in ("", "_centre", "_axes", "_limit"))
        fits = known.ndim == axes.ndim == 2 and axes.shape == (len(centre), known.shape[1]) and len(known)
        if not (fits and limit.shape == () and limit > 0 and all(np.isfinite(a).all() for a in (known, centre, axes))):
            raise ModelError(say("model {}: {} is damaged; install the model again", card.id, FAMILIAR_FILE))
    return found
