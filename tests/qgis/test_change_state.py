# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's work without the window: pair, preview, tuning, whole run, on the sample pair."""

import os
import time

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle, QgsReferencedRectangle

from .conftest import ROOT

pytestmark = pytest.mark.usefixtures("provider")
SAMPLES = ROOT / "resources" / "samples"
MINUTE = 60_000


@pytest.fixture
def pair(qgis_new_project):
    layers = [QgsRasterLayer(str(SAMPLES / f"naip_{year}.tif"), f"NAIP {year}") for year in (2009, 2014)]
    QgsProject.instance().addMapLayers(layers, False)
    QgsProject.instance().setCrs(layers[0].crs())
    return layers


@pytest.fixture
def state(pair):
    from lwganet_qgis.gui.change.state.state import ChangeState

    made = ChangeState()
    made.change(model="naip_water_change_l0", bands="1,2,3")
    yield made
    made.close()


def choose(state, pair, qtbot):
    with qtbot.waitSignal(state.runner.stopped, timeout=MINUTE):
        state.choose_before(pair[0])
        state.choose_after(pair[1])


def test_the_pair_is_looked_at_and_measured(state, pair, qtbot):
    choose(state, pair, qtbot)
    assert state.comparison.before.date == "2009" and state.comparison.after.date == "2014"
    assert state.measured is not None and state.measured.reliable
    assert state.comparable
    said = " ".join(f.text for f in state.findings)
    assert "EPSG:26914" in said and "5 m" in said and "lie on each other" in said or "apart" in said


def test_preview_then_tuning_without_the_model(state, pair, qtbot):
    choose(state, pair, qtbot)
    extent = pair[0].extent()
    middle = QgsRectangle.fromCenterAndSize(extent.center(), 640, 640)
    state.look_at(middle, pair[0].crs())
    with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
        state.preview()
    assert not state.probability.whole
    assert state.probability.layer.width() == pytest.approx(128, abs=1)
    assert sum(state.tuned.histogram) == state.probability.layer.width() * state.probability.layer.height()
    found = {}
    for threshold in (0.2, 0.8):
        started = time.monotonic()
        with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
            state.change(tuning=type(state.comparison.tuning)(threshold=threshold))
        print(f"polygons anew in {time.monotonic() - started:.3f} s")
        found[threshold] = state.tuned
    assert found[0.2].area > found[0.8].area > 0
    assert found[0.8].polygons.featureCount() == found[0.8].count
    with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
        state.change(tuning=type(state.comparison.tuning)(threshold=0.2, min_area=2000.0))
    assert state.tuned.count < found[0.2].count
    assert min(f["area_m2"] for f in state.tuned.polygons.getFeatures()) >= 2000


def test_only_what_is_in_view_is_tuned(state, pair, qtbot):
    choose(state, pair, qtbot)
    with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
        state.run_whole()
    assert state.probability.whole
    whole = state.tuned
    extent = pair[0].extent()
    part = QgsRectangle(extent.xMinimum(), extent.yMinimum(), extent.center().x(), extent.yMaximum())
    with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
        state.look_at(part, pair[0].crs())
    assert 0 < state.tuned.area < whole.area
    assert sum(state.tuned.histogram) == pytest.approx(sum(whole.histogram) / 2, rel=0.02)
    with qtbot.assertNotEmitted(state.tunedChanged, wait=300):
        state.look_at(QgsRectangle(0, 0, 1, 1), pair[0].crs())


def test_a_layer_that_leaves_ends_the_run(state, pair, qtbot):
    QgsProject.instance().layersWillBeRemoved.connect(state.layers_gone)
    choose(state, pair, qtbot)
    state.run_whole()
    assert state.runner.kind == "whole"
    with qtbot.waitSignal(state.runner.stopped, timeout=MINUTE):
        QgsProject.instance().removeMapLayer(pair[1].id())
    assert state.after is None and state.probability is None and not state.comparable
    QgsProject.instance().layersWillBeRemoved.disconnect(state.layers_gone)


def test_a_cancelled_run_leaves_nothing(state, pair, qtbot):
    choose(state, pair, qtbot)
    state.run_whole()
    with qtbot.waitSignal(state.runner.stopped, timeout=MINUTE):
        qtbot.wait(300)
        state.runner.cancel()
    assert state.probability is None
    assert os.listdir(state.folder) == []


def test_a_preview_is_kept_until_the_last_tuning_has_read_it(state, pair, qtbot):
    """The tuning that waits behind another preview reads the one before, whatever the maps show by then."""
    choose(state, pair, qtbot)
    with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
        state.preview()
    first, said = state.probability.path, []
    state.failed.connect(said.append)
    state.preview()
    state.tune()  # waits, with the first preview as its input
    elsewhere = QgsRectangle(0, 0, 1, 1)
    state.probabilityChanged.connect(lambda: state.look_at(elsewhere, pair[0].crs()))  # nothing to tune in the new one
    state.view = QgsReferencedRectangle(elsewhere, pair[0].crs())
    with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
        pass
    assert not said and state.tuned.count > 0 and state.probability.path != first
    qtbot.waitUntil(lambda: not state.runner.kind, timeout=MINUTE)
    assert not os.path.exists(first)
    state.drop_results()
    assert os.listdir(state.folder) == []


def test_what_a_run_wrote_before_it_heard_that_it_is_cancelled_goes(state, pair, qtbot, monkeypatch):
    from lwganet_qgis.gui.change.state import runs

    choose(state, pair, qtbot)
    monkeypatch.setattr(runs.ToolRun, "cancelled", True)
    with qtbot.waitSignal(state.runner.stopped, timeout=MINUTE):
        state.preview()
    assert state.probability is None and os.listdir(state.folder) == []


def test_a_model_that_is_gone_is_said(state, pair, qtbot):
    choose(state, pair, qtbot)
    state.change(model="deleted")
    assert not state.comparable
    assert "There is no model 'deleted'" in " ".join(f.text for f in state.findings)


def test_no_engine_is_said_and_it_works_once_there_is_one(state, pair, qtbot, monkeypatch):
    with monkeypatch.context() as without:
        without.setenv("LWGANET_ENGINE_PYTHON", "/nowhere/python")
        with qtbot.waitSignal(state.engineMissing, timeout=MINUTE) as said:
            choose(state, pair, qtbot)
        assert "/nowhere/python" in said.args[0]
    with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
        state.preview()


def test_another_crs_of_the_maps_changes_nothing(state, pair, qtbot):
    from qgis.core import QgsCoordinateTransform

    choose(state, pair, qtbot)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    there = QgsCoordinateTransform(pair[0].crs(), degrees, QgsProject.instance())
    state.look_at(there.transformBoundingBox(pair[0].extent()), degrees)
    with qtbot.waitSignal(state.tunedChanged, timeout=MINUTE):
        state.preview()
    assert state.probability.layer.width() == pair[0].width()
