# SPDX-License-Identifier: GPL-3.0-or-later
"""No file of the plugin says anything that Qt 6 has no more: enums are named whole, gone functions are not called."""

import ast
import enum
import importlib

import pytest

from ..qt6.spelling import ROOT, chains, gone, imported, sources

OLDER = {"QVariant.Int", "QVariant.Double", "QVariant.String"}
"""Asked for by `compat` where QGIS is too old for anything else."""


def is_member(value):
    """Of an enum of Qt's or QGIS's, however it is wrapped."""
    kind = type(value)
    return isinstance(value, enum.Enum) or (
        isinstance(value, int) and kind not in (int, bool) and kind.__module__.startswith(("PyQt5", "qgis"))
    )


def unscoped(text):
    tree = ast.parse(text)
    names = imported(tree)
    for line, chain in chains(tree):
        module, name = names.get(chain[0], ("", ""))
        if not module.startswith("qgis.") or ".".join(chain) in OLDER:
            continue
        owner = getattr(importlib.import_module(module), name, None)
        for attribute in chain[1:]:
            value = getattr(owner, attribute, None)
            if value is not None and is_member(value) and owner is not type(value):
                yield line, f"{'.'.join(chain)}: put {type(value).__name__} before {attribute}"
            owner = value


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT / "lwganet_qgis")))
def test_a_file_can_be_read_by_qt6(path, qgis_app):
    text = path.read_text(encoding="utf-8")
    assert [*unscoped(text), *gone(ast.parse(text))] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from qgis.PyQt.QtCore import Qt\na = Qt.AlignLeft", "put AlignmentFlag before AlignLeft"),
        ("from qgis.core import QgsTask as T\na = T.CanCancel", "put Flag before CanCancel"),
        ("from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec_()", "exec_ is gone"),
        ("from PyQt5.QtCore import Qt", "import from qgis.PyQt"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegExp is gone"),
    ],
)
def test_it_would_be_seen(text, said, qgis_app):
    found = [*unscoped(text), *gone(ast.parse(text))]
    assert len(found) == 1 and said in found[0][1]
