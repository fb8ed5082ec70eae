# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of results in a project, with their legends, as the tools load them; `make screenshots` runs it inside the
QGIS desktop.

LWGANET_ROOT is the project's folder, LWGANET_PICTURES the one to write to.
"""

import json
import os
from pathlib import Path

import processing
from playing import play
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

SAMPLES = Path(os.environ["LWGANET_ROOT"]) / "resources" / "samples"
TARGET = Path(os.environ["LWGANET_PICTURES"])
QUALITY = 75
PAUSE = 2500
"""Milliseconds that QGIS gets to draw."""
NEAR = 0.5
"""Of the image's width is shown."""
TOOLS = {
    "classification": ("classifyscenes", {}),
    "segmentation": ("segmentimage", {"CONFIDENCE": "TEMPORARY_OUTPUT", "POLYGONS": "TEMPORARY_OUTPUT"}),
    "change": ("detectchange", {"PROBABILITY": "TEMPORARY_OUTPUT", "POLYGONS": "TEMPORARY_OUTPUT"}),
    "detection": ("detectobjects", {"POINTS": "TEMPORARY_OUTPUT"}),
}  # fmt: skip
"""By task: the tool, and what it makes besides."""


def show(sample):
    iface.newProject(False)
    layers = {name: QgsRasterLayer(str(SAMPLES / file), Path(file).stem) for name, file in sample["inputs"].items()}
    QgsProject.instance().addMapLayers(layers.values())
    QgsProject.instance().setCrs(next(iter(layers.values())).crs())
    tool, more = TOOLS[sample["task"]]
    given = {**layers, "MODEL": sample["model"], "OUTPUT": "TEMPORARY_OUTPUT", **more, **sample.get("parameters", {})}
    processing.runAndLoadResults(f"lwganet:{tool}", given)
    iface.mapCanvas().setExtent(next(iter(layers.values())).extent())
    iface.mapCanvas().zoomByFactor(NEAR)
    return QgsProject.instance().layerTreeRoot().findGroups()[0]


def only(group, shown):
    for node in group.findLayers():
        node.setItemVisibilityChecked(node is shown)
        node.setExpanded(True)


def steps():
    window = iface.mainWindow()
    window.resize(QSize(1400, 860).boundedTo(window.screen().availableSize()))
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() in ("Browser", "Browser2", "ProcessingToolbox"):
            dock.hide()
        if dock.objectName() == "Layers":
            window.resizeDocks([dock], [330], Qt.Orientation.Horizontal)
    for sample in json.loads((SAMPLES / "samples.json").read_text(encoding="utf-8"))["samples"]:
        group = show(sample)
        for number, node in enumerate(group.findLayers()):
            only(group, node)
            yield
            window.grab().save(str(TARGET / f"layers_{sample['task']}_{number}.jpg"), quality=QUALITY)
    iface.newProject(False)
    iface.actionExit().trigger()


play(steps(), PAUSE)
