# SPDX-License-Identifier: GPL-3.0-or-later
"""The tiny network that shows whether an engine computes."""

import json

import numpy as np
import pytest

from lwganet_qgis.core.jobs.check import CheckJob
from lwganet_qgis.core.report import Reporter
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions import trial
from tools import tiny_check


def found():
    return run_job(CheckJob(), Reporter(lambda _: None))


def test_every_runtime_here_gives_the_numbers():
    answer = found()
    trials = {one.runtime.split()[0]: one for one in answer.trials if one.device == "cpu"}
    assert set(trials) == {"ONNX", "PyTorch"}
    assert all(not one.problem and one.difference < 1e-6 and one.milliseconds > 0 for one in trials.values())
    assert answer.projections and {"python", "numpy", "onnxruntime"} <= {item.name for item in answer.versions}


def test_what_is_shipped_is_what_the_tool_makes(tmp_path):
    kept = np.array(json.loads(trial.NUMBERS.read_text()))
    assert np.abs(tiny_check.numbers()[:, :: trial.STEP, :: trial.STEP] - kept).max() < 1e-6
    assert tiny_check.graph().SerializeToString() == trial.GRAPH.read_bytes()


def test_the_numbers_tell_one_class_from_another():
    assert tiny_check.numbers().std() > 0.1


def test_wrong_numbers_are_seen(tmp_path, monkeypatch):
    numbers = json.loads(trial.NUMBERS.read_text())
    numbers[1][2][3] += 0.01
    wrong = tmp_path / "tiny.json"
    wrong.write_text(json.dumps(numbers))
    monkeypatch.setattr(trial, "NUMBERS", wrong)
    assert all("numbers are wrong by 0.01" in one.problem for one in found().trials)


@pytest.mark.filterwarnings("ignore:Specified provider")
def test_another_provider_than_the_one_that_was_asked_is_seen(monkeypatch):
    """As ONNX Runtime does where CUDA's libraries are missing: it takes the processor and says little."""
    monkeypatch.setattr(trial.onnxruntime, "get_available_providers", lambda: ["CUDAExecutionProvider"])
    (one,) = [one for one in found().trials if one.runtime.startswith("ONNX")]
    assert one.device == "cuda" and one.problem == "CPUExecutionProvider ran in its place"


@pytest.mark.parametrize("damage", ["missing", "no graph"])
def test_a_damaged_graph_is_a_problem_and_no_crash(tmp_path, monkeypatch, damage):
    graph = tmp_path / "tiny.onnx"
    if damage == "no graph":
        graph.write_bytes(b"nonsense")
    monkeypatch.setattr(trial, "GRAPH", graph)
    (one,) = [one for one in found().trials if one.runtime.startswith("ONNX")]
    assert one.problem
