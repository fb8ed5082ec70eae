# SPDX-License-Identifier: GPL-3.0-or-later
"""The review panel: keys, what is current, and what comes back with the project."""

import json
import os

import pytest
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QTableView,
    QWidget,
)

from lwganet_qgis.gui.change.panels.review import ReviewPanel
from lwganet_qgis.gui.change.review import model as review_model
from lwganet_qgis.gui.change.review.changes import Verdict

from .reviews import make


@pytest.fixture
def store(qgis_app, tmp_path):
    store = make(tmp_path / "review.gpkg")
    yield store
    store.close()


@pytest.fixture
def panel(store, qtbot):
    """In a window with a map beside it, as in the change window."""
    window = QWidget()
    row = QHBoxLayout(window)
    panel, canvas = ReviewPanel(), QgsMapCanvas()
    row.addWidget(panel)
    row.addWidget(canvas)
    qtbot.addWidget(window)
    panel.canvas, panel.flights, panel.failures = canvas, [], []
    panel.flyTo.connect(lambda geometry, crs: panel.flights.append((geometry.area(), crs.authid())))
    panel.failed.connect(panel.failures.append)
    panel.install_keys(window)
    panel.set_store(store)
    window.resize(1000, 600)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield panel
    panel.set_store(None)


def press(qtbot, widget, keys):
    widget.setFocus()
    for key in keys:
        if key == "undo":
            qtbot.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        elif key == "redo":
            both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            qtbot.keyClick(widget, Qt.Key.Key_Z, both)
        else:
            qtbot.keyClick(widget, key)


def test_one_key_each_while_the_map_has_the_focus(panel, store, qtbot):
    assert panel.current().fid == 2 and panel.flights == [(25.0, "EPSG:32632")]  # the biggest is seen at once
    press(qtbot, panel.canvas, "A")
    assert store.change(2).verdict is Verdict.ACCEPTED
    press(qtbot, panel.canvas, "ruNP")
    said = {change.fid: change.verdict.value for change in store.changes()}
    assert said == {2: "accepted", 4: "rejected", 3: "unsure", 1: "", 5: ""}
    assert [area for area, _crs in panel.flights] == [25, 16, 9, 4, 1, 4]
    assert panel.progress.done.text().startswith("3 ") and panel.progress.bar.value() == 3
    press(qtbot, panel.canvas, ["undo"])
    assert store.change(3).verdict is Verdict.OPEN and panel.current().fid == 3  # what was undone is seen
    press(qtbot, panel.table, ["redo"])
    assert store.change(3).verdict is Verdict.UNSURE


def test_a_typed_note_is_no_key(panel, store, qtbot):
    panel.go_to(4)
    press(qtbot, panel.canvas, "e")
    assert panel.note.hasFocus()
    qtbot.keyClicks(panel.note, "Area near pup")
    assert store.counts()[Verdict.OPEN] == 5 and panel.current().fid == 4
    qtbot.keyClick(panel.note, Qt.Key.Key_Return)
    assert store.change(4).note == "Area near pup" and not panel.note.hasFocus()
    assert panel.model.stack.count() == 1
    panel.next()
    assert panel.note.text() == ""
    press(qtbot, panel.canvas, ["undo"])
    assert store.change(4).note == "" and panel.current().fid == 4


def test_a_note_that_is_being_typed_is_saved_on_the_way(panel, store, qtbot):
    panel.go_to(4)
    panel.note.setFocus()
    qtbot.keyClicks(panel.note, "half a wo")
    panel.next()
    assert store.change(4).note == "half a wo" and panel.note.text() == "" and panel.model.stack.count() == 1
    panel.model.stack.undo()
    panel.next()
    assert store.change(4).note == ""


def test_without_a_review_the_keys_do_nothing(panel, qtbot):
    panel.set_store(None)
    press(qtbot, panel.canvas, ["A", "N", "P", "E", "undo", "redo"])
    assert panel.current() is None and panel.failures == [] and not panel.isEnabled()


def test_what_falls_out_of_the_filter_makes_place(panel, store, qtbot):
    panel.filters.restore({"verdict": ""})
    press(qtbot, panel.table, "a")
    assert panel.shown.fids() == [4, 3, 1, 5] and panel.current().fid == 4
    assert [area for area, _crs in panel.flights] == [25, 16]  # nowhere else on the way
    panel.table.selectAll()
    panel.verdicts.decided.emit(Verdict.REJECTED)
    assert panel.shown.fids() == [] and panel.current() is None
    assert store.counts()[Verdict.REJECTED] == 4 and panel.progress.bar.value() == 5
    panel.model.stack.undo()
    assert panel.shown.rowCount() == 4


def test_the_panel_comes_back_as_it_was(panel, store):
    panel.restore({"verdict": "", "min_area": 4.0, "column": review_model.PROBABILITY, "descending": False, "fid": 3})
    assert panel.shown.fids() == [1, 2, 3, 4] and panel.current().fid == 3
    state = json.loads(json.dumps(panel.state()))
    other = ReviewPanel()
    other.set_store(store)
    other.restore(state)
    assert other.shown.fids() == [1, 2, 3, 4] and other.current().fid == 3 and other.state() == state
    other.restore({"fid": 77, "verdict": "nonsense"})
    assert other.shown.rowCount() == 5


def test_a_failure_is_told_and_nothing_moves(panel, store):
    panel.go_to(4)
    store.path.unlink()
    panel.accept()
    assert len(panel.failures) == 1 and panel.current().fid == 4 and panel.progress.bar.value() == 0


def test_every_control_says_what_it_is_for(panel):
    panel.resize(380, 560)
    panel.grab().save(os.environ.get("REVIEW_PICTURE", os.devnull), "PNG")
    for kind in (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QTableView, QProgressBar):
        for control in panel.findChildren(kind):
            inside = any(isinstance(control.parent(), whole) for whole in (QAbstractSpinBox, QLineEdit, QTableView))
            if not inside and not control.objectName().startswith("qt_"):
                assert control.toolTip() and control.whatsThis(), control
