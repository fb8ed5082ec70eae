# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues and downloads by QGIS's network, from a server on this machine that does not always behave."""

import json
import os
import threading

import pytest
from qgis.core import QgsApplication, QgsTask

from ..core.catalogues import catalogue_data, entry_data

pytestmark = pytest.mark.usefixtures("provider", "own_settings")
SECONDS = 30_000


@pytest.fixture
def server():
    from .model_server import ModelServer

    made = ModelServer()
    yield made
    made.close()


@pytest.fixture
def home(tmp_path):
    return tmp_path / "models"


@pytest.fixture
def off_thread(qtbot):
    """Runs a function in a task, as the window does; gives what it gives, or raises."""

    def run(work):
        found = {}

        def act(task):
            try:
                found["result"] = work()
            except Exception as error:
                found["error"] = error

        task = QgsTask.fromFunction("test", act)
        QgsApplication.taskManager().addTask(task)
        qtbot.waitUntil(lambda: bool(found), timeout=SECONDS)
        if "error" in found:
            raise found["error"]
        return found["result"]

    return run


@pytest.fixture
def big(tiny_models, tmp_path):
    """A model whose second file is long enough for a line to break in the middle."""
    import hashlib
    import shutil

    folder = shutil.copytree(tiny_models / "tiny-cover", tmp_path / "big" / "tiny-cover")
    (folder / "notes.bin").write_bytes(os.urandom(3_000_000))
    data = json.loads((folder / "model.json").read_text())
    data.update(id="big-cover", title="Big cover")
    data["files"]["notes.bin"] = hashlib.sha256((folder / "notes.bin").read_bytes()).hexdigest()
    (folder / "model.json").write_text(json.dumps(data))
    return folder


@pytest.fixture
def wanted(server, big):
    """The entry of a catalogue that the server has."""
    from lwganet_qgis.model_settings import CatalogueSetting

    server.serve(big, "/files")
    server.files["/catalogue.json"] = json.dumps(catalogue_data(entry_data(big, "files/"))).encode()
    return CatalogueSetting(server.url("/catalogue.json"))


def nothing():
    pass


def no_progress(done, total):
    pass


def entry_from(setting, off_thread):
    from lwganet_qgis.catalogue.sources import read

    return off_thread(lambda: read(setting, nothing)).entries[0]


def get(entry, setting, home, progress=no_progress, **others):
    from lwganet_qgis.catalogue.getting import get

    return get(entry, setting, home, progress, **others)


def test_a_model_of_a_catalogue_comes_whole(server, wanted, off_thread, home):
    from lwganet_qgis.core.cards.card import verify_files

    entry, seen = entry_from(wanted, off_thread), []
    card = off_thread(lambda: get(entry, wanted, home, lambda done, total: seen.append((done, total))))
    assert card.id == "big-cover" and os.listdir(home) == ["big-cover"]
    assert sorted(os.listdir(card.folder)) == ["model.json", "model.onnx", "notes.bin"]
    verify_files(card)
    assert seen[-1] == (entry.size, entry.size) and seen == sorted(seen)
    assert server.asked[-1][2]["Accept-Encoding"] == "identity"


def test_replies_stay_on_the_main_thread(server, wanted, off_thread, monkeypatch):
    """Of one that dies elsewhere PyQt hears late, and takes another at its address for dead: one download in fifty."""
    from lwganet_qgis.catalogue import courier

    threads, ask = [], courier._request

    def request(*given):
        threads.append(threading.current_thread())
        return ask(*given)

    monkeypatch.setattr(courier, "_request", request)
    entry_from(wanted, off_thread)
    assert threads == [threading.main_thread()]


def test_a_line_that_breaks_is_gone_on_with(server, wanted, off_thread, home):
    """Again and again in one download, from the byte where it ended."""
    server.cut = 1_000_000
    entry = entry_from(wanted, off_thread)
    server.asked.clear()
    card = off_thread(lambda: get(entry, wanted, home))
    begins = [first for path, first, _ in server.asked if path.endswith("notes.bin")]
    assert begins[0] == 0 and len(begins) >= 3 and begins == sorted(set(begins)), begins
    assert card.id == "big-cover" and os.listdir(home) == ["big-cover"]


def test_the_next_try_goes_on_where_the_last_one_ended(server, wanted, off_thread, home):
    from lwganet_qgis.core.cards.card import list_cards
    from lwganet_qgis.core.errors import ModelError

    entry, whole = entry_from(wanted, off_thread), server.files["/files/notes.bin"]
    server.cut = 1_000_000
    server.ranges = False  # it never gets further than that
    with pytest.raises(ModelError, match="notes.bin"):
        off_thread(lambda: get(entry, wanted, home))
    assert list(list_cards([home])) == []
    (part,) = home.glob(".download-*/notes.bin.part")
    kept = part.stat().st_size
    assert 0 < kept < len(whole)
    server.cut, server.ranges = 0, True
    server.asked.clear()
    assert off_thread(lambda: get(entry, wanted, home)).id == "big-cover"
    assert [(path, first) for path, first, _ in server.asked] == [("/files/notes.bin", kept)]


