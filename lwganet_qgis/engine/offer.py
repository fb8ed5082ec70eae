# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an engine is missing, whoever has a window for it is told, and messages carry a link to it."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..texts import tr

SCHEME = "lwganet"
LINK = f"{SCHEME}:engine"


class Offer(QObject):
    missing = pyqtSignal(str)
    """Why there is no engine; may come from any thread."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = ""
        """Of the last time; empty since an engine was found again."""

    @property
    def listened(self) -> bool:
        """Whether somebody can help: not in qgis_process."""
        return self.receivers(self.missing) > 0

    def tell(self, reason: str) -> str:
        """Tells that an engine is missing; gives the message for whoever asked.

        Where somebody listens a link says what to do; else all sentences of the reason do.
        """
        self.reason = reason
        if not self.listened:
            return reason
        self.missing.emit(reason)
        return f'{escape(first_sentence(reason))} <a href="{LINK}">{escape(tr("Set up…"))}</a>'


def first_sentence(reason: str) -> str:
    """Of a reason, for a bar of one line, beside which a button says the rest."""
    text = reason.split(". ")[0]
    return text if text.endswith(".") else f"{text}."


offer = Offer()
