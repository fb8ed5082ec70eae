# SPDX-License-Identifier: GPL-3.0-or-later
"""The zip that users get: the rules of plugins.qgis.org, and a run from a fresh profile."""

import ast
import configparser
import json
import os
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


def test_training_stays_at_home(archive):
    """And nothing that is shipped imports it."""
    with zipfile.ZipFile(archive) as opened:
        shipped = {name: opened.read(name).decode() for name in opened.namelist() if name.endswith(".py")}
    left = ("models/training/", "models/recipes/", "models/train.py")
    assert not [name for name in shipped if name.removeprefix("lwganet_qgis/").startswith(left)]
    assert (ROOT / "models" / "training").is_dir() and (ROOT / "models" / "recipes").is_dir()
    wanted = {"training", "train", "recipes"}
    for name, text in shipped.items():
        for node in ast.walk(ast.parse(text)):
            named = {*((getattr(node, "module", None) or "").split("."))}
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                named |= {part for alias in node.names for part in alias.name.split(".")}
                assert not (named & wanted and "models" in f"{name}.{named}"), f"{name}:{node.lineno}"


IMPORTS_ALL = """
import importlib, pkgutil
import lwganet_qgis.core, lwganet_qgis.models
for package in (lwganet_qgis.core, lwganet_qgis.models):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not found.name.endswith(("core.launch",)):
            importlib.import_module(found.name)
from lwganet_qgis.models import create_model
"""


def test_what_is_shipped_can_be_imported(archive, tmp_path):
    """By the engine, from the zip alone."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    (tmp_path / "lwganet_qgis" / "__init__.py").write_text("")  # the engine does not run QGIS's door
    (tmp_path / "all.py").write_text(IMPORTS_ALL)
    done = subprocess.run([ENGINE, "all.py"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.long
def test_checkpoints_and_graphs_are_imported_from_the_zip(archive, tmp_path):
    plugins, checkpoints = tmp_path / "plugins", tmp_path / "checkpoints"
    for folder in (plugins, checkpoints):
        folder.mkdir()
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(plugins)
    script = [ENGINE, "-m", "tests.qgis.synthetic_checkpoints", str(checkpoints)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    subprocess.run(script, check=True, cwd=ROOT, env=environ)
    process = QgisProcess(tmp_path, plugins)
    given = {"CHECKPOINT": checkpoints / "segmentation.ckpt", "OUTPUT": tmp_path / "models", "NAME": "mine"}
    (tmp_path / "models").mkdir()
    done = process.run("importcheckpoint", DATASET="potsdam", **given)
    assert done.returncode == 0 and (tmp_path / "models" / "mine" / "model.onnx").exists(), done.stderr + done.stdout


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
    assert general["supportsQt6"] == "True"  # see tests/qgis/test_qt6_spelling.py and test_qt6_windows.py
    assert general["changelog"].lstrip().startswith(general["version"]) and general["changelog"].count("\n") > 8
    for word in ("change", "object", "land cover", "scene"):
        assert word in general["description"].lower() and word in general["about"].lower()
    assert "import" in general["about"]


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
