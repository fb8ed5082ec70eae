# SPDX-License-Identifier: GPL-3.0-or-later
"""Published checkpoints become model folders with the fixtures' numbers."""

from __future__ import annotations

import argparse
import sys
import types
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from lwganet_qgis.core.cards.card import draft_card, list_cards, verify_files
from lwganet_qgis.core.cards.datasets import datasets
from lwganet_qgis.core.errors import InputError, OutputError
from lwganet_qgis.core.sessions.onnx import OnnxSession
from lwganet_qgis.models import create_model, list_models
from lwganet_qgis.models.export.deploy import deploy
from lwganet_qgis.models.import_checkpoint import main
from lwganet_qgis.models.importing.cards import RGB, card_fields
from lwganet_qgis.models.importing.reading import read_checkpoint
from lwganet_qgis.models.importing.recognise import filled, recognise, renamed

from . import golden
from .checkpoints import imported, prefixed, saved
from .test_parity import meta, near

MEAN, STD = (np.array(RGB[name], np.float32).reshape(1, 3, 1, 1) for name in ("mean", "std"))


class HistoryBuffer:
    """As mmengine keeps logs in its checkpoints."""

    def __init__(self):
        self.log, self.last = np.arange(3.0), np.float64(0.5)


def mmengine(state):
    module = types.ModuleType("mmengine")
    module.HistoryBuffer, HistoryBuffer.__module__ = HistoryBuffer, "mmengine"
    sys.modules["mmengine"] = module
    logs = {"log_scalars": {"loss": HistoryBuffer()}, "time": np.datetime64("2024-01-01")}
    return {"meta": {"dataset_meta": {"classes": ["a"]}}, "state_dict": state, "message_hub": logs}


def profiled(state):
    """A2Net's: counters of operations on every module, and scores as NumPy's numbers."""
    modules = {key.rpartition(".")[0] for key in state}
    counters = {f"{m}.total_ops".lstrip("."): torch.zeros(1, dtype=torch.float64) for m in (*modules, "")}
    counters |= {key.replace("total_ops", "total_params"): value for key, value in counters.items()}
    return {"epoch": 3, "arch": "x", "state_dict": {**state, **counters}, "F_Tr": np.float64(0.5), "lr": 1e-3}


FORMS = {
    "bare": lambda s: s,
    "classification": lambda s: {"model": s, "optimizer": {"state": {0: {"exp_avg": torch.ones(2)}}}, "epoch": 1},
    "clafa": lambda s: {"network": s, "optimizer": {}},
    "lightning": lambda s: {"state_dict": prefixed(s, "net."), "epoch": 3, "pytorch-lightning_version": "1.5.9",
                            "callbacks": {}, "hyper_parameters": argparse.Namespace(lr=1e-3, out=Path("x"))},
    "mmcv": lambda s: {"meta": {"CLASSES": ("a",), "env": "x"}, "state_dict": s, "optimizer": {}},
    "mmengine": mmengine,
    "parallel": lambda s: {"model": prefixed(s, "module.")},
    "a2net": profiled,
    "averaged": lambda s: {"state_dict": {**s, **{"ema_" + k.replace(".", "_"): v for k, v in s.items()}}},
    "half": lambda s: {"state_dict": {k: v.half() if v.is_floating_point() else v for k, v in s.items()}},
}  # fmt: skip


@pytest.mark.parametrize("old", [False, True], ids=["archive", "before"])
@pytest.mark.parametrize("form", FORMS)
def test_every_published_form_is_read(form, old, weights, tmp_path):
    path = saved(tmp_path / "x.pth", FORMS[form](weights), _use_new_zipfile_serialization=not old)
    state = read_checkpoint(path).state
    found = recognise({key: tuple(value.shape) for key, value in state.items()}, "x")
    assert (found.architecture, found.task, found.classes) == ("lwganet_l0", "classification", 45)
    model = filled(found, renamed(state, found.prefix), "x")
    for key, value in model.state_dict().items():
        torch.testing.assert_close(value, weights[key], rtol=1e-3 if form == "half" else 0, atol=1e-6)


def test_safetensors_are_read(weights, tmp_path):
    save_file(prefixed(weights, "backbone."), tmp_path / "x.safetensors")
    state = read_checkpoint(tmp_path / "x.safetensors").state
    assert recognise({key: tuple(v.shape) for key, v in state.items()}, "x").prefix == "backbone."
    assert len(state) == len(weights)


