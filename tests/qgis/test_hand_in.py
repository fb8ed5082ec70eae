# SPDX-License-Identifier: GPL-3.0-or-later
"""Handing a review in: the numbers in its files, the report, and that half of it never looks finished."""

import base64
import json
import os
import re
import shutil
from collections import Counter
from dataclasses import replace

import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayoutExporter,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QMessageBox

from lwganet_qgis import compat
from lwganet_qgis.core.errors import Cancelled, InputError, OutputError
from lwganet_qgis.gui.change.comparison.parameters import Comparison
from lwganet_qgis.gui.change.panels.hand_in import HandInPanel
from lwganet_qgis.gui.change.report import entries, hand_in, history, report, tables
from lwganet_qgis.gui.change.report import layout as report_layout
from lwganet_qgis.gui.change.report.images import ImagePair
from lwganet_qgis.gui.change.review.changes import Verdict

from .reviews import over_rasters

ALL = [
    "accepted.gpkg", "accepted.tif", "change_unreviewed.tif", "probability.tif", "report.html", "report.pdf",
    "command.txt",
]  # fmt: skip
BESIDE = [
    "accepted.tif.aux.xml", "change_unreviewed.tif.aux.xml", "accepted.qml", "change_unreviewed.qml", "probability.qml",
]  # fmt: skip
NASTY = "<b>roof</b> & \"shed\" [% 'x' %]"


@pytest.fixture
def store(provider, tmp_path):
    store = over_rasters(tmp_path / "review", name=NASTY)
    store.decide([2, 4], Verdict.ACCEPTED)
    store.decide([1], Verdict.REJECTED)
    store.note(4, NASTY)
    yield store
    store.close()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "handed"
    folder.mkdir()
    return folder


def pages(pdf):
    return sum(int(count) for count in re.findall(rb"/Count (\d+)", pdf.read_bytes()))


def colours(image):
    """How many different colours a picture has, looked at in steps."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def test_everything_is_handed_in_with_the_right_numbers(store, folder, tmp_path):
    done = hand_in.hand_in(store, folder, hand_in.Parts())
    assert sorted(os.listdir(folder)) == sorted([*ALL, *BESIDE])
    assert list(done.files) == ALL and done.counts[Verdict.ACCEPTED] == 2
    layer = QgsVectorLayer(f"{folder / 'accepted.gpkg'}|layername=accepted", "", "ogr")
    assert layer.crs().authid() == "EPSG:32632"
    assert [category.label() for category in layer.renderer().categories()] == ["accepted"]
    raster = QgsRasterLayer(str(folder / "accepted.tif"), "")
    assert [entry.label for entry in raster.renderer().classes()] == ["accepted change"]
    names = [field.name() for field in layer.fields()]
    assert names == ["fid", "class", "area_m2", "probability", "review", "note", "reviewed", "reviewer"]
    found = sorted((f["area_m2"], round(f["probability"], 2), f["review"], f["note"]) for f in layer.getFeatures())
    assert found == [(16.0, 0.53, "accepted", NASTY), (25.0, 0.51, "accepted", "")]
    assert sum(f.geometry().area() for f in layer.getFeatures()) == 41.0
    for name, source in (("change_unreviewed.tif", "c.tif"), ("probability.tif", "p.tif")):
        assert (folder / name).read_bytes() == (tmp_path / "review" / source).read_bytes()
    command = (folder / "command.txt").read_text()
    assert command.startswith("qgis_process run lwganet:detectchange -- ") and "OUTPUT=change_unreviewed.tif" in command
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF") and pages(folder / "report.pdf") == 2


def values(path):
    """Counts of a raster's values."""
    dataset = gdal.Open(str(path))
    return Counter(dataset.ReadRaster()), dataset


