# SPDX-License-Identifier: GPL-3.0-or-later
"""Engines of set-ups: which one is used, how large they are; others can be used again or deleted."""

from __future__ import annotations

from qgis.PyQt.QtCore import QThread, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QGroupBox, QLabel, QMessageBox, QPushButton, QWidget

from ... import settings
from ...engine.pythons.environments import Environment, discard, environments, prefer
from ...engine.pythons.kinds import kind_of
from ...engine.setup.job import megabytes
from ..explain import explained


class _Sizes(QThread):
    """Walking through thousands of files takes a while on a busy disk."""

    measured = pyqtSignal(str, float)

    def __init__(self, found: list[Environment], parent: QWidget) -> None:
        super().__init__(parent)
        self._found = found

    def run(self) -> None:
        for environment in self._found:
            if self.isInterruptionRequested():
                return
            self.measured.emit(str(environment.folder), float(environment.size()))


class OlderEngines(QGroupBox):
    """Hidden while there is nothing to choose from."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Engines on this computer"))
        self.grid = QGridLayout(self)
        self.grid.setColumnStretch(0, 1)
        self._labels: dict[str, QLabel] = {}
        self._sizes: _Sizes | None = None

    def refresh(self, used: str) -> None:
        """`used`: the Python that is used."""
        self.stop()
        while self.grid.count():
            widget = self.grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        found = environments(settings.engine_folder())
        self._labels = {}
        for row, environment in enumerate(found):
            self._add(row, environment, str(environment.python) == used)
        self.setVisible(bool(found))
        if found:
            self._sizes = _Sizes(found, self)
            self._sizes.measured.connect(self._show_size)
            self._sizes.start()

    def _show_size(self, folder: str, size: float) -> None:
        if folder in self._labels:  # what was measured may be gone meanwhile
            self._labels[folder].setText(megabytes(size))

    def _add(self, row: int, environment: Environment, used: bool) -> None:
        try:
            title = kind_of(environment.kind).title
        except KeyError:
            title = environment.kind
        notes = [self.tr("in use")] if used else []
        notes += [] if environment.current else [self.tr("of another version of the plugin")]
        label = QLabel(f"{title} ({', '.join(notes)})" if notes else title)
        label.setToolTip(str(environment.folder))
        size = self._labels[str(environment.folder)] = QLabel("…")
        self.grid.addWidget(label, row, 0)
        self.grid.addWidget(size, row, 1)
        use = explained(QPushButton(self.tr("Use")), self.tr("Runs models with this engine from now on."))
        use.setEnabled(not used and environment.current and environment.whole)
        use.clicked.connect(lambda *_: self._use(environment))
        delete = explained(QPushButton(self.tr("Delete…")), self.tr("Removes this engine's files."))
        delete.clicked.connect(lambda *_: self._delete(environment, title, used))
        self.grid.addWidget(use, row, 2)
        self.grid.addWidget(delete, row, 3)

    def _use(self, environment: Environment) -> None:
        prefer(environment)
        settings.set_engine_python("")
        self.changed.emit()

    def _delete(self, environment: Environment, title: str, used: bool) -> None:
        text = self.tr("Delete the engine {} in {}?").format(title, environment.folder)
        if used:
            text += " " + self.tr("It is in use: no model runs until there is another.")
        buttons = QMessageBox.StandardButton
        if QMessageBox.question(self, self.title(), text, buttons.Yes | buttons.No) == buttons.Yes:
            discard(environment.folder)
            self.changed.emit()

    def stop(self) -> None:
        """Ends what still measures."""
        if self._sizes is not None:
            self._sizes.requestInterruption()
            self._sizes.wait()
            self._sizes = None
