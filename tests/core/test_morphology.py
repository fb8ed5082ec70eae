# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing and opening of packed images equal their definition."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from lwganet_qgis.core.polygons.morphology import tidy

SHAPES = hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=22)
RADII = st.integers(0, 4)


def by_disc(image, radius, reduce):
    around = [
        np.roll(image, (down, right), (0, 1))
        for down in range(-radius, radius + 1)
        for right in range(-radius, radius + 1)
        if down**2 + right**2 <= radius**2
    ]
    return reduce(around, axis=0)


def by_definition(image, valid, closing, opening):
    """On a plane that holds nothing beyond the image, wide enough that nothing comes round."""
    margin = 2 * (closing + opening) + 1
    plane, known = np.pad(image & valid, margin), np.pad(valid, margin)
    plane = by_disc(by_disc(plane, closing, np.any), closing, np.all) & known
    plane = by_disc(by_disc(plane, opening, np.all), opening, np.any)
    return plane[margin:-margin, margin:-margin]


@given(SHAPES.flatmap(lambda s: st.tuples(hnp.arrays(bool, s), hnp.arrays(bool, s))), RADII, RADII)
@settings(max_examples=200, deadline=None)
def test_discs_do_what_they_should(given_images, closing, opening):
    image, valid = given_images
    found = tidy(image, valid, closing, opening)
    np.testing.assert_array_equal(found, by_definition(image, valid, closing, opening))
    assert not (found & ~valid).any()


def test_a_gap_is_closed_and_a_speck_is_removed():
    image = np.zeros((30, 40), bool)
    image[5:15, 5:12], image[5:15, 14:20], image[25, 30] = True, True, True
    found = tidy(image, np.ones_like(image), 2, 1)
    assert found[6:14, 12:14].all() and not found[20:].any()


def test_a_large_radius_on_a_large_image():
    image = np.zeros((700, 900), bool)
    image[300:420, 200:330] = True
    found = tidy(image, np.ones_like(image), 50, 50)
    assert found[301:419, 201:329].sum() > 0.85 * 118 * 128 and not (found & ~image).any()
