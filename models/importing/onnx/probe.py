# SPDX-License-Identifier: GPL-3.0-or-later
"""What a foreign graph does, found out by running it on tiles: its sides, its batches, its output."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto

from ....core.errors import ModelError, StuckModel
from ....core.sessions.limits import LOAD_SECONDS, TRIAL_SECONDS
from ....core.sessions.onnx import answer_within, open_within
from .boxes import BoxHead, box_head, boxes_in_numpy
from .compose import Reading
from .file import ForeignGraph
from .maps import formed, map_form, map_head, map_in_numpy
from .metadata import SEGMENTOR, Metadata
from .plausible import check_boxes, check_classes
from .tiles import random_tiles, real_tiles

Values = NDArray[np.float32]
SIDES = {"segmentation": 512, "detection": 640}
"""Of tiles, where a file does not say."""
STRIDE = 32
BANDS = 3
TOGETHER = 3
"""Images of the batch that shows whether batches may be of any size."""
STEPS = (32, 16, 8)
"""Pixels that an image is moved by; networks' own steps fit into the largest."""
SAME = 1e-3
"""Share of the largest value by which an image may differ that runs beside others."""
CARRIED = ("Identity", "Cast", "Transpose", "Reshape", "Squeeze", "Unsqueeze", "Resize", "Upsample", "Slice")
"""Operators that leave values as they are, or between their neighbours."""


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
        self.bands = foreign.bands or said.bands or len(said.mean) or BANDS
        self.mean = self._per_band(said.mean, 0.0, "standardization_mean")
        self.std = self._per_band(said.std, 1.0 if foreign.whole else 255.0, "standardization_std")
        self.margin = 0
        if min(self.std) <= 0:
            raise ModelError(f"{where}: its standardization_std has values that are not above 0")

    def _per_band(self, values: tuple[float, ...], default: float, key: str) -> tuple[float, ...]:
        """In units of 0..255."""
        if len(values) not in (0, 1, self.bands):
            raise ModelError(f"{self.where}: its {key} has {len(values)} values for {self.bands} bands")
        scaled = [255.0 * value for value in values] or [default]
        return tuple(scaled * self.bands if len(scaled) == 1 else scaled)

    def _ask(self, images: Values, session: Any = None) -> list[Values]:
        """All outputs for images, as they are fed together."""
        reading = Reading(self.bands, 0, 0, 0, BoxHead(True), self.mean, self.std, self.margin)
        feed = {self.foreign.input: reading.prepared(images, self.foreign.half)}
        return answer_within(TRIAL_SECONDS, self.where, session or self.session, feed)

    def _black(self, side: int) -> list[Values]:
        return self._ask(np.zeros((max(self.foreign.batch, 1), self.bands, side, side), np.float32))

    def ask(self, images: Values, output: int) -> Values:
        """An output for images, each fed by itself, a batch filled with it."""
        repeated = max(self.foreign.batch, 1)
        found = [self._ask(np.repeat(image[None], repeated, 0))[output][:1] for image in images]
        result: Values = np.concatenate(found).astype(np.float32)
        if not np.isfinite(result).all():
            raise ModelError(f"{self.where} gives no numbers (NaN or infinite) for an image: it is damaged")
        return result

    def shape(self) -> Shape:
        """The sides that it takes. Raises ModelError where it does not run at all."""
        multiple = self.said.stride or STRIDE
        side = self.foreign.height or -(-(self.said.tile_size or SIDES[self.said.task]) // multiple) * multiple
        self.margin = self._margin(side, self._black(side))
        if self.margin:
            side -= 2 * self.margin
        elif not self.foreign.height:
            smaller = -(-(side // 2) // multiple) * multiple
            if all(self._takes(tried) for tried in (smaller, smaller + multiple)):
                return Shape(side, multiple, smaller, None)
        return Shape(side, side, side, side)

    def _margin(self, side: int, outputs: list[Values]) -> int:
        """Pixels by which maps are smaller at each side, as those of networks are that do not fill up their borders.

        That they are cut, not shrunk, is seen by moving an image: a cut map moves as far.
        """
        maps = [(i, values) for i, values in enumerate(outputs) if values.ndim == 4]
        if self.said.task != SEGMENTOR or len(maps) != 1:
            return 0
        index, values = maps[0]
        length = values.shape[2]
        if values.shape[2] != values.shape[3] or not side // 2 < length < side or (side - length) % 2:
            return 0
        step = next(step for step in STEPS if 3 * step <= length or step == STEPS[-1])
        tile, rim = random_tiles(1, self.bands, side), length // 8
        still, moved = (self.ask(images, index) for images in (tile, np.roll(tile, (step, step), (2, 3))))
        before, after = slice(rim, length - step - rim), slice(rim + step, length - rim)
        expected, found = still[:, :, before, before], moved[:, :, after, after]
        apart, usual = float(np.abs(found - expected).mean()), float(np.abs(expected - expected.mean()).mean())
        return (side - length) // 2 if apart < usual / 10 else 0

    def _takes(self, side: int) -> bool:
        """Whether tiles of this side give what they should."""
        try:
            found = self._black(side)
        except StuckModel:
            raise
        except ModelError:
            return False
        return self.said.task != SEGMENTOR or all(map_form(values.shape, side) is not None for values in found)

    def output(self, side: int) -> int:
        """Which output counts."""
        shapes = [values.shape for values in self._ask(random_tiles(max(self.foreign.batch, 1), self.bands, side))]
        listed = " and ".join(" x ".join(map(str, shape)) for shape in shapes)[:200]
        segments = self.said.task == SEGMENTOR
        form = "classes x height x width, or height x width," if segments else "rows x values"
        fitting = [i for i, shape in enumerate(shapes) if len(shape) == 3 or (segments and len(shape) == 4)]
        # Detectors may give more, of what they are trained with: what counts is the first, or of another form.
        clear = len(shapes) == 1 if segments else len(fitting) == 1 or 0 in fitting
        if not (fitting and clear):
            raise ModelError(
                f"{self.where} gives {len(shapes)} outputs ({listed}); models for {self.said.task} here give "
                f"one of batch x {form}: export it with that head alone"
            )
        shape = shapes[fitting[0]]
        if segments and map_form(shape, side) is None:
            height, width = shape[-2:]
            raise ModelError(f"{self.where} gives maps of {width} x {height} pixels for tiles of {side} x {side}")
        return fitting[0]

    def batch(self, output: int, side: int) -> int:
        """How many images it takes at a time; 0: any number, each answered as if it were alone."""
        if self.foreign.batch:
            return self.foreign.batch
        images = random_tiles(TOGETHER, self.bands, side)
        try:
            together = self._ask(images)[output]
        except StuckModel:
            raise
        except ModelError:
            return 1
        alone = self.ask(images, output)
        largest = float(np.abs(alone).max())
        same = together.shape == alone.shape and float(np.abs(together - alone).max()) <= SAME * max(largest, 1e-6)
        return 0 if same else 1

    def read(self, shape: Shape, classes: int) -> Reading:
        """How to feed and understand it.

        Args:
            classes: names that are known; 0: none.
        """
        output = self.output(shape.side)
        tiles = [random_tiles(1, self.bands, shape.side), real_tiles(self.bands, shape.side)]
        tiles += [np.full((1, self.bands, shape.side, shape.side), level, np.float32) for level in (0, 255)]
        tiles = [images for images in tiles if len(images)]
        raw = [self.ask(images, output) for images in tiles]
        if self.foreign.older is not None:
            self._check_older(self.foreign.older, tiles[0], output, raw[0])
        batch = self.batch(output, shape.smallest)
        if self.said.task == SEGMENTOR:
            form = map_form(raw[0].shape, shape.side) or ""
            sigmoid = _ends_with_sigmoid(self.foreign.model.graph, output)
            head = map_head([formed(values, form) for values in raw], sigmoid, self.said.threshold, classes)
            head = replace(head, form=form)
            return Reading(self.bands, batch, output, raw[0].ndim, head, self.mean, self.std, self.margin)
        boxes = self._box_head(raw, tiles[0], classes)
        self._check_rows(raw, boxes, shape.side)
        return Reading(self.bands, batch, output, 3, boxes, self.mean, self.std)

    def _box_head(self, raw: list[Values], images: Values, classes: int) -> BoxHead:
        others = self._ask(images.repeat(max(self.foreign.batch, 1), 0))
        masks = next((values.shape[1] for values in others if values.ndim == 4), 0)
        shares = all(-SAME <= values.min() and values.max() <= 1 + SAME for values in raw)
        shares = shares and any(values[..., :4].any() for values in raw)
        try:
            return box_head(self.said.head, self.said.ready, raw[0].shape, classes, masks, shares)
        except ModelError as error:
            raise ModelError(f"{self.where}: {error}") from error

    def _check_rows(self, raw: list[Values], boxes: BoxHead, side: int) -> None:
        """Raises ModelError where scores, classes or boxes cannot be what they are taken for."""
        if boxes.listed:
            check_classes([values if boxes.upright else values.transpose(0, 2, 1) for values in raw], boxes, self.where)
        rows = [boxes_in_numpy(values, boxes, side) for values in raw]
        scores = np.concatenate([values[..., 5:].ravel() for values in rows])
        if scores.size and (scores.min() < -SAME or scores.max() > 1 + SAME):
            raise ModelError(
                f"{self.where} gives scores from {scores.min():.3g} to {scores.max():.3g}, not from 0 to 1: it is not "
                "of the kind that its metadata say, or was exported without its last step"
            )
        check_boxes([row for values in rows for row in values], side, self.where)

    def _check_older(self, before: ModelProto, images: Values, output: int, found: Values) -> None:
        """Raises ModelError where raising the operator set has changed what the graph gives."""
        older = open_within(LOAD_SECONDS, self.where, before.SerializeToString())
        expected = self._ask(images.repeat(max(self.foreign.batch, 1), 0), older)[output][:1]
        if expected.shape != found.shape or not np.allclose(found, expected, SAME, SAME * np.abs(expected).max()):
            raise ModelError(
                f"{self.where} gives something else when its operator set is raised: export it again with opset 17"
            )

    def decoded(self, images: Values, reading: Reading) -> Values:
        """What a model folder should give for images, by NumPy."""
        raw = self.ask(images, reading.output)
        if isinstance(reading.head, BoxHead):
            return boxes_in_numpy(raw, reading.head, images.shape[2])
        return map_in_numpy(raw, reading.head)


def _ends_with_sigmoid(graph: GraphProto, output: int) -> bool:
    made_by = {name: node for node in graph.node for name in node.output}
    name = graph.output[output].name
    for _ in range(len(graph.node)):
        node = made_by.get(name)
        if node is None or node.op_type not in CARRIED or not node.input:
            return node is not None and node.op_type == "Sigmoid"
        name = node.input[0]
    return False
