# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the change window in each of its states; `make screenshots` runs it inside the QGIS desktop.

LWGANET_ROOT is the project's folder, LWGANET_PICTURES the one to write to, LWGANET_THEME one of QGIS's themes.
"""

import os
import shutil
import tempfile
from pathlib import Path

from playing import play
from qgis.core import QgsApplication, QgsLayoutExporter, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.utils import iface, plugins

SAMPLES = Path(os.environ["LWGANET_ROOT"]) / "resources" / "samples"
TARGET = Path(os.environ["LWGANET_PICTURES"])
QUALITY = 88
PAUSE = 1200
"""Milliseconds that QGIS gets to draw."""
LIMIT = 100
"""Pauses that a run may take."""
FOLDER = Path(tempfile.gettempdir()) / "north_dakota"
"""Seen in the pictures."""
PLACE = QgsRectangle(488100, 5205640, 488900, 5206900)


def images():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    layers = []
    for year in (2009, 2014):
        path = shutil.copy(SAMPLES / f"naip_{year}.tif", FOLDER)
        layers.append(QgsRasterLayer(path, f"NAIP {year}"))
    QgsProject.instance().addMapLayers(layers)
    QgsProject.instance().setCrs(layers[0].crs())
    return layers


def until(condition):
    for _ in range(LIMIT):
        if condition():
            break
        yield
    yield


def save(window, name):
    window.grab().save(str(TARGET / f"change_{name}.jpg"), quality=QUALITY)


def choose(window, layers):
    window.choose.bands.setText("1,2,3")
    window.choose.bands.editingFinished.emit()
    window.choose.before.setLayer(layers[0])
    window.choose.after.setLayer(layers[1])
    yield from until(lambda: window.state.measured is not None)
    window.view.zoom_to(PLACE)
    yield
    save(window, "choose")
    window.tabs.setCurrentIndex(2)
    yield
    save(window, "begin")
    window.tabs.setCurrentIndex(0)


def tune(window):
    shot = []
    window.state.runner.progressed.connect(
        lambda done: 0.4 < done < 1 and not shot and shot.append(save(window, "running"))
    )
    window.state.run_whole()
    yield from until(lambda: window.state.tuned is not None)
    save(window, "ran")
    window.tabs.setCurrentIndex(1)
    window.tune.min_area.setValue(1000.0)
    window.tune.closing.setValue(1)
    yield
    yield
    save(window, "tune")


def look(window):
    from lwganet_qgis.gui.change.maps.pair_view import Mode

    window.tune.shown.setChecked(True)
    window.view.set_mode(Mode.SWIPE)
    yield
    yield
    save(window, "swipe")
    window.tune.shown.setChecked(False)
    window.view.set_mode(Mode.BLINK)
    window.view.step(1)
    yield
    yield
    save(window, "blink")
    window.view.set_mode(Mode.SIDE)


def review(window):
    window.review.filters.reviewer.setText("A. Reviewer")
    window.review.filters.reviewer.editingFinished.emit()
    window.state.collect(str(FOLDER / "water.gpkg"))
    yield from until(lambda: window.state.store is not None)
    for act in (window.review.next, window.review.accept, window.review.accept, window.review.reject):
        act()
    window.state.store.note(window.state.store.changes()[28].fid, "Dry in 2009, an open lake in 2014")
    window.review.unsure()
    yield
    yield
    save(window, "review")
    yield from outline(window)


def outline(window):
    window.review.go_to(7)
    window.review.shapes.outline.click()
    yield
    yield
    save(window, "outline")
    window.reshape.give_up()
    box = window.show_keys()
    yield
    save(box, "keys")
    box.close()


def report_page(store):
    """The page of the report, as it is printed."""
    from lwganet_qgis.gui.change.report import entries, report, tables
    from lwganet_qgis.gui.change.report.images import ImagePair
    from lwganet_qgis.gui.change.report.layout import ReportPage

    images = ImagePair(store, QgsProject.instance())
    (FOLDER / "pictures").mkdir()
    pictures = images.draw(FOLDER / "pictures", None)
    found = report.make(store, tables.compared(store.info), entries.accepted(store))
    page = ReportPage(found, store, pictures, images.extent)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 110
    QgsLayoutExporter(page.layout).exportToImage(str(TARGET / "change_report.jpg"), settings)


def hand_in(window):
    report_page(window.state.store)
    window.tabs.setCurrentIndex(3)
    window.hand_in.folder.setFilePath(str(FOLDER / "water"))
    (FOLDER / "water").mkdir()
    window.hand_in.boxes[-1].setChecked(False)
    done = []
    window.hand_in.handedIn.connect(done.append)
    window.hand_in.hand_in()
    yield from until(lambda: done)
    save(window, "hand_in")
    window.tabs.setCurrentIndex(4)
    window.messages.clearWidgets()
    window.series.folder.setFilePath(str(FOLDER / "series"))
    for row in range(window.series.layers.count()):
        window.series.layers.item(row).setCheckState(Qt.CheckState.Checked)
    window.series.start.click()
    yield from until(lambda: window.series.series.pairs)
    save(window, "series")


def steps():
    layers = images()
    if os.environ.get("LWGANET_THEME"):
        QgsApplication.instance().setUITheme(os.environ["LWGANET_THEME"])
    plugins["lwganet_qgis"].show_change_window()
    window = plugins["lwganet_qgis"].change_window
    yield
    for part in (choose(window, layers), tune(window), look(window), review(window), hand_in(window)):
        yield from part
    window.close()
    shutil.rmtree(FOLDER, ignore_errors=True)
    iface.newProject(False)
    iface.actionExit().trigger()


play(steps(), PAUSE)
