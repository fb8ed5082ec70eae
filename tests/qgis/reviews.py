# SPDX-License-Identifier: GPL-3.0-or-later
"""Small reviews to test with: squares in a row."""

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFields, QgsGeometry, QgsRectangle

from lwganet_qgis import compat
from lwganet_qgis.gui.change.comparison.parameters import Comparison, Image, Tuning
from lwganet_qgis.gui.change.review.store import ReviewStore

from . import rasters

UTM = QgsCoordinateReferenceSystem("EPSG:32632")
NONE = QgsCoordinateReferenceSystem()
COMPARISON = Comparison(Image(name="b", source="before.tif"), Image(name="a", source="after.tif"), model="tiny-change")


def squares(sides, measured=True, left=0.0, bottom=0.0, step=20):
    """A square of each side in a row, the i-th with probability 0.5 + i / 100."""
    fields = QgsFields()
    for name in ("area_m2", "probability"):
        fields.append(compat.field(name, "float"))
    for index, side in enumerate(sides):
        feature = QgsFeature(fields)
        x = left + step * index
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, bottom, x + side, bottom + side)))
        feature.setAttributes([float(side * side) if measured else None, 0.5 + index / 100])
        yield feature


def make(path, sides=(2, 5, 3, 4, 1), crs=UTM, info=None, **options):
    return ReviewStore.create(path, squares(sides, crs.isValid()), crs, COMPARISON, info or {}, **options)


def over_rasters(folder, epsg=32632, sides=(2, 5, 3, 4, 1), name="before"):
    """A review of two small rasters, whose left quarter holds no data."""
    folder.mkdir(exist_ok=True)
    transform = (500000.0, 1.0, 0.0, 5400000.0, 0.0, -1.0) if epsg else None
    place = {"epsg": epsg, "transform": transform}
    before = rasters.write(folder / "before.tif", rasters.halves(), **place)
    after = rasters.write(folder / "after.tif", rasters.halves(swap=True), **place)
    changed = np.zeros((1, 64, 96), np.uint8)
    changed[0, :, :24] = 255
    change = rasters.write(folder / "c.tif", changed, nodata=255, **place)
    probability = rasters.write(folder / "p.tif", changed, **place)
    (folder / "c.tif.aux.xml").write_text("<PAMDataset></PAMDataset>")
    left, top = (500000.0, 5400000.0) if epsg else (0.0, 0.0)
    found = squares(sides, bool(epsg), left + 24, top - 40, 12)
    comparison = Comparison(
        Image(name=name, source=before, date="2020-05-01"), Image(name="after", source=after, date="2023-06-02"),
        model="tiny-change", shift=(0.5, -1.0), tuning=Tuning(threshold=0.4, min_area=3.0),
    )  # fmt: skip
    info = {"change": change, "probability": probability, "seconds": 1.5, "device": "cpu", "runtime": "ONNX <1>"}
    crs = QgsCoordinateReferenceSystem(f"EPSG:{epsg}" if epsg else "")
    return ReviewStore.create(folder / "review.gpkg", found, crs, comparison, info)