@pytest.mark.parametrize("name", [n for n in list_models() if n != "lrformer_xl"])
def test_every_network_is_told_by_its_shapes(name):
    change = name.startswith(("a2net", "clafa"))
    with torch.device("meta"):
        state = create_model(name, **({} if change else {"num_classes": 9})).state_dict()
    shapes = {f"module.net.{key}": tuple(value.shape) for key, value in state.items()}
    found = recognise(shapes, "x")
    assert (found.architecture, found.classes, found.prefix) == (name, 2 if change else 9, "module.net.")
    assert found.arguments == ({} if change else {"num_classes": 9})


def answers(card, images):
    return OnnxSession(card, 1).run([image.numpy() * STD + MEAN for image in images])


def test_scenes_give_the_fixture(weights, tmp_path, out):
    case = np.load(golden.FOLDER / "cls_l0_nc45_b2_s224_seed101.npz")
    card = imported(saved(tmp_path / "x.pth", {"model": weights}), out)
    assert list(list_cards([out])) == [card] and [p.name for p in out.iterdir()] == ["lwganet_l0_nwpu_resisc45"]
    verify_files(card)
    assert card.knows.classes[0].name == "airplane" and "CC BY-NC 4.0" in card.made.license
    assert set(card.made.training["compared"]["difference_of_allowed"]) == {"random", "real"}
    near(answers(card, [golden.draw_input(meta(case)["seed"], meta(case)["shape"])]), case["logits"])


def test_names_and_places_that_are_taken(weights, tmp_path, out):
    path = saved(tmp_path / "x.pth", weights)
    (out / "my_scenes").mkdir(parents=True)
    with pytest.raises(OutputError, match="my_scenes exists"):
        imported(path, out, name="My scenes!")
    with pytest.raises(InputError, match="has no letter or digit"):
        imported(path, out, name="?")
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        imported(path, tmp_path / "file")
    assert [found.name for found in out.iterdir()] == ["my_scenes"]


def test_change_by_logits_is_a_probability():
    """Of CLAFA, at the input's size; the graph is compared with it in the import."""
    path = golden.cases("cd_clafa_l0_b1_s256_*.npz")[0]
    case, model = np.load(path), golden.fill(create_model("clafa_lwganet_l0"))
    found = recognise({key: tuple(value.shape) for key, value in model.state_dict().items()}, "x")
    fields = card_fields(found, datasets()["levir_cd"], "", "")
    card = draft_card({**fields, "training": {}}, path.parent)
    images = [golden.draw_input(meta(case)[key], (1, 3, 256, 256)) for key in ("seed_x1", "seed_x2")]
    with torch.no_grad():
        answer = deploy(model, card)(*(image * torch.from_numpy(STD) + torch.from_numpy(MEAN) for image in images))
    step = int(case["sub_stride"])
    assert tuple(answer.shape) == (1, 1, 256, 256) and card.knows.threshold == 0.5
    near(answer[:, :, ::step, ::step], torch.from_numpy(case["pred_sub"]).softmax(1)[:, 1:])


def test_smaller_networks_are_told_by_their_shapes():
    sizes = {"num_classes": 16, "width": 16, "hidden": 32}
    smaller = {
        "oriented_rcnn_lsknet_t": sizes, "unetformer_lwganet_l0": {"num_classes": 7, "width": 32},
        "a2net_lwganet_l0": {"width": 32},
    }  # fmt: skip
    for name, args in smaller.items():
        state = golden.fill(create_model(name, **args)).state_dict()
        found = recognise({key: tuple(value.shape) for key, value in state.items()}, "x")
        assert found.arguments == args
        assert filled(found, state, "x").state_dict().keys() == state.keys()


def test_the_published_tiles():
    shapes = {"backbone.Stem.proj.weight": (96, 3, 4, 4), "decoder.segmentation_head.2.0.weight": (7, 64, 1, 1)}
    fields = card_fields(recognise(shapes, "x"), datasets()["loveda"], "", "my own")
    assert (fields["multiple"], fields["smallest"], fields["gsd"]) == (256, 256, 0.3)
    assert fields["title"] == "LoveDA (UNetFormer on LWGANet-L2)" and fields["license"].startswith(
        "Weights: my own. Da"
    )
    fields = card_fields(recognise(shapes, "x"), datasets()["vaihingen"], "", "")
    assert fields["input"]["bands"] == ["nir", "red", "green"]  # its images are coloured infrared
    plus = {"backbone.block1.0.attn.q.0.weight": (128, 128), "decode_head.cls_embed.weight": (151, 256)}
    fields = card_fields(recognise(plus, "x"), datasets()["ade20k"], "", "")
    assert (fields["tile_size"], fields["title"]) == (640, "ADE20K (150 classes) (LRFormer-XL+)")


def test_command_line(tmp_path, capsys):
    assert main([str(tmp_path / "nothing.pth")]) == 1
    assert "nothing.pth cannot be read: No such file" in capsys.readouterr().err
