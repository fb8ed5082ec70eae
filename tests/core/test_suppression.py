# SPDX-License-Identifier: GPL-3.0-or-later
"""What stays of detections that overlap: published lists, the definition, and cases other tools get wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from lwganet_qgis.core.boxes import boxes as rotated
from lwganet_qgis.core.boxes import suppression
from lwganet_qgis.core.boxes.suppression import suppress, suppress_polygons
from lwganet_qgis.core.rasters.grid import PIXEL_GRID, Grid
from lwganet_qgis.core.tiles.tiling import Tiling
from lwganet_qgis.core.tiles.views import plan

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
OPS = np.load(GOLDEN / "ops_rotated_7000.npz")
DETECTOR = np.load(GOLDEN / "orcnn_components_seed301.npz")


def by_definition(shapes, scores, iou, classes):
    """Every detection against all that stay, with shapely alone."""
    areas = shapely.area(shapes)
    kept = []
    for one in np.argsort(-scores, kind="stable").tolist():
        rivals = [k for k in kept if classes[k] == classes[one]]
        shared = shapely.area(shapely.intersection(shapes[rivals], shapes[one]))
        if not (shared / (areas[rivals] + areas[one] - shared) >= iou).any():
            kept.append(one)
    return kept


def crowd(count, seed, side=150):
    """Boxes, scores (with ties) and classes of a crowded scene."""
    draw = np.random.default_rng(seed)
    boxes = np.column_stack(
        [draw.uniform(0, side, (count, 2)), draw.uniform(3, 30, (count, 2)), draw.normal(size=count)]
    )
    return boxes, draw.integers(0, 50, count) / 50, draw.integers(0, 3, count)


def star(x, y, size, spikes, seed):
    radii = size * np.random.default_rng(seed).uniform(0.3, 1, 2 * spikes)
    angles = np.linspace(0, 2 * np.pi, 2 * spikes, endpoint=False)
    return shapely.Polygon(np.column_stack([x + radii * np.cos(angles), y + radii * np.sin(angles)]))


@pytest.mark.parametrize("percent", [10, 30, 50])
def test_kept_as_published(percent):
    assert suppress(OPS["nms_boxes"], OPS["nms_scores"], percent / 100).tolist() == OPS[f"nms_keep_{percent}"].tolist()


@pytest.mark.parametrize("iou", ["0.1", "0.5"])
def test_kept_as_in_the_published_detector(iou):
    kept = suppress(DETECTOR["nms_boxes"], DETECTOR["nms_scores"], float(iou))
    assert kept.tolist() == DETECTOR[f"nms_keep_{iou}"].tolist()


@pytest.mark.parametrize(("case", "boxes"), [(OPS, "mc_boxes"), (DETECTOR, "nms_boxes")], ids=["lwganet", "lsknet"])
def test_kept_of_several_classes_as_published(case, boxes):
    box, label = np.nonzero(case["mc_scores"][:, :-1] > 0.05)  # the last one is the background
    scores = case["mc_scores"][box, label]
    kept = suppress(case[boxes][box], scores, 0.1, label)
    assert label[kept].tolist() == case["mc_labels"].tolist()
    np.testing.assert_allclose(case[boxes][box[kept]], case["mc_dets"][:, :5], rtol=0, atol=1e-4)
    np.testing.assert_allclose(scores[kept], case["mc_dets"][:, 5], rtol=1e-6)


UPRIGHT = {
    "lwganet": (OPS["bnms_boxes"], OPS["bnms_scores"], OPS["bnms_ids"], 0.3, OPS["bnms_keep_30"]),
    **{
        f"lsknet {iou}": (rotated.hulls(DETECTOR["nms_boxes"]), DETECTOR["nms_scores"], DETECTOR["bn_ids"], iou, keep)
        for iou, keep in ((0.8, DETECTOR["bn_keep"]), (0.3, DETECTOR["bn_keep_0.3"]))
    },
}


@pytest.mark.parametrize("case", UPRIGHT)
def test_upright_boxes_of_several_groups_kept_as_published(case):
    """What is published for boxes that cannot turn holds for boxes that do not."""
    hulls, scores, groups, iou, expected = UPRIGHT[case]
    low, high = np.split(hulls.astype(float), 2, axis=1)
    boxes = np.column_stack([(low + high) / 2, high - low, np.zeros(len(hulls))])
    assert suppress(boxes, scores, iou, groups).tolist() == expected.tolist()


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (1024, 1024), (1025, 700), (3000, 1848)])
def test_a_detector_looks_where_the_published_one_does(width, height):
    """Before there is anything to suppress: left, top, right and bottom of its views."""
    window = Window(0, 0, width, height)
    views = plan(Tiling(window, 1024, 200), window, Grid(width, height, PIXEL_GRID, None), (1.0,))
    found = [(v.col_off, v.row_off, v.col_off + v.width, v.row_off + v.height) for v in (view.window for view in views)]
    assert sorted(found) == sorted(map(tuple, OPS[f"win_{width}x{height}"].tolist()))


@pytest.mark.parametrize("iou", [0.1, 0.5])
@pytest.mark.parametrize("with_classes", [True, False])
def test_crowds_by_the_definition(iou, with_classes):
    boxes, scores, classes = crowd(600, 3, side=230)
    expected = by_definition(rotated.polygons(boxes), scores, iou, classes if with_classes else np.zeros(600))
    assert suppress(boxes, scores, iou, classes if with_classes else None).tolist() == expected
    assert 600 > len(expected) > 100


@given(st.integers(0, 40), st.integers(0, 9999), st.sampled_from([0.05, 0.2, 0.5, 0.9]), st.booleans())
@settings(max_examples=80, deadline=None)
def test_any_set_by_the_definition(count, seed, iou, with_classes):
    boxes, scores, classes = crowd(count, seed, side=40)
    shapes = rotated.polygons(boxes)
    expected = by_definition(shapes, scores, iou, classes if with_classes else np.zeros(count))
    given_classes = classes if with_classes else None
    assert suppress(boxes, scores, iou, given_classes).tolist() == expected
    assert suppress_polygons(shapes, scores, iou, given_classes).tolist() == expected


@given(st.integers(1, 60), st.integers(0, 9999), st.sampled_from([0.05, 0.3, 0.7]))
@settings(max_examples=60, deadline=None)
def test_the_order_of_input_is_no_matter(count, seed, iou):
    """Where no scores are equal."""
    boxes, _, classes = crowd(count, seed, side=40)
    draw = np.random.default_rng(seed)
    scores, order = draw.permutation(count) / count, draw.permutation(count)
    kept = suppress(boxes, scores, iou, classes)
    assert order[suppress(boxes[order], scores[order], iou, classes[order])].tolist() == kept.tolist()
    assert (np.diff(scores[kept]) < 0).all()


def test_polygons_by_the_definition():
    draw = np.random.default_rng(5)
    shapes = np.array([star(*draw.uniform(0, 60, 2), draw.uniform(4, 16), n % 5 + 3, n) for n in range(300)], object)
    shapes[::7] = shapely.difference(shapes[::7], shapely.buffer(shapely.centroid(shapes[::7]), 2))
    shapes[::11] = shapely.union(shapes[::11], shapely.affinity.translate(shapes[0], 100, 0))
    shapes = shapely.make_valid(shapes)
    assert {"Polygon", "MultiPolygon"} == {shape.geom_type for shape in shapes}
    scores, classes = draw.random(300), draw.integers(0, 2, 300)
    assert suppress_polygons(shapes, scores, 0.2, classes).tolist() == by_definition(shapes, scores, 0.2, classes)


@given(st.integers(0, 60), st.integers(0, 999), st.sampled_from([0.05, 0.3, 0.7, 1]), st.integers(1, 20))
@example(17, 0, 1, 1)
@settings(max_examples=60, deadline=None)
def test_blocks_change_nothing(count, seed, iou, block):
    boxes, scores, classes = crowd(count, seed, side=40)
    boxes = np.concatenate([boxes, boxes[: count // 4]])
    scores, classes = (np.concatenate([x, x[: count // 4]]) for x in (scores, classes))
    whole, usual = suppress(boxes, scores, iou, classes), suppression.BLOCK
    suppression.BLOCK = block
    try:
        assert (suppress(boxes, scores, iou, classes) == whole).all()
        assert (suppress_polygons(rotated.polygons(boxes), scores, iou, classes) == whole).all()
    finally:
        suppression.BLOCK = usual


@pytest.mark.parametrize("degrees", range(0, 181, 5))
def test_vehicles_side_by_side_stay(degrees):
    """Their upright hulls overlap by far; they lie a few centimetres apart."""
    angle, places = np.radians(degrees), np.arange(10) * 2.25
    rows = np.column_stack([1e5 - places * np.sin(angle), 1e5 + places * np.cos(angle)])
    boxes = np.column_stack([rows, np.tile([5, 2.2, angle], (10, 1))])
    scores = np.linspace(0.3, 0.9, 10)
    assert sorted(suppress(boxes, scores, 0.01)) == list(range(10))
    assert sorted(suppress_polygons(rotated.polygons(boxes), scores, 0.01)) == list(range(10))


def test_ships_in_a_harbour_stay():
    """Of another class, or where their IoU with the harbour, 400 / 3680, is low enough."""
    ships = [[20 + 15 * n, 50, 40, 10, np.pi / 2] for n in range(5)]
    boxes, scores = [*ships, [50, 50, 80, 46, 0]], [0.6, 0.7, 0.5, 0.8, 0.4, 0.95]
    everything = [5, 3, 1, 0, 2, 4]
    assert suppress(boxes, scores, 0.1, [1] * 5 + [2]).tolist() == everything
    assert suppress(boxes, scores, 0.1, ["ship"] * 5 + ["harbour"]).tolist() == everything
    for classes in (None, [1] * 6):
        assert suppress(boxes, scores, 0.11, classes).tolist() == everything
        assert suppress(boxes, scores, 0.1, classes).tolist() == [5]


def test_dropped_boxes_drop_nothing():
    """The middle one goes with the first; the last one overlaps only the middle one."""
    boxes = [[x, 0, 10, 4, 0] for x in (0, 6, 12)]
    assert suppress(boxes, [0.9, 0.8, 0.7], 0.2).tolist() == [0, 2]
    assert suppress(boxes, [0.8, 0.9, 0.7], 0.2).tolist() == [1]


def test_an_overlap_of_exactly_the_threshold_is_too_much():
    boxes = [[0, 0, 4, 2, 0], [2, 0, 4, 2, 0]]  # a third
    assert suppress(boxes, [1, 0], 1 / 3).tolist() == [0]
    assert suppress(boxes, [1, 0], 0.334).tolist() == [0, 1]
    assert suppress([boxes[0]] * 3, [1, 2, 2], 1).tolist() == [1]


@pytest.mark.parametrize("degrees", range(0, 181, 15))
def test_rounding_does_not_keep_duplicates(degrees):
    """At the threshold of 1, and at one that is met exactly."""
    angle = np.radians(degrees)
    box = [123.4, 567.8, 31.7, 12.9, angle]
    moved = [box[0] + 31.7 / 2 * np.cos(angle), box[1] + 31.7 / 2 * np.sin(angle), *box[2:]]  # a third
    same = [box, [*box[:4], angle + np.pi], [*box[:2], 12.9, 31.7, angle + np.pi / 2]]
    for given_boxes, iou in ((same, 1), ([box, moved], 1 / 3)):
        scores = np.ones(len(given_boxes))
        assert suppress(given_boxes, scores, iou).tolist() == [0]
        assert suppress_polygons(rotated.polygons(given_boxes), scores, iou).tolist() == [0]


def test_of_equal_scores_the_first_goes_first():
    boxes = [[0, 0, 4, 2, 0], [50, 0, 4, 2, 0], [0.1, 0, 4, 2, 0]]
    assert suppress(boxes, np.array([200, 200, 200], np.uint8), 0.5).tolist() == [0, 1]


def test_what_is_no_detection_goes():
    boxes = np.tile([0, 0, 10, 10, 0.2], (9, 1))
    boxes[range(7), [0, 1, 2, 4, 2, 3, 3]] = [np.nan, np.inf, np.inf, np.nan, 0, 0, -5]
    scores = np.array([9, 9, 9, 9, 9, 9, 9, np.nan, 0.1])
    assert suppress(boxes, scores, 0.5).tolist() == [8]
    assert suppress(boxes[:8], scores[:8], 0.5).tolist() == []
    square, line = shapely.box(0, 0, 9, 9), shapely.LineString([(0, 0), (9, 9)])
    with np.errstate(invalid="ignore"):
        not_finite = [shapely.Polygon([(0, 0), (4, figure), (4, 4)]) for figure in (np.nan, np.inf)]
    odd = [None, shapely.Polygon(), shapely.Point(1, 1), line, *not_finite, square]
    scores = [5] * (len(odd) - 1) + [np.nan]
    assert suppress_polygons([*odd, square], [*scores, 1], 0.5).tolist() == [len(odd)]
    assert suppress_polygons(odd, scores, 0.5).tolist() == []


SQUARE = shapely.box(0, 0, 10, 10)
RING = SQUARE.difference(shapely.box(1, 1, 9, 9))
TOWERS = shapely.MultiPolygon([shapely.box(0, 0, 10, 10), shapely.box(20, 0, 30, 10)])
PAIRS = {
    "hole": (RING, SQUARE, 0.36),
    "in the hole": (RING, shapely.box(1, 1, 9, 9), 0),
    "of two parts": (TOWERS, SQUARE, 0.5),
    "between the parts": (TOWERS, shapely.box(10, 0, 20, 10), 0),
    "crosses itself": (shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)]), SQUARE, 0.5),
    "with a spike": (shapely.Polygon([(0, 0), (10, 0), (10, 10), (40, 40), (10, 10), (0, 10)]), SQUARE, 1),
    "with a line": (shapely.GeometryCollection([SQUARE, shapely.LineString([(0, 0), (50, 0)])]), SQUARE, 1),
    "parts overlap": (shapely.MultiPolygon([SQUARE, shapely.box(5, 0, 15, 10)]), shapely.box(0, 0, 15, 10), 1),
    "concave": (
        shapely.from_wkt("POLYGON ((0 0, 9 0, 9 9, 6 9, 6 3, 3 3, 3 9, 0 9, 0 0))"),
        shapely.box(3, 3, 6, 9),
        0,
    ),
}


@pytest.mark.parametrize("case", PAIRS)
@pytest.mark.parametrize("away", [0, 5e6])
def test_polygons_of_any_form(case, away):
    """Both stay above their IoU, one at it."""
    one, other, iou = PAIRS[case]
    pair = [shapely.affinity.translate(shape, away, -away) for shape in (one, other)]
    for shapes in (pair, pair[::-1]):
        assert suppress_polygons(shapes, [0.9, 0.8], min(iou + 1e-6, 1)).tolist() == ([0, 1] if iou < 1 else [0])
        if iou:
            assert suppress_polygons(shapes, [0.9, 0.8], iou).tolist() == [0]


def test_nothing_stays_of_nothing():
    assert suppress([], [], 0.5).tolist() == suppress_polygons([], [], 0.5, []).tolist() == []


@pytest.mark.parametrize("iou", [0, -0.1, 1.01, float("nan")])
def test_a_threshold_is_a_share(iou):
    with pytest.raises(ValueError, match="IoU threshold"):
        suppress([[0, 0, 1, 1, 0]], [1], iou)


def test_the_work_can_be_ended():
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        suppress([[0, 0, 1, 1, 0]], [1], 0.5, check=stop)
