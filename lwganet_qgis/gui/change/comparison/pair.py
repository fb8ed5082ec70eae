# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two images can be compared, in plain sentences: what the layers say at once, and what the engine measures."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)

from ....core.cards.card import ModelCard
from ....engine.layers import dates
from ....numbers import brief, shown
from ....texts import tr

SMALL_OVERLAP = 0.5
LARGE_RATIO = 1.5
SMALL_SHIFT = 0.25
"""Pixels; less cannot be told from none."""
SMALL_DIFFERENCE = 0.05


class Level(enum.IntEnum):
    GOOD = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True)
class Finding:
    level: Level
    text: str


@dataclass(frozen=True)
class Measured:
    """What `lwganet:checkpair` found."""

    shift: tuple[float, float]
    """In map units of the before date: what brings the after date onto it."""
    pixels: float
    metres: float | None
    reliable: bool
    difference: float
    """Of brightness, 0..1."""
    overlap: float

    @classmethod
    def from_figures(cls, figures: dict[str, Any]) -> Measured:
        shift, values = figures["shift"], figures["radiometry"]
        return cls(
            (shift["x"], shift["y"]), shift["pixels"], shift["metres"], shift["reliable"], values["difference"],
            figures["overlap"],
        )  # fmt: skip

    def as_info(self) -> dict[str, Any]:
        """The shift, as plain values that JSON knows."""
        return {"x": self.shift[0], "y": self.shift[1], "pixels": self.pixels, "metres": self.metres,
                "reliable": self.reliable}  # fmt: skip

    @property
    def shifted(self) -> bool:
        return self.reliable and self.pixels >= SMALL_SHIFT

    @property
    def differs(self) -> bool:
        return self.difference >= SMALL_DIFFERENCE


def metres_of_pixel(layer: QgsRasterLayer) -> float | None:
    """Ground metres of a pixel in the middle (mean of its sides); None where the layer has no place on Earth."""
    if not layer.crs().isValid() or not layer.width() or not layer.height():
        return None
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym() or "EPSG:7030")
    middle, extent = layer.extent().center(), layer.extent()
    x, y = extent.width() / layer.width() / 2, extent.height() / layer.height() / 2
    try:
        across = measure.measureLine(QgsPointXY(middle.x() - x, middle.y()), QgsPointXY(middle.x() + x, middle.y()))
        down = measure.measureLine(QgsPointXY(middle.x(), middle.y() - y), QgsPointXY(middle.x(), middle.y() + y))
    except QgsCsException:
        return None
    metres = (across + down) / 2
    return metres if 0 < metres < float("inf") else None


def shared_extent(before: QgsRasterLayer, after: QgsRasterLayer) -> QgsRectangle | None:
    """In the before date's CRS; None where that cannot be told, empty where they do not meet."""
    other = after.extent()
    if before.crs().isValid() and after.crs().isValid():
        change = QgsCoordinateTransform(after.crs(), before.crs(), QgsProject.instance().transformContext())
        try:
            other = change.transformBoundingBox(other)
        except QgsCsException:
            return None
    if not other.isFinite() or not before.extent().isFinite():
        return None
    return before.extent().intersect(other) if before.extent().intersects(other) else QgsRectangle()


def part_of(layer: QgsRasterLayer, extent: QgsRectangle) -> QgsRectangle | None:
    """What an extent (perhaps of another CRS) has of a layer, in the layer's CRS; None: nothing."""
    crs = extent.crs() if isinstance(extent, QgsReferencedRectangle) else layer.crs()
    if crs.isValid() and layer.crs().isValid() and crs != layer.crs():
        change = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance().transformContext())
        try:
            extent = change.transformBoundingBox(extent)
        except QgsCsException:
            return None
    return layer.extent().intersect(extent) if layer.extent().intersects(extent) else None


def look(
    before: QgsRasterLayer | None, after: QgsRasterLayer | None, card: ModelCard | None, days: tuple[str, str]
) -> list[Finding]:
    """What can be said without reading a pixel; an ERROR keeps the two from being compared."""
    if before is None or after is None:
        return [Finding(Level.NOTE, tr("Choose an image of each date."))]
    broken = [layer.name() for layer in (before, after) if not layer.isValid()]
    if broken:
        return [Finding(Level.ERROR, tr("{} cannot be read.").format(", ".join(broken)))]
    if before.id() == after.id():
        return [Finding(Level.ERROR, tr("Both dates are the same layer: choose another one for one of them."))]
    found = [_crs(before, after), _overlap(before, after), _sizes(before, after, card)]
    found += _bands((before, after), card)
    if before.source() == after.source():
        found.append(Finding(Level.WARNING, tr("Both layers show the same file.")))
    if dates.out_of_order(*days):
        found.append(Finding(Level.WARNING, tr("The image before is the later one: swap them?")))
    return [finding for finding in found if finding is not None]


