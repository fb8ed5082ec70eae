# SPDX-License-Identifier: GPL-3.0-or-later
"""A band of the raster for each that the model wants, by name; scripts write their numbers, e.g. 4,3,2."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from ...algorithms.parameters import checks
from ...algorithms.parameters.band_names import band_name
from ...core.cards.card import ModelCard
from ...core.errors import EngineError
from ...texts import tr
from .widget import ParameterWidget, narrow, raster_of, text_of

AUTOMATIC, CHOSEN, WRITTEN = range(3)
OF_SERVICES = 4
"""Tile services deliver red, green, blue and alpha, whatever QGIS counts."""


class BandsWidget(ParameterWidget):
    FOLLOWS = ("MODEL", "INPUT", "BEFORE", "LAYERS")

    def build(self) -> QWidget:
        widget = QWidget()
        self.mode = narrow(QComboBox())
        self.mode.addItem(tr("By colour interpretation, else the first ones"), AUTOMATIC)
        self.mode.addItem(tr("As chosen here:"), CHOSEN)
        self.mode.currentIndexChanged.connect(self._show_rows)
        self.mode.currentIndexChanged.connect(self.changed)
        self.rows = QWidget()
        self._form = QFormLayout(self.rows)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.combos: list[QComboBox] = []
        self._wanted: tuple[str, ...] = ()
        self._there: tuple[str, ...] = ()
        self._written = ""
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.mode)
        column.addWidget(self.rows)
        self._show_rows()
        return widget

    def _show_rows(self, *_: Any) -> None:
        self.rows.setVisible(self.mode.currentData() == CHOSEN)

    def refresh(self) -> None:
        there = _bands_of(self._raster())
        wanted = _wanted(self.card())
        if (wanted, there) == (self._wanted, self._there):
            return
        numbers = self._numbers() if len(wanted) == len(self.combos) else list(range(1, len(wanted) + 1))
        self._wanted, self._there = wanted, there
        while self._form.rowCount():
            self._form.removeRow(0)
        self.combos = [narrow(QComboBox()) for _ in wanted]
        for name, combo in zip(wanted, self.combos):
            self._form.addRow(name, combo)
            for number, band in enumerate(there or wanted, 1):
                combo.addItem(band if there else tr("Band {}").format(number), number)
        self._show_numbers(numbers)
        for combo in self.combos:
            combo.currentIndexChanged.connect(self.changed)

    def _raster(self) -> QgsRasterLayer | None:
        for name in self.FOLLOWS[1:]:
            value = self.other(name)
            found = raster_of(value[0] if isinstance(value, list) and value else value)
            if found is not None:
                return found
        return None

    def _numbers(self) -> list[int]:
        return [combo.currentData() for combo in self.combos]

    def _show_numbers(self, numbers: Any) -> None:
        for combo, number in zip(self.combos, numbers):
            index = combo.findData(number)
            if index < 0:
                combo.addItem(tr("Band {} (the raster has none)").format(number), number)
                index = combo.count() - 1
            combo.setCurrentIndex(index)

    def show_value(self, value: Any) -> None:
        if isinstance(value, (list, tuple)):
            value = ",".join(map(str, value))
        text = text_of(value).strip()
        while self.mode.count() > WRITTEN:
            self.mode.removeItem(WRITTEN)
        if not text:
            self.mode.setCurrentIndex(AUTOMATIC)
            return
        try:
            numbers = checks.parse_bands(text)
        except EngineError:
            numbers = ()
        if numbers and len(numbers) == len(self.combos):
            self._show_numbers(numbers)
            self.mode.setCurrentIndex(CHOSEN)
        else:
            self._written = text
            self.mode.addItem(tr("As written: {}").format(text), WRITTEN)
            self.mode.setCurrentIndex(WRITTEN)

    def chosen(self) -> Any:
        mode = self.mode.currentData()
        if mode == CHOSEN:
            return ",".join(map(str, self._numbers())) or None
        return self._written if mode == WRITTEN else None


def _wanted(card: ModelCard | None) -> tuple[str, ...]:
    """Names of the model's bands, for people."""
    bands = card.takes.input.bands if card is not None else ("red", "green", "blue")
    return tuple(map(band_name, bands))


def _bands_of(layer: QgsRasterLayer | None) -> tuple[str, ...]:
    if layer is None:
        return ()
    if layer.providerType() == "wms":
        return tuple(tr("Band {}").format(number) for number in range(1, OF_SERVICES + 1))
    return tuple(_name_of(layer, number) for number in range(1, layer.bandCount() + 1))


def _name_of(layer: QgsRasterLayer, number: int) -> str:
    name, provider = layer.bandName(number), layer.dataProvider()
    meaning = provider.colorInterpretationName(number) if provider is not None else ""
    known = meaning in ("Red", "Green", "Blue") and meaning.lower() not in name.lower()
    return f"{name} ({band_name(meaning)})" if known else name
