# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools' dialogs: choices in words, the model's own values, and scripts' values as they are."""

import gc

import pytest
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QComboBox

from . import rasters

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")


@pytest.fixture
def layer(image):
    made = QgsRasterLayer(image, "picture")
    QgsProject.instance().addMapLayer(made)
    return made


@pytest.fixture
def opened(qtbot):
    """A tool's dialog and its wrappers by id."""
    import processing

    dialogs = []

    def show(tool, **values):
        dialog = processing.createAlgorithmDialog(f"lwganet:{tool}", values)
        dialogs.append(dialog)
        dialog.show()
        gc.collect()  # what QGIS shows must not be let go of
        return dialog, dialog.mainWidget().wrappers

    yield show
    for dialog in dialogs:
        if not sip.isdeleted(dialog):  # QGIS deletes those that are closed
            dialog.close()
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


SCRIPTS = [
    ("segmentimage", {"BANDS": "3,2,1", "TILE_SIZE": 64, "OVERLAP": 0, "DEVICE": "cpu", "SCALING": "minmax",
                      "VIEWS": "8", "RESOLUTION": "model", "MIN_AREA": 12.5}),
    ("segmentimage", {"BANDS": "3,2", "DEVICE": "cuda:7", "SCALING": "auto", "RESOLUTION": "0.5", "VIEWS": "1"}),
    ("segmentimage", {"BANDS": "9;8;7", "MODEL": "gone", "RESOLUTION": "Image", "TILE_SIZE": 5}),
    ("segmentimage", {"BANDS": "red", "RESOLUTION": "", "BATCH_SIZE": 3}),
    ("detectobjects", {"CLASSES": "greenish,2", "THRESHOLD": 0.123456, "IOU": 1.7, "SCALES": "0.5,1"}),
    ("detectobjects", {"CLASSES": "GREENISH , nothing", "THRESHOLD": 0, "MODEL": "tiny-objects"}),
    ("detectchange", {"SHIFT": "3.5 -2", "THRESHOLD": "0.5", "SIMPLIFY": 2.25, "MATCH": True}),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "values"), SCRIPTS)
def test_what_a_script_gave_is_not_changed(opened, tool, values):
    """A command of the history comes back as it was."""
    dialog, wrappers = opened(tool, **values)
    for name, value in values.items():
        assert wrappers[name].parameterValue() == value, name


def test_defaults_are_those_of_scripts(opened, layer):
    import json

    from .conftest import ROOT

    kept = json.loads((ROOT / "tests" / "data" / "parameters.json").read_text(encoding="utf-8"))
    for tool in ("segmentimage", "classifyscenes", "detectobjects", "detectchange", "changeseries", "importcheckpoint"):
        _, wrappers = opened(tool)
        for name, kind, default, *_ in kept[tool]["parameters"]:
            if kind in ("string", "enum", "number") and name != "MODEL":
                assert wrappers[name].parameterValue() in (default, default or ""), (tool, name)


def test_the_model_s_own_is_shown_as_its_value(opened):
    _, wrappers = opened("detectobjects", MODEL="banepa_buildings_l0")
    shown = {name: wrappers[name].box.text() for name in ("TILE_SIZE", "OVERLAP", "THRESHOLD", "IOU", "BATCH_SIZE")}
    assert [text.split(" ")[0] for text in shown.values()] == ["512", "128", "0.3", "0.3", "Automatic"]
    wrappers["MODEL"].combo.setCurrentIndex(wrappers["MODEL"].combo.findData("tiny-objects"))
    assert wrappers["TILE_SIZE"].box.text().startswith("32 ") and wrappers["TILE_SIZE"].parameterValue() == 0
    assert wrappers["THRESHOLD"].parameterValue() is None
    wrappers["THRESHOLD"].box.setValue(0.4)
    wrappers["OVERLAP"].box.setValue(8)
    assert (wrappers["THRESHOLD"].parameterValue(), wrappers["OVERLAP"].parameterValue()) == (0.4, 8)
    wrappers["THRESHOLD"].box.clear()
    assert wrappers["THRESHOLD"].parameterValue() is None


