# SPDX-License-Identifier: GPL-3.0-or-later
"""What the models window does with a model; what takes long is done by `work`, off the main thread."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices

from ... import model_library, model_settings, settings
from ...catalogue.getting import get
from ...catalogue.sources import read, sources
from ...core.cards.card import ModelCard, verify_files
from ...core.catalogue.catalogue import Catalogue
from ...core.catalogue.download import HIDDEN as DOWNLOADS
from ...core.catalogue.download import sweep
from ...core.catalogue.importing import import_model
from ...core.catalogue.incoming import HIDDEN as INCOMING
from ...core.catalogue.incoming import Progress
from ...core.catalogue.publishing import publish
from ...core.catalogue.stac_writing import item
from ...core.errors import Cancelled, EngineError
from ...model_settings import CatalogueSetting
from ...texts import told
from .rows import Row
from .work import Work

DAY = 86_400
"""Seconds. What a QGIS that died has left of an import is older than that, and no other QGIS is at work on it."""


class Actions(QObject):
    """Signals come on the main thread."""

    changed = pyqtSignal(str)
    """Models have come or gone, or a default is another; the id of the one to be shown, or empty."""
    cataloguesRead = pyqtSignal(list)  # noqa: N815
    """Pairs: a setting, and its Catalogue or an error's text."""
    succeeded = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = Work(self)

    # At once

    def make_default(self, row: Row) -> None:
        card = _here(row)
        model_settings.set_default_model(card.task, "" if row.chosen else card.id)
        self.changed.emit(card.id)

    def delete(self, row: Row) -> None:
        try:
            model_library.delete(_here(row))
        except EngineError as error:
            self.failed.emit(told(error))
            return
        self.changed.emit("")
        self.succeeded.emit(self.tr("{} was deleted.").format(row.entry.title))

    def open_folder(self, row: Row) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(_here(row).folder)))

    def export_item(self, row: Row, path: Path) -> None:
        """The model as a STAC item; whole or not at all."""
        made = item(row.entry, _now())
        aside = path.with_name(f".{path.name}.part")
        try:
            aside.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            aside.replace(path)
        except OSError as error:
            aside.unlink(missing_ok=True)
            self.failed.emit(self.tr("{} cannot be written: {}").format(path, error.strerror or error))
            return
        self.succeeded.emit(self.tr("The model is described in {}.").format(path))

    # What takes long

    def verify(self, row: Row) -> None:
        card = _here(row)
        text = self.tr("All {} files of {} are as they should be (sha256).").format(len(card.files), card.title)
        self._start(self.tr("Verify"), lambda progress: _verified(card, progress), lambda _: self.succeeded.emit(text))

    def bring_in(self, source: Path, replace: bool) -> None:
        """A folder or a zip."""
        models = settings.models_folder()
        self._start(
            self.tr("Import"), lambda progress: import_model(source, models, progress, replace), self._have
        )

    def download(self, row: Row, replace: bool) -> None:
        models, setting = settings.models_folder(), row.setting
        if setting is None:
            raise ValueError("only a model of a catalogue can be downloaded")
        self._start(
            self.tr("Download"), lambda progress: get(row.entry, setting, models, progress, replace), self._have
        )

    def publish(self, rows: list[Row], title: str, folder: Path) -> None:
        """Models at hand, for others."""
        entries = [row.entry for row in rows]
        self._start(
            self.tr("Publish"), lambda progress: publish(entries, title, folder, _now(), progress), self._published
        )

    def _published(self, catalogue: Path) -> None:
        text = self.tr("Others can add {} as a catalogue, or its address once the folder lies on a server.")
        self.succeeded.emit(text.format(catalogue))

    def read_catalogues(self) -> None:
        """All of them, the built-in one first; nothing is said where another job is at work."""
        if not self.work.busy:
            found = sources()
            self._start(
                self.tr("Read catalogues"), lambda progress: _read_all(found, progress), self.cataloguesRead.emit
            )

    def _have(self, card: ModelCard) -> None:
        self.changed.emit(card.id)
        self.succeeded.emit(self.tr("{} is ready: it is in the list of its tool.").format(card.title))

    def _start(self, title: str, job: Any, done: Any) -> None:
        if self.work.busy:
            self.failed.emit(self.tr("Another job is at work: wait for it, or cancel it."))
            return
        self.work.start(title, job, done, self._tell)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.succeeded.emit(self.tr("Cancelled; nothing of it is left."))
        elif isinstance(error, OSError):
            text = self.tr("The disk said: {}. Is there room, and may you write there?")
            self.failed.emit(text.format(error))
        else:
            self.failed.emit(told(error) or type(error).__name__)


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _here(row: Row) -> ModelCard:
    if row.card is None:
        raise ValueError("this model is not at hand")
    return row.card


def _verified(card: ModelCard, progress: Progress) -> None:
    """Raises ModelError."""
    total = sum(card.path(name).stat().st_size for name in card.files)
    done = 0

    def count(size: int) -> None:
        nonlocal done
        done += size
        progress(done, total)

    verify_files(card, count)


def _read_all(found: list[CatalogueSetting], progress: Progress) -> list[tuple[CatalogueSetting, Catalogue | str]]:
    """What cannot be read does not keep the others from being shown."""
    models = settings.models_folder()
    sweep(models, DOWNLOADS)
    for prefix in (INCOMING, model_library.REMOVED):
        sweep(models, prefix, DAY)
    made: list[tuple[CatalogueSetting, Catalogue | str]] = []
    for number, setting in enumerate(found):
        progress(number, len(found))
        try:
            made.append((setting, read(setting, lambda number=number: progress(number, len(found)))))  # type: ignore
        except Cancelled:
            raise
        except (EngineError, OSError) as error:
            made.append((setting, told(error)))
    return made
