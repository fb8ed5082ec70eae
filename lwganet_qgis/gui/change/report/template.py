# SPDX-License-Identifier: GPL-3.0-or-later
"""A layout template of the user's for the maps of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtXml import QDomDocument

from ....core.errors import InputError
from ....texts import tr
from . import maps
from .report import Report

NAMES = ("before", "after", "change")
"""Ids of the maps in a template."""


def check(path: str) -> None:
    """Raises InputError where it is no template with a map for us."""
    project = QgsProject()  # which the layout does not keep
    layout = QgsPrintLayout(project)
    _maps_of(_load(layout, path), path)


def fill(
    layout: QgsPrintLayout, path: str, layers: Mapping[str, Sequence[QgsMapLayer | None]], extent: QgsRectangle,
    report: Report,
) -> None:  # fmt: skip
    """The template's pages instead of the layout's, their maps showing ours. Labels can say [% @lwganet_title %],
    and so on with subtitle, before, after, change, reviewer, footer."""
    for name, item in _maps_of(_load(layout, path), path).items():
        maps.show(item, layers[name], extent)
    reviewers = report.review.rows[0][1]
    for name, text in (
        ("title", report.title), ("subtitle", report.subtitle), ("before", report.before), ("after", report.after),
        ("change", report.change), ("reviewer", reviewers), ("footer", report.footer),
    ):  # fmt: skip
        QgsExpressionContextUtils.setLayoutVariable(layout, f"lwganet_{name}", text)
    layout.refresh()


def _load(layout: QgsPrintLayout, path: str) -> list[QgsLayoutItem]:
    document = QDomDocument()
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, ValueError):
        text = ""
    read = bool(text) and document.setContent(text)
    items, loaded = layout.loadFromTemplate(document, QgsReadWriteContext()) if _succeeded(read) else ([], False)
    if not loaded:
        raise InputError(tr("{} is no layout template; choose a file that QGIS's layouts saved (*.qpt).").format(path))
    return list(items)


def _succeeded(answer: object) -> bool:
    """Of Qt 5, whose answer has an error message and its place besides, and of Qt 6."""
    return bool(answer[0]) if isinstance(answer, tuple) else bool(answer)


def _maps_of(items: Sequence[QgsLayoutItem], path: str) -> dict[str, QgsLayoutItemMap]:
    found = {item.id().lower(): item for item in items if isinstance(item, QgsLayoutItemMap)}
    named = {name: found[name] for name in NAMES if name in found}
    if not named:
        text = tr("The template {} has no map with the item ID before, after or change; name its maps so.")
        raise InputError(text.format(path))
    return named
