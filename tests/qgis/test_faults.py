# SPDX-License-Identifier: GPL-3.0-or-later
"""What is killed, cancelled or full when, and what is on disk after. The rows come into docs/reliability.md."""

import json
import os
import resource
import signal
import subprocess
import sys
import textwrap
import time

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from . import rasters
from .conftest import ROOT

pytestmark = [
    pytest.mark.long,
    pytest.mark.usefixtures("provider"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits"),
]
RESULTS = {
    "OUTPUT": "classes.tif", "POLYGONS": "polygons.gpkg", "CONFIDENCE": "confidence.tif", "OUTPUT_HTML": "page.html",
}  # fmt: skip


@pytest.fixture
def busy(tmp_path):
    """An image that takes some seconds, and comes to thousands of polygons."""
    values = np.zeros((3, 130, 130), np.uint8) + np.array([50, 100, 200], np.uint8)[:, None, None]
    return rasters.write(tmp_path / "busy.tif", np.random.default_rng(0).permuted(values, axis=0))


@pytest.fixture
def there(tmp_path):
    folder = tmp_path / "there"
    folder.mkdir()
    for name in RESULTS.values():
        (folder / name).write_text(f"older {name}")
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def hidden(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def parameters(image, folder):
    return {
        "INPUT": image, "MODEL": "tiny-cover", "TILE_SIZE": "32",
        **{name: str(folder / file) for name, file in RESULTS.items()},
    }  # fmt: skip


def run(image, folder, feedback=None):
    import processing

    processing.run("lwganet:segmentimage", parameters(image, folder), feedback=feedback or QgsProcessingFeedback())


def whole(folder):
    """Whether all results are new and can be read."""
    return gdal.Open(str(folder / "classes.tif")) is not None and all(
        not (folder / name).read_bytes().startswith(b"older") for name in RESULTS.values()
    )


def row(record_property, fault, during, said, left):
    facts = {"fault": fault, "during": during, "said": said, "older results": "as they were", "left": left}
    record_property("row", json.dumps({**facts, "after the next run": "new results, nothing else"}))


def test_nothing_goes_wrong(busy, there, record_property):
    run(busy, there)
    assert whole(there) and not hidden(there)
    facts = {"fault": "none", "during": "", "said": "success", "older results": "replaced", "left": "nothing"}
    record_property("row", json.dumps({**facts, "after the next run": "new results, nothing else"}))


@pytest.mark.parametrize(
    ("during", "sign"), [("tiles", ".lwganet-*.part/new/.classes.*"), ("vectors", ".lwganet-*.part/new/polygons.gpkg*")]
)
def test_qgis_is_killed(qgis_process, busy, there, during, sign, record_property):
    before = contents(there)
    given = [f"{name}={value}" for name, value in parameters(busy, there).items()]
    process = subprocess.Popen(
        [qgis_process.program, "run", "lwganet:segmentimage", "--", *given], env=qgis_process.environ,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until = time.monotonic() + 120
    while not any(there.glob(sign)):
        assert process.poll() is None and time.monotonic() < until
        time.sleep(0.002)
    process.kill()
    process.wait()
    assert contents(there) == before and len(hidden(there)) == 1
    row(record_property, "QGIS killed (SIGKILL)", during, "–", "one hidden folder")
    run(busy, there)
    assert whole(there) and not hidden(there)


class At(QgsProcessingFeedback):
    """Does something once the run is under way."""

    def __init__(self, act):
        super().__init__()
        self.act = act
        self.progressChanged.connect(self.reached)

    def reached(self, percent):
        if percent > 5:
            self.act()


def test_the_engine_is_killed(busy, there, monkeypatch, record_property):
    from lwganet_qgis.engine import process

    started, start = [], process.subprocess.Popen
    monkeypatch.setattr(process.subprocess, "Popen", lambda *a, **k: started.append(start(*a, **k)) or started[-1])
    before = contents(there)
    with pytest.raises(QgsProcessingException, match="most likely because memory ran out"):
        run(busy, there, At(lambda: os.kill(started[0].pid, signal.SIGKILL)))
    assert contents(there) == before and not hidden(there)
    row(record_property, "engine killed (SIGKILL, as for want of memory)", "tiles", "error", "nothing")
    monkeypatch.undo()
    run(busy, there)
    assert whole(there) and not hidden(there)


def test_the_run_is_cancelled(busy, there, record_property):
    feedback = At(lambda: feedback.cancel())
    before = contents(there)
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(busy, there, feedback)
    assert contents(there) == before and not hidden(there)
    row(record_property, "cancelled", "tiles", "cancelled", "nothing")
    run(busy, there)
    assert whole(there) and not hidden(there)


def limited(size):
    """From here on no file of this process, or of those it starts, grows beyond `size` bytes."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))


@pytest.fixture
def unlimited():
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before)
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("during", "size"), [("tiles", 1 << 12), ("features of the engine", 1 << 19), ("vectors", 1 << 15)]
)
def test_the_disk_is_full(busy, there, monkeypatch, unlimited, during, size, record_property):
    from lwganet_qgis.engine import process
    from lwganet_qgis.engine.outputs import sink

    start, add = process.subprocess.Popen, sink.Sink.add

    def starts_limited(*arguments, **more):
        limited(size)
        try:
            return start(*arguments, **more)
        finally:
            unlimited()

    def adds_limited(self, feature):
        add(self, feature)
        if self.count == 200:
            limited(size)

    if during == "vectors":
        monkeypatch.setattr(sink.Sink, "add", adds_limited)
    else:
        monkeypatch.setattr(process.subprocess, "Popen", starts_limited)
    before = contents(there)
    with pytest.raises(QgsProcessingException, match="(?i)disk.* full") as said:
        run(busy, there)
    unlimited()
    assert ".part" not in str(said.value) and "INSERT" not in str(said.value)
    assert contents(there) == before and not hidden(there)
    row(record_property, "disk full", during, "error", "nothing")
    monkeypatch.undo()
    run(busy, there)
    assert whole(there) and not hidden(there)


PLACES = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from lwganet_qgis.core.outputs import placing
from lwganet_qgis.engine.outputs.stage import Stage
folder, moves = sys.argv[2], int(sys.argv[3])
replace, done = os.replace, []
def dies(source, target):
    if moves == len(done):
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(target)
    replace(source, target)
with Stage("A test") as stage:
    for name in ("classes.tif", "page.html"):
        with open(stage.at(os.path.join(folder, name)), "w") as stream:
            stream.write("new " + name)
    placing.os.replace = dies
    stage.place()
"""


@pytest.mark.parametrize("moves", range(4))
def test_qgis_is_killed_while_results_come_to_their_places(there, tmp_path, moves, record_property):
    from lwganet_qgis.engine.outputs.stage import Stage

    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "lwganet_qgis").symlink_to(ROOT / "lwganet_qgis")
    program = [sys.executable, "-c", textwrap.dedent(PLACES), str(tmp_path / "plugins"), str(there), str(moves)]
    assert subprocess.run(program).returncode == -signal.SIGKILL
    assert len(hidden(there)) == 1
    with Stage("The next run") as stage:
        stage.at(there / "other.tif")
        assert all((there / name).read_text() == f"new {name}" for name in ("classes.tif", "page.html"))
    assert not hidden(there)
    facts = {"fault": "QGIS killed (SIGKILL)", "during": f"placing, before move {moves + 1} of 4", "said": "–"}
    facts.update({"older results": "partly replaced", "left": "one hidden folder"})
    record_property("row", json.dumps({**facts, "after the next run": "placing finished, nothing else"}))
