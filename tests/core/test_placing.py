# SPDX-License-Identifier: GPL-3.0-or-later
"""Files come to their places together; what stood there stays where one of them cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lwganet_qgis.core.outputs import placing
from lwganet_qgis.core.outputs.placing import companions, place


def made(folder: Path, *names: str, text: str = "new") -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(text)
    return [folder / name for name in names]


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def moves(sources: list[Path], folder: Path) -> list[tuple[Path, Path]]:
    return [(source, folder / source.name) for source in sources]


def test_what_stood_there_is_replaced_with_all_that_belonged_to_it(tmp_path):
    there, hidden = tmp_path / "there", tmp_path / "hidden"
    made(there, "a.tif", "a.tif.aux.xml", "a.tif.ovr", "b.shp", "b.dbf", "b.sbn", "b.qml", "c.gpkg-wal", text="old")
    place(moves(made(hidden, "a.tif", "b.dbf", "b.shp", "b.shx", "c.gpkg"), there))
    assert contents(there) == {
        "a.tif": "new", "b.shp": "new", "b.dbf": "new", "b.shx": "new", "c.gpkg": "new",
        "b.qml": "old",  # a style of the user's
    }  # fmt: skip
    assert not list(hidden.iterdir())


@pytest.mark.parametrize("failing", range(5))
def test_a_move_that_fails_takes_all_back(tmp_path, monkeypatch, failing):
    there, hidden = tmp_path / "there", tmp_path / "hidden"
    made(there, "a.tif", "a.tif.aux.xml", "b.gpkg", text="old")
    sources = made(hidden, "a.tif", "b.gpkg")
    done, replace = [], os.replace

    def fails_once(source, target):
        if len(done) == failing and not (done.append(None)):
            raise PermissionError(13, "held by another program", str(source), None, str(target))
        done.append(None)
        replace(source, target)

    monkeypatch.setattr(placing.os, "replace", fails_once)
    with pytest.raises(PermissionError):
        place(moves(sources, there))
    assert contents(there) == {"a.tif": "old", "a.tif.aux.xml": "old", "b.gpkg": "old"}
    assert contents(hidden) == {"a.tif": "new", "b.gpkg": "new"}


def test_a_folder_is_replaced_as_a_whole(tmp_path):
    made(tmp_path / "there.gdb", "old.gdbtable")
    (tmp_path / "hidden").mkdir()
    made(tmp_path / "hidden" / "there.gdb", "new.gdbtable")
    place([(tmp_path / "hidden" / "there.gdb", tmp_path / "there.gdb")])
    assert [p.name for p in (tmp_path / "there.gdb").iterdir()] == ["new.gdbtable"]


def test_a_link_to_a_folder_is_removed_and_not_what_it_leads_to(tmp_path):
    made(tmp_path / "elsewhere", "kept")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    placing.remove(tmp_path / "link")
    assert (tmp_path / "elsewhere" / "kept").exists() and not (tmp_path / "link").is_symlink()


def test_styles_belong_to_the_user():
    assert Path("x.qml") not in companions(Path("x.shp")) and Path("x.dbf") in companions(Path("x.shp"))
