# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine's set-up: one window, opened wherever an engine is missing."""

from __future__ import annotations

from typing import Any


def open_setup_window(parent: Any = None) -> Any:
    """Shows the set-up window, the one that is open if there is one; returns it.

    Its signal `engineChanged` tells that runs may find another engine from now on.
    """
    from .window import SetUpWindow

    return SetUpWindow.show_one(parent)
