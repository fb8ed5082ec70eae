# SPDX-License-Identifier: GPL-3.0-or-later
"""A model on its way in: put together in a hidden folder beside its place, and moved there when it is whole.

Nothing is opened by a name that is not on the card, and of each file no more is read than such a file may have.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Callable

from ..cards.card import CARD_FILE, ModelCard, parse_card, read_card
from ..cards.files import LARGEST_FILE, check_content
from ..errors import ModelError
from ..outputs.placing import place, remove
from ..sentences import say
from .names import check_names

HIDDEN = ".incoming-"
"""How the names of such folders begin."""
BLOCK = 1 << 20
SPARE = 64 << 20
"""Bytes that are left free on the disk."""
Progress = Callable[[int, int], None]
"""Gets bytes done and bytes in all; raises Cancelled to stop."""


def ignore(done: int, total: int) -> None:
    """No progress is wanted."""


class Incoming:
    """As a context: the hidden folder is removed in the end, where the model was not placed.

    Args:
        card_data: the card's JSON.
        models: gets the model's folder, called by its id.
        replace: whether a model that is there may be replaced; until the new one is whole, it stays.
    Raises:
        ModelError: the card is wrong, or a model of this id is there.
        OSError: the folder cannot be made.
    """

    def __init__(self, card_data: dict[str, Any], models: Path, replace: bool = False) -> None:
        self.card = parse_card(card_data, models)
        check_names(self.card)
        self._data, self._models = card_data, models
        self.target = free_place(self.card.id, models, replace)
        models.mkdir(parents=True, exist_ok=True)
        self.folder = models / f"{HIDDEN}{secrets.token_hex(4)}"
        self.folder.mkdir()

    def fill(self, name: str, source: BinaryIO, done: Callable[[int], None] = lambda count: None) -> None:
        """One file of the card; `done` gets the bytes of each piece, and may raise.

        Raises:
            ModelError: it is not what the card says.
            OSError: it cannot be read or written.
        """
        digest, size = hashlib.sha256(), 0
        with open(self.folder / name, "xb") as stream:
            for block in iter(lambda: source.read(BLOCK), b""):
                if not size:
                    check_content(block[:64], Path(name))
                size += len(block)
                if size > LARGEST_FILE:
                    raise ModelError(
                        say("model {}: {} has more than {:,} bytes: refused", self.card.id, name, LARGEST_FILE)
                    )
                digest.update(block)
                stream.write(block)
                done(len(block))
        if digest.hexdigest() != self.card.files[name]:
            raise ModelError(
                say("model {}: {} is not the file of the card (its sha256 differs): refused", self.card.id, name)
            )

    def place(self) -> ModelCard:
        """The model in its place, when all files of the card were filled in."""
        write_card(self._data, self.folder)
        return put_in_place(self.folder, self.card, self.target)

    def __enter__(self) -> Incoming:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        remove(self.folder)


def write_card(data: dict[str, Any], folder: Path) -> None:
    (folder / CARD_FILE).write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def put_in_place(folder: Path, expected: ModelCard, target: Path) -> ModelCard:
    """Moves a whole model folder to its place. Raises ModelError where its card, read back, is another."""
    for name in expected.files:
        if not (folder / name).is_file():
            raise ModelError(say("model {}: {} is missing", expected.id, name))
    if read_card(folder) != expected:
        raise ModelError(say("model {}: its card came out differently when it was read back", expected.id))
    place([(folder, target)])
    return read_card(target)


def free_place(model_id: str, models: Path, replace: bool) -> Path:
    """Where the model goes. Raises ModelError where one is there and may not be replaced."""
    target = models / model_id
    if os.path.islink(target):
        raise ModelError(say("{} is a link: remove it first", target))
    if target.exists() and not replace:
        raise ModelError(say("there is a model '{}' already; delete it first, or have it replaced", model_id))
    return target


def check_room(wanted: int, folder: Path) -> None:
    """Raises ModelError where the disk has no room for so many bytes."""
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if wanted + SPARE > free:
        raise ModelError(
            say(
                "the disk of {} has {:,.0f} MB free, and {:,.0f} MB are needed: make room, or choose another "
                "models folder",
                folder,
                free / 1000000.0,
                (wanted + SPARE) / 1000000.0,
            )
        )
