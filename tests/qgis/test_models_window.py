# SPDX-License-Identifier: GPL-3.0-or-later
"""The models window driven as a person would: look, search, import, get, make default, verify, export, delete."""

import hashlib
import json
import os
import shutil
import threading
import time

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QFileDialog, QLineEdit, QMessageBox

from ..core.catalogues import catalogue_data, entry_data, zipped
from .conftest import ROOT

pytestmark = pytest.mark.usefixtures("provider", "own_settings")
SECONDS = 30_000
BUNDLED = {"banepa_buildings_l0", "dubai_landcover_l0", "eurosat_scenes_l0", "naip_water_change_l0"}


@pytest.fixture
def home(tiny_models, tmp_path, monkeypatch):
    """A models folder of its own, with one tiny model."""
    from lwganet_qgis import settings

    folder = tmp_path / "profile" / "models"
    shutil.copytree(tiny_models / "tiny-cover", folder / "tiny-cover")
    monkeypatch.setattr(settings, "models_folder", lambda: folder)
    return folder


@pytest.fixture
def server():
    from .model_server import ModelServer

    made = ModelServer()
    yield made
    made.close()


@pytest.fixture
def window(qtbot, home):
    from lwganet_qgis.gui.models.window import ModelsWindow

    made = ModelsWindow()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.read) and not made.tasks.work.busy, timeout=SECONDS)
    yield made
    made.dispose()
    qtbot.waitUntil(lambda: not made.tasks.work.busy, timeout=SECONDS)


@pytest.fixture
def answer(monkeypatch):
    """What is answered to questions; they are kept."""
    asked = []

    def give(button):
        def question(parent, title, text, *_):
            asked.append(text)
            return button

        monkeypatch.setattr(QMessageBox, "question", question)
        return asked

    return give


def ids(window):
    from lwganet_qgis.gui.models.rows import ROW

    return [window.list.shown.index(number, 0).data(ROW).entry.id for number in range(window.list.shown.rowCount())]


def said(window):
    item = window.messages.currentItem()
    return item.text() if item is not None else ""


def done(window, qtbot, text):
    """Waits until a message says that."""
    qtbot.waitUntil(lambda: text in said(window), timeout=SECONDS)
    assert not window.bar.isVisible()


def press(window, qtbot, name):
    button = getattr(window.panel, name)
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_bundled_and_own_models_are_listed_once(window):
    """The built-in catalogue has the bundled ones as well."""
    assert set(ids(window)) == BUNDLED | {"tiny-cover"} and len(ids(window)) == 5
    assert not window.problems.isVisible()


def metrics_of(model):
    path = ROOT / "resources" / "models" / model / "model.json"
    return json.loads(path.read_text(encoding="utf-8"))["metrics"]


def test_the_page_says_what_a_card_says(window):
    window.list.choose("banepa_buildings_l0")
    text = window.panel.page.toPlainText()
    metrics = metrics_of("banepa_buildings_l0")
    (forest,) = metrics["baselines"].values()
    for part in (
        "Buildings from drone imagery", "What it knows", "What it does not know",
        "Rectangles are loose on L-shaped roofs",
        "Pixels smaller than 0.1323 m or larger than 0.2777 m", "Trained on: Banepa, Nepal", "Building",
        "red, green, blue",
        "Average precision at IoU 0.5", f"{metrics['test']['ap50']:.3f}", "Random forest", f"{forest['ap50']:.3f}",
        "210", "Data and split", "1,413 buildings",
        "CC BY 4.0", "Commercial use: allowed", "To be named:", "5.3 MB", "512 pixels",
    ):  # fmt: skip
        assert part in text, part


def test_recall_by_class_is_a_table(window):
    window.list.choose("eurosat_scenes_l0")
    text = window.panel.page.toPlainText()
    test = metrics_of("eurosat_scenes_l0")["test"]
    assert "AnnualCrop" in text and f"{test['recall']['AnnualCrop']:.3f}" in text
    assert "Share of right scenes" in text and f"{test['top1']:.3f}" in text


