# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that sets up the engine: choice, progress, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ... import settings
from ...engine.environment import child_environment
from ...engine.offer import offer
from ...engine.pythons.environments import Environment
from ...engine.setup.job import SetUpJob
from ...engine.setup.network import installer_environment
from ...engine.setup.progress import Progress
from ...engine.setup.set_up import set_up, use
from ...engine.setup.wheels import make_wheels
from ...engine.state import adopt, engine_state, forget_tried, overruled
from ...icons import icon
from ..help import help_button
from .choose import ChoosePage
from .for_whom import ForWhom
from .older import OlderEngines
from .outcome import DonePage, FailurePage
from .running import RunningPage
from .work import Work


class SetUpWindow(QDialog):
    """One at a time; it may be closed while it works, which stops the work."""

    engineChanged = pyqtSignal()  # noqa: N815
    _open: ClassVar[Any] = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Engine"))
        self.setObjectName("lwganetEngine")
        self.setWindowIcon(icon("lwganet"))
        self.work: Work | None = None
        self.choose, self.older, self.running = ChoosePage(), OlderEngines(), RunningPage()
        self.failure, self.success = FailurePage(), DonePage()
        first = QWidget()
        column = QVBoxLayout(first)
        column.addWidget(self.choose)
        column.addWidget(self.older)
        column.addStretch()
        self.start = QScrollArea()
        self.start.setWidgetResizable(True)
        self.start.setFrameShape(QScrollArea.Shape.NoFrame)
        self.start.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.start.setWidget(first)
        self.pages = QStackedWidget()
        for page in (self.start, self.running, self.failure, self.success):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.addWidget(self.pages)
        column.addWidget(help_button("engine.md"), 0, Qt.AlignmentFlag.AlignLeft)
        self.resize(760, 470)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.choose.setUpWanted.connect(self.set_up)
        self.choose.pythonWanted.connect(self._ask_for_python)
        self.choose.wheelsWanted.connect(self._ask_for_wheels)
        self.choose.movedTo.connect(self._changed)
        self.choose.folderWanted.connect(self._ask_for_whom)
        self.older.changed.connect(self._changed)
        self.running.cancelWanted.connect(self._stop)
        self.failure.againWanted.connect(self.refresh)
        self.success.closeWanted.connect(self.close)
        self.success.toolWanted.connect(self._open_tool)

    @classmethod
    def show_one(cls, parent: QWidget | None = None) -> SetUpWindow:
        """The window that is open, or a new one."""
        if cls._open is None:
            cls._open = cls(parent)
        cls._open.show()
        cls._open.raise_()
        cls._open.activateWindow()
        return cls._open

    def refresh(self) -> None:
        """The choice, as things are now."""
        state = engine_state()
        self.choose.show_state(state)
        self.older.refresh(state.python)
        self.pages.setCurrentWidget(self.start)

    # What can be asked for

    def set_up(self, wheels: str = "") -> None:
        """Makes an engine of the kind that is chosen, from the index or from a folder of wheels."""
        job = SetUpJob(self.choose.kind, settings.engine_folder(), wheels)
        environ = installer_environment(job.root)
        title = self.tr("Setting up the engine: {}").format(job.kind.title)
        self._run(title, lambda progress: set_up(job, environ, progress), self._made)

    def use_python(self, path: str) -> None:
        """A Python of the user's, once it has passed."""
        environ = child_environment()
        title = self.tr("Trying {}").format(path)
        self._run(title, lambda progress: use(path, environ, progress), lambda _: self._take(path))

    def make_folder(self, asked: ForWhom, target: str) -> None:
        kind, platform, pythons = asked.asked
        environ = installer_environment(settings.engine_folder())

        def act(progress: Progress) -> Any:
            return make_wheels(kind, platform, pythons, Path(target), environ, progress)

        self._run(self.tr("Making a folder of wheels"), act, lambda made: self._folder_made(target, made))

    def _run(self, title: str, act: Callable[[Progress], Any], then: Callable[[Any], None]) -> None:
        if self.work is not None:
            return
        work = self.work = Work(act, self)
        self.running.follow(work, title)
        self.pages.setCurrentWidget(self.running)
        work.done.connect(lambda result: self._over(lambda: then(result)))
        work.failed.connect(lambda fault: self._over(lambda: self._failed(fault, work.progress.said)))
        work.cancelled.connect(lambda: self._over(self.refresh))
        work.start()

    def _over(self, then: Callable[[], None]) -> None:
        work, self.work = self.work, None
        if work is not None:
            work.wait()
            work.deleteLater()
            then()

    def _stop(self) -> None:
        if self.work is not None:
            self.work.stop()

    # What came of it

    def _made(self, environment: Environment) -> None:
        warning = adopt()
        self._changed()
        facts = self.tr("It is in {} and has passed its test.").format(environment.folder)
        self.success.congratulate(facts, warning)
        self.pages.setCurrentWidget(self.success)

    def _take(self, path: str) -> None:
        settings.set_engine_python(path)
        self._changed()
        self.success.congratulate(self.tr("{} has passed its test and is used from now on.").format(path), overruled())
        self.pages.setCurrentWidget(self.success)

    def _open_tool(self) -> None:
        import processing

        dialog = processing.createAlgorithmDialog("lwganet:segmentimage")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        self.close()

    def _folder_made(self, target: str, made: list[Path]) -> None:
        text = self.tr("{} files are in {}. Carry the folder to the other computer and choose there: Install from a "
                       "folder of wheels.")  # fmt: skip
        self.success.say(self.tr("The folder is ready"), text.format(len(made), target))
        self.pages.setCurrentWidget(self.success)

    def _failed(self, fault: Any, said: list[str]) -> None:
        self.failure.explain(fault, said)
        self.pages.setCurrentWidget(self.failure)

    def _changed(self, *_: Any) -> None:
        forget_tried()
        offer.reason = ""
        self.refresh()
        self.engineChanged.emit()

    # Questions

    def _ask_for_python(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Python of the engine"))
        if path:
            self.use_python(path)

    def _ask_for_wheels(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Folder of wheels"))
        if path:
            self.set_up(path)

    def _ask_for_whom(self) -> None:
        dialog = ForWhom(self.choose.kind.id, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            path = QFileDialog.getExistingDirectory(self, self.tr("Where to put the folder's files"))
            if path:
                self.make_folder(dialog, path)
        dialog.deleteLater()

    # Coming and going

    def done_with(self) -> None:
        """Stops what runs and waits for its end; nothing of it is left."""
        self.older.stop()
        work, self.work = self.work, None
        if work is not None:
            work.stop()
            work.wait()
            work.deleteLater()

    def closeEvent(self, event: Any) -> None:  # noqa: N802
        self._leave()
        super().closeEvent(event)

    def reject(self) -> None:
        self._leave()
        super().reject()

    def _leave(self) -> None:
        self.done_with()
        if SetUpWindow._open is self:
            SetUpWindow._open = None
            self.deleteLater()
