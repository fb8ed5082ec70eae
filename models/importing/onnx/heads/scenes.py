# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores of whole images, brought to the logits of `core.cards.card`; twice, as in `boxes`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from .maps import SMALLEST
from .nodes import Nodes

Values = NDArray[np.float32]


@dataclass(frozen=True)
class SceneHead:
    """What the values (N, K) of an image are."""

    kind: str
    """``logits``; ``shares``, 0..1 of each class."""
    classes: int
    task: ClassVar[str] = "classification"


def scenes_in_graph(nodes: Nodes, raw: str, head: SceneHead) -> str:
    """Logits (N, K): softmax gives shares back."""
    return raw if head.kind == "logits" else nodes.add("Log", nodes.add("Max", raw, nodes.constant(SMALLEST)))


def scenes_in_numpy(raw: Values, head: SceneHead) -> Values:
    """As `scenes_in_graph`."""
    logits: Values = raw if head.kind == "logits" else np.log(np.maximum(raw, np.float32(SMALLEST)))
    return logits


def scene_head(scores: Sequence[Values]) -> SceneHead:
    """What values are: shares of the classes, or logits."""
    inside = all(values.min() >= -SMALLEST and values.max() <= 1 + 1e-3 for values in scores)
    whole = inside and all(np.abs(values.sum(1) - 1).max() < 1e-2 for values in scores)
    return SceneHead("shares" if whole else "logits", scores[0].shape[1])