@pytest.mark.parametrize("model", sorted(BUNDLED))
def test_every_bundled_model_has_a_picture(window, model):
    window.list.choose(model)
    assert not window.panel.page._picture.isNull() and "sample:" in window.panel.page.toHtml()


def test_a_card_cannot_put_anything_onto_its_page(window, home, qtbot, monkeypatch):
    from qgis.PyQt.QtCore import QUrl
    from qgis.PyQt.QtGui import QDesktopServices, QTextDocument

    path = home / "tiny-cover" / "model.json"
    data = json.loads(path.read_text())
    data.update(title='<img src="file:///etc/passwd">', description="<script>x</script> & <b>y</b>")
    path.write_text(json.dumps(data))
    window.refresh("tiny-cover")
    text = window.panel.page.toPlainText()
    assert '<img src="file:///etc/passwd">' in text and "<script>x</script> & <b>y</b>" in text
    image = int(QTextDocument.ResourceType.ImageResource)
    assert window.panel.page.loadResource(image, QUrl("file:///etc/passwd")) is None
    assert window.panel.page.loadResource(QTextDocument.ResourceType.StyleSheetResource, QUrl("sample:")) is None
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    for url in ("file:///etc/passwd", "https://example.org/"):
        window.panel.page.anchorClicked.emit(QUrl(url))
    assert opened == ["https://example.org/"]


def own_picture(home, content):
    (home / "tiny-cover" / "sample.png").write_bytes(content)
    path = home / "tiny-cover" / "model.json"
    data = json.loads(path.read_text())
    data["files"]["sample.png"] = hashlib.sha256(content).hexdigest()
    path.write_text(json.dumps(data))


def png(width, height):
    from qgis.PyQt.QtCore import QBuffer, QByteArray
    from qgis.PyQt.QtGui import QImage

    image, data = QImage(width, height, QImage.Format.Format_RGB32), QByteArray()
    image.fill(0)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


def test_a_model_may_bring_its_picture(window, home):
    window.list.choose("tiny-cover")
    assert window.panel.page._picture.isNull() and "sample:" not in window.panel.page.toHtml()
    own_picture(home, png(300, 100))
    window.refresh("tiny-cover")
    assert window.panel.page._picture.width() == 300
    assert "A picture that came with the model" in window.panel.page.toPlainText()


@pytest.mark.parametrize("content", [b"no picture", png(4001, 10), b"\x89PNG" + os.urandom(5 << 20)], ids=len)
def test_what_is_no_usual_picture_is_not_shown(window, home, content):
    own_picture(home, content)
    window.refresh("tiny-cover")
    assert window.panel.page._picture.isNull() and "What it takes" in window.panel.page.toPlainText()


def test_searching_and_filtering(window, qtbot):
    filters = window.list.filters
    qtbot.keyClicks(filters.text, "nepal building")
    assert ids(window) == ["banepa_buildings_l0"]
    assert "Banepa" in window.panel.page.toPlainText()
    filters.text.setText("no such thing")
    assert ids(window) == [] and "No model is like that" in window.panel.page.toPlainText()
    assert not window.panel.verify.isVisible() and not window.panel.get.isVisible()
    filters.reset()
    filters.task.setCurrentIndex(filters.task.findData("segmentation"))
    assert set(ids(window)) == {"dubai_landcover_l0", "tiny-cover"}
    from lwganet_qgis.gui.models.rows import Origin

    filters.origin.setCurrentIndex(filters.origin.findData(Origin.MINE))
    assert ids(window) == ["tiny-cover"]
    filters.reset()
    filters.gsd.setValue(10.0)
    assert "eurosat_scenes_l0" in ids(window) and "banepa_buildings_l0" not in ids(window)


def test_making_default_is_what_tools_begin_with(window, qtbot):
    import processing

    from lwganet_qgis import model_library

    window.list.choose("tiny-cover")
    with qtbot.waitSignal(window.modelsChanged):
        press(window, qtbot, "default")
    assert model_library.default_id("segmentation") == "tiny-cover" and window.panel.default.isChecked()
    dialog = processing.createAlgorithmDialog("lwganet:segmentimage", {})
    assert dialog.mainWidget().wrappers["MODEL"].parameterValue() == "tiny-cover"
    dialog.close()
    press(window, qtbot, "default")  # and back
    assert model_library.default_id("segmentation") == "dubai_landcover_l0" and not window.panel.default.isChecked()


