# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own catalogues: added by URL or path, with an authentication of QGIS where one is needed."""

from __future__ import annotations

from qgis.gui import QgsAuthConfigSelect, QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .... import model_settings
from ....catalogue.sources import setting_of
from ....core.errors import ModelError
from ....icons import icon
from ....texts import told
from ...explain import explained


class CataloguesDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Catalogues of models"))
        self.setWindowIcon(icon("lwganet"))
        self._settings = model_settings.catalogues()
        self.list = explained(QListWidget(), self.tr("Catalogues besides the one that comes with the plugin."))
        self.remove = explained(
            QPushButton(self.tr("Remove")), self.tr("Forgets the chosen catalogue; models that you got from it stay.")
        )
        self.place = explained(
            QgsFileWidget(),
            self.tr("A catalogue.json or a STAC item or collection of models, by its URL or as a file; or a model "
                    "definition of Esri (.emd, .dlpk) as a file, which is read as a description alone."),
        )  # fmt: skip
        kinds = self.tr("Catalogues and descriptions") + " (*.json *.geojson *.emd *.dlpk)"
        self.place.setFilter(f"{kinds};;{self.tr('All files')} (*)")
        line = self.place.findChild(QLineEdit)
        line.setPlaceholderText(self.tr("https://… or a file"))
        self.authentication = explained(
            QgsAuthConfigSelect(), self.tr("How to sign in to the catalogue's server, where it asks who you are.")
        )
        self.add = explained(QPushButton(self.tr("Add")), self.tr("Adds the catalogue to the list."))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self._lay_out()
        self.add.clicked.connect(self.add_place)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))
        self._show()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        trust = QLabel(
            self.tr("A catalogue says which models there are and where they lie. Add those of people that you trust.")
        )
        trust.setWordWrap(True)
        column, form, row, below = QVBoxLayout(self), QFormLayout(), QHBoxLayout(), QHBoxLayout()
        form.addRow(self.tr("Address or file"), self.place)
        form.addRow(self.tr("Sign in with"), self.authentication)
        for line, button in ((row, self.add), (below, self.remove)):
            line.addStretch(1)
            line.addWidget(button)
            button.setAutoDefault(False)
        column.addWidget(trust)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column.addLayout(form)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.resize(560, 420)

    def _show(self) -> None:
        self.list.clear()
        self.list.addItems([setting.place for setting in self._settings])
        self.remove.setEnabled(False)

    def add_place(self) -> bool:
        """Whether what was given could be added; else it is said."""
        try:
            setting = setting_of(self.place.filePath(), self.authentication.configId())
        except ModelError as error:
            self.problem.setText(told(error))
            return False
        self._settings = [known for known in self._settings if known.place != setting.place] + [setting]
        self.problem.clear()
        self.place.setFilePath("")
        self._show()
        return True

    def _remove(self) -> None:
        del self._settings[self.list.currentRow()]
        self._show()

    def accept(self) -> None:
        """Takes what still stands in the field, too."""
        if self.place.filePath().strip() and not self.add_place():
            return
        model_settings.set_catalogues(self._settings)
        super().accept()

