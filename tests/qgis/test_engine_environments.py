# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Python is the engine's, in which order; environments of set-ups on this system and on others."""

import os
import sys
from pathlib import Path

import pytest

from .conftest import ENGINE
from .engines import earlier, names, script

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def nobody_named_one(monkeypatch):
    from lwganet_qgis.engine import environment

    monkeypatch.delenv("LWGANET_ENGINE_PYTHON", raising=False)
    environment.forget_tried()
    yield
    environment.forget_tried()


def current():
    from lwganet_qgis.engine.pythons.kinds import kind_of

    return kind_of("processor").digest


def test_the_order(tmp_path, monkeypatch, nobody_named_one):
    from lwganet_qgis.engine import environment
    from lwganet_qgis.engine.environment import EnvironmentFault, find_python

    system, chosen = str(script(tmp_path / "system" / "python3", f'#!/bin/sh\nexec "{ENGINE}" "$@"\n')), ENGINE
    monkeypatch.setattr(environment, "system_pythons", lambda: iter([system]))
    root = tmp_path / "engine"
    old, new = earlier(root), earlier(root, current(), made=2.0)
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", "/bin/sh")
    with pytest.raises(EnvironmentFault, match="LWGANET_ENGINE_PYTHON"):
        find_python(chosen, root)
    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", sys.executable)
    assert find_python(chosen, root).path == sys.executable
    monkeypatch.delenv("LWGANET_ENGINE_PYTHON")
    assert find_python(chosen, root).path == chosen
    assert find_python("", root).path == str(new / "bin" / "python")
    (new / "lwganet.json").unlink()
    assert find_python("", root).path == system
    os.unlink(system)
    environment.forget_tried()
    found = find_python("", root)
    assert found.path == str(old / "bin" / "python") and "earlier version" in found.origin
    script(old / "bin" / "python", "#!/bin/sh\nexit 1\n")
    environment.forget_tried()
    with pytest.raises(EnvironmentFault, match="not set up yet. Open Raster > LWGANet > Engine"):
        find_python("", root)


def test_an_environment_whose_python_was_taken_away_does_not_count(tmp_path, nobody_named_one):
    from lwganet_qgis.engine.environment import find_python
    from lwganet_qgis.engine.pythons.environments import environments

    newer, older = earlier(tmp_path, current(), made=3.0), earlier(tmp_path, current()[::-1], made=2.0)
    assert find_python("", tmp_path).path == str(newer / "bin" / "python")
    (newer / "pyvenv.cfg").write_text("home = /nowhere\n")
    assert [e.folder for e in environments(tmp_path) if e.whole] == [older]
    assert find_python("", tmp_path).path == str(older / "bin" / "python")


def test_the_newest_of_the_current_ones_is_used_and_another_can_be_preferred(tmp_path, nobody_named_one):
    from lwganet_qgis.engine.environment import find_python
    from lwganet_qgis.engine.pythons.environments import discard, environments, prefer
    from lwganet_qgis.engine.pythons.kinds import kind_of

    first = earlier(tmp_path, current(), made=2.0)
    second = earlier(tmp_path, kind_of("training").digest, made=3.0, kind="training")
    assert Path(find_python("", tmp_path).path).parents[1] == second
    prefer(environments(tmp_path)[1])
    assert Path(find_python("", tmp_path).path).parents[1] == first
    discard(first)
    assert names(tmp_path) == [second.name]
    assert [e.size() > 0 for e in environments(tmp_path)] == [True]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"kind": "processor"}', '{"versions": []}'])
def test_a_damaged_marker_is_no_marker(tmp_path, damage):
    from lwganet_qgis.engine.pythons.environments import environments

    (earlier(tmp_path) / "lwganet.json").write_text(damage)
    assert environments(tmp_path) == []


def test_paths_on_other_systems():
    from lwganet_qgis.engine.pythons.platforms import ALL, Platform

    folder = Path("e")
    assert Platform("windows-x86_64").python_in(folder) == folder / "Scripts" / "python.exe"
    assert Platform("windows-x86_64").program("uv") == "uv.exe"
    for name in ("linux-x86_64", "linux-aarch64", "macos-x86_64", "macos-arm64"):
        assert Platform(name).python_in(folder) == folder / "bin" / "python" and Platform(name).program("uv") == "uv"
    assert all(platform.tags for platform in ALL)


