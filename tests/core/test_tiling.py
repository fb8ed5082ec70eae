# SPDX-License-Identifier: GPL-3.0-or-later
"""Laws of tiling and blending."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from lwganet_qgis.core.tiles import tiling as tiling_module
from lwganet_qgis.core.tiles.blending import Blender, ramp
from lwganet_qgis.core.tiles.tiling import Tiling


@st.composite
def tilings(draw):
    size = draw(st.integers(2, 24))
    overlap = draw(st.integers(0, size // 2))
    window = Window(
        draw(st.integers(0, 9)), draw(st.integers(0, 9)), draw(st.integers(1, 70)), draw(st.integers(1, 70))
    )
    return Tiling(window, size, overlap)


def run(tiling: Tiling, answer, empty=lambda row, column: False, classes: int = 2):
    """Blended scores over the window, how often each pixel was emitted, and validity."""
    height, width = int(tiling.window.height), int(tiling.window.width)
    out = np.full((classes, height, width), np.nan, np.float32)
    seen = np.zeros((height, width), int)
    known = np.zeros((height, width), bool)

    def emit(block, scores, valid):
        rows = slice(block.row_off - tiling.window.row_off, block.row_off - tiling.window.row_off + block.height)
        columns = slice(block.col_off - tiling.window.col_off, block.col_off - tiling.window.col_off + block.width)
        out[: scores.shape[0], rows, columns] = scores
        seen[rows, columns] += 1
        known[rows, columns] = valid

    for panel in tiling.panels():
        blender = Blender(tiling, panel, emit)
        for row in range(tiling.rows):
            for column in range(panel[0], panel[1] + 1):
                tile = tiling.tile(row, column)
                skip = empty(row, column)
                valid = np.full((tiling.size, tiling.size), not skip)
                blender.add(row, column, None if skip else answer(tile), valid)
    return out, seen, known


def field(tile: Window) -> np.ndarray:
    """A smooth function of place alone, as a network without context would give."""
    y, x = np.mgrid[tile.row_off : tile.row_off + tile.height, tile.col_off : tile.col_off + tile.width]
    return np.stack([np.sin(x / 7) + y / 50, np.cos(y / 5) - x / 60]).astype(np.float32)


@given(tilings(), st.sampled_from([32, 3]))
@settings(max_examples=120, deadline=None)
def test_every_pixel_comes_once_and_where_tiles_agree_blending_changes_nothing(tiling, panel):
    before, tiling_module.PANEL = tiling_module.PANEL, panel
    try:
        out, seen, _ = run(tiling, field)
    finally:
        tiling_module.PANEL = before
    assert (seen == 1).all()
    np.testing.assert_allclose(out, field(tiling.window), atol=2e-5)


@given(tilings(), st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_streaming_equals_adding_up_whole_planes_whatever_the_panels(tiling, seed):
    def noisy(tile):
        draw = np.random.default_rng([seed, int(tile.col_off), int(tile.row_off)])
        return draw.normal(size=(2, tiling.size, tiling.size)).astype(np.float32)

    margin = 2 * tiling.size
    height, width = int(tiling.window.height) + margin, int(tiling.window.width) + margin
    total = np.zeros((2, height, width))
    for row in range(tiling.rows):
        for column in range(tiling.columns):
            weights = [np.ones(tiling.size) for _ in range(2)]
            for axis, (index, count) in enumerate(((row, tiling.rows), (column, tiling.columns))):
                if tiling.overlap and index:
                    weights[axis][: tiling.overlap] = ramp(tiling.overlap)
                if tiling.overlap and index < count - 1:
                    weights[axis][-tiling.overlap :] = ramp(tiling.overlap)[::-1]
            y, x = row * tiling.stride, column * tiling.stride
            part = noisy(tiling.tile(row, column)) * weights[0][:, None] * weights[1]
            total[:, y : y + tiling.size, x : x + tiling.size] += part
    expected = total[:, : int(tiling.window.height), : int(tiling.window.width)]
    for panel in (32, 2, 4):
        before, tiling_module.PANEL = tiling_module.PANEL, panel
        try:
            out, _, _ = run(tiling, noisy)
        finally:
            tiling_module.PANEL = before
        np.testing.assert_allclose(out, expected, atol=1e-4)


@given(st.integers(1, 64))
def test_ramps_of_neighbours_add_up_to_one(overlap):
    np.testing.assert_allclose(ramp(overlap) + ramp(overlap)[::-1], 1, atol=1e-6)
    assert (np.diff(ramp(overlap)) > 0).all()


@pytest.mark.parametrize("first_known", [(0, 0), (0, 1), (1, 0), (2, 2)])
def test_empty_tiles_are_no_data_and_leave_the_others_alone(first_known):
    tiling = Tiling(Window(0, 0, 40, 40), 16, 4)
    full, _, _ = run(tiling, field)
    out, seen, known = run(tiling, field, lambda row, column: (row, column) != first_known)
    assert (seen == 1).all()
    row, column = first_known
    inner = (slice(row * 12 + 4, min(row * 12 + 12, 40)), slice(column * 12 + 4, min(column * 12 + 12, 40)))
    np.testing.assert_allclose(out[(slice(None), *inner)], full[(slice(None), *inner)], atol=1e-6)
    assert known[inner].all() and not known.all()


def test_too_large_an_overlap_is_refused():
    with pytest.raises(ValueError, match="overlap"):
        Tiling(Window(0, 0, 10, 10), 8, 5)
