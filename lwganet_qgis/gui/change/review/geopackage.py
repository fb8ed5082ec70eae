# SPDX-License-Identifier: GPL-3.0-or-later
"""How a review's GeoPackage is made and recognised.

GDAL's SQLite is the only one used: two copies of the library in one process would break each other's locks.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProject,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread

from .... import compat
from ....core.errors import InputError, OutputError
from ....engine.layers.unstyled import unstyled
from ....engine.outputs.sink import features_of
from ....texts import tr

CHANGES, FACTS = "changes", "lwganet_review"
FIELDS = (
    ("class", "text"), ("area_m2", "float"), ("probability", "float"), ("review", "text"), ("note", "text"),
    ("reviewed", "text"), ("reviewer", "text"),
)  # fmt: skip
VERDICTS = "verdicts"
"""Field with the last word of each reviewer, as JSON."""


def number(value: Any) -> float | None:
    """None for what a table has no value for, whichever way this QGIS says so."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def schema() -> QgsFields:
    """Of the table of changes."""
    fields = QgsFields()
    for name, kind in (*FIELDS, (VERDICTS, "text")):
        fields.append(compat.field(name, kind))
    return fields


def is_review(path: Path) -> bool:
    dataset = _open(path)
    return dataset is not None and all(dataset.GetLayerByName(name) is not None for name in (CHANGES, FACTS))


def check_target(path: Path, replace: bool, in_use: bool) -> None:
    """Raises OutputError where a review must not be written."""
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise OutputError(tr("{} cannot be written to; choose another folder.").format(path.parent))
    if not path.exists():
        return
    if not is_review(path):
        raise OutputError(tr("{} exists and is no review; choose another name.").format(path))
    if not replace:
        raise OutputError(tr("{} holds a review already; open it, or choose another name.").format(path))
    if in_use or _in_project(path) or is_open(path):
        raise OutputError(tr("{} is open; close it and remove its layers from the project first.").format(path))


def _in_project(path: Path) -> bool:
    if QThread.currentThread() != QCoreApplication.instance().thread():
        return False  # the project is the main thread's
    layers = list(QgsProject.instance().mapLayers().values())
    return any(layer.source().split("|")[0] == str(path) for layer in layers)


def is_open(path: Path) -> bool:
    """Whether anybody has the GeoPackage open for writing: only its last user can end SQLite's write-ahead log."""
    dataset = _open(path, gdal.OF_UPDATE)
    if dataset is None:
        return True
    try:
        answer = dataset.ExecuteSQL("PRAGMA journal_mode=DELETE")
    except RuntimeError:
        return True
    if answer is None:
        return True
    ended = answer.GetNextFeature().GetField(0) == "delete"
    dataset.ReleaseResultSet(answer)
    return not ended


def settle(path: Path) -> bool:
    """Brings what SQLite keeps in its log into the file itself, so that a copy of that alone has all of it.

    False where somebody is reading or writing just now.
    """
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or not log.stat().st_size:
        return True
    dataset = _open(path, gdal.OF_UPDATE)
    if dataset is None:
        return False
    try:
        answer = dataset.ExecuteSQL("PRAGMA wal_checkpoint(TRUNCATE)")
    except RuntimeError:  # where somebody has switched GDAL's exceptions on
        return False
    if answer is None:
        return False
    busy = answer.GetNextFeature().GetField(0)
    dataset.ReleaseResultSet(answer)
    return not busy


def write(path: Path, source: Any, crs: QgsCoordinateReferenceSystem, facts: dict[str, Any]) -> None:
    """`facts` need ``comparison``, ``created`` and ``info``; the unit of areas is found here."""
    try:
        features = source.getFeatures() if hasattr(source, "getFeatures") else source
        measured, count = _write_changes(path, features, crs)
        pixel_area = _pixel_area(facts["info"])
        unit = "m2" if measured or (crs.isValid() and not count) else "px"
        _write_facts(path, {**facts, "crs": crs.authid() or crs.toWkt(), "pixel_area": pixel_area, "unit": unit})
    except (OSError, RuntimeError) as error:
        raise OutputError(tr("The review {} cannot be written: {}").format(path, error)) from error
    if not is_review(path) or features_of(str(path), CHANGES) != count:
        raise OutputError(tr("The review {} cannot be written: {}").format(path, tr("is the disk full?")))


def _write_changes(
    path: Path, features: Iterable[QgsFeature], crs: QgsCoordinateReferenceSystem
) -> tuple[bool, int]:  # fmt: skip
    """Whether any polygon has an area in square metres, and how many polygons there are."""
    fields = schema()
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.layerOptions = "GPKG", CHANGES, ["FID=fid"]
    transforms = QgsCoordinateTransformContext()
    writer = QgsVectorFileWriter.create(str(path), fields, QgsWkbTypes.Type.MultiPolygon, crs, transforms, options)
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise OSError(writer.errorMessage())
    measured, count = False, 0
    for origin in features:
        geometry = origin.geometry()
        geometry.convertToMultiType()
        given = dict(zip(origin.fields().names(), origin.attributes()))
        area = number(given.get("area_m2"))
        measured, count = measured or area is not None, count + 1
        feature = QgsFeature(fields)
        feature.setGeometry(geometry)
        kind = given.get("class")
        feature.setAttributes(
            [
                kind if isinstance(kind, str) and kind else "change",
                area,
                number(given.get("probability")),
                *[""] * 5,
            ]
        )
        if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise OSError(writer.errorMessage())
    if not writer.flushBuffer():
        raise OSError(writer.errorMessage())
    return measured, count


