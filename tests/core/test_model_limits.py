# SPDX-License-Identifier: GPL-3.0-or-later
"""Models that did not come with the plugin have limits: a graph that never ends, or wants all memory, is an error."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from lwganet_qgis.core.cards.card import list_cards, read_card
from lwganet_qgis.core.errors import EngineError, ModelError, StuckModel
from lwganet_qgis.core.jobs.parts.messages import encode
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions import limits
from lwganet_qgis.core.sessions.limits import BUNDLED, Patience, is_bundled, limited_memory, within

from .rasters import Events, job, patches, write
from .test_worker import Engine

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such limit")
IMAGE = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 3, "h", "w"])


def value(name, kind, shape=None):
    return helper.make_tensor_value_info(name, kind, shape)


def endless():
    """Multiplies the image by one, for ever."""
    body = helper.make_graph(
        [helper.make_node("Identity", ["yes_"], ["again"]), helper.make_node("Mul", ["old", "one"], ["new"])], "body",
        [value("i", TensorProto.INT64, []), value("yes_", TensorProto.BOOL, []), value("old", TensorProto.FLOAT)],
        [value("again", TensorProto.BOOL, []), value("new", TensorProto.FLOAT)],
    )  # fmt: skip
    constants = {"yes": np.array(True), "one": np.array(1, np.float32)}
    return [helper.make_node("Loop", ["", "yes", "image"], ["logits"], body=body)], constants


def large():
    """Adds the sum of a constant of 17 GB."""
    one = numpy_helper.from_array(np.array([1], np.float32))
    nodes = [
        helper.make_node("ConstantOfShape", ["count"], ["many"], value=one),
        helper.make_node("ReduceSum", ["many"], ["sum"], keepdims=0),
        helper.make_node("Add", ["image", "sum"], ["logits"]),
    ]
    return nodes, {"count": np.array([17 << 28], np.int64)}


def one_kernel():
    """A single operator that takes many seconds and does not hear in between, after others that take hardly any."""
    ones = numpy_helper.from_array(np.array([1], np.float32))
    nodes = [
        helper.make_node("ReduceMax", ["image"], ["most"], keepdims=0),
        helper.make_node("ConstantOfShape", ["sides"], ["matrix"], value=ones),
        helper.make_node("Mul", ["matrix", "most"], ["left"]),
        helper.make_node("MatMul", ["left", "left"], ["product"]),
        helper.make_node("ReduceMax", ["product"], ["sum"], keepdims=0),
        helper.make_node("Add", ["image", "sum"], ["logits"]),
    ]
    return nodes, {"sides": np.array([8000, 8000], np.int64)}


def foreign(models, folder, made):
    """A model folder with such a graph, its checksum right."""
    nodes, constants = made()
    graph = helper.make_graph(
        nodes, "g", [IMAGE], [value("logits", TensorProto.FLOAT, ["n", 3, "h", "w"])],
        [numpy_helper.from_array(array, name) for name, array in constants.items()],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    shutil.copytree(models["segmentation"], folder)
    (folder / "model.onnx").write_bytes(model.SerializeToString())
    card = json.loads((folder / "model.json").read_text())
    card["files"] = {"model.onnx": hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()}
    (folder / "model.json").write_text(json.dumps(card))
    return folder


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(limits, "TRIAL_SECONDS", 0.5)


def run(folder, tmp_path):
    path = write(tmp_path / "a.tif", patches())
    run_job(job(folder, path, output=tmp_path / "o.tif"), Events())


def test_an_endless_graph_is_stopped(models, tmp_path, impatient):
    """It ran until QGIS was closed."""
    folder, threads = foreign(models, tmp_path / "m", endless), threading.active_count()
    with pytest.raises(ModelError, match=r"takes more than 0.5 s and was stopped: it may never end") as stopped:
        run(folder, tmp_path)
    assert not isinstance(stopped.value, StuckModel)
    assert {p.name for p in tmp_path.iterdir()} == {"a.tif", "m"} and threading.active_count() <= threads


@LINUX
def test_memory_has_a_limit(models, tmp_path, monkeypatch):
    """It took 17 GB, or the process with it."""
    import resource

    monkeypatch.setenv(limits.VARIABLE, "2")
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(ModelError, match=r"cannot work on images.*it may take 2 GB \(setting lwganet/memory_limit_gb"):
        run(foreign(models, tmp_path / "m", large), tmp_path)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    run(models["segmentation"], tmp_path)
    assert (tmp_path / "o.tif").exists()


@LINUX
def test_an_import_has_the_same_limits(models, tmp_path, monkeypatch, impatient):
    from lwganet_qgis.models.importing.file import import_file, inspect_file
    from lwganet_qgis.models.importing.onnx import probe as onnx_probe
    from lwganet_qgis.models.importing.parts.request import Request

    monkeypatch.setattr(onnx_probe, "TRIAL_SECONDS", 0.5)
    monkeypatch.setenv(limits.VARIABLE, "2")
    for made, message in ((endless, "may never end"), (large, "it may take 2 GB")):
        path = foreign(models, tmp_path / made.__name__, made) / "model.onnx"
        model = onnx.load(path)
        model.metadata_props.add(key="model_type", value="Segmentor")
        model.metadata_props.add(key="class_names", value='{"0": "a", "1": "b", "2": "c"}')
        path.write_bytes(model.SerializeToString())
        with pytest.raises(EngineError, match=message):
            import_file(Request(path, tmp_path / "out"))
        with pytest.raises(EngineError, match=message):
            inspect_file(path)
    assert not (tmp_path / "out").exists()


SLOW = """
import sys
from lwganet_qgis.core.sessions import limits
from lwganet_qgis.core import worker
limits.TRIAL_SECONDS, limits.GRACE = 2.0, 0.3
sys.argv = sys.argv[1:]
worker.main()
"""


def test_a_graph_that_hears_nothing_ends_the_engine_with_an_answer(models, tmp_path):
    folder = foreign(models, tmp_path / "m", one_kernel)
    engine = object.__new__(Engine)
    engine.process = subprocess.Popen([sys.executable, "-c", SLOW], stdin=-1, stdout=-1, stderr=-1)
    assert engine.hear()["event"] == "ready"
    engine.run(job(folder, write(tmp_path / "a.tif", patches()), output=tmp_path / "o.tif", threads=1))
    message = engine.until("error", "result")
    assert message["kind"] == "model" and message["leaving"] and "was stopped" in message["text"]
    assert engine.process.wait(timeout=5) == 0
    engine.process.communicate()
    assert {p.name for p in tmp_path.iterdir()} == {"a.tif", "m"}


def test_an_endless_graph_is_cancelled_at_once(models, tmp_path):
    engine = Engine()
    assert engine.hear()["event"] == "ready"
    folder = foreign(models, tmp_path / "m", endless)
    engine.run(job(folder, write(tmp_path / "a.tif", patches()), output=tmp_path / "o.tif", threads=1))
    engine.until("log")
    time.sleep(1)
    started = time.monotonic()
    engine.say(encode({"request": "cancel"}))
    assert engine.until("error", "result")["kind"] == "cancelled"
    assert time.monotonic() - started < 2.5 and engine.process.wait(timeout=5) == 0
    engine.process.communicate()


def test_the_plugins_own_models_have_no_limits(models):
    assert [is_bundled(card) for card in list_cards([BUNDLED])] == [True] * 4
    assert not is_bundled(read_card(models["change"]))


def test_what_a_tile_may_take_goes_by_the_first(monkeypatch):
    monkeypatch.setattr(limits, "LEAST_SECONDS", 0.1)
    patience, seconds = Patience(), []
    for _ in range(2):
        patience.trial(10, lambda limit: (seconds.append(limit), time.sleep(0.05)))
    assert seconds == [limits.TRIAL_SECONDS]  # of two calls the first alone
    assert 20 * 0.05 * 3 <= patience.seconds(30) < 20 * 0.5 * 3


def test_a_trial_that_fails_is_made_again():
    def fail(limit):
        raise ModelError("too large")

    patience = Patience()
    with pytest.raises(ModelError, match="too large"):
        patience.trial(10, fail)
    patience.trial(10, lambda limit: None)
    assert patience.seconds(1) == limits.LEAST_SECONDS


def test_what_work_gives_and_raises_comes_through():
    assert within(5, "it", lambda: 3) == within(None, "it", lambda: 3) == 3
    with pytest.raises(KeyError):
        within(5, "it", lambda: {}["a"])
    with pytest.raises(StuckModel, match="it takes more than 0.05 s"):
        within(0.05, "it", lambda: time.sleep(0.3))


@LINUX
def test_a_limit_that_was_there_stays(monkeypatch):
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    monkeypatch.setenv(limits.VARIABLE, "0")
    with limited_memory():
        assert resource.getrlimit(resource.RLIMIT_AS) == (soft, hard)
    monkeypatch.setenv(limits.VARIABLE, "nonsense")
    with limited_memory():
        assert 0 < resource.getrlimit(resource.RLIMIT_AS)[0] < 1 << 50
    assert Path("/proc/self/statm").exists()
