# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and files of a series: all of them appear together, or none."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsFields, QgsRasterLayer, QgsVectorFileWriter, QgsWkbTypes

from .. import compat
from ..core.errors import InputError, OutputError
from ..engine.features import CHANGE_FIELDS, write_features
from .texts import tr

LONGEST = 60
"""Characters of a layer's name in a file's name."""
KEPT = (".tif", ".aux.xml", ".gpkg")


def names(given: str, layers: Sequence[QgsRasterLayer]) -> list[str]:
    """Of the images. Raises InputError where there are not as many as images, or an image is there twice."""
    sources = [layer.source() for layer in layers]
    for layer in layers:
        if sources.count(layer.source()) > 1:
            raise InputError(tr("LAYERS names {} twice; give each date once.").format(layer.name()))
    found = [part.strip() for part in given.split(",")] if given.strip() else [layer.name() for layer in layers]
    if len(found) != len(layers) or not all(found):
        raise InputError(
            tr("NAMES has {} names for {} layers; give one for each, with commas between.").format(
                len(found), len(layers)
            )
        )
    return found


def stems(given: Sequence[str]) -> list[str]:
    """For file names: the two dates of each pair, in signs that every system takes; no two alike."""
    plain = [re.sub(r"[^\w.-]+", "_", name)[:LONGEST].strip("._") or "date" for name in given]
    found: list[str] = []
    for earlier, later in zip(plain, plain[1:]):
        stem = f"{earlier}_{later}"
        found.append(stem if stem not in found else f"{stem}_{len(found) + 1}")
    return found


@contextmanager
def unfinished(folder: str, scratch: Path, created: list[str]) -> Iterator[Path]:
    """Where to write; what lies there comes into `folder` at the end, and its names into `created`.

    Without a folder: `scratch`.

    Raises:
        OutputError: the folder cannot be made or written to.
    """
    if not folder:
        yield scratch
        return
    target = Path(folder)
    made = next((part for part in reversed((target, *target.parents)) if not part.exists()), None)
    place = None
    finished = False
    try:
        target.mkdir(parents=True, exist_ok=True)
        place = Path(tempfile.mkdtemp(prefix=".lwganet-", dir=folder))
        yield place
        for path in sorted(place.iterdir()):
            if path.name.endswith(KEPT):
                os.replace(path, target / path.name)
                created.append(str(target / path.name))
        finished = True
    except OSError as error:
        raise OutputError(
            tr("FOLDER cannot be written to {} ({}). Choose another place.").format(folder, error.strerror or error)
        ) from error
    finally:
        if place is not None:
            shutil.rmtree(place, ignore_errors=True)
        if not finished and made is not None:
            _remove_empty(target, made)


def _remove_empty(folder: Path, top: Path) -> None:
    """Removes empty folders from `folder` up to `top`."""
    try:
        folder.rmdir()
    except OSError:
        return  # it holds something, or is gone
    if folder != top:
        _remove_empty(folder.parent, top)


def write_geopackage(
    features: str, target: Path, crs: QgsCoordinateReferenceSystem, context: Any, feedback: Any
) -> None:
    """The engine's change polygons as a GeoPackage. Raises OutputError where that cannot be written."""
    fields = QgsFields()
    for name, kind in CHANGE_FIELDS:
        fields.append(compat.field(name, kind))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", target.stem
    writer = QgsVectorFileWriter.create(
        str(target), fields, QgsWkbTypes.Type.Polygon, crs, context.transformContext(), options
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise OutputError(tr("{} cannot be written: {}").format(target, writer.errorMessage()))
    write_features(Path(features), [name for name, _ in CHANGE_FIELDS], _Sink(writer), feedback)
    del writer


class _Sink:
    """A writer that answers as the sinks of Processing do."""

    def __init__(self, writer: QgsVectorFileWriter) -> None:
        self.writer = writer

    def addFeature(self, feature: Any, flags: Any) -> bool:  # noqa: N802
        return bool(self.writer.addFeature(feature, flags))

    def lastError(self) -> str:  # noqa: N802
        return str(self.writer.errorMessage())
