# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws one result of the demo as QGIS draws it: the input(s) beside the styled result, with legend.

Usage: render.py JSON, as demo/run.py gives it.
"""

from __future__ import annotations

import json
import os
import sys

from qgis.core import (
    QgsApplication,
    QgsContrastEnhancement,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

SIDE, GAP, TITLE, LEGEND = 620, 16, 44, 250
WIDE = 1100
"""Width of panels that are so flat that they stand better below each other."""


def image_layer(path: str, bands: list[int]) -> QgsRasterLayer:
    layer = QgsRasterLayer(path, "image")
    renderer = layer.renderer()
    if bands and renderer.type() == "multibandcolor":
        renderer.setRedBand(bands[0])
        renderer.setGreenBand(bands[1])
        renderer.setBlueBand(bands[2])
        if layer.dataProvider().dataType(1) != 1:  # not 8-bit: stretch
            layer.setContrastEnhancement(
                QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
                QgsRasterMinMaxOrigin.Limits.CumulativeCut,
            )
    return layer


def panel_size(extent: object) -> QSize:
    flat = extent.height() / extent.width()
    if flat < 0.5:
        return QSize(WIDE, round(WIDE * flat))
    return QSize(round(SIDE / max(flat, 1.0)), round(SIDE * min(flat, 1.0)))


def draw(layers: list[object], extent: object, crs: object) -> QImage:
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs)
    settings.setExtent(extent)
    settings.setOutputSize(panel_size(extent))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def result_layers(drawing: dict[str, object], card: object) -> tuple[list[object], str]:
    """Topmost first, and what the last panel is called."""
    from lwganet_qgis import styling

    results, task = drawing["results"], drawing["sample"]["task"]
    if task == "classification":
        cells = QgsVectorLayer(results["OUTPUT"], "cells", "ogr")
        styling.class_polygons(card.knows.classes)(cells)
        return [cells], "scene classes"
    if task == "detection":
        boxes = QgsVectorLayer(results["OUTPUT"], "objects", "ogr")
        styling.object_boxes(card.knows.classes)(boxes)
        return [boxes], "objects"
    raster = QgsRasterLayer(results["OUTPUT"], "result")
    if task == "segmentation":
        styling.class_raster(card.knows.classes)(raster)
        return [raster], "classes"
    polygons = QgsVectorLayer(results["POLYGONS"], "polygons", "ogr")
    styling.change_raster(card.knows.classes)(raster)
    styling.change_polygons()(polygons)
    return [polygons, raster], "change"


def found_classes(layers: list[object], card: object, task: str) -> list[tuple[str, str]]:
    """Names and colours of what occurs."""
    from lwganet_qgis import styling

    if task == "change":
        return [("change", styling.CHANGE_COLOUR)]
    if task in ("classification", "detection"):
        ids = {feature["class_id"] for feature in layers[0].getFeatures()}
        return [(entry.name, entry.color) for index, entry in enumerate(card.knows.classes) if index in ids]
    return [(entry.name, entry.color) for entry in card.knows.classes]


def main() -> int:
    sys.path.insert(0, os.environ["QGIS_PLUGINPATH"])
    application = QgsApplication([], False)
    application.initQgis()
    from lwganet_qgis import model_library

    drawing = json.loads(sys.argv[1])
    sample = drawing["sample"]
    card = model_library.find(sample["model"], sample["task"])
    bands = [int(band) for band in str(sample.get("parameters", {}).get("BANDS", "1,2,3")).split(",")]
    images = [image_layer(path, bands) for path in list(drawing["inputs"].values())[:2]]
    layers, label = result_layers(drawing, card)
    backdrop = [*layers, images[-1]] if sample["task"] != "segmentation" else layers
    extent, crs = images[0].extent(), images[0].crs()
    panels = [(os.path.basename(layer.source()), draw([layer], extent, crs)) for layer in images]
    panels.append((label, draw(backdrop, extent, crs)))
    compose(drawing["picture"], sample["title"], panels, found_classes(layers, card, sample["task"]))
    return 0


def compose(target: str, title: str, panels: list[tuple[str, QImage]], legend: list[tuple[str, str]]) -> None:
    width, height = panels[0][1].width(), panels[0][1].height() + 28
    stacked = width == WIDE
    columns, rows = (1, len(panels)) if stacked else (len(panels), 1)
    right = GAP + columns * (width + GAP)
    bottom = TITLE + max(rows * height + GAP, 26 * len(legend))
    picture = QImage(right + LEGEND, bottom, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(QFont("Sans", 15))
    painter.drawText(GAP, TITLE - 12, title)
    painter.setFont(QFont("Sans", 10))
    for index, (label, panel) in enumerate(panels):
        left = GAP if stacked else GAP + index * (width + GAP)
        top = TITLE + (index * height if stacked else 0)
        painter.drawImage(left, top, panel)
        painter.drawText(left, top + panel.height() + 17, label)
    for row, (name, colour) in enumerate(legend):
        top = TITLE + row * 26
        painter.fillRect(QRect(right, top, 18, 18), QColor(colour))
        painter.drawRect(QRect(right, top, 18, 18))
        painter.drawText(QRect(right + 26, top, LEGEND - 30, 20), Qt.AlignmentFlag.AlignVCenter, name)
    painter.end()
    if not picture.save(target):
        raise SystemExit(f"{target} cannot be written")


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # QGIS 3.22 may crash while it takes its layers down
