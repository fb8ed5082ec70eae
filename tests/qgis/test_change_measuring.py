# SPDX-License-Identifier: GPL-3.0-or-later
"""A pair that QGIS alone can read is measured without keeping anybody waiting; what comes next is said."""

import threading

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt

from lwganet_qgis.gui.change.state import choice

from .tile_server import TILE, TileServer, bounds
from .windows import MINUTE

pytestmark = pytest.mark.usefixtures("provider")
PLACE = QgsRectangle(*bounds(15, 16_700 * TILE, 11_000 * TILE, 512, 512))


@pytest.fixture
def services(qgis_new_project):
    """Two tile layers whose pictures come when `released` is set."""
    released = threading.Event()
    server = TileServer(lambda *_: released.wait(60) and None)
    layers = [QgsRasterLayer(server.uri, f"tiles {year}", "wms") for year in (2009, 2014)]
    layers[1].setDataSource(server.uri + "&zmax=15", "tiles 2014", "wms")
    QgsProject.instance().addMapLayers(layers, False)
    QgsProject.instance().setCrs(layers[0].crs())
    yield layers, released
    released.set()
    server.close()


def choose(window, layers, qtbot):
    window.view.zoom_to(PLACE)
    window.choose.extent.setOutputExtentFromUser(PLACE, layers[0].crs())
    window.choose.before.setLayer(layers[0])
    window.choose.after.setLayer(layers[1])
    qtbot.waitUntil(lambda: window.state.measuring, timeout=MINUTE)


def test_measuring_is_seen_and_a_preview_does_not_wait_for_it(window, services, qtbot, monkeypatch):
    monkeypatch.setattr(choice, "PATIENCE", 3600.0)
    layers, released = services
    choose(window, layers, qtbot)
    row = window.choose.measuring
    assert row.busy.isVisibleTo(window.choose) and row.stop.isVisibleTo(window.choose)
    assert not row.again.isVisibleTo(window.choose) and window.run.preview.isEnabled()
    qtbot.mouseClick(window.run.preview, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.state.runner.kind == "preview", timeout=15_000)  # services give up after 30 s
    assert not row.busy.isVisibleTo(window.choose)
    qtbot.mouseClick(window.run.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.state.runner.kind, timeout=MINUTE)


def test_what_made_way_is_measured_afterwards(window, services, qtbot):
    layers, released = services
    choose(window, layers, qtbot)
    begun = []
    window.state.runner.started.connect(begun.append)
    window.state.preview()
    qtbot.waitUntil(lambda: window.state.runner.kind == "preview", timeout=MINUTE)
    window.state.runner.cancel("preview")
    qtbot.waitUntil(lambda: window.state.measuring, timeout=MINUTE)
    assert begun == ["preview", "check"]
    window.state.stop_measuring()


def test_measuring_can_be_skipped_and_begun_again(window, services, qtbot):
    layers, released = services
    choose(window, layers, qtbot)
    row = window.choose.measuring
    qtbot.mouseClick(row.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.state.runner.kind, timeout=MINUTE)
    assert "was not measured" in window.choose.findings.text.text()
    assert row.again.isVisibleTo(window.choose) and not row.busy.isVisibleTo(window.choose)
    assert window.run.preview.isEnabled() and not window.choose.correct.isEnabled()
    qtbot.mouseClick(row.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.state.measuring, timeout=MINUTE)
    assert "was not measured" not in window.choose.findings.text.text()
    window.state.stop_measuring()


def test_patience_ends(window, services, qtbot, monkeypatch):
    layers, released = services
    monkeypatch.setattr(choice, "PATIENCE", 0.05)
    choose(window, layers, qtbot)
    qtbot.waitUntil(lambda: bool(window.state.given_up), timeout=MINUTE)
    qtbot.waitUntil(lambda: not window.state.runner.kind, timeout=MINUTE)
    assert "did not come within" in window.choose.findings.text.text() and window.state.comparable


def test_the_next_step_is_named(window, pair, qtbot, tmp_path):
    run, text, page = window.run, window.run.text, window.begin.parentWidget()
    assert window.begin.isVisibleTo(page) and not window.review.isVisibleTo(page)
    assert "Images" in window.begin.text.text() and not window.begin.start.isEnabled()
    window.begin.text.linkActivated.emit("images")
    assert window.tabs.currentIndex() == 0
    window.state.change(bands="1,2,3")
    window.choose.before.setLayer(pair[0])
    window.choose.after.setLayer(pair[1])
    qtbot.waitUntil(lambda: window.state.measured is not None, timeout=MINUTE)
    assert not run.bar.isVisibleTo(run) and "Preview" in text.text()
    window.view.zoom_to(QgsRectangle.fromCenterAndSize(pair[0].extent().center(), 400, 300))
    with qtbot.waitSignal(window.state.tunedChanged, timeout=MINUTE):
        window.state.preview()
    qtbot.waitUntil(lambda: not window.state.runner.kind, timeout=MINUTE)
    assert not run.bar.isVisibleTo(run) and "run the whole area" in text.text() and "%" not in text.text()
    text.linkActivated.emit("tune")
    assert window.tabs.currentIndex() == 1
    window.choose.extent.setOutputExtentFromUser(
        QgsRectangle.fromCenterAndSize(pair[0].extent().center(), 700, 600), pair[0].crs()
    )
    with qtbot.waitSignal(window.state.tunedChanged, timeout=MINUTE):
        window.state.run_whole()
    qtbot.waitUntil(lambda: not window.state.runner.kind, timeout=MINUTE)
    assert 'href="review"' in text.text() and window.begin.start.isEnabled()
    window.state.collect(str(tmp_path / "kept.gpkg"))
    qtbot.waitUntil(lambda: window.state.store is not None, timeout=MINUTE)
    assert window.review.isVisibleTo(page) and not window.begin.isVisibleTo(page)
    assert window.review.current() is not None  # so A decides it
