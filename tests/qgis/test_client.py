# SPDX-License-Identifier: GPL-3.0-or-later
"""The client against workers that behave and misbehave."""

import os
import re
import sys
import threading
import time
from pathlib import Path

import pytest

from ..patience import patient
from .conftest import ENGINE

pytestmark = pytest.mark.usefixtures("provider")


class Feedback:
    def __init__(self):
        self.said, self.progress, self.cancelled = [], [], False

    def isCanceled(self):
        return self.cancelled

    def setProgress(self, value):
        self.progress.append(value)

    def setProgressText(self, text):
        self.said.append(text)

    pushInfo = pushWarning = setProgressText


@pytest.fixture
def run(tmp_path):
    from lwganet_qgis.core.jobs.parts.model import Model
    from lwganet_qgis.core.jobs.parts.raster import RasterSource
    from lwganet_qgis.core.jobs.segment import SegmentJob
    from lwganet_qgis.engine.client import run_job
    from lwganet_qgis.engine.environment import EnginePython

    def run(behaviour, feedback):
        job = SegmentJob(Model("m"), RasterSource("x"), classes=str(tmp_path / "out"))
        command = ["/usr/bin/python3", str(Path(__file__).with_name("fake_worker.py")), behaviour]
        return run_job(job, EnginePython("/usr/bin/python3", "A test"), feedback, command)

    return run


def test_events_reach_the_feedback(run):
    feedback = Feedback()
    assert run("works", feedback).model.id == "m"
    assert feedback.said == ["begun", "half", "beware"]
    assert feedback.progress == [50.0]


def test_hidden_files_of_a_killed_engine_go_and_those_of_others_stay(run, tmp_path):
    from lwganet_qgis.core.errors import EngineError

    others = [tmp_path / ".out.1-01234567.part", tmp_path / ".out.1-89abcdef.part.aux.xml"]
    for other in others:
        other.touch()
    with pytest.raises(EngineError, match="memory"):
        run("killed while it writes", Feedback())
    assert sorted(tmp_path.iterdir()) == others


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        ("dies at once", "cannot start.*lacks"),
        ("crashes", "signal SIGSEGV"),
        ("killed", "memory"),
        ("leaves", "exit code 0"),
        ("input error", "^wrong raster$"),
        ("own fault", "oops"),
        ("nonsense", "answer cannot be read"),
    ],
)
def test_failures_say_what_happened(run, behaviour, said):
    from lwganet_qgis.core.errors import EngineError

    with pytest.raises(EngineError, match=said) as caught:
        run(behaviour, Feedback())
    log = re.search(r"(/\S+\.log)", str(caught.value))
    if log:
        text = Path(log.group(1)).read_text()
        assert behaviour != "crashes" or "last words" in text
        os.unlink(log.group(1))
    else:
        assert behaviour in ("input error", "dies at once", "nonsense")


@pytest.mark.parametrize("behaviour", ["deaf", "obeys", "finishes although cancelled"])
def test_cancel(run, behaviour, tmp_path):
    from lwganet_qgis.core.errors import Cancelled

    feedback = Feedback()
    threading.Timer(0.3, lambda: setattr(feedback, "cancelled", True)).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        run(behaviour, feedback)
    assert time.monotonic() - started < patient(4.5)
    assert not (tmp_path / "out").exists()


def test_child_environment_does_not_point_into_qgis():
    from lwganet_qgis.engine.environment import child_environment

    clean = child_environment({"PYTHONHOME": "x", "GDAL_DATA": "x", "QGIS_PREFIX_PATH": "x", "CONDA_PREFIX": "x",
                               "LD_LIBRARY_PATH": "x", "PROJ_LIB": "x", "HOME": "h", "PATH": "p"})  # fmt: skip
    assert clean["HOME"] == "h" and clean["PATH"] == "p"
    assert set(clean) == {"HOME", "PATH", "PYTHONUNBUFFERED", "PYTHONIOENCODING"}


