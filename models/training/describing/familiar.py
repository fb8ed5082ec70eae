# SPDX-License-Identifier: GPL-3.0-or-later
"""What a model was trained on, in a form that tells later whether it knows what it is shown (`core.familiar`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....core.familiar.familiarity import FAMILIAR_FILE
from ....core.familiar.statistics import Layout, statistics
from ....core.sessions.session import SeeingSession
from ..tiles import Tile

Floats = NDArray[np.float64]
KNOWN = 1000
"""Tiles that are kept."""
AXES = 32
"""Of the features' space."""
SHARE, APART = 0.97, 0.75
"""Of held-out tiles that are within the limit; of the training's tiles, against those of other groups, at least."""
PERCENTILES = (1, 50, 99)
WHITE = (0.0, 255.0)


class Seen:
    """Statistics and features of tiles, one or two rows a tile."""

    def __init__(self, session: SeeingSession, tiles: Iterable[Tile]) -> None:
        groups, light, sights = [], [], []
        for tile in tiles:
            _, features = session.look([image[None] for image in tile.images])
            if features is None:
                raise ValueError("the model's graph gives no features: write it again")
            rows = np.atleast_2d(features[0])
            for image, row in zip(tile.images, rows):
                vector = statistics(image, WHITE, np.ones(image.shape[1:], bool))
                if vector is not None:
                    groups.append(tile.group)
                    light.append(vector)
                    sights.append(row.astype(np.float64))
        self.groups, self.light, self.sights = np.array(groups), np.stack(light), np.stack(sights)


def fit(trained: Seen, held_out: Seen) -> dict[str, NDArray[Any]]:
    """The arrays of `FAMILIAR_FILE`; `held_out` are tiles of the same kind that were not trained on."""
    found: dict[str, NDArray[Any]] = {}
    for name, axes_of in (("statistics", _scaled), ("features", _principal)):
        known, other = ((s.light if name == "statistics" else s.sights) for s in (trained, held_out))
        centre, axes = known.mean(axis=0), axes_of(known - known.mean(axis=0))
        places = (known - centre) @ axes
        apart = _nearest_elsewhere(places, trained.groups)
        new = _nearest((other - centre) @ axes, places)
        picked = np.random.default_rng(1).permutation(len(places))[:KNOWN]
        limit = max(np.quantile(new, SHARE), np.quantile(apart, APART))
        found |= {
            name: places[picked].astype(np.float16), f"{name}_centre": centre.astype(np.float32),
            f"{name}_axes": axes.astype(np.float32), f"{name}_limit": np.array(limit),
        }  # fmt: skip
    return found


def write(arrays: dict[str, NDArray[Any]], folder: Path) -> None:
    np.savez_compressed(folder / FAMILIAR_FILE, **arrays)  # type: ignore[arg-type]


def _scaled(off: Floats) -> Floats:
    return np.diag(1 / (off.std(axis=0) + 1e-6))


def _principal(off: Floats) -> Floats:
    """Directions in which features differ most, each by its own spread, none by less than a twentieth of the first."""
    _, sizes, directions = np.linalg.svd(off, full_matrices=False)
    spreads = sizes / np.sqrt(len(off))
    count = min(AXES, len(spreads))
    axes: Floats = directions[:count].T / np.maximum(spreads[:count], spreads[0] / 20)
    return axes


def _nearest(places: Floats, known: Floats) -> Floats:
    squares = (places**2).sum(1)[:, None] + (known**2).sum(1) - 2 * places @ known.T
    nearest: Floats = np.sqrt(np.maximum(squares.min(axis=1), 0))
    return nearest


def _nearest_elsewhere(places: Floats, groups: NDArray[np.str_]) -> Floats:
    """Distance of each to the nearest of another group."""
    apart = np.empty(len(places))
    for group in np.unique(groups):
        own = groups == group
        apart[own] = _nearest(places[own], places[~own]) if not own.all() else np.nan
    return apart[~np.isnan(apart)] if not np.isnan(apart).all() else np.zeros(1)


def imagery(seen: Seen, bands: Sequence[str]) -> dict[str, Any]:
    """For people: what the training's tiles look like, values 0..255."""
    layout = Layout(len(bands))
    light = seen.light

    def spread(values: Floats) -> list[float]:
        return [round(float(v), 2) for v in np.percentile(values, PERCENTILES)]

    return {
        "tiles": len(light),
        "percentiles": list(PERCENTILES),
        "mean": {name: spread(255 * light[:, i]) for i, name in enumerate(bands)},
        "deviation": {name: spread(255 * np.exp(light[:, layout.bands + i])) for i, name in enumerate(bands)},
        "correlation": {
            f"{bands[a]}-{bands[b]}": spread(np.tanh(light[:, layout.colour.start + i]))
            for i, (a, b) in enumerate(layout.pairs)
        },
        "sharpness": spread(np.exp(light[:, layout.sharpness])),
    }
