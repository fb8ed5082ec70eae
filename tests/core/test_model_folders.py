# SPDX-License-Identifier: GPL-3.0-or-later
"""A model folder that nobody need trust: what is not a file of it is not opened, and nothing waits for ever."""

from __future__ import annotations

import hashlib
import json
import os
import shutil

import numpy as np
import onnx
import pytest
from onnx import TensorProto, numpy_helper

from lwganet_qgis.core.cards.card import list_cards, parse_card, read_card, verify_files
from lwganet_qgis.core.errors import ModelError
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.choose import open_session
from lwganet_qgis.core.sessions.session import Target

from .rasters import Events, job, patches, write

PROCESSOR = Target("onnx", "cpu")


@pytest.fixture
def folder(models, tmp_path):
    return shutil.copytree(models["segmentation"], tmp_path / "m")


def with_files(folder, files):
    """The card with other files; of those that are there, the right checksums."""
    data = json.loads((folder / "model.json").read_text())
    data["files"] = {name: digest or sha256(folder / name) for name, digest in files.items()}
    (folder / "model.json").write_text(json.dumps(data))
    return folder


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


NAMES = (
    "../secret", "/etc/passwd", "sub/model.onnx", "..\\secret", "C:model.onnx", "..", ".", "", ".hidden", "a\0b", "a\n",
    "/dev/zero", "ends.",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_files_have_plain_names(folder, name):
    """Opened and hashed, whatever they were, until now."""
    data = json.loads((folder / "model.json").read_text())
    data["files"][name] = "0" * 64
    with pytest.raises(ModelError, match="field 'files' is wrong: expected plain names of files"):
        parse_card(data, folder)


@pytest.mark.parametrize("files", [{}, {"other.bin": "0" * 64}])
def test_a_card_names_what_it_is_run_by(folder, files):
    """Without names nothing was checked, and run all the same."""
    with_files(folder, files)
    with pytest.raises(ModelError, match=r"field 'files' is wrong: expected model.onnx or weights.safetensors"):
        read_card(folder)
    assert list(list_cards([folder.parent])) == []


def linked_out(path):
    shutil.copy(path, path.parent.parent / "elsewhere")
    path.unlink()
    path.symlink_to(path.parent.parent / "elsewhere")


def device(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def pipe(path):
    path.unlink()
    os.mkfifo(path)


def pointer(path):
    path.write_text(f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 5\n")


def instead(path):
    path.unlink()
    path.mkdir()


REPLACED = {
    linked_out: "is a link that leads out of the model's folder", device: "is no regular file", pipe: "no regular file",
    pointer: "is a Git LFS pointer.*git lfs pull", instead: "is a folder; expected a file",
}  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
@pytest.mark.parametrize("name", ["model.onnx", "model.json"])
@pytest.mark.parametrize("change", REPLACED, ids=lambda change: change.__name__)
def test_only_regular_files_of_the_folder_are_read(folder, change, name):
    """A pipe called model.json hung the list of models; a device in the place of a graph was hashed for ever."""
    change(folder / name)
    with pytest.raises(ModelError, match=REPLACED[change]):
        verify_files(read_card(folder))
    assert [card.id for card in list_cards([folder.parent])] == (["tiny-cover"] if name == "model.onnx" else [])


def test_a_link_inside_the_folder_is_a_file_of_it(folder):
    (folder / "model.onnx").rename(folder / "second.onnx")
    (folder / "model.onnx").symlink_to("second.onnx")
    verify_files(read_card(folder))


def test_sizes_have_limits(folder, monkeypatch):
    with (folder / "model.json").open("a") as stream:
        stream.write(" " * (1 << 20))
    with pytest.raises(ModelError, match=r"model.json has 1,\d+,\d+ bytes; such a file has at most 1,048,576"):
        read_card(folder)
    shutil.copy(folder / "model.json", folder / "whole")
    (folder / "model.json").write_text((folder / "whole").read_text().strip())
    os.truncate(folder / "model.onnx", (16 << 30) + 1)  # sparse: takes no room
    with pytest.raises(ModelError, match="such a file has at most 17,179,869,184"):
        verify_files(read_card(folder))


def outside(folder, location):
    """A graph whose weights lie elsewhere, its checksum right."""
    model = onnx.load(folder / "model.onnx")
    tensor = numpy_helper.from_array(np.zeros(3, np.float32), "more")
    data = tensor.raw_data
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=location)
    tensor.external_data.add(key="length", value=str(len(data)))
    model.graph.initializer.append(tensor)
    (folder / "model.onnx").write_bytes(model.SerializeToString())
    return data


@pytest.mark.parametrize("location", ["more.bin", "../more.bin", "/etc/passwd"])
def test_files_that_a_graph_asks_for_are_named_and_checked(folder, location, tmp_path):
    """The graph's checksum said nothing of the weights beside it."""
    data = outside(folder, location)
    for place in (folder, tmp_path):
        (place / "more.bin").write_bytes(data)
    card = read_card(with_files(folder, {"model.onnx": ""}))
    verify_files(card)
    with pytest.raises(ModelError, match="is not among the 'files' of its model.json"):
        open_session(card, PROCESSOR, 1)


def test_named_weights_of_a_graph_are_read(folder, tmp_path):
    (folder / "more.bin").write_bytes(outside(folder, "more.bin"))
    with_files(folder, {"model.onnx": "", "more.bin": ""})
    run_job(job(folder, write(tmp_path / "a.tif", patches()), output=tmp_path / "o.tif"), Events())
    (folder / "more.bin").write_bytes(b"\1" * 12)
    with pytest.raises(ModelError, match="more.bin is damaged"):
        run_job(job(folder, write(tmp_path / "a.tif", patches()), output=tmp_path / "p.tif"), Events())


def test_what_the_card_does_not_name_is_not_run(folder):
    (folder / "weights.safetensors").write_bytes(b"none")
    with_files(folder, {"weights.safetensors": ""})
    with pytest.raises(ModelError, match="model.onnx is not among the 'files'"):
        open_session(read_card(folder), PROCESSOR, 1)
