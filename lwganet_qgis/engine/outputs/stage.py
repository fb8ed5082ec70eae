# SPDX-License-Identifier: GPL-3.0-or-later
"""Outputs of a run appear together at its end, or not at all, and what they replace stays until then.

They are made in hidden folders of this run alone, one beside each place where outputs are wanted:

    .lwganet-RANDOM.part/
        lock        held by the run's process: see `own_folder`
        run.json    which tool, since when, and what it is going to write
        new/        the outputs, under their final names
        placing     there from the moment when all of them are whole and verified

A run that was killed leaves such a folder and nothing else. The next run that writes to that place
removes it or, where ``placing`` is there, finishes what was begun.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from ...core.errors import OutputError
from ...core.outputs.placing import ASIDE, place, remove
from ...texts import tr
from . import own_folder
from .own_folder import OwnFolder

PREFIX, SUFFIX = ".lwganet-", ".part"
RUN, NEW, PLACING = "run.json", "new", "placing"


class Swap(Protocol):
    """Something that is no file of its own and comes to its place with the files."""

    def swap(self, undo: ExitStack) -> Callable[[], None]:
        """Does it, pushes onto the stack how it is undone, and returns what is to be done when all else is well."""
        ...

    def discard(self) -> None:
        """Removes what was made and did not come to its place."""
        ...


class Stage:
    """Hidden places for the outputs of one run. As a context: what was not placed is removed."""

    def __init__(self, tool: str) -> None:
        self._tool = tool
        self._folders: dict[Path, OwnFolder] = {}
        self._targets: dict[Path, set[str]] = {}
        self._made: list[Path] = []
        self._swaps: list[Swap] = []

    def at(self, target: str | Path) -> str:
        """Where to write what shall become `target`, a file or a folder; its parent is made if it is not there.

        Raises:
            OutputError: the place cannot be written to, or another run is writing to it.
        """
        path = Path(os.path.realpath(target))
        try:
            if path.parent not in self._folders:
                self._open(path.parent)
            names = self._targets[path.parent]
            if path.name not in names:
                names.add(path.name)
                self._tell(path.parent)
        except OSError as error:
            text = tr("{} cannot be written ({}). Choose another place.")
            raise OutputError(text.format(target, error.strerror or error)) from error
        return str(self._folders[path.parent].path / NEW / path.name)

    def target(self, text: str) -> str:
        """`text`, a path or a message, with final paths for hidden ones."""
        for folder, own in self._folders.items():
            text = text.replace(str(own.path / NEW), str(folder))
        return text

    def also(self, swap: Swap) -> None:
        """What happens together with the placing."""
        self._swaps.append(swap)

    def place(self) -> None:
        """All that was made comes to where it belongs.

        Raises:
            OutputError: something cannot be replaced; nothing has changed then.
        """
        try:
            with ExitStack() as undo:
                finishes = [swap.swap(undo) for swap in self._swaps]
                for own in self._folders.values():
                    (own.path / PLACING).touch()
                place(move for folder, own in self._folders.items() for move in _moves(own.path, folder))
                undo.pop_all()
        except OSError as error:
            for own in self._folders.values():
                (own.path / PLACING).unlink(missing_ok=True)
            text = tr("{} cannot be written ({}). Nothing was changed.")
            raise OutputError(text.format(error.filename2 or error.filename, error.strerror or error)) from error
        self._made.clear()
        for finish in finishes:
            finish()

    def __enter__(self) -> Stage:
        return self

    def __exit__(self, *_: Any) -> None:
        self.discard()

    def discard(self) -> None:
        """Removes what was not placed."""
        for swap in self._swaps:
            with suppress(OutputError):  # a database that is locked: what stays there has a name of its own
                swap.discard()
        for own in self._folders.values():
            own.remove()
        for folder in reversed(self._made):
            try:
                folder.rmdir()
            except OSError:
                break  # it holds something by now

    def _open(self, folder: Path) -> None:
        missing = [part for part in (folder, *folder.parents) if not part.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        self._made += reversed(missing)
        _clear(folder)
        own = OwnFolder(folder, PREFIX, SUFFIX)
        self._folders[folder], self._targets[folder] = own, set()
        (own.path / NEW).mkdir()

    def _tell(self, folder: Path) -> None:
        """Says what is going to be written here, then looks whether somebody else said so before."""
        own = self._folders[folder].path
        facts = {"tool": self._tool, "since": f"{datetime.now():%H:%M}", "targets": sorted(self._targets[folder])}
        draft = own / f"{RUN}.new"
        draft.write_text(json.dumps(facts), encoding="utf-8")
        os.replace(draft, own / RUN)
        for other in _others(folder, own):
            said = _said(other)
            for name in self._targets[folder] & set(said.get("targets", ())):
                raise OutputError(
                    tr(
                        "{} is being written by another run ({}, since {}, process {}). Wait until it has ended, or "
                        "choose another file."
                    ).format(folder / name, said.get("tool"), said.get("since"), own_folder.owner(other))
                )


def _others(folder: Path, own: Path | None = None) -> Iterable[Path]:
    return (found for found in sorted(folder.glob(f"{PREFIX}*{SUFFIX}")) if found != own and found.is_dir())


def _said(folder: Path) -> dict[str, Any]:
    try:
        facts = json.loads((folder / RUN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _moves(own: Path, folder: Path) -> list[tuple[Path, Path]]:
    return [(made, folder / made.name) for made in sorted((own / NEW).iterdir()) if not made.name.endswith(ASIDE)]


def _clear(folder: Path) -> None:
    """What killed runs have left here is finished, if it was being placed, or removed."""
    left = [other for other in _others(folder) if own_folder.abandoned(other)]
    for other in left:
        if (other / PLACING).exists():
            with suppress(OSError):
                place(_moves(other, folder))
        remove(other)
