# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys of a window, and the list of them."""

from __future__ import annotations

from html import escape
from typing import Any, Callable

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from ..compat import QShortcut
from ..texts import tr
from .fitting import fit


def on_key(widget: QWidget, keys: str, act: Callable[[], Any], text: str) -> QShortcut:
    """`act` while `widget` or anything in it has the focus, but for fields that one types into; `text` says what."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setWhatsThis(text)
    shortcut.activated.connect(act)
    return shortcut


def key_text(keys: str) -> str:
    """As this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def keys_of(widget: QWidget) -> list[tuple[str, str]]:
    """Key and meaning of each, in the order in which they were made."""
    found = (child for child in widget.findChildren(QShortcut) if child.whatsThis())
    return [(key_text(shortcut.key().toString()), shortcut.whatsThis()) for shortcut in found]


def key_list(widget: QWidget) -> QDialog:
    """What `keys_of` knows, as a small window beside which work goes on."""
    rows = "".join(
        f'<tr><td style="padding-right:16px"><b>{escape(key)}</b></td><td>{escape(text)}</td></tr>'
        for key, text in keys_of(widget)
    )
    dialog, scroll = QDialog(widget), QScrollArea()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Keys"))
    dialog.setObjectName("lwganetKeys")
    label = QLabel(f"<table>{rows}</table>")
    label.setMargin(8)
    scroll.setWidget(label)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(scroll)
    column.addWidget(buttons)
    fit(dialog, label.sizeHint() + QSize(40, 80))
    return dialog
