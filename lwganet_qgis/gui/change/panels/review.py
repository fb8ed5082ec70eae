# SPDX-License-Identifier: GPL-3.0-or-later
"""The review on screen: a table of changes, one key for each verdict, a note, and how far one has come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ....compat import QShortcut
from ....core.errors import EngineError
from ...explain import explained
from ...keys import on_key
from ..review.changes import Change, Verdict
from ..review.model import AREA, FID_ROLE, NUMBER, ReviewFilter, ReviewModel
from ..review.opinions import opinions
from ..review.store import ReviewStore
from .review_rows import DISPUTED, FilterRow, ProgressRow, VerdictRow
from .review_table import ReviewTable
from .shape_row import CUT_KEY, OUTLINE_KEY, UNITE_KEY, ShapeRow


class ReviewPanel(QWidget):
    """A decision is saved at once; `undo` takes it back, in the file too."""

    flyTo = pyqtSignal(QgsGeometry, QgsCoordinateReferenceSystem)  # noqa: N815
    """The current change has become another."""
    reviewed = pyqtSignal()
    """A verdict or note has become another."""
    emptied = pyqtSignal()
    """The review is another one, or none."""
    failed = pyqtSignal(str)
    """Why something could not be saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ReviewModel(self)
        self.shown = ReviewFilter(self.model, self)
        self._fid: int | None = None
        self._busy = False
        self._keys: list[QShortcut] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        self.filters, self.verdicts, self.progress = FilterRow(), VerdictRow(self.model.stack), ProgressRow()
        self.shapes, self.table = ShapeRow(), ReviewTable(self.model, self.shown)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.shapes.others.clicked.connect(self._ask_for_other)
        layout.addWidget(self.filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.verdicts)
        layout.addWidget(self.shapes)
        row = QHBoxLayout()
        label = QLabel(self.tr("Note"))
        label.setBuddy(self._note())
        row.addWidget(label)
        row.addWidget(self.note, 1)
        layout.addLayout(row)
        layout.addWidget(self.progress)
        self.filters.changed.connect(self._restrict)
        self.verdicts.decided.connect(self.decide)
        self.verdicts.stepped.connect(self._step)
        self.model.changed.connect(self._changed)
        self.model.reshaped.connect(self._reshaped)
        self.model.failed.connect(self.failed)
        self.set_store(None)

    def set_store(self, store: ReviewStore | None) -> None:
        """None: nothing to review; the panel is disabled. The caller closes the store. The first open one is shown."""
        if self.model.store is not None and self.model.store.is_open:
            self._note_done()
        self._fid = None
        self.emptied.emit()
        with self._moving():
            self.model.set_store(store)
        self.filters.set_unit(self.tr("px") if store is not None and store.in_pixels else self.tr("m²"))
        self.setEnabled(store is not None)
        self._show_current()
        self._show_progress()
        first = self.shown.next(None, 1, Verdict.OPEN)
        if first is not None:
            self.go_to(first)

    def current(self) -> Change | None:
        return None if self._fid is None or self.model.store is None else self.model.store.change(self._fid)

    def state(self) -> dict[str, Any]:
        """For `restore`; plain values that JSON knows."""
        column, order = self.model.sorted_by
        return {
            "fid": self._fid, "column": column, "descending": order == Qt.SortOrder.DescendingOrder,
            **self.filters.state(),
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """What is missing in `state`, or no longer there, stays as it is."""
        self.filters.restore(state)
        descending = state.get("descending", True)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(int(state.get("column", AREA)), order)
        fid = state.get("fid")
        if isinstance(fid, int) and self.model.row(fid) >= 0:
            self.go_to(fid)

    def install_keys(self, widget: QWidget) -> None:
        """The keys work while `widget` or anything in it has the focus, but for fields that one types into."""
        for shortcut in self._keys:
            shortcut.deleteLater()
        stack = self.model.stack
        self._keys = [
            on_key(widget, keys, act, text)
            for keys, act, text in (
                ("A", self.accept, self.tr("Accept: it is a change")),
                ("R", self.reject, self.tr("Reject: nothing changed here")),
                ("U", self.unsure, self.tr("Unsure: to be looked at again")),
                ("N", self.next, self.tr("The next change")),
                ("P", self.previous, self.tr("The change before")),
                ("E", self._edit_note, self.tr("Write a note on the change")),
                (OUTLINE_KEY, self.shapes.outline.click, self.tr("Change the outline")),
                (CUT_KEY, self.shapes.cut.click, self.tr("Split the change along a line")),
                (UNITE_KEY, self.shapes.unite.click, self.tr("Merge the selected changes")),
                ("Ctrl+Z", stack.undo, self.tr("Take the last word back")),
                ("Ctrl+Shift+Z", stack.redo, self.tr("Give it again")),
            )
        ]

    def accept(self) -> None:
        self.decide(Verdict.ACCEPTED)

    def reject(self) -> None:
        self.decide(Verdict.REJECTED)

    def unsure(self) -> None:
        self.decide(Verdict.UNSURE)

    def decide(self, verdict: Verdict) -> None:
        """On all selected rows, then on to the next open one. With nothing chosen it only goes there."""
        fids = self.selected()
        if fids:
            with self._moving():
                saved = self.model.decide(fids, verdict)
            if not saved:
                return self.go_to(self._fid)
        last = fids[-1] if fids else None
        for found in (
            self.shown.next(last, 1, Verdict.OPEN), self.shown.next(None, 1, Verdict.OPEN),
            last if last is not None and self.shown.index_of(last).isValid() else None, self.shown.next(last),
            self.shown.next(last, -1),
        ):  # fmt: skip
            if found is not None:
                return self.go_to(found)
        self.go_to(None)

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def go_to(self, fid: int | None) -> None:
        self._note_done()  # not every button takes the focus from a note that is being typed
        index = self.shown.index_of(fid) if fid is not None else None
        with self._moving():
            if index is None or not index.isValid():
                self.table.clearSelection()
            else:
                self.table.selectRow(index.row())
                self.table.scrollTo(index)
        if fid != self._fid:
            self._fid = fid
            self._show_current()
            self._fly()

    def _step(self, step: int) -> None:
        found = self.shown.next(self._fid, step)
        if found is not None:
            self.go_to(found)

    def selected(self) -> list[int]:
        """In the table's order; the current one where it is not on show."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        fids = [self.shown.index(row, NUMBER).data(FID_ROLE) for row in rows]
        return fids or ([self._fid] if self._fid is not None else [])

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Rows that come and go move Qt's current row about: nothing flies meanwhile."""
        before, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = before

    def _row_chosen(self, index: Any, _before: Any) -> None:
        if not self._busy and index.isValid():
            self._fid = index.data(FID_ROLE)
            self._show_current()
            self._fly()

    def _fly(self) -> None:
        if self._fid is not None:
            geometry = self.model.store.geometry(self._fid)
            if not geometry.isNull():
                self.flyTo.emit(geometry, self.model.store.crs)

    def _changed(self, fids: list[int]) -> None:
        self._show_progress()
        if not self._busy and self._fid not in fids and self.shown.index_of(fids[0]).isValid():
            self.go_to(fids[0])  # what was undone is seen
        self._show_current()
        self.reviewed.emit()

    def _reshaped(self, fids: list[int]) -> None:
        """All rows are new."""
        self._fid = None
        self._show_progress()
        self.go_to(next((fid for fid in fids if self.shown.index_of(fid).isValid()), None))
        self._show_current()
        self.reviewed.emit()

    def _ask_for_other(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Another reviewer's copy of this review"), str(self.model.store.path.parent),
            self.tr("GeoPackage (*.gpkg)"),
        )  # fmt: skip
        if path:
            self.take_in(path)

    def take_in(self, path: str) -> None:
        """What another reviewer said in a copy of the review; what both see differently is listed then."""
        try:
            found = opinions(self.model.store, path)
        except EngineError as error:
            self.failed.emit(str(error))
            return
        if not found:
            self.failed.emit(self.tr("There is nothing in this copy that is not known here."))
        elif self.model.reshape(self.tr("Take in: {}").format(Path(path).name), found) and self.model.store.disputed():
            self.filters.verdict.setCurrentIndex(self.filters.verdict.findData(DISPUTED))

    def _edit_note(self) -> None:
        if self._fid is not None:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.note.selectAll()

    def _note_done(self) -> None:
        if self.note.isModified() and self._fid is not None and self.model.store is not None:
            self.note.setModified(False)
            with self._moving():
                self.model.note(self._fid, self.note.text().strip())

    def _restrict(self) -> None:
        with self._moving():
            self.shown.restrict(*self.filters.wanted())
        self.go_to(self._fid)
        self._show_progress()

    def _show_current(self) -> None:
        change = self.current()
        self.note.setEnabled(change is not None)
        self.note.setText(change.note if change is not None else "")

    def _show_progress(self) -> None:
        store = self.model.store
        counts = store.counts() if store is not None else dict.fromkeys(Verdict, 0)
        self.progress.show_counts(counts, sum(counts.values()) - self.shown.rowCount())

    def _note(self) -> QLineEdit:
        self.note = explained(QLineEdit(), self.tr("What there is to say of this change; Enter saves it."), "E")
        self.note.setClearButtonEnabled(True)
        self.note.editingFinished.connect(self._note_done)
        self.note.returnPressed.connect(self.table.setFocus)
        return self.note
