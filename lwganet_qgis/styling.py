# SPDX-License-Identifier: GPL-3.0-or-later
"""How results look. Rasters let the image below show through, lines have a light casing: legible on fields and roofs.

Colours can be told apart without cones of one kind (a test says by how much).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from . import compat
from .core.cards.card import ModelClass
from .texts import tr, translated

OUTCOMES = {"TP": "#0b8bcd", "FP": "#fa891d", "FN": "#f8fa20"}
LINES = {"TP": "solid", "FP": "dash", "FN": "dot"}
"""Of outcomes; said by the colours too."""
VEIL = "#e68c00"
"""Of what is unfamiliar, where the model is unsure, and where views of it disagree."""
CHANGE_COLOUR = "#9317e6"
CASING = (255, 255, 255, 200)
"""Of lines: red, green, blue and opacity."""
CASING_WIDTH = 0.4
"""Millimetres that it is wider than the line."""
OPACITY = 0.7
"""Of rasters that have a class for every pixel."""
POLYGONS_OPACITY = 0.6
ORDER = "lwganet/order"
"""Of a layer among the results of its run, as a property of its node in the tree."""
LABELS_FROM = 5000
"""Largest scale denominator at which boxes are labelled."""
Styler = Callable[[Any], None]


class StyleLayer(QgsProcessingLayerPostProcessorInterface):
    """Applies a style once the layer is loaded.

    QGIS keeps only the C++ half, so `_alive` holds the Python half until it ran; a reference on
    the algorithm dies with its task before that.
    """

    _alive: list[StyleLayer] = []

    def __init__(self, style: Styler, place: Styler) -> None:
        super().__init__()
        self.style, self.place = style, place

    def postProcessLayer(self, layer: Any, context: Any, feedback: Any) -> None:  # noqa: N802
        if layer is not None and layer.isValid():
            self.style(layer)
            self.place(layer)
            layer.triggerRepaint()


def style_on_load(
    context: QgsProcessingContext, destination: str, style: Styler, group: str, order: int
) -> None:
    """Call from postProcessAlgorithm (main thread). Nothing happens where nothing gets loaded.

    Layers of a run come into one `group`, those with a higher `order` on top.
    """
    if not destination or not context.willLoadLayerOnCompletion(destination):
        return
    details = context.layerToLoadOnCompletionDetails(destination)
    known = compat.arrange(details, group, order)
    processor = StyleLayer(style, (lambda _: None) if known else lambda layer: _place(layer, group, order))
    StyleLayer._alive.append(processor)
    del StyleLayer._alive[:-64]  # the oldest ran long ago
    details.setPostProcessor(processor)


def _place(layer: QgsMapLayer, group: str, order: int) -> None:
    """Where QGIS itself does not; it puts layers beside whichever is selected. A group that the user has chosen for
    all results is left alone."""
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(layer.id())
    if node is None or compat.results_group():
        return
    place = next((found for found in root.findGroups() if found.name() == group), None) or root.insertGroup(0, group)
    others = [child for child in place.children() if child is not node]
    above = [child for child in others if int(child.customProperty(ORDER, 0)) > order]
    moved = node.clone()
    moved.setCustomProperty(ORDER, order)
    place.insertChildNode(1 + place.children().index(above[-1]) if above else 0, moved)
    node.parent().removeChildNode(node)


def class_raster(classes: Sequence[ModelClass]) -> Styler:
    entry = QgsPalettedRasterRenderer.Class
    return _paletted([entry(v, QColor(e.color), translated(e.name)) for v, e in enumerate(classes)])


def first_change(classes: Sequence[ModelClass]) -> Styler:
    """As a class raster, but for the first class, where nothing changed."""
    return _paletted(
        [
            QgsPalettedRasterRenderer.Class(v, QColor(e.color) if v else _clear(e.color), translated(e.name))
            for v, e in enumerate(classes)
        ]
    )


def change_raster(classes: Sequence[ModelClass]) -> Styler:
    """What did not change lets the imagery through."""
    names = [translated(entry.name) for entry in classes[:2]]
    unchanged, changed = names if len(names) > 1 else (tr("no change"), tr("change"))
    return _paletted(
        [
            QgsPalettedRasterRenderer.Class(0, _clear(CHANGE_COLOUR), unchanged),
            QgsPalettedRasterRenderer.Class(1, QColor(CHANGE_COLOUR), changed),
        ]
    )


def _paletted(entries: list[QgsPalettedRasterRenderer.Class]) -> Styler:
    def style(layer: QgsRasterLayer) -> None:
        renderer = QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries)
        renderer.setOpacity(OPACITY)
        layer.setRenderer(renderer)

    return style


def _clear(colour: str, opacity: int = 0) -> QColor:
    tone = QColor(colour)
    tone.setAlpha(opacity)
    return tone


def probability_raster() -> Styler:
    """What is improbable lets the imagery through."""
    return _ramp([(0.0, _clear(CHANGE_COLOUR)), (1.0, _clear(CHANGE_COLOUR, 230))])


def confidence_raster() -> Styler:
    """What is certain lets the imagery through; what is not is veiled."""
    return _ramp([(0.0, _clear(VEIL, 230)), (0.5, _clear(VEIL, 160)), (1.0, _clear(VEIL))])


def spread_raster() -> Styler:
    """Where views disagree the imagery is veiled; standard deviations of scores lie between 0 and 0.5."""
    return _ramp([(0.0, _clear(VEIL)), (0.5, _clear(VEIL, 230))])


def unfamiliar_raster() -> Styler:
    """What is familiar lets the imagery through; what is not is veiled, the stranger the denser."""
    steps = [(0.0, 0), (90.0, 0), (100.0, 110), (200.0, 190)]
    return _ramp([(value, _clear(VEIL, opacity)) for value, opacity in steps])


def _ramp(stops: Sequence[tuple[float, QColor]]) -> Styler:
    """Interpolated between stops by rising value. QGIS's dialog and project files need range and source ramp too."""
    lowest, highest = stops[0][0], stops[-1][0]

    def style(layer: QgsRasterLayer) -> None:
        inner = [
            QgsGradientStop((value - lowest) / (highest - lowest), colour) for value, colour in stops[1:-1]
        ]
        source = QgsGradientColorRamp(stops[0][1], stops[-1][1], False, inner)
        ramp = QgsColorRampShader(lowest, highest, source)
        ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
        ramp.setColorRampItemList(
            [QgsColorRampShader.ColorRampItem(value, colour, f"{value:g}") for value, colour in stops]
        )
        shader = QgsRasterShader(lowest, highest)
        shader.setRasterShaderFunction(ramp)
        renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
        renderer.setClassificationMin(lowest)
        renderer.setClassificationMax(highest)
        layer.setRenderer(renderer)

    return style