def test_variable_wins_over_setting(monkeypatch, tmp_path):
    from lwganet_qgis.engine.environment import EnvironmentFault, find_python

    monkeypatch.setenv("LWGANET_ENGINE_PYTHON", sys.executable)
    assert find_python("/nowhere/python", tmp_path).path == sys.executable
    monkeypatch.delenv("LWGANET_ENGINE_PYTHON")
    with pytest.raises(EnvironmentFault, match="setting"):
        find_python("/nowhere/python", tmp_path)


def test_a_folder_is_not_said_to_be_missing(monkeypatch, tmp_path):
    from lwganet_qgis.engine.environment import EnvironmentFault, find_python

    monkeypatch.delenv("LWGANET_ENGINE_PYTHON", raising=False)
    with pytest.raises(EnvironmentFault, match=f"setting lwganet/engine_python: {tmp_path} is a folder"):
        find_python(str(tmp_path), tmp_path)


@pytest.mark.parametrize(("said", "passed"), [("6", "6"), (2.5, "2.5"), (0, "0"), ("much", None), (-1, None)])
def test_the_limit_of_memory_reaches_the_engine(said, passed):
    from qgis.core import QgsSettings

    from lwganet_qgis.engine.environment import child_environment

    settings = QgsSettings()
    settings.setValue("lwganet/memory_limit_gb", said)
    try:
        assert child_environment({}).get("LWGANET_MEMORY_LIMIT_GB") == passed
    finally:
        settings.remove("lwganet/memory_limit_gb")


@pytest.fixture
def kept(tiny_models):
    """An engine that stays."""
    from lwganet_qgis.engine.client import Engine
    from lwganet_qgis.engine.environment import find_python

    engine = Engine(lambda: find_python("", Path("/nowhere")))
    yield engine
    engine.close()


def pid(engine):
    return engine._process._process.pid


def test_an_engine_stays_between_runs_and_comes_back(kept, tiny_models, image, tmp_path):
    from lwganet_qgis.core.errors import Cancelled, InputError
    from lwganet_qgis.core.jobs.parts.cut import Cut
    from lwganet_qgis.core.jobs.parts.model import Model
    from lwganet_qgis.core.jobs.parts.raster import RasterSource
    from lwganet_qgis.core.jobs.segment import SegmentJob

    def job(**cut):
        model, out = Model(str(tiny_models / "tiny-cover")), str(tmp_path / "out.tif")
        return SegmentJob(model, RasterSource(image), cut=Cut(**cut), classes=out)

    kept.run(job(), Feedback())
    first = pid(kept)
    kept.run(job(), Feedback())
    with pytest.raises(InputError):
        kept.run(job(tile_size=17), Feedback())
    (tmp_path / "out.tif").unlink()
    stopped = Feedback()
    stopped.cancelled = True
    with pytest.raises(Cancelled):
        kept.run(job(), stopped)
    assert not (tmp_path / "out.tif").exists()
    kept.run(job(), Feedback())
    assert pid(kept) == first
    os.kill(first, 9)
    time.sleep(0.2)
    kept.run(job(), Feedback())
    again = pid(kept)
    assert again != first and (tmp_path / "out.tif").exists()
    kept.close()
    with pytest.raises(ProcessLookupError):
        os.kill(again, 0)


def test_a_log_is_pointed_to_where_it_says_something(tmp_path):
    from lwganet_qgis.core.jobs.parts.model import Model
    from lwganet_qgis.core.jobs.parts.raster import RasterSource
    from lwganet_qgis.core.jobs.segment import SegmentJob
    from lwganet_qgis.engine.client import run_job
    from lwganet_qgis.engine.environment import EnginePython, EnvironmentFault

    job = SegmentJob(Model("m"), RasterSource("x"), classes=str(tmp_path / "out"))
    said = {"pass": "has all packages, and ended without a word", "1/0": "the log file says more: (/.*engine.log)"}
    for program, message in said.items():
        with pytest.raises(EnvironmentFault, match=message) as caught:
            run_job(job, EnginePython(ENGINE, "A test"), Feedback(), [ENGINE, "-c", program])
    log = re.search(said["1/0"], str(caught.value))
    assert "ZeroDivisionError" in Path(log.group(1)).read_text()
