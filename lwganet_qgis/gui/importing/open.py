# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the window that imports a model."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QWidget


def open_import_dialog(parent: QWidget | None = None, path: str = "") -> Any:
    """Shows it, not modal; returns it. Its signal `imported` has the id of a model that is at hand now.

    Args:
        path: of a checkpoint or a graph; empty: the user chooses.
    """
    from .dialog import ImportDialog

    dialog = ImportDialog(parent)
    dialog.show()
    if path:
        dialog.choose(path)
    return dialog
