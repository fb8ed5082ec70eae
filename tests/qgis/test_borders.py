# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may import what, and enums as Qt 6 wants them."""

import ast
import enum
import importlib
from collections import Counter
from pathlib import Path

from tools import architecture, rooms

ROOT = Path(__file__).resolve().parents[2]
ROOMS, OPEN = rooms.read_table()
ONE_FILE_A_TOOL = ("core/jobs", "core/tasks", "lwganet_qgis/algorithms")


def test_every_file_has_a_room_and_every_room_is_there():
    homes = {path: rooms.room_of(path, ROOMS) for path in rooms.sources()}
    assert [path for path, room in homes.items() if room is None] == []
    assert set(ROOMS) == set(homes.values())


def test_rooms_import_what_the_table_says_and_all_of_it():
    found, used = [], set()
    for seen in rooms.imports(ROOMS):
        used.add((seen.room, seen.target))
        allowed = (*ROOMS[seen.room].may, *OPEN) if "/" in seen.target else ROOMS[seen.room].libraries
        if seen.target not in allowed:
            found.append(f"{seen.path}:{seen.line} imports {seen.target}")
    assert not found
    named = {(room.name, other) for room in ROOMS.values() for other in (*room.may, *room.libraries)}
    assert not named - used


def test_no_room_imports_a_higher_one():
    order = list(ROOMS)
    assert all(order.index(other) < order.index(room.name) for room in ROOMS.values() for other in room.may)


def test_no_files_import_each_other_in_a_ring():
    needs = {}
    for path in rooms.sources():
        needs[path] = {target for _, target in rooms.imported(path) if "/" in target and target != path}
    while leaves := [path for path, others in needs.items() if not others & needs.keys()]:
        for path in leaves:
            del needs[path]
    assert not needs


def test_the_guide_and_the_drawing_show_the_table():
    assert architecture.differing() == []


def test_files_are_short_and_folders_small():
    counts = Counter(str(Path(path).parent) for path in rooms.sources())
    assert [folder for folder, count in counts.items() if count > 14 and folder not in ONE_FILE_A_TOOL] == []
    longest = {"core": 300, "lwganet_qgis": 300, "models": 400}
    lines = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in rooms.sources()}
    assert [path for path, count in lines.items() if count > longest[path.split("/")[0]]] == []


def test_what_both_sides_read_needs_the_standard_library_alone():
    shared = ("core/errors", "core/records", "core/jobs", "core/jobs/parts", "core/cards", "core/catalogue",
              "core/outputs/placing")  # fmt: skip
    assert [name for name in shared if ROOMS[name].libraries] == []
    beyond = {other for room in ROOMS.values() if room.name.startswith("lwganet_qgis/") for other in room.may}
    assert {other for other in beyond if not other.startswith("lwganet_qgis/")} <= set(shared)


def is_member(value):
    kind = type(value)
    return (
        isinstance(value, enum.Enum)
        or type(kind).__name__ == "enumtype"
        or (isinstance(value, int) and kind not in (int, bool) and kind.__module__.startswith(("PyQt", "qgis")))
    )


def unscoped(path):
    """Enum members of Qt and QGIS that are not spelled with their enum's name."""
    tree, names = ast.parse(path.read_text(encoding="utf-8")), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "qgis" and not node.level:
            module = importlib.import_module(node.module)
            names.update({a.asname or a.name: getattr(module, a.name) for a in node.names if hasattr(module, a.name)})
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        if node.attr == "exec_":
            yield f"{path.name}:{node.lineno} exec_"
        parts, root = [node.attr], node.value
        while isinstance(root, ast.Attribute):
            parts.insert(0, root.attr)
            root = root.value
        if not isinstance(root, ast.Name) or root.id not in names:
            continue
        owner = names[root.id]
        for part in parts[:-1]:
            owner = getattr(owner, part, None)
        value = getattr(owner, parts[-1], None)
        if value is not None and is_member(value) and owner is not type(value):
            yield f"{path.name}:{node.lineno} {root.id}.{'.'.join(parts)}"


def package_files():
    return (ROOT / path for path in rooms.sources() if path.startswith("lwganet_qgis/"))


def test_enums_are_scoped():
    found = [item for path in package_files() for item in unscoped(path)]
    assert [item for item in found if not item.startswith("compat.py")] == []