def _crs(before: QgsRasterLayer, after: QgsRasterLayer) -> Finding:
    known = before.crs().isValid(), after.crs().isValid()
    if known == (False, False):
        return Finding(Level.NOTE, tr("Neither image has a coordinate reference system: lengths are in pixels."))
    if not all(known):
        text = tr("One of the images has no coordinate reference system: assign it in the layer's properties.")
        return Finding(Level.ERROR, text)
    if before.crs() == after.crs():
        return Finding(Level.GOOD, tr("Both are in {}.").format(before.crs().authid() or tr("the same CRS")))
    text = tr("CRS differ ({} and {}): the image after is warped on the fly.")
    return Finding(Level.NOTE, text.format(before.crs().authid() or "?", after.crs().authid() or "?"))


def _overlap(before: QgsRasterLayer, after: QgsRasterLayer) -> Finding | None:
    shared = shared_extent(before, after)
    if shared is None:
        return None
    if shared.isEmpty():
        return Finding(Level.ERROR, tr("The images do not overlap: choose two of the same place."))
    share = shared.width() * shared.height() / (before.extent().width() * before.extent().height())
    text = tr("They share {} % of the image before.").format(shown(min(100 * share, 100)))
    return Finding(Level.GOOD if share >= SMALL_OVERLAP else Level.WARNING, text)


def _sizes(before: QgsRasterLayer, after: QgsRasterLayer, card: ModelCard | None) -> Finding | None:
    first, second = metres_of_pixel(before), metres_of_pixel(after)
    if first is None or second is None:
        return None
    sizes = f"{brief(first)} m / {brief(second)} m"
    ratio = max(first, second) / min(first, second)
    if card is not None and not card.takes.gsd_range[0] <= first <= card.takes.gsd_range[1]:
        text = tr("Pixels are {} on the ground; the model was made for {} m. Expect poor results.")
        return Finding(Level.WARNING, text.format(sizes, brief(card.takes.gsd)))
    if ratio > LARGE_RATIO:
        text = tr("Pixels are {} on the ground, {} times different: small changes may be false.")
        return Finding(Level.WARNING, text.format(sizes, shown(ratio, 1)))
    return Finding(Level.GOOD, tr("Pixels are {} on the ground.").format(sizes))


def _bands(layers: tuple[QgsRasterLayer, ...], card: ModelCard | None) -> list[Finding]:
    if card is None:
        return []
    found, needed = [], len(card.takes.input.bands)
    for layer in layers:
        if layer.providerType() == "gdal" and layer.bandCount() < needed:
            text = tr("Bands of {}: {}. The model needs {}: {}.")
            names = ", ".join(card.takes.input.bands)
            found.append(Finding(Level.ERROR, text.format(layer.name(), layer.bandCount(), needed, names)))
    if not found and len({layer.bandCount() for layer in layers}) > 1:
        found.append(
            Finding(Level.NOTE, tr("The images have different numbers of bands: check that they mean the same."))
        )
    return found


def judge(measured: Measured) -> list[Finding]:
    """What the engine measured, in words."""
    return [_shift(measured), _radiometry(measured)]


def _shift(measured: Measured) -> Finding:
    if not measured.reliable:
        return Finding(Level.NOTE, tr("Whether one image lies beside the other could not be measured."))
    if not measured.shifted:
        return Finding(Level.GOOD, tr("The images lie on each other (within {} pixels).").format(brief(SMALL_SHIFT)))
    length = tr("{} pixels").format(shown(measured.pixels, 1))
    if measured.metres is not None:
        length = f"{shown(measured.metres, 1)} m ({length})"
    text = tr("The two images are {} apart: edges will look like change.")
    return Finding(Level.WARNING, text.format(length))


def _radiometry(measured: Measured) -> Finding:
    if not measured.differs:
        return Finding(Level.GOOD, tr("Brightness and contrast are alike."))
    text = tr("Brightness or contrast differ by {} %. Models bear much of that: match them only where it helps.")
    return Finding(Level.NOTE, text.format(shown(100 * measured.difference)))
