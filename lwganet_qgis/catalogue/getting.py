# SPDX-License-Identifier: GPL-3.0-or-later
"""A model of a catalogue, downloaded: goes on where an earlier try ended, and is there whole or not at all."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ..core.cards.card import ModelCard
from ..core.catalogue import download as downloads
from ..core.catalogue.catalogue import resolved
from ..core.catalogue.download import Download
from ..core.catalogue.entry import Entry, Remote
from ..core.catalogue.incoming import Progress
from ..core.errors import Cancelled, ModelError
from ..model_settings import CatalogueSetting
from ..texts import tr
from .network import fetch
from .sources import authentication

TRIES = 5
"""Of one URL, as long as each brings some bytes."""


def get(entry: Entry, setting: CatalogueSetting, models: Path, progress: Progress, replace: bool = False) -> ModelCard:
    """To be called off the main thread. What has come stays for the next try where the line breaks; cancelled,
    nothing stays.

    Raises:
        ModelError: it cannot be had, or is not what the catalogue says.
        OSError: it cannot be written.
        Cancelled: as `progress` does.
    """
    download = Download(entry, models, replace)
    download.begin()
    lock = QLockFile(str(download.folder) + ".lock")
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        raise ModelError(tr("Another QGIS is downloading {}.").format(entry.title))
    try:
        for file in download.missing():
            _receive(download, file, setting, progress)
        progress(entry.size, entry.size)
        return download.place()
    except Cancelled:
        download.discard()
        raise
    finally:
        lock.unlock()


def _receive(download: Download, file: Remote, setting: CatalogueSetting, progress: Progress) -> None:
    """One file, from the first of its URLs that gives it."""
    problem: ModelError | None = None
    for address in file.urls:
        url = resolved(address, setting.place)
        for _ in range(TRIES):
            with download.receive(file) as receiving:
                before = receiving.offset
                elsewhere = download.here() - before

                def check(receiving: downloads.Receiving = receiving, elsewhere: int = elsewhere) -> None:
                    progress(elsewhere + receiving.offset, download.entry.size)

                try:
                    fetch(url, receiving, check, authentication(setting, url))
                    receiving.finish()
                    return
                except ModelError as error:
                    problem = error
            # Once more where it went on, or where what was kept was of another file.
            if receiving.offset <= before and not (before and not receiving.offset):
                break
    raise problem or ModelError(tr("The catalogue names no URL for {}.").format(file.name))
