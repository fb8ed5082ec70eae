# SPDX-License-Identifier: GPL-3.0-or-later
"""The window driven as a person would: choose, preview, tune, review, hand in, open the project again."""

import os
import resource
import shlex
import time
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QLineEdit, QMessageBox

from ..patience import waited
from .conftest import ENGINE
from .windows import MINUTE, choose

pytestmark = pytest.mark.usefixtures("provider")
LONGEST_BLOCK = 0.1
"""Seconds."""


class Heartbeat:
    """The longest time that the main thread gave Qt no turn."""

    def __init__(self, step=5):
        self.longest, self._last = 0.0, time.monotonic() - waited()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(step)

    def _beat(self):
        now = time.monotonic() - waited()  # what others did meanwhile is not the window's fault
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self):
        self._timer.stop()
        return self.longest


def run_whole(window, qtbot):
    with qtbot.waitSignal(window.state.tunedChanged, timeout=MINUTE, check_params_cb=None):
        qtbot.mouseClick(window.run.whole, Qt.MouseButton.LeftButton)
    assert window.state.probability.whole


def review(window, qtbot, path):
    window.state.collect(str(path))
    qtbot.waitUntil(lambda: window.state.store is not None, timeout=MINUTE)


def test_from_choosing_to_the_project_opened_again(window, pair, qtbot, tmp_path, open_window):
    choose(window, pair, qtbot)
    assert window.choose.before_day.text() == "2009"
    assert "0" not in window.choose.extent.findChild(QLineEdit).text()  # no extent is none, not one of zeros
    assert "EPSG:26914" in window.choose.findings.text.text()
    assert window.run.preview.isEnabled()

    # Preview of what is seen
    middle = QgsRectangle.fromCenterAndSize(pair[0].extent().center(), 1000, 600)
    window.view.zoom_to(middle)
    with qtbot.waitSignal(window.state.tunedChanged, timeout=MINUTE):
        qtbot.mouseClick(window.run.preview, Qt.MouseButton.LeftButton)
    assert not window.state.probability.whole and not window.tune.review.isEnabled()
    assert window.state.tuned.polygons in window.view.before.layers()
    assert window.state.tuned.polygons in window.view.after.layers()

    # Tuning
    few = window.state.tuned.count
    started = time.monotonic()
    with qtbot.waitSignal(window.state.tunedChanged, timeout=MINUTE):
        window.tune.threshold.setValue(0.9)
    print(f"\npolygons in view drawn anew {time.monotonic() - started:.3f} s after the slider moved")
    assert window.tune.slider.value() == 180
    with qtbot.waitSignal(window.state.tunedChanged, timeout=MINUTE):
        window.tune.min_area.setValue(5000.0)
    assert window.state.tuned.count <= few
    assert f"{window.state.tuned.count:,} polygons" in window.tune.found.text()

    # The whole area, and its review
    run_whole(window, qtbot)
    qtbot.waitUntil(window.tune.review.isEnabled, timeout=MINUTE)
    kept = tmp_path / "water.gpkg"
    review(window, qtbot, kept)
    changes = window.state.store.changes()
    assert changes and all(change.area >= 5000 for change in changes)
    window.activateWindow()
    window.setFocus()
    for key in ("N", "A", "R", "U"):
        qtbot.keyClick(window, key)
    counts = {verdict.name: number for verdict, number in window.state.store.counts().items()}
    assert (counts["ACCEPTED"], counts["REJECTED"], counts["UNSURE"]) == (1, 1, 1)
    window.view.set_mode(type(window.view.mode)("swipe"))
    current = window.review.current().fid

    # Handing in
    accepted = next(c for c in window.state.store.changes() if c.verdict.name == "ACCEPTED")
    window.hand_in.folder.setFilePath(str(tmp_path))
    with qtbot.waitSignal(window.hand_in.handedIn, timeout=MINUTE) as done:
        qtbot.mouseClick(window.hand_in.button, Qt.MouseButton.LeftButton)
    files = {name: Path(path) for name, path in done.args[0].files.items()}
    assert all(path.exists() for path in files.values())
    vector = next(path for path in files.values() if path.suffix == ".gpkg")
    layer = QgsVectorLayer(str(vector), "accepted", "ogr")
    (feature,) = layer.getFeatures()
    assert feature["area_m2"] == pytest.approx(accepted.area) and feature["review"] == "accepted"
    assert feature["probability"] == pytest.approx(accepted.probability) and feature["probability"] > 0.9

    # The project, opened again
    project = str(tmp_path / "project.qgs")
    assert QgsProject.instance().write(project)
    open_window.close(window)
    QgsProject.instance().clear()
    assert QgsProject.instance().read(project)
    again = open_window()
    assert again.state.comparison.tuning.threshold == 0.9 and again.choose.bands.text() == "1,2,3"
    assert again.state.before.name() == "NAIP 2009" and again.view.mode.value == "swipe"
    assert again.state.store.path == kept and again.review.current().fid == current
    assert {v.name: n for v, n in again.state.store.counts().items()} == counts
    qtbot.waitUntil(lambda: again.state.tuned is not None, timeout=MINUTE)  # it can be tuned again

    # The review opened in an empty project
    QgsProject.instance().clear()
    assert again.state.store is None and again.state.before is None
    again.state.resume(str(kept))
    assert again.state.store.path == kept and again.state.after.name() == "NAIP 2014"
    assert again.state.comparison.tuning.threshold == 0.9
    again.choose.before.setLayer(None)
    assert again.state.store is None


