# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts in the user's language: collected from the sources, built, loaded and taken away again."""

import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingProvider, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMainWindow, QWidget

from tools import translations as tool

from .conftest import ROOT

FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "fr")


def of_language(language):
    return {text: said.translation for text, said in tool.read(FOLDER / f"lwganet_{language}.ts").items()}


@pytest.fixture
def locale(provider):
    """Sets QGIS's language as its options do."""

    def choose(name):
        QgsSettings().setValue("locale/overrideFlag", True)
        QgsSettings().setValue("locale/userLocale", name)

    yield choose
    for key in ("locale/overrideFlag", "locale/userLocale"):
        QgsSettings().remove(key)


@pytest.fixture
def german(locale):
    """All German texts; what the plugin shows is in this language meanwhile."""
    from lwganet_qgis import translations

    locale("de_AT")  # has no translation of its own
    translator = translations.install()
    yield of_language("de")
    translations.remove(translator)


def test_files_are_as_the_sources_say():
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "translations.py"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, f"run make translations and translate what is new\n{done.stdout}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_built_is_what_is_written(language):
    translator = QTranslator()
    assert translator.load(f"lwganet_{language}", str(FOLDER)), "run make setup"
    texts = of_language(language)
    QCoreApplication.installTranslator(translator)
    try:
        assert {text: QCoreApplication.translate(*text) for text in texts} == texts
    finally:
        QCoreApplication.removeTranslator(translator)


def test_tools_are_translated(provider, german):
    names = {algorithm.name(): algorithm.displayName() for algorithm in provider.algorithms()}
    assert names["detectchange"] == "Veränderungen erkennen" and names["checkpair"] == "Bildpaar prüfen"
    known = set(german.values())
    for algorithm in provider.algorithms():
        made = algorithm.create()
        labels = [parameter.description() for parameter in made.parameterDefinitions()]
        labels += [output.description() for output in made.outputDefinitions()]
        assert {made.displayName(), made.shortDescription(), *labels} <= known
    change = provider.algorithm("detectchange").create()
    assert change.parameterDefinition("BEFORE").description() == "Vorher-Bild"
    assert "Nachher-Bild" in change.shortHelpString()


def test_what_goes_wrong_is_told_in_german(german, tmp_path):
    from lwganet_qgis.algorithms.parameters import checks
    from lwganet_qgis.core.errors import EngineError
    from lwganet_qgis.engine import environment

    with pytest.raises(EngineError, match="IOU ist 2; einen Wert über 0 und höchstens 1 angeben."):
        checks.check_iou(2)
    assert environment.probe(str(tmp_path / "python")).endswith("gibt es nicht.")


def test_help_is_that_of_the_window_language(provider, german):
    """Tools that help texts name are called so."""
    titles = {algorithm.displayName() for algorithm in provider.algorithms()}
    for algorithm in provider.algorithms():
        for named in algorithm.shortHelpString().split("<i>")[1:]:
            assert named.split("</i>")[0] in titles


def shown(window):
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.whatsThis())
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        if isinstance(widget, QGroupBox):
            yield widget.title()


def test_the_change_window_is_translated(qtbot, qgis_iface, qgis_new_project, german):
    from lwganet_qgis.gui.change.window import ChangeWindow

    main = QMainWindow()
    qtbot.addWidget(main)
    window = ChangeWindow(qgis_iface, main)
    try:
        tabs = [window.tabs.tabText(index) for index in range(window.tabs.count())]
        assert tabs == ["Bilder", "Anpassen", "Prüfen", "Abgabe", "Zeitreihe"]
        assert window.windowTitle() == "Veränderung zwischen zwei Zeitpunkten"
        texts = set(shown(window))
        assert {"Vorschau", "Ganzes Gebiet", "Annehmen", "Abgeben", "Nebeneinander"} <= texts
        left = {text.source for text, said in german.items() if said != text.source} & texts
        assert left <= set(german.values()), "English where there is German"
    finally:
        window.dispose()
        window.deleteLater()


