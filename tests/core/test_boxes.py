# SPDX-License-Identifier: GPL-3.0-or-later
"""Rotated boxes and their overlap: published figures, laws, and clipping as the other method."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from lwganet_qgis.core.boxes import boxes as rotated
from lwganet_qgis.core.boxes.overlap import PolygonOverlap, intersections, iou, iou_matrix

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
OPS = np.load(GOLDEN / "ops_rotated_7000.npz")
DETECTOR = np.load(GOLDEN / "orcnn_components_seed301.npz")
SINGLE = 1e-4
"""Pixels that conversions in single precision are off."""

SIZES = st.floats(0.01, 1000)
ANGLES = st.floats(-7, 7)
CENTRES = st.integers(-60_000, 60_000).map(lambda n: n / 1024)  # exact, also after a shift by whole numbers
BOX = st.tuples(CENTRES, CENTRES, SIZES, SIZES, ANGLES).map(lambda box: np.array([box]))
laws = settings(max_examples=120, deadline=None)


def angle_error(found, expected):
    """Angles half a turn apart are the same."""
    return (found - expected + np.pi / 2) % np.pi - np.pi / 2


def assert_same_boxes(found, expected, tolerance):
    np.testing.assert_allclose(found[:, :4], expected[:, :4], rtol=0, atol=tolerance)
    assert np.abs(angle_error(found[:, 4], expected[:, 4])).max() < tolerance


@pytest.mark.parametrize(
    ("case", "boxes", "points", "back", "hulls"),
    [(OPS, "obb_rois", "tr_poly", "tr_poly2obb", "tr_xyxy"), (DETECTOR, "xa_rois", "obb2poly", "poly2obb", "obb2xyxy")],
    ids=["lwganet", "lsknet"],
)
def test_conversions_equal_the_published_ones(case, boxes, points, back, hulls):
    np.testing.assert_allclose(rotated.corners(case[boxes]).reshape(-1, 8), case[points], rtol=0, atol=SINGLE)
    np.testing.assert_allclose(rotated.hulls(case[boxes]), case[hulls], rtol=0, atol=SINGLE)
    assert_same_boxes(rotated.from_corners(case[points]), case[back], SINGLE)


def test_outlines_from_another_first_corner_are_the_same_boxes():
    """One of the published conversions begins at the corner nearest to the left top of the hull."""
    found, published = rotated.corners(OPS["obb_rois"]), OPS["tr_poly_np"][:, :8].reshape(-1, 4, 2)
    rolled = np.stack([np.roll(found, step, axis=1) for step in range(4)])
    assert np.abs(rolled - published).max(axis=(2, 3)).min(axis=0).max() < SINGLE
    assert_same_boxes(rotated.from_corners(published), OPS["tr_poly2obb"], SINGLE)


def test_angles_are_wrapped_as_published():
    angles = OPS["norm_angle_in"].astype(float)
    boxes = np.column_stack([np.zeros((len(angles), 2)), np.full(len(angles), 2), np.ones(len(angles)), angles])
    np.testing.assert_allclose(rotated.normalise(boxes)[:, 4], OPS["norm_angle_out"], rtol=0, atol=1e-5)


@given(BOX)
@example(np.array([[0, 0, 2, 1, np.pi / 2]]))
@example(np.array([[0, 0, 1, 2, 0]]))
@example(np.array([[0, 0, 2, 1, np.nextafter(-np.pi / 2, -9)]]))
@example(np.array([[0, 0, 2, 1, np.nextafter(np.pi / 2 + 2 * np.pi, -9)]]))
@laws
def test_normal_boxes_are_long_and_point_right(box):
    before = box.copy()
    normal = rotated.normalise(box)
    assert (box == before).all()
    assert normal[0, 2] >= normal[0, 3] and -np.pi / 2 <= normal[0, 4] < np.pi / 2
    assert (rotated.normalise(normal) == normal).all()
    assert shapely.hausdorff_distance(rotated.polygons(box), rotated.polygons(normal))[0] < 1e-9


@given(BOX, st.integers(0, 3), st.booleans())
@laws
def test_corners_give_the_box_back(box, first, backwards):
    """Wherever the outline starts and whichever way it goes round."""
    points = np.roll(rotated.corners(box), first, axis=1)
    found = rotated.from_corners(points[:, ::-1] if backwards else points)
    np.testing.assert_allclose(found[:, :4], rotated.normalise(box)[:, :4], rtol=0, atol=1e-9)
    assert shapely.hausdorff_distance(rotated.polygons(found), rotated.polygons(box))[0] < 1e-9


def test_corners_go_clockwise_from_the_left_top():
    np.testing.assert_allclose(rotated.corners([[10, 20, 4, 2, 0]])[0], [[8, 19], [12, 19], [12, 21], [8, 21]])
    np.testing.assert_allclose(rotated.corners([[0, 0, 4, 2, np.pi / 2]])[0], [[1, -2], [1, 2], [-1, 2], [-1, -2]])


@given(st.lists(st.tuples(st.floats(-20, 20), st.floats(-5, 5)), min_size=3, max_size=9), st.sampled_from([0, 5e6]))
@laws
def test_smallest_boxes_around_polygons(points, away):
    """No side of the convex hull gives a smaller box."""
    hull = shapely.convex_hull(shapely.MultiPoint(np.round(points, 2) + away))
    assume(hull.area >= 1)
    box = rotated.from_polygons([hull])
    ring = shapely.get_coordinates(hull) - shapely.get_coordinates(hull)[0]
    areas = []
    for way in np.diff(ring, axis=0):
        along = way / np.hypot(*way)
        areas.append(np.ptp(ring @ along) * np.ptp(ring @ [-along[1], along[0]]))
    assert box[0, 2] * box[0, 3] == pytest.approx(min(areas), rel=1e-7)
    assert rotated.polygons(box)[0].buffer(1e-6).contains(hull)


def test_boxes_of_odd_geometries():
    shapes = [None, shapely.Polygon(), shapely.Point(1, 2), shapely.LineString([(0, 0), (3, 3), (1, 1)])]
    boxes = rotated.from_polygons([*shapes, shapely.box(5, 5, 7, 6)])
    assert np.isnan(boxes[:2]).all()
    np.testing.assert_allclose(boxes[2:4], [[1, 2, 0, 0, 0], [1.5, 1.5, 18**0.5, 0, np.pi / 4]])
    assert_same_boxes(boxes[4:], np.array([[6, 5.5, 2, 1, 0]]), 1e-12)


def test_nothing_gives_nothing():
    none = np.empty((0, 5))
    assert rotated.corners(none).shape == (0, 4, 2) and rotated.hulls(none).shape == (0, 4)
    assert rotated.normalise([]).shape == rotated.from_corners([]).shape == rotated.from_polygons([]).shape == (0, 5)
    assert rotated.polygons(none).shape == iou(none, none).shape == (0,)
    assert iou_matrix(none, [[0, 0, 1, 1, 0]]).shape == (0, 1)


@pytest.mark.parametrize(("a", "b", "name"), [("iou_a", "iou_b", "iou"), ("edge", "edge", "edge_iou")])
def test_overlap_equals_the_published_one(a, b, name):
    found = iou_matrix(OPS[a], OPS[b])
    assert np.abs(found - OPS[f"{name}_exact64"]).max() < 1e-12
    assert np.abs(found - OPS[name]).max() < 1e-5


def test_overlap_equals_the_published_detector():
    boxes = DETECTOR["nms_boxes"]
    assert np.abs(iou_matrix(boxes[:16], boxes[16:32]) - DETECTOR["iou"]).max() < 1e-5


def test_overlap_with_the_first():
    """Intersection over the first box's area, as published."""
    a, b = (np.repeat(OPS["iou_a"], 24, axis=0), np.tile(OPS["iou_b"], (24, 1)))
    share = intersections(a, b) / (a[:, 2] * a[:, 3])
    assert np.abs(share.reshape(24, 24) - OPS["iof"]).max() < 1e-5


