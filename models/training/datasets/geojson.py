# SPDX-License-Identifier: GPL-3.0-or-later
"""Labelled outlines from GeoJSON polygons, in pixels of an image."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from affine import Affine
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform as warp

from .dota_text import LabelError, Outline

LONGITUDE_LATITUDE = "OGC:CRS84"


def _declared_crs(data: dict[str, Any]) -> CRS:
    """Of the old "crs" member that GIS tools still write; without one it is longitude and latitude."""
    member = data.get("crs") or {}
    return CRS.from_user_input(member.get("properties", {}).get("name", LONGITUDE_LATITUDE))


def _rings(geometry: dict[str, Any] | None) -> list[Any]:
    kind = (geometry or {}).get("type")
    if geometry is None or kind not in ("Polygon", "MultiPolygon"):
        raise ValueError(f"expected a polygon, found {kind or 'no geometry'}")
    parts = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
    return [part[0] for part in parts]


def read_geojson(path: Path, transform: Affine, crs: CRS, field: str = "class") -> list[Outline]:
    """Outer rings of a GeoJSON's polygons, in pixels of an image with this transform and CRS.

    Args:
        field: property that holds the class; the optional property ``difficult`` is true or false.
    Raises:
        LabelError: unreadable, another geometry than polygons, or a feature without class.
    """
    outlines, where = [], str(path)
    a, b, c, d, e, f = tuple(~transform)[:6]
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        source = _declared_crs(data)
        for number, item in enumerate(data["features"], 1):
            where, properties = f"{path}, feature {number}", item["properties"]
            for ring in _rings(item["geometry"]):
                xs, ys = warp(source, crs, *zip(*(point[:2] for point in ring[:-1])))
                points = tuple((a * x + b * y + c, d * x + e * y + f) for x, y in zip(xs, ys))
                if len(points) < 3 or not all(math.isfinite(value) for point in points for value in point):
                    raise ValueError("a ring has less than three points or lies outside the image's CRS")
                outlines.append(Outline(points, str(properties[field]), bool(properties.get("difficult"))))
    except KeyError as error:
        raise LabelError(f"{where}: {error} is missing") from error
    except (OSError, ValueError, TypeError, AttributeError, IndexError, CRSError, CPLE_BaseError) as error:
        raise LabelError(f"{where}: {error}") from error
    return outlines
