# SPDX-License-Identifier: GPL-3.0-or-later
"""Cancelling a run that does not hear: the worker ends it, and itself."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lwganet_qgis.core.jobs.parts.messages import decode, encode
from tests.patience import patient

from .jobs import request
from .rasters import job, patches, write

DEAF = """
import sys, time
from lwganet_qgis.core import run, worker
from lwganet_qgis.core.sessions import onnx

class Deaf(onnx.OnnxSession):
    def run(self, images):
        time.sleep(30)

onnx.OnnxSession = Deaf
worker.main()
"""
EAGER = """
import time
from lwganet_qgis.core import worker
before = worker._versions
worker._versions = lambda: (time.sleep(0.5), before())[1]
worker.main()
"""


class Engine:
    def __init__(self, program: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        self.process = subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, env=environment)

    def say(self, *messages: dict) -> None:
        self.process.stdin.write(b"".join(encode(m) for m in messages))
        self.process.stdin.flush()

    def rest(self) -> list[dict]:
        return [decode(line) for line in self.process.stdout.read().splitlines()]


@pytest.fixture
def start():
    started = []

    def begin(program: str) -> Engine:
        started.append(Engine(program))
        return started[-1]

    yield begin
    for engine in started:
        engine.process.kill()
        engine.process.communicate()


def hidden(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p.name.startswith(".")]


def deaf_run(start, models, tmp_path) -> Engine:
    path = write(tmp_path / "a.tif", patches())
    engine = start(DEAF)
    made = job(models["segmentation"], path, output=tmp_path / "o.tif", features=tmp_path / "f")
    engine.say(request(made))
    deadline = time.monotonic() + 20
    while len(hidden(tmp_path)) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(hidden(tmp_path)) == 3
    time.sleep(0.3)
    return engine


def test_a_model_that_hangs_is_cancelled_all_the_same(start, models, tmp_path):
    engine = deaf_run(start, models, tmp_path)
    started = time.monotonic()
    engine.say({"request": "cancel"})
    assert engine.rest()[-1]["kind"] == "cancelled"
    assert time.monotonic() - started < patient(1.5)
    assert {p.name for p in tmp_path.iterdir()} == {"a.tif"}


def test_a_model_that_hangs_does_not_outlive_its_caller(start, models, tmp_path):
    engine = deaf_run(start, models, tmp_path)
    started = time.monotonic()
    engine.process.stdin.close()
    engine.process.stdin = None
    assert engine.process.wait(timeout=60) == 0
    assert time.monotonic() - started < patient(1.5)
    assert {p.name for p in tmp_path.iterdir()} == {"a.tif"}


def test_cancelling_before_the_start_counts(start, models, tmp_path):
    path = write(tmp_path / "a.tif", patches())
    made = job(models["segmentation"], path, output=tmp_path / "o.tif")
    engine = start(EAGER)
    engine.say(request(made), request(made), {"request": "cancel"})
    engine.process.stdin.close()
    events = [e for e in engine.rest() if e["event"] in ("result", "error")]
    engine.process.stdin = None
    assert [e.get("kind") for e in events] == ["cancelled", "cancelled"]
    assert {p.name for p in tmp_path.iterdir()} == {"a.tif"}
