# SPDX-License-Identifier: GPL-3.0-or-later
"""What a class raster says of its values beside itself, in GDAL's auxiliary file.

A TIFF's own colour table has 256 entries, whatever is in the raster, and programs list them all; the one here has as
many as there are classes, and goes before it. The attribute table says the same to those who look for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..cards.card import ModelClass

_COLUMNS = (("Value", 0, 5), ("Class", 2, 2), ("Red", 0, 6), ("Green", 0, 7), ("Blue", 0, 8), ("Alpha", 0, 9))
"""Of the attribute table: name, GDAL's number of its type, and of its use."""
Colour = tuple[int, int, int, int]


def colours(classes: Sequence[ModelClass], through: bool) -> list[Colour]:
    """Red, green, blue and opacity (0 to 255) of each class; `through` the first one can be seen."""
    found = []
    for value, entry in enumerate(classes):
        red, green, blue = bytes.fromhex(entry.color[1:])
        found.append((red, green, blue, 0 if through and not value else 255))
    return found


def auxiliary(classes: Sequence[ModelClass], through: bool) -> str:
    """The content of ``NAME.aux.xml``: colours, names and attribute table of the classes 0, 1, 2 and so on."""
    names = [escape(entry.name) for entry in classes]
    shown = colours(classes, through)
    entries = "".join('<Entry c1="{}" c2="{}" c3="{}" c4="{}" />'.format(*colour) for colour in shown)
    categories = "".join(f"<Category>{name}</Category>" for name in names)
    columns = "".join(
        f'<FieldDefn index="{index}"><Name>{name}</Name><Type>{kind}</Type><Usage>{use}</Usage></FieldDefn>'
        for index, (name, kind, use) in enumerate(_COLUMNS)
    )
    rows = "".join(
        f'<Row index="{value}">' + "".join(f"<F>{field}</F>" for field in (value, name, *colour)) + "</Row>"
        for value, (name, colour) in enumerate(zip(names, shown))
    )
    return (
        f'<PAMDataset><PAMRasterBand band="1"><ColorInterp>Palette</ColorInterp><ColorTable>{entries}</ColorTable>'
        f"<CategoryNames>{categories}</CategoryNames>"
        f'<GDALRasterAttributeTable tableType="thematic">{columns}{rows}</GDALRasterAttributeTable>'
        "</PAMRasterBand></PAMDataset>"
    )
