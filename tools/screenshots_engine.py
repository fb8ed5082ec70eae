# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the engine's window in each of its states; `make screenshots` runs it inside the QGIS desktop.

LWGANET_PICTURES is the folder to write to, LWGANET_STYLE=dark draws in dark colours, LWGANET_SUFFIX ends the names.
"""

import os
import shutil
import tempfile
from pathlib import Path

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

TARGET = Path(os.environ["LWGANET_PICTURES"])
SUFFIX = os.environ.get("LWGANET_SUFFIX", "")
FOLDER = Path(tempfile.gettempdir()) / "lwganet"
"""Seen in the pictures."""
PAUSE, LIMIT = 700, 200


def dark():
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, color in (
        (roles.Window, "#31363b"), (roles.WindowText, "#eff0f1"), (roles.Base, "#232629"), (roles.Text, "#eff0f1"),
        (roles.Button, "#31363b"), (roles.ButtonText, "#eff0f1"), (roles.ToolTipBase, "#31363b"),
        (roles.ToolTipText, "#eff0f1"), (roles.Link, "#2e9bff"), (roles.Highlight, "#3daee9"),
        (roles.AlternateBase, "#2b3034"),
    ):  # fmt: skip
        palette.setColor(role, QColor(color))
    QApplication.setStyle("Fusion")
    QApplication.setPalette(palette)


def save(widget, name):
    QApplication.processEvents()
    widget.grab().save(str(TARGET / f"engine_{name}{SUFFIX}.png"))


def until(condition):
    for _ in range(LIMIT):
        if condition():
            break
        yield
    yield


def failures(window):
    from lwganet_qgis.engine.pythons.kinds import kind_of
    from lwganet_qgis.engine.setup.causes import Cause
    from lwganet_qgis.engine.setup.faults import SetUpFault
    from lwganet_qgis.engine.setup.job import SetUpJob

    job = SetUpJob(kind_of("processor"), FOLDER)
    for cause in (Cause.NETWORK, Cause.DISK, Cause.BLOCKED):
        window._failed(SetUpFault(cause, "…", **job.facts(cause)), [])
        yield
        save(window, f"failed_{cause.value.replace('-', '_')}")


def script():
    from lwganet_qgis import settings
    from lwganet_qgis.gui.engine import open_setup_window
    from lwganet_qgis.gui.engine.for_whom import ForWhom

    shutil.rmtree(FOLDER, ignore_errors=True)
    settings.engine_folder = lambda: FOLDER
    os.environ.pop("LWGANET_ENGINE_PYTHON", None)
    if os.environ.get("LWGANET_STYLE") == "dark":
        dark()
    plugins["lwganet_qgis"].engine.tell("The engine is not set up yet. And more.")
    yield
    save(iface.mainWindow(), "note")
    window = open_setup_window(iface.mainWindow())
    window.setModal(False)
    yield
    save(window, "choose")
    ask = ForWhom("processor", window)
    ask.show()
    yield
    save(ask, "for_whom")
    ask.close()
    window.set_up()
    yield from until(lambda: window.running.bar.value() > 300 or window.work is None)
    save(window, "running")
    yield from until(lambda: window.work is None)
    save(window, "done")
    window.refresh()
    yield from until(lambda: True)
    save(window, "again")
    yield from failures(window)
    window.close()
    shutil.rmtree(FOLDER, ignore_errors=True)


def go_on(steps):
    try:
        next(steps)
    except StopIteration:
        pass
    else:
        QTimer.singleShot(PAUSE, lambda: go_on(steps))
        return
    iface.newProject(False)
    iface.actionExit().trigger()


QTimer.singleShot(3000, lambda: go_on(script()))