def test_bands_are_chosen_by_name(opened, layer, tmp_path):
    other = QgsRasterLayer(rasters.write(tmp_path / "two.tif", rasters.halves()[:2]), "two")
    QgsProject.instance().addMapLayer(other)
    _, wrappers = opened("segmentimage", MODEL="tiny-cover", INPUT=layer.id())
    bands = wrappers["BANDS"]
    assert bands.parameterValue() is None and bands.rows.isHidden()
    bands.mode.setCurrentIndex(1)
    assert bands.parameterValue() == "1,2,3" and not bands.rows.isHidden()
    assert [bands._form.labelForField(combo).text() for combo in bands.combos] == ["Red", "Green", "Blue"]
    assert [bands.combos[0].itemText(i)[:6] for i in range(3)] == ["Band 1", "Band 2", "Band 3"]
    bands.combos[0].setCurrentIndex(2)
    assert bands.parameterValue() == "3,2,3"
    wrappers["INPUT"].setParameterValue(other.id(), bands.context if hasattr(bands, "context") else context())
    assert bands.combos[0].count() == 3 and "none" in bands.combos[0].currentText()
    assert bands.parameterValue() == "3,2,3"


def context():
    from lwganet_qgis.gui.parameters.widget import own_context

    return own_context()


def test_classes_are_those_of_the_model(opened):
    _, wrappers = opened("detectobjects", MODEL="tiny-objects")
    combo = wrappers["CLASSES"].combo
    assert [combo.itemText(i) for i in range(combo.count())] == ["reddish", "greenish", "bluish"]
    assert wrappers["CLASSES"].parameterValue() is None
    combo.setItemCheckState(0, Qt.CheckState.Checked)
    combo.setItemCheckState(2, Qt.CheckState.Checked)
    assert wrappers["CLASSES"].parameterValue() == "reddish,bluish"
    wrappers["MODEL"].combo.setCurrentIndex(wrappers["MODEL"].combo.findData("banepa_buildings_l0"))
    assert [combo.itemText(i) for i in range(combo.count())] == ["Building"]
    assert wrappers["CLASSES"].parameterValue() is None


def test_words_stand_for_ids(opened):
    dialog, wrappers = opened("segmentimage", SCALING="percentile_raster")
    assert wrappers["SCALING"].combo.currentText() == "2nd to 98th percentile of the whole raster"
    for name in ("SCALING", "VIEWS"):
        ids = wrappers[name].parameterDefinition().options()
        combo = wrappers[name].combo
        assert [combo.itemData(i) for i in range(combo.count())] == ids
        assert all(combo.itemText(i) != ids[i] for i in range(combo.count())), "an id is shown"
    resolution = wrappers["RESOLUTION"]
    resolution.combo.setEditText("0.4")
    assert resolution.parameterValue() == "0.4"
    resolution.combo.setCurrentIndex(1)
    assert resolution.parameterValue() == "model" and resolution.combo.currentText().endswith("m)")


@pytest.mark.parametrize(("name", "unit", "factor"), [("SIMPLIFY", "ft", 0.3048), ("MIN_AREA", "ha", 1e4)])
def test_lengths_and_areas_have_units(opened, name, unit, factor):
    """And keep them in a group that is folded."""
    _, wrappers = opened("detectchange", **{name: 30})
    widget = wrappers[name]
    assert widget.parameterValue() == 30 and "m" in widget.unit.currentText()
    widget.unit.setCurrentText(unit)
    assert widget.parameterValue() == pytest.approx(30 * factor)
    widget.box.setValue(2)
    assert widget.parameterValue() == pytest.approx(2 * factor)


def test_devices_are_those_that_are_there(opened, monkeypatch):
    from lwganet_qgis.engine import graphics

    def devices(cards, windows=False):
        monkeypatch.setattr(graphics, "nvidia_cards", lambda: cards)
        monkeypatch.setattr(graphics, "any_card", lambda: windows)
        combo = opened("segmentimage")[1]["DEVICE"].combo
        return [combo.itemData(i) for i in range(combo.count())]

    assert devices(0) == ["auto", "cpu"]
    assert devices(1, windows=True) == ["auto", "cpu", "cuda", "directml"]
    assert devices(2) == ["auto", "cpu", "cuda", "cuda:0", "cuda:1"]