@pytest.mark.parametrize(
    ("system", "machine", "name"),
    [
        ("linux", "x86_64", "linux-x86_64"), ("linux", "aarch64", "linux-aarch64"),
        ("win32", "AMD64", "windows-x86_64"), ("darwin", "x86_64", "macos-x86_64"),
        ("darwin", "arm64", "macos-arm64"), ("linux", "armv7l", "linux-armv7l"),
    ],
)  # fmt: skip
def test_computers_are_told_apart(monkeypatch, system, machine, name):
    from lwganet_qgis.engine.pythons import platforms

    monkeypatch.setattr(platforms.sys, "platform", system)
    monkeypatch.setattr(platforms._platform, "machine", lambda: machine)
    assert platforms.here().name == name


def test_an_environment_on_windows_is_found(tmp_path, monkeypatch, nobody_named_one):
    from lwganet_qgis.engine.environment import find_python
    from lwganet_qgis.engine.pythons import environments
    from lwganet_qgis.engine.pythons.platforms import Platform

    folder = earlier(tmp_path, current())
    script(folder / "Scripts" / "python.exe", "MZ")
    monkeypatch.setattr(environments, "here", lambda: Platform("windows-x86_64"))
    assert find_python("", tmp_path).path == str(folder / "Scripts" / "python.exe")


def test_a_child_on_windows_does_not_see_qgis_s_libraries(monkeypatch):
    from lwganet_qgis.engine import environment

    monkeypatch.setattr(environment.os, "pathsep", ";")
    clean = environment.child_environment({
        "OSGEO4W_ROOT": "C:/Program Files/QGIS 3.40/", "PATH": "C:/Program Files/QGIS 3.40/bin;C:/Windows",
        "PYTHONHOME": "C:/Program Files/QGIS 3.40/apps/Python312", "__PYVENV_LAUNCHER__": "x",
    })  # fmt: skip
    assert clean["PATH"] == "C:/Windows" and "PYTHONHOME" not in clean and "__PYVENV_LAUNCHER__" not in clean


def test_another_place_for_engines(monkeypatch, tmp_path):
    from lwganet_qgis import settings

    usual = settings.engine_folder()
    settings.set_engine_folder(str(tmp_path / "setting"))
    assert settings.engine_folder() == tmp_path / "setting"
    monkeypatch.setenv("LWGANET_ENGINE_FOLDER", str(tmp_path / "variable"))
    assert settings.engine_folder() == tmp_path / "variable"
    settings.set_engine_folder("")
    monkeypatch.delenv("LWGANET_ENGINE_FOLDER")
    assert settings.engine_folder() == usual and usual.name == "engine"


def test_the_state_of_an_engine(tmp_path, monkeypatch, nobody_named_one):
    from lwganet_qgis import settings
    from lwganet_qgis.engine.state import engine_state

    monkeypatch.setattr(settings, "engine_folder", lambda: tmp_path)
    assert not engine_state().ready and "Set up" in engine_state().fault
    folder = earlier(tmp_path, current())
    state = engine_state()
    assert state.ready and state.kind == "processor" and state.python == str(folder / "bin" / "python")
    asked = engine_state(ask=True)
    assert asked.ready and asked.versions["numpy"] and asked.versions["python"].startswith("3.")
    script(folder / "bin" / "python", "#!/bin/sh\nexit 4\n")
    assert "not a working Python" in engine_state(ask=True).fault


def test_proxy_and_certificates_of_qgis_reach_installers(tmp_path, qgis_app):
    from qgis.core import QgsNetworkAccessManager, QgsSettings
    from qgis.PyQt.QtNetwork import QNetworkProxy

    from lwganet_qgis.engine.setup import network

    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, "me", "p@ss/word")
    QgsSettings().setValue("proxy/proxyEnabled", True)
    manager.setFallbackProxyAndExcludes(proxy, ["http://inside.example"], [])
    try:
        made = network.installer_environment(tmp_path / "e", {"PATH": "/usr/bin"})
        assert made["HTTPS_PROXY"] == made["https_proxy"] == "http://me:p%40ss%2Fword@proxy.example:3128"
        assert "inside.example" in made["NO_PROXY"]
        assert Path(made["PIP_CERT"]).read_text().count("BEGIN CERTIFICATE") > 20
        assert made["SSL_CERT_FILE"] == made["PIP_CERT"]
        own = network.installer_environment(tmp_path, {"HTTPS_PROXY": "http://mine:1", "SSL_CERT_FILE": "/mine.pem"})
        assert own["HTTPS_PROXY"] == "http://mine:1" and "http_proxy" not in own and "PIP_CERT" not in own
    finally:
        QgsSettings().remove("proxy/proxyEnabled")
        manager.setFallbackProxyAndExcludes(before, [], [])
    assert "HTTPS_PROXY" not in network.installer_environment(tmp_path, {})
