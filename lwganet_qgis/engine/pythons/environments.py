# SPDX-License-Identifier: GPL-3.0-or-later
"""Environments that a set-up made: which are finished, which is the newest, how large they are.

    engine/processor-0123456789ab-1/     kind, lock, number
        lwganet.json                     the marker, written last: what has none is unfinished

A set-up never writes into a folder that stands there, so that what worked goes on working.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...core.outputs.placing import remove
from .kinds import KINDS, Kind
from .platforms import here

MARKER = "lwganet.json"
_NAME = re.compile(r"(?P<kind>[a-z]+)-(?P<lock>[0-9a-f]{12})-(?P<number>\d+)")


@dataclass(frozen=True)
class Environment:
    folder: Path
    kind: str
    lock: str
    made: float
    """Seconds since 1970."""
    versions: dict[str, str]

    @property
    def python(self) -> Path:
        return here().python_in(self.folder)

    @property
    def current(self) -> bool:
        """Whether it is what this version of the plugin would make."""
        return any(kind.id == self.kind and kind.digest == self.lock for kind in KINDS)

    @property
    def whole(self) -> bool:
        """Whether its Python is there, and the one that it was made of."""
        return self.python.is_file() and _base_is_there(self.folder)

    def size(self) -> int:
        """Bytes on disk."""
        return folder_size(self.folder)


def environments(root: Path) -> list[Environment]:
    """Finished ones, the newest first."""
    found = [read for folder in _named(root) if (read := _read(folder)) is not None]
    return sorted(found, key=lambda environment: environment.made, reverse=True)


def unfinished(root: Path) -> list[Path]:
    """Folders of set-ups that were killed, or are at work now."""
    return [folder for folder in _named(root) if not (folder / MARKER).exists()]


def new_folder(root: Path, kind: Kind) -> Path:
    """Makes the folder for another environment. Raises OSError."""
    root.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        folder = root / f"{kind.id}-{kind.digest}-{number}"
        try:
            folder.mkdir()
        except FileExistsError:
            number += 1
        else:
            return folder


def finish(folder: Path, facts: dict[str, Any]) -> None:
    """Writes the marker: from here on the environment counts."""
    part = folder / f"{MARKER}.part"
    part.write_text(json.dumps(facts, indent=1), encoding="utf-8")
    os.replace(part, folder / MARKER)


def prefer(environment: Environment) -> None:
    """Makes it the newest, which is the one that is used. Raises OSError."""
    facts = json.loads((environment.folder / MARKER).read_text(encoding="utf-8"))
    finish(environment.folder, {**facts, "made": time.time()})


def discard(folder: Path) -> None:
    """Removes an environment; its marker first, so that a half removed one does not count. Raises OSError."""
    (folder / MARKER).unlink(missing_ok=True)
    remove(folder)


def folder_size(folder: Path) -> int:
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(place, name)).st_size
            except OSError:
                continue  # gone meanwhile
    return total


def _named(root: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if _NAME.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
            yield Path(entry.path)


def _read(folder: Path) -> Environment | None:
    try:
        facts = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        versions = {str(name): str(version) for name, version in facts["versions"].items()}
        return Environment(folder, str(facts["kind"]), str(facts["lock"]), float(facts["made"]), versions)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _base_is_there(folder: Path) -> bool:
    """An environment outlives the Python that it was made of; its own launcher is then still there."""
    try:
        text = (folder / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    home = re.search(r"(?m)^home\s*=\s*(.+?)\s*$", text)
    return home is not None and Path(home.group(1)).is_dir()
