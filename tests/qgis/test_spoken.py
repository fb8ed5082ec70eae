# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine says comes in the language and with the numbers of QGIS, in the log, in errors and in results."""

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale

from lwganet_qgis import translations
from lwganet_qgis.core.sentences import say, to_wire
from lwganet_qgis.texts import spoken

MESSAGE = to_wire(say("the model sees pixels of {:.3g} m; results have the raster's of {:.3g} m", 2.5, 10.0))


@pytest.fixture
def german():
    before = QLocale()
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "de")
    translator = translations.install()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)
    translations.remove(translator)
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


def test_in_german_with_a_comma(german):
    assert spoken(MESSAGE) == "Das Modell sieht Pixel von 2,5 m; Ergebnisse haben die 10 m des Rasters"


def test_in_english_as_it_is():
    assert spoken(MESSAGE) == MESSAGE["text"]


def test_sentences_within_sentences_are_said_too(german):
    assert spoken(to_wire(say("{} {} of {}", say("tile"), 3, 12))) == "Kachel 3 von 12"


@pytest.mark.parametrize(
    "broken",
    [{"template": "{} {}", "values": [1]}, {"template": "{:d}", "values": ["x"]}, {"template": 3, "values": []}],
)
def test_what_does_not_fit_is_said_in_english(broken):
    assert spoken({"text": "plain", **broken}) == "plain"
