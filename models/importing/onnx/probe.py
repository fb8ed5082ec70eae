# SPDX-License-Identifier: GPL-3.0-or-later
"""What a foreign graph does, found out by running it on tiles: its sides, its batches, its output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....core.errors import ModelError, SlowModel
from ....core.sentences import say
from ....core.sessions.limits import LOAD_SECONDS, TRIAL_SECONDS
from ....core.sessions.onnx import answer_within, open_within
from .compose import Reading
from .file import ForeignGraph
from .heads.boxes import BoxHead
from .heads.maps import map_form
from .heads.scenes import is_scores
from .metadata import CLASSIFIER, DETECTOR, SEGMENTOR, WHOLE, Metadata
from .tiles import random_tiles, real_tiles

Values = NDArray[np.float32]
SIDES = {SEGMENTOR: 512, DETECTOR: 640, CLASSIFIER: 224}
"""Of tiles, where a file does not say."""
TRIED = (256, 512, 640, 224, 1024, 128)
"""Where it does not take those."""
STRIDE = 32
TOGETHER = 3
"""Images of the batch that shows whether batches may be of any size."""
STEPS = (32, 16, 8)
"""Pixels that an image is moved by; networks' own steps fit into the largest."""
SAME = 1e-3
"""Share of the largest value by which an image may differ that runs beside others."""
OUTPUTS = {
    SEGMENTOR: "classes x height x width, or height x width,", DETECTOR: "rows x values", CLASSIFIER: "classes",
}  # fmt: skip
"""Of an image."""


@dataclass(frozen=True)
class Shape:
    """Sides of tiles that were tried."""

    side: int
    multiple: int
    smallest: int
    largest: int | None


