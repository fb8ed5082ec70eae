# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that imports a model: a graph without metadata is read, said, and then in its tool's list."""

import shutil
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..patience import patient
from .test_detection import run
from .test_import import library, values_of  # noqa: F401
from .test_import_onnx import files  # noqa: F401

pytestmark = pytest.mark.usefixtures("provider")
LONG = int(patient(30) * 1000)


@pytest.fixture
def window(qtbot, library):  # noqa: F811
    from lwganet_qgis.gui.importing.open import open_import_dialog

    dialog = open_import_dialog()
    qtbot.addWidget(dialog, before_close_func=lambda dialog: dialog.done(0))
    return dialog


def read(window, qtbot, path):
    window.choose(str(path))
    qtbot.waitUntil(lambda: not window.busy, timeout=LONG)
    assert not window.said.text() or "✖" in window.said.text()
    return window.page


def finish(window, qtbot):
    with qtbot.waitSignal(window.imported, timeout=LONG) as told:
        qtbot.mouseClick(window.start, Qt.MouseButton.LeftButton)
    return told.args[0]


def offered(page):
    return [fit.form for fit in (page.fit.itemData(row) for row in range(page.fit.count())) if fit is not None]


def test_from_a_file_that_says_nothing_to_a_map(window, qtbot, files, library, image, tmp_path):  # noqa: F811
    page = read(window, qtbot, files / "plain.onnx")
    assert page is window.graph
    assert "image: float, 1 x 3 x 64 x 64" in page.holds.text() and "logits: float" in page.holds.text()
    assert offered(page)[0] == "map_probabilities" and not any(form.startswith("boxes") for form in offered(page))
    assert page.classes.rowCount() == 3 and not page.tile.isEnabled() and page.tile.value() == 64
    assert not window.start.isEnabled() and "0, 1, 2" in window.missing.text()
    page.classes.setCurrentCell(0, 0)
    page.classes.paste("red\ngreen\nblue\n")
    assert window.start.isEnabled() and not window.missing.isVisible()
    page.classes.cellWidget(1, 1).setColor(QColor("#123456"))
    page.bands.setText("red, green")
    assert "Name 3 bands (2 are named)" in window.missing.text() and not window.start.isEnabled()
    page.bands.setText("red, green, blue")
    page.gsd.setText("0.5")
    window.name.setText("Plain one")
    window.license.setText("MIT")
    model = finish(window, qtbot)
    assert "Plain one can be used now, for segmentation" in window.said.text() and not window.file.filePath()
    out = str(tmp_path / "classes.tif")
    run("segmentimage", INPUT=image, MODEL=model, OUTPUT=out)
    assert (values_of(out)[:, :48] == 0).all()
    from lwganet_qgis.core.cards.card import read_card

    card = read_card(library / model)
    assert (card.takes.gsd, [c.name for c in card.knows.classes]) == (0.5, ["red", "green", "blue"])
    assert card.knows.classes[1].color == "#123456" != card.knows.classes[0].color
    assert card.made.license.startswith("Weights: MIT.") and card.takes.input.std == (255.0,) * 3
    read(window, qtbot, files / "plain.onnx")
    window.graph.classes.paste("a\nb\nc")
    window.name.setText("plain_one")
    assert "A model is called plain_one already" in window.missing.text() and not window.start.isEnabled()


def test_only_what_fits_is_offered_for_boxes(window, qtbot, files, library):  # noqa: F811
    page = read(window, qtbot, files / "boxes.onnx")
    assert "boxes_turned" in offered(page) and all(form.startswith("boxes") for form in offered(page))
    page.fit.setCurrentIndex(offered(page).index("boxes_turned"))
    page.classes.paste("a\nb\nc")
    page.feed.kind.setCurrentIndex(page.feed.kind.findData("own"))
    assert "Mean and deviation need one number, or 3" in window.missing.text()
    page.feed.mean.setText("0 0 0")
    page.feed.std.setText("255")
    assert window.start.isEnabled()
    assert finish(window, qtbot) == "boxes"


def test_what_the_file_says_is_filled_in(window, qtbot, files):  # noqa: F811
    page = read(window, qtbot, files / "cover.onnx")
    assert page.chosen is None and page.classes.names() == ["reddish", "greenish", "bluish"]
    assert page.gsd.text() == "0.5" and window.start.isEnabled() and window.name.text() == "cover"
    assert finish(window, qtbot) == "cover"


def test_a_checkpoint_has_a_page_of_its_own(window, qtbot, tmp_path):
    path = tmp_path / "x.safetensors"
    path.write_bytes(b"\x02\0\0\0\0\0\0\0{}")
    assert read(window, qtbot, path) is window.checkpoint
    assert window.start.isEnabled()
    qtbot.mouseClick(window.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.busy, timeout=LONG)
    assert "x.safetensors" in window.said.text() and window.start.isEnabled()


def test_what_cannot_be_read_is_said(window, qtbot, files, tmp_path, library):  # noqa: F811
    (tmp_path / "cut.onnx").write_bytes((files / "cover.onnx").read_bytes()[:200])
    assert read(window, qtbot, tmp_path / "cut.onnx") is None and window.nothing.isVisible()
    assert "is no ONNX file, or damaged" in window.said.text() and not window.start.isEnabled()
    assert not window.set_up.isVisible()
    assert read(window, qtbot, files / "plain.onnx") is window.graph and not window.said.isVisible()
    assert not library.parent.exists()


def test_another_file_is_chosen_while_one_is_read(window, qtbot, files, tmp_path):  # noqa: F811
    shutil.copy(files / "boxes.onnx", tmp_path / "first.onnx")
    window.choose(str(tmp_path / "first.onnx"))
    window.choose(str(files / "plain.onnx"))
    qtbot.waitUntil(lambda: not window.busy and window.page is window.graph, timeout=LONG)
    assert Path(window.parameters()["CHECKPOINT"]).name == "plain.onnx"
    assert offered(window.graph)[0] == "map_probabilities"


def test_without_an_engine_one_click_sets_it_up(window, qtbot, files, monkeypatch):  # noqa: F811
    from lwganet_qgis.gui.importing import dialog

    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", "/nowhere/python3")
    opened = []

    class Window:
        def __init__(self):
            self.engineChanged = self

        def connect(self, slot):
            opened.append(slot)

    monkeypatch.setattr(dialog, "open_setup_window", lambda parent: Window())
    read(window, qtbot, files / "plain.onnx")
    assert "/nowhere/python3" in window.said.text() and window.set_up.isVisible()
    qtbot.mouseClick(window.set_up, Qt.MouseButton.LeftButton)
    monkeypatch.undo()
    opened[0]()
    qtbot.waitUntil(lambda: not window.busy, timeout=LONG)
    assert window.page is window.graph


def test_closing_leaves_no_process_and_nothing_half_made(window, qtbot, files, library):  # noqa: F811
    read(window, qtbot, files / "cover.onnx")
    process = window._engine._process
    qtbot.mouseClick(window.start, Qt.MouseButton.LeftButton)
    assert window.busy
    window.done(0)
    assert not process.alive
    assert not library.exists() or not list(library.iterdir())
