# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviewing changes: the file that loses nothing, the order of the table, and the panel's keys."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeatureRequest,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPersistentModelIndex, Qt

from lwganet_qgis.core.errors import InputError, OutputError
from lwganet_qgis.gui.change.review import model as review_model
from lwganet_qgis.gui.change.review.changes import Verdict
from lwganet_qgis.gui.change.review.model import ReviewFilter, ReviewModel
from lwganet_qgis.gui.change.review.store import ReviewStore

from . import rasters
from .reviews import COMPARISON, NONE, UTM, make, squares

ROOT = Path(__file__).resolve().parents[2]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def store(qgis_app, tmp_path):
    store = make(tmp_path / "review.gpkg")
    yield store
    store.close()


@pytest.fixture
def table(store):
    model = ReviewModel()
    model.set_store(store)
    return model, ReviewFilter(model)


def test_a_review_reads_back_what_was_said(store):
    store.decide([2, 4], Verdict.ACCEPTED)
    store.note(4, 'a "new" house & more')
    store.remember(probability="p.tif")
    again = ReviewStore.open(store.path)
    assert again.changes() == store.changes()
    assert again.comparison == COMPARISON
    assert again.info == {"probability": "p.tif"}
    assert again.counts() == {Verdict.OPEN: 3, Verdict.ACCEPTED: 2, Verdict.REJECTED: 0, Verdict.UNSURE: 0}
    assert again.areas()[Verdict.ACCEPTED] == 25 + 16
    assert again.change(4).note == 'a "new" house & more' and again.change(4).reviewed
    assert again.change(1).reviewed == ""
    assert again.geometry(2).area() == 25 and again.geometry(99).isNull()


@pytest.mark.parametrize("ending", ["os._exit(1)", f"os.kill(os.getpid(), {int(signal.SIGKILL)})"])
def test_a_killed_process_loses_no_decision(store, ending):
    store.close()
    code = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from lwganet_qgis.gui.change.panels.review import ReviewPanel