def test_the_raster_of_accepted_changes_has_these_and_no_others(store, folder):
    hand_in.hand_in(store, folder, hand_in.Parts(polygons=False, report=False, command=False))
    counts, raster = values(folder / "accepted.tif")
    assert counts == {1: 25 + 16, 0: 72 * 64 - 41, 255: 24 * 64}
    origin = gdal.Open(store.info["change"])
    assert raster.GetGeoTransform() == origin.GetGeoTransform() and raster.GetProjection() == origin.GetProjection()
    assert raster.GetRasterBand(1).GetNoDataValue() == 255
    shapes = QgsVectorLayer(f"{store.path}|layername=changes", "", "ogr")
    for feature in shapes.getFeatures():  # the very pixels
        middle = feature.geometry().centroid().asPoint()
        column, row = int(middle.x() - 500000), int(5400000 - middle.y())
        (value,) = raster.ReadRaster(column, row, 1, 1)
        assert value == (feature["review"] == "accepted"), feature["review"]


def test_the_raster_without_georeference_lies_on_the_pixels(provider, tmp_path, folder):
    store = over_rasters(tmp_path / "review", epsg=None)
    store.decide([2], Verdict.ACCEPTED)
    hand_in.hand_in(store, folder, hand_in.Parts(polygons=False, report=False, command=False))
    counts, raster = values(folder / "accepted.tif")
    assert counts[1] == 25
    left = 24 + 12  # of the second square; its lower edge is 40 pixels below the top
    assert set(raster.ReadRaster(left, 35, 5, 5)) == {1}
    store.close()


def test_the_page_has_the_figures_and_escapes_what_people_wrote(store, folder):
    hand_in.hand_in(store, folder, hand_in.Parts(polygons=False, rasters=False, command=False))
    assert sorted(os.listdir(folder)) == ["report.html", "report.pdf"]
    text = (folder / "report.html").read_text()
    assert "<b>roof" not in text and "&lt;b&gt;roof&lt;/b&gt; &amp; &quot;shed&quot;" in text
    assert "Tiny &lt;change&gt;" in text and "ONNX &lt;1&gt;" in text and "2020-05-01" in text
    rows = re.findall(r"<tr><td>(\w+)</td>" + r'<td class="n">([^<]*)</td>' * 3, text)
    assert [row[:3] for row in rows] == [
        ("Found", "5", "55.0"), ("Accepted", "2", "41.0"), ("Rejected", "1", "4.0"), ("Open", "2", "10.0"),
        ("Compared", "", rows[-1][2]),
    ]  # fmt: skip
    # 72 of 96 columns hold data; ground areas differ from the projection's by under a thousandth here
    assert abs(float(rows[1][3].split()[0]) - 100 * 41 / (72 * 64)) < 0.01
    assert "0.4" in text and "0.5; -1" in text and "EPSG:32632" in text and "<th" in text and "Area (m²)" in text
    pictures = [base64.b64decode(data) for data in re.findall(r"base64,([^\"]+)", text)]
    assert len(pictures) == 3 + 2 * 2 and all(colours(QImage.fromData(data)) > 2 for data in pictures)


def test_the_drawn_page_shows_what_it_should(store, tmp_path):
    found = report.make(store, tables.compared(store.info), entries.accepted(store))
    images = ImagePair(store)
    page = report_layout.ReportPage(found, store, images.draw(tmp_path), images.extent)
    path = os.environ.get("REPORT_PICTURE") or str(tmp_path / "page.png")
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi, settings.generateWorldFile = 110, False
    QgsLayoutExporter(page.layout).exportToImage(path, settings)
    image = QImage(path)
    assert colours(image) > 20
    red, green = (image.pixelColor(*(round(v / 25.4 * 110) for v in at)) for at in ((20, 45), (90, 45)))
    assert red.red() > 150 > red.green() and green.green() > 150 > green.red()  # the image before
    titles = {item.text() for item in page.layout.items() if hasattr(item, "text") and callable(item.text)}
    assert any(NASTY.replace("[%", "[ %") in title for title in titles)