def test_the_main_thread_stays_free_during_a_run(window, pair, qtbot):
    choose(window, pair, qtbot)
    window.view.zoom_to(pair[0].extent())
    qtbot.wait(500)
    heart = Heartbeat()
    run_whole(window, qtbot)
    qtbot.wait(200)
    longest = heart.stop()
    print(f"\nlongest block of the main thread {1000 * longest:.0f} ms")
    assert longest < LONGEST_BLOCK


def test_twenty_previews_take_no_more_memory(window, pair, qtbot):
    choose(window, pair, qtbot)
    small = QgsRectangle.fromCenterAndSize(pair[0].extent().center(), 400, 300)
    sizes = []
    for _ in range(20):
        window.view.zoom_to(small)
        with qtbot.waitSignal(window.state.tunedChanged, timeout=MINUTE):
            window.state.preview()
        qtbot.wait(50)  # for layers that other threads let go of
        sizes.append(_resident())
        assert len(os.listdir(window.state.folder)) < 10  # those of one preview, not of twenty
    grown = (sizes[-1] - sizes[4]) / 1e6
    print([round(size / 1e6) for size in sizes])
    print(f"\nresident after 5 previews {sizes[4] / 1e6:.0f} MB, after 20 {sizes[-1] / 1e6:.0f} MB")
    assert grown < 10


def _resident():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def test_the_shift_is_corrected_with_one_tick(window, pair, qtbot):
    choose(window, pair, qtbot)
    assert window.state.measured.shifted, window.state.measured
    assert window.choose.findings.arrow.isVisibleTo(window)
    window.choose.correct.setChecked(True)
    assert window.state.comparison.shift == window.state.measured.shift != (0.0, 0.0)
    moved = window.view.after.layers()[0]
    way = window.state.measured.shift
    assert moved.extent().xMinimum() == pytest.approx(pair[1].extent().xMinimum() + way[0])
    assert moved.extent().yMaximum() == pytest.approx(pair[1].extent().yMaximum() + way[1])
    assert "SHIFT" in window.state.comparison.command()
    window.choose.correct.setChecked(False)
    assert window.view.after.layers()[0] is pair[1]


def test_a_series_gives_pairs_to_review_and_a_raster_of_first_changes(window, pair, qtbot, tmp_path):
    window.state.change(bands="1,2,3")
    assert [window.series.layers.item(row).text() for row in range(2)] == ["NAIP 2009  –  2009", "NAIP 2014  –  2014"]
    assert not window.series.start.isEnabled()
    for row in range(2):
        window.series.layers.item(row).setCheckState(Qt.CheckState.Checked)
    window.series.folder.setFilePath(str(tmp_path / "series"))
    with qtbot.waitSignal(window.series.series.made, timeout=MINUTE):
        qtbot.mouseClick(window.series.start, Qt.MouseButton.LeftButton)
    (layer,) = QgsProject.instance().mapLayersByName("First change")
    assert layer.isValid() and layer.dataProvider().bandStatistics(1).maximumValue == 1
    window.series.pairs.setCurrentRow(0)
    qtbot.waitUntil(lambda: window.state.tuned is not None, timeout=MINUTE)
    assert window.state.before is pair[0] and window.state.probability.whole and window.state.tuned.count