def _pixel_area(info: dict[str, Any]) -> float:
    """In square map units; 1 where no raster tells."""
    for key in ("change", "probability"):
        raster = unstyled(str(info.get(key) or ""), key, "gdal")
        if raster.isValid():
            return raster.rasterUnitsPerPixelX() * raster.rasterUnitsPerPixelY()
    return 1.0


def _write_facts(path: Path, facts: dict[str, Any]) -> None:
    dataset = _open(path, gdal.OF_UPDATE)
    if dataset is None:
        raise OSError(gdal.GetLastErrorMsg())
    table = dataset.CreateLayer(FACTS, None, ogr.wkbNone, ["ASPATIAL_VARIANT=GPKG_ATTRIBUTES"])
    for name in ("key", "value"):
        table.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for key, value in facts.items():
        _put(table, ogr.Feature(table.GetLayerDefn()), key, value)
    dataset.FlushCache()


def write_fact(path: Path, key: str, value: Any) -> None:
    dataset = _open(path, gdal.OF_UPDATE)
    if dataset is None:
        raise OutputError(tr("The review {} cannot be written: {}").format(path, gdal.GetLastErrorMsg()))
    table = dataset.GetLayerByName(FACTS)
    row = next((row for row in table if row.GetField("key") == key), None) or ogr.Feature(table.GetLayerDefn())
    _put(table, row, key, value)
    dataset.FlushCache()


def keep_up(path: Path) -> None:
    """Reviews of earlier versions have no field for the word of each reviewer: it is added."""
    dataset = _open(path)
    table = dataset.GetLayerByName(CHANGES) if dataset is not None else None
    if table is None or table.FindFieldIndex(VERDICTS, True) >= 0:
        return
    table = dataset = None
    dataset = _open(path, gdal.OF_UPDATE)
    if dataset is None or dataset.GetLayerByName(CHANGES).CreateField(ogr.FieldDefn(VERDICTS, ogr.OFTString)):
        raise OutputError(tr("The review {} cannot be written: {}").format(path, gdal.GetLastErrorMsg()))


def put_rows(path: Path, rows: Mapping[int, tuple[bytes, dict[str, Any]] | None]) -> None:
    """Polygons (WKB, values by field) as given, by their fids; None: there is none. All or nothing (OutputError)."""
    dataset = _open(path, gdal.OF_UPDATE) if path.exists() else None
    if dataset is None or dataset.StartTransaction():
        raise OutputError(tr("The review {} was not saved: {}").format(path, tr("the file cannot be written")))
    table = dataset.GetLayerByName(CHANGES)
    try:
        failed = any(_put_row(table, fid, row) for fid, row in rows.items())
        reason = gdal.GetLastErrorMsg() if failed else ""
    except RuntimeError as error:  # where somebody has switched GDAL's exceptions on
        failed, reason = True, str(error)
    if failed or dataset.CommitTransaction():
        dataset.RollbackTransaction()
        raise OutputError(tr("The review {} was not saved: {}").format(path, reason or gdal.GetLastErrorMsg()))


def _put_row(table: Any, fid: int, row: tuple[bytes, dict[str, Any]] | None) -> int:
    """OGR's code: 0 where it went well."""
    there = table.GetFeature(fid)
    if row is None:
        return int(table.DeleteFeature(fid)) if there is not None else 0
    shape, values = row
    feature = there or ogr.Feature(table.GetLayerDefn())
    feature.SetFID(fid)
    feature.SetGeometry(ogr.CreateGeometryFromWkb(shape))
    for name, value in values.items():
        if value is None:
            feature.SetFieldNull(name)
        else:
            feature.SetField(name, value)
    return int(table.SetFeature(feature) if there is not None else table.CreateFeature(feature))


def _put(table: Any, row: Any, key: str, value: Any) -> None:
    row.SetField("key", key)
    row.SetField("value", json.dumps(value, ensure_ascii=False))
    code = table.SetFeature(row) if row.GetFID() >= 0 else table.CreateFeature(row)
    if code:
        raise OSError(gdal.GetLastErrorMsg())


def read_facts(path: Path) -> dict[str, Any]:
    """Raises InputError saying what is wrong with the file."""
    if not path.is_file():
        raise InputError(tr("The review {} is gone; it was moved or deleted.").format(path))
    dataset = _open(path)
    if dataset is None:
        raise InputError(tr("{} is no GeoPackage, or a damaged one.").format(path))
    table = dataset.GetLayerByName(FACTS)
    if table is None or dataset.GetLayerByName(CHANGES) is None:
        raise InputError(tr("{} is a GeoPackage, but not a review of changes.").format(path))
    try:
        return {row.GetField("key"): json.loads(row.GetField("value")) for row in table}
    except (TypeError, ValueError, KeyError) as error:
        raise InputError(tr("{} is not a review of changes: {}").format(path, error)) from error


def _open(path: Path, flags: int = 0) -> Any:
    """None where it is no GeoPackage."""
    try:
        with path.open("rb") as stream:
            if not stream.read(16).startswith(b"SQLite format 3"):
                return None  # else GDAL would print what is wrong
        return gdal.OpenEx(str(path), gdal.OF_VECTOR | flags, ["GPKG"])
    except (OSError, RuntimeError):  # the latter where somebody has switched GDAL's exceptions on
        return None
