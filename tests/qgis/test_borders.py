# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may import what, and enums as Qt 6 wants them."""

import ast
import enum
import importlib
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE_PACKAGES = {"torch", "onnxruntime", "rasterio", "shapely", "onnx", "safetensors"}
QT = {"qgis", "PyQt5", "PyQt6", "processing", "osgeo"}


def sources(folder):
    for place, folders, names in os.walk(ROOT / folder):  # does not follow links: each source once
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(place) / name for name in sorted(names) if name.endswith(".py"))


def imports(path):
    """Absolute imports, late ones as well, with their line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.lineno, node.module


@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("core", QT | {"torch", "models"}),
        ("models", QT | {"core"}),
        ("lwganet_qgis", ENGINE_PACKAGES | {"PyQt5", "PyQt6", "core", "models"}),
    ],
)
def test_imports_keep_the_borders(folder, forbidden):
    allowed = {(ROOT / "core" / "sessions" / "torch.py", "torch")}
    found = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in sources(folder)
        for line, name in imports(path)
        if name.split(".")[0] in forbidden and (path, name.split(".")[0]) not in allowed
    ]
    assert not found


def test_protocol_card_and_errors_need_the_standard_library_alone():
    for name in ("protocol", "model_card", "model_files", "errors", "json_fields", "datasets"):
        for line, module in imports(ROOT / "core" / f"{name}.py"):
            assert module.split(".")[0] in sys.stdlib_module_names, line


def test_no_file_is_long():
    long = [str(path) for path in sources("lwganet_qgis") if len(path.read_text().splitlines()) >= 300]
    assert not long


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


def test_enums_are_scoped():
    found = [item for path in sources("lwganet_qgis") for item in unscoped(path)]
    assert [item for item in found if not item.startswith("compat.py")] == []
