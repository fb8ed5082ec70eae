# SPDX-License-Identifier: GPL-3.0-or-later
"""A model folder, or a zip of one, copied into the models folder: all of it, checked, or nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable

from ..cards.card import CARD_FILE, ModelCard, parse_card, read_card
from ..cards.files import LARGEST_CARD, LARGEST_FILE, check_content, open_inside
from ..errors import ModelError
from ..sentences import say
from .entry import check_text
from .incoming import Incoming, Progress, check_room, ignore
from .zips import Archive


def import_model(source: Path, models: Path, progress: Progress = ignore, replace: bool = False) -> ModelCard:
    """The model of a folder or a zip, in its place.

    Raises:
        ModelError: it is refused, for the reason that is said.
        OSError: it cannot be read or written.
    """
    return (import_folder if source.is_dir() else import_zip)(source, models, progress, replace)


def model_id(source: Path) -> str:
    """The id of the model that a folder or a zip holds. Raises as `import_model`."""
    if source.is_dir():
        return read_card(source).id
    with Archive(source) as archive:
        return parse_card(_card(archive.read(CARD_FILE, LARGEST_CARD), source), source).id


def import_folder(source: Path, models: Path, progress: Progress = ignore, replace: bool = False) -> ModelCard:
    source = Path(source)
    read_card(source)  # says what is wrong with it
    _refuse_link(source, CARD_FILE)
    with open_inside(source, CARD_FILE, LARGEST_CARD) as stream:
        data = _card(stream.read(LARGEST_CARD), source)
    if (models / source.name).exists() and source.resolve().parent == models.resolve():
        raise ModelError(say("{} lies in the models folder already", source))
    with Incoming(data, models, replace) as incoming:
        sizes = {}
        for name in incoming.card.files:
            _refuse_link(source, name)
            sizes[name] = (source / name).stat().st_size
        check_room(sum(sizes.values()), models)
        count = _counter(sum(sizes.values()), progress)
        for name in sizes:
            with open_inside(source, name, LARGEST_FILE) as stream:
                incoming.fill(name, stream, count)
        return incoming.place()


def import_zip(source: Path, models: Path, progress: Progress = ignore, replace: bool = False) -> ModelCard:
    source = Path(source)
    with Archive(source) as archive:
        data = _card(archive.read(CARD_FILE, LARGEST_CARD), source)
        with Incoming(data, models, replace) as incoming:
            total = sum(archive.size(name) for name in incoming.card.files)
            check_room(total, models)
            count = _counter(total, progress)
            for name in incoming.card.files:
                with archive.open(name) as stream:
                    incoming.fill(name, stream, count)
            return incoming.place()


def _counter(total: int, progress: Progress) -> Callable[[int], None]:
    done = 0

    def count(size: int) -> None:
        nonlocal done
        done += size
        progress(done, total)

    progress(0, total)
    return count


def _refuse_link(folder: Path, name: str) -> None:
    if (folder / name).is_symlink():
        raise ModelError(say("{} is a symbolic link: refused; put the file itself there", folder / name))


def _card(content: bytes, source: Path) -> dict[str, Any]:
    try:
        check_content(content[:64], source / CARD_FILE)
        data = json.loads(content.decode("utf-8"))
        check_text(data)
    except (ValueError, RecursionError) as error:
        raise ModelError(say("{}: {} cannot be read: {}", source, CARD_FILE, error)) from error
    if not isinstance(data, dict):
        raise ModelError(say("{}: {} is not a JSON object", source, CARD_FILE))
    return data