def outline(box):
    """Corners as complex numbers, clockwise on screen."""
    x, y, w, h, angle = box
    return [complex(x, y) + z / 2 * np.exp(1j * angle) for z in (-w - h * 1j, w - h * 1j, w + h * 1j, -w + h * 1j)]


def clipped_area(subject, convex):
    """What a convex outline leaves of another: cut along one side after the other, then the shoelace formula."""
    for start, end in zip(convex, [*convex[1:], convex[0]]):
        way = (end - start) / abs(end - start)
        depths = [((point - start) * way.conjugate()).imag for point in subject]
        left = []
        for index, depth in enumerate(depths):
            if min(depth, depths[index - 1]) < 0 < max(depth, depths[index - 1]):
                share = depth / (depth - depths[index - 1])
                left.append(subject[index] + share * (subject[index - 1] - subject[index]))
            if depth >= 0:
                left.append(subject[index])
        subject = left
    around = [point - subject[0] for point in subject]
    return sum((a.conjugate() * b).imag for a, b in zip(around, around[1:])) / 2


@given(BOX, BOX)
@example(np.array([[0, 0, 4, 2, 0]]), np.array([[4, 0, 4, 2, 0]]))
@example(np.array([[0, 0, 4, 2, 0.3]]), np.array([[0, 0, 2, 4, 0.3 + np.pi / 2]]))
@example(np.array([[0, 0, 1000, 0.01, 0.7]]), np.array([[0, 0, 1000, 0.01, 0.7 + 1e-9]]))
@example(np.array([[0, 0, 1000, 0.01, 0.7]]), np.array([[0, 0, 0.01, 1000, 0.7]]))
@laws
def test_overlap_equals_clipping(a, b):
    area_a, area_b = (float(x[0, 2] * x[0, 3]) for x in (a, b))
    shared = clipped_area(outline(a[0]), outline(b[0]))
    expected = shared / (area_a + area_b - shared)
    assert abs(intersections(a, b)[0] - shared) <= 1e-9 * min(area_a, area_b)
    of_polygons = PolygonOverlap(rotated.polygons(a), rotated.polygons(b))
    for found in (iou(a, b)[0], iou_matrix(a, b)[0, 0], of_polygons(np.array([0]), np.array([0]))[0]):
        assert found == pytest.approx(expected, abs=1e-9)


