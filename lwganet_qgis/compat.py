# SPDX-License-Identifier: GPL-3.0-or-later
"""Where QGIS 3.22 to 4 differ. All questions about the version are asked here."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType, QVariant
from qgis.PyQt.QtGui import QFont

try:
    from qgis.PyQt.QtGui import QShortcut, QUndoCommand, QUndoStack
except ImportError:  # Qt 5 has them among the widgets
    from qgis.PyQt.QtWidgets import QShortcut, QUndoCommand, QUndoStack

__all__ = [
    "QShortcut",
    "QUndoCommand",
    "QUndoStack",
    "add_to_history",
    "arrange",
    "field",
    "flag_value",
    "label_text",
    "legend_text",
    "name_page",
    "shows_results",
    "results_group",
]

_KINDS = {"int": "Int", "float": "Double", "text": "QString"}


def field(name: str, kind: str) -> QgsField:
    """`kind` is int, float or text. 3.22 refuses QMetaType, 3.38 and later warn about QVariant."""
    if Qgis.QGIS_VERSION_INT >= 33800:
        return QgsField(name, getattr(QMetaType.Type, _KINDS[kind]))
    return QgsField(name, {"int": QVariant.Int, "float": QVariant.Double, "text": QVariant.String}[kind])


def flag_value(flags: Any) -> int:
    """Qt 5's flags are no integers for a variant, and Qt 6's not for `int`."""
    return int(getattr(flags, "value", flags))


def arrange(details: Any, group: str, order: int) -> bool:
    """Group and order of a result in the layer tree, and whether this QGIS knows of them (3.40 does).

    Results with a higher `order` lie on top.
    """
    known = hasattr(details, "groupName") and hasattr(details, "layerSortKey")
    if known:
        details.groupName, details.layerSortKey = group, order
    return known


def results_group() -> str:
    """The group of the layer tree that the user has chosen for results of Processing; empty: none."""
    from processing.core.ProcessingConfig import ProcessingConfig

    return ProcessingConfig.getSetting(ProcessingConfig.RESULTS_GROUP_NAME) or ""


def add_to_history(algorithm: Any, parameters: dict[str, Any], context: Any, results: dict[str, Any]) -> None:
    """An entry of the Processing history. 3.22 keeps a log of commands, 3.24 and later a registry."""
    command = algorithm.asPythonCommand(parameters, context)
    if Qgis.QGIS_VERSION_INT < 32400:
        from processing.core.ProcessingLog import ProcessingLog

        ProcessingLog.addToLog(command)
        return
    from qgis.gui import QgsGui

    details = {
        "python_command": command, "algorithm_id": algorithm.id(), "parameters": algorithm.asMap(parameters, context),
        "results": results,
    }  # fmt: skip
    process, known = algorithm.asQgisProcessCommand(parameters, context)
    if known:
        details["process_command"] = process
    QgsGui.historyProviderRegistry().addEntry("processing", details)


def name_page(factory: Any, key: str) -> None:
    """By which QGIS finds a page of its options; before 3.32 it is the page's own object name alone."""
    if hasattr(factory, "setKey"):
        factory.setKey(key)


def shows_results(feedback: Any) -> bool:
    """Whether all results of a run are printed into a dialog's log: what is meant for programs is no use there."""
    return feedback.metaObject().className() == "QgsProcessingAlgorithmDialogFeedback"


def label_text(label: Any, form: Any) -> None:
    """Draws a layout's label in a QgsTextFormat; 3.22 takes font and colour alone."""
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(form)
    else:
        label.setFont(_font(form))
        label.setFontColor(form.color())


def legend_text(legend: Any, component: Any, form: Any) -> None:
    """The same for a part of a layout's legend, from 3.30."""
    style = legend.style(component)
    if hasattr(style, "setTextFormat"):
        style.setTextFormat(form)
        legend.setStyle(component, style)
    else:
        legend.setStyleFont(component, _font(form))


def _font(form: Any) -> QFont:
    font = QFont(form.font())
    font.setPointSizeF(form.size())
    return font