def test_a_server_that_cannot_go_on_begins_anew(server, wanted, off_thread, home):
    entry = entry_from(wanted, off_thread)
    from lwganet_qgis.core.catalogue.download import Download

    download = Download(entry, home)
    download.begin()
    (download.folder / "notes.bin.part").write_bytes(server.files["/files/notes.bin"][:1000])
    server.ranges = False
    server.asked.clear()
    assert off_thread(lambda: get(entry, wanted, home)).id == "big-cover"
    assert [first for path, first, _ in server.asked if path.endswith("notes.bin")] == [1000]  # asked once


@pytest.mark.parametrize("kept", [b"of another file" * 1000, b"x" * 3_000_000])
def test_what_was_kept_of_another_file_does_not_matter(server, wanted, off_thread, home, kept):
    from lwganet_qgis.core.catalogue.download import Download

    entry = entry_from(wanted, off_thread)
    download = Download(entry, home)
    download.begin()
    (download.folder / "notes.bin.part").write_bytes(kept)
    assert off_thread(lambda: get(entry, wanted, home)).id == "big-cover"


def test_a_file_that_is_another_is_refused(server, wanted, off_thread, home):
    from lwganet_qgis.core.errors import ModelError

    entry = entry_from(wanted, off_thread)
    server.files["/files/model.onnx"] = b"?" * len(server.files["/files/model.onnx"])
    with pytest.raises(ModelError, match="model.onnx is not the file of the catalogue"):
        off_thread(lambda: get(entry, wanted, home))
    assert not list(home.glob("*/*.onnx*")) or all(p.stat().st_size == 0 for p in home.glob(".download-*/model.onnx*"))


def test_a_file_without_end_is_not_taken(server, wanted, off_thread, home):
    from lwganet_qgis.core.errors import ModelError

    entry = entry_from(wanted, off_thread)
    server.files["/files/model.onnx"] += b"more" * 1_000_000
    with pytest.raises(ModelError, match="has more than"):
        off_thread(lambda: get(entry, wanted, home))
    assert sum(path.stat().st_size for path in home.rglob("*.part")) == 0


def test_the_next_address_is_tried(server, big, off_thread, home):
    from lwganet_qgis.model_settings import CatalogueSetting

    server.serve(big, "/mirror")
    said = entry_data(big, "/mirror/")
    for file in said["files"]:
        file["urls"].insert(0, "gone/" + file["name"])
    server.files["/c.json"] = json.dumps(catalogue_data(said)).encode()
    setting = CatalogueSetting(server.url("/c.json"))
    assert off_thread(lambda: get(entry_from(setting, lambda work: work()), setting, home)).id == "big-cover"


def test_moved_files_are_followed(server, wanted, off_thread, home):
    entry = entry_from(wanted, off_thread)
    server.files["/elsewhere"] = server.files.pop("/files/notes.bin")
    server.moved["/files/notes.bin"] = "/elsewhere"
    assert off_thread(lambda: get(entry, wanted, home)).id == "big-cover"


def test_cancelled_in_the_middle_nothing_is_left(server, wanted, off_thread, home):
    from lwganet_qgis.core.errors import Cancelled

    entry = entry_from(wanted, off_thread)
    server.hold = threading.Event()  # the server says nothing more: cancelling must not wait for it
    asked = []

    def stop(done, total):
        asked.append(done)
        if len(asked) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        off_thread(lambda: get(entry, wanted, home, stop))
    assert os.listdir(home) == []


def test_two_at_once_do_not_meet(server, wanted, off_thread, home):
    from qgis.PyQt.QtCore import QLockFile

    from lwganet_qgis.core.catalogue.download import Download
    from lwganet_qgis.core.errors import ModelError

    entry = entry_from(wanted, off_thread)
    download = Download(entry, home)
    download.begin()
    other = QLockFile(str(download.folder) + ".lock")
    assert other.tryLock(0)
    with pytest.raises(ModelError, match="Another QGIS is downloading"):
        off_thread(lambda: get(entry, wanted, home))
    other.unlock()
    assert off_thread(lambda: get(entry, wanted, home)).id == "big-cover" and os.listdir(home) == ["big-cover"]


@pytest.mark.parametrize(("status", "message"), [
    (404, "nothing at this address"), (401, "choose an authentication"), (407, "choose an authentication"),
    (503, "the server answered 503"),
])  # fmt: skip
def test_what_the_server_refuses_is_said(server, wanted, off_thread, status, message):
    from lwganet_qgis.core.errors import ModelError

    server.status = status
    with pytest.raises(ModelError, match=message):
        entry_from(wanted, off_thread)


