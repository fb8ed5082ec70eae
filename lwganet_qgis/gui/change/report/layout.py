# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as one A4 page of QGIS's layout engine. Millimetres from the page's top left corner. Main thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutTable,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsTableCell,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from .... import compat
from ....core.errors import OutputError
from ....texts import tr
from ..review.store import ReviewStore, Verdict, by_verdict
from .report import Report, Table

LEFT, RIGHT, MIDDLE = 12.0, 198.0, 108.0
PAIR_Y, FOOTER_Y, HALF, CHANGE_WIDTH, SIDE = 33.0, 277.0, 90.0, 142.0, 158.0
PAIR_HEIGHTS, CHANGE_HEIGHTS = (30.0, 62.0), (56.0, 84.0)
"""Least and most: maps are as high as what they show."""
PDF_DPI, PICTURE_DPI = 200, 130
NORTH_ARROW = ":/images/north_arrows/layout_default_north_arrow.svg"
BLACK, GREY = QColor("#000000"), QColor("#555555")


class ReportPage:
    """Keeps the project of its own that the layout lies in."""

    def __init__(
        self, report: Report, store: ReviewStore, images: Mapping[str, Path], extent: QgsRectangle
    ) -> None:  # fmt: skip
        """`images` are those of `ImagePair.draw`, and must stay while the page is in use."""
        self._project = QgsProject()
        self._project.setCrs(store.crs)
        about = self._project.metadata()
        about.setTitle(f"{report.title}: {report.subtitle}")
        self._project.setMetadata(about)
        self.layout = QgsPrintLayout(self._project)
        self.layout.initializeDefaults()
        self.layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        before, after = (self._image(images.get(name), store) for name in ("before", "after"))
        changes = self._changes(store, report)
        shape = extent.height() / extent.width()
        pair_height, self._height = _between(HALF * shape, PAIR_HEIGHTS), _between(CHANGE_WIDTH * shape, CHANGE_HEIGHTS)
        self._top = PAIR_Y + pair_height + 9.0
        self._heading(report)
        self.before = self._map(report.before, [before], extent, (LEFT, PAIR_Y, HALF, pair_height))
        self.after = self._map(report.after, [after], extent, (MIDDLE, PAIR_Y, HALF, pair_height))
        box = (LEFT, self._top, CHANGE_WIDTH, self._height)
        self.change = self._map(report.change, [changes, after], extent, box)
        self._legend(changes)
        if store.crs.isValid():
            self._scale()
        self._tables(report)
        self._label(report.footer, (LEFT, FOOTER_Y, RIGHT - LEFT, 12.0), 6.5, GREY)

    def export_pdf(self, path: Path) -> None:
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = PDF_DPI
        settings.appendGeoreference = False  # there are three maps on the page
        result = QgsLayoutExporter(self.layout).exportToPdf(str(path), settings)
        if result != QgsLayoutExporter.ExportResult.Success:
            raise OutputError(tr("The report cannot be written to {}.").format(path))

    def pictures(self) -> dict[str, bytes]:
        """The maps as PNG; the one of change with its legend."""
        regions = {
            name: QRectF(item.pos(), item.rect().size())
            for name, item in (("before", self.before), ("after", self.after), ("change", self.change))
        }
        regions["change"].setRight(RIGHT)
        exporter = QgsLayoutExporter(self.layout)
        found = {}
        for name, region in regions.items():
            data, buffer = QByteArray(), QBuffer()
            buffer.setBuffer(data)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            exporter.renderRegionToImage(region.adjusted(-0.3, -0.3, 0.3, 0.3), dpi=PICTURE_DPI).save(buffer, "PNG")
            found[name] = bytes(data)
        return found

    def _image(self, path: Path | None, store: ReviewStore) -> QgsRasterLayer | None:
        if path is None:
            return None
        layer = QgsRasterLayer(str(path), path.stem)
        layer.setCrs(store.crs)
        return self._project.addMapLayer(layer, False)

    def _changes(self, store: ReviewStore, report: Report) -> QgsVectorLayer:
        layer = store.layer().clone()
        by_verdict(layer, opacity=90)
        renderer = layer.renderer()
        named = {verdict.value or "open": verdict for verdict in Verdict}
        for index, category in enumerate(renderer.categories()):
            verdict = named[category.value()]
            renderer.updateCategoryLabel(index, f"{verdict.title} ({report.counts[verdict]:,})")
        return self._project.addMapLayer(layer, False)

    def _place(self, item: QgsLayoutItem, box: Sequence[float]) -> None:
        self.layout.addLayoutItem(item)
        item.attemptSetSceneRect(QRectF(*box))

    def _label(self, text: str, box: Sequence[float], size: float, colour: QColor = BLACK, bold: bool = False) -> None:
        label = QgsLayoutItemLabel(self.layout)
        label.setText(text.replace("[%", "[ %"))  # which would start an expression
        compat.label_text(label, _text(size, colour, bold))
        label.setMarginX(0)
        label.setMarginY(0)
        self._place(label, box)

    def _heading(self, report: Report) -> None:
        self._label(report.title, (LEFT, 10, RIGHT - LEFT, 8), 16, bold=True)
        self._label(report.subtitle, (LEFT, 18.5, RIGHT - LEFT, 5), 8.5, GREY)
        line = QgsLayoutItemShape(self.layout)
        line.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        line.setSymbol(QgsFillSymbol.createSimple({"color": "#4a90d9", "outline_style": "no"}))
        self._place(line, (LEFT, 25, RIGHT - LEFT, 0.6))

    def _map(
        self, caption: str, layers: Sequence[QgsMapLayer | None], extent: QgsRectangle, box: Sequence[float]
    ) -> QgsLayoutItemMap:
        x, y, width, _height = box
        self._label(caption, (x, y - 4.5, width, 4.2), 8, bold=True)
        item = QgsLayoutItemMap(self.layout)
        self._place(item, box)
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(GREY)
        item.setBackgroundColor(QColor("#f4f4f4"))
        item.setLayers([layer for layer in layers if layer is not None])
        item.setKeepLayerSet(True)
        item.zoomToExtent(extent)
        return item

    def _legend(self, changes: QgsVectorLayer) -> None:
        legend = QgsLayoutItemLegend(self.layout)
        legend.setAutoUpdateModel(False)
        root = legend.model().rootGroup()
        root.removeAllChildren()
        QgsLegendRenderer.setNodeLegendStyle(root.addLayer(changes), QgsLegendStyle.Style.Hidden)
        compat.legend_text(legend, QgsLegendStyle.Style.SymbolLabel, _text(8))
        legend.setLinkedMap(self.change)
        legend.setBoxSpace(0)
        self._place(legend, (SIDE, self._top, RIGHT - SIDE, 30))

    def _scale(self) -> None:
        arrow = QgsLayoutItemPicture(self.layout)
        arrow.setPicturePath(NORTH_ARROW)
        arrow.setLinkedMap(self.change)
        arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
        self._place(arrow, (SIDE, self._top + self._height - 25, 12, 14))
        bar = QgsLayoutItemScaleBar(self.layout)
        self.layout.addLayoutItem(bar)
        bar.setLinkedMap(self.change)
        bar.setStyle("Single Box")
        bar.applyDefaultSize(bar.guessUnits())
        bar.setNumberOfSegmentsLeft(0)
        bar.setHeight(2)
        bar.setBoxContentSpace(0)
        bar.setMaximumBarWidth(30)
        bar.setTextFormat(_text(7))
        bar.attemptSetSceneRect(QRectF(SIDE, self._top + self._height - 8, 0, 0))
        bar.update()

    def _tables(self, report: Report) -> None:
        for x, tables in ((LEFT, (report.totals, report.review)), (MIDDLE, (report.model, report.settings))):
            y = self._top + self._height + 6.0
            for table in tables:
                self._label(table.title, (x, y, HALF, 4.5), 8.5, QColor("#2c6fb3"), bold=True)
                y += 5 + self._table(table, x, y + 4.8) + 3

    def _table(self, table: Table, x: float, y: float) -> float:
        """Its height."""
        item = QgsLayoutItemManualTable.create(self.layout)
        self.layout.addMultiFrame(item)
        widths = (24.0, 17.0, 29.0, 20.0) if table.heads else (36.0, HALF - 36.0)
        item.setContentTextFormat(_text(7.5))
        item.setCellMargin(0.6)
        item.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
        item.setVerticalGrid(False)
        item.setGridColor(QColor("#cccccc"))
        item.setGridStrokeWidth(0.15)
        rows = [[_cell(text, i, True) for i, text in enumerate(table.heads)]] if table.heads else []
        rows += [[_cell(text, i, bool(table.heads)) for i, text in enumerate(row)] for row in table.rows]
        if table.heads:
            for cell in rows[0]:
                cell.setBackgroundColor(QColor("#e8eef5"))
        item.setTableContents(rows)
        item.setColumnWidths([width - 1.2 for width in widths])
        frame = QgsLayoutFrame(self.layout, item)
        item.addFrame(frame)
        return _fit(item, frame, x, y)


def _text(size: float, colour: QColor = BLACK, bold: bool = False) -> QgsTextFormat:
    font = QFont("sans-serif")
    font.setBold(bold)
    form = QgsTextFormat()
    form.setFont(font)
    form.setSize(size)
    form.setColor(colour)
    return form


def _fit(table: QgsLayoutItemManualTable, frame: QgsLayoutFrame, x: float, y: float) -> float:
    """Makes the frame as high as the table and returns that: the table only tells whether it fits."""
    low, high = 0.0, FOOTER_Y - y
    while high - low > 0.2:
        height = (low + high) / 2
        frame.attemptSetSceneRect(QRectF(x, y, HALF + 0.5, height))
        table.recalculateTableSize()
        if table.totalSize().height() > height + 1e-6:
            low = height
        else:
            high = height
    frame.attemptSetSceneRect(QRectF(x, y, HALF + 0.5, high))
    return high


def _between(value: float, limits: tuple[float, float]) -> float:
    return min(max(value, limits[0]), limits[1])


def _cell(text: str, column: int, numbers: bool) -> QgsTableCell:
    cell = QgsTableCell(text)
    right = numbers and column > 0
    cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    return cell
