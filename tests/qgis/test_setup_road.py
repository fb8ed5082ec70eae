# SPDX-License-Identifier: GPL-3.0-or-later
"""From "there is no engine" to the first map, by the clicks that a person makes; with a network and without."""

import json
import os
import zipfile

import pytest
from qgis.core import QgsProcessingContext, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton

from . import rasters
from .conftest import ENGINE
from .engines import PYTHON, earlier, folder_of_wheels, names, only_uv, script

MINUTES = 240_000
"""Milliseconds that a set-up may take on a busy machine."""


@pytest.fixture
def fresh(provider, qgis_iface, tmp_path, monkeypatch):
    """No engine anywhere; the plugin's own place for engines."""
    from lwganet_qgis import settings
    from lwganet_qgis.engine import environment
    from lwganet_qgis.gui.engine import entry
    from lwganet_qgis.gui.engine.window import SetUpWindow

    monkeypatch.delenv("LWGANET_ENGINE_PYTHON")
    monkeypatch.setenv("PATH", only_uv(tmp_path / "bin"))
    root = tmp_path / "profile" / "lwganet" / "engine"
    monkeypatch.setattr(settings, "engine_folder", lambda: root)
    chosen = [""]  # settings are one file for all tests, which run side by side
    monkeypatch.setattr(settings, "engine_python", lambda: chosen[0])
    monkeypatch.setattr(settings, "set_engine_python", lambda path: chosen.__setitem__(0, path))
    monkeypatch.setattr(entry, "OFFERED", f"lwganet/engine_offered_{os.getpid()}")
    QgsSettings().setValue(entry.OFFERED, True)
    environment.forget_tried()
    qgis_iface.messageBar().clearWidgets()
    yield root
    if SetUpWindow._open is not None:
        SetUpWindow._open.close()
    QgsSettings().remove(entry.OFFERED)
    environment.forget_tried()


def tool():
    from lwganet_qgis.algorithms.segment import SegmentImage

    return SegmentImage().create()


def parameters(image, out):
    return {"INPUT": image, "MODEL": "tiny-cover", "OUTPUT": str(out)}


def window():
    from lwganet_qgis.gui.engine.window import SetUpWindow

    return SetUpWindow._open


def button_of_the_note(iface):
    item = iface.messageBar().currentItem()
    (button,) = [b for b in item.findChildren(QPushButton) if b.text() == "Set up…"]
    return item, button


def test_offline_message_click_progress_first_map(fresh, provider, qgis_iface, qtbot, image, tmp_path, monkeypatch):
    import processing

    from lwganet_qgis.engine.pythons.platforms import here
    from lwganet_qgis.engine.setup.job import megabytes

    wheels, out = folder_of_wheels(), tmp_path / "map.tif"
    fits, said = tool().checkParameterValues(parameters(image, out), QgsProcessingContext())
    assert not fits and "The engine is not set up yet" in said and '<a href="lwganet:engine">' in said
    item, button = button_of_the_note(qgis_iface)
    assert item.text() == "The engine is not set up yet."
    assert "not set up yet" in provider.warningMessage()
    button.click()
    shown = window()
    labels = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert shown.isVisible() and f"{megabytes(shown.choose.kind.download(here()))} to download" in labels
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(wheels))
    seen = []
    shown.choose.wheels.click()
    shown.work.shared.connect(lambda share, done, total: seen.append((share, done, total)))
    assert shown.pages.currentWidget() is shown.running
    qtbot.waitUntil(lambda: shown.work is None, timeout=MINUTES)
    assert shown.pages.currentWidget() is shown.success, shown.failure.details
    assert seen == sorted(seen, key=lambda step: step[0]) and seen[-1][0] == 1.0
    assert any(total > done > 1e6 for _, done, total in seen)
    assert "The engine is ready" in shown.success.text.text()
    assert qgis_iface.messageBar().currentItem() is None, "the note is gone"
    (name,) = [name for name in names(fresh) if name.startswith("processor-")]
    assert ".scratch" not in names(fresh / name)
    processing.run("lwganet:segmentimage", parameters(image, out))
    assert rasters.grid(out) == rasters.grid(image)
    shown.success.tool.click()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and "Segment" in w.windowTitle()]
    dialog.close()


def test_online_one_click(fresh, qtbot, image, tmp_path):
    """Against the index that this computer uses."""
    import processing

    from lwganet_qgis.gui.engine import open_setup_window

    shown = open_setup_window()
    faults = []
    shown.choose.start.click()
    shown.work.failed.connect(faults.append)
    qtbot.waitUntil(lambda: shown.work is None, timeout=MINUTES)
    if faults and faults[0].cause.name == "NETWORK":
        pytest.skip("no network")
    assert shown.pages.currentWidget() is shown.success, shown.failure.details
    out = tmp_path / "map.tif"
    processing.run("lwganet:segmentimage", parameters(image, out))
    assert rasters.grid(out) == rasters.grid(image)


