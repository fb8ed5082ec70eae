# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsDistanceArea, QgsGeometry, QgsProject

from .... import model_library
from ....core.cards.card import ModelCard
from ....core.errors import ModelError
from ....engine.layers.unstyled import unstyled
from ....numbers import brief, shown
from ....texts import tr, translated
from ..comparison.pair import metres_of_pixel
from ..comparison.parameters import Comparison, Image
from ..review.changes import Verdict
from ..review.store import ReviewStore

Rows = Sequence[tuple[str, ...]]
SCORES = (("pair_median", "median IoU"), ("iou", "IoU"), ("f1", "F1"), ("precision", "P"), ("recall", "R"))
"""Of a card's measurements on data that it was not trained on, those that a report names."""


@dataclass(frozen=True)
class Table:
    title: str
    rows: Rows
    heads: tuple[str, ...] = ()
    """Columns after the first hold numbers where there are heads."""


@dataclass(frozen=True)
class Compared:
    """What was compared: pixels with data, and their ground area where they have one."""

    pixels: int = 0
    area_m2: float | None = None


def compared(info: Mapping[str, Any], ellipsoid: str = "EPSG:7030") -> Compared:
    """From `info`, else counted in the change raster: takes a while where it is large. Fit for any thread."""
    if info.get("pixels"):
        return Compared(int(info["pixels"]), info.get("area_m2"))
    layer = unstyled(str(info.get("change") or ""), "change", "gdal")
    if not layer.isValid():
        return Compared()
    dataset = gdal.Open(layer.source())  # a band is none without it
    counts = dataset.GetRasterBand(1).GetHistogram(-0.5, 255.5, 256, approx_ok=0)
    pixels = sum(counts[:2])  # 255 is no data
    if not layer.crs().isValid():
        return Compared(pixels)
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject().transformContext())
    measure.setEllipsoid(ellipsoid)
    whole = measure.measureArea(QgsGeometry.fromRect(layer.extent()))
    return Compared(pixels, whole * pixels / (layer.width() * layer.height()))


def find_card(comparison: Comparison) -> ModelCard | None:
    try:
        return model_library.find(comparison.model, "change")
    except ModelError:
        return None


class AreaUnit:
    """One unit for all areas of a report, so that they can be compared at a glance."""

    def __init__(self, largest: float, in_pixels: bool) -> None:
        self.name, self._size, self._decimals = "px", 1.0, 0
        if not in_pixels:
            steps = ((1e7, "km²", 1e6, 3), (1e5, "ha", 1e4, 2), (0.0, "m²", 1.0, 1))
            self.name, self._size, self._decimals = next(step[1:] for step in steps if largest >= step[0])

    def number(self, area: float) -> str:
        return shown(area / self._size, self._decimals)

    def text(self, area: float) -> str:
        return f"{self.number(area)} {self.name}"


def unit_of(store: ReviewStore) -> AreaUnit:
    return AreaUnit(sum(store.areas().values()), store.in_pixels)


def totals(store: ReviewStore, area: Compared) -> Table:
    counts, areas, unit = store.counts(), store.areas(), unit_of(store)
    whole = area.pixels if store.in_pixels else area.area_m2

    def row(name: str, count: int, size: float) -> tuple[str, ...]:
        return name, shown(count), unit.number(size), f"{shown(100 * size / whole, 2)} %" if whole else "–"

    rows = [row(tr("Found"), sum(counts.values()), sum(areas.values()))]
    rows += [
        row(verdict.title.capitalize(), counts[verdict], areas[verdict])
        for verdict in (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.UNSURE, Verdict.OPEN)
        if counts[verdict] or verdict in (Verdict.ACCEPTED, Verdict.OPEN)
    ]
    if whole:
        rows.append((tr("Compared"), "", unit.number(whole), "100 %"))
    return Table(tr("Result"), rows, ("", tr("Polygons"), tr("Area ({})").format(unit.name), tr("Share")))


