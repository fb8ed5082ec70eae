# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person says that a graph gives, held against what it gives."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .....core.errors import ModelError
from .....core.sentences import say
from .boxes import TRANSFORMER
from .maps import SMALLEST, MapHead
from .scenes import SceneHead

Values = NDArray[np.float32]

BOXES = {
    "boxes_v5": "YOLO_v5_or_v7_default", "boxes_v5_masks": "YOLO_v5_segmentation", "boxes_v6": "YOLO_v6",
    "boxes_v8": "YOLO_Ultralytics", "boxes_v8_masks": "YOLO_Ultralytics_segmentation",
    "boxes_turned": "YOLO_Ultralytics_obb", "boxes_shares": TRANSFORMER,
    "boxes_listed": "YOLO_Ultralytics", "boxes_listed_turned": "YOLO_Ultralytics_obb",
}  # fmt: skip
"""Names in `boxes.HEADS`."""
MAPS = {
    "map_logits": "logits", "map_probabilities": "shares", "map_independent": "shares",
    "map_probability": "probability", "map_logit": "logit", "map_classes": "classes",
}  # fmt: skip
"""Kinds of `maps.MapHead`."""
SINGLE = ("map_probability", "map_logit", "map_classes")
ROUNDING = 1e-3
"""By how much shares may leave 0..1."""
SUM = 1e-2
"""By how much the sum of shares may differ from 1: half precision rounds."""


def stated_map(form: str, maps: Sequence[Values], threshold: float | None, classes: int) -> MapHead:
    """How to read maps (N, C, H, W).

    Args:
        form: one of `MAPS`.
        threshold: of a single channel; None: 0.5.
        classes: names that are known; 0: none.
    Raises:
        ModelError: the values are not of that form; the message begins with "it".
    """
    channels = maps[0].shape[1]
    if (form in SINGLE) != (channels == 1):
        expected = "one channel" if form in SINGLE else "a channel for each class"
        others = [name for name in MAPS if (name in SINGLE) == (channels == 1)]
        raise ModelError(
            say(
                "it gives maps of {}; {} means {}: say {}",
                _counted(channels, "channel"),
                form,
                expected,
                _either(others),
            )
        )
    if form in ("map_probability", "map_independent", "map_probabilities"):
        _check_shares(form, maps, "map_logit" if channels == 1 else "map_logits")
    if form == "map_probabilities":
        _check_sums([values.sum(1) for values in maps], "map_independent")
    if form == "map_classes":
        return MapHead("classes", _numbered(maps, classes))
    if channels == 1:
        return MapHead(MAPS[form], 2, 0.5 if threshold is None else threshold)
    return MapHead(MAPS[form], channels, independent=form == "map_independent")


def stated_scene(form: str, scores: Sequence[Values]) -> SceneHead:
    """How to read values (N, K) of an image. Raises ModelError as `stated_map`."""
    if form == "scene_logits":
        return SceneHead("logits", scores[0].shape[1])
    _check_shares(form, scores, "scene_logits")
    _check_sums([values.sum(1) for values in scores], "scene_logits")
    return SceneHead("shares", scores[0].shape[1])


def _check_shares(form: str, found: Sequence[Values], other: str) -> None:
    low, high = min(float(values.min()) for values in found), max(float(values.max()) for values in found)
    if low < -SMALLEST or high > 1 + ROUNDING:
        raise ModelError(say("it gives values from {:.3g} to {:.3g}; {} means 0 to 1: say {}", low, high, form, other))


def _check_sums(sums: Sequence[Values], other: str) -> None:
    worst = max((float(value) for values in sums for value in (values.min(), values.max())), key=lambda v: abs(v - 1))
    if abs(worst - 1) > SUM:
        raise ModelError(
            say("its values for the classes add up to {:.3g}, as probabilities do not: say {}", worst, other)
        )


def _numbered(maps: Sequence[Values], classes: int) -> int:
    """How many classes there are, of maps of their numbers."""
    most = max(float(values.max()) for values in maps)
    if any((values != np.round(values)).any() or values.min() < 0 for values in maps):
        low = min(float(values.min()) for values in maps)
        raise ModelError(
            say(
                "it gives values from {:.3g} to {:.3g}; map_classes means whole numbers from 0: say "
                "map_probability or map_logit",
                low,
                most,
            )
        )
    if not classes:
        raise ModelError(say("it gives the numbers of classes, which do not tell how many there are: give their names"))
    if most >= classes:
        raise ModelError(
            say(
                "it gives class {:.0f}, and {} from 0 to {} are named: name all",
                most,
                _counted(classes, "class"),
                classes - 1,
            )
        )
    return classes


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}{'es' if what.endswith('s') else 's'}"


def _either(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
