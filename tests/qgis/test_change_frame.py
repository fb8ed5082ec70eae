# SPDX-License-Identifier: GPL-3.0-or-later
"""The change window's frame: it fits the screen, all of it can be reached, its keys are its own."""

import re
from html import escape

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QKeySequence, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QAction,
    QComboBox,
    QDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
)

from lwganet_qgis import icons
from lwganet_qgis.gui.fitting import fitted, keep_inside
from lwganet_qgis.gui.help import MANUAL
from lwganet_qgis.gui.keys import keys_of

from .conftest import ROOT
from .reviews import make

pytestmark = pytest.mark.usefixtures("provider")
SCREENS = {
    "1280x720": QRect(0, 0, 1280, 720), "1600x1000 at 150 %": QRect(0, 0, 1066, 666),
    "beside a panel": QRect(64, 27, 1216, 693), "small": QRect(0, 0, 800, 600),
}  # fmt: skip
CONTROL, SHIFT, NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


@pytest.mark.parametrize("room", SCREENS.values(), ids=SCREENS)
def test_a_window_is_never_larger_than_its_screen(room):
    place = fitted(QSize(1280, 800), room)
    assert room.contains(place) and place.width() >= 0.9 * min(room.width(), 1280)
    assert abs(place.center().x() - room.center().x()) <= 1 and abs(place.center().y() - room.center().y()) <= 1


def test_a_kept_place_outside_the_screen_is_brought_back(window):
    room = window.screen().availableGeometry()
    window.setGeometry(room.right() - 300, room.bottom() - 200, room.width() + 400, room.height() + 300)
    keep_inside(window)
    assert room.contains(window.frameGeometry())


def test_the_frame_is_the_systems(window):
    flags = window.windowFlags()
    assert window.isWindow() and flags & Qt.WindowType.WindowType_Mask == Qt.WindowType.Window
    assert not flags & Qt.WindowType.FramelessWindowHint
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
    window.resize(700, 480)
    window.close()
    window.show()
    assert (window.width(), window.height()) == (700, 480)


def test_the_size_comes_back_in_another_window(open_window):
    first = open_window()
    first.resize(690, 470)
    open_window.close(first)
    assert open_window().size() == QSize(690, 470)


@pytest.mark.parametrize("size", [(1180, 660), (980, 612), (740, 550)])
def test_every_control_can_be_reached_with_the_mouse(window, size, tmp_path, qtbot):
    store = make(tmp_path / "review.gpkg")
    window.state.set_store(store)
    window.resize(*size)
    qtbot.wait(20)
    assert window.width() == size[0] and window.height() == size[1]
    seen = 0
    for page in range(window.tabs.count()):
        window.tabs.setCurrentIndex(page)
        qtbot.wait(10)
        area = window.tabs.widget(page)
        area = area if isinstance(area, QScrollArea) else area.findChild(QScrollArea)
        for kind in (QAbstractButton, QComboBox, QAbstractSpinBox):
            for control in area.widget().findChildren(kind):
                if control.isVisible() and not isinstance(control.parent(), QAbstractScrollArea):
                    place = control.mapTo(area.widget(), control.rect().center())
                    area.ensureVisible(place.x(), place.y())
                    assert _under_the_mouse(window, control), f"{page}: {control} {control.whatsThis()}"
                    seen += 1
    window.tabs.setCurrentIndex(0)
    qtbot.wait(10)
    for button in (window.help, window.keys, window.run.preview, window.run.whole, window.run.stop, window.run.device):
        assert _under_the_mouse(window, button)
    assert seen > 40


def _under_the_mouse(window, control):
    place = control.mapTo(window, control.rect().center())
    found = window.childAt(place)
    return found is control or control.isAncestorOf(found)


def test_long_images_lie_one_above_the_other(window, qtbot):
    view = window.view
    window.resize(780, 780)
    view.suit(QgsRectangle(0, 0, 5000, 500))
    assert view.mode.value == "above"
    assert view.before.width() == view.after.width() == view.width() and view.after.y() > view.before.height()
    view.suit(QgsRectangle(0, 0, 500, 5000))
    assert view.mode.value == "side" and view.after.x() > view.before.width()
    view.set_mode(type(view.mode)("swipe"))
    view.suit(QgsRectangle(0, 0, 5000, 500))
    assert view.mode.value == "swipe"  # was chosen


