# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be found wrong with the parameters before any work. Every check raises EngineError."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QLocale

from ...core.cards.card import ModelCard
from ...core.errors import DeviceError, InputError, OutputError
from ...core.jobs.parts.cut import LARGEST_SCALE, RESOLUTIONS, SMALLEST_SCALE
from ...core.jobs.parts.model import DEVICES, SCALINGS, VIEWS
from ...core.outputs.placing import companions
from ...engine.layers.file_list import files_behind, key_of
from ...texts import tr
from .numbers import parsed

SMALLEST_TILE = 16


def parse_bands(value: Any) -> tuple[int, ...]:
    """'4,3,2', '4;3;2', '4 3 2', 4 or [4, 3, 2]; nothing: empty."""
    if value is None or value == "":
        return ()
    parts = value if isinstance(value, (list, tuple)) else re.split(r"[\s,;]+", str(value).strip())
    try:
        bands = tuple(int(str(part)) for part in parts if str(part) != "")
    except ValueError:
        raise InputError(
            tr("BANDS is '{}'; write band numbers with commas between them, e.g. 3,2,1.").format(value)
        ) from None
    if any(band < 1 for band in bands):
        raise InputError(tr("BANDS is '{}'; bands count from 1.").format(value))
    return bands


def parse_classes(value: str, card: ModelCard) -> tuple[int, ...]:
    """Names or numbers of classes, with commas between them; nothing: empty."""
    names = [entry.name.lower() for entry in card.knows.classes]
    found = []
    for part in filter(None, (part.strip() for part in (value or "").split(","))):
        if part.lower() in names:
            found.append(names.index(part.lower()))
        elif part.isdecimal() and int(part) < len(names):
            found.append(int(part))
        else:
            known = ", ".join(f"{index} {entry.name}" for index, entry in enumerate(card.knows.classes))
            raise InputError(
                tr("CLASSES names '{}', which model '{}' does not know. It knows: {}.").format(part, card.id, known)
            )
    return tuple(dict.fromkeys(found))


def parse_scales(value: str) -> tuple[float, ...]:
    """'0.5,1' or '0.5 1'; nothing: empty."""
    try:
        scales = listed_numbers(value)
    except ValueError:
        scales = (0.0,)
    if not all(SMALLEST_SCALE <= scale <= LARGEST_SCALE for scale in scales):
        raise InputError(
            tr("SCALES is '{}'; write numbers from {:g} to {:g} with commas between them, e.g. 0.5,1.").format(
                value, SMALLEST_SCALE, LARGEST_SCALE
            )
        )
    return scales


def parse_shift(value: Any) -> tuple[float, float]:
    """'3.5,-2' or '3.5 -2': east and north in map units; nothing: no shift."""
    try:
        east, north = listed_numbers(value) or (0.0, 0.0)
    except ValueError:
        raise InputError(
            tr("SHIFT is '{}'; write two numbers, east and north in map units, e.g. 3.5,-2.").format(value)
        ) from None
    return east, north


def listed_numbers(value: Any) -> tuple[float, ...]:
    """Numbers with commas, blanks or semicolons between them; with one of the latter two a comma may be a decimal one.

    Raises ValueError.
    """
    text = str(value or "").strip()
    apart = r"[\s;]+" if re.search(r"[^,\s][;\s]+[^,\s]", text) and QLocale().decimalPoint() == "," else r"[\s,;]+"
    return tuple(parsed(part) for part in re.split(apart, text) if part)


def check_iou(value: float | None) -> None:
    if value is not None and not 0.0 < value <= 1.0:
        raise InputError(tr("IOU is {}; give a value above 0, at most 1.").format(value))


def check_bands(bands: Sequence[int], card: ModelCard, layers: Iterable[QgsRasterLayer]) -> None:
    needed = card.takes.input.bands
    want = tr("{} needs these bands: {} ({}).").format(card.title, len(needed), ", ".join(needed))
    if bands and len(bands) != len(needed):
        raise InputError(tr("{} BANDS names another number: {}.").format(want, len(bands)))
    for layer in layers:
        has = layer.bandCount()
        if layer.providerType() == "wms":
            has = 4  # tile services deliver red, green, blue, alpha
        if not bands and has < len(needed):
            raise InputError(
                tr("{} The number in {} is {}. Choose another raster, or name bands in BANDS.").format(
                    want, layer.name(), has
                )
            )
        if bands and max(bands) > has:
            raise InputError(tr("BANDS names band {}; the last one of {} is {}.").format(max(bands), layer.name(), has))


