# SPDX-License-Identifier: GPL-3.0-or-later
"""What a training asks of a data set: samples, a loss and a measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from .tiles import Tile

Judged = tuple[NDArray[np.float64], NDArray[np.int64]]
"""Logits (N, K) and classes (N,); or scores (N,) of 0..1 and whether they are right (N,)."""
Batch = tuple[tuple[Tensor, ...], Tensor]
"""Images (N, C, S, S) of values 0..255, one or two dates, and their target."""
Predict = Callable[..., Tensor]
"""Images -> the network's output in evaluation (logits or probability)."""


class Dataset(Protocol):
    train_size: int
    score: str
    """Name of the metric that picks the best epoch."""

    def batches(self, epoch: int, steps: int, batch: int) -> Iterator[Batch]: ...

    def loss(self, outputs: Any, target: Tensor) -> Tensor: ...

    def evaluate(self, predict: Predict, split: str) -> dict[str, Any]: ...

    def tiles(self, split: str, side: int) -> Iterator[Tile]:
        """Tiles of a split as the tools cut rasters, a few hundred to a few thousand."""
        ...

    def judged(self, predict: Predict, split: str) -> Judged:
        """What the network says of a split, and what is true."""
        ...

    def limits(self, predict: Predict, gsd: float) -> dict[str, Any]:
        """Fields of the card that follow from the training's labels, and from what validation shows of the network as
        it was trained; `gsd`: ground metres of a pixel."""
        ...
