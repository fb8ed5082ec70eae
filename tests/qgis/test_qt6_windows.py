# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window opens and is driven on Qt 6, by PyQt6 in an environment of the test's own; see `tests/qt6`."""

import hashlib
import json
import os
import subprocess
import sys

import pytest

from .conftest import ENGINE, ROOT

LOCK = ROOT / "requirements" / "qt6-test.lock"
WINDOWS = {"about", "models", "license", "catalogues", "engine", "options", "importing", "change", "parameters"}


@pytest.fixture(scope="module")
def python():
    """With what the lock names; made once for each lock."""
    folder = ROOT / "build" / f"qt6-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    found = folder / "bin" / "python"
    if not (folder / "whole").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run([str(found), "-m", "pip", "install", "-q", "--no-deps", "-r", str(LOCK)], check=True)
        (folder / "whole").touch()
    return found


@pytest.mark.long
def test_every_window_opens_and_is_driven(python, tmp_path):
    environ = {
        **os.environ, "PYTHONPATH": f"{ROOT / 'tests' / 'qt6' / 'shim'}{os.pathsep}{ROOT}", "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen", "LWGANET_ENGINE_PYTHON": ENGINE, "LWGANET_PICTURES": str(tmp_path),
    }  # fmt: skip
    done = subprocess.run(
        [str(python), "-m", "tests.qt6.drive"], env=environ, cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.strip().splitlines()[-1])
    assert {name: problem for name, problem in found["windows"].items() if problem} == {}
    assert set(found["windows"]) == WINDOWS == {path.stem[4:] for path in tmp_path.glob("qt6_*.png")}
    assert found["unknown"] == []