def test_area_and_polygons_restrict_the_run_and_are_remembered(window, pair, qtbot, open_window):
    choose(window, pair, qtbot)
    centre = pair[0].extent().center()
    inside = QgsVectorLayer("Polygon?crs=EPSG:26914", "district", "memory")  # has no file
    district = QgsFeature()
    district.setGeometry(QgsGeometry.fromRect(QgsRectangle.fromCenterAndSize(centre, 300, 300)))
    inside.dataProvider().addFeature(district)
    QgsProject.instance().addMapLayer(inside, False)
    window.choose.mask.setLayer(inside)
    window.choose.extent.setOutputExtentFromUser(QgsRectangle.fromCenterAndSize(centre, 600, 400), pair[0].crs())
    assert window.state.comparison.extent.endswith("[EPSG:26914]") and window.state.comparison.mask == inside.source()
    run_whole(window, qtbot)
    probability = window.state.probability.layer
    assert (probability.width(), probability.height()) == (pytest.approx(120, abs=1), pytest.approx(80, abs=1))
    assert sum(window.state.tuned.histogram) == pytest.approx(60 * 60, abs=200)
    again = open_window()
    assert again.choose.mask.currentLayer() is inside
    assert again.choose.extent.outputExtent().width() == pytest.approx(600)


def test_the_command_gives_what_the_window_gave(window, pair, qtbot, tmp_path, qgis_process):
    choose(window, pair, qtbot)
    window.choose.correct.setChecked(True)
    tuning = type(window.state.comparison.tuning)(threshold=0.6, closing=1, opening=1, min_area=1500.0, simplify=5.0)
    window.state.change(tuning=tuning)
    run_whole(window, qtbot)
    review(window, qtbot, tmp_path / "window.gpkg")
    shell = {"OUTPUT": str(tmp_path / "shell.tif"), "POLYGONS": str(tmp_path / "shell.gpkg")}
    program, *words = shlex.split(window.state.store.comparison.command(**shell))
    done = qgis_process(*words)
    assert program == "qgis_process" and done.returncode == 0, done.stderr
    polygons = QgsVectorLayer(shell["POLYGONS"], "polygons", "ogr")
    expected = sorted((c.area, c.probability) for c in window.state.store.changes())
    assert expected and sorted((f["area_m2"], f["probability"]) for f in polygons.getFeatures()) == expected


def test_a_review_that_cannot_be_written_leaves_nothing(window, pair, qtbot, tmp_path):
    choose(window, pair, qtbot)
    run_whole(window, qtbot)
    foreign = tmp_path / "mine.gpkg"
    foreign.write_text("something of somebody's")
    with qtbot.waitSignal(window.state.failed, timeout=MINUTE) as said:
        window.state.collect(str(foreign))
    assert said.args[0] == window.messages.currentItem().text() and "mine.gpkg" in said.args[0]
    assert [path.name for path in tmp_path.iterdir()] == ["mine.gpkg"] and foreign.read_text().startswith("something")


def test_a_hidden_window_does_nothing_and_a_new_project_is_not_unsaved(window, pair, qtbot, tmp_path):
    choose(window, pair, qtbot)
    project = str(tmp_path / "project.qgs")
    assert QgsProject.instance().write(project)
    window.close()
    QgsProject.instance().clear()
    assert not QgsProject.instance().isDirty()
    assert QgsProject.instance().read(project)
    assert not window.state.runner.kind and window.state.before is None
    window.show()
    assert window.state.before.name() == "NAIP 2009"


def test_layers_of_the_map_lie_over_both_dates(window, pair, qtbot, qgis_iface):
    choose(window, pair, qtbot)
    roads = QgsVectorLayer("LineString?crs=EPSG:26914", "roads", "memory")
    QgsProject.instance().addMapLayer(roads, False)
    qgis_iface.mapCanvas().setLayers([roads, pair[0]])
    window.bar.map_layers.setChecked(True)
    assert [layer.name() for layer in window.view.before.layers()] == ["roads", "NAIP 2009"]
    assert [layer.name() for layer in window.view.after.layers()] == ["roads", "NAIP 2014"]
    qgis_iface.mapCanvas().setLayers([])


