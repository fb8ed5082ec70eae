# SPDX-License-Identifier: GPL-3.0-or-later
"""What models do, and what their graphs take and give."""

from __future__ import annotations

from dataclasses import dataclass

FEATURES = "features"
"""Name of what a graph may give besides: (N, C) of what its last stage sees, averaged over the tile, or (N, 2, C) of
two dates. `core.familiar` tells by it whether a model knows what it is shown."""
MOST_CLASSES = 255
"""The next number stands for no data."""


@dataclass(frozen=True)
class Kind:
    inputs: tuple[str, ...]
    """Names of the graph's images, float32 (N, bands, H, W)."""
    output: str
    """Name of what the graph gives:

    - ``logits`` (N, K), of K classes, or (N, K, H, W), one for every pixel
    - ``probability`` (N, 1, H, W), 0..1
    - ``detections`` (N, R, 5 + K), R boxes of a tile, best proposal first: centre x and y, width and height
      in pixels of the tile from its top left corner, angle in radians (width is the longer side; its angle to
      the x axis, clockwise in the image, -pi/2 up to pi/2), then the score 0..1 of each class. Scores are 0 in
      rows that hold nothing; boxes of one object are not merged.
    """
    dense: bool = False
    """Whether that has the sides of the input."""
    fewest_classes: int = 2


KINDS = {
    "classification": Kind(("image",), "logits"),
    "segmentation": Kind(("image",), "logits", dense=True),
    "change": Kind(("before", "after"), "probability", dense=True),
    "detection": Kind(("image",), "detections", fewest_classes=1),
}
"""By the card's `task`: the only list of them."""
