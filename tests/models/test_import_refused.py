# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that nobody should load: refused, nothing of them is run, and nothing is left."""

from __future__ import annotations

import json
import os
import pickle
import struct
import subprocess
import sys
import types
import zipfile
from pathlib import Path

import pytest
import torch

from lwganet_qgis.core.cards.card import list_cards
from lwganet_qgis.core.errors import EngineError, ModelError
from lwganet_qgis.models import create_model
from lwganet_qgis.models.importing.file import import_file
from lwganet_qgis.models.importing.parts.request import Request

from .checkpoints import imported, prefixed, saved


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


def pointer(tmp_path, weights, name="x.pth"):
    text = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 1234\n"
    (tmp_path / name).write_text(text)
    return tmp_path / name


def pointer_to_a_graph(tmp_path, weights):
    return pointer(tmp_path, weights, "x.onnx")


def pointer_to_safetensors(tmp_path, weights):
    return pointer(tmp_path, weights, "x.safetensors")


def pickled_as(*names):
    """A whole model, of classes that are not installed here."""

    def make(tmp_path, weights):
        for name in names:
            module, _, attribute = name.rpartition(".")
            for depth in range(len(module.split("."))):
                sys.modules.setdefault(".".join(module.split(".")[: depth + 1]), types.ModuleType("made"))
            made = type(attribute, (), {"__module__": module, "__qualname__": attribute})
            setattr(sys.modules[module], attribute, made)
        try:
            return saved(tmp_path / "x.pth", {"model": made(), "epoch": 3})
        finally:
            for key in [key for key in sys.modules if getattr(sys.modules[key], "__name__", "") == "made"]:
                del sys.modules[key]

    make.__name__ = names[0]
    return make


HOSTILE = {
    pointer: r"^\S+/x.pth is a Git LFS pointer: .*git lfs pull",
    pointer_to_a_graph: r"^\S+/x.onnx is a Git LFS pointer: .*git lfs pull",
    pointer_to_safetensors: r"^\S+/x.safetensors is a Git LFS pointer: .*git lfs pull",
    pickled_as("ultralytics.nn.tasks.DetectionModel"): r"is a YOLO model as its training saves it.*export it to ONNX",
    pickled_as("models.yolo.DetectionModel"): r"is a YOLO model as its training saves it.*export it to ONNX",
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
    assert len(str(refused.value)) < 700 and "weights_only" not in str(refused.value)
    assert str(refused.value).count(str(path)) <= 1
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
        import_file(Request(path, out), stop)
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