def test_verifying(window, qtbot, home):
    window.list.choose("tiny-cover")
    press(window, qtbot, "verify")
    done(window, qtbot, "as they should be")
    (home / "tiny-cover" / "model.onnx").write_bytes(b"broken")
    press(window, qtbot, "verify")
    done(window, qtbot, "model.onnx is damaged")
    (home / "tiny-cover" / "model.onnx").unlink()
    press(window, qtbot, "verify")
    done(window, qtbot, "cannot be read")


def test_deleting_asks_and_takes_only_own_models(window, qtbot, home, answer, own_settings):
    window.list.choose("dubai_landcover_l0")
    assert not window.panel.delete.isVisible()
    window.list.choose("tiny-cover")
    asked = answer(QMessageBox.StandardButton.No)
    press(window, qtbot, "delete")
    assert "tiny-cover" in ids(window) and "Delete Tiny" in asked[0]
    window.tasks.make_default(window.panel.row)
    answer(QMessageBox.StandardButton.Yes)
    with qtbot.waitSignal(window.modelsChanged):
        press(window, qtbot, "delete")
    assert "tiny-cover" not in ids(window) and os.listdir(home) == []
    assert not own_settings().contains("lwganet/default_model/segmentation")


def test_a_bundled_model_is_not_deleted_by_any_way(window):
    from lwganet_qgis import model_library
    from lwganet_qgis.core.errors import ModelError

    card = next(card for card in model_library.cards() if card.id == "dubai_landcover_l0")
    with pytest.raises(ModelError, match="comes with the plugin"):
        model_library.delete(card)
    assert card.folder.exists()


def test_a_model_that_cannot_be_moved_stays_whole(window, home, monkeypatch, qtbot, answer):
    from lwganet_qgis import model_library

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(model_library.os, "replace", refuse)
    answer(QMessageBox.StandardButton.Yes)
    window.list.choose("tiny-cover")
    press(window, qtbot, "delete")
    assert "cannot be deleted: Permission denied" in said(window)
    assert sorted(os.listdir(home / "tiny-cover")) == ["model.json", "model.onnx"]


def another(tiny_models, folder, **fields):
    made = shutil.copytree(tiny_models / "tiny-change", folder)
    data = json.loads((made / "model.json").read_text())
    (made / "model.json").write_text(json.dumps({**data, **fields}))
    return made


@pytest.mark.parametrize("as_zip", [False, True])
def test_importing_a_folder_or_a_zip(window, qtbot, home, tiny_models, tmp_path, as_zip, monkeypatch):
    source = another(tiny_models, tmp_path / "given", id="given-change", title="Given change")
    if as_zip:
        path = str(zipped(source, tmp_path / "given.zip"))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
        action = "Zip of a model folder…"
    else:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(source))
        action = "Model folder…"
    with qtbot.waitSignal(window.modelsChanged, timeout=SECONDS):
        next(a for a in window.add.menu().actions() if a.text() == action).trigger()
    done(window, qtbot, "Given change is ready")
    assert window.panel.row.entry.id == "given-change" and sorted(os.listdir(home)) == ["given-change", "tiny-cover"]


def test_importing_what_is_there_asks(window, qtbot, home, tiny_models, tmp_path, answer):
    data = json.loads((home / "tiny-cover" / "model.json").read_text())
    source = shutil.copytree(tiny_models / "tiny-cover", tmp_path / "again")
    (source / "model.json").write_text(json.dumps({**data, "title": "Newer"}))
    asked = answer(QMessageBox.StandardButton.No)
    window.bring_in(source)
    assert asked and not window.tasks.work.busy and json.loads((home / "tiny-cover" / "model.json").read_text()) == data
    answer(QMessageBox.StandardButton.Yes)
    with qtbot.waitSignal(window.modelsChanged, timeout=SECONDS):
        window.bring_in(source)
    assert window.panel.row.entry.title == "Newer"


