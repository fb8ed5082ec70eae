# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores of whole images, (N, K) or (N, K, 1, 1), brought to the logits of `core.cards.card`; twice, as in `boxes`."""

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


def is_scores(shape: tuple[int, ...]) -> bool:
    """Whether an output of this shape holds scores of images."""
    return len(shape) == 2 or (len(shape) == 4 and shape[2:] == (1, 1))


def flat(raw: Values) -> Values:
    """An output as (N, K)."""
    return raw.reshape(len(raw), -1)


def scenes_in_graph(nodes: Nodes, raw: str, head: SceneHead) -> str:
    """Logits (N, K): softmax gives shares back."""
    scores = nodes.add("Flatten", raw, axis=1)
    return scores if head.kind == "logits" else nodes.add("Log", nodes.add("Max", scores, nodes.constant(SMALLEST)))


def scenes_in_numpy(raw: Values, head: SceneHead) -> Values:
    """As `scenes_in_graph`."""
    scores = flat(raw)
    return scores if head.kind == "logits" else np.log(np.maximum(scores, np.float32(SMALLEST)))


def scene_head(scores: Sequence[Values]) -> SceneHead:
    """What values are: shares of the classes, or logits."""
    inside = all(values.min() >= -SMALLEST and values.max() <= 1 + 1e-3 for values in scores)
    whole = inside and all(np.abs(values.sum(1) - 1).max() < 1e-2 for values in scores)
    return SceneHead("shares" if whole else "logits", scores[0].shape[1])