class Probe:
    """A foreign graph that can be asked."""

    def __init__(self, foreign: ForeignGraph, said: Metadata, where: str) -> None:
        self.foreign, self.said, self.where = foreign, said, where
        self.session = open_within(LOAD_SECONDS, where, foreign.model.SerializeToString())
        self.margin = 0

    def random(self, count: int, side: int) -> Values:
        """Drawn tiles, of the range of its images."""
        return self._ranged(random_tiles(count, self.said.bands, side))

    def real(self, side: int) -> Values:
        """Those of the sample rasters."""
        return self._ranged(real_tiles(self.said.bands, side))

    def levels(self, side: int) -> list[Values]:
        """All that is lowest, and all that is highest."""
        return [np.full((1, self.said.bands, side, side), level, np.float32) for level in self.said.span]

    def _ranged(self, images: Values) -> Values:
        low, high = self.said.span
        return images if (low, high) == (0.0, WHOLE) else np.float32(low) + images * np.float32((high - low) / WHOLE)

    def ask_all(self, images: Values, session: Any = None) -> list[Values]:
        """All outputs for images, as they are fed together."""
        reading = Reading(self.said.bands, 0, 0, 0, BoxHead(True), self.said.mean, self.said.std, self.margin)
        feed = {self.foreign.input: reading.prepared(images, self.foreign.half)}
        return answer_within(TRIAL_SECONDS, self.where, session or self.session, feed)

    def _lowest(self, side: int) -> list[Values]:
        return self.ask_all(self.levels(side)[0].repeat(max(self.foreign.batch, 1), 0))

    def ask(self, images: Values, output: int) -> Values:
        """An output for images, each fed by itself, a batch filled with it."""
        repeated = max(self.foreign.batch, 1)
        found = [self.ask_all(np.repeat(image[None], repeated, 0))[output][:1] for image in images]
        result: Values = np.concatenate(found).astype(np.float32)
        if not np.isfinite(result).all():
            raise ModelError(say("{} gives no numbers (NaN or infinite) for an image: it is damaged", self.where))
        return result

    def shape(self) -> Shape:
        """The sides that it takes. Raises ModelError where it does not run at all."""
        multiple = self.said.stride or STRIDE
        side = self.foreign.height or self.said.tile_size or self.usual_side()
        if not self.foreign.height and side % multiple and not self.said.form:
            side = -(-side // multiple) * multiple
        self.margin = self.cut(side, self._lowest(side))
        if self.margin:
            side -= 2 * self.margin
        elif not self.foreign.height and side % multiple == 0:
            smaller = -(-(side // 2) // multiple) * multiple
            if all(self._takes(tried) for tried in (smaller, smaller + multiple)):
                return Shape(side, multiple, smaller, None)
        return Shape(side, side, side, side)

    def usual_side(self) -> int:
        """Of tiles for its task; where it does not take these, another that it does."""
        usual = SIDES[self.said.task]
        return next((side for side in (usual, *TRIED) if self._takes(side)), usual)

    def cut(self, side: int, outputs: list[Values]) -> int:
        """Pixels by which the map is smaller at each side, as those of networks are that do not fill up their borders.

        That they are cut, not shrunk, is seen by moving an image: a cut map moves as far.
        """
        maps = [(i, values) for i, values in enumerate(outputs) if values.ndim == 4 and self._counts(i)]
        if self.said.task != SEGMENTOR or len(maps) != 1:
            return 0
        index, values = maps[0]
        length = values.shape[2]
        if values.shape[2] != values.shape[3] or not side // 2 < length < side or (side - length) % 2:
            return 0
        step = next(step for step in STEPS if 3 * step <= length or step == STEPS[-1])
        tile, rim = self.random(1, side), length // 8
        still, moved = (self.ask(images, index) for images in (tile, np.roll(tile, (step, step), (2, 3))))
        before, after = slice(rim, length - step - rim), slice(rim + step, length - rim)
        expected, found = still[:, :, before, before], moved[:, :, after, after]
        apart, usual = float(np.abs(found - expected).mean()), float(np.abs(expected - expected.mean()).mean())
        return (side - length) // 2 if apart < usual / 10 else 0

    def _takes(self, side: int) -> bool:
        """Whether tiles of this side give what they should."""
        try:
            found = self._lowest(side)
        except SlowModel:
            raise
        except ModelError:
            return False
        maps = [values for i, values in enumerate(found) if self._counts(i)]
        return self.said.task != SEGMENTOR or all(map_form(values.shape, side) is not None for values in maps)

    def _counts(self, index: int) -> bool:
        """Whether an output is the one that was named, or may be."""
        return self.said.output in ("", self.foreign.model.graph.output[index].name)

    def output(self, side: int) -> int:
        """Which output counts."""
        shapes = [values.shape for values in self.ask_all(self.random(max(self.foreign.batch, 1), side))]
        task = self.said.task
        fits = {SEGMENTOR: lambda shape: len(shape) in (3, 4), DETECTOR: lambda shape: len(shape) == 3}
        fitting = [i for i, shape in enumerate(shapes) if fits.get(task, is_scores)(shape) and self._counts(i)]
        # Detectors may give more, of what they are trained with: what counts is the first, or of another form.
        clear = len(fitting) == 1 or 0 in fitting
        if task != DETECTOR and not self.said.output:
            clear = len(shapes) == 1
        if not (fitting and clear):
            listed = " and ".join(" x ".join(map(str, shape)) for shape in shapes)[:200]
            what = f"its output {self.said.output}" if self.said.output else "one"
            raise ModelError(
                say(
                    "{} gives {} outputs ({}); models for {} here give {} of batch x {}: export it with that "
                    "head alone",
                    self.where,
                    len(shapes),
                    listed,
                    task,
                    what,
                    OUTPUTS[task],
                )
            )
        shape = shapes[fitting[0]]
        if task == SEGMENTOR and map_form(shape, side) is None:
            height, width = shape[-2:]
            raise ModelError(
                say("{} gives maps of {} x {} pixels for tiles of {} x {}", self.where, width, height, side, side)
            )
        return fitting[0]

    def batch(self, output: int, side: int) -> int:
        """How many images it takes at a time; 0: any number, each answered as if it were alone."""
        if self.foreign.batch:
            return self.foreign.batch
        images = self.random(TOGETHER, side)
        try:
            together = self.ask_all(images)[output]
        except SlowModel:
            raise
        except ModelError:
            return 1
        alone = self.ask(images, output)
        largest = float(np.abs(alone).max())
        same = together.shape == alone.shape and float(np.abs(together - alone).max()) <= SAME * max(largest, 1e-6)
        return 0 if same else 1
