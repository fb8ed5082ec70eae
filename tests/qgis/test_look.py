# SPDX-License-Identifier: GPL-3.0-or-later
"""A Python is looked at before it is started: no desktop program ever opens because somebody named it."""

import re
import shutil
import struct
import subprocess
import sys

import pytest

from ..patience import patient
from .conftest import ENGINE
from .engines import running, script, until


def windows_program(subsystem):
    head = bytearray(512)
    head[:2], head[60:64], head[128:132] = b"MZ", struct.pack("<I", 128), b"PE\0\0"
    head[128 + 92 : 128 + 94] = struct.pack("<H", subsystem)
    return bytes(head)


def binary(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o755)
    return path


def sights(folder):
    from lwganet_qgis.engine.pythons.look import Sight

    (folder / "folder").mkdir()
    (folder / "text.txt").write_text("no program")
    (folder / "gone").symlink_to(folder / "nowhere")
    qgis = binary(folder / "qgis-bin.exe", windows_program(2))
    (folder / "python3").symlink_to(qgis)
    alias = folder / "WindowsApps" / "python.exe"
    binary(alias, b"")
    return {
        "python": (script(folder / "a" / "python3.11", "#!/bin/sh\n"), Sight.PYTHON),
        "console": (binary(folder / "c" / "python.exe", windows_program(3)), Sight.PYTHON),
        "without console": (binary(folder / "pythonw.exe", windows_program(2)), Sight.DESKTOP),
        "renamed desktop": (binary(folder / "d" / "python.exe", windows_program(2)), Sight.DESKTOP),
        "QGIS": (qgis, Sight.DESKTOP),
        "a link to QGIS": (folder / "python3", Sight.DESKTOP),
        "QGIS's batch file": (script(folder / "python-qgis.bat", "@echo"), Sight.DESKTOP),
        "batch file": (script(folder / "python.bat", "@echo"), Sight.LAUNCHER),
        "Store": (alias, Sight.STORE),
        "folder": (folder / "folder", Sight.FOLDER),
        "text": (folder / "text.txt", Sight.NO_PROGRAM),
        "empty python": (binary(folder / "e" / "python3", b""), Sight.NO_PROGRAM),
        "nothing": (folder / "none", Sight.MISSING),
        "dead link": (folder / "gone", Sight.MISSING),
        "another program": (script(folder / "firefox", "#!/bin/sh\n"), Sight.OTHER),
    }


def test_what_files_are(tmp_path):
    from lwganet_qgis.engine.pythons.look import look_at

    given = sights(tmp_path)
    assert {name: look_at(path) for name, (path, _) in given.items()} == {n: sight for n, (_, sight) in given.items()}


def test_all_but_pythons_are_refused_in_words_and_never_started(tmp_path, monkeypatch):
    from lwganet_qgis.engine import environment
    from lwganet_qgis.engine.pythons.look import Sight

    started = []
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: started.append(a))
    for path, sight in sights(tmp_path).values():
        if sight is not Sight.PYTHON:
            said = environment.probe(str(path))
            assert str(path) in said and said.endswith(".")
            monkeypatch.setenv("LWGANET_ENGINE_PYTHON", str(path))
            with pytest.raises(environment.EnvironmentFault, match="LWGANET_ENGINE_PYTHON"):
                environment.find_python("", tmp_path)
    assert started == []


@pytest.mark.skipif(not shutil.which("qgis.bin", path="/usr/bin"), reason="no QGIS desktop here")
def test_naming_qgis_itself_opens_no_second_one(tmp_path, monkeypatch):
    from lwganet_qgis.engine import environment

    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("started"))
    for name in ("qgis", "qgis.bin"):
        assert "not a Python; it was not started" in environment.probe(f"/usr/bin/{name}")
    (tmp_path / "python3").symlink_to("/usr/bin/qgis.bin")
    assert "not a Python" in environment.probe(str(tmp_path / "python3"))


def test_a_stand_in_of_macos_is_not_started(monkeypatch):
    from lwganet_qgis.engine.pythons import look

    monkeypatch.setattr(look.sys, "platform", "darwin")
    monkeypatch.setattr(look.os.path, "realpath", lambda path: path)
    monkeypatch.setattr(look, "_developer_tools", lambda: False)
    assert look.look_at("/usr/bin/python3") is look.Sight.STUB
    monkeypatch.setattr(look, "_developer_tools", lambda: True)
    assert look.look_at("/usr/bin/python3") is look.Sight.PYTHON


SAYS = '#!/bin/sh\necho \'{"version": [%s], "bits": %s, "missing": {}, "versions": {}}\'\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SAYS % ("3, 8, 1", 64), "is Python 3.8; the engine needs 3.9 or newer"),
        (SAYS % ("3, 11, 1", 32), "is a 32-bit Python"),
        ("#!/bin/sh\necho hello\nexit 3\n", r"is not a working Python \(exit code 3: hello\)"),
        ("#!/nowhere/interpreter\n", "cannot be started"),
        ("#!/bin/sh\nsleep 60 & sleep 60\n", "did not answer within 1 s"),
    ],
    ids=["old", "32 bit", "no Python", "no interpreter", "hangs"],
)
def test_pythons_that_are_unfit(tmp_path, text, said, monkeypatch):
    from lwganet_qgis.engine.pythons import probe

    monkeypatch.setattr(probe, "SECONDS", 1.0)
    found = probe.examine(str(script(tmp_path / "python3", text)), {"PATH": "/usr/bin:/bin"})
    assert re.search(said, found.fault), found.fault


def test_one_that_hangs_leaves_nothing_running(tmp_path):
    from lwganet_qgis.engine.pythons import processes

    mark = str(tmp_path)
    path = script(tmp_path / "python3", f"#!/bin/sh\nsh -c 'sleep 61; echo {mark}' & sleep 62\n")
    with pytest.raises(processes.Stopped):
        processes.run([path], {"PATH": "/usr/bin:/bin"}, seconds=0.5)
    until(lambda: mark not in running(), patient(2.0))


def test_a_tree_of_processes_is_ended_on_windows(monkeypatch):
    from lwganet_qgis.engine.pythons import processes

    class Process:
        pid, stdin = 42, None
        killed = False

        def poll(self):
            return 1 if self.killed else None

        def kill(self):
            self.killed = True

        def wait(self):
            return 1

    asked = []
    monkeypatch.setattr(processes.sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", "C:\\Windows")
    monkeypatch.setattr(processes.subprocess, "run", lambda command, **_: asked.append(command))
    process = Process()
    processes.end(process)
    assert asked[0][0].endswith("taskkill.exe") and asked[0][1:] == ["/PID", "42", "/T", "/F"] and process.killed


def test_the_engine_s_own_python_is_one(tmp_path):
    from lwganet_qgis.engine import environment

    assert environment.probe(ENGINE) == ""
    assert "lacks" in environment.probe("/usr/bin/python3") or sys.prefix != sys.base_prefix
