# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the window that imports a model."""

from __future__ import annotations

from typing import Any

import processing
from qgis.PyQt.QtWidgets import QWidget


def open_import_dialog(parent: QWidget | None = None, path: str = "") -> Any:
    """Shows it, not modal; returns it.

    Args:
        path: of a checkpoint or a graph; empty: the user chooses.
    """
    dialog = processing.createAlgorithmDialog("lwganet:importcheckpoint", {"CHECKPOINT": path} if path else {})
    dialog.show()
    return dialog