def inputs(store: ReviewStore) -> Table:
    """The two images: name, day, file, pixel size."""
    sizes = store.info.get("pixel_metres") or (None, None)
    rows: list[tuple[str, ...]] = []
    for name, image, size in (
        (tr("Before"), store.comparison.before, sizes[0]), (tr("After"), store.comparison.after, sizes[1]),
    ):  # fmt: skip
        day = image.date or tr("date unknown")
        rows.append((name, f"{image.name or tr('unknown image')}, {day}"))
        rows.append((tr("File"), Path(image.source.split("|")[0]).name or "–"))
        rows.append((tr("Pixel size"), _pixel_size(image, size)))
    rows.append((tr("CRS"), store.crs.userFriendlyIdentifier() if store.crs.isValid() else
                 tr("none; areas are in pixels")))  # fmt: skip
    return Table(tr("Images"), rows)


def _pixel_size(image: Image, metres: float | None) -> str:
    if metres is None:
        layer = unstyled(image.source, "", "gdal")
        metres = metres_of_pixel(layer) if layer.isValid() else None
    return tr("{} m on the ground").format(brief(metres)) if metres is not None else tr("unknown on the ground")


def review(store: ReviewStore) -> Table:
    who = ", ".join(f"{name or tr('unknown')} ({shown(count)})" for name, count in store.reviewers())
    times = sorted(change.reviewed for change in store.changes() if change.reviewed)
    rows = [
        (tr("Reviewed by"), who or tr("nobody yet")), (tr("Reviewed"), _days(times) or "–"),
        (tr("Detected"), store.created[:10]),
    ]  # fmt: skip
    if len(store.reviewers()) > 1:
        rows.append((tr("Reviewers disagree on"), tr("{} changes").format(shown(store.disputed()))))
    spent = [str(store.info[key]) for key in ("device", "runtime") if store.info.get(key)]
    if store.info.get("seconds"):
        spent.append(f"{shown(float(store.info['seconds']), 1)} s")
    return Table(tr("Review"), rows + ([(tr("Computed with"), ", ".join(spent))] if spent else []))


def _days(times: Sequence[str]) -> str:
    days = list(dict.fromkeys(time[:10] for time in times))
    return " – ".join(dict.fromkeys((days[0], days[-1]))) if days else ""


def model(comparison: Comparison, card: ModelCard | None) -> Table:
    if card is None:
        rows: Rows = [(tr("Id"), comparison.model or "–"), (tr("Title"), tr("no longer installed"))]
    else:
        rows = [
            (tr("Title"), translated(card.title)), (tr("Id"), card.id), (tr("Accuracy on test data"), accuracy(card)),
            (tr("Made for pixels of"), f"{brief(card.takes.gsd)} m"), (tr("Licence"), card.made.license),
        ]  # fmt: skip
    return Table(tr("Model"), rows)


def accuracy(card: ModelCard) -> str:
    test = card.made.metrics.get("test")
    found = test if isinstance(test, dict) else {}
    parts = [f"{name} {shown(found[key], 2)}" for key, name in SCORES if isinstance(found.get(key), float)]
    return ", ".join(parts) or tr("not known")


def settings(store: ReviewStore) -> Table:
    area, length = ("px", "px") if store.in_pixels else ("m²", "m")
    comparison = store.comparison
    tuning = comparison.tuning
    rows = [
        (tr("Threshold"), brief(tuning.threshold)),
        (tr("Closing, opening"), f"{tuning.closing} px, {tuning.opening} px"),
        (tr("Smallest area"), f"{brief(tuning.min_area, 6)} {area}"),
        (tr("Simplification"), f"{brief(tuning.simplify)} {length}"),
        (tr("Shift that was found"), _shift(store.info.get("shift"))),
        (tr("Shift corrected"), _corrected(comparison.shift)),
        (tr("Values matched"), tr("yes") if comparison.match else tr("no")),
    ]
    if comparison.bands:
        rows.append((tr("Bands"), comparison.bands))
    return Table(tr("Parameters"), rows)


def _shift(found: Mapping[str, Any] | None) -> str:
    if not found:
        return tr("not measured")
    if not found["reliable"]:
        return tr("could not be measured")
    pixels = tr("{} pixels").format(shown(found["pixels"], 2))
    return pixels if found["metres"] is None else f"{shown(found['metres'], 2)} m ({pixels})"


def _corrected(shift: tuple[float, float]) -> str:
    return f"{brief(shift[0])}; {brief(shift[1])}" if shift != (0.0, 0.0) else tr("no")
