# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing, opening and simplification: the same in all tools that make polygons of change."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm

from . import numbers
from . import parameters as p


def fields(tool: QgsProcessingAlgorithm, values: dict[str, Any], context: Any) -> dict[str, Any]:
    """The job's fields of what is asked for."""
    return {
        "closing": numbers.read(tool, values, p.CLOSING, context),
        "opening": numbers.read(tool, values, p.OPENING, context),
        "simplify": numbers.read(tool, values, p.SIMPLIFY, context),
    }


def reach(tool: QgsProcessingAlgorithm, values: dict[str, Any], context: Any) -> int:
    """Pixels around a place that closing and opening look at."""
    return 2 * sum(numbers.read(tool, values, name, context) for name in (p.CLOSING, p.OPENING))


def check(tool: QgsProcessingAlgorithm, values: dict[str, Any], context: Any) -> None:
    """Raises InputError for what is no number, or out of range."""
    fields(tool, values, context)
