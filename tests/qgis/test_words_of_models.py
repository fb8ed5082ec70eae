# SPDX-License-Identifier: GPL-3.0-or-later
"""What people read of bundled models is in their language; what scripts and files hold is as the card has it."""

import json

import pytest
from qgis.core import QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from tools import translations as tool

from .conftest import ROOT

pytestmark = pytest.mark.usefixtures("provider")
MODELS = ROOT / "resources" / "models"
WORDS = {
    "Building": "Gebäude", "No change": "Keine Veränderung", "reddish": "rötlich", "greenish": "grünlich",
    "Open-water change": "Veränderung offenen Wassers", "Sea or lake": "Meer oder See",
}  # fmt: skip


class Words(QTranslator):
    """Translates a few words, whatever files of translations there are."""

    def __init__(self, words):
        super().__init__()
        self.words = words

    def isEmpty(self):  # noqa: N802
        return False

    def translate(self, context, source, disambiguation=None, number=-1):
        return self.words.get(source) if context == "LWGANet" else None  # an empty text would be one


@pytest.fixture
def spoken():
    """Also with the titles of all bundled models."""
    titles = {card["title"]: f"[{card['id']} auf Deutsch]" for card in cards()}
    translator = Words({**WORDS, **titles})
    QCoreApplication.installTranslator(translator)
    yield translator.words
    QCoreApplication.removeTranslator(translator)


def cards():
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(MODELS.glob("*/model.json"))]


def test_the_words_of_all_bundled_cards_are_to_be_translated():
    texts = {text.source for text in tool.collect() if text.context == tool.SHARED}
    assert len(cards()) >= 4
    for card in cards():
        assert {card["title"], card["description"], *(entry["name"] for entry in card["classes"])} <= texts


def test_legends_speak_the_users_language(image, spoken, tmp_path):
    from lwganet_qgis import model_library, styling

    classes = model_library.find("dubai_landcover_l0", "segmentation").knows.classes
    layer = QgsRasterLayer(image, "classes")
    styling.class_raster(classes)(layer)
    assert [entry.label for entry in layer.renderer().classes()][:2] == ["Gebäude", "Unpaved land"]
    changes = model_library.find("naip_water_change_l0", "change").knows.classes
    styling.change_raster(changes)(layer)
    labels = [entry.label for entry in layer.renderer().classes()]
    assert labels == ["Keine Veränderung", "Veränderung offenen Wassers"]
    polygons = QgsVectorLayer("Polygon?field=class_id:integer&field=class:string", "p", "memory")
    styling.class_polygons(classes)(polygons)
    assert polygons.renderer().categories()[0].label() == "Gebäude"


def test_titles_in_lists_and_help(spoken, provider):
    from lwganet_qgis.gui.models.about import ModelChoice

    choice = ModelChoice("detection")
    shown = {choice.combo.itemData(row): choice.combo.itemText(row) for row in range(choice.combo.count())}
    assert shown["banepa_buildings_l0"] == "[banepa_buildings_l0 auf Deutsch]"
    text = provider.algorithm("detectobjects").create().shortHelpString()
    assert "[banepa_buildings_l0 auf Deutsch]" in text and "Gebäude" in text


def test_the_models_page_and_its_list(spoken):
    from lwganet_qgis.gui.models.about import row_by_id
    from lwganet_qgis.gui.models.page import page, tip
    from lwganet_qgis.gui.models.rows import Filter, RowsModel

    row = row_by_id("eurosat_scenes_l0")
    assert "[eurosat_scenes_l0 auf Deutsch]" in page(row, False) and "Meer oder See" in page(row, False)
    assert "Meer oder See" in tip(row)
    model, found = RowsModel(), Filter()
    model.show_rows([row])
    assert model.item(0, 0).text() == "[eurosat_scenes_l0 auf Deutsch]"
    for text in ("meer oder", "sea or lake", "auf deutsch"):
        found.search(text=text, task="", origin=None, gsd=0.0)
        assert found.accepts(row), text


def test_files_and_values_of_scripts_stay_as_the_card_has_them(image, spoken, tmp_path):
    import processing

    target, page = str(tmp_path / "objects.gpkg"), tmp_path / "page.html"
    processing.run("lwganet:detectobjects", {
        "INPUT": image, "MODEL": "tiny-objects", "CLASSES": "greenish", "OUTPUT": target, "OUTPUT_HTML": str(page),
    })  # fmt: skip
    layer = QgsVectorLayer(target, "objects")
    assert {feature["class"] for feature in layer.getFeatures()} == {"greenish"}
    text = page.read_text(encoding="utf-8")
    assert "grünlich" in text and "greenish" not in text


def test_a_choice_of_classes_shows_words_and_gives_names(spoken, provider, qtbot):
    from qgis.gui import QgsProcessingGui

    from lwganet_qgis import model_library
    from lwganet_qgis.gui.parameters.classes import ClassesWidget

    tool = provider.algorithm("detectobjects").create()
    wrapper = ClassesWidget(tool.parameterDefinition("CLASSES"), QgsProcessingGui.WidgetType.Standard)
    wrapper.card = lambda: model_library.find("tiny-objects", "detection")
    holder = wrapper.createWidget()
    qtbot.addWidget(holder)
    assert [wrapper.combo.itemText(row) for row in range(3)] == ["rötlich", "grünlich", "bluish"]
    wrapper.show_value("greenish,2")
    assert wrapper.chosen() == "greenish,bluish"
    wrapper.refresh()
    assert wrapper.chosen() == "greenish,bluish"
