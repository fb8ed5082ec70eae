# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user set on a layer, and its file does not say: which values are nodata."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from qgis.core import QgsRasterLayer, QgsRasterRange

Range = tuple[int, float, float]
LARGEST = 1.7e308


def carry_over(layer: QgsRasterLayer, copy: QgsRasterLayer) -> None:
    """Gives a layer made of the same source the other's CRS and nodata."""
    copy.setCrs(layer.crs())
    one, other = layer.dataProvider(), copy.dataProvider()
    if one is None or other is None:
        return
    for band in range(1, one.bandCount() + 1):
        other.setUseSourceNoDataValue(band, one.useSourceNoDataValue(band))
        other.setUserNoDataValue(band, one.userNoDataValues(band))


def hidden(provider: Any) -> tuple[Range, ...]:
    """Band, smallest and largest value of what the user declared nodata."""
    bands = range(1, provider.bandCount() + 1)
    return tuple((band, *limits) for band in bands for limits in _limits(provider.userNoDataValues(band)))


def _limits(ranges: list[QgsRasterRange]) -> Iterator[tuple[float, float]]:
    bounds = QgsRasterRange.BoundsType
    for one in ranges:
        low = -LARGEST if math.isnan(one.min()) else one.min()
        high = LARGEST if math.isnan(one.max()) else one.max()
        if one.bounds() in (bounds.IncludeMax, bounds.Exclusive):
            low = math.nextafter(low, math.inf)
        if one.bounds() in (bounds.IncludeMin, bounds.Exclusive):
            high = math.nextafter(high, -math.inf)
        yield max(low, -LARGEST), min(high, LARGEST)


def own_nodata(provider: Any) -> bool:
    """Whether the nodata values that the file names count."""
    return all(provider.useSourceNoDataValue(band) for band in range(1, provider.bandCount() + 1))
