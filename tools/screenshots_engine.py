# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the engine's window in each of its states; `make screenshots` runs it inside the QGIS desktop.

LWGANET_ROOT is the project's folder, LWGANET_PICTURES the one to write to. LWGANET_STYLE=dark draws in dark colours,
LWGANET_SUFFIX ends the files' names.
"""

import os
import shutil
import tempfile
from pathlib import Path

from qgis.core import QgsProcessingContext
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication, QMessageBox
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


def messages():
    """Where an engine is missing: a tool's message and its note, the change window."""
    from lwganet_qgis.algorithms.segment import SegmentImage
    from lwganet_qgis.engine.environment import forget_tried

    forget_tried()
    algorithm, sample = SegmentImage().create(), Path(os.environ["LWGANET_ROOT"]) / "resources/samples/naip_2009.tif"
    asked = {"INPUT": str(sample), "MODEL": "dubai_landcover_l0", "OUTPUT": "TEMPORARY_OUTPUT"}
    _, reason = algorithm.checkParameterValues(asked, QgsProcessingContext())
    yield
    save(iface.mainWindow(), "note")
    title = QCoreApplication.translate("AlgorithmDialog", "Unable to execute algorithm")
    box = QMessageBox(QMessageBox.Icon.Warning, title, reason, parent=iface.mainWindow())
    box.open()
    yield
    save(box, "message")
    box.close()
    plugin = plugins["lwganet_qgis"]
    plugin.show_change_window()
    plugin.change_window._offer_engine(plugin.provider.warningMessage())
    yield
    save(plugin.change_window, "change_window")
    plugin.change_window.close()


def script():
    from lwganet_qgis import settings
    from lwganet_qgis.gui.engine import open_setup_window
    from lwganet_qgis.gui.engine.for_whom import ForWhom

    shutil.rmtree(FOLDER, ignore_errors=True)
    settings.engine_folder = lambda: FOLDER
    os.environ.pop("LWGANET_ENGINE_PYTHON", None)
    if os.environ.get("LWGANET_STYLE") == "dark":
        dark()
    yield from messages()
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