def test_a_link_in_a_message_opens_the_window(fresh, qgis_iface, qtbot):
    from lwganet_qgis.gui.engine.entry import EngineEntry

    entry, box = EngineEntry(qgis_iface, "LWGANet"), QMessageBox()
    box.open()
    QDesktopServices.openUrl(QUrl("lwganet:engine"))
    qtbot.waitUntil(lambda: window() is not None)
    assert not box.isVisible() and window().isVisible()
    entry.remove()


def test_the_note_after_installing_comes_once(fresh, qgis_iface, qtbot):
    from lwganet_qgis.gui.engine.entry import OFFERED, EngineEntry

    QgsSettings().remove(OFFERED)
    for expected in (True, False):
        qgis_iface.messageBar().clearWidgets()
        entry = EngineEntry(qgis_iface, "LWGANet")
        with qtbot.waitSignal(entry.first.done):
            pass
        qtbot.wait(10)
        assert (qgis_iface.messageBar().currentItem() is not None) is expected
        entry.remove()


def test_no_note_where_there_is_an_engine(fresh, qgis_iface, qtbot, monkeypatch):
    from lwganet_qgis.gui.engine.entry import OFFERED, EngineEntry

    QgsSettings().remove(OFFERED)
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", ENGINE)
    qgis_iface.messageBar().clearWidgets()
    entry = EngineEntry(qgis_iface, "LWGANet")
    with qtbot.waitSignal(entry.first.done):
        pass
    qtbot.wait(10)
    assert qgis_iface.messageBar().currentItem() is None
    entry.remove()


def test_use_this_python(fresh, provider, qtbot, monkeypatch, image, tmp_path):
    from lwganet_qgis import settings
    from lwganet_qgis.gui.engine import open_setup_window

    shown = open_setup_window()
    for path, works in (("/usr/bin/qgis", False), ("/usr/bin/python3", False), (ENGINE, True)):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, path=path: (path, ""))
        shown.choose.python.click()
        qtbot.waitUntil(lambda: shown.work is None, timeout=MINUTES)
        assert shown.pages.currentWidget() is (shown.success if works else shown.failure)
        assert settings.engine_python() == (ENGINE if works else "")
        if not works:
            assert path in shown.failure.text.text()
            shown.failure.again.click()
    fits, said = tool().checkParameterValues(parameters(image, tmp_path / "o.tif"), QgsProcessingContext())
    assert fits and not provider.warningMessage(), said


def test_a_failure_explains_itself_and_can_be_copied(fresh, qtbot, monkeypatch, tmp_path):
    from lwganet_qgis.gui.engine import open_setup_window

    (tmp_path / "empty").mkdir()
    shown = open_setup_window()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "empty"))
    shown.choose.wheels.click()
    qtbot.waitUntil(lambda: shown.work is None, timeout=MINUTES)
    assert shown.pages.currentWidget() is shown.failure
    text = shown.failure.text.text()
    assert "does not have all packages" in text and "troubleshooting.md#folder-of-wheels" in text
    shown.failure.copy.click()
    assert "[folder-of-wheels]" in QApplication.clipboard().text()
    shown.failure.again.click()
    assert shown.pages.currentWidget() is shown.start


@pytest.mark.parametrize("how", ["cancel", "close"])
def test_what_is_stopped_leaves_nothing(fresh, qtbot, how):
    from lwganet_qgis.gui.engine import open_setup_window

    shown = open_setup_window()
    shown.set_up(str(folder_of_wheels()))
    said = shown.work.progress.said
    qtbot.waitUntil(lambda: any("Downloading and" in line for line in said), timeout=MINUTES)
    if how == "cancel":
        shown.running.cancel.click()
        qtbot.waitUntil(lambda: shown.work is None, timeout=MINUTES)
        assert shown.pages.currentWidget() is shown.start
    else:
        shown.close()
        assert window() is None
    assert not [name for name in names(fresh) if name.startswith("processor")]


def test_engines_are_listed_used_and_deleted(fresh, qtbot, monkeypatch):
    from lwganet_qgis.engine.pythons.kinds import kind_of
    from lwganet_qgis.gui.engine import open_setup_window

    fresh.mkdir(parents=True)
    old, new = earlier(fresh), earlier(fresh, kind_of("processor").digest, made=2.0)
    more = earlier(fresh, kind_of("training").digest, made=3.0, kind="training")
    shown = open_setup_window()
    assert str(more) in shown.choose.now.text() and shown.older.isVisible()
    rows = {shown.older.grid.itemAtPosition(row, 0).widget().toolTip(): row for row in range(3)}

    def button(folder, column):
        return shown.older.grid.itemAtPosition(rows[str(folder)], column).widget()

    qtbot.waitUntil(lambda: all("MB" in button(folder, 1).text() for folder in (old, new, more)))
    assert [button(folder, 2).isEnabled() for folder in (old, new, more)] == [False, True, False]
    with qtbot.waitSignal(shown.engineChanged):
        button(new, 2).click()
    assert str(new) in shown.choose.now.text()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    rows = {shown.older.grid.itemAtPosition(row, 0).widget().toolTip(): row for row in range(3)}
    button(old, 3).click()
    assert names(fresh) == sorted([new.name, more.name])


