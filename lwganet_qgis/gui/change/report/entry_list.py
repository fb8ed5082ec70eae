# SPDX-License-Identifier: GPL-3.0-or-later
"""The accepted changes of a report, one by one, each with two pictures, on as many pages as they need."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path

from qgis.core import QgsLayoutItemPicture, QgsPrintLayout

from ....texts import tr
from .drawing import BLUE, GREY, label, place
from .entries import Entry
from .maps import GAP, LEFT, WIDTH
from .report import Report

SIZES = (70.0, 54.0, 40.0, 26.0)
"""Of a picture's side: the largest with which one page holds all, else the smallest."""
BETWEEN, LINE = 2.0, 3.4
TOP, BOTTOM = 14.0, 281.0
SHORT = 70
"""Characters of a note that fit where there are two columns."""
ACROSS = 85
"""Characters of a line where there is one."""


def add_entries(
    layout: QgsPrintLayout, report: Report, pictures: Mapping[str, Path], top: float, bottom: float,
    new_page: Callable[[], float],
) -> None:  # fmt: skip
    """From `top` to `bottom`, then on new pages, each of which gives its own top."""
    if not report.entries:
        return
    heading = 7.0
    size = next((size for size in SIZES if _all(report, size) <= BOTTOM - TOP - heading), SIZES[-1])
    columns = _columns(report, size)
    width = (WIDTH - (columns - 1) * GAP) / columns
    if top + heading + _height(report.entries[0], columns, size) > bottom:
        page = new_page()
        top, bottom = page + TOP, page + BOTTOM
    label(layout, report.list_title, (LEFT, top, WIDTH, 5), 9, BLUE, bold=True)
    y = top + heading
    for first in range(0, len(report.entries), columns):
        row = report.entries[first : first + columns]
        height = max(_height(entry, columns, size) for entry in row)
        if y + height > bottom:
            page = new_page()
            y, bottom = page + TOP, page + BOTTOM
        for column, entry in enumerate(row):
            _add(layout, report, entry, pictures, size, (LEFT + column * (width + GAP), y, width, height))
        y += height + BETWEEN
    if report.more:
        label(layout, report.more, (LEFT, y, WIDTH, 4), 7, GREY)


def _columns(report: Report, size: float) -> int:
    return 2 if size == SIZES[-1] and all(len(entry.change.note) <= SHORT for entry in report.entries) else 1


def _all(report: Report, size: float) -> float:
    """Height of the whole list."""
    columns = _columns(report, size)
    return sum(_height(entry, columns, size) + BETWEEN for entry in report.entries) / columns


def _height(entry: Entry, columns: int, size: float) -> float:
    across = ACROSS * (WIDTH - 2 * size) / (WIDTH - 2 * SIZES[-1])
    lines = 5 + (math.ceil(len(entry.change.note) / across) if columns == 1 else 0)
    return max(size, lines * LINE)


def _add(
    layout: QgsPrintLayout, report: Report, entry: Entry, pictures: Mapping[str, Path], size: float,
    box: tuple[float, float, float, float],
) -> None:  # fmt: skip
    x, y, width, height = box
    for index, name in enumerate(("before", "after")):
        path = pictures.get(f"{name}-{entry.fid}")
        if path is not None:
            item = QgsLayoutItemPicture(layout)
            item.setPicturePath(str(path))
            place(layout, item, (x + index * (size + 1), y, size, size))
    left = 2 * size + 4
    first, *others = entry.lines(report.unit)
    label(layout, first, (x + left, y, width - left, LINE), 7, bold=True)
    label(layout, "\n".join(others), (x + left, y + LINE, width - left, 3 * LINE), 6.5, GREY)
    if entry.change.note:
        text = tr("Note: {}").format(entry.change.note)
        label(layout, text, (x + left, y + 4.2 * LINE, width - left, max(height - 4.2 * LINE, 2 * LINE)), 7)
