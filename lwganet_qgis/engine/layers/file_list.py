# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files are read when a layer is: its own, and those that it only refers to."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from osgeo import gdal

Key = tuple[object, ...]
_INDEX = re.compile(r"(^GTI:)|(\.gti(\.\w+)?$)", re.IGNORECASE)
"""Tile indexes of GDAL's GTI driver, which this GDAL need not know: vector files that name rasters."""
_ARCHIVES = ("/vsizip/", "/vsitar/", "/vsigzip/")
_PARTS = re.compile(r"""\b[A-Za-z]:[\\/][^:"'?&=|<>,]*|(?:(?!\b[A-Za-z]:[\\/])[^:"'?&=|<>,])+""")
"""Of a source: a path that begins with a drive, or what stands between the signs that sources are made of."""
DEEPEST = 8
"""Levels of files that refer to files."""


def key_of(path: str | Path) -> Key:
    """The same for two names of one file, links of both kinds included."""
    try:
        found = os.stat(path)
    except OSError:
        return (os.path.normcase(os.path.realpath(path)),)
    return found.st_dev, found.st_ino


def files_behind(sources: Iterable[str]) -> set[Key]:
    """Keys of all files that GDAL reads for these sources."""
    found: set[Key] = set()
    seen: set[str] = set()
    level = list(sources)
    for _ in range(DEEPEST):
        new = [source for source in dict.fromkeys(level) if source not in seen and _is_local(source)]
        seen.update(new)
        found.update(key_of(path) for source in new for path in (source, *_files_in(source)))
        level = [path for source in new for path in _named_by(source)]
        if not level:
            break
    return found


def _is_local(source: str) -> bool:
    known = bool(_INDEX.search(source)) or os.path.exists(source) or source.startswith(_ARCHIVES)
    return known or bool(_files_in(source))


def _files_in(source: str) -> list[str]:
    """Files that a source names which is none: one raster of several in a file, a text with options, a calculation."""
    return [part for part in _PARTS.findall(unquote(source)) if os.path.isfile(part)]


def _named_by(source: str) -> Iterator[str]:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        if _INDEX.search(source):
            yield from _tiles(source)
        dataset = gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_VECTOR)
        yield from (dataset.GetFileList() or ()) if dataset is not None else ()
    except RuntimeError:
        return  # GDAL's exceptions may be on; what cannot be opened names nothing
    finally:
        gdal.PopErrorHandler()


def _tiles(source: str) -> Iterator[str]:
    """An index file and the rasters in it."""
    path, field = re.sub("^GTI:", "", source, flags=re.IGNORECASE).partition(",")[0], "location"
    if path.lower().endswith(".gti"):
        path, field = _described(Path(path))
    yield path
    dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    for index in range(dataset.GetLayerCount() if dataset is not None else 0):
        layer = dataset.GetLayer(index)
        if layer.GetLayerDefn().GetFieldIndex(field) >= 0:
            folder = Path(path).parent
            yield from (str(folder / feature[field]) for feature in layer if feature[field])


def _described(path: Path) -> tuple[str, str]:
    """Index and field of a description in XML."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return "", "location"

    def said(name: str) -> str:
        found = re.search(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        return html.unescape(found[1].strip()) if found else ""

    return str(path.parent / said("IndexDataset")), said("LocationField") or "location"
