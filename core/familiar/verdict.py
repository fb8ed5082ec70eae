# SPDX-License-Identifier: GPL-3.0-or-later
"""What a whole run came to: how much of it the model does not know, and what may be the reason."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from ..sentences import say
from .familiarity import Familiarity, Judged
from .statistics import Floats

ALARM = 0.45
"""Share of tiles from which a raster is foreign."""
KEPT = 2048
"""Tiles whose statistics are kept for the reason."""
FAR = 2.5
"""Spreads from the training's middle from which one kind of number is the reason."""
FEWEST, MOST_BANDS = 4, 4
"""Tiles (fewer where they are foreign anyway), and bands, for which orders are compared."""
GAIN, GAIN_OF_FEW, NEAR = 0.08, 0.3, 0.02
"""How much nearer, in the mean logarithm of strangeness, another order of bands must be; more where tiles are few. Of
held-out tiles of the bundled models, four at a time, the true order never lost by more than 0.15, and of sixteen by
more than 0.05; exchanged red and blue lost by 0.2 to 0.7 as a rule."""
WORDS = (
    (say("it is much darker"), say("it is much brighter"), say("see SCALING; another product, season or sensor?")),
    (say("it has much less contrast"), say("it has much more contrast"),
     say("see SCALING; haze, or a stretched copy?")),
    (say("its colours go together less"), say("its colours go together more"),
     say("other bands, or another kind of image?")),
    (say("it is much more blurred"), say("it is much sharper"), say("another ground resolution?")),
)  # fmt: skip
"""Of light, contrast, colour and sharpness: less, more, and what may be the reason."""
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
        if share is None:
            return None
        order = self._better_order()
        if order is not None:
            right = ",".join(str(bands[place]) for place in order)
            return say(
                "the bands seem to be in another order than model {} was trained with: BANDS {} would look right. If "
                "so, run it again; the result is wrong", model, right,
            )  # fmt: skip
        if share < ALARM:
            return None
        return say(
            "{:.0%} of what is seen here is unlike what model {} was trained on: {}. Do not trust the result there "
            "without looking", share, model, self._reason(),
        )  # fmt: skip

    def _reason(self) -> str:
        layout, middle = self.familiarity.layout, np.median(self._statistics, axis=0)
        if (middle[layout.contrast] < FLAT).all():
            return say("nearly all values lie at one end of the model's range (see SCALING)")
        centre, spread = self._training()
        off = (middle - centre) / spread
        kinds = [layout.light, layout.contrast, layout.colour, slice(layout.sharpness, None)]
        farthest = [max(off[kind], key=abs, default=0.0) for kind in kinds]
        kind = max(range(len(kinds)), key=lambda number: abs(farthest[number]))
        if abs(farthest[kind]) < FAR:
            return say("its light and colours are as in the training, what it shows is not")
        less, more, hint = WORDS[kind]
        return say("{} ({})", less if farthest[kind] < 0 else more, hint)

    def _training(self) -> tuple[Floats, Floats]:
        """Middle and spread of the training's statistics."""
        light = self.familiarity.light
        known = light.known @ np.linalg.pinv(light.axes) + light.centre
        return known.mean(axis=0), known.std(axis=0) + 1e-6

    def _better_order(self) -> tuple[int, ...] | None:
        """The order of bands in which the tiles would lie clearly nearer to the training's."""
        light, layout, count = self.familiarity.light, self.familiarity.layout, len(self._statistics)
        enough = count >= FEWEST or (count > 0 and (self.share or 0) >= ALARM)
        if not enough or not 2 <= layout.bands <= MOST_BANDS:
            return None
        vectors = np.stack(self._statistics)

        def apart(order: tuple[int, ...]) -> float:
            return float(np.log(light.strangeness(layout.reordered(vectors, order)) + NEAR).mean())

        now = tuple(range(layout.bands))
        best = min(itertools.permutations(now), key=apart)
        return best if apart(now) - apart(best) > GAIN + GAIN_OF_FEW / count else None
