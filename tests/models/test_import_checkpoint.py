# SPDX-License-Identifier: GPL-3.0-or-later
"""Published checkpoints become model folders with the fixtures' numbers; other files are refused and leave nothing."""

from __future__ import annotations

import argparse
import json
import os
import pickle
import struct
import subprocess
import sys
import types
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from lwganet_qgis.core.datasets import datasets, fitting
from lwganet_qgis.core.errors import EngineError, InputError, ModelError, OutputError
from lwganet_qgis.core.model_card import FORMAT, list_cards, parse_card, verify_files
from lwganet_qgis.core.sessions.onnx import OnnxSession
from lwganet_qgis.models import create_model, list_models
from lwganet_qgis.models.export import deploy
from lwganet_qgis.models.import_checkpoint import main
from lwganet_qgis.models.importing import Request, import_checkpoint
from lwganet_qgis.models.importing.cards import RGB, card_fields
from lwganet_qgis.models.importing.labels import Wishes, choose
from lwganet_qgis.models.importing.reading import Checkpoint, read_checkpoint
from lwganet_qgis.models.importing.recognise import filled, recognise, renamed

from . import golden
from .test_parity import meta, near

MEAN, STD = (np.array(RGB[name], np.float32).reshape(1, 3, 1, 1) for name in ("mean", "std"))


def prefixed(state, prefix):
    return {prefix + key: value for key, value in state.items()}


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


@pytest.fixture(scope="module")
def weights():
    return golden.fill(create_model("lwganet_l0", num_classes=45)).state_dict()


@pytest.fixture
def out(tmp_path):
    return tmp_path / "deep" / "models"


def saved(path, data, **how):
    torch.save(data, path, **how)
    return path


def imported(path, out, dataset="", name="", **wishes):
    return import_checkpoint(Request(path, out, Wishes(dataset, **wishes), name))


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
    assert card.classes[0].name == "airplane" and "CC BY-NC 4.0" in card.license
    assert set(card.training["compared"]["difference_of_allowed"]) == {"random", "real"}
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
    card = parse_card({**fields, "training": {}, "files": {}, "format": FORMAT}, path.parent)
    images = [golden.draw_input(meta(case)[key], (1, 3, 256, 256)) for key in ("seed_x1", "seed_x2")]
    with torch.no_grad():
        answer = deploy(model, card)(*(image * torch.from_numpy(STD) + torch.from_numpy(MEAN) for image in images))
    step = int(case["sub_stride"])
    assert tuple(answer.shape) == (1, 1, 256, 256) and card.threshold == 0.5
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
    plus = {"backbone.block1.0.attn.q.0.weight": (128, 128), "decode_head.cls_embed.weight": (151, 256)}
    fields = card_fields(recognise(plus, "x"), datasets()["ade20k"], "", "")
    assert (fields["tile_size"], fields["title"]) == (640, "ADE20K (150 classes) (LRFormer-XL+)")


# What only a person can say


def told(task="segmentation", classes=7, checkpoint=None, **wishes):
    shapes = {"segmentation": "decoder.segmentation_head.2.0.weight", "detection": "roi_head.bbox_head.fc_cls.weight"}
    found = recognise(
        {"backbone.block1.0.attn.spatial_gating_unit.conv0.weight": (32, 1, 5, 5),
         shapes[task]: (classes + (task == "detection"), 64)}, "x",
    )  # fmt: skip
    return choose(found, checkpoint or Checkpoint({}), Wishes(**wishes))


def test_a_data_set_is_told_by_its_number_of_classes():
    assert [told(classes=n).id for n in (7, 8, 150, 171, 19)] == "loveda uavid ade20k coco_stuff cityscapes".split()
    assert [told("detection", n).id for n in (15, 16, 20)] == ["dota_v1.0", "dota_v1.5", "dior_r"]
    assert [entry.id for entry in fitting("change", 2)] == ["levir_cd", "whu_cd", "cdd", "sysu_cd"]
    assert [len(datasets()[name].classes) for name in ("nwpu_resisc45", "aid", "ucm")] == [45, 30, 21]
    assert datasets()["loveda"].classes[1].color == "#ff0000"
    for entry in datasets().values():
        assert len({label.name for label in entry.classes}) == len(entry.classes)
        assert entry.gsd_range[0] <= entry.gsd <= entry.gsd_range[1] and entry.license


