# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as A4 pages of QGIS's layout engine. Millimetres from the first page's top left corner. Main thread."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemPage,
    QgsLayoutItemShape,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF

from ....core.errors import OutputError
from ....numbers import shown
from ....texts import tr
from ..review.changes import Verdict
from ..review.store import ReviewStore, by_verdict
from . import maps, template
from .drawing import BLUE, GREY, label, place, table
from .entry_list import add_entries
from .maps import LEFT, WIDTH
from .report import Report

COLUMN, GAP = 90.0, 6.0
TOP, FOOTER = 28.0, 283.0
"""Where maps begin, and the footer."""
PDF_DPI, PICTURE_DPI = 200, 130


class ReportPage:
    """Keeps the project of its own that the layout lies in."""

    def __init__(
        self, report: Report, store: ReviewStore, images: Mapping[str, Path], extent: QgsRectangle, chosen: str = ""
    ) -> None:  # fmt: skip
        """`images` are those of `ImagePair.draw`, and must stay while the page is in use. `chosen` is the path of a
        layout template for the maps; empty: they lie on the report's own page."""
        self._project = QgsProject()
        self._project.setCrs(store.crs)
        about = self._project.metadata()
        about.setTitle(f"{report.title}: {report.subtitle}")
        self._project.setMetadata(about)
        self.layout = QgsPrintLayout(self._project)
        self.layout.initializeDefaults()
        before, after = (self._image(images.get(name), store) for name in ("before", "after"))
        self._changes = self._reviewed(store, report)
        self._layers = {"before": [before], "after": [after], "change": [self._changes, after]}
        if chosen:
            template.fill(self.layout, chosen, self._layers, extent, report)
            self._new_page()
        else:
            self.layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        self._heading(report)
        top = self._page_top()
        bottom = self._tables(report, top + TOP)
        if not chosen:
            room = FOOTER - TOP - (bottom - top - TOP) - GAP
            self._move_tables(self._maps(report, store, extent, room) + GAP - TOP)
            bottom += self._moved
        label(self.layout, report.footer, (LEFT, top + FOOTER, WIDTH, 8.0), 6.5, GREY)
        add_entries(self.layout, report, images, bottom + GAP, top + FOOTER - GAP, self._new_page)
        self._number_pages()

    # The first page

    def _maps(self, report: Report, store: ReviewStore, extent: QgsRectangle, room: float) -> float:
        """Where they end."""
        shape = extent.height() / extent.width()
        captions = {"before": report.before, "after": report.after, "change": report.change}
        places = maps.boxes(shape, TOP, room)
        self.before, self.after, self.change = (
            maps.add_map(self.layout, captions[name], self._layers[name], extent, box)
            for name, box in zip(captions, places)
        )
        maps.add_legend(self.layout, self._changes, self.change)
        x, y, _, height = places[2]
        if store.crs.isValid():
            maps.add_scale(self.layout, self.change, y + max(height - 20.0, 4.4 * len(self._verdicts) + 2.0))
        maps.add_graticule(self.change)
        return y + height + maps.GRATICULE

    def _heading(self, report: Report) -> None:
        top = self._page_top()
        label(self.layout, report.title, (LEFT, top + 10, WIDTH, 8), 16, bold=True)
        label(self.layout, report.subtitle, (LEFT, top + 18.5, WIDTH, 5), 8.5, GREY)
        line = QgsLayoutItemShape(self.layout)
        line.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        line.setSymbol(QgsFillSymbol.createSimple({"color": "#4a90d9", "outline_style": "no"}))
        place(self.layout, line, (LEFT, top + 25, WIDTH, 0.6))

    def _tables(self, report: Report, top: float) -> float:
        """Where they end."""
        self._placed, ends = [], []
        for x, column in zip((LEFT, LEFT + COLUMN + GAP), report.columns):
            y = top
            for content in column:
                title = label(self.layout, content.title, (x, y, COLUMN, 4.5), 8.5, BLUE, bold=True)
                frame, height = table(self.layout, content, x, y + 4.8, COLUMN)
                self._placed += [title, frame]
                y += 4.8 + height + 3
            ends.append(y)
        return max(ends)

    def _move_tables(self, down: float) -> None:
        self._moved = down
        for item in self._placed:
            item.attemptMoveBy(0.0, down)

    def _image(self, path: Path | None, store: ReviewStore) -> QgsRasterLayer | None:
        if path is None:
            return None
        layer = QgsRasterLayer(str(path), path.stem)
        layer.setCrs(store.crs)
        return self._project.addMapLayer(layer, False)

    def _reviewed(self, store: ReviewStore, report: Report) -> QgsVectorLayer:
        """With what occurs in its legend."""
        layer = store.layer().clone()
        self._verdicts = [verdict for verdict in Verdict if report.counts[verdict]]
        by_verdict(layer, 90, self._verdicts)
        renderer = layer.renderer()
        named = {verdict.value or "open": verdict for verdict in Verdict}
        for index, category in enumerate(renderer.categories()):
            verdict = named[category.value()]
            name = verdict.title if verdict is not Verdict.OPEN else tr("not reviewed")
            renderer.updateCategoryLabel(index, f"{name} ({shown(report.counts[verdict])})")
        return self._project.addMapLayer(layer, False)

    # Pages

    def _page_top(self) -> float:
        """Of the last page."""
        pages = self.layout.pageCollection()
        return float(pages.page(pages.pageCount() - 1).pos().y())

    def _new_page(self) -> float:
        """Its top."""
        page = QgsLayoutItemPage(self.layout)
        page.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        self.layout.pageCollection().addPage(page)
        return self._page_top()

    def _number_pages(self) -> None:
        pages = self.layout.pageCollection()
        for index in range(1, pages.pageCount()):
            text = tr("Page {} of {}").format(index + 1, pages.pageCount())
            label(self.layout, text, (LEFT, pages.page(index).pos().y() + FOOTER + 4, WIDTH, 4), 6.5, GREY)

    def export_pdf(self, path: Path) -> None:
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = PDF_DPI
        settings.appendGeoreference = False  # there are three maps on the page
        settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        result = QgsLayoutExporter(self.layout).exportToPdf(str(path), settings)
        if result != QgsLayoutExporter.ExportResult.Success:
            raise OutputError(tr("The report cannot be written to {}.").format(path))

    def pictures(self) -> dict[str, bytes]:
        """The maps as PNG; the one of change with its legend. Only without a template."""
        regions = {
            name: QRectF(item.pos(), item.rect().size())
            for name, item in (("before", self.before), ("after", self.after), ("change", self.change))
        }
        regions["change"].setRight(LEFT + WIDTH)
        exporter = QgsLayoutExporter(self.layout)
        found = {}
        for name, region in regions.items():
            data, buffer = QByteArray(), QBuffer()
            buffer.setBuffer(data)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            exporter.renderRegionToImage(region.adjusted(-0.3, -0.3, 0.3, 0.3), dpi=PICTURE_DPI).save(buffer, "PNG")
            found[name] = bytes(data)
        return found
