# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine as a process: what comes in, what goes out, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import lwganet_qgis.core
from lwganet_qgis.core.jobs.parts.messages import decode, encode
from tests.patience import patient

from .jobs import request
from .rasters import job, patches, read, write

LAUNCHER = Path(lwganet_qgis.core.__file__).with_name("launch.py")


class Engine:
    def __init__(self) -> None:
        command = [sys.executable, "-I", str(LAUNCHER), "lwganet_qgis.core.worker"]
        self.process = subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1)

    def say(self, line: bytes) -> None:
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def run(self, made) -> None:
        self.say(encode(request(made)))

    def hear(self) -> dict:
        return decode(self.process.stdout.readline())

    def until(self, *events: str) -> dict:
        while True:
            message = self.hear()
            if message["event"] in events:
                return message


@pytest.fixture
def engine():
    started = Engine()
    assert started.hear()["event"] == "ready"
    yield started
    started.process.kill()
    started.process.communicate()


@pytest.fixture
def long_job(models, tmp_path):
    """Many small tiles: seconds of work."""
    path = write(tmp_path / "long.tif", np.tile(patches(126, 126), (1, 16, 16)))
    return job(models["segmentation"], path, output=tmp_path / "o.tif", confidence=tmp_path / "c.tif", tile_size=16)


def test_jobs_one_after_the_other(engine, models, tmp_path):
    image = patches()
    path = write(tmp_path / "a.tif", image)
    for name in ("first.tif", "second.tif"):
        engine.run(job(models["segmentation"], path, output=tmp_path / name))
        message = engine.until("result", "error")
        assert message["event"] == "result", message
        assert message["result"]["found"]["pixels"] == image[0].size
        np.testing.assert_array_equal(read(tmp_path / name), image.argmax(0))


def test_an_error_comes_with_what_its_sentence_is_made_of(engine, models, tmp_path):
    path = write(tmp_path / "a.tif", patches(), crs=None)
    engine.run(job(models["segmentation"], path, output=tmp_path / "o.tif", resolution="model"))
    message = engine.until("result", "error")
    assert message["kind"] == "input" and message["values"] == ["model"] and "{}" in message["template"]


NO_MESSAGES = (
    b"nonsense", b"[1]", b'{"request": "dance"}', b'{"request": "run", "tool": 1, "job": {}}',
    b'{"request": "run", "tool": "segment", "job": 5}', b"\xff\xfe",
)  # fmt: skip


@pytest.mark.parametrize("line", NO_MESSAGES)
def test_a_bad_message_is_answered_and_survived(engine, models, tmp_path, line):
    engine.say(line + b"\n")
    assert engine.hear()["kind"] == ("input" if b"tool" in line else "protocol")
    engine.run(job(models["segmentation"], str(tmp_path / "none.tif"), output=tmp_path / "o.tif"))
    assert engine.until("error")["kind"] == "input"


def test_cancel_is_quick_and_leaves_nothing(engine, long_job, tmp_path):
    engine.run(long_job)
    engine.until("progress")
    started = time.monotonic()
    engine.say(encode({"request": "cancel"}))
    assert engine.until("error", "result")["kind"] == "cancelled"
    assert time.monotonic() - started < patient(2)
    assert {p.name for p in tmp_path.iterdir()} == {"long.tif"}
    engine.run(long_job)  # a cancelled engine can be used again
    assert engine.until("progress", "error")["event"] == "progress"


def test_it_leaves_when_its_input_ends(engine, long_job, tmp_path):
    engine.run(long_job)
    engine.until("progress")
    engine.process.stdin.close()
    engine.process.stdin = None
    assert engine.process.wait(timeout=60) == 0
    assert not (tmp_path / "o.tif").exists()


def test_a_killed_engine_is_an_end_of_file_and_no_output(engine, long_job, tmp_path):
    engine.run(long_job)
    engine.until("progress")
    engine.process.kill()
    rest = engine.process.stdout.read().splitlines()
    assert not any(json.loads(line)["event"] == "result" for line in rest)
    assert not (tmp_path / "o.tif").exists()
