# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and files of a series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsVectorFileWriter, QgsWkbTypes

from ...core.errors import InputError, OutputError
from ...engine.outputs import columns
from ...engine.outputs.features import write_features
from ...engine.outputs.fields import CHANGE_FIELDS, in_unit, schema
from ...engine.outputs.sink import Sink
from ...engine.outputs.styles import Style, put_beside, raster_style
from ...texts import tr
from .sinks import keep_vector_style, not_made

LONGEST = 60
"""Characters of a layer's name in a file's name."""


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


def of_pair(stem: str) -> tuple[str, str, str]:
    """Names of the files of one pair: change raster, probability raster, polygons."""
    return f"change_{stem}.tif", f"probability_{stem}.tif", f"polygons_{stem}.gpkg"


def write_geopackage(
    features: str, target: Path, crs: QgsCoordinateReferenceSystem, measured: bool, style: Style, context: Any,
    feedback: Any,
) -> None:
    """The engine's change polygons as a GeoPackage. Raises OutputError where that cannot be written."""
    fields = in_unit(CHANGE_FIELDS, measured)
    made = schema(fields)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", target.stem
    writer = QgsVectorFileWriter.create(
        str(target), made, QgsWkbTypes.Type.Polygon, crs, context.transformContext(), options
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        feedback.pushDebugInfo(writer.errorMessage())
        raise OutputError(not_made(target.name, target))
    sink = Sink(writer, str(target), target.name, context, feedback)
    del writer
    write_features(Path(features), fields, sink)
    sink.close()
    kind = QgsWkbTypes.Type.Polygon
    keep_vector_style(str(target), str(target), made, kind, columns.dressed(made, (), style))


def keep_raster_style(made: str, target: Path, style: Style) -> None:
    """With the raster `made`, which becomes `target`. Raises OutputError."""
    put_beside(Path(made), target, raster_style(made, style))
