# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders and zips of models from elsewhere: the good ones come in, of the others nothing is left."""

from __future__ import annotations

import json
import os
import shutil
import stat
import struct
import zipfile

import pytest

from lwganet_qgis.core.cards.card import list_cards, verify_files
from lwganet_qgis.core.catalogue import incoming, zips
from lwganet_qgis.core.catalogue.importing import import_model, model_id
from lwganet_qgis.core.errors import Cancelled, ModelError

from .catalogues import zipped


@pytest.fixture
def source(models, tmp_path):
    return shutil.copytree(models["segmentation"], tmp_path / "from" / "tiny-cover")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "profile" / "models"


def change_card(folder, **fields):
    data = json.loads((folder / "model.json").read_text())
    (folder / "model.json").write_text(json.dumps({**data, **fields}))
    return folder


def untouched(home):
    """Whether nothing is there, hidden or not."""
    return not home.exists() or os.listdir(home) == []


@pytest.mark.parametrize("top", ["", "tiny/", "some folder/"])
def test_a_zip_comes_in(source, home, tmp_path, top):
    path = zipped(source, tmp_path / "m.zip", top)
    seen = []
    assert model_id(path) == "tiny-cover"
    card = import_model(path, home, lambda done, total: seen.append((done, total)))
    assert card.folder == home / "tiny-cover" and [found.id for found in list_cards([home])] == ["tiny-cover"]
    verify_files(card)
    assert os.listdir(home) == ["tiny-cover"] and sorted(os.listdir(card.folder)) == ["model.json", "model.onnx"]
    size = (source / "model.onnx").stat().st_size
    assert seen[0] == (0, size) and seen[-1] == (size, size)


def test_a_folder_comes_in_with_what_its_card_names_alone(source, home):
    (source / "notes.txt").write_text("private")
    card = import_model(source, home)
    assert sorted(os.listdir(card.folder)) == ["model.json", "model.onnx"] and model_id(source) == card.id
    verify_files(card)


def test_what_systems_add_to_a_zip_is_not_in_the_way(source, home, tmp_path):
    path = zipped(source, tmp_path / "m.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/model/._model.onnx", b"x")
        archive.writestr("model/.DS_Store", b"x")
        archive.writestr("model/docs/readme.txt", b"x")
    assert sorted(os.listdir(import_model(path, home).folder)) == ["model.json", "model.onnx"]


def with_member(name, content=b"x", mode=None, **fields):
    def spoil(archive):
        info = zipfile.ZipInfo("model/x")
        info.filename = info.orig_filename = name
        if mode is not None:
            info.create_system, info.external_attr = 3, mode << 16
        for field, value in fields.items():
            setattr(info, field, value)
        archive.writestr(info, content)

    return spoil


def bomb(archive):
    archive.writestr("model/weights.safetensors", b"\0" * (64 << 20), zipfile.ZIP_DEFLATED)


def many(archive):
    for number in range(zips.MOST_MEMBERS + 1):
        archive.writestr(f"model/{number}", b"")


HOSTILE = {
    "a way up": (with_member("model/../../evil"), "leads out of its folder"),
    "a bare way up": (with_member("../evil"), "leads out of its folder"),
    "from the root": (with_member("/etc/evil"), "leads out of its folder"),
    "a drive": (with_member("C:/evil"), "leads out of its folder"),
    "backslashes": (with_member("..\\..\\evil"), "leads out of its folder"),
    "no name": (with_member("\0"), "a file without a name"),
    "a link": (with_member("model/link", b"/etc/passwd", stat.S_IFLNK | 0o777), "a link or a device"),
    "a device": (with_member("model/zero", b"", stat.S_IFCHR | 0o666), "a link or a device"),
    "capitals": (with_member("model/MODEL.onnx"), "which are one on some systems"),
    "the same twice": (with_member("model/model.onnx"), "which are one on some systems"),
    "a bomb": (bomb, "as no model does"),
    "many files": (many, "holds at most 200"),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("what", sorted(HOSTILE))
def test_a_hostile_zip_is_refused_whole(source, home, tmp_path, what):
    path = zipped(source, tmp_path / "m.zip")
    spoil, message = HOSTILE[what]
    with zipfile.ZipFile(path, "a") as archive:
        spoil(archive)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ModelError, match=message):
        import_model(path, home)
    assert untouched(home) and sorted(tmp_path.rglob("*")) == before


def patched(path, name, **fields):
    """Headers of a member say other sizes, in the list of contents and before the data."""
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        local = archive.getinfo(name).header_offset
    central = content.rindex(b"PK\1\2", 0, content.rindex(name.encode()))
    for at, shift in ((central, 24), (local, 22)):
        if "file_size" in fields:
            struct.pack_into("<I", content, at + shift, fields["file_size"])
    if "method" in fields:
        struct.pack_into("<H", content, central + 10, fields["method"])
        struct.pack_into("<H", content, local + 8, fields["method"])
    if "flags" in fields:
        struct.pack_into("<H", content, central + 8, fields["flags"])
        struct.pack_into("<H", content, local + 6, fields["flags"])
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("fields", "message"), [
    ({"file_size": 3}, "is damaged|sha256 differs"),
    ({"method": 12}, "packed in an unusual way"),
    ({"flags": 1}, "is encrypted"),
])  # fmt: skip
def test_a_zip_that_lies_is_refused(source, home, tmp_path, fields, message):
    """Sizes that are not those of the data, methods that are not read."""
    path = patched(zipped(source, tmp_path / "m.zip"), "model/model.onnx", **fields)
    with pytest.raises(ModelError, match=message):
        import_model(path, home)
    assert untouched(home)


