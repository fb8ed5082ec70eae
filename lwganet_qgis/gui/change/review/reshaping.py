# SPDX-License-Identifier: GPL-3.0-or-later
"""Other outlines for the changes of a review: what `ReviewStore.put` takes for an outline, a cut, a union."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qgis.core import QgsDistanceArea, QgsGeometry, QgsPointXY, QgsProject, QgsWkbTypes

from ....core.errors import InputError
from ....texts import tr
from .changes import Change, Polygon, Verdict
from .store import ReviewStore

Wanted = dict[int, "Polygon | None"]


def outlined(store: ReviewStore, fid: int, shape: QgsGeometry) -> Wanted:
    """The change with another outline. Raises InputError where that is none."""
    return {fid: Polygon(_sized(store, store.change(fid), _valid(shape)), _valid(shape))}


def cut(store: ReviewStore, fid: int, line: Sequence[QgsPointXY]) -> Wanted:
    """The parts on the two sides of a line: the largest keeps the number. Raises InputError where it cuts nothing."""
    whole = store.polygon(fid)
    parts = _pieces(whole.shape, QgsGeometry.fromPolylineXY(list(line))) if len(line) > 1 else []
    if len(parts) < 2:
        raise InputError(tr("The line does not cut the outline: it must begin and end outside of it."))
    fids = [fid, *(store.free_fid() for _ in parts[1:])]
    return {
        number: Polygon(replace(_sized(store, whole.change, part), fid=number), part)
        for number, part in zip(fids, parts)
    }


def _pieces(shape: QgsGeometry, line: QgsGeometry) -> list[QgsGeometry]:
    """On the sides of a line, the largest first, which keeps what the line does not touch.

    QGIS's own splitting takes other arguments in each of its versions.
    """
    edges = QgsGeometry.unaryUnion([QgsGeometry(shape.constGet().boundary()), line])
    found = QgsGeometry.polygonize([edges]).asGeometryCollection()
    inside = sorted((p for p in found if shape.contains(p.pointOnSurface())), key=lambda p: -p.area())
    near = 1e-6 * shape.length()  # corners that were computed lie beside the line by a rounding
    cut_off = [piece for piece in inside if piece.distance(line) <= near]
    apart = [piece for piece in inside if piece.distance(line) > near]
    return [QgsGeometry.collectGeometry([*cut_off[:1], *apart]), *cut_off[1:]] if cut_off else []


def united(store: ReviewStore, fids: Iterable[int]) -> Wanted:
    """One change of several: the largest keeps the number; a verdict stays where all had it."""
    polygons = sorted((store.polygon(fid) for fid in fids), key=lambda polygon: -polygon.change.area)
    if len(polygons) < 2:
        raise InputError(tr("Choose two changes or more in the table: Ctrl and a click adds one."))
    first, changes = polygons[0].change, [polygon.change for polygon in polygons]
    shape = _valid(QgsGeometry.unaryUnion([polygon.shape for polygon in polygons]))
    area = sum(change.area for change in changes) or 1.0
    notes = dict.fromkeys(change.note for change in changes if change.note)
    one = replace(
        first, note="; ".join(notes), probability=sum(c.probability * c.area for c in changes) / area
    )  # fmt: skip
    if len({change.verdict for change in changes}) > 1:
        one = replace(one, verdict=Verdict.OPEN, reviewed="", reviewer="", words=())
    return {first.fid: Polygon(_sized(store, one, shape), shape), **{change.fid: None for change in changes[1:]}}


def _valid(shape: QgsGeometry) -> QgsGeometry:
    """With its crossings taken apart; nothing but polygons."""
    mended = shape if shape.isGeosValid() else shape.makeValid()
    parts = [p for p in mended.asGeometryCollection() if p.type() == QgsWkbTypes.GeometryType.PolygonGeometry]
    found = QgsGeometry.collectGeometry(parts) if parts else QgsGeometry()
    if found.isNull() or found.area() <= 0.0:
        raise InputError(tr("The outline encloses nothing: it needs three corners or more."))
    return found


def _sized(store: ReviewStore, change: Change, shape: QgsGeometry) -> Change:
    if store.in_pixels:
        return replace(change, area=shape.area() / store.pixel_area)
    measure = QgsDistanceArea()
    measure.setSourceCrs(store.crs, QgsProject.instance().transformContext())
    measure.setEllipsoid(store.crs.ellipsoidAcronym() or "EPSG:7030")
    return replace(change, area=measure.measureArea(shape))
