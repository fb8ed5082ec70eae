# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps of foreign segmenters, brought to the logits of `core.model_card`; twice, as in `onnx_boxes`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .onnx_nodes import Nodes

Values = NDArray[np.float32]
SMALLEST = 1e-7
"""Probability that stands for none: single precision has no smaller steps next to 1."""


@dataclass(frozen=True)
class MapHead:
    """What the channels of a map are."""

    kind: str
    """``logits``; ``shares``, 0..1 of each class; of one channel ``probability`` 0..1, or its ``logit``."""
    classes: int
    threshold: float = 0.5
    """Of the probability, where the second class begins."""

    @property
    def shift(self) -> float:
        """What a logit is above 0 by where the second class begins."""
        share = min(max(self.threshold, SMALLEST), 1 - SMALLEST)
        return float(np.log(share / (1 - share)))


def map_head(maps: list[Values], sigmoid: bool, threshold: float | None) -> MapHead:
    """What the channels of outputs (N, C, H, W) are, by their values.

    Args:
        sigmoid: whether the graph ends with one.
        threshold: of a single channel; None: 0.5.
    """
    channels = maps[0].shape[1]
    inside = all(values.min() >= -SMALLEST and values.max() <= 1 + 1e-3 for values in maps)
    if channels == 1:
        return MapHead("probability" if inside or sigmoid else "logit", 2, 0.5 if threshold is None else threshold)
    whole = inside and all(np.abs(values.sum(1) - 1).max() < 1e-2 for values in maps)
    return MapHead("shares" if whole or (inside and sigmoid) else "logits", channels)


def map_in_graph(nodes: Nodes, raw: str, head: MapHead) -> str:
    """Logits (N, K, H, W): softmax gives shares back. Of one channel the best class follows the threshold."""
    if head.kind == "logits":
        return raw
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
    if head.kind == "logits":
        return raw
    if head.kind == "shares":
        return np.log(np.maximum(raw, np.float32(SMALLEST)))
    logit = raw.astype(np.float64)
    if head.kind == "probability":
        share = np.clip(raw, np.float32(SMALLEST), np.float32(1 - SMALLEST)).astype(np.float64)
        logit = np.log(share) - np.log1p(-share)
    half = (logit - head.shift) / 2
    return np.concatenate([-half, half], 1).astype(np.float32)
