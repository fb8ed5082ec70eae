# SPDX-License-Identifier: GPL-3.0-or-later
"""Each control says what it is for: when pointed at, and when asked "what is this?"."""

from __future__ import annotations

from typing import TypeVar

from qgis.PyQt.QtWidgets import QWidget

from .keys import key_text

Control = TypeVar("Control", bound=QWidget)


def explained(control: Control, text: str, keys: str = "") -> Control:
    """The control with its help; `keys` that do the same are named in the tooltip."""
    control.setToolTip(f"{text} ({key_text(keys)})" if keys else text)
    control.setWhatsThis(text)
    return control