def check_extent_crs(value: Any, layer: QgsRasterLayer) -> None:
    """`value` is the EXTENT as it was given. QGIS takes numbers in an unknown CRS, and such as cannot be
    transformed, for the layer's own."""
    named = re.search(r"\[(.+)\]\s*$", value) if isinstance(value, str) else None
    if named is None:
        return
    crs = QgsCoordinateReferenceSystem(named.group(1))
    if not crs.isValid():
        raise InputError(tr("EXTENT names the CRS {}, which QGIS does not know.").format(named.group(1)))
    numbers = re.findall(r"[-+]?[\d.]+(?:[eE][-+]?\d+)?", value[: named.start()])
    if len(numbers) != 4 or not layer.crs().isValid():
        return
    xmin, xmax, ymin, ymax = map(float, numbers)
    change = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance().transformContext())
    try:
        fits = change.transformBoundingBox(QgsRectangle(xmin, ymin, xmax, ymax)).isFinite()
    except QgsCsException:
        fits = False
    if not fits:
        raise InputError(
            tr("EXTENT cannot be brought from {} to the CRS of {}, {}.").format(
                named.group(1), layer.name(), layer.crs().authid()
            )
        )


def check_extent(given: bool, extent: QgsRectangle | None, layer: QgsRasterLayer) -> None:
    if not given:
        return
    if extent is None or extent.isEmpty() or not extent.isFinite():
        raise InputError(
            tr("EXTENT is empty; give xmin,xmax,ymin,ymax of an area, or leave it out for the whole raster.")
        )
    if layer.extent().isFinite() and not extent.intersects(layer.extent()):
        raise InputError(
            tr("EXTENT does not touch {}, whose extent is {}.").format(layer.name(), layer.extent().toString(6))
        )


def check_tiles(tile_size: int, overlap: int) -> None:
    if 0 < tile_size < SMALLEST_TILE:
        raise InputError(
            tr("TILE_SIZE is {}; give at least {} pixels, or 0 for the model's own.").format(tile_size, SMALLEST_TILE)
        )
    if tile_size and overlap >= tile_size:
        raise InputError(tr("OVERLAP is {}; it must be smaller than TILE_SIZE ({}).").format(overlap, tile_size))


def check_device(device: str) -> None:
    if not re.fullmatch(DEVICES, device):
        text = tr("DEVICE is '{}'; write auto, cpu, cuda, cuda:N (N counts from 0) or directml.")
        raise DeviceError(text.format(device))


def check_resolution(resolution: str) -> None:
    if not re.fullmatch(RESOLUTIONS, resolution):
        text = tr("RESOLUTION is '{}'; write image, model, or a number of metres.")
        raise InputError(text.format(resolution))


def check_scaling(scaling: str) -> None:
    if scaling not in SCALINGS:
        raise InputError(tr("SCALING is '{}'; write one of {}.").format(scaling, ", ".join(SCALINGS)))


def check_views(views: str, spread: bool) -> None:
    """Raises InputError for a number of views that there is not, or one view where their spread is wanted."""
    if views not in map(str, VIEWS):
        raise InputError(tr("VIEWS is '{}'; write one of {}.").format(views, ", ".join(map(str, VIEWS))))
    if spread and views == "1":
        raise InputError(tr("SPREAD needs more than one view: choose VIEWS 2 or 8, or leave it out."))


def check_target(name: str, target: str, suffixes: Sequence[str] = ()) -> None:
    """`target` is a file path. Writes and removes a nameless file beside it to be sure."""
    path = Path(target)
    if suffixes and path.suffix.lower() not in suffixes:
        known = tr(" or ").join(suffixes) if len(suffixes) < 4 else ", ".join(suffixes)
        raise OutputError(tr("{} is {}; the name must end with {}.").format(name, target, known))
    if path.is_dir():
        raise OutputError(tr("{} is {}, which is a folder; add a file name.").format(name, target))
    if path.exists() and not path.is_file():
        raise OutputError(tr("{} is {}, which is no file; choose another place.").format(name, target))
    folder = path.absolute().parent
    if not folder.is_dir():
        raise OutputError(
            tr("{} cannot be written: {} is no folder. Make it, or choose another place.").format(name, folder)
        )
    try:
        with tempfile.TemporaryFile(dir=str(folder)):
            pass
        if path.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
    except OSError as error:
        raise OutputError(
            tr("{} cannot be written to {} ({}). Choose another place.").format(name, folder, error.strerror or error)
        ) from error


def check_apart(targets: Sequence[tuple[str, str]], inputs: Iterable[str]) -> None:
    """Pairs of parameter and file: none may be another's, nor a file that the inputs are read from."""
    read = files_behind(inputs)
    taken: dict[object, str] = {}
    for name, target in targets:
        if taken.setdefault(key_of(target), name) != name:
            raise OutputError(
                tr("{} and {} are both {}; give each its own file.").format(taken[key_of(target)], name, target)
            )
    for name, target in targets:
        for part in (target, *map(str, companions(Path(target)))):
            if key_of(part) in read:
                raise OutputError(
                    tr("{} is {}, which is an input, or a file behind one; choose another file.").format(name, part)
                )
            if taken.get(key_of(part), name) != name:
                other = taken[key_of(part)]
                raise OutputError(tr("{} and {} are both {}; give each its own file.").format(name, other, part))
