# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window says of two layers before a pixel is read, and how their maps move together."""

from datetime import datetime

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsDateTimeRange, QgsGeometry, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QDateTime

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("S2A_20190714T105031", "2019-07-14"),
        ("naip 2014", "2014"),
        ("ortho_2021-03.tif", "2021-03"),
        ("2020.12.31 flight", "2020-12-31"),
        ("tile_20201301", ""),
        ("scene 18991231", ""),
        ("EPSG32632_part7", ""),
    ],
)
def test_a_date_in_a_name(text, date):
    from lwganet_qgis.engine.layers import dates

    assert dates.in_text(text) == date


def test_dates_come_from_time_name_and_tags_in_this_order(tmp_path):
    from lwganet_qgis.engine.layers import dates

    path = rasters.write(tmp_path / "plain.tif", rasters.halves())
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("TIFFTAG_DATETIME", "2003:04:05 10:11:12")
    del dataset
    layer = QgsRasterLayer(path, "plain")
    assert dates.guess(layer) == "2003-04-05"
    layer.setName("summer 2010")
    assert dates.guess(layer) == "2010"
    begin = QDateTime(datetime(2012, 6, 1))
    layer.temporalProperties().setFixedTemporalRange(QgsDateTimeRange(begin, begin))
    layer.temporalProperties().setIsActive(True)
    assert dates.guess(layer) == "2012-06-01"


def test_order_is_judged_as_far_as_both_are_known():
    from lwganet_qgis.engine.layers import dates

    assert dates.out_of_order("2014-05-01", "2013")
    assert not dates.out_of_order("2014-05-01", "2014")
    assert not dates.out_of_order("", "2014")


def texts(level, before, after, days=("", "")):
    from lwganet_qgis import model_library
    from lwganet_qgis.gui.change.comparison import pair

    card = model_library.find("tiny-change", "change")
    return " ".join(f.text for f in pair.look(before, after, card, days) if f.level == pair.Level[level])


def layer_of(path, pixels=None, **how):
    return QgsRasterLayer(rasters.write(path, rasters.halves() if pixels is None else pixels, **how), path.stem)


def test_a_good_pair_has_nothing_to_complain_of(tmp_path):
    before, after = layer_of(tmp_path / "a.tif"), layer_of(tmp_path / "b.tif")
    assert not any(texts(level, before, after) for level in ("NOTE", "WARNING", "ERROR"))
    assert "EPSG:32632" in texts("GOOD", before, after) and "100 %" in texts("GOOD", before, after)


def test_what_keeps_two_layers_from_being_compared(tmp_path):
    before = layer_of(tmp_path / "a.tif")
    far = layer_of(tmp_path / "far.tif", transform=(600000.0, 1.0, 0.0, 5400000.0, 0.0, -1.0))
    grey = layer_of(tmp_path / "grey.tif", rasters.halves()[:1])
    nowhere = layer_of(tmp_path / "nowhere.tif", epsg=None)
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    assert "same layer" in texts("ERROR", before, before)
    assert "overlap" in texts("ERROR", before, far)
    assert "Bands of grey: 1." in texts("ERROR", before, grey)
    assert "no coordinate reference system" in texts("ERROR", before, nowhere)
    assert "cannot be read" in texts("ERROR", before, QgsRasterLayer(str(tmp_path / "gone.tif"), "gone"))


def test_what_may_spoil_a_comparison(tmp_path):
    before = layer_of(tmp_path / "a.tif")
    coarse = layer_of(tmp_path / "coarse.tif", transform=(500000.0, 3.0, 0.0, 5400000.0, 0.0, -3.0))
    aside = layer_of(tmp_path / "aside.tif", transform=(500060.0, 1.0, 0.0, 5400000.0, 0.0, -1.0))
    again = QgsRasterLayer(before.source(), "again")
    assert "times different" in texts("WARNING", before, coarse)
    assert "38 %" in texts("WARNING", before, aside)
    assert "same file" in texts("WARNING", before, again)
    assert "later one" in texts("WARNING", before, aside, ("2015", "2014"))


@pytest.fixture
def view(qtbot, tmp_path):
    from lwganet_qgis.gui.change.maps.pair_view import PairView

    shown = PairView()
    qtbot.addWidget(shown)
    before, after = layer_of(tmp_path / "a.tif"), layer_of(tmp_path / "b.tif")
    shown.resize(603, 300)
    shown.show()
    shown.set_layers([before], [after], before.crs())
    shown.zoom_to(before.extent())
    yield shown
    shown.close_maps()


def test_both_maps_go_where_one_goes(view):
    view.after.setExtent(QgsRectangle(500010, 5399950, 500030, 5399960))
    assert view.before.extent() == view.after.extent()
    view.before.setRotation(30)
    assert view.after.rotation() == 30
    view.before.zoomByFactor(0.5)
    assert view.before.scale() == pytest.approx(view.after.scale(), rel=1e-9)
    assert view.before.extent() == view.after.extent()


def test_swipe_masks_the_map_on_top(view):
    from lwganet_qgis.gui.change.maps.pair_view import Mode

    assert view.before.width() == 300 and view.after.x() == 303
    view.set_mode(Mode.SWIPE)
    assert view.before.geometry() == view.after.geometry() == view.rect()
    assert view.before.mask().boundingRect().width() == pytest.approx(302, abs=2)
    view.step(1)
    assert view.before.mask().boundingRect().width() == pytest.approx(332, abs=2)
    view.set_mode(Mode.SIDE)
    assert view.before.mask().isEmpty()


def test_blink_shows_them_in_turn(view, qtbot):
    from lwganet_qgis.gui.change.maps.pair_view import Mode

    def on_top():
        widgets = [child for child in view.children() if child in view.canvases]
        return widgets[-1]

    view.set_mode(Mode.BLINK)
    assert on_top() is view.before
    qtbot.waitUntil(lambda: on_top() is view.after, timeout=60_000)
    view.step(1)
    stays = on_top()
    qtbot.wait(900)
    assert on_top() is stays


def test_an_object_is_shown_and_marked_in_any_crs(view):
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    shape = QgsGeometry.fromRect(QgsRectangle(9.0002, 48.7540, 9.0003, 48.7541))
    view.fly_to(shape, degrees)
    assert view.before.extent().contains(view._bands[0].asGeometry().boundingBox())
    assert view.before.extent().width() < 100
    view.fly_to(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)), QgsCoordinateReferenceSystem())
    assert view.after.extent() == view.before.extent()