def test_a_bundled_id_is_not_taken(window, tiny_models, tmp_path, home):
    window.bring_in(another(tiny_models, tmp_path / "x", id="naip_water_change_l0"))
    assert "comes with the plugin: it cannot be replaced" in said(window) and os.listdir(home) == ["tiny-cover"]


def test_a_bad_import_says_why(window, qtbot, home, tiny_models, tmp_path):
    source = another(tiny_models, tmp_path / "x", id="bad-change")
    (source / "model.onnx").write_bytes(b"other")
    window.bring_in(source)
    done(window, qtbot, "is not the file of the card")
    window.bring_in(tmp_path)
    assert "is not a model folder" in said(window) and os.listdir(home) == ["tiny-cover"]


def test_the_window_that_imports_opens(window, qtbot):
    window.import_file()
    assert window.import_dialog.isVisible() and window.import_dialog.parent() is window
    window.list.choose("eurosat_scenes_l0")
    with qtbot.waitSignal(window.modelsChanged):
        window.import_dialog.imported.emit("tiny-cover")
    assert window.panel.row.entry.id == "tiny-cover"
    window.import_dialog.close()


def test_what_a_dead_qgis_left_is_taken_away(window, qtbot, home):
    long_ago = time.time() - 2 * 86_400
    for name in (".incoming-old", ".removed-old", ".download-old", ".incoming-new"):
        (home / name).mkdir()
        (home / name / "model.onnx").write_bytes(b"half")
        if name.endswith("old"):
            for path in (home / name / "model.onnx", home / name):
                os.utime(path, (long_ago, long_ago))
    window.tasks.read_catalogues()
    qtbot.waitUntil(lambda: not window.tasks.work.busy, timeout=SECONDS)
    assert sorted(os.listdir(home)) == [".download-old", ".incoming-new", "tiny-cover"]


def test_a_folder_that_is_no_model_is_said(window, home):
    (home / "broken").mkdir()
    (home / "broken" / "model.json").write_text("{")
    window.refresh()
    assert window.problems.isVisible() and "broken" in window.problems.text()


@pytest.fixture
def on_the_web(server, tiny_models, tmp_path):
    """A catalogue with a model of some megabytes, set as the user's own."""
    from lwganet_qgis import model_settings
    from lwganet_qgis.model_settings import CatalogueSetting

    source = another(tiny_models, tmp_path / "web", id="web-change", title="Web change", license="CC-BY-NC-4.0")
    (source / "notes.bin").write_bytes(os.urandom(2_000_000))
    data = json.loads((source / "model.json").read_text())
    data["files"]["notes.bin"] = hashlib.sha256((source / "notes.bin").read_bytes()).hexdigest()
    (source / "model.json").write_text(json.dumps(data))
    server.serve(source, "/files")
    said = entry_data(source, "files/")
    said["license"] = {"name": "CC-BY-NC-4.0", "url": "https://example.org/nc", "commercial_use": "no"}
    wrong = {**entry_data(source), "id": "wrong"}
    server.files["/c.json"] = json.dumps({**catalogue_data(said, wrong), "title": "Web models"}).encode()
    model_settings.set_catalogues([CatalogueSetting(server.url("/c.json"))])
    return source


@pytest.fixture
def web_window(home, on_the_web, window):
    window.list.choose("web-change")
    assert window.panel.row.entry.id == "web-change"
    return window


@pytest.fixture
def agree(monkeypatch):
    """Answers the licence's dialog; gives what it showed."""
    from qgis.PyQt.QtWidgets import QLabel

    from lwganet_qgis.gui.models.dialogs import license

    shown = []

    def choose(yes):
        def run(dialog):
            shown.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
            assert not dialog.download.isEnabled()
            dialog.accepted_box.setChecked(True)
            assert dialog.download.isEnabled()
            return dialog.DialogCode.Accepted if yes else dialog.DialogCode.Rejected

        monkeypatch.setattr(license.LicenseDialog, "exec", run)
        return shown

    return choose


