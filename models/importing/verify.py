# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an exported graph gives what the network gives, on random tiles and on real ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import onnxruntime
import rasterio
import torch
from numpy.typing import NDArray
from rasterio.windows import Window
from torch import nn

from ...core.cards.card import ModelCard
from ...core.errors import ModelError
from ...core.sessions.onnx import OnnxSession
from .onnx.tiles import SAMPLES, SEED

TYPICAL, RARE = 1e-4, 1e-3
"""Largest median error, in standard deviations, and largest error of 99 % of the values, in the largest value.
Near-ties of poolings may fall to the other side in another runtime, and move few values by more."""
ROWS = 300
"""Boxes that are compared: the best."""
PIXELS, SIDES, SCORE = 0.05, 1e-3, 1e-3
"""How far apart boxes may be, in pixels or in their longer sides, and their scores."""
SHARE = 0.95
"""Of the boxes that must be the same: near-ties of scores change which proposals are taken."""

Values = NDArray[np.float32]


def _random(card: ModelCard) -> Iterator[list[Values]]:
    draw = np.random.Generator(np.random.PCG64(SEED))
    side = max(card.takes.smallest, card.takes.multiple)
    for shape in ((1, 3, side, side), (2, 3, side, side + card.takes.multiple)):
        yield [draw.uniform(0, 255, shape).astype(np.float32) for _ in range(len(card.kind.inputs))]


def _real(card: ModelCard) -> Iterator[list[Values]]:
    """Of the sample rasters, where they are installed."""
    side = max(card.takes.smallest, card.takes.multiple, 128)
    found = []
    for path in sorted(SAMPLES.glob("*.tif")):
        with rasterio.open(path) as raster:
            if raster.count >= 3 and raster.dtypes[0] == "uint8" and min(raster.shape) >= side:
                found.append(raster.read((1, 2, 3), window=Window(0, 0, side, side))[None].astype(np.float32))
        if len(found) == len(card.kind.inputs):
            yield found
            return


def _same_boxes(found: Values, expected: Values) -> float:
    """Share of the best boxes (N, R, 5 + K) of each side that the other has."""

    def best(rows: Values) -> Values:
        return np.stack([image[np.argsort(-image[:, 5:].max(1), kind="stable")[:ROWS]] for image in rows])

    shares = []
    for a, b in ((found, expected), (expected, found)):
        for ours, theirs in zip(best(a), b):
            allowed = np.maximum(PIXELS, SIDES * ours[:, None, 2])
            near = np.abs(ours[:, None, :4] - theirs[None, :, :4]).max(2) <= allowed
            turn = np.abs((ours[:, None, 4] - theirs[None, :, 4] + np.pi / 2) % np.pi - np.pi / 2)
            near &= turn * (ours[:, None, 2] - ours[:, None, 3]) <= 2 * allowed
            i, j = np.nonzero(near)
            same = np.zeros(len(ours), bool)
            same[i[np.abs(ours[i, 5:] - theirs[j, 5:]).max(1) <= SCORE]] = True
            shares.append(same.mean())
    return float(min(shares))


def difference_of(card: ModelCard, found: Values, expected: Values) -> float:
    """How far apart the outputs are, as a share of what is allowed: up to 1 they are the same."""
    if found.shape != expected.shape or not np.isfinite(expected).all():
        return float("inf")
    if card.task == "detection":
        return (1 - _same_boxes(found, expected)) / (1 - SHARE)
    error = np.abs(found - expected)
    typical = float(np.median(error)) / max(TYPICAL * float(expected.std()), 1e-6)
    return max(typical, float(np.quantile(error, 0.99)) / max(RARE * float(np.abs(expected).max()), 1e-6))


def verify(network: nn.Module, card: ModelCard) -> dict[str, Any]:
    """Compares a model folder with the network it was made from (see `export.deploy`).

    Returns:
        what was compared, for the card.
    Raises:
        ModelError: they differ, or the network gives no numbers.
    """
    session = OnnxSession(card, 1)
    seen: dict[str, float] = {}
    for kind, tiles in (("random", _random(card)), ("real", _real(card))):
        for images in tiles:
            with torch.inference_mode():
                expected = network(*(torch.from_numpy(image) for image in images)).numpy()
            difference = difference_of(card, session.run(images), expected)
            if not np.isfinite(expected).all():
                raise ModelError("these weights give no numbers (NaN or infinite) for an image: they are damaged")
            if difference > 1:
                raise ModelError(
                    f"the exported model differs from the network on {kind} tiles, {difference:.3g} times what is "
                    "allowed: it was not kept. Please report it with the name of the checkpoint"
                )
            seen[kind] = max(seen.get(kind, 0.0), round(difference, 4))
    return {
        "onnxruntime": onnxruntime.__version__, "pytorch": str(torch.__version__),
        "difference_of_allowed": seen,
    }  # fmt: skip
