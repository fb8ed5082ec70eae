# SPDX-License-Identifier: GPL-3.0-or-later
"""What a report of a review says, as values, and as a page that stands alone. Its maps: `report_layout`."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsDistanceArea, QgsGeometry, QgsProject

from .... import model_library
from ....algorithms.reports.summary import area_text, page
from ....core.cards.card import ModelCard
from ....core.errors import ModelError
from ....engine.layers.unstyled import unstyled
from ....texts import tr
from ..comparison.parameters import Comparison, Image
from ..review.store import ReviewStore, Verdict

Rows = Sequence[tuple[str, ...]]


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


@dataclass(frozen=True)
class Report:
    title: str
    subtitle: str
    before: str
    after: str
    change: str
    """Captions of the three maps."""
    counts: Mapping[Verdict, int]
    totals: Table
    review: Table
    model: Table
    settings: Table
    footer: str

    @property
    def tables(self) -> tuple[Table, ...]:
        return self.totals, self.review, self.model, self.settings


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


def make(store: ReviewStore, area: Compared) -> Report:
    comparison, card = store.comparison, find_card(store.comparison)
    before, after = _named(comparison.before), _named(comparison.after)
    attribution = tr("Attribution of the model: {}").format(card.made.attribution) if card is not None else ""
    made = tr("Made with LWGANet for QGIS on {}.").format(date.today().isoformat())
    return Report(
        title=tr("Change between two dates"),
        subtitle=tr("{before} compared with {after}").format(before=before, after=after),
        before=tr("Before: {}").format(before),
        after=tr("After: {}").format(after),
        change=tr("Reviewed changes over the later image"),
        counts=store.counts(),
        totals=_totals(store, area),
        review=_review(store),
        model=_model(comparison, card),
        settings=_settings(comparison, store.in_pixels),
        footer="\n".join(text for text in (attribution, made) if text),
    )


def _named(image: Image) -> str:
    name = image.name or Path(image.source.split("|")[0]).name or tr("unknown image")
    return replace(image, name=name).title


def _totals(store: ReviewStore, area: Compared) -> Table:
    counts, areas = store.counts(), store.areas()
    whole = area.pixels if store.in_pixels else area.area_m2

    def row(name: str, count: int, size: float) -> tuple[str, ...]:
        text = area_text(None, round(size)) if store.in_pixels else area_text(size, 0)
        return name, f"{count:,}", text, f"{100 * size / whole:.2f} %" if whole else "–"

    rows = [row(tr("Found"), sum(counts.values()), sum(areas.values()))]
    rows += [
        row(verdict.title.capitalize(), counts[verdict], areas[verdict])
        for verdict in (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.UNSURE, Verdict.OPEN)
    ]
    if whole:
        rows.append((tr("Compared"), "", area_text(area.area_m2, area.pixels), "100 %"))
    return Table(tr("Result"), rows, ("", tr("Polygons"), tr("Area"), tr("Share")))


def _review(store: ReviewStore) -> Table:
    who = ", ".join(f"{name or tr('unknown')} ({count:,})" for name, count in store.reviewers())
    crs = f"{store.crs.userFriendlyIdentifier()}" if store.crs.isValid() else tr("none; areas are in pixels")
    times = sorted(change.reviewed for change in store.changes() if change.reviewed)
    rows = [
        (tr("Reviewed by"), who or tr("nobody yet")),
        (tr("Reviewed"), _days(times) or "–"),
        (tr("Detected"), store.created[:10]),
        (tr("CRS"), crs),
    ]
    spent = [str(store.info[key]) for key in ("device", "runtime") if store.info.get(key)]
    if store.info.get("seconds"):
        spent.append(f"{float(store.info['seconds']):.1f} s")
    return Table(tr("Review"), rows + ([(tr("Computed with"), ", ".join(spent))] if spent else []))


def _days(times: Sequence[str]) -> str:
    days = list(dict.fromkeys(time[:10] for time in times))
    return " – ".join(dict.fromkeys((days[0], days[-1]))) if days else ""


def _model(comparison: Comparison, card: ModelCard | None) -> Table:
    if card is None:
        rows: Rows = [(tr("Id"), comparison.model or "–"), (tr("Title"), tr("no longer installed"))]
    else:
        rows = [(tr("Title"), card.title), (tr("Id"), card.id), (tr("Licence"), card.made.license)]
    return Table(tr("Model"), rows)


def _settings(comparison: Comparison, in_pixels: bool) -> Table:
    area, length = ("px", "px") if in_pixels else ("m²", "m")
    tuning, (x, y) = comparison.tuning, comparison.shift
    rows = [
        (tr("Threshold"), f"{tuning.threshold:g}"),
        (tr("Closing, opening"), f"{tuning.closing} px, {tuning.opening} px"),
        (tr("Smallest area"), f"{tuning.min_area:g} {area}"),
        (tr("Simplification"), f"{tuning.simplify:g} {length}"),
        (tr("Shift of the later image"), f"{x:g}, {y:g}" if (x, y) != (0.0, 0.0) else tr("none")),
        (tr("Values matched"), tr("yes") if comparison.match else tr("no")),
    ]
    if comparison.bands:
        rows.append((tr("Bands"), comparison.bands))
    return Table(tr("Parameters"), rows)


def html(report: Report, pictures: Mapping[str, bytes]) -> str:
    """`pictures` are PNG: before, after, change."""

    def figure(name: str, caption: str, width: int) -> str:
        data = base64.b64encode(pictures[name]).decode("ascii")
        return (
            f'<figure style="display:inline-block;margin:0 1% 1em 0;width:{width}%;vertical-align:top">'
            f"<figcaption>{escape(caption)}</figcaption>"
            f'<img style="width:100%" alt="{escape(caption)}" src="data:image/png;base64,{data}"></figure>'
        )

    body = f"<p>{escape(report.subtitle)}</p>"
    body += figure("before", report.before, 48) + figure("after", report.after, 48)
    body += figure("change", report.change, 98)
    body += "".join(_html_table(table) for table in report.tables)
    return page(report.title, body + f"<p>{escape(report.footer).replace(chr(10), '<br>')}</p>")


def _html_table(table: Table) -> str:
    heads = "".join(f"<th{_number(index)}>{escape(text)}</th>" for index, text in enumerate(table.heads))
    rows = "".join(
        "<tr>"
        + "".join(f"<td{_number(index) if table.heads else ''}>{escape(text)}</td>" for index, text in enumerate(row))
        + "</tr>"
        for row in table.rows
    )
    return f"<h3>{escape(table.title)}</h3><table>{f'<tr>{heads}</tr>' if heads else ''}{rows}</table>"


def _number(index: int) -> str:
    return ' class="n"' if index else ""
