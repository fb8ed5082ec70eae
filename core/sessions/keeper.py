# SPDX-License-Identifier: GPL-3.0-or-later
"""The session of the last run, for the next one with the same model: loading takes longer than a small run."""

from __future__ import annotations

from ..cards.card import ModelCard
from .choose import open_session
from .session import SeeingSession, Target


class Keeper:
    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._session: SeeingSession | None = None

    def open(self, card: ModelCard, target: Target, threads: int) -> SeeingSession:
        """As `open_session`; the session before is let go of first."""
        key = (card.folder, tuple(sorted(card.files.items())), target, threads)
        if self._session is None or key != self._key:
            self._key, self._session = (), None
            self._session = open_session(card, target, threads)
            self._key = key
        return self._session
