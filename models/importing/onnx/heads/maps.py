# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps of foreign segmenters, brought to the logits of `core.cards.card`; twice, as in `boxes`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from .nodes import Nodes

Values = NDArray[np.float32]
CERTAIN = 20.0
"""Logit of a class that a graph has chosen itself: softmax makes it 1."""
SMALLEST = 1e-7
"""Probability that stands for none: single precision has no smaller steps next to 1."""


@dataclass(frozen=True)
class MapHead:
    """What the channels of a map are."""

    kind: str
    """``logits``; ``shares``, 0..1 of each class; of one channel ``probability`` 0..1, its ``logit``, or ``classes``,
    the number of the best."""
    classes: int
    threshold: float = 0.5
    """Of the probability, where the second class begins."""
    independent: bool = False
    """Whether shares of the classes are each by itself, and need not sum to one."""
    form: str = ""
    """``bands last`` (N, H, W, C), ``no bands`` (N, H, W); empty: (N, C, H, W)."""
    task: ClassVar[str] = "segmentation"

    @property
    def shift(self) -> float:
        """What a logit is above 0 by where the second class begins."""
        share = min(max(self.threshold, SMALLEST), 1 - SMALLEST)
        return float(np.log(share / (1 - share)))


def map_form(shape: tuple[int, ...], side: int) -> str | None:
    """How an output of this shape holds maps of `side` pixels (see `MapHead.form`); None: it does not."""
    if len(shape) == 4 and shape[2:] == (side, side):
        return ""
    if len(shape) == 4 and shape[1:3] == (side, side):
        return "bands last"
    return "no bands" if shape[1:] == (side, side) else None


def formed(raw: Values, form: str) -> Values:
    """An output as (N, C, H, W)."""
    if form == "bands last":
        return raw.transpose(0, 3, 1, 2)
    return raw[:, None] if form == "no bands" else raw


def map_head(maps: list[Values], sigmoid: bool, threshold: float | None, classes: int) -> MapHead:
    """What the channels of outputs (N, C, H, W) are, by their values.

    Args:
        sigmoid: whether the graph ends with one.
        threshold: of a single channel; None: 0.5.
        classes: names that are known; 0: none.
    """
    channels = maps[0].shape[1]
    inside = all(values.min() >= -SMALLEST and values.max() <= 1 + 1e-3 for values in maps)
    if channels == 1:
        if not sigmoid and all((values == np.round(values)).all() and values.min() >= 0 for values in maps):
            most = max(int(values.max()) for values in maps)
            if most > 1 or classes > 2:
                return MapHead("classes", max(classes, most + 1))
        return MapHead("probability" if inside or sigmoid else "logit", 2, 0.5 if threshold is None else threshold)
    whole = inside and all(np.abs(values.sum(1) - 1).max() < 1e-2 for values in maps)
    if inside and sigmoid and not whole:
        return MapHead("shares", channels, independent=True)
    return MapHead("shares" if whole else "logits", channels)


def map_in_graph(nodes: Nodes, raw: str, head: MapHead) -> str:
    """Logits (N, K, H, W): softmax gives shares back. Of one channel the best class follows the threshold."""
    if head.form == "bands last":
        raw = nodes.add("Transpose", raw, perm=[0, 3, 1, 2])
    elif head.form == "no bands":
        shape = nodes.add("Shape", raw)
        ends = [nodes.add("Gather", shape, nodes.whole(*axes), axis=0) for axes in ((0,), (1, 2))]
        raw = nodes.add("Reshape", raw, nodes.add("Concat", ends[0], nodes.whole(1), ends[1], axis=0))
    if head.kind == "logits":
        return raw
    if head.kind == "classes":
        numbers = nodes.constant(np.arange(head.classes).reshape(1, -1, 1, 1))
        apart = nodes.add("Abs", nodes.add("Sub", raw, numbers))
        chosen = nodes.cast(nodes.add("Less", apart, nodes.constant(0.5)))
        return nodes.add("Mul", chosen, nodes.constant(CERTAIN))
    if head.kind == "shares":
        return nodes.add("Log", nodes.add("Max", raw, nodes.constant(SMALLEST)))
    logit = raw
    if head.kind == "probability":
        share = nodes.add("Max", nodes.add("Min", raw, nodes.constant(1 - SMALLEST)), nodes.constant(SMALLEST))
        rest = nodes.add("Sub", nodes.constant(1), share)
        logit = nodes.add("Sub", nodes.add("Log", share), nodes.add("Log", rest))
    half = nodes.add("Mul", nodes.add("Sub", logit, nodes.constant(head.shift)), nodes.constant(0.5))
    return nodes.add("Concat", nodes.add("Mul", half, nodes.constant(-1)), half, axis=1)


def map_in_numpy(raw: Values, head: MapHead) -> Values:
    """As `map_in_graph`."""
    raw = formed(raw, head.form)
    if head.kind == "logits":
        return raw
    if head.kind == "classes":
        return (CERTAIN * (raw == np.arange(head.classes).reshape(1, -1, 1, 1))).astype(np.float32)
    if head.kind == "shares":
        return np.log(np.maximum(raw, np.float32(SMALLEST)))
    logit = raw.astype(np.float64)
    if head.kind == "probability":
        share = np.clip(raw, np.float32(SMALLEST), np.float32(1 - SMALLEST)).astype(np.float64)
        logit = np.log(share) - np.log1p(-share)
    half = (logit - head.shift) / 2
    return np.concatenate([-half, half], 1).astype(np.float32)
