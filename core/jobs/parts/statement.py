# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person says of a graph that does not say it itself."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import list_of, matching, number, one_of, optional, pair, text, whole
from ...records.record import entry

FORMS = {
    "map_logits": "segmentation",
    "map_probabilities": "segmentation",
    "map_independent": "segmentation",
    "map_probability": "segmentation",
    "map_logit": "segmentation",
    "map_classes": "segmentation",
    "scene_logits": "classification",
    "scene_probabilities": "classification",
    "boxes_v5": "detection",
    "boxes_v5_masks": "detection",
    "boxes_v6": "detection",
    "boxes_v8": "detection",
    "boxes_v8_masks": "detection",
    "boxes_turned": "detection",
    "boxes_shares": "detection",
    "boxes_listed": "detection",
    "boxes_listed_turned": "detection",
}
"""What a graph may give, with the task that it is for. Of each pixel: a value for each class, the largest being the
best; such values from 0 to 1 that add up to 1; or each by itself. One channel: a probability; a value above 0 where the
class is; or the class's number. Of a whole image: values, or probabilities. Boxes as YOLOv5 and v7, v6, v8 and later
write them (in pixels, a score for each class; masks are left out), turned ones (obb), boxes in shares of the image's
sides (RT-DETR), and such as the graph has thinned out itself: left, top, right, bottom, score, class."""
BYTES = (0.0, 255.0)
NORMALISATIONS: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "none": ((0.0,), (1.0,)),
    "unit": ((0.0,), (255.0,)),
    "imagenet": ((123.675, 116.28, 103.53), (58.395, 57.12, 57.375)),
}
"""Mean and standard deviation, of one band or each, for values of 0 to 255: fed as they are; as 0 to 1; as networks are
that begin with ImageNet's weights."""


def normalisation(name: str, value_range: tuple[float, float] | None) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """One of `NORMALISATIONS` for values of another range than 0 to 255; ``none`` is the same for all."""
    mean, std = NORMALISATIONS[name]
    if name == "none" or value_range is None:
        return mean, std
    low, high = value_range
    step = (high - low) / (BYTES[1] - BYTES[0])
    return tuple(low + step * value for value in mean), tuple(step * value for value in std)


@dataclass(frozen=True)
class Statement:
    """Empty, zero or None: as the file has it, or as is usual."""

    form: str = entry(one_of("", *FORMS), "")
    output: str = entry(text, "")
    """Name of the graph's output that counts."""
    bands: tuple[str, ...] = entry(list_of(text), ())
    """Their meanings, in the graph's order."""
    colors: tuple[str, ...] = entry(list_of(matching(r"#[0-9a-fA-F]{6}")), ())
    """Of the classes."""
    value_range: tuple[float, float] | None = entry(optional(pair), None)
    """Of the images that it was trained on; None: 0 to 255."""
    mean: tuple[float, ...] = entry(list_of(number), ())
    std: tuple[float, ...] = entry(list_of(number), ())
    """Of one band or each: what is subtracted from values of that range, and what they are divided by after that."""
    tile_size: int = entry(whole(0), 0)
    """Pixels."""
