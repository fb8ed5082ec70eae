# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts and stops the model, and says how far it is."""

from __future__ import annotations

import time
from typing import Any

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....numbers import shown
from ...explain import explained
from ...keys import on_key
from ..state.state import LONG, ChangeState

FINE = 1000
"""Steps of the progress bar."""
PREVIEW_KEYS, WHOLE_KEYS = "Ctrl+Return", "Ctrl+Shift+Return"
TICK = 500
"""Milliseconds between two looks at the clock."""


class RunPanel(QWidget):
    stepWanted = pyqtSignal(str)  # noqa: N815
    """What a link of `text` leads to: tune, review."""

    def __init__(self, state: ChangeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._begun, self._fraction = 0.0, 0.0
        self.device = explained(
            QComboBox(), self.tr("What the model runs on; auto takes a graphics card where it can.")
        )
        self.device.setEditable(True)
        self.device.addItems(["auto", "cpu", "cuda", "directml"])
        self.device.setCurrentText(state.comparison.device)
        self.preview = explained(
            QPushButton(self.tr("Preview")), self.tr("Runs the model on what the maps show."), PREVIEW_KEYS
        )
        self.whole = explained(
            QPushButton(self.tr("Whole area")), self.tr("Runs the model on all of the chosen area."), WHOLE_KEYS
        )
        self.stop = explained(QPushButton(self.tr("Cancel")), self.tr("Stops the run; nothing is kept of it."), "Esc")
        self.bar = QProgressBar()
        self.bar.setRange(0, FINE)
        self.bar.setTextVisible(False)  # `text` says it, in the colour of text, in every theme
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.linkActivated.connect(self.stepWanted)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._tell)
        self._lay_out()
        self._connect()
        self.show_run()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Device"), self.device)
        row = QHBoxLayout()
        for button in (self.preview, self.whole, self.stop):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.text)

    def _connect(self) -> None:
        state = self.state
        self.device.currentTextChanged.connect(lambda text: state.change(device=text.strip() or "auto"))
        self.preview.clicked.connect(state.preview)
        self.whole.clicked.connect(state.run_whole)
        self.stop.clicked.connect(lambda: state.runner.cancel())
        state.findingsChanged.connect(self.show_run)
        state.runner.started.connect(self._begin)
        state.runner.progressed.connect(self._go_on)
        state.runner.stopped.connect(self._end)
        state.probabilityChanged.connect(self.show_run)
        state.storeChanged.connect(self.show_run)

    def install_keys(self, widget: QWidget) -> None:
        """The keys work while `widget` or anything in it has the focus."""
        on_key(widget, PREVIEW_KEYS, self.preview.click, self.tr("Run the model on what the maps show"))
        on_key(widget, WHOLE_KEYS, self.whole.click, self.tr("Run the model on the whole area"))

    def show_run(self, *_: Any) -> None:
        running = self.state.runner.kind
        self.preview.setEnabled(self.state.comparable and running not in LONG[1:])
        self.whole.setEnabled(self.preview.isEnabled())
        self.stop.setEnabled(running in LONG)
        self.bar.setVisible(running in LONG)
        if not running:
            self.text.setText(self._outcome())

    def _outcome(self) -> str:
        """Of the last run, and what comes next."""
        found, store = self.state.probability, self.state.store
        if found is None:
            return self.tr("Next: Preview shows what the model finds in view.") if self.state.comparable else ""
        took = self.tr("The whole area took {} s.") if found.whole else self.tr("The preview took {} s.")
        if not found.whole:
            after = self.tr('Next: <a href="tune">tune</a> it, then run the whole area.')
        elif store is None:
            after = self.tr('Next: <a href="tune">tune</a> it, then begin the <a href="review">review</a>.')
        else:
            after = self.tr('Next: go on with the <a href="review">review</a>.')
        return f"{took.format(shown(found.seconds, 1))}<br>{after}"

    def _begin(self, kind: str) -> None:
        self.show_run()
        if kind not in LONG:
            return
        self._begun, self._fraction = time.monotonic(), 0.0
        self.bar.setValue(0)
        self._clock.start()
        self._tell()

    def _go_on(self, fraction: float) -> None:
        if self._clock.isActive():
            self._fraction = fraction
            self.bar.setValue(round(fraction * FINE))
            self._tell()

    def _end(self, kind: str) -> None:
        if kind in LONG:
            self._clock.stop()
        self.show_run()

    def _tell(self) -> None:
        passed = time.monotonic() - self._begun
        if self._fraction <= 0.0:
            self.text.setText(self.tr("Starting…"))
            return
        left = passed / self._fraction - passed
        text = self.tr("{} % done, {} left, {} million pixels a second.")
        speed = self.state.pixels_asked * self._fraction / passed / 1e6
        self.text.setText(text.format(shown(100 * self._fraction), _clock_text(left), shown(speed, 2)))


def _clock_text(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"
