# SPDX-License-Identifier: GPL-3.0-or-later
"""From a probability to polygons of change: the same parameters in all tools that make them."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm

from ...core.jobs.parts.rules import Rules
from . import numbers
from . import shared as p


def reach(tool: QgsProcessingAlgorithm, values: dict[str, Any], context: Any) -> int:
    """Pixels around a place that closing and opening look at."""
    return 2 * sum(numbers.read(tool, values, name, context) for name in (p.CLOSING, p.OPENING))


def rules(tool: QgsProcessingAlgorithm, values: dict[str, Any], context: Any) -> Rules:
    """Raises InputError for what is no number, or out of range."""
    names = p.THRESHOLD, p.CLOSING, p.OPENING, p.SIMPLIFY, p.MIN_AREA
    return Rules(*(numbers.read(tool, values, name, context) for name in names))
