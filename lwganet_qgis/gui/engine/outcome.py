# SPDX-License-Identifier: GPL-3.0-or-later
"""How it ended: what to do next, whether that is a first map or another try."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...engine.setup.advice import headline, remedy
from ...engine.setup.faults import SetUpFault
from ..explain import explained


class _Page(QWidget):
    """A text, and a row of buttons under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setOpenExternalLinks(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.addWidget(self.text, 1)
        self._row = QHBoxLayout()
        self._row.addStretch()
        column.addLayout(self._row)

    def add(self, button: QPushButton) -> QPushButton:
        self._row.addWidget(button)
        return button


class FailurePage(_Page):
    againWanted = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = explained(
            self.add(QPushButton(self.tr("Copy details"))),
            self.tr("Puts the report of the set-up on the clipboard, without passwords, to be pasted into a ticket."),
        )
        self.again = explained(
            self.add(QPushButton(self.tr("Back"))), self.tr("To the choice of the engine, to try again.")
        )
        self.details = ""
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(lambda *_: self.againWanted.emit())

    def explain(self, fault: SetUpFault, said: list[str]) -> None:
        more = self.tr("More about this, with all steps")
        kept = self.tr("Nothing of this set-up is left, and an engine that worked before still works.")
        wrong, what_to_do = headline(fault.cause, **fault.facts), remedy(fault.cause, **fault.facts)
        self.text.setText(
            f"<h3>{escape(wrong)}</h3><p>{escape(what_to_do)}</p>"
            f'<p><a href="{fault.link}">{escape(more)}</a></p><p>{escape(kept)}</p>'
        )
        self.copy.setText(self.tr("Copy details"))
        self.details = "\n".join([f"[{fault.cause.value}] {fault}", "", fault.said, "", *said])

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.details)
        self.copy.setText(self.tr("Copied"))


class DonePage(_Page):
    closeWanted = pyqtSignal()  # noqa: N815
    toolWanted = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool = explained(
            self.add(QPushButton(self.tr("Open Segment image…"))), self.tr("The tool that makes a map of an image.")
        )
        self.tool.clicked.connect(lambda *_: self.toolWanted.emit())
        self.close_window = explained(self.add(QPushButton(self.tr("Finish"))), self.tr("Closes this window."))
        self.close_window.clicked.connect(lambda *_: self.closeWanted.emit())

    def congratulate(self, facts: str, warning: str = "") -> None:
        """`facts`: which engine it is, in a sentence."""
        steps = [
            self.tr("Load an image with red, green and blue, e.g. an aerial photograph."),
            self.tr("Open the tool <i>Segment image</i>, below or in the Processing Toolbox, LWGANet."),
            self.tr("Choose the image and press Run: the map comes into the project."),
            self.tr("To compare two dates: Raster &gt; LWGANet &gt; <i>Change between two dates</i>."),
        ]
        listed = "".join(f"<li>{step}</li>" for step in steps)
        note = f"<p><b>{escape(warning)}</b></p>" if warning else ""
        self.tool.show()
        title, first = self.tr("The engine is ready"), self.tr("First steps")
        self.text.setText(
            f"<h3>{escape(title)}</h3><p>{escape(facts)}</p>{note}<p><b>{escape(first)}</b></p><ol>{listed}</ol>"
        )

    def say(self, title: str, facts: str) -> None:
        self.tool.hide()
        self.text.setText(f"<h3>{escape(title)}</h3><p>{escape(facts)}</p>")
