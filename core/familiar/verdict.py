# SPDX-License-Identifier: GPL-3.0-or-later
"""What a whole run came to: how much of it the model does not know, and what may be the reason."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import numpy as np

from .familiarity import Familiarity, Judged
from .statistics import Floats

ALARM = 0.5
"""Share of tiles from which a raster is foreign."""
KEPT = 2048
"""Tiles whose statistics are kept for the reason."""
FAR = 3.0
"""Spreads from the training's middle from which one kind of number is the reason."""
FLAT = -5.0
"""Logarithm of a spread that is next to none."""


class Verdict:
    """Fills up with a run's tiles."""

    def __init__(self, familiarity: Familiarity) -> None:
        self.familiarity = familiarity
        self._strange = self._known = 0
        self._statistics: list[Floats] = []

    def add(self, tile: Judged) -> None:
        if np.isnan(tile.strangeness):
            return
        self._known += 1
        self._strange += tile.strangeness > 1
        if tile.statistics is not None and len(self._statistics) < KEPT:
            self._statistics.append(tile.statistics)

    @property
    def share(self) -> float | None:
        """Of tiles that are unfamiliar; None: nothing was seen."""
        return self._strange / self._known if self._known else None

    def warning(self, model: str, bands: Sequence[int]) -> str | None:
        """A sentence where the raster is foreign; `bands` are the raster's that the model was fed."""
        share = self.share
        if share is None or share < ALARM:
            return None
        return (
            f"{share:.0%} of what is seen here is unlike what model {model} was trained on: "
            f"{self._reason(bands)}. Do not trust the result there without looking"
        )

    def _reason(self, bands: Sequence[int]) -> str:
        vectors = np.stack(self._statistics)
        order = self._better_order(vectors)
        if order is not None:
            right = ",".join(str(bands[place]) for place in order)
            return f"the bands seem to be in another order (BANDS {right} would look right)"
        layout, middle = self.familiarity.layout, np.median(vectors, axis=0)
        if (middle[layout.contrast] < FLAT).all():
            return "nearly all values lie at one end of the model's range (see SCALING)"
        centre, spread = self._training()
        off = (middle - centre) / spread
        sizes = {
            "sharpness": abs(off[layout.sharpness]),
            "light": np.abs(off[layout.light]).max(),
            "contrast": np.abs(off[layout.contrast]).max(),
            "colour": np.abs(off[layout.colour]).max() if layout.pairs else 0.0,
        }
        kind = max(sizes, key=lambda name: sizes[name])
        if sizes[kind] < FAR:
            return "its light and colours are as in the training, what it shows is not"
        if kind == "sharpness":
            blurred = off[layout.sharpness] < 0
            return f"it is much {'more blurred' if blurred else 'sharper'} (another ground resolution?)"
        if kind == "light":
            darker = off[layout.light][np.abs(off[layout.light]).argmax()] < 0
            return f"it is much {'darker' if darker else 'brighter'} (see SCALING; another product level or season?)"
        if kind == "contrast":
            less = off[layout.contrast][np.abs(off[layout.contrast]).argmax()] < 0
            return f"it has much {'less' if less else 'more'} contrast (see SCALING; haze or a stretched copy?)"
        return "its colours go together in another way (other bands, or another kind of image?)"

    def _training(self) -> tuple[Floats, Floats]:
        """Middle and spread of the training's statistics."""
        light = self.familiarity.light
        known = light.known @ np.linalg.pinv(light.axes) + light.centre
        return known.mean(axis=0), known.std(axis=0) + 1e-6

    def _better_order(self, vectors: Floats) -> tuple[int, ...] | None:
        """The order of bands in which at least twice as many tiles, and most of them, would be familiar."""
        light, layout = self.familiarity.light, self.familiarity.layout
        if not 2 <= layout.bands <= 4:
            return None

        def familiar(order: Iterable[int]) -> float:
            return float((light.strangeness(layout.reordered(vectors, tuple(order))) <= 1).mean())

        now = familiar(range(layout.bands))
        best = max(itertools.permutations(range(layout.bands)), key=familiar)
        return best if familiar(best) > max(0.5, 2 * now) else None
