# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that imports a model: a file, what it holds, what has to be said of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ... import model_library, settings
from ...core.cards.card import read_card
from ...core.jobs.inspection import InspectionResult
from ...engine.client import Engine
from ...engine.environment import find_python
from ...engine.tool_run import ToolRun
from ...icons import icon
from ..engine import open_setup_window
from ..explain import explained
from ..help import help_button
from ..signs import GOOD, WRONG, signed
from .checkpoint_page import CheckpointPage
from .graph_page import GraphPage
from .look import Look

KINDS = "(*.onnx *.pth *.pt *.ckpt *.tar *.safetensors)"
SHARE = 0.9
"""Of the screen, that the window may take."""
FINE = 1000
"""Steps of the progress bar."""


class ImportDialog(QDialog):
    imported = pyqtSignal(str)
    """Id of a model that is at hand now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lwganetImport")
        self.setWindowTitle(self.tr("Import a model"))
        self.setWindowIcon(icon("lwganet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._engine = Engine(lambda: find_python(settings.engine_python(), settings.engine_folder()))
        self._work: Look | ToolRun | None = None
        self._found: tuple[str, InspectionResult] | None = None
        """The file that was read, and what it holds."""
        self._make()
        self._lay_out()
        self._connect()
        self._say(GOOD, "")
        self.refresh()

    def _make(self) -> None:
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_up = explained(
            QPushButton(self.tr("Set up the engine…")), self.tr("The program that reads and runs models.")
        )
        self.file = explained(QgsFileWidget(), self.tr("As it was downloaded or exported."))
        self.file.setFilter(f"{self.tr('Models')} {KINDS};;{self.tr('All files')} (*)")
        self.file.setDialogTitle(self.tr("Import a model"))
        self.graph, self.checkpoint, self.nothing = GraphPage(), CheckpointPage(), QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.name = explained(QLineEdit(), self.tr("By this name the model will be in the tools' lists."))
        self.license = explained(QLineEdit(), self.tr("Of the weights. It is shown whenever the model runs."))
        self.license.setPlaceholderText(self.tr("as the file or its authors say"))
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.start = QPushButton(self.tr("Import"))
        self.stop = QPushButton(self.tr("Cancel"))
        self.buttons.addButton(self.start, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.stop, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(help_button("importing.md"), QDialogButtonBox.ButtonRole.HelpRole)
        self.start.setDefault(True)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for page in (self.nothing, self.graph, self.checkpoint):
            column.addWidget(page)
        self.ends = QWidget()
        form = QFormLayout(self.ends)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Name of the model"), self.name)
        form.addRow(self.tr("Licence"), self.license)
        column.addWidget(self.ends)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        top = QFormLayout()
        top.addRow(self.tr("File"), self.file)
        whole.addLayout(top)
        whole.addWidget(self.said)
        whole.addWidget(self.set_up, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(scroll, 1)
        for widget in (self.missing, self.bar, self.buttons):
            whole.addWidget(widget)
        _align(self.graph.form, self.checkpoint.form, form)
        room = (self.parentWidget() or self).screen().availableGeometry().size()
        self.resize(QSize(620, 680).boundedTo(room * SHARE))

    def _connect(self) -> None:
        self.file.fileChanged.connect(self.look)
        self.graph.edited.connect(self.refresh)
        self.checkpoint.edited.connect(self.refresh)
        self.name.textChanged.connect(lambda text: self.refresh())
        self.start.clicked.connect(self.import_model)
        self.stop.clicked.connect(self.cancel)
        self.buttons.rejected.connect(self.reject)
        self.set_up.clicked.connect(self._set_up)

    @property
    def busy(self) -> bool:
        return self._work is not None

    def choose(self, path: str) -> None:
        self.file.setFilePath(path)

    def look(self, path: str) -> None:
        """Reads a file, now or when what runs has ended."""
        self._say(GOOD, "")
        self._found = None
        if self._work is not None:
            self.cancel()
        elif path.strip():
            self._begin(Look(path.strip(), self._engine), self._seen)
        self.refresh()

    def _begin(self, work: Look | ToolRun, done: Any) -> None:
        self._work = work
        self.bar.setRange(0, 0)
        work.finished.connect(lambda: self._ended(work, done))
        work.start()
        self.refresh()

    def _ended(self, work: Look | ToolRun, done: Any) -> None:
        self._work = None
        done(work)
        self.refresh()

    def _seen(self, work: Look) -> None:
        path = self.file.filePath().strip()
        if work.path != path:
            return self.look(path)
        if work.result is None:
            if not work.feedback.isCanceled():
                self._say(WRONG, work.error)
            return None
        self._found = (path, work.result)
        self.name.setText(Path(path).stem if work.result.graph else "")
        self.name.setPlaceholderText("" if work.result.graph else self.tr("made of network and data set"))
        self.license.setText(work.result.license)
        if work.result.graph:
            self.graph.start(work.result)
        return None

    @property
    def page(self) -> GraphPage | CheckpointPage | None:
        """None: there is nothing to say."""
        if self._found is None:
            return None
        return self.graph if self._found[1].graph else self.checkpoint

    def refresh(self) -> None:
        page = self.page
        for other in (self.nothing, self.graph, self.checkpoint):
            other.setVisible(other is (page or self.nothing))
            other.setEnabled(not self.busy)
        self.ends.setVisible(page is not None)
        self.nothing.setText(
            self.tr("The file is being read and tried on images…") if self.busy and self._found is None else
            self.tr("Choose an ONNX file of any tool, or a checkpoint of LWGANet, LSKNet or LRFormer.")
        )  # fmt: skip
        missing = self._missing(page)
        self.missing.setText("\n".join(missing))
        self.missing.setVisible(bool(missing) and not self.busy)
        self.start.setEnabled(page is not None and not missing and not self.busy)
        self.stop.setVisible(self.busy)
        self.bar.setVisible(self.busy)
        self.ends.setEnabled(not self.busy)
        self.file.setEnabled(not isinstance(self._work, ToolRun))

    def _missing(self, page: GraphPage | CheckpointPage | None) -> list[str]:
        if page is None:
            return []
        found = page.missing()
        if self.name.text().strip().lower() in [card.id for card in model_library.cards()]:
            found.append(self.tr("A model is called {} already: choose another name.").format(self.name.text().strip()))
        return found

    def parameters(self) -> dict[str, Any]:
        """Of the import's tool."""
        page = self.page
        return {
            "CHECKPOINT": self._found[0] if self._found else "",
            "NAME": self.name.text().strip(),
            "LICENSE": self.license.text().strip(),
            **(page.parameters() if page is not None else {}),
        }

    def import_model(self) -> None:
        self._say(GOOD, "")
        run = ToolRun("importcheckpoint", self.parameters(), self._engine, None)
        run.progressed.connect(lambda share: self.bar.setValue(round(share * FINE)))
        self._begin(run, self._finished)
        self.bar.setRange(0, FINE)
        self.bar.setValue(0)

    def _finished(self, run: ToolRun) -> None:
        run.finish()
        if run.error and not run.cancelled:
            self._say(WRONG, run.error)
        elif not run.cancelled:
            card = read_card(Path(run.results["FOLDER"]))
            self.file.setFilePath("")
            text = self.tr("{} can be used now, for {}.").format(card.title, model_library.task_name(card.task))
            self._say(GOOD, text)
            self.imported.emit(card.id)
        run.release()

    def _say(self, sign: tuple[str, str], text: str) -> None:
        self.said.setText(signed(sign, text))
        self.said.setVisible(bool(text))
        self.set_up.setVisible(sign == WRONG and self._engine.fault)

    def _set_up(self) -> None:
        window = open_setup_window(self)
        window.engineChanged.connect(lambda: self.look(self.file.filePath()))

    def cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def done(self, result: int) -> None:
        """Waits for what runs, a cancelled run's grace at the most, so that no process is left."""
        work, self._work = self._work, None
        if work is not None:
            work.finished.disconnect()
            work.cancel()
            work.wait()
        self._engine.close()
        super().done(result)


def _align(*forms: QFormLayout) -> None:
    """Labels of one width."""
    labels = [
        form.itemAt(row, QFormLayout.ItemRole.LabelRole).widget() for form in forms for row in range(form.rowCount())
    ]  # fmt: skip
    for label in labels:
        label.setMinimumWidth(max(other.sizeHint().width() for other in labels))