def test_no_server_is_said(off_thread):
    from lwganet_qgis.core.errors import ModelError
    from lwganet_qgis.model_settings import CatalogueSetting

    with pytest.raises(ModelError, match="cannot be reached"):
        entry_from(CatalogueSetting("http://127.0.0.1:9/catalogue.json"), off_thread)


def test_a_catalogue_without_end_is_refused(server, wanted, off_thread, monkeypatch):
    from lwganet_qgis.core.catalogue import catalogue
    from lwganet_qgis.core.errors import ModelError

    monkeypatch.setattr(catalogue, "LARGEST", 1000)
    with pytest.raises(ModelError, match="more than 1,000 bytes"):
        entry_from(wanted, off_thread)


def test_a_collection_on_the_web_may_not_lead_to_files_here(server, off_thread):
    from lwganet_qgis.catalogue.sources import read
    from lwganet_qgis.model_settings import CatalogueSetting

    links = [{"rel": "item", "href": "file:///etc/passwd"}]
    server.files["/c.json"] = json.dumps({"type": "Collection", "id": "c", "links": links}).encode()
    found = off_thread(lambda: read(CatalogueSetting(server.url("/c.json")), nothing))
    assert not found.entries and "may not name files of this machine" in found.problems[0]


def test_a_catalogue_in_a_folder(big, off_thread, home, tmp_path):
    """Of a network drive, say: with blanks and umlauts in its path."""
    from lwganet_qgis.catalogue.sources import read, setting_of

    folder = tmp_path / "Mödelle und mehr"
    os.rename(big, folder)
    (folder / "catalogue.json").write_text(json.dumps(catalogue_data(entry_data(folder, "./"))))
    setting = setting_of(str(folder / "catalogue.json"))
    entry = off_thread(lambda: read(setting, nothing)).entries[0]
    assert off_thread(lambda: get(entry, setting, home)).id == "big-cover" and os.listdir(home) == ["big-cover"]


def test_authentication_stays_with_its_server(server):
    from lwganet_qgis.catalogue.sources import authentication
    from lwganet_qgis.model_settings import CatalogueSetting

    setting = CatalogueSetting("https://ours.org/a/catalogue.json", "abc1234")
    assert authentication(setting, "https://ours.org/b/model.onnx") == "abc1234"
    assert (
        authentication(setting, "https://others.org/model.onnx") == authentication(setting, "http://ours.org/m") == ""
    )


def test_an_authentication_that_is_gone_is_said(server, wanted, off_thread):
    from lwganet_qgis.core.errors import ModelError
    from lwganet_qgis.model_settings import CatalogueSetting

    with pytest.raises(ModelError, match="authentication 'gone123' cannot be used"):
        entry_from(CatalogueSetting(wanted.place, "gone123"), off_thread)


def test_what_was_typed_is_an_address_or_a_file(tmp_path):
    from lwganet_qgis.catalogue.sources import setting_of
    from lwganet_qgis.core.errors import ModelError

    assert setting_of(" https://x.org/c.json ").place == "https://x.org/c.json"
    for wrong in ("", "nowhere.json", str(tmp_path), "ftp://x.org/c.json"):
        with pytest.raises(ModelError):
            setting_of(wrong)


def test_the_built_in_catalogue_is_always_there(off_thread):
    from lwganet_qgis.catalogue.sources import read, sources

    found = off_thread(lambda: read(sources()[0], nothing))
    assert len(found.entries) == 4 and not found.problems


def test_the_setting_is_kept_and_survives_nonsense(own_settings):
    from lwganet_qgis import model_settings
    from lwganet_qgis.model_settings import CatalogueSetting

    listed = [CatalogueSetting("https://x.org/c.json", "abc"), CatalogueSetting("file:///a/b.json")]
    model_settings.set_catalogues(listed)
    assert model_settings.catalogues() == listed
    for nonsense in ("{", "3", '[{"place": 1}, 4]', '{"a": 1}'):
        own_settings().setValue("lwganet/catalogues", nonsense)
        assert model_settings.catalogues() == []


def test_the_default_model_comes_first(tiny_models, own_settings):
    from lwganet_qgis import model_library, model_settings

    assert model_library.default_id("segmentation") == "dubai_landcover_l0"
    model_settings.set_default_model("segmentation", "tiny-cover")
    assert model_library.default_id("segmentation") == "tiny-cover"
    assert [card.id for card in model_library.cards("segmentation")] == ["tiny-cover", "dubai_landcover_l0"]
    assert model_library.default_id("change") == "naip_water_change_l0"
    model_settings.set_default_model("segmentation", "gone")
    assert model_library.default_id("segmentation") == "dubai_landcover_l0"
    model_settings.set_default_model("segmentation", "")
    assert not own_settings().contains("lwganet/default_model/segmentation")
