# SPDX-License-Identifier: GPL-3.0-or-later
"""How the sources name what is Qt's and QGIS's: read from their syntax trees, nothing is imported of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GONE = {
    "exec_": "exec", "print_": "print", "globalPos": "globalPosition", "QRegExp": "QRegularExpression",
    "QDesktopWidget": "QScreen", "QTextCodec": "str.encode", "setMargin": "setContentsMargins",
    "MidButton": "MiddleButton",
}  # fmt: skip
"""What Qt 6 has no more, and what there is instead."""


def sources() -> list[Path]:
    """Of the plugin, less the engine, which knows no Qt."""
    return [
        path for path in sorted((ROOT / "lwganet_qgis").rglob("*.py"))
        if path.relative_to(ROOT / "lwganet_qgis").parts[0] not in ("core", "models", "resources")
    ]  # fmt: skip


def imported(tree: ast.AST) -> dict[str, tuple[str, str]]:
    """Names in the file: module and name there."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                found[alias.asname or alias.name] = (node.module, alias.name)
    return found


def chains(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Line and names of each a.b.c, the longest alone."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            line, names = node.lineno, []
            while isinstance(node, ast.Attribute):
                names.append(node.attr)
                node = node.value
            if isinstance(node, ast.Name):
                yield line, [node.id, *reversed(names)]


def gone(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        name = node.attr if isinstance(node, ast.Attribute) else ""
        names = [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else [name]
        for name in names:
            if name in GONE:
                yield node.lineno, f"{name} is gone; there is {GONE[name]}"
        module = getattr(node, "module", None) or ""
        if isinstance(node, ast.ImportFrom) and module.startswith(("PyQt", "PySide")):
            yield node.lineno, f"{module}: import from qgis.PyQt"