@pytest.mark.long
def test_a_folder_for_another_computer(fresh, qtbot, tmp_path, monkeypatch):
    """What it is asked for is another's: wheels of Windows, checked by their hashes."""
    from lwganet_qgis.gui.engine import open_setup_window
    from lwganet_qgis.gui.engine.for_whom import ForWhom

    shown, target = open_setup_window(), tmp_path / "wheels"
    asked = ForWhom("processor", shown)
    assert asked.asked[2] == [PYTHON]
    asked.platform.setCurrentIndex(asked.platform.findData("macos-x86_64"))
    assert asked.kind.count() == 1, "nothing else is published for it"
    asked.platform.setCurrentIndex(asked.platform.findData("windows-x86_64"))
    asked.kind.setCurrentIndex(asked.kind.findData("directml"))
    assert "83 MB" in asked.size.text()
    faults = []
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    shown.make_folder(asked, str(target))
    shown.work.failed.connect(faults.append)
    qtbot.waitUntil(lambda: shown.work is None, timeout=MINUTES)
    if faults and faults[0].cause.name == "NETWORK":
        pytest.skip("no network")
    assert shown.pages.currentWidget() is shown.success, shown.failure.details
    made = names(target)
    assert any(name.startswith("onnxruntime_directml-") and name.endswith("win_amd64.whl") for name in made)
    assert all(name.endswith(("win_amd64.whl", "none-any.whl")) for name in made) and len(made) > 10
    assert all(zipfile.ZipFile(target / name).testzip() is None for name in made if "affine" in name)





@pytest.mark.long
def test_without_a_screen(qgis_process, image, tmp_path):
    """qgis_process alone: the check fails, the set-up, the check passes, a map."""
    place = {"LWGANET_ENGINE_PYTHON": "", "LWGANET_ENGINE_FOLDER": str(tmp_path / "engine")}
    report = tmp_path / "report.json"
    done = qgis_process.run("checkengine", place, OUTPUT_JSON=report)
    assert done.returncode == 1 and "not set up yet" in done.stderr and "<a href" not in done.stderr
    assert json.loads(report.read_text())["works"] is False
    done = qgis_process.run("installengine", place, WHEELS=folder_of_wheels())
    assert done.returncode == 0, done.stderr
    done = qgis_process.run("checkengine", place, OUTPUT_JSON=report, OUTPUT_HTML=tmp_path / "report.html")
    assert done.returncode == 0 and "The engine works." in done.stdout
    found = json.loads(report.read_text())
    assert found["works"] and found["kind"] == "processor" and not found["found"]["trials"][0]["problem"]
    assert "The engine works." in (tmp_path / "report.html").read_text()
    done = qgis_process.run("segmentimage", place, INPUT=image, MODEL="tiny-cover", OUTPUT=tmp_path / "m.tif")
    assert done.returncode == 0 and rasters.grid(tmp_path / "m.tif") == rasters.grid(image)


@pytest.mark.parametrize(
    ("given", "said"), [({"KIND": "abacus"}, "KIND"), ({"WHEELS": "/nowhere"}, "WHEELS is /nowhere, which is no")]
)
def test_a_set_up_with_wrong_words(provider, given, said):
    from lwganet_qgis.algorithms.install_engine import InstallEngine

    fits, reason = InstallEngine().create().checkParameterValues(given, QgsProcessingContext())
    assert not fits and said in reason


def test_the_check_of_an_engine_that_works(provider):
    import processing

    found = processing.run("lwganet:checkengine", {})
    assert "The engine works." in found["REPORT"] and "ms, by CPUExecutionProvider" in found["REPORT"]
    assert json.loads(found["JSON"])["found"]["versions"]


def test_the_check_of_one_that_does_not(provider, monkeypatch, tmp_path):
    import processing
    from qgis.core import QgsProcessingException

    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", str(script(tmp_path / "python3", "#!/bin/sh\nexit 3\n")))
    with pytest.raises(QgsProcessingException, match="cannot start"):
        processing.run("lwganet:checkengine", {"OUTPUT_JSON": str(tmp_path / "r.json")})
    assert json.loads((tmp_path / "r.json").read_text())["works"] is False
