# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window that imports a model; `make screenshots` runs it inside the QGIS desktop.

LWGANET_ROOT is the project's folder, LWGANET_PICTURES the one to write to.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from playing import play
from qgis.utils import iface

ROOT = Path(os.environ["LWGANET_ROOT"])
TARGET = Path(os.environ["LWGANET_PICTURES"])
QUALITY = 90
PAUSE = 700
"""Milliseconds that QGIS gets to draw."""
LIMIT = 100
"""Pauses that a look at a file may take."""
FOLDER = Path(tempfile.gettempdir()) / "downloads"
"""Seen in the pictures."""


def graphs():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    script = [os.environ["LWGANET_ENGINE_PYTHON"], "-m", "tests.models.foreign_graphs", str(FOLDER)]
    subprocess.run(script, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    (FOLDER / "plain.onnx").rename(FOLDER / "land_cover.onnx")
    (FOLDER / "boxes.onnx").rename(FOLDER / "boats.onnx")
    (FOLDER / "cut.onnx").write_bytes((FOLDER / "boats.onnx").read_bytes()[:200])
    (FOLDER / "weights.pth").write_bytes(b"PK\x03\x04")


def save(window, name):
    window.grab().save(str(TARGET / f"import_{name}.jpg"), quality=QUALITY)


def shown(window, name):
    for _ in range(LIMIT):
        if not window.busy:
            break
        yield
    yield
    save(window, name)


def steps():
    from lwganet_qgis.gui.importing.open import open_import_dialog

    graphs()
    window = open_import_dialog(iface.mainWindow())
    screen = iface.mainWindow().screen().availableGeometry()
    window.resize(min(window.width(), screen.width()), min(window.height(), screen.height()))
    yield
    yield from shown(window, "empty")
    for name in ("land_cover", "boats", "cut"):
        window.choose(str(FOLDER / f"{name}.onnx"))
        yield from shown(window, name)
        if name == "land_cover":
            window.graph.classes.paste("water\nfield\nforest")
            window.graph.feed.kind.setCurrentIndex(window.graph.feed.kind.findData("own"))
            yield from shown(window, "own_values")
    window.choose(str(FOLDER / "weights.pth"))
    yield from shown(window, "checkpoint")
    window.choose(str(FOLDER / "cover.onnx"))
    yield from shown(window, "said")
    window.import_model()
    save(window, "running")
    yield from shown(window, "done")
    window.done(0)
    shutil.rmtree(FOLDER, ignore_errors=True)
    iface.newProject(False)
    iface.actionExit().trigger()


play(steps(), PAUSE)
