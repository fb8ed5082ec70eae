# SPDX-License-Identifier: GPL-3.0-or-later
"""The models as rows of a list: those at hand, then those of catalogues, and which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from qgis.PyQt.QtCore import QSize, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QIcon, QStandardItem, QStandardItemModel

from ... import model_library, model_settings
from ...catalogue.at_hand import entry_at_hand
from ...compat import flag_value
from ...core.cards.card import ModelCard
from ...core.catalogue.catalogue import Catalogue
from ...core.catalogue.entry import OTHER, Entry
from ...core.errors import EngineError
from ...icons import icon_path
from ...model_settings import CatalogueSetting
from ...texts import tr, translated

ROW = flag_value(Qt.ItemDataRole.UserRole) + 1
_SORTED_BY = ROW + 1
_ICONS = {"classification": "classify", "segmentation": "segment", "change": "change", "detection": "detect"}


LONGEST = 24
"""Letters of where a model comes from that the list has room for."""


class Origin(Enum):
    BUNDLED = "bundled"
    MINE = "mine"
    CATALOGUE = "catalogue"


@dataclass(frozen=True)
class Row:
    entry: Entry
    origin: Origin
    card: ModelCard | None = None
    """Of a model at hand."""
    setting: CatalogueSetting | None = None
    """The catalogue that it is in."""
    catalogue: str = ""
    """Its title."""

    @property
    def is_default(self) -> bool:
        return self.card is not None and model_library.default_id(self.card.task) == self.card.id

    @property
    def chosen(self) -> bool:
        """Whether the user made it the default."""
        return self.card is not None and model_settings.default_model(self.card.task) == self.card.id


def origin_name(origin: Origin) -> str:
    names = {Origin.BUNDLED: tr("bundled"), Origin.MINE: tr("mine"), Origin.CATALOGUE: tr("catalogue")}
    return names[origin]


def task_title(task: str) -> str:
    titles = {
        "classification": tr("Scene classification"), "segmentation": tr("Segmentation"),
        "change": tr("Change detection"), "detection": tr("Object detection"), OTHER: tr("Another task"),
    }  # fmt: skip
    return titles[task]


def gsd_text(entry: Entry) -> str:
    """Ground metres of a pixel; empty: not known."""
    if entry.gsd_range is not None:
        low, high = entry.gsd_range
        return tr("{} to {} m").format(f"{low:g}", f"{high:g}")
    return tr("{} m").format(f"{entry.gsd:g}") if entry.gsd is not None else ""


def row_of(card: ModelCard) -> Row:
    """Raises ModelError or OSError where its card has gone meanwhile."""
    return Row(entry_at_hand(card), Origin.BUNDLED if model_library.is_bundled(card) else Origin.MINE, card)


def at_hand() -> list[Row]:
    found = []
    for card in model_library.cards():
        try:
            found.append(row_of(card))
        except (EngineError, OSError):
            continue  # it has gone meanwhile
    return found


def to_be_had(catalogue: Catalogue, setting: CatalogueSetting, here: Iterable[Row]) -> list[Row]:
    """Those of a catalogue, less the very ones that are here."""
    files = {row.card.id: row.card.files for row in here if row.card is not None}
    return [
        Row(entry, Origin.CATALOGUE, None, setting, catalogue.title)
        for entry in catalogue.entries
        if entry.card is None or files.get(entry.id) != entry.card.files
    ]


def _task_icon(task: str) -> QIcon:
    """The same where its row is selected: Qt would tint it until it cannot be seen there."""
    path, made = icon_path(_ICONS.get(task, "lwganet")), QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        made.addFile(path, QSize(), mode)
    return made


class RowsModel(QStandardItemModel):
    def show_rows(self, rows: Iterable[Row]) -> None:
        self.clear()
        self.setHorizontalHeaderLabels([tr("Model"), tr("Pixel"), tr("From")])
        for row in rows:
            self.appendRow(self._items(row))

    def _items(self, row: Row) -> list[QStandardItem]:
        entry = row.entry
        where = row.catalogue if row.origin is Origin.CATALOGUE else origin_name(row.origin)
        title, from_where = translated(entry.title), where if len(where) <= LONGEST else f"{where[: LONGEST - 1]}…"
        texts = (title, gsd_text(entry), from_where)
        items = [QStandardItem(text) for text in texts]
        for item, text in zip(items, texts):
            item.setEditable(False)
            item.setToolTip(f"{text}, {task_title(entry.task)}" if item is items[0] else text)
            item.setData(text.casefold(), _SORTED_BY)
        items[0].setIcon(_task_icon(entry.task))
        items[0].setData(row, ROW)
        items[2].setToolTip(where)
        items[1].setData(entry.gsd or (entry.gsd_range or (0.0,))[0], _SORTED_BY)
        if row.chosen:
            font = items[0].font()
            font.setBold(True)
            items[0].setFont(font)
            items[0].setToolTip(tr("{}, the default for {}").format(title, model_library.task_name(entry.task)))
        return items


class Filter(QSortFilterProxyModel):
    """Which rows are shown: all words of the search, the task, the origin, and a pixel's size that it is good for."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.words: list[str] = []
        self.task = ""
        self.origin: Origin | None = None
        self.gsd = 0.0
        self.setSortRole(_SORTED_BY)

    def search(self, *, text: str, task: str, origin: Origin | None, gsd: float) -> None:
        """Empty, None and 0 stand for any."""
        self.words, self.task, self.origin, self.gsd = text.casefold().split(), task, origin, gsd
        self.invalidateFilter()

    def filterAcceptsRow(self, number: int, parent: Any) -> bool:  # noqa: N802
        source = self.sourceModel()
        row = source.data(source.index(number, 0, parent), ROW)
        return row is not None and self.accepts(row)

    def accepts(self, row: Row) -> bool:
        entry = row.entry
        if (self.task and entry.task != self.task) or (self.origin is not None and row.origin is not self.origin):
            return False
        if self.gsd and entry.gsd_range is not None and not entry.gsd_range[0] <= self.gsd <= entry.gsd_range[1]:
            return False
        shown = [entry.title, *(known.name for known in entry.classes)]
        said = " ".join([
            entry.id, entry.title, entry.description, entry.license.name, task_title(entry.task), entry.trained.words,
            *entry.bands, *(known.name for known in entry.classes), *map(translated, shown),
        ]).casefold()  # fmt: skip
        return all(word in said for word in self.words)
