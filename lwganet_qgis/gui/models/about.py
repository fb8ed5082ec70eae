# SPDX-License-Identifier: GPL-3.0-or-later
"""A model's page in a window of its own, and the button beside a choice of models that opens it."""

from __future__ import annotations

from collections import Counter

from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ... import model_library
from ...core.errors import EngineError
from ...icons import icon
from ...texts import tr, translated
from ..explain import explained
from .page import tip
from .page_view import PageView
from .rows import Row, row_of


def row_by_id(model_id: str) -> Row | None:
    """None: it is not at hand."""
    for card in model_library.cards():
        if card.id == model_id:
            try:
                return row_of(card)
            except (EngineError, OSError):
                return None
    return None


class AboutDialog(QDialog):
    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translated(row.entry.title))
        self.setWindowIcon(icon("lwganet"))
        self.page = PageView(self)
        self.page.show_row(row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(660, 620)


class AboutButton(QToolButton):
    """Beside a combo box whose items have ids of models as their data."""

    def __init__(self, combo: QComboBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = combo
        self.dialog: AboutDialog | None = None
        self.setText(tr("About…"))
        explained(self, tr("About this model: what it knows, how good it is, on what terms."))
        self.clicked.connect(self.show_about)
        combo.currentIndexChanged.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """The tooltip of the choice says what is chosen."""
        row = row_by_id(str(self._combo.currentData() or ""))
        self.setEnabled(row is not None)
        if row is not None:
            self._combo.setToolTip(tip(row))

    def show_about(self) -> None:
        row = row_by_id(str(self._combo.currentData() or ""))
        if row is None:
            self.refresh()
            return
        self.dialog = AboutDialog(row, self.window())
        self.dialog.show()


class ModelChoice(QWidget):
    """A combo box of the models of a task, the default first, and the button beside it."""

    def __init__(self, task: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = QComboBox()
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(12)  # what stands beside it must stay in sight
        cards = model_library.cards(task)
        titles = Counter(card.title for card in cards)
        for card in cards:
            title = translated(card.title)
            self.combo.addItem(title if titles[card.title] == 1 else f"{title} [{card.id}]", card.id)
        self.about = AboutButton(self.combo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo, 1)
        row.addWidget(self.about)
