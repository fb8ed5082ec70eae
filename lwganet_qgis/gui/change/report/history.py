# SPDX-License-Identifier: GPL-3.0-or-later
"""The run behind a review in the Processing history, to be repeated from there, and on the clipboard."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsProcessingContext

from .... import compat
from ..comparison.parameters import Comparison

ALGORITHM = "lwganet:detectchange"


def add_to_history(parameters: dict[str, Any], results: dict[str, Any] | None = None) -> bool:
    """`parameters` are `Comparison.as_parameters()` with destinations; False while the tool is not there."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    if algorithm is None:
        return False
    compat.add_to_history(algorithm, parameters, QgsProcessingContext(), results or {})
    return True


def copy_command(comparison: Comparison, **destinations: str) -> str:
    """The command that repeats the run in a shell; it is on the clipboard as well."""
    command = comparison.command(**destinations)
    QgsApplication.clipboard().setText(command)
    return command
