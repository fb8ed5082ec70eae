# SPDX-License-Identifier: GPL-3.0-or-later
"""A model that looks at each tile in several orientations, and answers with what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...boxes.boxes import normalise
from ...boxes.fusion import fuse
from ...cards.kinds import Kind
from ...sessions.session import Batch, SeeingSession

LEAST = 1e-9
"""Of a class's share, before its logarithm."""
BOX = 5


@dataclass(frozen=True)
class Orientation:
    """Mirrored left to right first, then turned by quarters against the clock."""

    mirror: bool
    quarters: int
    exchange: bool
    """Whether two dates are exchanged."""

    def turned(self, images: Batch) -> Batch:
        """(..., H, W), square."""
        seen = images[..., ::-1] if self.mirror else images
        return np.ascontiguousarray(np.rot90(seen, self.quarters, (-2, -1)))

    def back(self, maps: Batch) -> Batch:
        seen = np.rot90(maps, -self.quarters, (-2, -1))
        return seen[..., ::-1] if self.mirror else seen

    def boxes_back(self, rows: Batch, side: int) -> NDArray[np.float64]:
        """(R, 5 + K) of a tile of `side` pixels, as they lie in the tile as it is."""
        found: NDArray[np.float64] = rows.astype(np.float64)
        x, y, angle = rows[:, 0].astype(np.float64), rows[:, 1].astype(np.float64), found[:, 4]
        for _ in range(self.quarters % 4):
            x, y, angle = side - y, x, angle + np.pi / 2
        if self.mirror:
            x, angle = side - x, -angle
        real = found[:, 2:4].min(axis=1) > 0
        found[:, 0], found[:, 1], found[:, 4] = x, y, angle
        found[real, :BOX] = normalise(found[real, :BOX])
        return found


VIEWS = {
    1: (Orientation(False, 0, False),),
    2: (Orientation(False, 0, False), Orientation(True, 0, True)),
    8: tuple(Orientation(mirror, turn, (mirror + turn) % 2 == 1) for mirror in (False, True) for turn in range(4)),
}
"""By `core.jobs.parts.model.VIEWS`; the first is the tile as it is."""


class Oriented:
    """A session that asks another in several orientations.

    Args:
        spread: whether maps get one more plane: how much the views differ in the score of what wins (a standard
            deviation, 0 to 0.5).
    """

    def __init__(self, session: SeeingSession, kind: Kind, views: int, spread: bool = False) -> None:
        self._session, self._views, self._spread = session, VIEWS[views], spread
        self.device, self.runtime = session.device, session.runtime
        self.workers, self.batch = session.workers, session.batch
        merges: dict[str, Callable[[list[Batch], int], Batch]] = {
            "logits": self._mean_logits, "probability": self._mean_probability,
        }  # fmt: skip
        self._merge, self._dense = merges.get(kind.output, self._fused), kind.dense

    def run(self, images: Sequence[Batch]) -> Batch:
        return self._merge([self._session.run(_shown(view, images)) for view in self._views], images[0].shape[-1])

    def look(self, images: Sequence[Batch]) -> tuple[Batch, Batch | None]:
        first, *others = self._views
        answer, seen = self._session.look(_shown(first, images))
        rest = [self._session.run(_shown(view, images)) for view in others]
        return self._merge([answer, *rest], images[0].shape[-1]), seen

    def _mean_logits(self, answers: list[Batch], _: int) -> Batch:
        shares = [_softmax(answer) for answer in answers]
        if self._dense:
            shares = [view.back(share) for view, share in zip(self._views, shares)]
        mean = np.mean(shares, axis=0, dtype=np.float32)
        logits: Batch = np.log(np.maximum(mean, np.float32(LEAST)))
        if not (self._dense and self._spread):
            return logits
        winner = mean.argmax(axis=1)[:, None]
        won = np.stack([np.take_along_axis(share, winner, 1) for share in shares])
        return np.concatenate([logits, won.std(axis=0)], axis=1)

    def _mean_probability(self, answers: list[Batch], _: int) -> Batch:
        maps = np.stack([view.back(answer) for view, answer in zip(self._views, answers)])
        mean: Batch = maps.mean(axis=0, dtype=np.float32)
        return np.concatenate([mean, maps.std(axis=0)], axis=1) if self._spread else mean

    def _fused(self, answers: list[Batch], side: int) -> Batch:
        """Rows of as many as the fullest tile has; those that hold nothing score 0."""
        tiles = [
            fuse([view.boxes_back(answer[tile], side) for view, answer in zip(self._views, answers)])
            for tile in range(len(answers[0]))
        ]
        rows = np.zeros((len(tiles), max(1, *(len(tile) for tile in tiles)), answers[0].shape[2]), np.float32)
        for row, tile in zip(rows, tiles):
            row[: len(tile)] = tile
        return rows


def _shown(view: Orientation, images: Sequence[Batch]) -> list[Batch]:
    shown = [view.turned(image) for image in images]
    return shown[::-1] if view.exchange else shown


def _softmax(logits: Batch) -> Batch:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: Batch = powers / powers.sum(axis=1, keepdims=True)
    return shares
