# SPDX-License-Identifier: GPL-3.0-or-later
"""Areas in the unit that fits: one for all that stand below each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...numbers import shown
from ...texts import tr


@dataclass(frozen=True)
class Unit:
    name: str
    size: float
    """Square metres, or pixels."""
    decimals: int

    def figure(self, amount: float) -> str:
        return shown(amount / self.size, self.decimals)


SQUARE_METRES = (Unit("km²", 1e6, 2), Unit("ha", 1e4, 2), Unit("m²", 1.0, 1))


def unit_of(square_metres: Iterable[float | None]) -> Unit:
    """For the largest of them; pixels where one of them is not known."""
    known = list(square_metres)
    if None in known:
        return Unit(tr("pixels"), 1.0, 0)
    largest = max((area for area in known if area is not None), default=0.0)
    return next((unit for unit in SQUARE_METRES if largest >= unit.size), SQUARE_METRES[-1])


def area_text(square_metres: float | None, pixels: int) -> str:
    if square_metres is None:
        return f"{shown(pixels)} px"
    unit = unit_of([square_metres])
    return f"{unit.figure(square_metres)} {unit.name}"
