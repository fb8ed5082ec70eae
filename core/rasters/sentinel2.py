# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentinel-2 as users have it: which number stands for which reflectance.

Reflectance is stored times 10,000; products of processing baseline 04.00 on (2022) add 1000 to it; others come as
shares of one, or as 8-bit true colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import rasterio
from rasterio.errors import RasterioError

from ..sentences import say
from .reading import RasterInput, Valid, Values

OFFSET = 1000.0
WHOLE = 10_000.0
"""What a reflectance of one is stored as."""
TRUE_COLOUR_WHITE = 3558.0
"""What is stored as 255 in a product's true-colour image."""
FIRST_WITH_OFFSET = 4.0
"""Processing baseline."""
DARKEST = 1.0
"""Percentile of a band's darkest pixels: water or shadow, in nearly every scene."""
DARK_WITH_OFFSET, ALIKE = (950.0, 1300.0), 200.0
"""Where they lie in all bands of corrected products with the offset, and how little bands differ there. Without
offset bands as bright as this are of dry ground, and differ more; at the top of the atmosphere blue is well above."""
BASELINE = "PROCESSING_BASELINE"
"""Item of the metadata, as GDAL's reader of products names it: 05.09, or N0509."""


@dataclass(frozen=True)
class Encoding:
    """Stored value = reflectance * `whole` + `offset`."""

    whole: float
    offset: float
    text: str
    """For the log: what it is and how that was found; empty: as ever."""

    def stored(self, value: float) -> float:
        """What a reflectance times 10,000 is stored as here."""
        return value / WHOLE * self.whole + self.offset


PLAIN = Encoding(WHOLE, 0.0, "")
STATED = {
    "sentinel2": Encoding(WHOLE, 0.0, say("Sentinel-2 reflectance times 10,000, as is said by SCALING")),
    "sentinel2_offset": Encoding(
        WHOLE, OFFSET, say("Sentinel-2 reflectance times 10,000 with 1000 added, as is said by SCALING")
    ),
    "sentinel2_8bit": Encoding(
        255 / TRUE_COLOUR_WHITE * WHOLE, 0.0, say("8-bit true colour of a Sentinel-2 product, as is said by SCALING")
    ),
}
"""By the name of a scaling."""


def recognise(raster: RasterInput, values: Values, valid: Valid) -> Encoding:
    """How a raster stores reflectance, by its metadata or else by its values (C, H, W), valid (H, W), thinned out."""
    found = _by_metadata(raster)
    if found is not None:
        return found
    if not valid.any():
        return PLAIN
    known = values[:, valid]
    if np.issubdtype(raster.dtype, np.floating) and np.percentile(known, 98) <= 2:
        return Encoding(1.0, 0.0, say("reflectance as shares of one, as its values say"))
    dark = np.percentile(known, DARKEST, axis=1)
    low, high = DARK_WITH_OFFSET
    if low <= dark.min() and dark.max() <= high and np.ptp(dark) <= ALIKE:
        return Encoding(
            WHOLE, OFFSET,
            say("reflectance times 10,000 with 1000 added, as its darkest values say; if that is wrong, choose SCALING "
                "sentinel2"),
        )  # fmt: skip
    return PLAIN


def _by_metadata(raster: RasterInput) -> Encoding | None:
    try:
        with rasterio.open(raster.path) as file:
            scales, offsets = ({v[band - 1] for band in raster.bands} for v in (file.scales, file.offsets))
            tags: dict[str, Any] = file.tags()
    except (RasterioError, OSError):  # a layer that only this run can open
        return None
    if len(scales) == len(offsets) == 1 and 0 < (scale := scales.pop()) != 1:
        offset = -offsets.pop() / scale
        return Encoding(1 / scale, offset, say("reflectance as the raster's own scale and offset say"))
    try:
        baseline = float(str(tags[BASELINE]).removeprefix("N"))
    except (KeyError, ValueError):
        return None
    baseline = baseline / 100 if baseline >= 100 else baseline
    if baseline >= FIRST_WITH_OFFSET:
        text = say("reflectance times 10,000 with 1000 added, by its processing baseline {:.2f}", baseline)
        return Encoding(WHOLE, OFFSET, text)
    return Encoding(WHOLE, 0.0, say("reflectance times 10,000, by its processing baseline {:.2f}", baseline))