@given(BOX, BOX, ANGLES, st.integers(-10_000_000, 10_000_000), st.integers(-20, 20), st.floats(0.1, 10))
@laws
def test_overlap_is_no_matter_of_order_place_direction_or_unit(a, b, turn, shift, power, factor):
    value = iou(a, b)[0]
    assert 0 <= value <= 1
    assert iou(b, a)[0] == pytest.approx(value, abs=1e-11)
    moved = [x + [shift, -shift, 0, 0, 0] for x in (a, b)]
    assert iou(*moved)[0] == value
    scaled = [x * [2.0**power] * [1, 1, 1, 1, 0] + x * [0, 0, 0, 0, 1] for x in (a, b)]
    assert iou(*scaled)[0] == value
    assert iou(*(x * [factor, factor, factor, factor, 1] for x in (a, b)))[0] == pytest.approx(value, abs=1e-9)
    cos, sin = np.cos(turn), np.sin(turn)
    matrix = np.array([[cos, sin], [-sin, cos]])
    turned = [np.column_stack([x[:, :2] @ matrix, x[:, 2:4], x[:, 4:] + turn]) for x in (a, b)]
    assert iou(*turned)[0] == pytest.approx(value, abs=1e-9)
    assert iou(rotated.normalise(a), rotated.normalise(b))[0] == pytest.approx(value, abs=1e-9)


@given(BOX, st.floats(0.01, 1), st.floats(0.01, 1), st.floats(-1, 1), st.floats(-1, 1))
@laws
def test_a_box_inside_another(box, wide, high, right, down):
    """Also where sides or corners coincide."""
    x, y, w, h, angle = box[0]
    along, across = right * (1 - wide) * w / 2, down * (1 - high) * h / 2
    cos, sin = np.cos(angle), np.sin(angle)
    centre = (x + along * cos - across * sin, y + along * sin + across * cos)
    inner = np.array([[*centre, w * wide, h * high, angle]])
    assert iou(box, inner)[0] == pytest.approx(wide * high, abs=1e-9)


@given(BOX)
@laws
def test_the_same_box(box):
    assert iou(box, box)[0] == 1
    again = box + [0, 0, 0, 0, np.pi]
    other_way = box[:, [0, 1, 3, 2, 4]] + [0, 0, 0, 0, np.pi / 2]
    assert iou(box, again)[0] == pytest.approx(1, abs=1e-9) == iou(box, other_way)[0]


@pytest.mark.parametrize("away", [0, 1e6])
@pytest.mark.parametrize("share", [0, 0.1, 0.5, -0.1], ids=["touching", "tenth", "half", "apart"])
def test_boxes_side_by_side(away, share):
    """And one behind the other, at all angles; a share of each lies in the other."""
    angles = np.radians(np.arange(0, 181, 5))
    first = np.column_stack([np.full((len(angles), 2), away), np.full((len(angles), 2), (6, 2)), angles])
    beside, behind = first.copy(), first.copy()
    beside[:, :2] += 2 * (1 - share) * np.column_stack([-np.sin(angles), np.cos(angles)])
    behind[:, :2] += 6 * (1 - share) * np.column_stack([np.cos(angles), np.sin(angles)])
    for other in (beside, behind):
        expected = max(share, 0) / (2 - max(share, 0))
        np.testing.assert_allclose(iou(first, other), expected, rtol=0, atol=1e-9 if away else 1e-13)


def test_boxes_without_area_share_nothing():
    good = [0, 0, 10, 10, 0.3]
    odd = [[0, 0, 0, 5, 0], [0, 0, 5, 0, 1], [0, 0, 0, 0, 0], [0, 0, -4, -4, 0], [0, 0, -4, 4, 0]]
    odd += [[np.nan, 0, 1, 1, 0], [0, np.inf, 1, 1, 0], [0, 0, np.inf, 1, 0], [0, 0, 1, 1, -np.inf]]
    for box in odd:
        assert iou([good, box, box], [box, good, box]).tolist() == [0, 0, 0]


def test_polygons_too_far_apart_are_not_measured():
    shapes = np.array(
        [shapely.box(0, 0, 4, 4), shapely.box(0, 0, 4, 3), shapely.box(0, 0, 1, 1), None, shapely.Point()]
    )
    overlap = PolygonOverlap(shapes, shapes)
    zeros, others = np.zeros(5, int), np.arange(5)
    np.testing.assert_allclose(overlap(zeros, others), [1, 0.75, 1 / 16, 0, 0])
    np.testing.assert_allclose(overlap(zeros, others, 0.75), [1, 0.75, 0, 0, 0])
