# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies at a URL, piece by piece: nothing is kept in memory, each piece is handed on as it comes.

To be called off the main thread, whose event loop does the work meanwhile (`courier`).
"""

from __future__ import annotations

import queue
from functools import lru_cache
from pathlib import Path
from typing import Callable, Protocol
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ..core.cards.files import LARGEST_FILE, open_inside
from ..core.errors import ModelError
from ..texts import tr
from .courier import BLOCK, Courier, End, Errand, Piece

TICK = 0.1
"""Seconds between two questions whether to go on."""
Check = Callable[[], None]
"""Raises Cancelled to stop."""


class Receiver(Protocol):
    """Takes what comes, from `offset` on."""

    offset: int

    def restart(self) -> None:
        """What comes begins with the first byte: the other side cannot go on in the middle."""

    def take(self, data: bytes) -> None: ...


class Bytes:
    """A receiver that keeps all, up to so many bytes."""

    def __init__(self, largest: int) -> None:
        self.offset, self.content, self._largest = 0, bytearray(), largest

    def restart(self) -> None:
        self.content.clear()

    def take(self, data: bytes) -> None:
        self.content += data
        if len(self.content) > self._largest:
            raise ModelError(tr("It has more than {:,} bytes: refused.").format(self._largest))


def fetch(url: str, receiver: Receiver, check: Check, authcfg: str = "") -> None:
    """All of it.

    Args:
        authcfg: id of an authentication of QGIS; empty: none.
    Raises:
        ModelError: it cannot be had; what came is with the receiver.
        Cancelled: as `check` does.
    """
    if urlsplit(url).scheme.lower() == "file":
        _copy(url, receiver, check)
        return
    errand = Errand(url, receiver.offset, authcfg)
    try:
        _carry(errand, receiver, check)
    finally:
        _courier().stop.emit(errand)


def local_path(url: str) -> Path:
    """Of a file URL."""
    parts = urlsplit(url)
    return Path(url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path))


def _copy(url: str, receiver: Receiver, check: Check) -> None:
    path = local_path(url)
    try:
        with open_inside(path.parent, path.name, LARGEST_FILE) as stream:
            stream.seek(receiver.offset)
            for block in iter(lambda: stream.read(BLOCK), b""):
                receiver.take(block)
                check()
    except OSError as error:
        raise ModelError(tr("{} cannot be read: {}").format(path, error.strerror or error)) from error


@lru_cache(maxsize=1)
def _courier() -> Courier:
    return Courier()


def _carry(errand: Errand, receiver: Receiver, check: Check) -> None:
    begun = False
    while True:
        _courier().more.emit(errand)
        answer = _next(errand, check)
        if isinstance(answer, End):
            break
        if not begun and not answer.goes_on:
            receiver.restart()
        begun = True
        receiver.take(answer.data)
        check()
    if answer.beyond:
        receiver.restart()  # what was kept is no part of what lies there
    if answer.problem:
        raise ModelError(tr("{} cannot be fetched: {}").format(errand.url, answer.problem))


def _next(errand: Errand, check: Check) -> Piece | End:
    while True:
        check()
        try:
            return errand.answers.get(timeout=TICK)
        except queue.Empty:
            continue
