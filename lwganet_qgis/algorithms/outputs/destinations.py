# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of destination parameters: files, tables of databases, layers in memory."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import (
    QgsExpressionContext,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
)

_TABLE = re.compile(r"""ogr:dbname='(?P<path>[^']+)'\s+table="(?P<table>(?:[^"]|"")+)\"""")


def text_of(value: Any, context: QgsProcessingContext | None = None) -> str:
    """As text; output definitions (from dialogs) hold it as a property. Empty: not wanted."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(QgsExpressionContext() if context is None else context.expressionContext(), "")
    return str(value) if value else ""


def elsewhere(value: Any, place: str) -> Any:
    """The value with another place, and all else that a dialog says of the layer."""
    if not isinstance(value, QgsProcessingOutputLayerDefinition):
        return place
    moved = QgsProcessingOutputLayerDefinition(value)
    moved.sink = QgsProperty.fromValue(place)
    return moved


def table_of(target: str) -> tuple[str, str]:
    """File and table, where it is a table of a file; else empty."""
    found = _TABLE.match(target)
    return (found["path"], found["table"].replace('""', '"')) if found else ("", "")


def other_table(target: str, table: str) -> str:
    """The same file with another table."""
    start, end = _TABLE.match(target).span("table")
    return target[:start] + table + target[end:]


def file_of(target: str) -> str:
    """The file that it stands for; empty: none (temporary, memory, a database's server ...)."""
    if not target or target == "TEMPORARY_OUTPUT" or target.startswith(("memory:", "postgres", "postgis")):
        return ""
    path, _table = table_of(target)
    if path:
        return path
    return "" if re.match(r"\w\w+:", target) else target.partition("|")[0]