def test_names_of_the_file_and_of_the_user_count_first():
    own = Checkpoint({}, ("x", "y", "z", "a", "b", "c", "d"), ("#010203",) * 7)
    assert told(checkpoint=own).classes[1] == datasets()["loveda"].classes[0].__class__("y", "#010203")
    assert told(checkpoint=own, dataset="loveda").id == "loveda"
    mine = told(classes=3, labels=("p", "q", "r"), gsd=2.0)
    assert (mine.gsd_range, [label.name for label in mine.classes]) == ((1.0, 4.0), ["p", "q", "r"])
    assert len({label.color for label in mine.classes}) == 3


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"dataset": "uavid"}, "uavid has 8 classes for segmentation, the checkpoint 7.*that fit: loveda"),
        ({"dataset": "mars"}, "no data set 'mars'; known: nwpu_resisc45"),
        ({"labels": ("a", "b")}, "2 class names were given; the checkpoint has 7"),
        ({"classes": 11}, "11 classes, as no known data set has"),
        ({"task": "detection", "classes": 1}, "1 class and does not say which.*hrsc2016"),
        ({"gsd": 0.0}, "not above 0"),
    ],
)
def test_what_does_not_fit_is_said(given, said):
    with pytest.raises(InputError, match=said):
        told(**given)


# Files that nobody should load


class Touch:
    """What runs when a pickle is loaded without care."""

    def __init__(self, call, argument):
        self.call, self.argument = call, argument

    def __reduce__(self):
        return self.call, (self.argument,)


def hostile_pickle(tmp_path, weights):
    return saved(tmp_path / "x.pth", {"state_dict": weights, "x": Touch(os.mkdir, str(tmp_path / "ran"))})


def hostile_old(tmp_path, weights):
    data = {"state_dict": weights, "x": Touch(os.mkdir, str(tmp_path / "ran"))}
    return saved(tmp_path / "x.pth", data, _use_new_zipfile_serialization=False)


def hostile_eval(tmp_path, weights):
    text = f"__import__('os').mkdir({str(tmp_path / 'ran')!r})"
    return saved(tmp_path / "x.pth", {"state_dict": weights, "x": Touch(eval, text)})


def plain_pickle(tmp_path, weights):
    (tmp_path / "x.pth").write_bytes(pickle.dumps(Touch(os.mkdir, str(tmp_path / "ran"))))
    return tmp_path / "x.pth"


def whole_model(tmp_path, weights):
    return saved(tmp_path / "x.pth", create_model("lwganet_l0", num_classes=2))


def cut_off(tmp_path, weights):
    path = saved(tmp_path / "x.pth", {"state_dict": weights})
    path.write_bytes(path.read_bytes()[:-5000])
    return path


def cut_off_old(tmp_path, weights):
    path = saved(tmp_path / "x.pth", {"state_dict": weights}, _use_new_zipfile_serialization=False)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def flipped_bit(tmp_path, weights):
    path = saved(tmp_path / "x.pth", {"state_dict": weights})
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    return path


def compressed(tmp_path, weights):
    path, packed = saved(tmp_path / "y.pth", {"state_dict": weights}), tmp_path / "x.pth"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry))
    return packed


def newer_zip(tmp_path, weights):
    """That asks for version 20 of the format."""
    path = saved(tmp_path / "x.pth", {"state_dict": weights})
    with zipfile.ZipFile(path) as archive:
        directory = archive.start_dir
    data = bytearray(path.read_bytes())
    data[directory + 6] = 200
    path.write_bytes(data)
    return path


def other_zip(tmp_path, weights):
    with zipfile.ZipFile(tmp_path / "x.pth", "w") as archive:
        archive.writestr("readme.txt", "hello")
    return tmp_path / "x.pth"


def other_shape(tmp_path, weights):
    state = {**weights, "stages.0.blocks.0.mlp.0.weight": torch.zeros(3, 3), "extra.weight": torch.zeros(1)}
    del state["Stem.norm.bias"]
    return saved(tmp_path / "x.pth", {"model": state})


def not_numbers(tmp_path, weights):
    state = {**weights, "head.bias": torch.full((45,), float("nan"))}
    return saved(tmp_path / "x.pth", {"model": state})


def no_finite_answer(tmp_path, weights):
    state = {**weights, "Stem.norm.running_var": -torch.ones(32)}
    return saved(tmp_path / "x.pth", {"model": state})


def endless(tmp_path, weights):
    """A view of one number that claims a matrix of 10 TB."""
    return saved(tmp_path / "x.pth", {"model": {**weights, "head.weight": torch.zeros(1).expand(45, 1 << 36)}})


def sparse(tmp_path, weights):
    return saved(tmp_path / "x.pth", {"model": {**weights, "head.bias": torch.zeros(45).to_sparse()}})


def large_header(tmp_path, weights):
    (tmp_path / "x.pth").write_bytes(struct.pack("<Q", 10 << 30) + b'{"a": {}}' + b" " * 100)
    return tmp_path / "x.pth"


def large_tensor(tmp_path, weights):
    header = json.dumps({"a": {"dtype": "F32", "shape": [50000, 50000], "data_offsets": [0, 10_000_000_000]}}).encode()
    (tmp_path / "x.pth").write_bytes(struct.pack("<Q", len(header)) + header + b"\0" * 64)
    return tmp_path / "x.pth"


