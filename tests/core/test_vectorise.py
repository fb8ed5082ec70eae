# SPDX-License-Identifier: GPL-3.0-or-later
"""Strip by strip gives the polygons of the whole raster."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from rasterio.features import shapes

from lwganet_qgis.core.polygons.vectorise import Strip, vectorise

ARRAYS = hnp.arrays(
    np.uint8, hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=14), elements=st.integers(0, 2)
)


def strips(classes, height, scores, areas):
    for top in range(0, classes.shape[0], height):
        part = slice(top, top + height)
        yield Strip(top, classes[part], classes[part] != 2, scores[part], areas[part])


@given(ARRAYS, st.integers(1, 6), st.integers(0, 99))
@settings(max_examples=200, deadline=None)
def test_strips_equal_the_whole(classes, height, seed):
    draw = np.random.default_rng(seed)
    scores, areas = draw.random(classes.shape).astype(np.float32), draw.random(classes.shape) + 1
    regions = list(vectorise(strips(classes, height, scores, areas), left=5))
    expected = {
        (int(value), shapely.normalize(shapely.affinity.translate(shapely.geometry.shape(geometry), 5, 0)).wkb)
        for geometry, value in shapes(classes, mask=classes != 2, connectivity=4)
    }
    found = {(r.class_id, shapely.normalize(shapely.simplify(r.geometry, 0)).wkb) for r in regions}
    simple = {(value, shapely.normalize(shapely.simplify(shapely.from_wkb(wkb), 0)).wkb) for value, wkb in expected}
    assert found == simple
    assert sum(r.pixels for r in regions) == (classes != 2).sum()
    for region in regions:
        assert region.geometry.is_valid
        assert region.geometry.area == region.pixels
        inside = shapely.contains_xy(region.geometry, *(np.indices(classes.shape)[::-1] + [[[5.5]], [[0.5]]]))
        np.testing.assert_allclose(region.area, areas[inside].sum())
        np.testing.assert_allclose(region.score, scores[inside].mean(), rtol=1e-5)


def test_seams_leave_no_corners_on_straight_edges():
    classes = np.zeros((9, 4), np.uint8)
    scores, areas = np.ones((9, 4), np.float32), np.ones((9, 4))
    (region,) = vectorise(strips(classes, 2, scores, areas))
    assert len(region.geometry.exterior.coords) == 5
