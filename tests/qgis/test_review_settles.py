# SPDX-License-Identifier: GPL-3.0-or-later
"""A review's GeoPackage can be copied at any quiet moment: nothing of it is left in SQLite's log."""

import shutil

import pytest
from qgis.core import QgsApplication

from lwganet_qgis.gui.change.review import store as review_store
from lwganet_qgis.gui.change.review.changes import Verdict
from lwganet_qgis.gui.change.review.store import ReviewStore

from .reviews import make

pytestmark = pytest.mark.usefixtures("provider")


def log_of(path):
    log = path.with_name(f"{path.name}-wal")
    return log.stat().st_size if log.exists() else 0


def alone(path, folder):
    """Verdicts in a copy of the file without its log."""
    folder.mkdir()
    copy = ReviewStore.open(shutil.copy(path, folder / "copy.gpkg"))
    found = {change.fid: change.verdict for change in copy.changes()}
    copy.close()
    return found


def test_a_second_after_the_last_decision_the_file_alone_has_all(tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(review_store, "QUIET", 20)
    store = make(tmp_path / "review.gpkg")
    layer = store.layer()  # the map's, open all the time
    assert layer.featureCount() == 5
    for fid, verdict in ((1, Verdict.ACCEPTED), (2, Verdict.REJECTED), (3, Verdict.UNSURE)):
        store.decide([fid], verdict)
    assert log_of(store.path) > 0  # else this test shows nothing
    qtbot.waitUntil(lambda: log_of(store.path) == 0, timeout=10_000)
    said = alone(store.path, tmp_path / "copies")
    assert [said[fid].value for fid in (1, 2, 3, 4)] == ["accepted", "rejected", "unsure", ""]
    store.decide([4], Verdict.ACCEPTED)  # it goes on afterwards
    assert store.change(4).verdict is Verdict.ACCEPTED and next(layer.getFeatures('"review" = \'rejected\'')).id() == 2
    store.close()


def test_closing_at_once_leaves_no_log(tmp_path):
    store = make(tmp_path / "review.gpkg")
    store.decide([1, 2], Verdict.ACCEPTED)
    assert log_of(store.path) > 0
    store.close()
    QgsApplication.processEvents()
    assert log_of(store.path) == 0
    said = alone(tmp_path / "review.gpkg", tmp_path / "copies")
    assert said[1] is said[2] is Verdict.ACCEPTED
