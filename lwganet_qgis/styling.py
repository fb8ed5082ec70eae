# SPDX-License-Identifier: GPL-3.0-or-later
"""How results look in the project. The engine's GeoTIFFs carry their colour table besides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from . import compat
from .core.cards.card import ModelClass
from .texts import tr

OUTCOMES = {"TP": "#1a9641", "FP": "#d7191c", "FN": "#2b83ba"}
VEIL = (120, 60, 160)
"""Red, green and blue of what is unfamiliar."""
CHANGE_COLOUR = "#e31a1c"
LABELS_FROM = 5000
"""Largest scale denominator at which boxes are labelled."""
Styler = Callable[[Any], None]


class StyleLayer(QgsProcessingLayerPostProcessorInterface):
    """Applies a style once the layer is loaded.

    QGIS keeps only the C++ half, so `_alive` holds the Python half until it ran; a reference on
    the algorithm dies with its task before that.
    """

    _alive: list[StyleLayer] = []

    def __init__(self, style: Styler) -> None:
        super().__init__()
        self.style = style

    def postProcessLayer(self, layer: Any, context: Any, feedback: Any) -> None:  # noqa: N802
        if layer is not None and layer.isValid():
            self.style(layer)
            layer.triggerRepaint()


def style_on_load(context: QgsProcessingContext, destination: str, style: Styler, order: int) -> None:
    """Call from postProcessAlgorithm (main thread). Nothing happens where nothing gets loaded."""
    if not destination or not context.willLoadLayerOnCompletion(destination):
        return
    details = context.layerToLoadOnCompletionDetails(destination)
    processor = StyleLayer(style)
    StyleLayer._alive.append(processor)
    del StyleLayer._alive[:-64]  # the oldest ran long ago
    details.setPostProcessor(processor)
    compat.arrange(details, "LWGANet", order)


def class_raster(classes: Sequence[ModelClass]) -> Styler:
    def style(layer: QgsRasterLayer) -> None:
        entries = [
            QgsPalettedRasterRenderer.Class(value, QColor(entry.color), entry.name)
            for value, entry in enumerate(classes)
        ]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))

    return style


def change_raster(classes: Sequence[ModelClass]) -> Styler:
    """Change red; what did not change lets the imagery through."""

    def style(layer: QgsRasterLayer) -> None:
        changed = classes[1].name if len(classes) > 1 else tr("change")
        entries = [
            QgsPalettedRasterRenderer.Class(0, QColor(0, 0, 0, 0), classes[0].name if classes else tr("no change")),
            QgsPalettedRasterRenderer.Class(1, QColor(CHANGE_COLOUR), changed),
        ]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))

    return style


def score_raster(low: str = "#fff7ec", high: str = "#7f0000", highest: float = 1.0) -> Styler:
    """Values 0 to `highest` between two colours."""
    return _ramp([(0.0, QColor(low)), (highest, QColor(high))])


def unfamiliar_raster() -> Styler:
    """What is familiar lets the imagery through; what is not is veiled, the stranger the denser."""
    steps = [(0.0, 0), (90.0, 0), (100.0, 110), (200.0, 190)]
    return _ramp([(value, QColor(*VEIL, opacity)) for value, opacity in steps])


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
    tone = QColor(colour)
    fill = f"{tone.red()},{tone.green()},{tone.blue()},{opacity}"
    return QgsFillSymbol.createSimple({"color": fill, "outline_color": colour, "outline_width": "0.3"})


def class_polygons(classes: Sequence[ModelClass], opacity: int = 130) -> Styler:
    def style(layer: QgsVectorLayer) -> None:
        categories = [
            QgsRendererCategory(value, _fill(entry.color, opacity), entry.name) for value, entry in enumerate(classes)
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer("class_id", categories))

    return style


def outcomes() -> Styler:
    """Detections that are right or wrong, and what was missed."""

    def style(layer: QgsVectorLayer) -> None:
        names = {"TP": tr("right"), "FP": tr("wrong"), "FN": tr("missed")}
        categories = [
            QgsRendererCategory(value, _fill(colour, 60), f"{value}: {names[value]}")
            for value, colour in OUTCOMES.items()
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer("outcome", categories))

    return style


def object_boxes(classes: Sequence[ModelClass]) -> Styler:
    """Outlines in the class's colour, with the score beside (and the class, where there are several)."""

    def style(layer: QgsVectorLayer) -> None:
        class_polygons(classes, 40)(layer)
        name = "\"class\" || ' ' || " if len(classes) > 1 else ""
        settings = QgsPalLayerSettings()
        settings.fieldName = f'{name}format_number("score", 2)'
        settings.isExpression = True
        settings.scaleVisibility = True
        settings.minimumScale = LABELS_FROM
        text = QgsTextFormat()
        text.setSize(7)
        halo = QgsTextBufferSettings()
        halo.setEnabled(True)
        halo.setSize(0.7)
        text.setBuffer(halo)
        settings.setFormat(text)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
        layer.setLabelsEnabled(True)

    return style


def class_points(classes: Sequence[ModelClass]) -> Styler:
    def style(layer: QgsVectorLayer) -> None:
        categories = [
            QgsRendererCategory(
                value,
                QgsMarkerSymbol.createSimple({"color": entry.color, "outline_color": "#ffffff", "size": "2"}),
                entry.name,
            )
            for value, entry in enumerate(classes)
        ]
        layer.setRenderer(QgsCategorizedSymbolRenderer("class_id", categories))

    return style


def change_polygons() -> Styler:
    def style(layer: QgsVectorLayer) -> None:
        symbol = QgsFillSymbol.createSimple(
            {"color": "227,26,28,60", "outline_color": CHANGE_COLOUR, "outline_width": "0.5"}
        )
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))

    return style