def other_network(tmp_path, weights):
    return saved(tmp_path / "x.pth", {"state_dict": {"conv1.weight": torch.zeros(64, 3, 7, 7)}})


def no_weights(tmp_path, weights):
    return saved(tmp_path / "x.pth", {"epoch": 1, "names": ["a"]})


def picture(tmp_path, weights):
    (tmp_path / "x.pth").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return tmp_path / "x.pth"


def empty(tmp_path, weights):
    (tmp_path / "x.pth").touch()
    return tmp_path / "x.pth"


def backbone_only(tmp_path, weights):
    return saved(tmp_path / "x.pth", prefixed({k: v for k, v in weights.items() if "head" not in k}, "backbone."))


def imagenet(tmp_path, weights):
    return saved(tmp_path / "x.pth", {"model": {**weights, "head.weight": torch.zeros(1000, 1280)}})


HOSTILE = {
    hostile_pickle: r"^\S+/x.pth asks for Python objects that are no weights \(\w+.mkdir\).*refused unread",
    hostile_old: r"^\S+/x.pth asks for Python objects that are no weights \(\w+.mkdir\).*refused unread",
    hostile_eval: r"no weights \(\w+.eval\).*refused unread",
    plain_pickle: "is no checkpoint: expected",
    whole_model: r"save the model's state_dict\(\)",
    cut_off: "damaged or cut off.*download it again",
    cut_off_old: "damaged, or no checkpoint",
    flipped_bit: "does not fit its checksum; download it again",
    compressed: "compressed archive",
    newer_zip: "is damaged or cut off .*version 20",
    other_zip: "zip archive but no checkpoint",
    other_shape: r"not quite lwganet_l0; missing: Stem.norm.bias; left over: extra.weight; of another.* \(3, 3\)",
    not_numbers: "no numbers.*head.bias",
    no_finite_answer: "give no numbers",
    endless: r"of another shape: head.weight \(45, 68719476736\) instead of \(45, 1280\)",
    sparse: "no plain tensors of numbers: head.bias",
    large_header: "header claims 10,737,418,240 bytes",
    large_tensor: "weights cannot be read",
    other_network: "none of lwganet, lsknet, lrformer.*conv1.weight",
    no_weights: "holds no weights",
    picture: "is no checkpoint: expected",
    empty: "is no checkpoint: expected",
    backbone_only: "a backbone alone .lwganet_l0.",
    imagenet: "1000 classes; models have up to 255.*ImageNet",
}


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_bad_files_are_refused_and_leave_nothing(make, weights, tmp_path, out):
    path = make(tmp_path, weights)
    with pytest.raises(ModelError, match=HOSTILE[make]) as refused:
        imported(path, out, "nwpu_resisc45")
    assert len(str(refused.value)) < 700
    assert not out.parent.exists() and not (tmp_path / "ran").exists()


def test_a_folder_that_was_there_stays(tmp_path, weights, out):
    out.mkdir(parents=True)
    with pytest.raises(ModelError):
        imported(not_numbers(tmp_path, weights), out)
    assert list(out.iterdir()) == []


def test_a_stopped_import_leaves_nothing(tmp_path, weights, out):
    def stop(fraction, text):
        if fraction >= 0.3:
            assert list(list_cards([out])) == []
            raise EngineError("stopped")

    path = saved(tmp_path / "x.pth", weights)
    with pytest.raises(EngineError, match="stopped"):
        import_checkpoint(Request(path, out), stop)
    assert not out.parent.exists()


def test_claims_take_no_memory(tmp_path, weights):
    """An old file whose index claims a storage of 40 GB: refused in a process that may use 8."""
    if not Path("/proc/self/status").exists():
        pytest.skip("needs Linux")
    path = saved(tmp_path / "x.pth", {"model": weights}, _use_new_zipfile_serialization=False)
    data, told_numbers = path.read_bytes(), struct.pack("<H", 45 * 1280)
    assert data.count(b"M" + told_numbers) >= 1  # the storage of head.weight
    claimed = b"\x8a\x05" + (10_000_000_000).to_bytes(5, "little")
    path.write_bytes(data.replace(b"M" + told_numbers, claimed))
    code = (
        "import resource, re, sys; resource.setrlimit(resource.RLIMIT_AS, (8 << 30,) * 2)\n"
        "from lwganet_qgis.models.import_checkpoint import main\n"
        "code = main(sys.argv[1:])\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path), "--out", str(tmp_path / "out")],
                          capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})  # fmt: skip
    assert done.returncode == 1 and "cannot load its weights" in done.stderr
    assert int(done.stdout.splitlines()[-1]) < 600_000, "KiB"


def test_command_line(tmp_path, capsys):
    assert main([str(tmp_path / "nothing.pth")]) == 1
    assert "nothing.pth cannot be read: No such file" in capsys.readouterr().err