def test_what_was_chosen_stays_until_other_images_come(window, pair):
    window.state.choose_before(pair[0])
    window.state.choose_after(pair[1])
    chosen = "above" if window.view.mode.value == "side" else "side"
    window.bar._buttons[type(window.view.mode)(chosen)].click()
    window.state.change(bands="1,2,3")
    assert window.view.mode.value == chosen
    window.state.swap()
    assert window.view.mode.value != chosen


def test_undo_and_preview_while_the_main_window_has_the_same_keys(window, tmp_path, qtbot):
    """As QGIS has: Undo of the layer that is being edited, and Print."""
    main, reached = window.parentWidget(), []
    for keys in ("Ctrl+Z", "Ctrl+P", "Ctrl+Return", "A"):
        action = QAction(main)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda *_, keys=keys: reached.append(keys))
        main.addAction(action)
    store = make(tmp_path / "review.gpkg")
    window.state.set_store(store)
    asked = []
    window.run.preview.clicked.disconnect()
    window.run.preview.clicked.connect(lambda: asked.append(1))
    window.run.preview.setEnabled(True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.view.before.setFocus()
    before = window.review.current()
    qtbot.keyClick(window.view.before, "A")
    assert store.change(before.fid).verdict.value == "accepted"
    qtbot.keyClick(window.view.before, Qt.Key.Key_Z, CONTROL)
    assert store.change(before.fid).verdict.value == ""
    qtbot.keyClick(window.view.before, Qt.Key.Key_Return, CONTROL)
    assert asked == [1] and reached == []


def test_each_key_does_one_thing_and_is_in_the_list(window, qtbot):
    found = keys_of(window)
    keys = [key for key, _ in found]
    assert len(keys) == len(set(keys)) and {"A", "Ctrl+Z", "Ctrl+Return", "Esc", "F1", "T"} <= set(keys)
    tips = " ".join(button.toolTip() for button in window.findChildren(QAbstractButton))
    assert not [key for key in keys if key != "E" and f"({key})" not in tips]
    window.activateWindow()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (shown,) = window.findChildren(QDialog, "lwganetKeys")
    assert shown.isVisible() and window.screen().availableGeometry().contains(shown.frameGeometry())
    (label,) = [label for label in shown.findChildren(QLabel) if "<table>" in label.text()]
    assert all(escape(text) in label.text() for _, text in found)
    shown.close()


def _light(colour):
    parts = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(first, second):
    """As WCAG 2 defines it."""
    high, low = sorted((_light(QColor(first)), _light(QColor(second))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["#ffffff", "#efefef", "#323232", "#1e1e1e"])
def test_line_and_icons_are_seen_on_light_and_on_dark(window, ground):
    histogram = window.tune.histogram
    palette = histogram.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(ground))
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))  # as a theme's style sheet leaves it
    histogram.setPalette(palette)
    histogram.set_threshold(0.5)
    picture = histogram.grab().toImage()
    line = picture.pixelColor(round(0.5 * (picture.width() - 1)), picture.height() // 2)
    assert _contrast(line.name(), ground) >= 3
    for path in sorted(icons.FOLDER.glob("*.svg")):
        strokes = set(re.findall(r'stroke="(#[0-9a-f]{6})"', path.read_text()))
        assert strokes and all(_contrast(stroke, ground) >= 2.7 for stroke in strokes), path.name


def test_what_bars_say_is_said_in_the_colour_of_text(window, tmp_path):
    window.state.set_store(make(tmp_path / "review.gpkg"))
    bars = window.findChildren(QProgressBar)
    assert bars and not [bar for bar in bars if bar.isTextVisible() and bar.maximum() > 0]
    assert window.review.progress.done.text() == "0 of 5 reviewed"


def test_each_window_has_a_help_button_to_a_page_that_is_there(window, qtbot):
    from lwganet_qgis.gui.engine.window import SetUpWindow
    from lwganet_qgis.gui.importing.dialog import ImportDialog
    from lwganet_qgis.gui.models.window import ModelsWindow

    windows = [window]
    for kind in (SetUpWindow, ImportDialog, ModelsWindow):
        windows.append(kind())
        qtbot.addWidget(windows[-1])
    for each in windows:
        (button,) = [b for b in each.findChildren(QPushButton) if b.property("page")]
        assert button.property("page").startswith(MANUAL), each
        assert (ROOT / "docs" / button.property("page").removeprefix(MANUAL)).is_file()
    windows[-1].dispose()
