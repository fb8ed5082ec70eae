# SPDX-License-Identifier: GPL-3.0-or-later
"""The changes of a review as a table that can be sorted, filtered, decided on and undone.

The model keeps the order, so that sorting 20,000 rows is one call of Python's; the filter only
hides rows and passes sorting on. Rows stay where they are when a verdict changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from .... import compat
from ....core.errors import OutputError
from ....numbers import shown
from .changes import Change, Polygon, Verdict
from .store import COLOURS, ReviewStore

NUMBER, AREA, PROBABILITY, REVIEW, NOTE = range(5)
SORT_ROLE = int(Qt.ItemDataRole.UserRole)
"""Raw value of a cell."""
FID_ROLE = SORT_ROLE + 1
_KEYS = {
    NUMBER: lambda change: change.fid, AREA: lambda change: change.area, PROBABILITY: lambda change: change.probability,
    REVIEW: lambda change: change.verdict.value, NOTE: lambda change: change.note.casefold(),
}  # fmt: skip


class _Said(compat.QUndoCommand):
    """Verdicts or notes that are in the store already; undo and redo swap what was and what is."""

    def __init__(self, model: ReviewModel, text: str, before: Any) -> None:
        super().__init__(text)
        self._model, self._other, self._done = model, before, False

    def redo(self) -> None:
        if self._done:
            self.undo()
        self._done = True  # the stack calls this once when it is pushed

    def undo(self) -> None:
        found = self._model.put_back(self._other)
        if found is None:
            self.setObsolete(True)
        else:
            self._other = found


class _Reshaped(_Said):
    """Polygons that are in the store already."""

    def undo(self) -> None:
        found = self._model.put_shapes(self._other)
        if found is None:
            self.setObsolete(True)
        else:
            self._other = found


class ReviewModel(QAbstractTableModel):
    changed = pyqtSignal(list)
    """Fids whose verdict or note is another now."""
    reshaped = pyqtSignal(list)
    """Fids of polygons that are others now, gone ones left out; all rows are new."""
    failed = pyqtSignal(str)
    """Why something could not be saved; nothing has changed then."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.store: ReviewStore | None = None
        self.stack = compat.QUndoStack(self)
        self.sorted_by = (AREA, Qt.SortOrder.DescendingOrder)
        self._fids: list[int] = []
        self._rows: dict[int, int] = {}

    def set_store(self, store: ReviewStore | None) -> None:
        self.beginResetModel()
        self.store = store
        self.stack.clear()
        self._fids = []
        self._order()
        self.endResetModel()

    def change(self, row: int) -> Change:
        return self.store.change(self._fids[row])

    def fid(self, row: int) -> int:
        return self._fids[row]

    def row(self, fid: int) -> int:
        """-1 where there is no such change."""
        return self._rows.get(fid, -1)

    def decide(self, fids: Iterable[int], verdict: Verdict) -> bool:
        """Saves at once; undone as one. Those that have this verdict already are left alone."""
        wanted = [fid for fid in fids if self.store.change(fid).verdict is not verdict]
        if not wanted:
            return True
        text = self.tr("{verdict}: {count}").format(verdict=verdict.title, count=len(wanted))
        return self._say(text, lambda: self.store.decide(wanted, verdict))

    def note(self, fid: int, text: str) -> bool:
        if text == self.store.change(fid).note:
            return True
        return self._say(self.tr("Note on {}").format(fid), lambda: [self.store.note(fid, text)])

    def put_back(self, changes: list[Change]) -> list[Change] | None:
        """What they were until now; None where it could not be saved."""
        try:
            before = self.store.put_back(changes)
        except OutputError as error:
            self.failed.emit(str(error))
            return None
        self._tell([change.fid for change in changes])
        return before

    def reshape(self, text: str, wanted: Mapping[int, Polygon | None]) -> bool:
        """Saves at once; undone as one."""
        before = self.put_shapes(wanted)
        if before is not None:
            self.stack.push(_Reshaped(self, text, before))
        return before is not None

    def put_shapes(self, wanted: Mapping[int, Polygon | None]) -> dict[int, Polygon | None] | None:
        """What they were until now; None where it could not be saved."""
        try:
            before = self.store.put(wanted)
        except OutputError as error:
            self.failed.emit(str(error))
            return None
        self.beginResetModel()
        self._order()
        self.endResetModel()
        self.reshaped.emit([fid for fid, polygon in wanted.items() if polygon is not None])
        return before

    def _say(self, text: str, act: Any) -> bool:
        try:
            before = act()
        except OutputError as error:
            self.failed.emit(str(error))
            return False
        self.stack.push(_Said(self, text, before))
        self._tell([change.fid for change in before])
        return True

    def _tell(self, fids: list[int]) -> None:
        rows = [self._rows[fid] for fid in fids]
        self.dataChanged.emit(self.index(min(rows), REVIEW), self.index(max(rows), NOTE))
        self.changed.emit(fids)

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._fids)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and section == PROBABILITY and role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Probability of change, 0 to 1: the mean over the polygon")
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        area = self.tr("Area (px)") if self.store is not None and self.store.in_pixels else self.tr("Area (m²)")
        return (self.tr("No."), area, self.tr("P"), self.tr("Review"), self.tr("Note"))[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        change, column = self.change(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(change, column)
        if role == Qt.ItemDataRole.EditRole:
            return change.note if column == NOTE else None
        if role == SORT_ROLE:
            return _KEYS[column](change)
        if role == FID_ROLE:
            return change.fid
        if role == Qt.ItemDataRole.DecorationRole and column == REVIEW:
            return QColor(COLOURS[change.verdict])
        if role == Qt.ItemDataRole.TextAlignmentRole and column < REVIEW:
            return compat.flag_value(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and column == NOTE and change.note:
            return change.note
        if role == Qt.ItemDataRole.ToolTipRole and change.words:
            return "\n".join(
                self.tr("{who}: {verdict}, {when}").format(
                    who=word.who, verdict=word.verdict.title, when=word.when.replace("T", " ")
                )
                for word in change.words
            )
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if role != Qt.ItemDataRole.EditRole or index.column() != NOTE:
            return False
        return self.note(self.fid(index.row()), str(value).strip())

    def flags(self, index: QModelIndex) -> Any:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NOTE else flags

    def sort(self, column: int, order: Any = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self.sorted_by = (column, order)
        kept = self.persistentIndexList()
        fids = [self._fids[index.row()] for index in kept]
        self._order()
        moved = [self.index(self._rows[fid], index.column()) for fid, index in zip(fids, kept)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _order(self) -> None:
        """Equal values keep the order of their numbers, whichever way the column is sorted."""
        column, order = self.sorted_by
        changes = sorted(self.store.changes(), key=_KEYS[NUMBER]) if self.store is not None else []
        changes.sort(key=_KEYS[column], reverse=order == Qt.SortOrder.DescendingOrder)
        self._fids = [change.fid for change in changes]
        self._rows = {fid: row for row, fid in enumerate(self._fids)}


def _shown(change: Change, column: int) -> Any:
    if column == AREA:
        return shown(change.area, 1)
    if column == PROBABILITY:
        return shown(change.probability, 2)
    verdict = f"{change.verdict.title} ≠" if change.disputed else change.verdict.title
    return {NUMBER: str(change.fid), REVIEW: verdict, NOTE: change.note}[column]


class ReviewFilter(QSortFilterProxyModel):
    """What is on show of a ReviewModel: by verdict, smallest area and smallest probability."""

    def __init__(self, model: ReviewModel, parent: Any = None) -> None:
        super().__init__(parent)
        self.verdicts = frozenset(Verdict)
        self.min_area = self.min_probability = 0.0
        self.disputed = False
        """Whether only those are on show of which reviewers think differently."""
        self.setSourceModel(model)

    def restrict(
        self, verdicts: Iterable[Verdict] = tuple(Verdict), min_area: float = 0.0, min_probability: float = 0.0,
        disputed: bool = False,
    ) -> None:  # fmt: skip
        self.verdicts, self.disputed = frozenset(verdicts), disputed
        self.min_area, self.min_probability = min_area, min_probability
        self.invalidateFilter()

    def accepts(self, change: Change) -> bool:
        return (
            change.verdict in self.verdicts
            and (change.disputed or not self.disputed)
            and change.area >= self.min_area
            and change.probability >= self.min_probability
        )

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # noqa: N802
        return self.accepts(self.sourceModel().change(row))

    def sort(self, column: int, order: Any = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < self.columnCount():
            self.sourceModel().sort(column, order)

    def fids(self) -> list[int]:
        model = self.sourceModel()
        return [model.fid(self.mapToSource(self.index(row, 0)).row()) for row in range(self.rowCount())]

    def index_of(self, fid: int, column: int = NUMBER) -> QModelIndex:
        """Invalid where it is not on show."""
        model = self.sourceModel()
        row = model.row(fid)
        return self.mapFromSource(model.index(row, column)) if row >= 0 else QModelIndex()

    def next(self, fid: int | None, step: int = 1, verdict: Verdict | None = None) -> int | None:
        """The one after (step 1) or before (-1) among those on show, with `verdict` if given; None at the end.

        `fid` need not be on show: where it has fallen out of the filter, the one that took its place comes next.
        Without `fid`: the first, or the last.
        """
        model = self.sourceModel()
        count = model.rowCount()
        row = -1 if step > 0 else count
        if fid is not None and model.row(fid) >= 0:
            row = model.row(fid)
        for place in range(row + step, count if step > 0 else -1, step):
            change = model.change(place)
            if (verdict is None or change.verdict is verdict) and self.accepts(change):
                return change.fid
        return None