def test_a_closed_window_leaves_no_engine_and_looking_around_no_unsaved_project(window, pair, qtbot):
    choose(window, pair, qtbot)
    QgsProject.instance().setDirty(False)
    window.view.before.zoomByFactor(0.5)
    window.view.set_mode(type(window.view.mode)("swipe"))
    assert not QgsProject.instance().isDirty()
    engine = window.state.runner._engine._process._process
    window.close()
    qtbot.waitUntil(lambda: engine.poll() is not None, timeout=MINUTE)
    with qtbot.waitSignal(window.state.tunedChanged, timeout=MINUTE):
        window.state.preview()


def test_swapping(window, pair, qtbot):
    choose(window, pair, qtbot)
    qtbot.mouseClick(window.choose.swap, Qt.MouseButton.LeftButton)
    assert window.state.before is pair[1] and window.choose.before.currentLayer() is pair[1]
    assert "swap them" in window.choose.findings.text.text()


def test_the_same_layer_twice_cannot_be_run(window, pair, qtbot):
    window.choose.before.setLayer(pair[0])
    window.choose.after.setLayer(pair[0])
    assert "same layer" in window.choose.findings.text.text()
    assert not window.run.preview.isEnabled() and not window.run.whole.isEnabled()


def test_closing_in_the_middle_asks_then_cancels(window, pair, qtbot, monkeypatch):
    choose(window, pair, qtbot)
    window.state.run_whole()
    wanted = ["", "Stop and close"]

    def answered(box):
        word = wanted.pop(0)
        buttons = {button.text(): button for button in box.buttons()}
        (buttons[word] if word else box.defaultButton()).click()  # Return presses the default one

    monkeypatch.setattr(QMessageBox, "exec", answered)
    window.close()
    assert window.isVisible() and window.state.runner.kind == "whole"  # it keeps running
    with qtbot.waitSignal(window.state.runner.stopped, timeout=MINUTE):
        window.close()
    assert not window.isVisible() and window.state.probability is None and wanted == []
    assert not list(window.state.folder.iterdir())


def test_closing_the_project_ends_the_run(window, pair, qtbot):
    choose(window, pair, qtbot)
    window.state.run_whole()
    with qtbot.waitSignal(window.state.runner.stopped, timeout=MINUTE):
        QgsProject.instance().clear()
    assert window.state.probability is None and window.state.before is None
    assert "Choose an image" in window.choose.findings.text.text()


def test_no_engine_offers_to_choose_one(window, pair, qtbot, monkeypatch):
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", "/nowhere/python")
    choose(window, pair, qtbot)
    item = window.messages.currentItem()
    assert "/nowhere/python" in item.text()
    from qgis.PyQt.QtWidgets import QApplication, QPushButton

    assert "lwganet:installengine" not in item.text(), "one sentence"
    (button,) = [button for button in item.findChildren(QPushButton) if button.text() == "Set up…"]
    button.click()
    (setup,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "lwganetEngine" and w.isVisible()]
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", ENGINE)
    with qtbot.waitSignal(window.state.findingsChanged, timeout=MINUTE):
        setup.engineChanged.emit()
    setup.close()


def test_keys_change_the_view(window, pair, qtbot):
    choose(window, pair, qtbot)
    window.activateWindow()
    window.setFocus()
    for key, mode in (("W", "swipe"), ("B", "blink"), ("S", "side")):
        qtbot.keyClick(window, key)
        assert window.view.mode.value == mode


def test_every_control_says_what_it_is_for(window):
    from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QSlider

    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QSlider)
    for panel in (window.choose, window.run, window.tune, window.series, window.review, window.hand_in):
        for control in panel.findChildren(kinds[0]) + [c for k in kinds[1:] for c in panel.findChildren(k)]:
            inside = control
            while inside is not panel and not inside.whatsThis():
                inside = inside.parentWidget()
            assert inside.whatsThis(), f"{type(panel).__name__}: {control} {getattr(control, 'text', str)()}"