def test_cards_are_counted_by_their_files(tmp_path, monkeypatch):
    from lwganet_qgis.engine import graphics

    for name in ("nvidia0", "nvidia1", "nvidiactl", "nvidia-uvm"):
        (tmp_path / name).touch()
    monkeypatch.setattr(graphics.sys, "platform", "linux")
    monkeypatch.setattr(graphics, "WSL", tmp_path / "none")
    monkeypatch.setattr(graphics, "DEVICES", tmp_path)
    assert graphics.nvidia_cards() == 2
    monkeypatch.setattr(graphics, "DEVICES", tmp_path / "none")
    assert graphics.nvidia_cards() == 0
    monkeypatch.setattr(graphics.sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    assert graphics.nvidia_cards() == 0
    (tmp_path / "System32").mkdir()
    (tmp_path / "System32" / "nvcuda.dll").touch()
    assert graphics.nvidia_cards() == 1


@pytest.mark.parametrize("tool", ["segmentimage", "classifyscenes", "detectobjects", "detectchange", "changeseries"])
def test_batches_have_them_too(qgis_iface, tool, layer):
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    dialog = BatchAlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(f"lwganet:{tool}"))
    dialog.show()
    gc.collect()
    panel = dialog.mainWidget()
    row = {wrapper.parameterDefinition().name(): wrapper for wrapper in panel.wrappers[0] if wrapper is not None}
    row["BANDS"].setParameterValue("3,2,1", context())
    row["SCALING"].setParameterValue("minmax", context())
    found = {name: wrapper.parameterValue() for name, wrapper in row.items()}
    assert (found["BANDS"], found["SCALING"], found["TILE_SIZE"]) == ("3,2,1", "minmax", 0)
    assert found["MODEL"] == row["MODEL"].combo.currentData()
    dialog.close()


@pytest.mark.parametrize("tool", ["segmentimage", "classifyscenes", "detectobjects", "detectchange", "changeseries"])
def test_models_take_values_and_inputs(qgis_iface, tool):
    """The Model Designer: a value, or an input of the model instead, the model's id among them."""
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
    from qgis.core import QgsProcessingModelChildParameterSource as Source
    from qgis.core import QgsProcessingModelParameter, QgsProcessingParameterString

    made = QgsProcessingModelAlgorithm()
    made.addModelParameter(QgsProcessingParameterString("WHICH", "Which model"), QgsProcessingModelParameter("WHICH"))
    dialog = ModelerParametersDialog(QgsApplication.processingRegistry().createAlgorithmById(f"lwganet:{tool}"), made)
    dialog.show()
    gc.collect()
    widget = getattr(dialog.widget, "widget", dialog.widget)
    titles = [combo.itemText(0) for combo in dialog.findChildren(QComboBox)]
    assert any("LWGANet-L0)" in title for title in titles), "no choice of models"
    for name, value in (("MODEL", "tiny-cover"), ("BANDS", "3,2,1"), ("SCALING", "minmax"), ("TILE_SIZE", 64)):
        wrapper = widget.wrappers[name]
        wrapper.setWidgetValue(Source.fromStaticValue(value))
        assert source_of(wrapper).staticValue() == value
    widget.wrappers["MODEL"].setWidgetValue(Source.fromModelParameter("WHICH"))
    assert source_of(widget.wrappers["MODEL"]).parameterName() == "WHICH"
    dialog.close()


def source_of(wrapper):
    from qgis.core import QgsProcessingModelChildParameterSource as Source

    value = wrapper.value()
    value = value[0] if isinstance(value, list) else value
    return Source.fromStaticValue(value) if isinstance(value, str) else value


