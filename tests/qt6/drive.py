# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens and drives the plugin's windows on Qt 6: run with a Python that has PyQt6 and the shim on its path.

Prints, as JSON, what went wrong with each window by its name; empty: nothing. Names of Qt's that files import and
that PyQt6 does not have are listed as well.
"""

from __future__ import annotations

import ast
import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PyQt6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QTabWidget, QWidget

from .spelling import ROOT, chains, imported, sources

APP = QApplication(sys.argv[:1])
PICTURES = os.environ.get("LWGANET_PICTURES", "")


def unknown_names() -> list[str]:
    """Of qgis.PyQt, in all files: imported, or reached by dots."""
    found = []
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {own: given for own, given in imported(tree).items() if given[0].startswith("qgis.PyQt.")}
        guarded = {"compat.py"}  # it asks
        for module, name in names.values():
            if not hasattr(importlib.import_module(module), name) and path.name not in guarded:
                found.append(f"{path.name}: {module}.{name}")
        for line, chain in chains(tree):
            if chain[0] not in names or path.name in guarded:
                continue
            module, name = names[chain[0]]
            owner = getattr(importlib.import_module(module), name, None)
            for attribute in chain[1:]:
                if not hasattr(owner, attribute):
                    found.append(f"{path.name}:{line}: {'.'.join(chain)}")
                    break
                owner = getattr(owner, attribute)
                if not isinstance(owner, type):
                    break
    return found


def drive(widget: QWidget) -> None:
    """As somebody who tries everything that can be chosen."""
    widget.show()
    APP.processEvents()
    for tabs in widget.findChildren(QTabWidget):
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            APP.processEvents()
    for kind in (QComboBox, QSpinBox, QDoubleSpinBox, QCheckBox, QLineEdit):
        for child in widget.findChildren(kind):
            if not child.isEnabled():
                continue
            if isinstance(child, QComboBox):
                for at in range(min(child.count(), 5)):
                    child.setCurrentIndex(at)
            elif isinstance(child, QCheckBox):
                child.toggle()
                child.toggle()
            elif isinstance(child, QLineEdit):
                text = child.text()
                child.setText("1")
                child.setText(text)
            else:
                child.stepUp()
                child.stepDown()
    APP.processEvents()


def about() -> QWidget:
    from lwganet_qgis.gui.models.about import AboutDialog, row_by_id

    return AboutDialog(row_by_id("dubai_landcover_l0"))


def models() -> QWidget:
    from lwganet_qgis.gui.models.window import ModelsWindow

    return ModelsWindow()


def license_of() -> QWidget:
    from lwganet_qgis.gui.models.about import row_by_id
    from lwganet_qgis.gui.models.dialogs.license import LicenseDialog

    return LicenseDialog(row_by_id("dubai_landcover_l0"))


def catalogues() -> QWidget:
    from lwganet_qgis.gui.models.dialogs.catalogues import CataloguesDialog

    return CataloguesDialog()


def engine() -> QWidget:
    from lwganet_qgis.gui.engine.window import SetUpWindow

    return SetUpWindow()


def options() -> QWidget:
    from lwganet_qgis.gui.options.page import OptionsPage

    return OptionsPage()


def importing() -> QWidget:
    from lwganet_qgis.gui.importing.dialog import ImportDialog

    return ImportDialog()


def change() -> QWidget:
    from qgis.core import QgsProject  # the shim's
    from qgis.standin import StandIn

    from lwganet_qgis.gui.change.window import ChangeWindow

    QgsProject.instance()
    return ChangeWindow(StandIn())


def parameters() -> QWidget:
    """One of each kind."""
    from PyQt6.QtWidgets import QVBoxLayout
    from qgis.standin import StandIn

    from lwganet_qgis.gui.parameters.kinds import KINDS

    class Parameter(StandIn):
        def __init__(self, kind: str) -> None:
            self.kind = kind

        def metadata(self) -> dict[str, Any]:
            of = "area" if self.kind == "lwganet_measure" else "tile_size"
            words = [["a", "first"], ["b", "second"], ["model", "its own"]]
            return {"widget_wrapper": {"task": "segmentation", "of": of, "words": words}}

        def dataType(self) -> int:
            return 1

        def defaultValue(self) -> int:
            return 0

        minimum = defaultValue

        def maximum(self) -> int:
            return 100

    window = QWidget()
    column = QVBoxLayout(window)
    window.kept = [made(Parameter(kind), None) for kind, made in KINDS.items()]
    for wrapper in window.kept:
        column.addWidget(wrapper.createWidget())
        wrapper.postInitialize(window.kept[:0])
        value = wrapper.widgetValue()
        wrapper.setWidgetValue(value, None)
        assert wrapper.widgetValue() == value, type(wrapper)
    return window


WINDOWS: dict[str, Callable[[], QWidget]] = {
    "about": about, "models": models, "license": license_of, "catalogues": catalogues, "engine": engine,
    "options": options, "importing": importing, "change": change, "parameters": parameters,
}  # fmt: skip


def main() -> None:
    said: list[str] = []
    sys.excepthook = lambda *error: said.append("".join(traceback.format_exception(*error)))  # of slots
    problems = {}
    for name, make in WINDOWS.items():
        said.clear()
        try:
            window = make()
            drive(window)
            if PICTURES:
                window.grab().save(str(Path(PICTURES) / f"qt6_{name}.png"))
            window.close()
            APP.processEvents()
        except Exception:
            said.append(traceback.format_exc())
        problems[name] = "\n".join(said)
    print("\n" + json.dumps({"windows": problems, "unknown": unknown_names()}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    assert (ROOT / "lwganet_qgis").is_dir()
    main()
