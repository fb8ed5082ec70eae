# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of LWGANet's page in QGIS's options; `make screenshots` runs it inside the QGIS desktop.

LWGANET_PICTURES is the folder to write to.
"""

import os
import tempfile
from pathlib import Path

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog
from qgis.utils import iface

TARGET = Path(os.environ["LWGANET_PICTURES"])
QUALITY = 90
FOLDER = Path(tempfile.gettempdir())
"""Seen in the pictures, instead of where the project lies."""
ENGINE = FOLDER / "engine"
PAUSE = 700
"""Milliseconds that QGIS gets to draw."""
LIMIT = 60
"""Pauses that a test of the engine may take."""


def dialogs():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def save(name):
    for dialog in dialogs():
        dialog.grab().save(str(TARGET / f"options_{name}.jpg"), quality=QUALITY)


def steps():
    """While the window, which is modal, is open."""
    from lwganet_qgis.gui.options.page import OptionsPage

    yield
    page = next(found for dialog in dialogs() for found in dialog.findChildren(OptionsPage))
    dialogs()[0].resize(min(900, dialogs()[0].screen().availableGeometry().width()), 620)
    page.models.setFilePath(str(FOLDER / "models"))
    yield
    save("page")
    done = []
    page.engine.tested.connect(done.append)
    page.engine.test.click()
    for _ in range(LIMIT):
        if done:
            break
        yield
    yield
    save("tested")
    page.device.setCurrentText("gpu")
    page.memory.setText("much")
    yield
    save("refused")
    for dialog in dialogs():
        dialog.reject()
    yield
    ENGINE.unlink()
    iface.newProject(False)
    iface.actionExit().trigger()


def go_on(rest):
    if next(rest, StopIteration) is not StopIteration:
        QTimer.singleShot(PAUSE, lambda: go_on(rest))


def begin():
    from lwganet_qgis.gui.options.factory import open_options

    python = Path(os.environ["LWGANET_ENGINE_PYTHON"])
    ENGINE.unlink(missing_ok=True)
    ENGINE.symlink_to(python.parents[1])
    os.environ["LWGANET_ENGINE_PYTHON"] = str(ENGINE / "bin" / python.name)
    os.environ["LWGANET_ENGINE_FOLDER"] = str(FOLDER / "engines")
    QTimer.singleShot(PAUSE, lambda: go_on(steps()))
    open_options(iface)


QTimer.singleShot(PAUSE, begin)