@pytest.mark.parametrize("sides", [(), (2, 5)])
def test_without_crs_and_with_nothing_accepted(provider, tmp_path, folder, sides):
    store = over_rasters(tmp_path / "review", epsg=None, sides=sides)
    hand_in.hand_in(store, folder, hand_in.Parts())
    assert sorted(os.listdir(folder)) == sorted([*ALL, *BESIDE])
    layer = QgsVectorLayer(f"{folder / 'accepted.gpkg'}|layername=accepted", "", "ogr")
    assert layer.isValid() and layer.featureCount() == 0
    text = (folder / "report.html").read_text()
    assert "Area (px)" in text and '<td class="n">4,608</td>' in text  # 72 columns of 64 pixels
    assert pages(folder / "report.pdf") == 1
    store.close()


def test_images_and_model_that_are_gone_leave_a_report(store, folder, tmp_path):
    os.remove(tmp_path / "review" / "before.tif")
    store.comparison = Comparison(store.comparison.before, store.comparison.after, model="deleted")
    hand_in.hand_in(store, folder, hand_in.Parts(rasters=False))
    assert "no longer installed" in (folder / "report.html").read_text()


def test_failures_leave_nothing(store, folder, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    for where in (tmp_path / "missing", tmp_path / "file"):
        with pytest.raises(OutputError, match="choose another folder"):
            hand_in.hand_in(store, where, hand_in.Parts())

    def broken(*_):
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(report_layout.ReportPage, "export_pdf", broken)
        with pytest.raises(OutputError, match="disk full"):
            hand_in.hand_in(store, folder, hand_in.Parts())
    assert os.listdir(folder) == []
    store.remember(change=str(tmp_path / "gone.tif"))
    with pytest.raises(InputError, match="gone.tif"):
        hand_in.hand_in(store, folder, hand_in.Parts())

    class Stopped:
        def isCanceled(self):
            return True

    store.remember(change=store.info["probability"])
    with pytest.raises(Cancelled):
        hand_in.hand_in(store, folder, hand_in.Parts(), feedback=Stopped())
    assert os.listdir(folder) == []


def test_an_earlier_hand_in_is_replaced_as_a_whole_or_not_at_all(store, folder, monkeypatch):
    hand_in.hand_in(store, folder, hand_in.Parts())
    before = {name: (folder / name).read_bytes() for name in os.listdir(folder)}
    with pytest.raises(OutputError, match="already holds accepted.gpkg"):
        hand_in.hand_in(store, folder, hand_in.Parts())
    store.decide([3], Verdict.ACCEPTED)
    rename, count = os.replace, []

    def failing(source, target):
        count.append(source)
        if len(count) == 6:
            raise OSError("locked")
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", failing)
        with pytest.raises(OutputError, match="locked"):
            hand_in.hand_in(store, folder, hand_in.Parts(), replace=True)
    assert {name: (folder / name).read_bytes() for name in os.listdir(folder)} == before
    hand_in.hand_in(store, folder, hand_in.Parts(), replace=True)
    assert set(os.listdir(folder)) == set(before)
    assert '<td>Accepted</td><td class="n">3</td>' in (folder / "report.html").read_text()


def test_results_are_added_in_a_group(store, folder):
    project = QgsProject()
    hand_in.hand_in(store, folder, hand_in.Parts(load=True), project)
    (group,) = project.layerTreeRoot().children()
    assert group.name() == "Change: handed"
    assert [layer.name() for layer in group.children()] == [
        "Accepted changes", "Accepted changes (raster)", "All change that the model found, not reviewed",
        "Probability of change, not reviewed",
    ]  # fmt: skip
    assert [node.itemVisibilityChecked() for node in group.children()] == [True, False, False, False]
    layers = [child.layer() for child in group.children()]
    assert layers[0].featureCount() == 2 and all(layer.isValid() for layer in layers)
    legends = [[item.label() for item in layer.renderer().legendSymbolItems()] for layer in layers[:1]]
    assert legends == [["accepted"]] and [c.label for c in layers[1].renderer().classes()] == ["accepted change"]
    project.clear()


def test_the_run_is_in_the_history(store, folder, provider, monkeypatch):
    said = []
    if Qgis.QGIS_VERSION_INT < 32400:
        from processing.core.ProcessingLog import ProcessingLog

        monkeypatch.setattr(ProcessingLog, "addToLog", said.append)
    else:
        monkeypatch.setattr(compat, "add_to_history", lambda alg, given, context, _: said.append(
            alg.asPythonCommand(given, context)))  # fmt: skip
    done = hand_in.hand_in(store, folder, hand_in.Parts(report=False))
    (command,) = said
    assert command.startswith('processing.run("lwganet:detectchange", {') and "tiny-change" in command
    assert str(done.files["change_unreviewed.tif"]) in command
    copied = history.copy_command(store.comparison)
    assert QgsApplication.clipboard().text() == copied == store.comparison.command()


@pytest.fixture
def panel(store, qtbot):
    panel = HandInPanel()
    panel.resize(420, 560)
    panel.show()
    qtbot.addWidget(panel)
    panel.failures = []
    panel.failed.connect(panel.failures.append)
    panel.set_store(store)
    yield panel
    panel.set_store(None)


def test_the_panel_hands_in_and_links_to_the_files(panel, store, folder, qtbot, monkeypatch):
    assert not panel.button.isEnabled()  # no folder yet
    panel.folder.setFilePath(str(folder))
    panel.boxes[-1].setChecked(False)
    with qtbot.waitSignal(panel.handedIn, timeout=60_000) as told:
        panel.button.click()
        store.decide([5], Verdict.ACCEPTED)  # while the files are written
    assert list(told.args[0].files) == ALL and told.args[0].counts[Verdict.ACCEPTED] == 3
    layer = QgsVectorLayer(f"{folder / 'accepted.gpkg'}|layername=accepted", "", "ogr")
    assert layer.featureCount() == 3
    assert "report.pdf" in panel.links.text() and not panel.busy.isVisible()
    panel.refresh()
    assert "3 of 5" in panel.state.text()
    qtbot.wait(50)
    panel.grab().save(os.environ.get("HAND_IN_PICTURE", os.devnull), "PNG")
    panel.copy.click()
    assert QgsApplication.clipboard().text() == panel.command.toPlainText()
    asked = []

    def no(*arguments):
        asked.append(arguments)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", no)
    panel.button.click()
    assert len(asked) == 1 and panel.button.isEnabled()


def test_images_look_as_in_the_project(panel, store, folder, qtbot):
    """Drawn by the task from copies of the project's layers: here all in blue."""
    layer = QgsRasterLayer(store.comparison.before.source, "before")
    layer.renderer().setRedBand(-1)
    layer.renderer().setGreenBand(-1)
    layer.renderer().setBlueBand(1)
    QgsProject.instance().addMapLayer(layer)
    before = replace(store.comparison.before, layer=layer.id())
    store.comparison = replace(store.comparison, before=before)
    panel.folder.setFilePath(str(folder))
    for box in panel.boxes:
        box.setChecked(box is panel.boxes[2])
    with qtbot.waitSignal(panel.handedIn, timeout=60_000):
        panel.button.click()
    assert sorted(os.listdir(folder)) == ["report.html", "report.pdf"]
    data = re.findall(r"base64,([^\"]+)", (folder / "report.html").read_text())[0]
    image = QImage.fromData(base64.b64decode(data))
    seen = image.pixelColor(image.width() // 4, image.height() // 2)
    assert seen.blue() > 150 and seen.red() < 50
    QgsProject.instance().clear()


def test_the_panel_tells_why_it_failed(panel, store, folder, qtbot):
    panel.folder.setFilePath(str(folder))
    shutil.rmtree(folder)
    panel.button.click()
    assert "choose another folder" in panel.failures[0] and panel.button.isEnabled()
    folder.mkdir()
    store.remember(change="/nowhere/c.tif")
    with qtbot.waitSignal(panel.failed, timeout=60_000):
        panel.button.click()
    assert "/nowhere/c.tif" in panel.links.text() and os.listdir(folder) == []
    panel.set_store(None)
    assert not panel.isEnabled()


def test_every_control_says_what_it_is_for(panel):
    for control in [panel.folder, panel.button, panel.copy, panel.command, panel.links, panel.state, *panel.boxes]:
        assert control.toolTip() and control.whatsThis()
    json.dumps(panel.parts().names(panel.store.info))
