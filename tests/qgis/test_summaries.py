# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a run: what was asked for, by which versions, how accurate the model is; one unit a column."""

import json
import re

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QLocale

from . import rasters
from .conftest import ROOT

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def german():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def page_of(tool, tmp_path, **parameters):
    import processing

    path = tmp_path / "page.html"
    processing.run(f"lwganet:{tool}", {**parameters, "OUTPUT_HTML": str(path)})
    return path.read_text(encoding="utf-8")


def rows(page):
    return dict(re.findall(r"<tr><th>(.*?)</th><td>(.*?)</td></tr>", page))


def columns(page, first):
    """Heads and cells of the table whose first head is that."""
    table = next(t for t in re.findall(r"<table>(.*?)</table>", page, re.S) if f"<tr><th>{first}</th>" in t)
    heads = re.findall(r"<th[^>]*>(.*?)</th>", table)
    lines = [re.findall(r"<td[^>]*>(.*?)</td>", line) for line in table.split("</tr>")[1:] if "<td" in line]
    return heads, lines


def test_the_head_says_what_was_asked_for(image, tmp_path):
    from lwganet_qgis.core import __version__

    layer = QgsRasterLayer(image, "Roofs of 2021-05-03")
    page = page_of("detectobjects", tmp_path, INPUT=layer, MODEL="tiny-objects", OUTPUT="memory:", CLASSES="greenish",
                   VIEWS="2", EXTENT="500040,500096,5399936,5400000 [EPSG:32632]")  # fmt: skip
    assert "<title>Detect objects: Roofs of 2021-05-03</title>" in page
    told = rows(page)
    assert told["Image"] == "Roofs of 2021-05-03"  # which says its day
    assert told["Classes"] == "greenish" and told["Views"].startswith("2")
    assert "500040.000" in told["Extent"] and told["Extent"].endswith("EPSG:32632")
    assert "(the model's own)" in told["Smallest score (0 to 1)"].replace("&#x27;", "'")
    assert told["Versions"] == f"LWGANet for QGIS {__version__}, QGIS {Qgis.QGIS_VERSION}"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", told["Made"])
    assert "Device" in told and "Tile size" not in "".join(told)  # what is seldom changed is told where it was


def test_sizes_have_their_unit_and_nothing_is_told_that_does_not_matter(image, tmp_path):
    asked = {"MODEL": "tiny-cover", "OUTPUT": str(tmp_path / "c.tif")}
    told = rows(page_of("segmentimage", tmp_path, INPUT=image, MIN_AREA=12.5, **asked))
    assert told["Smallest polygon"] == "12.5 m²"
    nowhere = rasters.write(tmp_path / "n.tif", rasters.halves(), None, None)
    assert rows(page_of("segmentimage", tmp_path, INPUT=nowhere, MIN_AREA=3, **asked))["Smallest polygon"] == "3 px"
    assert "Smallest polygon" not in rows(page_of("segmentimage", tmp_path, INPUT=image, MIN_AREA=0, **asked))


def test_days_are_told_where_the_layers_know_them(tmp_path):
    before = rasters.write(tmp_path / "a.tif", rasters.halves())
    after = rasters.write(tmp_path / "site_20240312.tif", rasters.halves(swap=True))
    page = page_of(
        "detectchange", tmp_path, BEFORE=QgsRasterLayer(before, "Site"), AFTER=QgsRasterLayer(after, "Site, later"),
        MODEL="tiny-change", OUTPUT=str(tmp_path / "c.tif"),
    )  # fmt: skip
    told = rows(page)
    assert (told["Image before"], told["Image after"]) == ("Site", "Site, later (2024-03-12)")
    assert "<h2>Detect change: Site – Site, later</h2>" in page


