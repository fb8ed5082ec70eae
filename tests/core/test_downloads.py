# SPDX-License-Identifier: GPL-3.0-or-later
"""Downloads without a network: what came is kept when the line breaks, and a model appears whole or not at all."""

from __future__ import annotations

import os
import time

import pytest

from lwganet_qgis.core.cards.card import list_cards, verify_files
from lwganet_qgis.core.catalogue import download as downloads
from lwganet_qgis.core.catalogue.catalogue import parse_catalogue
from lwganet_qgis.core.catalogue.download import HIDDEN, Download, sweep
from lwganet_qgis.core.catalogue.entry import parse_entry
from lwganet_qgis.core.errors import ModelError

from .catalogues import catalogue_data, entry, entry_data


@pytest.fixture
def wanted(models):
    return parse_entry(entry_data(models["detection"], "https://example.org/"))


@pytest.fixture
def content(models):
    return (models["detection"] / "model.onnx").read_bytes()


@pytest.fixture
def home(tmp_path):
    return tmp_path / "models"


def begun(wanted, home, replace=False):
    download = Download(wanted, home, replace)
    download.begin()
    return download


def fetch(download, content, upto=None):
    (file,) = download.missing()
    with download.receive(file) as receiving:
        receiving.take(content[receiving.offset : upto])
        receiving.finish()


def test_a_download_appears_whole(wanted, content, home):
    download = begun(wanted, home)
    fetch(download, content)
    assert list(list_cards([home])) == [] and download.here() == wanted.size
    card = download.place()
    assert card == wanted.card and os.listdir(home) == ["tiny-objects"]
    verify_files(card)


def test_it_goes_on_where_the_line_broke(wanted, content, home):
    with pytest.raises(ModelError, match="broke off after 100 of .* what has come is kept"):
        fetch(begun(wanted, home), content, 100)
    again = begun(wanted, home)  # as the next QGIS does
    assert again.here() == 100
    (file,) = again.missing()
    with again.receive(file) as receiving:
        assert (receiving.offset, receiving.resumed) == (100, True)
        receiving.take(content[100:])
        receiving.finish()
    assert again.place().id == "tiny-objects" and os.listdir(home) == ["tiny-objects"]


def test_it_begins_anew_where_the_other_side_cannot_go_on(wanted, content, home):
    with pytest.raises(ModelError, match="broke off"):
        fetch(begun(wanted, home), content, 100)
    again = begun(wanted, home)
    with again.receive(again.missing()[0]) as receiving:
        receiving.restart()
        receiving.take(content)
        receiving.finish()
    assert again.place().id == "tiny-objects"


def test_a_wrong_sha256_keeps_nothing(wanted, content, home):
    download = begun(wanted, home)
    with pytest.raises(ModelError, match="is not the file of the catalogue"):
        fetch(download, content[:-1] + b"?")
    assert download.here() == 0 and len(download.missing()) == 1
    fetch(download, content)
    download.place()


def test_more_than_was_stated_is_not_taken(wanted, content, home):
    download = begun(wanted, home)
    with pytest.raises(ModelError, match="has more than the .* bytes that the catalogue states"):
        fetch(download, content + b"!")
    assert download.here() == 0


def test_what_was_damaged_on_the_disk_meanwhile_is_seen(wanted, content, home):
    download = begun(wanted, home)
    fetch(download, content)
    (download.folder / "model.onnx").write_bytes(b"x" + content[1:])
    with pytest.raises(ModelError, match="was damaged on the disk"):
        download.place()
    assert len(download.missing()) == 1 and list(list_cards([home])) == []


def test_a_part_longer_than_the_file_is_thrown_away(wanted, content, home):
    download = begun(wanted, home)
    (download.folder / "model.onnx.part").write_bytes(content + b"more")
    fetch(download, content)
    download.place()


def test_discarded_nothing_is_left(wanted, content, home):
    download = begun(wanted, home)
    fetch(download, content)
    download.discard()
    assert os.listdir(home) == []


def test_a_model_that_is_there_is_replaced_on_demand_alone(wanted, content, home):
    first = begun(wanted, home)
    fetch(first, content)
    first.place()
    with pytest.raises(ModelError, match="already"):
        Download(wanted, home)
    again = begun(wanted, home, replace=True)
    fetch(again, content)
    assert [card.id for card in list_cards([home])] == ["tiny-objects"]
    again.place()
    assert os.listdir(home) == ["tiny-objects"]


def test_what_has_no_address_cannot_be_had(models, home):
    with pytest.raises(ModelError, match="its catalogue names no URL for it"):
        Download(entry(models["change"]), home)


def test_other_files_are_another_download(models, home):
    """Parts of an older version are not mixed with those of a newer one."""
    said = entry_data(models["change"], "https://example.org/")
    newer = entry_data(models["change"], "https://example.org/")
    newer["files"][0]["sha256"] = newer["card"]["files"]["model.onnx"] = "0" * 64
    old, new = (parse_catalogue(catalogue_data(one), "https://x.org/").entries[0] for one in (said, newer))
    assert Download(old, home).folder != Download(new, home).folder


def test_without_room_nothing_is_begun(wanted, home, monkeypatch):
    from lwganet_qgis.core.catalogue import incoming

    monkeypatch.setattr(incoming, "SPARE", 1 << 60)
    with pytest.raises(ModelError, match="make room"):
        begun(wanted, home)
    assert not home.exists()


def test_a_link_in_the_place_of_a_download_is_not_followed(wanted, home, tmp_path):
    home.mkdir()
    (tmp_path / "victim").mkdir()
    Download(wanted, home).folder.symlink_to(tmp_path / "victim")
    with pytest.raises(ModelError, match="is a link"):
        Download(wanted, home)


def test_old_downloads_are_swept(wanted, content, home):
    download = begun(wanted, home)
    with pytest.raises(ModelError):
        fetch(download, content, 50)
    sweep(home, HIDDEN)
    assert download.folder.exists()
    long_ago = time.time() - downloads.KEPT_SECONDS - 60
    for path in (*download.folder.iterdir(), download.folder):
        os.utime(path, (long_ago, long_ago))
    sweep(home, HIDDEN)
    assert os.listdir(home) == []
