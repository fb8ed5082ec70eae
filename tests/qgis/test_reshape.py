# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlines of changes are edited, split and merged, with undo; each reviewer's verdict stays."""

import shutil

import pytest
from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import QApplication

from lwganet_qgis.core.errors import InputError, OutputError
from lwganet_qgis.gui.change.review.changes import Verdict, set_reviewer
from lwganet_qgis.gui.change.review.opinions import opinions
from lwganet_qgis.gui.change.review.reshaping import cut, outlined, united
from lwganet_qgis.gui.change.review.store import ReviewStore

from .reviews import NONE, UTM, make

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def store(tmp_path):
    store = make(tmp_path / "review.gpkg")
    yield store
    store.close()


@pytest.fixture
def reviewing(window, store):
    """The window on a review, its maps on the squares."""
    QgsProject.instance().setCrs(UTM)
    window.resize(780, 560)
    window.state.set_store(store)
    window.tabs.setCurrentIndex(2)
    window.failures = []
    window.reshape.failed.connect(window.failures.append)
    yield window
    window.state.set_store(None)


def kept(path):
    """What another program finds in the file: areas of shapes by fid."""
    dataset = ogr.Open(str(path))
    return {row.GetFID(): row.GetGeometryRef().GetArea() for row in dataset.GetLayerByName("changes")}


def test_an_outline_changes_the_area_and_undo_brings_it_back(store):
    before = store.put(outlined(store, 2, QgsGeometry.fromWkt("Polygon((20 0, 30 0, 30 10, 20 10, 20 0))")))
    assert store.change(2).area == pytest.approx(100, rel=0.01) and kept(store.path)[2] == 100
    store.put(before)
    assert store.change(2).area == 25 and kept(store.path)[2] == 25


def test_a_crossed_outline_is_taken_apart_and_a_flat_one_refused(store):
    wanted = outlined(store, 2, QgsGeometry.fromWkt("Polygon((0 0, 10 10, 10 0, 0 10, 0 0))"))
    assert wanted[2].shape.isGeosValid() and wanted[2].shape.area() == pytest.approx(50)
    with pytest.raises(InputError, match="three corners"):
        outlined(store, 2, QgsGeometry.fromWkt("Polygon((0 0, 10 0, 0 0))"))


def test_a_cut_makes_parts_that_keep_what_was_said(store):
    store.decide([2], Verdict.ACCEPTED)
    store.note(2, "roof")
    wanted = cut(store, 2, [QgsPointXY(21, -5), QgsPointXY(21, 9)])
    assert sorted(wanted) == [2, 6]
    before = store.put(wanted)
    assert {fid: round(area, 6) for fid, area in kept(store.path).items() if fid in (2, 6)} == {2: 20, 6: 5}
    assert store.change(6).verdict is Verdict.ACCEPTED and store.change(6).note == "roof"
    assert store.counts()[Verdict.ACCEPTED] == 2
    store.put(before)
    assert 6 not in kept(store.path) and store.counts()[Verdict.ACCEPTED] == 1
    with pytest.raises(InputError, match="does not cut"):
        cut(store, 2, [QgsPointXY(21, 1), QgsPointXY(21, 9)])
    assert sorted(cut(store, 2, [QgsPointXY(21, -5), QgsPointXY(21, 9)])) == [2, 7]  # a number is given once


@pytest.mark.parametrize("slope", [0.1, 1 / 3, 0.7071])
def test_a_slanting_cut_loses_nothing(store, slope):
    shape = "MultiPolygon(((500000.1 0.2, 500009.3 0.7, 500008.9 9.1, 500000.4 8.8, 500000.1 0.2)), ((500020 0, 500021 0, 500021 1, 500020 0)))"  # noqa: E501
    store.put(outlined(store, 2, QgsGeometry.fromWkt(shape)))
    whole = store.geometry(2).area()
    wanted = cut(store, 2, [QgsPointXY(499999, 2), QgsPointXY(500012, 2 + 13 * slope)])
    assert len(wanted) == 2 and sum(p.shape.area() for p in wanted.values()) == pytest.approx(whole, rel=1e-9)
    assert len(wanted[2].shape.asGeometryCollection()) == 2  # what the line does not touch stays with the largest


def test_a_union_is_one_change(store):
    store.decide([2, 3], Verdict.ACCEPTED)
    before = store.put(united(store, [3, 2]))
    assert 3 not in kept(store.path) and kept(store.path)[2] == 34
    one = store.change(2)
    assert one.verdict is Verdict.ACCEPTED and one.area == pytest.approx(34, rel=0.01)
    assert one.probability == pytest.approx((0.51 * 25 + 0.52 * 9) / 34)
    store.put(before)
    assert len(kept(store.path)) == 5 and store.change(3).verdict is Verdict.ACCEPTED
    assert store.geometry(3).area() == 9
    assert united(store, [2, 4])[2].change.verdict is Verdict.OPEN  # they were not of one mind
    with pytest.raises(InputError, match="two changes or more"):
        united(store, [2])