from lwganet_qgis.gui.change.review.changes import Verdict
from lwganet_qgis.gui.change.review.store import ReviewStore
store = ReviewStore.open({str(store.path)!r})
layer = store.layer()
store.decide([1, 3], Verdict.REJECTED)
store.note(5, "look again")
{ending}
"""
    assert subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL).returncode in (1, -9)
    again = ReviewStore.open(store.path)
    assert [c.fid for c in again.changes() if c.verdict is Verdict.REJECTED] == [1, 3]
    assert again.change(5).note == "look again"
    again.close()


def test_the_layer_shows_a_decision_at_once(store):
    layer = store.layer()
    painted = []
    layer.repaintRequested.connect(lambda *_: painted.append(1))
    for fid, verdict in [(1, "accepted"), (2, "unsure"), (1, "")]:
        store.decide([fid], Verdict(verdict))
        assert next(layer.getFeatures(QgsFeatureRequest(fid)))["review"] == verdict
    assert len(painted) == 3
    assert layer.crs() == UTM and layer.isEditable() is False and not layer.startEditing()
    values = [category.value() for category in layer.renderer().categories()]
    assert sorted(values) == ["accepted", "open", "rejected", "unsure"]


def test_the_layer_may_be_deleted_by_the_project(store):
    QgsProject.instance().addMapLayer(store.layer())
    QgsProject.instance().removeMapLayer(store.layer())
    store.decide([1], Verdict.ACCEPTED)
    assert store.layer().isValid()


def test_without_crs_areas_are_pixels(qgis_app, tmp_path):
    raster = rasters.write(tmp_path / "p.tif", rasters.halves(), epsg=None, transform=(0, 0.5, 0, 0, 0, -0.5))
    store = make(tmp_path / "review.gpkg", crs=NONE, info={"change": raster})
    assert store.in_pixels and not store.crs.isValid() and not store.layer().crs().isValid()
    assert store.change(2).area == 5 * 5 / 0.25


def test_no_changes_are_a_review_too(qgis_app, tmp_path):
    store = make(tmp_path / "review.gpkg", sides=())
    assert store.changes() == [] and sum(store.counts().values()) == 0


def test_what_is_no_review_is_refused(store, tmp_path):
    (tmp_path / "text.gpkg").write_text("no database")
    with pytest.raises(InputError, match="no GeoPackage"):
        ReviewStore.open(tmp_path / "text.gpkg")
    with pytest.raises(InputError, match="gone"):
        ReviewStore.open(tmp_path / "missing.gpkg")
    other = tmp_path / "other.gpkg"
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "x", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(other), QgsProject.instance().transformContext(), options)
    with pytest.raises(InputError, match="not a review"):
        ReviewStore.open(other)
    for path in (tmp_path / "text.gpkg", other):
        before = path.read_bytes()
        with pytest.raises(OutputError, match="no review"):
            make(path, replace=True)
        assert path.read_bytes() == before


def test_a_review_is_replaced_only_when_told_and_never_while_open(store):
    store.decide([1], Verdict.ACCEPTED)
    with pytest.raises(OutputError, match="already"):
        make(store.path)
    with pytest.raises(OutputError, match="is open"):
        make(store.path, replace=True)
    store.close()
    layer = QgsProject.instance().addMapLayer(store.layer())
    with pytest.raises(OutputError, match="is open"):
        make(store.path, replace=True)
    QgsProject.instance().removeMapLayer(layer)
    again = make(store.path, sides=(1, 2), replace=True)
    assert len(again.changes()) == 2 and again.counts()[Verdict.OPEN] == 2
    again.close()
    assert os.listdir(store.path.parent) == ["review.gpkg"]


def test_a_folder_that_is_not_there_is_refused_and_failure_leaves_nothing(qgis_app, tmp_path):
    with pytest.raises(OutputError, match="choose another folder"):
        make(tmp_path / "nowhere" / "review.gpkg")

    def broken():
        yield from squares((1, 2))
        raise RuntimeError("the source went away")

    with pytest.raises(OutputError, match="went away"):
        ReviewStore.create(tmp_path / "review.gpkg", broken(), UTM, COMPARISON, {})
    assert os.listdir(tmp_path) == []


def test_what_cannot_be_saved_is_not_shown_as_saved(store, table):
    model, _shown = table
    failures = []
    model.failed.connect(failures.append)
    store.path.unlink()
    assert not model.decide([1], Verdict.ACCEPTED)
    assert len(failures) == 1 and "not saved" in failures[0]
    assert store.change(1).verdict is Verdict.OPEN and model.stack.count() == 0


def test_twenty_thousand(qgis_app, tmp_path):
    def timed(what, act):
        start = time.perf_counter()
        result = act()
        print(f"20,000 polygons, {what}: {1000 * (time.perf_counter() - start):.0f} ms")
        return result

    sides = [1 + (7 * i) % 19 for i in range(20_000)]
    store = timed("create", lambda: make(tmp_path / "review.gpkg", sides))
    timed("open", lambda: ReviewStore.open(store.path)).close()
    model = ReviewModel()
    timed("model", lambda: model.set_store(store))
    shown = ReviewFilter(model)
    timed("sort", lambda: shown.sort(review_model.PROBABILITY, Qt.SortOrder.DescendingOrder))
    timed("filter", lambda: shown.restrict([Verdict.OPEN], 100.0, 0.5))
    taken = []
    layer = store.layer()
    fid = shown.next(None)
    for _ in range(50):
        start = time.thread_time()
        model.decide([fid], Verdict.ACCEPTED)
        fid = shown.next(fid)
        taken.append(1000 * (time.thread_time() - start))
        assert fid is not None
    print(f"one decision: median {sorted(taken)[25]:.1f} ms, slowest {max(taken):.1f} ms")
    assert sorted(taken)[25] < 20
    timed("decide on all", lambda: model.decide(shown.fids(), Verdict.REJECTED))
    timed("undo that", model.stack.undo)
    assert layer.featureCount() == 20_000 and store.counts()[Verdict.ACCEPTED] == 50
    store.close()


def test_biggest_first_then_as_asked(table):
    model, shown = table
    assert shown.fids() == [2, 4, 3, 1, 5]
    shown.sort(review_model.PROBABILITY, Qt.SortOrder.DescendingOrder)
    assert shown.fids() == [5, 4, 3, 2, 1]
    shown.sort(review_model.NUMBER, Qt.SortOrder.AscendingOrder)
    assert shown.fids() == [1, 2, 3, 4, 5]
    assert shown.index_of(4).data(review_model.FID_ROLE) == 4
    assert shown.index_of(2, review_model.AREA).data(review_model.SORT_ROLE) == 25.0


def test_an_index_that_is_kept_follows_its_change(table):
    model, shown = table
    kept = QPersistentModelIndex(shown.index_of(2))
    shown.sort(review_model.PROBABILITY, Qt.SortOrder.AscendingOrder)
    assert kept.row() == 1 and kept.data(review_model.FID_ROLE) == 2


def test_filters_and_what_comes_next(table):
    model, shown = table
    assert [shown.next(None), shown.next(None, -1), shown.next(2), shown.next(2, -1)] == [2, 5, 4, None]
    shown.restrict([Verdict.OPEN])
    model.decide([4], Verdict.ACCEPTED)
    assert shown.fids() == [2, 3, 1, 5]
    assert shown.next(4) == 3 and shown.next(4, -1) == 2  # the one in its place, the one before
    shown.restrict(tuple(Verdict), min_area=4.0)
    assert shown.fids() == [2, 4, 3, 1]
    assert shown.next(2, verdict=Verdict.OPEN) == 3
    shown.restrict(min_probability=0.52)
    assert shown.fids() == [4, 3, 5]
    assert shown.next(99) == 4 and not shown.index_of(99).isValid()


def test_undo_and_redo_go_through_the_file(store, table):
    model, _shown = table
    told = []
    model.changed.connect(told.append)
    model.decide([1, 2], Verdict.ACCEPTED)
    model.decide([2], Verdict.REJECTED)
    model.note(2, "shadow")
    done = store.changes()

    def verdicts():
        with_file = ReviewStore.open(store.path)
        found = [(c.verdict.value, c.note) for c in with_file.changes()[:2]]
        with_file.close()
        return found

    assert verdicts() == [("accepted", ""), ("rejected", "shadow")]
    for expected in ([("accepted", ""), ("rejected", "")], [("accepted", ""), ("accepted", "")], [("", ""), ("", "")]):
        model.stack.undo()
        assert verdicts() == expected
    for _ in range(3):
        model.stack.redo()
    assert store.changes() == done  # reviewer and time too
    assert told == [[1, 2], [2], [2], [2], [2], [1, 2], [1, 2], [2], [2]]
    assert model.decide([2], Verdict.REJECTED) is not False and model.stack.count() == 3  # nothing new


def test_a_note_is_typed_into_the_table(store, table):
    model, shown = table
    index = shown.index_of(3, review_model.NOTE)
    assert shown.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert shown.setData(index, " new road ")
    assert store.change(3).note == "new road" and index.data() == "new road"
    assert not shown.flags(shown.index_of(3)) & Qt.ItemFlag.ItemIsEditable
