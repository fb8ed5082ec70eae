# SPDX-License-Identifier: GPL-3.0-or-later
"""Sinks of Processing that write where a run makes its outputs.

A table of a GeoPackage that exists is written beside the others under another name until the run's end. Only
a database's server and layers in memory have no such place: they are written to when all else is ready.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorFileWriter,
)

from ...core.errors import OutputError
from ...engine.layers.unstyled import quiet_gdal
from ...engine.outputs.sink import Sink
from ...engine.outputs.stage import Stage
from ...engine.outputs.styles import Style, put_beside, put_inside, vector_style
from ...engine.outputs.tables import TableSwap
from ...texts import tr
from . import destinations

KeepStyle = Callable[[Style], None]
_STYLES_INSIDE = (".gpkg",)


def vector_endings() -> list[str]:
    """Of files that QGIS can write, and read again: what cannot be read back is not known to be there."""
    endings = QgsVectorFileWriter.supportedFormatExtensions()
    drivers = [gdal.GetDriverByName(QgsVectorFileWriter.driverForExtension(ending)) for ending in endings]
    read = [driver is not None and driver.GetMetadataItem("DCAP_OPEN") == "YES" for driver in drivers]
    return [f".{ending}" for ending, readable in zip(endings, read) if readable]


def not_made(name: str, target: object) -> str:
    """What is said of a file that a library does not begin: its own words are often SQL, about a hidden file."""
    return tr("{} cannot be written to {}; is the disk full, or does its format not take such features?").format(
        name, target
    )


def open_sink(
    tool: QgsProcessingAlgorithm, stage: Stage, values: dict[str, Any], name: str, context: QgsProcessingContext,
    feedback: Any, schema: QgsFields, kind: Any, crs: QgsCoordinateReferenceSystem,
) -> tuple[Sink, str, KeepStyle]:  # fmt: skip
    """The sink of parameter `name`, the id that its layer will have when the run is over, and what keeps a style with
    it, once it is closed."""
    target = destinations.text_of(values[name], context)
    path, table = destinations.table_of(target)
    swap = TableSwap(path, table) if path and os.path.isfile(path) else None
    place = ""
    if swap is not None:
        place = destinations.other_table(target, swap.made)
        stage.also(swap)
    elif destinations.file_of(target):
        path = destinations.file_of(target)
        place = target.replace(path, stage.at(path))
    moved = {**values, name: destinations.elsewhere(values[name], place)} if place else values
    sink, made = _made(tool, moved, name, context, feedback, schema, kind, crs)
    if sink is None:
        raise OutputError(not_made(name, destinations.file_of(target) or target))
    layer = context.temporaryLayerStore().mapLayer(made)
    if layer is not None:
        _complete(layer, schema, crs)
    final = made.replace(swap.made, swap.name) if swap is not None else stage.target(made)
    _load_as(context, made, final)
    return Sink(sink, made, name, context, feedback), final, _keeper(made, final, schema, kind, swap)


def _keeper(made: str, final: str, schema: QgsFields, kind: Any, swap: TableSwap | None) -> KeepStyle:
    """Of a file; layers in memory and in databases of a server are only styled where they are loaded."""
    path, _, options = made.partition("|")

    def keep(style: Style) -> None:
        if swap is not None and Path(path).suffix.lower() in _STYLES_INSIDE:
            swap.style = vector_style(schema, kind, style)
        elif swap is None and Path(path).is_file():
            keep_vector_style(path, final.partition("|")[0], schema, kind, style, options)

    return keep


def keep_vector_style(path: str, final: str, schema: QgsFields, kind: Any, style: Style, options: str = "") -> None:
    """With the file `path`, which becomes `final`; `options` may name its table. Raises OutputError."""
    qml = vector_style(schema, kind, style)
    if Path(path).suffix.lower() in _STYLES_INSIDE:
        put_inside(path, options.partition("layername=")[2].partition("|")[0] or Path(path).stem, qml)
    else:
        put_beside(Path(path), Path(final), qml)


def _complete(layer: Any, schema: QgsFields, crs: QgsCoordinateReferenceSystem) -> None:
    """What layers in memory lose: their fields' aliases (before 3.24 or so); no CRS, as they are given EPSG:4326."""
    if not crs.isValid():
        layer.setCrs(crs)
    for index, field in enumerate(schema):
        layer.setFieldAlias(index, field.alias())


def _made(
    tool: QgsProcessingAlgorithm, values: dict[str, Any], name: str, context: Any, feedback: Any, *layer: Any
) -> tuple[Any, str]:
    """QGIS's own sink, or None."""
    try:
        with quiet_gdal():
            return tool.parameterAsSink(values, name, context, *layer)
    except QgsProcessingException as error:
        feedback.pushDebugInfo(str(error))
        return None, ""


def _load_as(context: QgsProcessingContext, made: str, final: str) -> None:
    """A layer that a dialog wants to load will have another source by then."""
    to_load = context.layersToLoadOnCompletion()
    if made != final and made in to_load:
        to_load[final] = to_load.pop(made)
        context.setLayersToLoadOnCompletion(to_load)
