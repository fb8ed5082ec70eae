# SPDX-License-Identifier: GPL-3.0-or-later
"""The zip that users get: the rules of plugins.qgis.org, and a run from a fresh profile."""

import configparser
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ..qgis import rasters
from ..qgis.conftest import ENGINE, QgisProcess

ROOT = Path(__file__).resolve().parents[2]
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, str(ROOT / "tools" / "package.py"), str(folder)], check=True)
    (path,) = folder.glob("lwganet_qgis-*.zip")
    return path


def test_size(archive):
    assert archive.stat().st_size <= 25_000_000


def test_contents(archive):
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        assert opened.testzip() is None
    assert {name.split("/")[0] for name in names} == {"lwganet_qgis"}
    for name in ("__init__.py", "metadata.txt", "LICENSE", "core/worker.py", "models/registry.py"):
        assert f"lwganet_qgis/{name}" in names
    assert {name for name in names if "/i18n/" in name} == {
        f"lwganet_qgis/resources/i18n/lwganet_{language}.qm" for language in ("de", "fr")
    }
    for name in names:
        assert not any(part in name for part in ("__pycache__", ".pyc", ".git", "__MACOSX", "\\", "..")), name
        assert Path(name).suffix not in (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pth"), name
        assert "tests" not in name.split("/")
    assert len(names) == len(set(names))


def test_metadata(archive):
    with zipfile.ZipFile(archive) as opened:
        text = opened.read("lwganet_qgis/metadata.txt").decode()
        names = opened.namelist()
    metadata = configparser.ConfigParser()
    metadata.read_string(text)
    general = metadata["general"]
    assert all(general.get(name) for name in REQUIRED)
    assert "/" not in general["author"] and "plugin" not in general["name"].lower()
    assert general["qgisMinimumVersion"] == "3.22" and general["hasProcessingProvider"] == "yes"
    assert general["license"] == "GPL-3.0-or-later"
    assert all(general[name].startswith("https://") for name in ("tracker", "repository", "homepage"))
    assert f"lwganet_qgis/{general['icon']}" in names


def test_scanners_find_nothing(archive, tmp_path):
    """plugins.qgis.org refuses what these two report."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    done = subprocess.run([ENGINE, "-m", "bandit", "-q", "-r", str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    secrets = [ENGINE, "-m", "detect_secrets", "scan", "--all-files", "lwganet_qgis"]
    done = subprocess.run(secrets, capture_output=True, text=True, cwd=tmp_path, check=True)
    report = json.loads(done.stdout)
    assert report["results"] == {} and report["plugins_used"]


def test_runs_from_a_fresh_profile(archive, tmp_path):
    """With the bundled models alone."""
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(plugins)
    process = QgisProcess(tmp_path, plugins)
    image = rasters.write(tmp_path / "image.tif", rasters.halves(256, 256))
    done = process.run("classifyscenes", INPUT=image, OUTPUT=tmp_path / "c.gpkg")
    assert done.returncode == 0 and (tmp_path / "c.gpkg").exists(), done.stderr
    done = process.run("segmentimage", INPUT=image, OUTPUT=tmp_path / "s.tif")
    assert done.returncode == 0 and rasters.grid(tmp_path / "s.tif") == rasters.grid(image), done.stderr
    done = process.run("detectobjects", INPUT=image, OUTPUT=tmp_path / "o.gpkg")
    assert done.returncode == 0 and (tmp_path / "o.gpkg").exists(), done.stderr
    later = rasters.write(tmp_path / "later.tif", rasters.halves(256, 256, swap=True))
    done = process.run("detectchange", BEFORE=image, AFTER=later, OUTPUT=tmp_path / "d.tif")
    assert done.returncode == 0 and rasters.grid(tmp_path / "d.tif") == rasters.grid(image), done.stderr
