# SPDX-License-Identifier: GPL-3.0-or-later
"""Graphs are imported by the engine's basic environment: the packages of its lock file, and nothing besides."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from lwganet_qgis.models.importing.file import import_file
from lwganet_qgis.models.importing.parts.request import Request

from .foreign_graphs import detector, segmenter

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "resources" / "engine" / "processor.lock"
CHILD = """
import json, sys
blocked, path, models = json.loads(sys.argv[1]), sys.argv[2], sys.argv[3]

class Bare:
    def find_spec(self, name, *_):
        if name.partition(".")[0] in blocked:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Bare())
from lwganet_qgis.core.errors import EngineError
from lwganet_qgis.core.jobs.importing import ImportJob
from lwganet_qgis.core.report import Reporter
from lwganet_qgis.core.run import run_job
try:
    print(run_job(ImportJob(path, models), Reporter(lambda event: None)).folder)
except EngineError as error:
    sys.exit(f"{error.kind}: {error}")
assert "torch" not in sys.modules
"""


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def beyond_the_lock():
    """Names to import that the lock file does not bring."""
    locked = {plain(re.split(r"[=\s;\[]", line)[0]) for line in LOCK.read_text().splitlines() if line[:1].isalpha()}
    found = packages_distributions().items()
    return sorted(name for name, made_by in found if not {plain(one) for one in made_by} & (locked | {"lwganet-qgis"}))


def imported(path, out, blocked):
    return subprocess.run(
        [sys.executable, "-c", CHILD, json.dumps(blocked), str(path), str(out)],
        capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip


def test_the_lock_leaves_out_what_is_large():
    assert {"torch", "safetensors", "scipy"} <= set(beyond_the_lock())
    assert not {"onnx", "onnxruntime", "numpy", "google", "rasterio"} & set(beyond_the_lock())


@pytest.mark.parametrize("make", [segmenter, detector])
def test_the_same_folder_without_torch(make, tmp_path, out):
    path = make(tmp_path / "Some graph.onnx")
    done = imported(path, tmp_path / "basic", beyond_the_lock())
    assert done.returncode == 0, done.stderr
    card = import_file(Request(path, out))
    assert done.stdout.strip() == str(tmp_path / "basic" / card.id)
    for name in ("model.json", "model.onnx"):
        assert (tmp_path / "basic" / card.id / name).read_bytes() == (card.folder / name).read_bytes()


def test_what_is_missing_is_said(tmp_path):
    path = segmenter(tmp_path / "x.onnx")
    done = imported(path, tmp_path / "out", [*beyond_the_lock(), "onnx"])
    assert done.returncode == 1
    assert "device: importing an ONNX file needs onnx; the engine's Python lacks onnx. Set up the engine" in done.stderr
    weights = tmp_path / "x.safetensors"
    weights.write_bytes(b"\x02\0\0\0\0\0\0\0{}")
    done = imported(weights, tmp_path / "out", beyond_the_lock())
    assert "importing a checkpoint needs torch, onnx, safetensors; the engine's Python lacks torch, safetensors" in (
        done.stderr
    )
    assert not (tmp_path / "out").exists()
