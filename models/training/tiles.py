# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiles of a data set as the tools cut rasters into them, for what is measured of a model besides its accuracy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Tile:
    group: str
    """Where it is from: tiles of one group may be alike because they are neighbours."""
    images: tuple[NDArray[np.float32], ...]
    """(C, S, S) of each date, 0..255."""


def tiles_of(group: str, images: tuple[NDArray[np.generic], ...], side: int, step: int) -> Iterator[Tile]:
    """Of images (C, H, W), `step` pixels apart and mirrored beyond the far edges, as the engine does."""
    height, width = images[0].shape[1:]
    for top in range(0, max(height - side, 0) + step, step):
        for left in range(0, max(width - side, 0) + step, step):
            if top < height and left < width:
                yield Tile(group, tuple(_part(image, top, left, side) for image in images))


def _part(image: NDArray[np.generic], top: int, left: int, side: int) -> NDArray[np.float32]:
    part = image[:, top : top + side, left : left + side].astype(np.float32)
    missing = [(0, 0), *((0, side - length) for length in part.shape[1:])]
    return np.pad(part, missing, mode="reflect") if any(after for _, after in missing) else part
