# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of LWGANet in QGIS's options: what it shows, stores and refuses, and its test of the engine."""

import re
import sys
from html import unescape

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt

from ..patience import patient
from .conftest import ENGINE
from .test_settings import by_name, unset  # noqa: F401

pytestmark = pytest.mark.usefixtures("provider")
LONG = int(patient(30) * 1000)


@pytest.fixture
def make(qtbot, unset):  # noqa: F811
    """A page as QGIS gets it."""

    def make():
        from lwganet_qgis.gui.options.factory import PAGE, OptionsFactory

        class Iface:
            said = []

            def messageBar(self):  # noqa: N802
                return self

            def pushWarning(self, title, text):  # noqa: N802
                self.said.append(text)

        iface = Iface()
        factory = OptionsFactory(iface)
        page = factory.createWidget()
        page.factory, page.iface = factory, iface
        assert factory.title() == "LWGANet" and page.objectName() == PAGE
        qtbot.addWidget(page)
        page.show()
        return page

    return make


def notes(page):
    return [plain(field.note.text()) for field in page.fields if field.note.isVisible()]


def plain(text):
    return unescape(re.sub("<[^>]+>", "", text)).removeprefix("✖ ")


def test_it_shows_what_is_stored_and_stores_what_is_changed(make, tmp_path):
    by_name("device").store("cuda:1")
    by_name("threads").store("3")
    page = make()
    assert (page.device.currentText(), page.threads.value(), page.memory.text()) == ("cuda:1", 3, "")
    page.device.setCurrentText("cpu")
    page.threads.setValue(0)
    page.memory.setText("2,5")
    page.models.setFilePath(str(tmp_path))
    assert notes(page) == ["Set by the environment variable LWGANET_ENGINE_PYTHON."]
    page.apply()
    assert page.iface.said == []
    stored = {name: by_name(name).stored_text() for name in ("device", "threads", "memory_limit_gb", "models_folder")}
    assert stored == {"device": "cpu", "threads": "", "memory_limit_gb": "2.5", "models_folder": str(tmp_path)}
    assert not QgsSettings().contains("lwganet/threads")
    again = make()
    assert (again.device.currentText(), again.memory.text(), again.models.filePath()) == ("cpu", "2.5", str(tmp_path))


def test_an_untouched_page_stores_nothing(make):
    page = make()
    page.apply()
    assert not any(QgsSettings().contains(field.setting.key) for field in page.fields)


def test_what_may_not_be_is_said_at_once_and_not_stored(make, monkeypatch):
    monkeypatch.delenv("LWGANET_ENGINE_PYTHON")
    page = make()
    page.device.setCurrentText("gpu")
    page.memory.setText("much")
    page.models.setFilePath("models")
    page.engine.python.setFilePath("/usr/bin/qgis")
    page.threads.setValue(2)
    said = notes(page)
    assert [text.split(";")[0] for text in said[1:]] == ["This is 'gpu'", "This is 'much'", "This is 'models'"]
    assert "not a Python" in said[0]
    page.apply()
    (told,) = page.iface.said
    for name in ("device", "memory_limit_gb", "models_folder"):
        assert f"The setting lwganet/{name} is" in told
    assert "/usr/bin/qgis" in told
    assert [field.setting.key for field in page.fields if field.setting.stored_text()] == ["lwganet/threads"]


def test_what_a_variable_decides_is_shown_and_left_alone(make, monkeypatch):
    by_name("device").store("cpu")
    monkeypatch.setenv("LWGANET_DEVICE", "cuda")
    monkeypatch.setenv("LWGANET_THREADS", "many")
    page = make()
    assert page.device.currentText() == "cuda" and not page.device.isEnabled()
    assert "Set by the environment variable LWGANET_DEVICE." in notes(page)
    assert any("variable LWGANET_THREADS is 'many'; give a whole number" in text for text in notes(page))
    page.apply()
    assert by_name("device").stored_text() == "cpu" and page.iface.said == []


def test_the_engine_is_tested_by_a_click(make, qtbot):
    page = make()
    assert ENGINE in page.engine.state.text()
    with qtbot.waitSignal(page.engine.tested, timeout=LONG) as told:
        qtbot.mouseClick(page.engine.test, Qt.MouseButton.LeftButton)
        assert not page.engine.test.isEnabled()
    assert told.args == [True] and page.engine.test.isEnabled()
    assert "The engine works." in page.engine.state.text() and "ONNX Runtime" in page.engine.state.text()


def test_an_engine_that_does_not_work_says_why(make, qtbot, monkeypatch):
    monkeypatch.delenv("LWGANET_ENGINE_PYTHON")
    page = make()
    page.engine.python.setFilePath("/nowhere/python3")
    qtbot.mouseClick(page.engine.test, Qt.MouseButton.LeftButton)
    assert "/nowhere/python3 does not exist" in page.engine.state.text() and page.engine._trial is None
    bare = "/usr/bin/python3" if sys.prefix != "/usr" else sys.executable
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", bare)
    page = make()
    with qtbot.waitSignal(page.engine.tested, timeout=LONG) as told:
        qtbot.mouseClick(page.engine.test, Qt.MouseButton.LeftButton)
    assert told.args == [False] and "onnxruntime" in page.engine.state.text()


def test_a_page_that_is_closed_leaves_no_thread(make, qtbot):
    page = make()
    qtbot.mouseClick(page.engine.test, Qt.MouseButton.LeftButton)
    trial = page.engine._trial
    page.close()
    assert trial.isFinished() and page.engine._trial is None


def test_set_up_is_a_click_away(make, qtbot, monkeypatch):
    from lwganet_qgis.gui.options import engine_box

    changed = []

    class Window:
        def __init__(self):
            self.engineChanged = self

        def connect(self, slot):
            changed.append(slot)

    monkeypatch.setattr(engine_box, "open_setup_window", lambda parent: Window())
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", "/nowhere/python3")
    page = make()
    assert "/nowhere/python3 does not exist" in page.engine.state.text()
    qtbot.mouseClick(page.engine.set_up, Qt.MouseButton.LeftButton)
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", ENGINE)
    changed[0]()
    assert ENGINE in page.engine.state.text() and "does not exist" not in page.engine.state.text()