def test_areas_in_pixels(tmp_path):
    store = make(tmp_path / "pixels.gpkg", crs=NONE)
    store.put(outlined(store, 2, QgsGeometry.fromWkt("Polygon((20 0, 30 0, 30 10, 20 10, 20 0))")))
    assert store.change(2).area == 100
    store.close()
    again = ReviewStore.open(tmp_path / "pixels.gpkg")
    assert again.change(2).area == 100
    again.close()


def test_all_or_nothing(store, monkeypatch):
    from lwganet_qgis.gui.change.review import geopackage

    put, done = geopackage._put_row, []

    def failing(*arguments):
        done.append(arguments)
        return 1 if len(done) == 2 else put(*arguments)

    monkeypatch.setattr(geopackage, "_put_row", failing)
    before = kept(store.path)
    with pytest.raises(OutputError, match="was not saved"):
        store.put(united(store, [2, 3]))
    assert len(done) == 2 and kept(store.path) == before and store.change(3).area == 9


# On the maps


def at(canvas, x, y):
    point = canvas.getCoordinateTransform().transform(x, y)
    return QPoint(round(point.x()), round(point.y()))


def test_a_corner_is_dragged_with_the_mouse(reviewing, store, qtbot):
    view, panel = reviewing.view, reviewing.review
    panel.go_to(2)
    qtbot.mouseClick(panel.shapes.outline, Qt.MouseButton.LeftButton)
    assert panel.shapes.keep.isVisibleTo(panel) and not panel.shapes.cut.isEnabled()
    for tool in view._tools:  # the outline and its corners are seen on both maps
        assert tool._corners.numberOfVertices() == 5 and tool._corners.boundingRect().width() > 0
        assert tool._band.numberOfVertices() == 5 and tool._band.boundingRect().width() > 0
    canvas = view.after
    ground = canvas.viewport()
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=at(canvas, 25, 5))
    held = (Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    place = at(canvas, 30, 10)
    QApplication.sendEvent(
        ground, QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(ground.mapToGlobal(place)), *held)
    )
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=at(canvas, 30, 10))
    assert store.change(2).area == 25  # not kept yet
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert store.geometry(2).area() == pytest.approx(50, abs=3) and reviewing.reshape.sketch is None
    assert not panel.shapes.keep.isVisibleTo(panel) and panel.current().fid == 2
    panel.model.stack.undo()
    assert store.geometry(2).area() == 25 and panel.shown.rowCount() == 5


def test_escape_leaves_the_outline(reviewing, store, qtbot):
    reviewing.review.go_to(2)
    qtbot.keyClick(reviewing.view.before, "o")
    reviewing.reshape.sketch.move(0, QgsPointXY(0, 0))
    qtbot.keyClick(reviewing.view.before, Qt.Key.Key_Escape)
    assert reviewing.reshape.sketch is None and kept(store.path)[2] == 25
    assert all(canvas.mapTool() is canvas.pan_tool for canvas in reviewing.view.canvases)


def test_corners_come_and_go(reviewing, qtbot):
    reviewing.review.go_to(2)
    reviewing.reshape.outline()
    sketch = reviewing.reshape.sketch
    assert sketch.insert(QgsPointXY(22, 0.1), 0.5) and not sketch.insert(QgsPointXY(22, 2), 0.5)
    assert len(sketch.corners()) == 6
    sketch.remove(sketch.corner_at(QgsPointXY(22, 0), 0.2))
    assert len(sketch.corners()) == 5 and sketch.corner_at(QgsPointXY(22, 0), 0.2) == -1


def test_a_line_splits_on_the_map_and_a_short_one_is_told(reviewing, store, qtbot):
    panel, canvas = reviewing.review, reviewing.view.before
    panel.go_to(2)
    qtbot.keyClick(canvas, "k")
    for place in ((22, 1), (22, 2)):
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(canvas, *place))
    qtbot.mouseClick(panel.shapes.keep, Qt.MouseButton.LeftButton)
    assert "does not cut" in reviewing.failures[0] and reviewing.reshape.sketch is not None  # to be drawn on
    reviewing.reshape.sketch.line = [QgsPointXY(22, -2), QgsPointXY(22, 8)]
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=at(canvas, 22, 8))
    assert panel.shown.rowCount() == 6 and store.geometry(2).area() == pytest.approx(15, abs=0.1)
    panel.model.stack.undo()
    assert panel.shown.rowCount() == 5
    panel.model.stack.redo()
    assert panel.shown.rowCount() == 6


