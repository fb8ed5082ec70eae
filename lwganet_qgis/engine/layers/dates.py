# SPDX-License-Identifier: GPL-3.0-or-later
"""When an image was taken: YYYY, YYYY-MM or YYYY-MM-DD, as far as the layer says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath

from osgeo import gdal
from qgis.core import QgsRasterLayer

_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_PATTERNS = (
    re.compile(_YEAR + r"([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(_YEAR + r"([-_. ])(0[1-9]|1[0-2])(?!\d)"),
    re.compile(_YEAR + r"(?!\d)"),
)
_TAGS = (
    ("", "ACQUISITION_DATE"), ("", "ACQUISITIONDATE"), ("IMAGERY", "ACQUISITIONDATETIME"), ("", "DATE_ACQUIRED"),
    ("", "TIFFTAG_DATETIME"),
)  # fmt: skip
"""Metadata domain and item; the last is when the file was written, often enough the same day."""


def in_text(text: str) -> str:
    """The first date in a text, the fullest form first; empty where there is none."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            parts = [part for part in found.groups() if part.isdigit()]
            if len(parts) < 3 or _is_day(*parts):
                return "-".join(parts)
    return ""


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def guess(layer: QgsRasterLayer) -> str:
    """From the layer's temporal properties, else its name, its file's name, the file's tags."""
    times = layer.temporalProperties()
    if times.isActive() and times.fixedTemporalRange().begin().isValid():
        return str(times.fixedTemporalRange().begin().toString("yyyy-MM-dd"))
    file_name = PurePath(layer.source().split("|")[0]).stem
    return in_text(layer.name()) or in_text(file_name) or _in_tags(layer)


def _in_tags(layer: QgsRasterLayer) -> str:
    if layer.providerType() != "gdal":
        return ""
    try:
        dataset = gdal.Open(layer.source().split("|")[0])
    except RuntimeError:  # where somebody has asked GDAL for exceptions
        return ""
    if dataset is None:
        return ""
    texts = (dataset.GetMetadataItem(item, domain) for domain, item in _TAGS)
    return next(filter(None, (in_text(text.replace(":", "-", 2)) for text in texts if text)), "")


def out_of_order(before: str, after: str) -> bool:
    """Whether what is known says that `after` is the earlier one."""
    known = min(len(before), len(after))
    return bool(known) and after[:known] < before[:known]