def test_a_catalogue_is_listed_with_what_is_wrong_in_it(web_window):
    assert set(ids(web_window)) == BUNDLED | {"tiny-cover", "web-change"}
    assert "model 2 (wrong)" in web_window.problems.text()
    text = web_window.panel.page.toPlainText()
    assert "Web models" in text and "Commercial use: not allowed" in text
    assert web_window.panel.get.isVisible() and not web_window.panel.default.isVisible()


def test_the_licence_comes_first(web_window, qtbot, home, agree, server):
    server.asked.clear()
    shown = agree(False)
    press(web_window, qtbot, "get")
    assert "CC-BY-NC-4.0" in shown[0] and "not allowed" in shown[0] and "2.0 MB" in shown[0]
    assert not web_window.tasks.work.busy and os.listdir(home) == ["tiny-cover"] and not server.asked


def test_getting_a_model(web_window, qtbot, home, agree):
    agree(True)
    with qtbot.waitSignal(web_window.modelsChanged, timeout=SECONDS):
        press(web_window, qtbot, "get")
    done(web_window, qtbot, "Web change is ready")
    assert sorted(os.listdir(home)) == ["tiny-cover", "web-change"]
    assert web_window.panel.row.card is not None and web_window.panel.delete.isVisible()
    assert ids(web_window).count("web-change") == 1


def test_getting_can_be_cancelled(web_window, qtbot, home, agree, server):
    agree(True)
    server.hold = threading.Event()
    press(web_window, qtbot, "get")
    qtbot.waitUntil(lambda: web_window.bar.isVisible() and "of 2.0 MB" in web_window.bar.bytes.text(), timeout=SECONDS)
    assert not web_window.panel.get.isEnabled() and not web_window.add.isEnabled()
    qtbot.mouseClick(web_window.bar.cancel, Qt.MouseButton.LeftButton)
    done(web_window, qtbot, "Cancelled; nothing of it is left")
    assert os.listdir(home) == ["tiny-cover"] and web_window.panel.get.isEnabled()


def test_a_line_that_broke_is_gone_on_with_by_the_next_press(web_window, qtbot, home, agree, server):
    agree(True)
    server.cut, server.ranges = 500_000, False
    press(web_window, qtbot, "get")
    done(web_window, qtbot, "notes.bin")
    (part,) = home.glob(".download-*/notes.bin.part")
    kept = part.stat().st_size
    assert kept > 0 and "web-change" in ids(web_window) and web_window.panel.get.isEnabled()
    server.cut, server.ranges = 0, True
    server.asked.clear()
    with qtbot.waitSignal(web_window.modelsChanged, timeout=SECONDS):
        press(web_window, qtbot, "get")
    assert [first for path, first, _ in server.asked if path.endswith("notes.bin")] == [kept]
    assert sorted(os.listdir(home)) == ["tiny-cover", "web-change"]


def test_a_wrong_file_is_refused(web_window, qtbot, home, agree, server):
    agree(True)
    server.files["/files/notes.bin"] = os.urandom(2_000_000)
    press(web_window, qtbot, "get")
    done(web_window, qtbot, "is not the file of the catalogue")
    assert [name for name in os.listdir(home) if not name.startswith(".")] == ["tiny-cover"]


def test_a_catalogue_that_cannot_be_had_keeps_the_others(web_window, qtbot, server):
    server.status = 500
    web_window.tasks.read_catalogues()
    qtbot.waitUntil(lambda: "the server answered 500" in web_window.problems.text(), timeout=SECONDS)
    assert set(ids(web_window)) == BUNDLED | {"tiny-cover"}


def test_another_version_of_a_model_at_hand_is_offered(web_window, qtbot, home, agree, answer, tiny_models):
    """And replaces the one that is there, when that is wanted."""
    another(tiny_models, home / "web-change", id="web-change", title="Older")
    web_window.refresh("web-change")
    assert ids(web_window).count("web-change") == 2
    from lwganet_qgis.gui.models.rows import Origin

    web_window.list.filters.origin.setCurrentIndex(web_window.list.filters.origin.findData(Origin.CATALOGUE))
    agree(True)
    asked = answer(QMessageBox.StandardButton.Yes)
    with qtbot.waitSignal(web_window.modelsChanged, timeout=SECONDS):
        press(web_window, qtbot, "get")
    assert "already. Replace it?" in asked[0]
    assert json.loads((home / "web-change" / "model.json").read_text())["title"] == "Web change"