def test_selected_rows_are_merged(reviewing, store, qtbot):
    panel = reviewing.review
    panel.table.selectAll()
    qtbot.keyClick(reviewing.view.before, "j")
    assert panel.shown.rowCount() == 1 and panel.current().fid == 2
    panel.model.stack.undo()
    assert panel.shown.rowCount() == 5 and len(kept(store.path)) == 5


def test_maps_in_another_crs_give_the_same_outline(reviewing, store):
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    reviewing.maps.refresh()
    reviewing.review.go_to(2)
    reviewing.reshape.outline()
    assert abs(reviewing.reshape.sketch.corners()[0].x()) > 40  # other numbers
    reviewing.reshape.keep()
    assert reviewing.failures == [] and store.geometry(2).area() == pytest.approx(25, rel=1e-4)


def test_another_change_ends_the_drawing(reviewing):
    reviewing.review.go_to(2)
    reviewing.reshape.outline()
    reviewing.review.go_to(4)
    assert reviewing.reshape.sketch is None


# Several reviewers


@pytest.fixture
def names():
    yield set_reviewer
    set_reviewer("")


def test_each_verdict_keeps_its_author(store, names):
    names("Ada")
    store.decide([1, 2], Verdict.ACCEPTED)
    names("Ben")
    store.decide([2, 3], Verdict.REJECTED)
    assert [(w.who, w.verdict.value) for w in store.change(2).words] == [("Ada", "accepted"), ("Ben", "rejected")]
    assert store.change(2).disputed and store.disputed() == 1 and not store.change(1).disputed
    assert store.change(2).verdict is Verdict.REJECTED and store.reviewers() == [("Ada", 2), ("Ben", 2)]
    store.close()
    again = ReviewStore.open(store.path)
    assert again.change(2).words == store.change(2).words
    again.decide([2], Verdict.OPEN)  # Ben takes his back: Ada's is left
    assert again.change(2).verdict is Verdict.ACCEPTED and again.change(2).reviewer == "Ada"
    again.close()


def test_a_colleagues_copy_is_taken_in_and_disagreements_are_listed(reviewing, store, names, tmp_path):
    copy = shutil.copy(store.path, tmp_path / "ben.gpkg")
    names("Ada")
    store.decide([1, 2], Verdict.ACCEPTED)
    names("Ben")
    other = ReviewStore.open(copy)
    other.decide([2, 3], Verdict.REJECTED)
    other.put(outlined(other, 4, QgsGeometry.fromWkt("Polygon((60 0, 70 0, 70 10, 60 0))")))
    other.decide([4], Verdict.ACCEPTED)
    other.close()
    panel = reviewing.review
    panel.take_in(str(copy))
    assert panel.shown.fids() == [2]  # they disagree on
    assert store.change(2).verdict is Verdict.ACCEPTED and store.change(3).verdict is Verdict.REJECTED
    assert store.change(4).verdict is Verdict.OPEN  # its outline is another
    index = panel.shown.index_of(2, 3)
    assert "≠" in index.data() and "Ada" in index.data(Qt.ItemDataRole.ToolTipRole)
    panel.model.stack.undo()
    assert store.change(3).verdict is Verdict.OPEN and store.disputed() == 0
    failures = []
    panel.failed.connect(failures.append)
    panel.model.stack.redo()
    panel.take_in(str(copy))
    assert "nothing in this copy" in failures[0]


def test_what_is_no_copy_is_refused(store, tmp_path):
    stranger = make(tmp_path / "other.gpkg")
    stranger.close()
    store.created = "2001-01-01"
    with pytest.raises(InputError, match="another review"):
        opinions(store, tmp_path / "other.gpkg")
    with pytest.raises(InputError, match="that is open"):
        opinions(store, store.path)
    with pytest.raises(InputError):
        opinions(store, tmp_path / "nowhere.gpkg")


def test_reviews_of_an_earlier_version_are_brought_up(store, tmp_path):
    store.decide([2], Verdict.ACCEPTED)
    who = store.change(2).reviewer
    store.close()
    dataset = ogr.Open(str(store.path), 1)
    table = dataset.GetLayerByName("changes")
    table.DeleteField(table.FindFieldIndex("verdicts", True))
    dataset = table = None
    again = ReviewStore.open(store.path)
    assert [word.who for word in again.change(2).words] == [who] and again.change(1).words == ()
    again.decide([1], Verdict.REJECTED)
    again.close()
    assert ReviewStore.open(store.path).change(1).words[0].verdict is Verdict.REJECTED
