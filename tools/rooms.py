# SPDX-License-Identifier: GPL-3.0-or-later
"""Which room a file belongs to, and what it imports: the table of rooms.toml against the tree."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tomllib

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "lwganet_qgis"
TOPS = ("core", "models", PACKAGE)


@dataclass(frozen=True)
class Room:
    name: str
    holds: str
    may: tuple[str, ...]
    libraries: tuple[str, ...]


@dataclass(frozen=True)
class Import:
    path: str
    line: int
    room: str
    target: str
    """A room, or a library's name."""


def read_table() -> tuple[dict[str, Room], tuple[str, ...]]:
    """Rooms by name, from the lowest to the highest, and those that are open to all above."""
    data = tomllib.loads((ROOT / "tools" / "rooms.toml").read_text(encoding="utf-8"))
    rooms = {
        name: Room(name, entry["holds"], tuple(entry["may"]), tuple(entry["libraries"]))
        for name, entry in data["rooms"].items()
    }
    return rooms, tuple(data["open"])


def sources() -> Iterator[str]:
    """Each source once: links of the package to its neighbours are not followed."""
    for top in TOPS:
        for place, folders, names in os.walk(ROOT / top):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield from (str((Path(place) / name).relative_to(ROOT)) for name in sorted(names) if name.endswith(".py"))


def room_of(path: str, rooms: dict[str, Room]) -> str | None:
    """The room with the longest name that fits: a file's own, or a folder's."""
    name = path.removesuffix(".py")
    while name and name not in rooms:
        name = name.rpartition("/")[0]
    return name or None


def imports(rooms: dict[str, Room]) -> Iterator[Import]:
    """What each room imports of others, late imports as well."""
    for path in sources():
        room = room_of(path, rooms)
        for line, target in imported(path):
            if target in sys.stdlib_module_names or target == PACKAGE:
                continue
            other = room_of(target, rooms) if "/" in target else target
            if other != room:
                yield Import(path, line, room or "", other or target)


def imported(path: str) -> Iterator[tuple[int, str]]:
    """Line, and file or library, of each import."""
    own = path.removesuffix(".py").split("/")
    package = [PACKAGE, *own] if own[0] != PACKAGE else own
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] != PACKAGE:
            yield node.lineno, (node.module or "").split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level] if node.level else []
            base = above + (node.module.split(".") if node.module else [])
            for alias in node.names:
                yield node.lineno, _file([*base, alias.name]) or _file(base) or ".".join(base)


def _file(parts: list[str]) -> str | None:
    place = "/".join(parts[1:] if len(parts) > 1 and parts[1] in TOPS[:2] else parts)
    return next((found for found in (f"{place}.py", f"{place}/__init__.py") if (ROOT / found).is_file()), None)
