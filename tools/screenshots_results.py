# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of what a run leaves beside its map: attribute table, Results Viewer and summary; `make screenshots` runs it
inside the QGIS desktop.

LWGANET_ROOT is the project's folder, LWGANET_PICTURES the one to write to.
"""

import os
import tempfile
from pathlib import Path

import processing
from playing import play
from processing.core.ProcessingResults import resultsList
from processing.gui.ResultsDock import ResultsDock
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, QSize, QUrl
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget
from qgis.utils import iface

SAMPLES = Path(os.environ["LWGANET_ROOT"]) / "resources" / "samples"
TARGET = Path(os.environ["LWGANET_PICTURES"])
QUALITY = 90
PAUSE = 1500
"""Milliseconds that QGIS gets to draw."""
LIMIT = 80
"""Pauses that a run may take."""
RUNS = {
    "objects": ("detectobjects", {"INPUT": "banepa_rooftops.tif"}, {"CLIP": True, "OUTPUT": "TEMPORARY_OUTPUT"}),
    "scenes": (
        "classifyscenes", {"INPUT": "sentinel2_scene.tif"},
        {"BANDS": "3,2,1", "TILE_SIZE": 64, "OVERLAP": 32, "OUTPUT": "TEMPORARY_OUTPUT"},
    ),
    "cover": ("segmentimage", {"INPUT": "dubai_tile8.tif"}, {"OUTPUT": "TEMPORARY_OUTPUT"}),
}  # fmt: skip


def save(widget, name):
    widget.grab().save(str(TARGET / f"results_{name}.jpg"), quality=QUALITY)


def run(tool, files, given):
    layers = {name: QgsRasterLayer(str(SAMPLES / file), Path(file).stem) for name, file in files.items()}
    QgsProject.instance().addMapLayers(layers.values())
    page = tempfile.mkdtemp() + "/summary.html"
    dialog = processing.createAlgorithmDialog(f"lwganet:{tool}", {**layers, **given, "OUTPUT_HTML": page})
    dialog.show()
    dialog.runAlgorithm()
    return dialog, page


def summary(page, name):
    try:
        from qgis.PyQt.QtWebKitWidgets import QWebView
    except ImportError:  # a QGIS without WebKit
        return None
    view = QWebView()
    view.load(QUrl.fromLocalFile(page))
    view.resize(QSize(820, 900).boundedTo(iface.mainWindow().screen().availableSize()))
    view.show()
    return view


def steps():
    iface.mainWindow().resize(QSize(1400, 860).boundedTo(iface.mainWindow().screen().availableSize()))
    for name, (tool, files, given) in RUNS.items():
        before = len(resultsList.getResults())
        dialog, page = run(tool, files, given)
        for _ in range(LIMIT):
            yield
            if len(resultsList.getResults()) > before:
                break
        dialog.close()
        view = summary(page, name)
        yield
        if view is not None:
            save(view, f"summary_{name}")
            view.page().mainFrame().setScrollPosition(QPoint(0, 10000))
            yield
            save(view, f"summary_{name}_end")
            view.close()
        vectors = [layer for layer in QgsProject.instance().mapLayers().values() if layer.type() == 0]
        if name != "cover" and vectors:
            iface.showAttributeTable(vectors[-1])
            yield
            for window in QApplication.topLevelWidgets():
                if isinstance(window, QDialog) and window.isVisible() and "ttribut" in window.objectName():
                    window.resize(QSize(1000, 420).boundedTo(window.screen().availableSize()))
            yield
            for window in QApplication.topLevelWidgets():
                if isinstance(window, QDialog) and window.isVisible() and "ttribut" in window.objectName():
                    save(window, f"table_{name}")
                    window.close()
    for dock in iface.mainWindow().findChildren(QDockWidget):
        if isinstance(dock, ResultsDock):
            dock.setUserVisible(True)
            dock.raise_()
            yield
            save(dock, "viewer")
    iface.newProject(False)
    iface.actionExit().trigger()


play(steps(), PAUSE)