def test_a_list_of_contents_without_end_is_not_read(source, home, tmp_path, monkeypatch):
    monkeypatch.setattr(zips, "LARGEST_DIRECTORY", 70_000)  # the end of a zip is searched in 65 kB
    path = tmp_path / "m.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(2000):
            archive.writestr(f"model/{number:040}", b"")
    with pytest.raises(ModelError, match="lists more than a model can hold"):
        import_model(path, home)


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"no zip at all", b"PK\5\6" + b"\0" * 18])
def test_what_is_no_zip_is_refused(home, tmp_path, content):
    (tmp_path / "m.zip").write_bytes(content)
    with pytest.raises(ModelError, match="cannot be read as a zip|has no model.json"):
        import_model(tmp_path / "m.zip", home)


def test_half_a_zip_is_refused(source, home, tmp_path):
    path = zipped(source, tmp_path / "m.zip")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ModelError, match="cannot be read as a zip"):
        import_model(path, home)


@pytest.mark.parametrize("as_zip", [False, True])
@pytest.mark.parametrize(("spoil", "message"), [
    (lambda f: (f / "model.onnx").write_bytes(b"other"), "is not the file of the card"),
    (lambda f: (f / "model.onnx").unlink(), "cannot be read|has no model.onnx|No such file"),
    (lambda f: (f / "model.json").unlink(), "it has no model.json|has no model.json"),
    (lambda f: (f / "model.json").write_text("{"), "cannot be read"),
    (lambda f: change_card(f, title="half a letter \ud800"), "no Unicode"),
    (lambda f: (f / "model.json").write_text("[1]"), "not a JSON object"),
    (lambda f: (f / "model.json").write_text(" " * (1 << 21)), "such a file has at most"),
    (lambda f: change_card(f, task="weather"), "field 'task' is wrong"),
    (lambda f: change_card(f, id="con"), "cannot be the name of a folder"),
    (lambda f: change_card(f, id="a."), "cannot be the name of a folder"),
    (lambda f: change_card(f, id="a" * 81), "cannot be the name of a folder"),
    (lambda f: change_card(f, files={"model.onnx": "0" * 64, "Model.onnx": "0" * 64}), "one on some systems"),
    (lambda f: change_card(f, files={"model.onnx": "0" * 64, "AUX.onnx": "0" * 64}), "cannot be the name of a file"),
    (lambda f: change_card(f, files={"model.onnx": "0" * 64, "MODEL.json": "0" * 64}), "one on some systems"),
    (lambda f: (f / "model.onnx").write_text("version https://git-lfs.github.com/spec/v1\n"), "Git LFS pointer"),
])  # fmt: skip
def test_a_wrong_model_is_refused_and_nothing_is_left(source, home, tmp_path, spoil, message, as_zip):
    spoil(source)
    given = zipped(source, tmp_path / "m.zip") if as_zip else source
    with pytest.raises((ModelError, OSError), match=message):
        import_model(given, home)
    assert untouched(home)


@pytest.mark.parametrize("name", ["model.onnx", "model.json"])
def test_links_in_a_folder_are_refused(source, home, tmp_path, name):
    shutil.move(source / name, source / "elsewhere")
    (source / name).symlink_to("elsewhere")
    with pytest.raises(ModelError, match="is a symbolic link: refused"):
        import_model(source, home)
    assert untouched(home)


def test_too_large_a_file_is_not_copied(source, home, tmp_path, monkeypatch):
    monkeypatch.setattr(incoming, "LARGEST_FILE", 10)
    with pytest.raises(ModelError, match="has more than 10 bytes"):
        import_model(zipped(source, tmp_path / "m.zip"), home)
    assert untouched(home)


def test_a_full_disk_is_seen_before(source, home, monkeypatch):
    monkeypatch.setattr(incoming.shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(ModelError, match="make room"):
        import_model(source, home)
    assert untouched(home)


def test_a_disk_that_fills_up_leaves_nothing(source, home, monkeypatch):
    def full(self, name, stream, done):
        (self.folder / name).write_bytes(b"some")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(incoming.Incoming, "fill", full)
    with pytest.raises(OSError, match="No space left"):
        import_model(source, home)
    assert untouched(home)


def test_cancelled_leaves_nothing(source, home, tmp_path):
    def stop(done, total):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_model(zipped(source, tmp_path / "m.zip"), home, stop)
    assert untouched(home)


def test_what_is_there_stays_until_the_new_is_proven(source, home):
    import_model(source, home)
    change_card(source, title="Newer")
    with pytest.raises(ModelError, match="there is a model 'tiny-cover' already"):
        import_model(source, home)
    (source / "model.onnx").rename(source / "good")
    (source / "model.onnx").write_bytes(b"bad")
    with pytest.raises(ModelError, match="sha256 differs"):
        import_model(source, home, replace=True)
    assert [card.title for card in list_cards([home])] == ["Tiny <segmentation>"] and os.listdir(home) == ["tiny-cover"]
    (source / "good").replace(source / "model.onnx")
    assert import_model(source, home, replace=True).title == "Newer" and os.listdir(home) == ["tiny-cover"]
    verify_files(next(list_cards([home])))


def test_a_model_that_is_on_its_way_in_is_not_listed(source, home):
    shutil.copytree(source, home / f"{incoming.HIDDEN}1234")
    assert list(list_cards([home])) == []
