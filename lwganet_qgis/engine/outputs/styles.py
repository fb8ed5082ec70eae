# SPDX-License-Identifier: GPL-3.0-or-later
"""Styles that stay with files: inside GeoPackages, beside all others. QGIS opens the files with them, whoever opens
them and whenever."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsFields, QgsMapLayer, QgsMemoryProviderUtils, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ...core.errors import OutputError
from ...core.outputs.placing import companions
from ...texts import tr
from ..layers.unstyled import quiet_gdal, unstyled

Style = Callable[[Any], None]
ENDING = ".qml"
TABLE = "layer_styles"
"""Where QGIS looks for styles in a GeoPackage; its columns are QGIS's."""
_TEXTS = {
    "f_table_catalog": 256, "f_table_schema": 256, "f_table_name": 256, "f_geometry_column": 256, "styleName": 30,
    "styleQML": 0, "styleSLD": 0, "description": 0, "owner": 30, "ui": 30,
}  # fmt: skip
"""Columns of text, and how long they may be (0: any length)."""
_OTHERS = {".tif", ".tiff", ".vrt", ".jp2", ".img", ".png", ".jpg", ".asc", ".shp", ".geojson", ".fgb", ".kml", ".gml",
           ".tab", ".mif", ".csv", ".gpkg", ".sqlite"}  # fmt: skip
"""Endings of files that would take a style beside them for their own."""


def raster_style(path: str, style: Style) -> str:
    """QML of a raster, as `style` shows it; empty where QGIS cannot read that."""
    layer = unstyled(path, Path(path).stem, "gdal")
    return _exported(layer, style) if layer.isValid() else ""


def vector_style(fields: QgsFields, kind: Any, style: Style) -> str:
    """QML of features with such fields and geometries. No file is opened for it."""
    crs = QgsCoordinateReferenceSystem()
    return _exported(QgsMemoryProviderUtils.createMemoryLayer("style", fields, kind, crs), style)


def _exported(layer: QgsMapLayer, style: Style) -> str:
    style(layer)
    document, kind = QDomDocument(), QgsMapLayer.StyleCategory
    kept = kind.Symbology | kind.Rendering | kind.Labeling | kind.Fields | kind.AttributeTable
    layer.exportNamedStyle(document, QgsReadWriteContext(), kept)
    return document.toString(1)


def put_beside(made: Path, target: Path, qml: str) -> None:
    """A style for the file `made`, which becomes `target`. None is put where another file would take it for its own.

    Raises:
        OutputError: it cannot be written.
    """
    place = made.with_suffix(ENDING)
    if place.exists():  # of another result with this name: it cannot be that of both
        place.unlink()
        return
    try:
        if qml and _free(target):
            place.write_text(qml, encoding="utf-8")
    except OSError as error:
        name = target.with_suffix(ENDING)
        raise OutputError(tr("{} cannot be written ({}). Nothing was changed.").format(name, error.strerror)) from error


def _free(target: Path) -> bool:
    """Whether the place beside a file is its own."""
    if target.with_suffix(ENDING).exists() and not target.exists():
        return False
    own = {target, *companions(target)}
    same = (other for other in target.parent.iterdir() if other.stem == target.stem and other not in own)
    return not any(other.suffix.lower() in _OTHERS and not _has_own(other) for other in same)


def _has_own(path: Path) -> bool:
    """Whether it is a GeoPackage with styles inside, which go before one beside it."""
    if path.suffix.lower() != ".gpkg":
        return False
    with quiet_gdal():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        except RuntimeError:  # where another plugin has switched GDAL's exceptions on
            return False
        return dataset is not None and dataset.GetLayerByName(TABLE) is not None


def put_inside(path: str, table: str, qml: str) -> None:
    """The default style of a table of a GeoPackage.

    Raises:
        OutputError: it cannot be written.
    """
    with quiet_gdal():
        try:
            dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)
            if dataset is None or not write_row(dataset, table, qml):
                raise RuntimeError(gdal.GetLastErrorMsg())
            dataset.FlushCache()
        except RuntimeError as error:  # GDAL's words are SQL
            raise OutputError(tr("{} cannot be written to; is it open elsewhere?").format(path)) from error


def write_row(dataset: gdal.Dataset, table: str, qml: str) -> bool:
    """Whether the style came into an open GeoPackage."""
    styles = dataset.GetLayerByName(TABLE) or _table(dataset)
    shown = dataset.GetLayerByName(table)
    if styles is None or shown is None:
        return False
    row = ogr.Feature(styles.GetLayerDefn())
    values = {"f_table_catalog": "", "f_table_schema": "", "f_table_name": table, "styleName": "LWGANet",
              "f_geometry_column": shown.GetGeometryColumn(), "styleQML": qml, "styleSLD": "", "description": "",
              "owner": "", "useAsDefault": 1}  # fmt: skip
    for name, value in values.items():
        row.SetField(name, value)
    return styles.CreateFeature(row) == ogr.OGRERR_NONE


def _table(dataset: gdal.Dataset) -> ogr.Layer | None:
    styles = dataset.CreateLayer(TABLE, None, ogr.wkbNone)
    if styles is None:
        return None
    for name, width in _TEXTS.items():
        field = ogr.FieldDefn(name, ogr.OFTString)
        field.SetWidth(width)
        styles.CreateField(field)
    default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    default.SetSubType(ogr.OFSTBoolean)
    styles.CreateField(default)
    updated = ogr.FieldDefn("update_time", ogr.OFTDateTime)
    updated.SetDefault("CURRENT_TIMESTAMP")
    styles.CreateField(updated)
    return styles
