# SPDX-License-Identifier: GPL-3.0-or-later
"""Standard input and output of the engine: nothing but messages, and no line that makes it deaf."""

from __future__ import annotations

import time

import pytest

from lwganet_qgis.core.jobs.parts.messages import decode, encode
from tests.patience import patient

from .jobs import request
from .rasters import job, patches, write
from .test_hostile_input import ENDLESS
from .test_stopping import DEAF, start  # noqa: F401
from .test_worker import Engine, engine  # noqa: F401

CHATTY = DEAF.replace("time.sleep(30)", "import os; print('noise'); os.write(1, b'more'); return images[0]")


@pytest.mark.parametrize(
    "line", [*ENDLESS.values(), b'{"request":"run","tool":"segment","job":{"image":{"path":"a","bands":[1e999]}}}']
)
def test_an_engine_hears_on_after_any_line(engine, models, tmp_path, line):  # noqa: F811
    engine.say(line + b"\n")
    assert engine.hear()["kind"] == ("input" if b"tool" in line else "protocol")
    path = write(tmp_path / "a.tif", patches())
    engine.run(job(models["segmentation"], path, output=tmp_path / "o.tif"))
    assert engine.until("result", "error")["event"] == "result"
    engine.process.stdin.close()
    engine.process.stdin = None
    assert engine.process.wait(timeout=60) == 0


def test_what_libraries_print_is_no_message(start, models, tmp_path):  # noqa: F811
    path = write(tmp_path / "a.tif", patches())
    chatty = start(CHATTY)
    chatty.say(request(job(models["segmentation"], path, output=tmp_path / "o.tif")))
    events = []
    while not events or events[-1]["event"] not in ("result", "error"):
        events.append(decode(chatty.process.stdout.readline()))
    assert events[0]["event"] == "ready" and events[-1]["event"] == "result"
    assert {e["event"] for e in events} <= {"ready", "log", "warning", "progress", "result"}
    fractions = [e["fraction"] for e in events if e["event"] == "progress"]
    assert fractions == sorted(fractions) and fractions[-1] == 1


def test_it_leaves_soon_without_a_job():
    idle = Engine()
    assert idle.hear()["event"] == "ready"
    started = time.monotonic()
    rest, _ = idle.process.communicate(timeout=60)
    assert idle.process.returncode == 0 and rest == b""
    assert time.monotonic() - started < patient(1.5)


def test_nothing_to_cancel_is_no_error(engine, models, tmp_path):  # noqa: F811
    engine.say(encode({"request": "cancel"}))
    path = write(tmp_path / "a.tif", patches())
    engine.run(job(models["segmentation"], path, output=tmp_path / "o.tif"))
    assert engine.until("result", "error")["event"] == "result"