def test_an_exported_item_is_a_catalogue_again(window, qtbot, home, tmp_path, monkeypatch, agree, answer):
    """Written beside the files, it can be had from there by another."""
    window.list.choose("tiny-cover")
    share = shutil.copytree(home / "tiny-cover", tmp_path / "share")
    path = share / "tiny-cover.stac-item.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(window, qtbot, "export")
    assert "is described in" in said(window) and sorted(p.name for p in share.iterdir() if p.suffix == ".part") == []
    answer(QMessageBox.StandardButton.Yes)
    press(window, qtbot, "delete")
    from lwganet_qgis.gui.models.dialogs.catalogues import CataloguesDialog

    monkeypatch.setattr(
        CataloguesDialog, "exec",
        lambda dialog: (dialog.place.setFilePath(str(path)), dialog.accept(), dialog.result())[-1],
    )  # fmt: skip
    qtbot.mouseClick(window.catalogues, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "tiny-cover" in ids(window), timeout=SECONDS)
    window.list.choose("tiny-cover")
    agree(True)
    with qtbot.waitSignal(window.modelsChanged, timeout=SECONDS):
        press(window, qtbot, "get")
    assert (home / "tiny-cover" / "model.onnx").read_bytes() == (share / "model.onnx").read_bytes()


def test_published_models_can_be_had_by_others(window, qtbot, home, tmp_path, monkeypatch, agree, answer):
    """From the folder itself, by its catalogue and by its STAC collection."""
    from lwganet_qgis import model_settings
    from lwganet_qgis.catalogue.sources import setting_of

    share = tmp_path / "Our models"
    share.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(share))
    qtbot.mouseClick(window.publish, Qt.MouseButton.LeftButton)
    done(window, qtbot, "Others can add")
    assert sorted(os.listdir(share)) == ["catalogue.json", "collection.json", "tiny-cover"]
    asked = answer(QMessageBox.StandardButton.No)
    qtbot.mouseClick(window.publish, Qt.MouseButton.LeftButton)
    assert "already. Replace it?" in asked[0] and not window.tasks.work.busy
    answer(QMessageBox.StandardButton.Yes)
    agree(True)
    for name in ("catalogue.json", "collection.json"):
        window.list.choose("tiny-cover")
        press(window, qtbot, "delete")
        assert not window.publish.isEnabled()
        model_settings.set_catalogues([setting_of(str(share / name))])
        window.tasks.read_catalogues()
        qtbot.waitUntil(lambda: "tiny-cover" in ids(window) and not window.tasks.work.busy, timeout=SECONDS)
        window.list.choose("tiny-cover")
        assert "Our models" in window.panel.page.toPlainText()
        with qtbot.waitSignal(window.modelsChanged, timeout=SECONDS):
            press(window, qtbot, "get")
        assert sorted(os.listdir(home)) == ["tiny-cover"] and window.publish.isEnabled()


def test_an_item_that_cannot_be_written_is_said(window, qtbot, tmp_path, monkeypatch):
    window.list.choose("tiny-cover")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.json"), ""))
    press(window, qtbot, "export")
    assert "cannot be written" in said(window)


def test_a_description_of_another_tool_can_be_read_not_had(qtbot, home, window, tmp_path):
    from lwganet_qgis import model_settings
    from lwganet_qgis.catalogue.sources import setting_of

    definition = {"Framework": "x", "ModelType": "ImageClassification", "ModelFile": "w.pth",
                  "Classes": [{"Value": 1, "Name": "Ice", "Color": [1, 2, 3]}]}  # fmt: skip
    (tmp_path / "glacier.emd").write_text(json.dumps(definition))
    model_settings.set_catalogues([setting_of(str(tmp_path / "glacier.emd"))])
    window.tasks.read_catalogues()
    qtbot.waitUntil(lambda: "glacier" in ids(window), timeout=SECONDS)
    window.list.choose("glacier")
    text = window.panel.page.toPlainText()
    assert "To be read, not run" in text and "never run" in text and "Ice" in text and "Licence" in text
    assert window.panel.get.isVisible() and not window.panel.get.isEnabled()