def test_bundled_models_say_how_accurate_they_are(tmp_path):
    page = page_of(
        "classifyscenes", tmp_path, INPUT=rasters.write(tmp_path / "s.tif", rasters.halves()), OUTPUT="memory:",
        MODEL="eurosat_scenes_l0", SCALING="none",
    )  # fmt: skip
    heads, lines = columns(page, "Measure")
    assert heads == ["Measure", "Value"]
    card = ROOT / "resources" / "models" / "eurosat_scenes_l0" / "model.json"
    top1 = json.loads(card.read_text(encoding="utf-8"))["metrics"]["test"]["top1"]
    assert dict(lines)["Share of right scenes"] == f"{top1:.3f}"
    assert rows(page)["Scaling of values"] != "none"  # in words


def test_a_column_has_one_unit_in_its_head(tmp_path):
    """5 m pixels: one class of hectares, one of a few pixels."""
    pixels = rasters.halves()
    pixels[0, :2, :2], pixels[1, :2, :2] = 20, 200
    place = (500000.0, 5.0, 0.0, 5400000.0, 0.0, -5.0)
    page = page_of("segmentimage", tmp_path, INPUT=rasters.write(tmp_path / "s.tif", pixels, transform=place),
                   MODEL="tiny-cover", OUTPUT=str(tmp_path / "c.tif"))  # fmt: skip
    heads, lines = columns(page, "Class")
    assert heads == ["Class", "Area (ha)", "Share (%)"] and len(lines) >= 2
    assert all(re.fullmatch(r"[\d,.]+", cell) for line in lines for cell in line[1:])
    nowhere = rasters.write(tmp_path / "n.tif", pixels, None, None)
    page = page_of("segmentimage", tmp_path, INPUT=nowhere, MODEL="tiny-cover", OUTPUT=str(tmp_path / "d.tif"))
    heads, lines = columns(page, "Class")
    assert heads[1] == "Area (pixels)" and sum(int(line[1].replace(",", "")) for line in lines) == 96 * 64


def test_numbers_are_as_the_users_language_writes_them(image, tmp_path, german):
    page = page_of("segmentimage", tmp_path, INPUT=image, MODEL="tiny-cover", OUTPUT=str(tmp_path / "c.tif"))
    assert "6.144 pixels with data" in page
    _, lines = columns(page, "Class")
    assert all("," in line[2] and "." not in line[2] for line in lines)


def test_units_fit_the_largest(german):
    from lwganet_qgis.algorithms.reports.areas import area_text, unit_of

    assert area_text(2_500_000.0, 0) == "2,50 km²" and area_text(25_000.0, 0) == "2,50 ha"
    assert area_text(999.94, 0) == "999,9 m²" and area_text(None, 12345) == "12.345 px"
    assert unit_of([3.0, 2e6]).name == "km²" and unit_of([]).name == "m²"


def test_the_results_viewer_names_a_page_by_tool_and_image(image, tmp_path, qtbot):
    """A dialog's tool runs as a copy; the viewer takes its names from the tool that the dialog holds."""
    held = QgsApplication.processingRegistry().createAlgorithmById("lwganet:segmentimage")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    for name in ("First", "Second"):
        values = {
            "INPUT": QgsRasterLayer(image, name), "MODEL": "tiny-cover", "OUTPUT": str(tmp_path / f"{name}.tif"),
            "OUTPUT_HTML": str(tmp_path / f"{name}.html"),
        }  # fmt: skip
        task = QgsProcessingAlgRunnerTask(held, values, context, feedback)
        with qtbot.waitSignal(task.executed, timeout=120_000) as done:
            QgsApplication.taskManager().addTask(task)
        assert done.args[0]
        assert held.outputDefinition("OUTPUT_HTML").description() == f"Segment image: {name}"
    fresh = QgsApplication.processingRegistry().createAlgorithmById("lwganet:segmentimage")
    assert fresh.outputDefinition("OUTPUT_HTML").description() == "Summary"


def test_pages_without_a_model_say_what_they_are_about(tmp_path):
    paths = [rasters.write(tmp_path / f"{name}.tif", rasters.halves()) for name in ("one", "two")]
    page = page_of("checkpair", tmp_path, BEFORE=paths[0], AFTER=paths[1])
    assert "<title>Check image pair: one – two</title>" in page and rows(page)["Image before"] == "one"
