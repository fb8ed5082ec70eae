# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether images of several dates are that many images, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsRasterLayer

from ...core.errors import InputError
from ...engine.layers import dates
from ...texts import tr


def check_apart(layers: Sequence[QgsRasterLayer]) -> None:
    """Raises InputError where two that are compared are one: nothing could have changed."""
    for earlier, later in zip(layers, layers[1:]):
        if _are_one(earlier, later):
            text = tr("{} is both the earlier and the later image, so nothing can have changed. Choose another one "
                      "for one of the two dates.")  # fmt: skip
            raise InputError(text.format(earlier.name()))


def _are_one(one: QgsRasterLayer, other: QgsRasterLayer) -> bool:
    """A file is the same whichever layer shows it; a service may show another time under the same address."""
    if one.id() == other.id():
        return True
    return one.source() == other.source() and one.providerType() == other.providerType() == "gdal"


def doubts(layers: Sequence[QgsRasterLayer]) -> list[str]:
    """A sentence for each two whose names or metadata say that the earlier one is the later one."""
    days = [dates.guess(layer) for layer in layers]
    text = tr("The images look swapped: the earlier one, {}, says {}, and the later one, {}, says {}.")
    return [
        text.format(layers[at].name(), days[at], layers[at + 1].name(), days[at + 1])
        for at in range(len(layers) - 1)
        if dates.out_of_order(days[at], days[at + 1])
    ]
