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
from ...core.sentences import say
from ...core.sessions.onnx import OnnxSession
from .onnx.tiles import SAMPLES, SEED
from .parts.compare import difference_of

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
                raise ModelError(say("these weights give no numbers (NaN or infinite) for an image: they are damaged"))
            if difference > 1:
                raise ModelError(
                    say(
                        "the exported model differs from the network on {} tiles, {:.3g} times what is allowed: it "
                        "was not kept. Please report it with the name of the checkpoint",
                        kind,
                        difference,
                    )
                )
            seen[kind] = max(seen.get(kind, 0.0), round(difference, 4))
    return {
        "onnxruntime": onnxruntime.__version__, "pytorch": str(torch.__version__),
        "difference_of_allowed": seen,
    }  # fmt: skip
