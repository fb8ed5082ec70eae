# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the models window in each of its states; `make screenshots` runs it inside the QGIS desktop.

LWGANET_ROOT is the project's folder, LWGANET_PICTURES the one to write to; LWGANET_LOOK may be `dark`, Qt's
QT_SCALE_FACTOR and the language of the profile count as well. A catalogue and a model of the user's own are made for
it, and taken away again.
"""

import http.server
import json
import os
import shutil
import tempfile
import threading
from pathlib import Path

from playing import play
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

ROOT = Path(os.environ["LWGANET_ROOT"])
TARGET = Path(os.environ["LWGANET_PICTURES"])
FOLDER = Path(tempfile.gettempdir()) / "lwganet_models_pictures"
QUALITY = 88
PAUSE = 900
"""Milliseconds that QGIS gets to draw."""
LIMIT = 40
"""Pauses that something may take."""
SIZE = (1180, 680)
NEXT = {
    "id": "river_ice_l0", "title": "River ice in aerial RGB (an example)", "license": "CC-BY-NC-4.0",
    "description": "Open water, ice and snow on rivers of the north. An example of what a catalogue may list.",
    "attribution": "The example's makers.",
}  # fmt: skip


def model(folder, **fields):
    """A model of the bundled one, with other words."""
    shutil.copytree(ROOT / "resources" / "models" / "dubai_landcover_l0", folder)
    data = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    (folder / "model.json").write_text(json.dumps({**data, **fields}), encoding="utf-8")
    return folder


def serve(folder):
    """The catalogue's address; its files come slowly, so that they can be seen coming."""
    slow = threading.Event()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(folder))

        def copyfile(self, source, target):
            first = source.read(1 << 21)
            target.write(first)
            target.flush()
            if len(first) == 1 << 21:
                slow.wait(60)
            shutil.copyfileobj(source, target)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/catalogue.json", slow


def catalogue(folder):
    from lwganet_qgis.core.cards.card import read_card
    from lwganet_qgis.core.catalogue.catalogue import catalogue_json
    from lwganet_qgis.core.catalogue.entry import License, Trained, entry_of

    source = model(folder / "river_ice_l0", **NEXT)
    card, data = read_card(source), json.loads((source / "model.json").read_text(encoding="utf-8"))
    sizes = {name: (source / name).stat().st_size for name in card.files}
    license = License("CC-BY-NC-4.0", "https://creativecommons.org/licenses/by-nc/4.0/", "no")
    entry = entry_of(card, data, sizes, license=license, trained=Trained(None, "Rivers of the north"))
    made = catalogue_json("Models of our group", "2026-12-01", [entry])
    for file in made["models"][0]["files"]:
        file["urls"] = [f"river_ice_l0/{file['name']}"]
    (folder / "catalogue.json").write_text(json.dumps(made), encoding="utf-8")


def darken():
    """As QGIS's Night Mapping does, as far as it matters here."""
    names, palette = QPalette.ColorRole, QPalette()
    for role, colour in (
        (names.Window, "#323232"), (names.Base, "#202020"), (names.AlternateBase, "#282828"), (names.Button, "#3c3c3c"),
        (names.WindowText, "#dcdcdc"), (names.Text, "#dcdcdc"), (names.ButtonText, "#dcdcdc"), (names.Link, "#6fb1ff"),
        (names.ToolTipBase, "#323232"), (names.ToolTipText, "#dcdcdc"), (names.Highlight, "#2f6fb5"),
        (names.HighlightedText, "#ffffff"),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    for role in (names.WindowText, names.Text, names.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#808080"))
    QApplication.setStyle("fusion")
    QApplication.setPalette(palette)


def save(window, name):
    window.grab().save(str(TARGET / f"models_{name}.jpg"), quality=QUALITY)


def until(condition):
    for _ in range(LIMIT):
        if condition():
            break
        yield
    yield


def bundled(window):
    window.list.choose("banepa_buildings_l0")
    yield
    save(window, "window")
    bar = window.panel.page.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    yield
    save(window, "accuracy")
    window.list.filters.text.setText("water")
    yield
    save(window, "search")
    window.list.filters.text.setText("no such thing")
    yield
    save(window, "nothing")
    window.list.filters.reset()
    window.list.choose("eurosat_scenes_l0")
    yield
    save(window, "scenes")


def own(window):
    from lwganet_qgis import settings

    window.tasks.bring_in(model(FOLDER / "mine", id="my_cover", title="My land cover"), False)
    yield from until(lambda: not window.tasks.work.busy)
    save(window, "mine")
    (settings.models_folder() / "my_cover" / "model.onnx").write_bytes(b"damaged")
    window.panel.verify.click()
    yield from until(lambda: not window.tasks.work.busy)
    save(window, "damaged")


def get(window, slow):
    from lwganet_qgis.gui.models.dialogs.catalogues import CataloguesDialog
    from lwganet_qgis.gui.models.dialogs.license import LicenseDialog

    window.messages.clearWidgets()
    window.list.choose("river_ice_l0")
    yield
    save(window, "catalogue")
    for name, dialog in (
        ("license", LicenseDialog(window.panel.row, window)),
        ("catalogues", CataloguesDialog(window)),
    ):
        dialog.show()
        yield
        save(dialog, name)
        dialog.close()
    window.tasks.download(window.panel.row, False)
    yield
    yield
    save(window, "downloading")
    slow.set()
    yield from until(lambda: not window.tasks.work.busy)
    save(window, "downloaded")


def elsewhere():
    """The button beside a choice, and what it opens."""
    import processing

    dialog = processing.createAlgorithmDialog("lwganet:segmentimage", {})
    dialog.resize(1000, 640)
    dialog.show()
    yield
    save(dialog, "beside_a_choice")
    choice = dialog.mainWidget().wrappers["MODEL"].choice
    choice.about.click()
    yield
    save(choice.about.dialog, "about")
    choice.about.dialog.close()
    dialog.close()


def steps():
    from lwganet_qgis import model_settings, settings
    from lwganet_qgis.model_settings import CatalogueSetting

    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    if os.environ.get("LWGANET_LOOK") == "dark":
        darken()
    settings.models_folder = lambda: FOLDER / "models"
    catalogue(FOLDER)
    place, slow = serve(FOLDER)
    model_settings.set_catalogues([CatalogueSetting(place)])
    plugins["lwganet_qgis"].show_models_window()
    window = plugins["lwganet_qgis"].models_window
    window.resize(*SIZE)
    yield from until(lambda: window.read and not window.tasks.work.busy)
    for part in (bundled(window), own(window), get(window, slow)):
        yield from part
    window.close()
    yield from elsewhere()
    QgsSettings().remove("lwganet/catalogues")
    shutil.rmtree(FOLDER, ignore_errors=True)
    QgsProject.instance().setDirty(False)
    iface.newProject(False)
    iface.actionExit().trigger()


play(steps(), PAUSE)
