# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores that mean what they say: a model's answers, less or more sure by what its card found on data it never saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..cards.card import ModelCard
from .session import Batch, SeeingSession

LEAST = 1e-6
"""Nearest to 0 and 1 that a score is taken for, where its logarithm is needed."""
BOX = 5
"""Values of a detection before its scores."""


def calibration_of(card: ModelCard) -> Callable[[Batch], Batch] | None:
    """What the card's temperature and shift make of the model's output; None: nothing."""
    temperature, shift = card.knows.calibration.temperature, card.knows.calibration.shift
    if temperature == 1 and shift == 0:
        return None

    def sigmoid(scores: Batch) -> Batch:
        inside: Batch = np.clip(scores, LEAST, 1 - LEAST)
        logits: Batch = np.log(inside) - np.log1p(-inside)
        moved: Batch = 1 / (1 + np.exp(-(logits / np.float32(temperature) + np.float32(shift))))
        return moved.astype(np.float32)

    def detections(rows: Batch) -> Batch:
        rows = rows.copy()
        scores = rows[..., BOX:]
        rows[..., BOX:] = np.where(scores > 0, sigmoid(scores), np.float32(0))  # 0 stands for no box
        return rows

    kinds = {"logits": lambda logits: logits / np.float32(temperature), "probability": sigmoid}
    return kinds.get(card.kind.output, detections)


class Calibrated:
    """A session whose answers are calibrated."""

    def __init__(self, session: SeeingSession, calibrate: Callable[[Batch], Batch]) -> None:
        self._session, self._calibrate = session, calibrate
        self.device, self.runtime = session.device, session.runtime
        self.workers, self.batch = session.workers, session.batch

    def run(self, images: Sequence[Batch]) -> Batch:
        return self._calibrate(self._session.run(images))

    def look(self, images: Sequence[Batch]) -> tuple[Batch, Batch | None]:
        answer, seen = self._session.look(images)
        return self._calibrate(answer), seen