def test_catalogues_are_added_and_removed(qtbot, home, tmp_path):
    from lwganet_qgis import model_settings
    from lwganet_qgis.gui.models.dialogs.catalogues import CataloguesDialog

    dialog = CataloguesDialog()
    qtbot.addWidget(dialog)
    dialog.place.setFilePath("nowhere.json")
    dialog.accept()
    assert "neither a file nor" in dialog.problem.text() and model_settings.catalogues() == []
    for place in ("https://a.org/c.json", "https://b.org/c.json", "https://a.org/c.json"):
        dialog.place.setFilePath(place)
        qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert dialog.list.count() == 2
    dialog.list.setCurrentRow(0)
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    dialog.accept()
    assert [setting.place for setting in model_settings.catalogues()] == ["https://a.org/c.json"]


def test_the_button_beside_a_choice_shows_the_page(qtbot):
    import processing

    dialog = processing.createAlgorithmDialog("lwganet:segmentimage", {})
    choice = dialog.mainWidget().wrappers["MODEL"].choice
    assert "Buildings, unpaved land" in choice.combo.toolTip() and "0.3 to 1.2 m" in choice.combo.toolTip()
    choice.about.click()
    assert "Dubai" in choice.about.dialog.windowTitle() and "What it knows" in choice.about.dialog.page.toPlainText()
    choice.about.dialog.close()
    dialog.mainWidget().wrappers["MODEL"].show_value("gone")
    assert not choice.about.isEnabled()
    dialog.close()


def test_the_change_window_has_the_button_and_sees_new_models(qtbot, qgis_iface, qgis_new_project, home, tiny_models):
    from qgis.PyQt.QtWidgets import QMainWindow

    from lwganet_qgis import plugin

    main = QMainWindow()
    qtbot.addWidget(main)
    qgis_iface.mainWindow, before = (lambda: main), qgis_iface.mainWindow
    ours = plugin.LwganetPlugin(qgis_iface)
    try:
        ours.show_change_window()
        choose = ours.change_window.choose
        choose.about.click()
        assert "water" in choose.about.dialog.windowTitle().lower()
        choose.about.dialog.close()
        ours.show_models_window()
        qtbot.waitUntil(lambda: bool(ours.models_window.read), timeout=SECONDS)
        assert choose.model.findData("tiny-change") < 0
        ours.models_window.bring_in(tiny_models / "tiny-change")
        qtbot.waitUntil(lambda: choose.model.findData("tiny-change") >= 0, timeout=SECONDS)
        assert choose.model.currentData() == "naip_water_change_l0"
    finally:
        ours.unload()
        qgis_iface.mainWindow = before
    assert ours.models_window is None


def test_closed_in_the_middle_nothing_is_left(web_window, qtbot, home, agree, server):
    """The plugin goes while something comes."""
    agree(True)
    server.hold = threading.Event()
    press(web_window, qtbot, "get")
    qtbot.waitUntil(web_window.bar.isVisible, timeout=SECONDS)
    web_window.dispose()
    qtbot.waitUntil(lambda: os.listdir(home) == ["tiny-cover"], timeout=SECONDS)


def test_every_control_says_what_it_is_for(window, qtbot):
    from lwganet_qgis.gui.models.dialogs.catalogues import CataloguesDialog

    dialog = CataloguesDialog()
    qtbot.addWidget(dialog)
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit)
    for panel in (window.list.filters, window.panel, window.bar, window, dialog):
        for control in [found for kind in kinds for found in panel.findChildren(kind)]:
            inside = control
            while inside is not None and not inside.whatsThis() and inside is not panel:
                inside = inside.parentWidget()
            ours = type(control).__module__.startswith("lwganet") or getattr(control, "text", str)()
            assert inside.whatsThis() or not ours or "QDialogButtonBox" in str(type(control.parentWidget())), control