def test_the_models_window_is_translated(qtbot, german):
    from lwganet_qgis.gui.models.window import ModelsWindow

    window = ModelsWindow()
    qtbot.addWidget(window)
    assert window.windowTitle() == "Modelle"
    texts = set(shown(window))
    assert {"Als Vorgabe", "Prüfen", "Kataloge…", "Importieren"} <= texts
    left = {text.source for text, said in german.items() if said != text.source} & texts
    assert left <= set(german.values()), "English where there is German"
    page = window.panel.page.toPlainText()
    assert "Was es kann" in page and "Was es nicht kann" in page and "Gewerbliche Nutzung" in page


def test_removed_with_the_plugin(qgis_iface, locale, monkeypatch):
    from lwganet_qgis import plugin

    class Empty(QgsProcessingProvider):
        def id(self):
            return "lwganetempty"

        def name(self):
            return "empty"

        def loadAlgorithms(self):  # noqa: N802
            pass

    monkeypatch.setattr(plugin, "LwganetProvider", Empty)
    locale("fr")
    ours = plugin.LwganetPlugin(qgis_iface)
    ours.initProcessing()
    assert plugin.tr("Image before") == "Image avant"
    ours.unload()
    assert plugin.tr("Image before") == "Image before"


def test_english_where_there_is_no_translation(locale, monkeypatch, tmp_path):
    from lwganet_qgis import translations

    locale("nl")
    assert translations.install() is None
    locale("de")
    monkeypatch.setattr(translations, "FOLDER", tmp_path)  # as linked from sources without a build
    assert translations.install() is None
    translations.remove(None)
    assert QCoreApplication.translate("LWGANet", "Image before") == "Image before"


def test_in_qgis_process(qgis_process):
    done = qgis_process("help", "lwganet:checkpair", LC_ALL="de_DE.UTF-8")
    assert done.returncode == 0 and "Bildpaar" in done.stdout, done.stderr


SOURCE = """
class Base:
    TITLE = ""
    def show(self):
        self.tr("shared")
        tr("a" "b")
        tr(self.TITLE)

class Child(Base):
    TITLE = "named"
    def more(self):
        return lambda: self.tr("own")
"""


def test_contexts_are_those_of_the_program(tmp_path):
    (tmp_path / "module.py").write_text(SOURCE)
    found = {(text.context, text.source) for text in tool.collect(tmp_path)}
    assert found == {
        ("Base", "shared"), ("Child", "shared"), ("LWGANet", "ab"), ("LWGANet", "named"), ("Child", "own"),
    }  # fmt: skip


@pytest.mark.parametrize("call", ['tr(f"{x} pixels")', "tr(text)", 'tr("a" + b)'])
def test_only_literals_can_be_collected(tmp_path, call):
    (tmp_path / "module.py").write_text(call)
    with pytest.raises(tool.NotLiteral, match="module.py:1"):
        tool.collect(tmp_path)


def test_an_update_keeps_marks_and_drops(tmp_path):
    path = Path(tmp_path / "lwganet_de.ts")
    kept, new, gone = (tool.Text("LWGANet", source) for source in ("kept & <b>bold</b>", "new", "gone"))
    tool.write(path, {kept: tool.Said("behalten & <b>fett</b>", True), gone: tool.Said("weg", True)})
    assert tool.update(path, [kept, new]) == 1
    assert tool.read(path) == {kept: tool.Said("behalten & <b>fett</b>", True), new: tool.Said()}
    assert tool.faults(path, [kept, new]) == ["lwganet_de.ts: unfinished: LWGANet: new"]
    assert tool.faults(path, [kept]) == ["lwganet_de.ts: not in the sources: LWGANet: new"]
    assert "not in the file" in tool.faults(path, [kept, new, gone])[0]


@pytest.mark.parametrize(
    ("source", "translation", "damage"),
    [
        ("{} of {}", "{} von {}", ""),
        ("{} of {}", "{1} mit {0}", ""),
        ("{} of {}", "{}", "other placeholders"),
        ("{:.1f} s and {}", "{} und {:.1f} s", "other placeholders"),
        ("{a} {b}", "{b} {a}", ""),
        ("{a}", "{A}", "other placeholders"),
        ("{}", "{", "braces (Single '{' encountered in format string)"),
        ("<p>a</p>", "<p>b", "other HTML tags"),
        (" px", "px", "other spaces at the ends"),
    ],
)
def test_what_a_translation_may_not_lose(source, translation, damage):
    assert tool.damaged(source, translation) == damage