def _fill(colour: str, opacity: int) -> QgsFillSymbol:
    """Of areas that lie side by side, with an outline of their own colour."""
    tone = QColor(colour)
    fill = f"{tone.red()},{tone.green()},{tone.blue()},{opacity}"
    return QgsFillSymbol.createSimple({"color": fill, "outline_color": colour, "outline_width": "0.3"})


def outlined(colour: str, opacity: int = 0, width: float = 0.4, line: str = "solid") -> QgsFillSymbol:
    """An outline `width` millimetres wide over a casing; `opacity` (0 to 255) is of the fill, `line` one of Qt's."""
    symbol = _fill(colour, opacity)
    symbol.symbolLayer(0).setStrokeColor(QColor(*CASING))
    symbol.symbolLayer(0).setStrokeWidth(width + CASING_WIDTH)
    above = {"line_color": colour, "line_width": f"{width:g}", "line_style": line, "joinstyle": "miter"}
    symbol.appendSymbolLayer(QgsSimpleLineSymbolLayer.create(above))
    return symbol


def class_polygons(classes: Sequence[ModelClass]) -> Styler:
    fill = _by_class(classes, lambda colour: _fill(colour, 255))

    def style(layer: QgsVectorLayer) -> None:
        fill(layer)
        layer.setOpacity(POLYGONS_OPACITY)  # the layer's, not the symbols': legends show the colours themselves

    return style


def _by_class(classes: Sequence[ModelClass], symbol: Callable[[str], QgsSymbol]) -> Styler:
    def style(layer: QgsVectorLayer) -> None:
        categories = [
            QgsRendererCategory(value, symbol(entry.color), translated(entry.name))
            for value, entry in enumerate(classes)
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer("class_id", categories))

    return style


def outcomes() -> Styler:
    """Detections that are right or wrong, and what was missed."""

    def style(layer: QgsVectorLayer) -> None:
        names = {"TP": tr("right"), "FP": tr("wrong"), "FN": tr("missed")}
        categories = [
            QgsRendererCategory(value, outlined(colour, 40, 0.5, LINES[value]), f"{value}: {names[value]}")
            for value, colour in OUTCOMES.items()
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer("outcome", categories))

    return style


def object_boxes(classes: Sequence[ModelClass]) -> Styler:
    """Outlines in the class's colour, with the score beside (and the class, where there are several)."""

    def style(layer: QgsVectorLayer) -> None:
        _by_class(classes, lambda colour: outlined(colour, 30, 0.6))(layer)
        name = "represent_value(\"class\") || ' ' || " if len(classes) > 1 else ""
        settings = QgsPalLayerSettings()
        settings.fieldName = f'{name}format_number("score", 2)'
        settings.isExpression = True
        settings.scaleVisibility = True
        settings.minimumScale = LABELS_FROM
        text = QgsTextFormat()
        text.setSize(8)
        text.setColor(QColor("#222222"))
        halo = QgsTextBufferSettings()
        halo.setEnabled(True)
        halo.setSize(0.8)
        halo.setColor(QColor("#ffffff"))
        text.setBuffer(halo)
        settings.setFormat(text)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
        layer.setLabelsEnabled(True)

    return style


def class_points(classes: Sequence[ModelClass]) -> Styler:
    return _by_class(classes, _marker)


def _marker(colour: str) -> QgsMarkerSymbol:
    """A dot with a light ring and a dark one around it: one of them stands out from whatever lies below."""
    symbol = QgsMarkerSymbol.createSimple({"color": "#222222", "outline_style": "no", "size": "4"})
    above = {"color": colour, "outline_color": "#ffffff", "outline_width": "0.4", "size": "3.2", "name": "circle"}
    symbol.appendSymbolLayer(QgsSimpleMarkerSymbolLayer.create(above))
    return symbol


def change_polygons() -> Styler:
    def style(layer: QgsVectorLayer) -> None:
        layer.setRenderer(QgsSingleSymbolRenderer(outlined(CHANGE_COLOUR, 40, 0.5)))

    return style
