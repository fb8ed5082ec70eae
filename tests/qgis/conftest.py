# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiny models, the provider in a running QGIS, and qgis_process with a profile of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from . import rasters

ROOT = Path(__file__).resolve().parents[2]
ENGINE = os.environ.get("LWGANET_ENGINE_PYTHON") or str(ROOT / ".venv" / "bin" / "python")


def plugins_folder(parent):
    """A folder with nothing but our plugin."""
    folder = Path(parent) / "plugins"
    folder.mkdir()
    (folder / "lwganet_qgis").symlink_to(ROOT / "lwganet_qgis")
    return folder


def qgis_process_program():
    found = shutil.which("qgis_process.bin", path="/usr/bin:/bin") or shutil.which("qgis_process", path="/usr/bin:/bin")
    if not found:
        pytest.fail("qgis_process is missing; run make setup")
    return found


class QgisProcess:
    """qgis_process with its own profile."""

    def __init__(self, folder, plugins):
        runtime = Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        self.profile = Path(folder) / "profile"
        self.environ = {
            **os.environ, "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(runtime),
            "QGIS_CUSTOM_CONFIG_PATH": str(self.profile), "QGIS_PLUGINPATH": str(plugins),
            "LWGANET_ENGINE_PYTHON": ENGINE, "HOME": str(folder),
        }  # fmt: skip
        for name in ("VIRTUAL_ENV", "PYTHONPATH"):
            self.environ.pop(name, None)
        self.program = qgis_process_program()
        done = self("plugins", "enable", "lwganet_qgis")
        assert done.returncode == 0, done.stderr

    def __call__(self, *arguments, **variables):
        return subprocess.run(
            [self.program, *map(str, arguments)], env={**self.environ, **variables}, capture_output=True, text=True,
            timeout=180,
        )  # fmt: skip

    def run(self, algorithm, environ=None, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return self("run", f"lwganet:{algorithm}", "--", *given, **(environ or {}))


def pytest_sessionfinish(session, exitstatus):
    session.config.status = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """Ends here: QGIS's C++ objects may crash when Python takes itself apart, after all is reported."""
    if hasattr(config, "status"):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.status)


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    subprocess.run([ENGINE, str(Path(__file__).with_name("tiny_models.py")), str(folder)], check=True)
    return folder


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory, tiny_models):
    folder = tmp_path_factory.mktemp("qgis_process")
    process = QgisProcess(folder, plugins_folder(folder))
    shutil.copytree(tiny_models, process.profile / "profiles" / "default" / "lwganet" / "models")
    return process


@pytest.fixture(scope="session")
def provider(qgis_iface, qgis_processing, tiny_models, tmp_path_factory):
    """The plugin as the desktop loads it, with the tiny models as the user's own."""
    from qgis.core import QgsLayerTreeModel, QgsProject
    from qgis.gui import QgsBrowserGuiModel, QgsLayerTreeView

    sys.path.insert(0, str(plugins_folder(tmp_path_factory.mktemp("plugin"))))
    import lwganet_qgis
    from lwganet_qgis import settings

    # pytest-qgis answers unknown calls with mocks, which C++ refuses.
    browser, view = QgsBrowserGuiModel(), QgsLayerTreeView()
    model = QgsLayerTreeModel(QgsProject.instance().layerTreeRoot())
    view.setModel(model)
    qgis_iface.browserModel = lambda: browser
    qgis_iface.layerTreeView = lambda: view
    os.environ["LWGANET_ENGINE_PYTHON"] = ENGINE
    settings.models_folder = lambda: tiny_models
    plugin = lwganet_qgis.classFactory(qgis_iface)
    plugin.initGui()
    yield plugin.provider
    plugin.unload()
    view.deleteLater()


@pytest.fixture
def image(tmp_path):
    return rasters.write(tmp_path / "image.tif", rasters.halves())


@pytest.fixture
def swapped(tmp_path):
    return rasters.write(tmp_path / "swapped.tif", rasters.halves(swap=True))


@pytest.fixture
def own_settings(provider, tmp_path, monkeypatch):
    """What is set about models goes into a file of the test's own; those of QGIS are shared by tests at one time."""
    from qgis.PyQt.QtCore import QSettings

    from lwganet_qgis import model_settings

    path = str(tmp_path / "settings.ini")
    monkeypatch.setattr(model_settings, "QgsSettings", lambda: QSettings(path, QSettings.Format.IniFormat))
    return model_settings.QgsSettings


@pytest.fixture
def pair(qgis_new_project):
    from qgis.core import QgsProject, QgsRasterLayer

    samples = ROOT / "resources" / "samples"
    layers = [QgsRasterLayer(str(samples / f"naip_{year}.tif"), f"NAIP {year}") for year in (2009, 2014)]
    QgsProject.instance().addMapLayers(layers, False)
    QgsProject.instance().setCrs(layers[0].crs())
    return layers


@pytest.fixture
def open_window(qtbot, qgis_iface, qgis_new_project):
    """Makes windows; all are disposed of in the end."""
    from qgis.PyQt.QtWidgets import QMainWindow

    from lwganet_qgis.gui.change.window import ChangeWindow

    main, made = QMainWindow(), []
    qtbot.addWidget(main)
    main.resize(1300, 850)
    main.show()

    def make():
        window = ChangeWindow(qgis_iface, main)
        made.append(window)
        window.show()
        qtbot.waitUntil(window.isVisible)
        return window

    def close(window):
        made.remove(window)
        window.dispose()
        window.deleteLater()

    make.close = close
    yield make
    for window in tuple(made):
        close(window)


@pytest.fixture
def window(open_window):
    return open_window()
