# SPDX-License-Identifier: GPL-3.0-or-later
"""One change of a review, what was said of it, and by whom."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any

from qgis.core import QgsApplication, QgsGeometry, QgsSettings

from ....texts import tr

REVIEWER = "lwganet/reviewer"
"""In QGIS's settings."""


class Verdict(Enum):
    OPEN = ""
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"

    @property
    def title(self) -> str:
        return {"": tr("open"), "accepted": tr("accepted"), "rejected": tr("rejected"), "unsure": tr("unsure")}[
            self.value
        ]


@dataclass(frozen=True)
class Word:
    """The last that somebody said of a change."""

    who: str
    verdict: Verdict
    when: str


@dataclass(frozen=True)
class Change:
    """One polygon. `area` is in square metres, or in pixels where the review says `in_pixels`."""

    fid: int
    kind: str
    area: float
    probability: float
    verdict: Verdict = Verdict.OPEN
    note: str = ""
    reviewed: str = ""
    """Local time with its offset, ISO 8601; empty while open."""
    reviewer: str = ""
    words: tuple[Word, ...] = ()
    """Of each reviewer, the last."""

    @property
    def disputed(self) -> bool:
        return len({word.verdict for word in self.words}) > 1

    def judged(self, verdict: Verdict, who: str, when: str) -> Change:
        """Who takes a verdict back leaves that of another, if there is one."""
        words = tuple(word for word in self.words if word.who != who)
        if verdict is not Verdict.OPEN:
            words += (Word(who, verdict, when),)
        return replace(self, words=words)._by_last_word()

    def joined(self, words: tuple[Word, ...]) -> Change:
        """With those of others; of one reviewer's two the later counts, and an open change takes what others said."""
        latest = {word.who: word for word in sorted((*self.words, *words), key=lambda word: word.when)}
        found = replace(self, words=tuple(latest.values()))
        return found._by_last_word() if self.verdict is Verdict.OPEN else found

    def _by_last_word(self) -> Change:
        last = self.words[-1] if self.words else Word("", Verdict.OPEN, "")
        return replace(self, verdict=last.verdict, reviewed=last.when, reviewer=last.who)


@dataclass(frozen=True)
class Polygon:
    """A change with its shape, in the review's CRS."""

    change: Change
    shape: QgsGeometry


def words_to_text(words: tuple[Word, ...]) -> str:
    return json.dumps([[w.who, w.verdict.value, w.when] for w in words], ensure_ascii=False) if words else ""


def words_from_text(text: Any) -> tuple[Word, ...]:
    """What cannot be read is left out."""
    try:
        return tuple(Word(str(who), Verdict(verdict), str(when)) for who, verdict, when in json.loads(text or "[]"))
    except (TypeError, ValueError):
        return ()




def now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def reviewer() -> str:
    """Whose verdicts are given now: the name that was typed, else that of the computer's account."""
    typed = str(QgsSettings().value(REVIEWER, "") or "").strip()
    return typed or QgsApplication.userFullName() or QgsApplication.userLoginName()


def set_reviewer(name: str) -> None:
    """Empty: the name of the computer's account."""
    QgsSettings().setValue(REVIEWER, name.strip())
