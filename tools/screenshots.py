# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the tools as users see them, for the README; `make screenshots` runs it inside the QGIS desktop.

LWGANET_ROOT is the project's folder, LWGANET_PICTURES the one to write to. What `make demo` made is shown.
"""

import json
import os
from pathlib import Path

import processing
from playing import play
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QDockWidget, QLineEdit, QTreeView
from qgis.utils import iface

ROOT = Path(os.environ["LWGANET_ROOT"])
TARGET = Path(os.environ["LWGANET_PICTURES"])
DEMO = ROOT / "build" / "demo"
SAMPLES = ROOT / "resources" / "samples"
DIALOGS = ("classifyscenes", "segmentimage", "detectchange", "changepolygons", "checkpair", "changeseries",
           "detectobjects", "importcheckpoint", "nonmaximumsuppression",
           "detectionaccuracy")  # fmt: skip
PAUSE = 1500
"""Milliseconds that QGIS gets to draw."""


def show_objects():
    """The detector's sample with its boxes."""
    from lwganet_qgis import model_library, styling

    sample = next(s for s in json.loads((SAMPLES / "samples.json").read_text())["samples"] if s["task"] == "detection")
    image = QgsRasterLayer(str(SAMPLES / sample["inputs"]["INPUT"]), "Drone image")
    boxes = QgsVectorLayer(str(DEMO / f"{sample['name']}.gpkg"), "Objects")
    styling.object_boxes(model_library.find(sample["model"], sample["task"]).knows.classes)(boxes)
    QgsProject.instance().addMapLayers([image])
    QgsProject.instance().addMapLayers([boxes])
    iface.layerTreeView().setCurrentLayer(image)
    iface.mapCanvas().setExtent(image.extent())


def show_toolbox():
    for dock in iface.mainWindow().findChildren(QDockWidget):
        if dock.objectName() in ("Browser", "Browser2"):
            dock.hide()
        if dock.objectName() == "ProcessingToolbox":
            dock.show()
            dock.findChild(QLineEdit).setText("lwganet")
            dock.findChild(QTreeView).expandAll()
            iface.mainWindow().resizeDocks([dock], [320], Qt.Orientation.Horizontal)


def steps():
    window = iface.mainWindow()
    window.resize(QSize(1400, 860).boundedTo(window.screen().availableSize()))
    show_objects()
    show_toolbox()
    yield
    iface.mapCanvas().refreshAllLayers()
    yield
    window.grab().save(str(TARGET / "toolbox.png"))
    for name in DIALOGS:
        dialog = processing.createAlgorithmDialog(f"lwganet:{name}", {})
        dialog.resize(QSize(1150, 820).boundedTo(dialog.screen().availableSize()))
        dialog.show()
        yield
        dialog.grab().save(str(TARGET / f"dialog_{name}.png"))
        dialog.close()
    iface.newProject(False)
    iface.actionExit().trigger()


play(steps(), PAUSE)
