# SPDX-License-Identifier: GPL-3.0-or-later
"""A loaded model, whatever runs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Batch = NDArray[np.float32]


@dataclass(frozen=True)
class BatchLimits:
    """How large a batch may be: pixels of all its tiles together, and tiles."""

    pixels: int
    tiles: int

    def batch_of(self, side: int) -> int:
        """Tiles of `side` pixels in a batch."""
        return max(1, min(self.tiles, self.pixels // side**2))


CPU_BATCH = BatchLimits(256 * 256, 16)


class Session(Protocol):
    """A loaded model. `run` may be called from `workers` threads at once."""

    device: str
    runtime: str
    workers: int
    batch: BatchLimits

    def run(self, images: Sequence[Batch]) -> Batch:
        """One or two images (N, C, H, W) in the card's value range -> the card's output."""
        ...


class SeeingSession(Session, Protocol):
    """One that also tells what the model sees."""

    def look(self, images: Sequence[Batch]) -> tuple[Batch, Batch | None]:
        """As `run`, and the model's features (`core.cards.kinds.FEATURES`) where it gives any."""
        ...


@dataclass(frozen=True)
class Target:
    """Where to run: ``onnx`` or ``torch``, and for torch the device's name."""

    runtime: str
    device: str
