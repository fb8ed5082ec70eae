# SPDX-License-Identifier: GPL-3.0-or-later
"""The report: what it says, that its words are words, that its pages are used, and a layout of the user's own."""

import re
import zlib

import pytest
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QLocale, QRectF
from qgis.PyQt.QtGui import QImage

from lwganet_qgis.core import __version__
from lwganet_qgis.core.errors import InputError
from lwganet_qgis.gui.change.report import entries, hand_in, maps, report, tables
from lwganet_qgis.gui.change.report.images import ImagePair
from lwganet_qgis.gui.change.report.layout import FOOTER, TOP, ReportPage
from lwganet_qgis.gui.change.review.changes import Verdict, reviewer, set_reviewer
from lwganet_qgis.numbers import brief, shown

from .reviews import over_rasters

pytestmark = pytest.mark.usefixtures("provider")
NOTE = "A new roof; " * 12
SHIFT = {"x": 0.5, "y": -1.0, "pixels": 1.118, "metres": 1.118, "reliable": True}


@pytest.fixture
def store(tmp_path):
    store = over_rasters(tmp_path / "review")
    store.decide([2, 4], Verdict.ACCEPTED)
    store.note(4, NOTE)
    store.remember(shift=SHIFT, pixel_metres=[1.0, 1.25])
    yield store
    store.close()


def made(store):
    return report.make(store, tables.compared(store.info), entries.accepted(store))


def paged(store, folder, chosen=""):
    images = ImagePair(store)
    return ReportPage(made(store), store, images.draw(folder), images.extent, chosen)


def said(page):
    return [item.text() for item in page.layout.items() if isinstance(item, QgsLayoutItemLabel)]


def test_what_an_assessor_asks_for_is_there(store):
    found = {name: text for table in made(store).tables for name, text, *_ in table.rows}
    lines = [" ".join(row) for table in made(store).tables for row in table.rows]
    assert "Before before, 2020-05-01" in lines and "After after, 2023-06-02" in lines
    assert "Pixel size 1 m on the ground" in lines and "Pixel size 1.25 m on the ground" in lines
    assert "File before.tif" in lines and found["Shift that was found"] == "1.12 m (1.12 pixels)"
    assert found["Accuracy on test data"] != "" and found["Shift corrected"] == "0.5; -1"
    assert __version__ in made(store).footer
    store.remember(shift={**SHIFT, "reliable": False})
    assert "Shift that was found could not be measured" in [" ".join(r) for t in made(store).tables for r in t.rows]


def test_each_accepted_change_has_its_note_and_a_pair_of_pictures(store, tmp_path):
    page = paged(store, tmp_path)
    texts = said(page)
    assert [text for text in texts if text.startswith("No. ")].__len__() == 2
    assert f"Note: {NOTE}" in texts and "Accepted changes" in texts
    pictures = [item.picturePath() for item in page.layout.items() if isinstance(item, QgsLayoutItemPicture)]
    small = [path for path in pictures if re.search(r"(before|after)-\d+\.png$", path)]
    assert len(small) == 4
    image = QImage(str(tmp_path / "after-2.png"))
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert len(seen) > 3  # imagery and an outline


def test_more_changes_than_have_room_are_counted(store, tmp_path, monkeypatch):
    monkeypatch.setattr(entries, "MOST", 1)
    assert [entry.fid for entry in entries.accepted(store)] == [2]  # the largest
    assert any(text.startswith("1 smaller ones") for text in said(paged(store, tmp_path)))


def test_many_changes_go_over_pages_and_none_over_an_edge(tmp_path):
    store = over_rasters(tmp_path / "many", sides=(1,) * 40)
    store.decide([change.fid for change in store.changes()], Verdict.ACCEPTED)
    page = paged(store, tmp_path)
    pages = page.layout.pageCollection()
    assert pages.pageCount() == 4  # 40 in two columns, 9 rows a page
    sheets = [QRectF(pages.page(i).pos(), pages.page(i).rect().size()) for i in range(4)]
    placed = [i for i in page.layout.items() if isinstance(i, (QgsLayoutItemLabel, QgsLayoutItemPicture))]
    for item in placed:
        box = QRectF(item.pos(), item.rect().size())
        assert any(sheet.contains(box) for sheet in sheets), (getattr(item, "text", str)(), box)
    assert sum(text.startswith("No. ") for text in said(page)) == 40 and "Page 4 of 4" in said(page)
    store.close()


def test_words_stay_words_in_the_pdf(store, tmp_path):
    paged(store, tmp_path).export_pdf(tmp_path / "report.pdf")
    data = (tmp_path / "report.pdf").read_bytes()
    streams = [
        zlib.decompress(found) for found in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
        if found[:1] == b"\x78"
    ]  # fmt: skip
    assert b"/Type /Font" in data and sum(text.count(b"Tj") for text in streams) > 60