def test_the_shift_is_measured_in_the_dialog(opened, qtbot, tmp_path):
    import numpy as np

    from ..patience import patient

    coarse = np.random.default_rng(1).integers(0, 200, (3, 44, 44)).repeat(4, 1).repeat(4, 2).astype(np.uint8)
    before = rasters.write(tmp_path / "b.tif", np.ascontiguousarray(coarse[:, 8:168, 8:168]))
    after = rasters.write(tmp_path / "a.tif", np.ascontiguousarray(coarse[:, 5:165, 4:164]))
    dialog, wrappers = opened("detectchange")
    shift = wrappers["SHIFT"]
    shift.measure.click()
    assert "Choose the two images first" in shift.note.text()
    for name, path in (("BEFORE", before), ("AFTER", before)):
        wrappers[name].setParameterValue(path, context())
    wrappers["AFTER"].setParameterValue(after, context())
    shift.measure.click()
    assert shift.measure.text() == "Cancel"
    qtbot.waitUntil(lambda: shift.measure.text() == "Measure", timeout=int(1000 * patient(60)))
    east, north = map(float, shift.parameterValue().split(","))
    assert (east, north) == pytest.approx((-4, 3), abs=0.1), shift.note.text()
    assert "5.00 pixels" in shift.note.text()


def test_a_measurement_ends_with_its_dialog(opened, qtbot, layer, swapped):
    dialog, wrappers = opened("detectchange", BEFORE=layer.id(), AFTER=swapped)
    shift = wrappers["SHIFT"]
    shift.measure.click()
    measurement = shift.measurement
    assert not measurement.feedback.isCanceled()
    dialog.close()
    QgsApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert measurement.feedback.isCanceled()
    qtbot.waitUntil(lambda: not QgsApplication.taskManager().activeTasks())


def test_days_come_from_calendars(opened, tmp_path):
    from qgis.PyQt.QtCore import QDate

    from lwganet_qgis.gui.parameters.days import DaysDialog

    files = ("of 2014-07-31.tif", "year 2015.tif", "a,b.tif")
    paths = [rasters.write(tmp_path / name, rasters.halves()) for name in files]
    _, wrappers = opened("changeseries", LAYERS=paths, NAMES="x,y,z")
    names = wrappers["NAMES"]
    assert names.parameterValue() == "x,y,z" and len(names.images()) == 3
    dialog = DaysDialog(names.images())
    assert dialog.names() == ["2014-07-31", "2015", "a b"]
    dialog.fields[2][1].setDate(QDate(2016, 2, 29))
    assert dialog.names() == ["2014-07-31", "2015", "2016-02-29"] and dialog.fields[0][1].calendarPopup()
    assert DaysDialog([]).names() == []


@pytest.fixture
def desktop_letters(qgis_app):
    """As large as on a desktop: those of the offscreen platform are a third larger."""
    before = qgis_app.font()
    qgis_app.setFont(QFont(before.family(), 9))
    yield
    qgis_app.setFont(before)


@pytest.mark.usefixtures("desktop_letters")
@pytest.mark.parametrize("tool", ["segmentimage", "classifyscenes", "detectobjects", "detectchange", "changeseries"])
def test_no_dialog_scrolls_sideways(opened, qtbot, tool, layer):
    """At its default size, with everything shown; else the buttons beside choices are out of sight."""
    from qgis.PyQt.QtWidgets import QScrollArea, QToolButton, QWidget

    dialog, wrappers = opened(tool)
    if not wrappers["DEVICE"].combo.isVisible():
        dialog.findChild(QWidget, "grpAdvanced").findChild(QToolButton, "collapseButton").click()
    wrappers["BANDS"].mode.setCurrentIndex(1)
    QgsApplication.processEvents()
    assert wrappers["DEVICE"].combo.isVisible()
    areas = [area for area in dialog.mainWidget().findChildren(QScrollArea) if area.isVisible()]
    wide = {
        name: wrapper.wrappedWidget().minimumSizeHint().width()
        for name, wrapper in wrappers.items()
        if wrapper.wrappedWidget().minimumSizeHint().width() > 300
    }
    assert areas and [area.horizontalScrollBar().maximum() for area in areas] == [0], (dialog.size(), wide)
