# SPDX-License-Identifier: GPL-3.0-or-later
"""Devices, and models that are not what their card says."""

from __future__ import annotations

import hashlib
import json
import shutil

import pytest

from lwganet_qgis.core.cards.card import read_card
from lwganet_qgis.core.errors import DeviceError, ModelError
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions import choose
from lwganet_qgis.core.sessions.choose import choose_target, open_session
from lwganet_qgis.core.sessions.keeper import Keeper
from lwganet_qgis.core.sessions.session import Target
from tests.qgis import tiny_models

from .rasters import Events, job, patches, write


def test_the_processor_is_ones_own_choice_and_the_last_resort(monkeypatch):
    assert choose_target("cpu") == Target("onnx", "cpu")
    monkeypatch.setattr(choose, "_has_driver", lambda: False)
    assert choose_target("auto") == Target("onnx", "cpu")


@pytest.mark.parametrize("device", ["gpu", "cuda:", "cuda:x", "CPU", ""])
def test_other_names_are_refused(device):
    with pytest.raises(DeviceError, match="use auto, cpu, cuda, cuda:N or directml"):
        choose_target(device)


@pytest.mark.parametrize("device", ["cuda", "cuda:1"])
def test_cuda_that_is_asked_for_and_absent_is_an_error_with_the_reason(monkeypatch, device):
    from lwganet_qgis.core.sessions import torch as torch_session

    monkeypatch.setattr(torch_session, "cuda_problem", lambda _: "there is no card in the slot")
    with pytest.raises(DeviceError, match=f"{device} is not available: there is no card in the slot"):
        choose_target(device)


def changed(folder, copy, graph=None, **card):
    """A model folder with another graph or card, its checksums right."""
    shutil.copytree(folder, copy)
    if graph is not None:
        (copy / "model.onnx").write_bytes(graph)
    data = {**json.loads((copy / "model.json").read_text()), **card}
    data["files"] = {"model.onnx": hashlib.sha256((copy / "model.onnx").read_bytes()).hexdigest()}
    (copy / "model.json").write_text(json.dumps(data))
    return copy


def test_a_graph_that_is_none(models, tmp_path):
    folder = changed(models["segmentation"], tmp_path / "m", b"no graph")
    with pytest.raises(ModelError, match="tiny-cover cannot be loaded by ONNX Runtime"):
        open_session(read_card(folder), Target("onnx", "cpu"), 1)


@pytest.mark.parametrize("task", ["segmentation", "classification"])
def test_a_graph_with_other_classes_than_its_card(models, tmp_path, task):
    classes = [{"name": str(i), "color": "#000000"} for i in range(5)]
    folder = changed(models[task], tmp_path / "m", classes=classes)
    path = write(tmp_path / "a.tif", patches())
    with pytest.raises(ModelError, match="for a tile; expected"):
        run_job(job(folder, path, features=tmp_path / "f"), Events())
    assert {p.name for p in tmp_path.iterdir()} == {"m", "a.tif"}


def test_a_graph_for_another_number_of_images(models, tmp_path):
    graph = (models["segmentation"] / "model.onnx").read_bytes()
    folder = changed(models["change"], tmp_path / "m", graph)
    with pytest.raises(ModelError, match="takes 1 images; its task needs 2"):
        open_session(read_card(folder), Target("onnx", "cpu"), 1)


def test_a_graph_for_another_number_of_bands(models, tmp_path):
    data = json.loads((models["segmentation"] / "model.json").read_text())["input"]
    two = {**data, "bands": ["red", "nir"], "mean": [0, 0], "std": [1, 1]}
    folder = changed(models["segmentation"], tmp_path / "m", input=two)
    path = write(tmp_path / "a.tif", patches())
    with pytest.raises(ModelError, match=r"cannot work on images of \(\d+, 2, 32, 32\)"):
        run_job(job(folder, path, output=tmp_path / "o.tif"), Events())


def test_a_session_is_kept_for_the_same_model_alone(tmp_path):
    for name in ("one", "other"):
        tiny_models.make(tmp_path, name, "segmentation")
    one, other = (read_card(tmp_path / name) for name in ("one", "other"))
    keeper, processor = Keeper(), Target("onnx", "cpu")
    kept = keeper.open(one, processor, 1)
    assert keeper.open(read_card(tmp_path / "one"), processor, 1) is kept
    assert keeper.open(one, processor, 2) is not kept
    assert keeper.open(other, processor, 1) is not kept
    assert keeper.open(one, processor, 1) is not kept