@pytest.mark.parametrize("shape", [0.1, 0.28, 0.5, 0.8, 1.0, 1.5, 3.0])
def test_maps_fill_the_room_and_never_leave_it(shape):
    room = 160.0
    boxes = maps.boxes(shape, TOP, room)
    for x, y, width, height in boxes:
        assert height == pytest.approx(width * shape)
        assert x >= maps.LEFT and x + width <= maps.LEFT + maps.WIDTH + 1e-6
        assert y >= TOP and y + height + maps.GRATICULE <= TOP + room + 1e-6
    rows = sorted((y, y + height) for _, y, _, height in boxes)
    used = max(end for _, end in rows) - TOP
    widest = max(width for _, _, width, _ in boxes)
    assert used > 0.6 * room or widest >= maps.WIDTH - maps.SIDE - 1e-6  # high enough, or as wide as can be


def test_no_third_of_the_first_page_is_empty(store, tmp_path):
    page = paged(store, tmp_path)
    spans = sorted(
        (item.pos().y(), item.pos().y() + item.rect().height())
        for item in page.layout.items()
        if item.pos().y() < FOOTER and item.rect().height() < 280
    )
    reached, gap = TOP, 0.0
    for start, end in spans:
        gap, reached = max(gap, start - reached), max(reached, end)
    gap = max(gap, FOOTER - reached)
    assert gap < 297 / 6, spans


def test_graticule_and_scale_are_on_the_map(store, tmp_path):
    page = paged(store, tmp_path)
    assert page.change.grid().annotationEnabled() and page.change.grid().intervalX() == 20
    scale = float(f"{page.change.scale():.3g}")
    assert f"Scale 1 : {shown(scale)}" in said(page)


def template(path, *names):
    project = QgsProject()  # which the layout does not keep
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    for number, name in enumerate(names):
        item = QgsLayoutItemMap(layout)
        layout.addLayoutItem(item)
        item.attemptSetSceneRect(QRectF(20, 20 + 60 * number, 80, 50))
        item.setExtent(QgsRectangle(0, 0, 80, 50))
        item.setId(name)
    label = QgsLayoutItemLabel(layout)
    label.setText("[% @lwganet_title %]")
    layout.addLayoutItem(label)
    layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return str(path)


def test_a_layout_of_the_users_own_takes_the_maps(store, tmp_path):
    own = template(tmp_path / "own.qpt", "Before", "change", "north")
    page = paged(store, tmp_path, own)
    found = {item.id(): item for item in page.layout.items() if isinstance(item, QgsLayoutItemMap)}
    assert [layer.name() for layer in found["Before"].layers()] == ["before"]
    assert len(found["change"].layers()) == 2 and found["north"].layers() == []
    assert found["change"].extent().contains(QgsRectangle(500030, 5399950, 500060, 5399990))
    labels = [item for item in page.layout.items() if isinstance(item, QgsLayoutItemLabel)]
    assert "Change between two dates" in [label.currentText() for label in labels if "lwganet_title" in label.text()]
    assert page.layout.pageCollection().pageCount() == 2  # the template's, and tables with the list


def test_hand_in_takes_the_template_and_refuses_what_is_none(store, tmp_path):
    folder = tmp_path / "handed"
    folder.mkdir()
    plain = hand_in.Parts(polygons=False, rasters=False, command=False)
    for path, words in (
        (tmp_path / "gone.qpt", "no layout template"), (template(tmp_path / "mute.qpt", "north"), "has no map"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=words):
            hand_in.hand_in(store, folder, hand_in.Parts(**{**vars(plain), "template": str(path)}))
    assert list(folder.iterdir()) == []
    own = template(tmp_path / "own.qpt", "change")
    done = hand_in.hand_in(store, folder, hand_in.Parts(**{**vars(plain), "template": own}))
    assert len(re.findall(rb"/Type /Page\b", done.files["report.pdf"].read_bytes())) == 2
    assert done.files["report.html"].read_text().count("base64,") == 7


def test_the_reviewer_is_who_was_typed(store):
    own = reviewer()
    try:
        set_reviewer("  Ada L.  ")
        store.decide([1], Verdict.REJECTED)
        assert store.change(1).reviewer == "Ada L."
        assert any("Ada L. (1)" in row[1] for row in made(store).review.rows)
    finally:
        set_reviewer("")
    assert reviewer() == own


def test_numbers_are_written_as_the_locale_writes_them():
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("de_DE"))
        assert (shown(219800.25, 1), brief(0.125), brief(1000.0, 6)) == ("219.800,3", "0,125", "1.000")
        assert tables.AreaUnit(219800.2, False).text(219800.2) == "21,98 ha"
    finally:
        QLocale.setDefault(before)
    assert tables.AreaUnit(3e7, False).text(219800.2) == "0.220 km²"
