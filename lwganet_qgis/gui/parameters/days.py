# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of the images of a series: written, or their days chosen from calendars."""

from __future__ import annotations

from qgis.core import QgsRasterLayer
from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from ...engine.layers import dates
from ...texts import tr
from ..explain import explained
from .text import TextWidget
from .widget import raster_of

DAY = "yyyy-MM-dd"


class DaysWidget(TextWidget):
    FOLLOWS = ("LAYERS",)

    def build(self) -> QWidget:
        super().build()
        self.days = explained(
            QPushButton(tr("Days…")),
            tr("When each of the chosen images was taken, from calendars; what the layers say is filled in."),
        )
        self.days.clicked.connect(self._ask)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.days)
        return both

    def images(self) -> list[QgsRasterLayer]:
        chosen = self.other("LAYERS")
        found = [raster_of(value) for value in (chosen if isinstance(chosen, list) else [chosen])]
        return [layer for layer in found if layer is not None]

    def _ask(self) -> None:
        dialog = DaysDialog(self.images(), self.line.window())
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.fields:
            self.line.setText(",".join(dialog.names()))


class DaysDialog(QDialog):
    """A calendar for each image; one that is left empty keeps what the layer says, or its name."""

    def __init__(self, layers: list[QgsRasterLayer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Days of the images"))
        form = QFormLayout(self)
        if not layers:
            form.addRow(QLabel(tr("Choose the images first.")))
        self.fields: list[tuple[str, QgsDateEdit]] = []
        for layer in layers:
            known, field = dates.guess(layer), QgsDateEdit()
            field.setDisplayFormat(DAY)
            field.setCalendarPopup(True)
            field.setAllowNull(True)
            day = QDate.fromString(known, DAY)
            if day.isValid():
                field.setDate(day)
            else:
                field.clear()
            name = layer.name().replace(",", " ")  # what stands between names cannot be in one
            self.fields.append((known or name, field))
            form.addRow(layer.name(), field)
        buttons = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        form.addRow(box)

    def names(self) -> list[str]:
        days = [(kept, field.date()) for kept, field in self.fields]
        return [day.toString(DAY) if day.isValid() else kept for kept, day in days]
