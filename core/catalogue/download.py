# SPDX-License-Identifier: GPL-3.0-or-later
"""A model of a catalogue that is being downloaded: the part without the network.

What has come lies in a hidden folder beside the model's place, and stays there when the line breaks: the next try goes
on where it ended. The model is put in place when every file is whole, has its sha256, and the card is the catalogue's.
"""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from ..cards.card import ModelCard
from ..cards.files import sha256_of
from ..errors import ModelError
from ..outputs.placing import remove
from ..sentences import say
from .entry import Entry, Remote
from .incoming import check_room, free_place, put_in_place, write_card
from .names import check_names

HIDDEN = ".download-"
PART = ".part"
KEPT_SECONDS = 30 * 86_400
"""Downloads that were not gone on with stay so long."""


class Download:
    """Raises ModelError where the entry cannot be had, or a model of its id is there and may not be replaced."""

    def __init__(self, entry: Entry, models: Path, replace: bool = False) -> None:
        if entry.card is None or entry.card_data is None or not entry.can_be_had:
            reason = entry.note or "its catalogue names no URL for it"
            raise ModelError(say("model {} cannot be downloaded: {}", entry.id, reason))
        check_names(entry.card)
        self.entry, self.card, self._data = entry, entry.card, entry.card_data
        self.target = free_place(entry.id, models, replace)
        names = "".join(f"{file.name}{file.size}{file.sha256}" for file in entry.files)
        self.folder = models / f"{HIDDEN}{entry.id}-{hashlib.sha256(names.encode()).hexdigest()[:12]}"
        if os.path.islink(self.folder):
            raise ModelError(say("{} is a link: remove it first", self.folder))

    def begin(self) -> None:
        """Makes the folder. Raises ModelError without room on the disk, OSError where it cannot be made."""
        check_room(self.entry.size - self.here(), self.folder.parent)
        self.folder.mkdir(parents=True, exist_ok=True)

    def here(self) -> int:
        """Bytes that are here already."""
        return sum(
            size for file in self.entry.files for size in (_size(self._whole(file)) or _size(self._part(file)),)
        )  # fmt: skip

    def missing(self) -> list[Remote]:
        return [file for file in self.entry.files if not self._whole(file).is_file()]

    def receive(self, file: Remote) -> Receiving:
        return Receiving(self._part(file), self._whole(file), file)

    def place(self) -> ModelCard:
        """The model in its place. Raises ModelError where something is missing or damaged: that is then removed."""
        for file in self.entry.files:
            with open(self._whole(file), "rb") as stream:
                if sha256_of(stream) == file.sha256:
                    continue
            self._whole(file).unlink()
            raise ModelError(say("model {}: {} was damaged on the disk; download it again", self.entry.id, file.name))
        write_card(self._data, self.folder)
        for other in self.folder.iterdir():
            if other.name.endswith(PART):
                remove(other)
        return put_in_place(self.folder, self.card, self.target)

    def discard(self) -> None:
        """Nothing of it is left."""
        remove(self.folder)

    def _part(self, file: Remote) -> Path:
        return self.folder / f"{file.name}{PART}"

    def _whole(self, file: Remote) -> Path:
        return self.folder / file.name


class Receiving:
    """One file as it comes, in order from `offset`; a context that keeps what has come."""

    def __init__(self, part: Path, whole: Path, file: Remote) -> None:
        self.file, self._part, self._whole = file, part, whole
        self._digest = hashlib.sha256()
        self.offset = 0
        """Bytes that have come."""
        self.resumed = False
        """Whether some came in an earlier try."""
        self._stream: BinaryIO = open(part, "a+b")  # noqa: SIM115
        self._take_up()

    def _take_up(self) -> None:
        self._stream.seek(0)
        for block in iter(lambda: self._stream.read(1 << 20), b""):
            self._digest.update(block)
            self.offset += len(block)
        self.resumed = self.offset > 0
        if self.offset > self.file.size:
            self.restart()

    def restart(self) -> None:
        """From the first byte: the other side does not go on in the middle."""
        self._stream.seek(0)
        self._stream.truncate()
        self._digest, self.offset, self.resumed = hashlib.sha256(), 0, False

    def take(self, data: bytes) -> None:
        """The next bytes. Raises ModelError where there are more than the catalogue says: then nothing is kept."""
        if self.offset + len(data) > self.file.size:
            self.restart()
            raise ModelError(
                say("{} has more than the {:,} bytes that the catalogue states", self.file.name, self.file.size)
            )
        self._stream.write(data)
        self._digest.update(data)
        self.offset += len(data)

    def finish(self) -> None:
        """Raises ModelError where it is not whole, or not the file of the catalogue, of which nothing is kept."""
        if self.offset < self.file.size:
            raise ModelError(
                say(
                    "{} broke off after {:,} of {:,} bytes; what has come is kept",
                    self.file.name,
                    self.offset,
                    self.file.size,
                )
            )
        if self._digest.hexdigest() != self.file.sha256:
            self.restart()
            raise ModelError(
                say(
                    "{} is not the file of the catalogue (its sha256 differs): nothing of it is kept. Tell the "
                    "publisher, if it happens again",
                    self.file.name,
                )
            )
        self._stream.close()
        os.replace(self._part, self._whole)

    def __enter__(self) -> Receiving:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()


def sweep(models: Path, prefix: str, age: float = KEPT_SECONDS) -> None:
    """Removes hidden folders of this kind that nobody has touched for so many seconds."""
    for folder in models.glob(f"{prefix}*"):
        if not folder.is_symlink() and time.time() - _touched(folder) > age:
            remove(folder)


def _touched(folder: Path) -> float:
    times = [path.stat().st_mtime for path in (folder, *folder.glob("*")) if path.exists()]
    return max(times, default=time.time())


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
