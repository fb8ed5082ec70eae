# SPDX-License-Identifier: GPL-3.0-or-later
"""Detections against references: cases by hand, and the rules written down a second time in fractions."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from lwganet_qgis.core.boxes import accuracy as judging
from lwganet_qgis.core.boxes import boxes as rotated
from lwganet_qgis.core.boxes.accuracy import Outcome, accuracy, average_precision, match, precision_recall

W, R, I = Outcome.WRONG, Outcome.RIGHT, Outcome.IGNORED  # noqa: E741
laws = settings(max_examples=100, deadline=None)

SPAN = st.tuples(st.integers(0, 6), st.integers(1, 5))
RECTANGLE = st.tuples(SPAN, SPAN)
"""(left, width), (bottom, height) in whole numbers, so that every IoU is a known fraction."""
SCORE = st.integers(0, 4).map(lambda n: n / 4)


def strip(start, end):
    return shapely.box(start, 0, end, 1)


def shapes_of(rectangles):
    return [shapely.box(x, y, x + w, y + h) for (x, w), (y, h) in rectangles]


def outcomes(found, wanted, **rules):
    """Of strips with falling scores."""
    scores = np.linspace(1, 0.5, len(found))
    return match([strip(*ends) for ends in found], scores, [strip(*ends) for ends in wanted], **rules).outcomes.tolist()


# Which detections are right


def test_a_detection_is_right_from_the_overlap_on():
    assert outcomes([(0, 10)], [(5, 10)]) == [R]  # exactly a half
    assert outcomes([(0, 10)], [(5, 10)], iou=0.51) == [W]
    assert outcomes([(0, 10)], [(5, 15)], iou=1 / 3) == [R]
    assert outcomes([(0, 10)], [(0, 10)], iou=1) == [R]
    assert outcomes([(0, 10)], [(10, 20)], iou=0.01) == [W]  # they only touch


def test_duplicates_are_wrong():
    """Also the one that fits better, if its score is lower."""
    assert outcomes([(0, 8), (0, 10), (0, 9)], [(0, 10)]) == [R, W, W]


def test_the_reference_overlapped_most_decides():
    """The second one covers both references enough, but most the one that is found already."""
    result = match([strip(0, 10), strip(1, 11)], [0.9, 0.8], [strip(0, 10), strip(4, 14)], iou=0.5)
    assert result.outcomes.tolist() == [R, W]
    assert result.references.tolist() == [0, -1] and result.missed.tolist() == [False, True]
    nearer = match([strip(0, 10), strip(3, 13)], [0.9, 0.8], [strip(0, 10), strip(4, 14)], iou=0.5)
    assert nearer.outcomes.tolist() == [R, R] and not nearer.missed.any()


def test_matches_come_in_the_order_of_the_detections():
    found = [strip(0, 9), strip(50, 60), strip(20, 30), strip(0, 10)]
    result = match(found, [0.5, 0.9, 0.6, 0.7], [strip(20, 28), strip(0, 10), strip(70, 80)])
    assert result.outcomes.tolist() == [W, W, R, R]
    assert result.references.tolist() == [-1, -1, 0, 1]
    np.testing.assert_allclose(result.ious, [0, 0, 0.8, 1])
    assert result.missed.tolist() == [False, False, True]


def test_difficult_references_are_neither_right_nor_wrong():
    wanted = [(0, 10), (20, 30), (40, 50)]
    found = [(0, 10), (0, 10), (20, 30), (20, 30), (60, 70)]
    assert outcomes(found, wanted, difficult=[True, False, False]) == [I, I, R, W, W]
    result = match([strip(0, 10)], [1], [strip(0, 10), strip(20, 30)], difficult=[True, True])
    assert result.references.tolist() == [0] and not result.missed.any()
    assert outcomes([(0, 10)], [(0, 10), (1, 10)], difficult=[True, False]) == [I]
    assert outcomes([(0, 10)], [(0, 10), (1, 10)], difficult=[False, True]) == [R]


def test_classes_do_not_mix():
    found, wanted = [strip(0, 10), strip(0, 10)], [strip(0, 10), strip(0, 9)]
    result = match(found, [0.9, 0.8], wanted, classes=(["ship", "car"], ["car", "ship"]))
    assert result.outcomes.tolist() == [R, R] and result.references.tolist() == [1, 0]
    assert match(found, [0.9, 0.8], wanted, classes=([3, 3], [4, 5])).outcomes.tolist() == [W, W]
    assert match(found, [0.9, 0.8], wanted).outcomes.tolist() == [R, W]


def test_of_equal_scores_the_first_finds():
    found = [strip(0, 9), strip(0, 10), strip(0, 10)]
    for scores, right in (([0.5, 0.5, 0.5], 0), ([0.4, 0.5, 0.5], 1), ([np.nan, 0.1, 0.2], 2), ([np.nan] * 3, 0)):
        assert np.flatnonzero(match(found, scores, [strip(0, 10)]).outcomes).tolist() == [right]
    assert match([strip(0, 10)], [1], [strip(1, 10), strip(0, 9)]).references.tolist() == [0]


def test_nothing_found_and_nothing_wanted():
    one = [strip(0, 1)]
    none = match([], [], one)
    assert none.outcomes.shape == none.references.shape == none.ious.shape == (0,) and none.missed.tolist() == [True]
    assert match([], [], one, difficult=[True]).missed.tolist() == [False]
    spare = match(one, [0.5], [], classes=(["ship"], []))
    assert spare.outcomes.tolist() == [W] and spare.references.tolist() == [-1] and spare.missed.shape == (0,)
    assert match([], [], []).missed.shape == (0,)


def test_empty_shapes_find_nothing():
    odd = [None, shapely.Polygon(), strip(0, 1)]
    result = match(odd, [0.9, 0.8, 0.7], odd)
    assert result.outcomes.tolist() == [W, W, R] and result.missed.tolist() == [True, True, False]


@pytest.mark.parametrize("iou", [0, -1, 1.1, float("nan")])
def test_a_threshold_is_a_share(iou):
    with pytest.raises(ValueError, match="IoU threshold"):
        match([strip(0, 1)], [1], [strip(0, 1)], iou=iou)


def test_the_work_can_be_ended():
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        match([strip(0, 1)], [1], [strip(0, 1)], check=stop)


def overlap_of(one, other):
    """IoU of two rectangles as a fraction."""
    sides = [min(a + m, b + n) - max(a, b) for (a, m), (b, n) in zip(one, other)]
    shared = max(sides[0], 0) * max(sides[1], 0)
    return Fraction(shared, one[0][1] * one[1][1] + other[0][1] * other[1][1] - shared)


def matched_by_the_rule(found, wanted, iou):
    """One detection after the other. `found`: (rectangle, score, class); `wanted`: (rectangle, class, difficult)."""
    taken, result = set(), [(W, -1)] * len(found)
    for one in sorted(range(len(found)), key=lambda index: -found[index][1]):
        own = [index for index, (_, name, _) in enumerate(wanted) if name == found[one][2]]
        best = max(own, key=lambda index: overlap_of(found[one][0], wanted[index][0]), default=None)
        if best is None or overlap_of(found[one][0], wanted[best][0]) < iou:
            continue
        if wanted[best][2]:
            result[one] = (I, best)
        elif best not in taken:
            taken.add(best)
            result[one] = (R, best)
    return result, [index not in taken and not hard for index, (_, _, hard) in enumerate(wanted)]


@given(
    st.lists(st.tuples(RECTANGLE, SCORE, st.sampled_from("ab")), max_size=12),
    st.lists(st.tuples(RECTANGLE, st.sampled_from("ab"), st.booleans()), max_size=8),
    st.sampled_from([Fraction(1, 5), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)]),
    st.integers(1, 5),
)
@laws
def test_matches_by_the_rule(found, wanted, iou, block):
    """However many are compared at a time."""
    expected, missed = matched_by_the_rule(found, wanted, iou)
    shapes, scores, names = [shapes_of(one[0] for one in found), *([one[n] for one in found] for n in (1, 2))]
    classes = names, [one[1] for one in wanted]
    usual, judging.BLOCK = judging.BLOCK, block
    try:
        result = match(
            shapes, scores, shapes_of(one[0] for one in wanted), float(iou), classes, [one[2] for one in wanted]
        )
    finally:
        judging.BLOCK = usual
    assert list(zip(result.outcomes.tolist(), result.references.tolist())) == expected
    assert result.missed.tolist() == missed
    for index, (outcome, reference) in enumerate(expected):
        share = 0 if outcome == W else overlap_of(found[index][0], wanted[reference][0])
        assert result.ious[index] == pytest.approx(float(share))


@given(st.integers(0, 9999), st.integers(1, 40))
@laws
def test_the_order_of_input_is_no_matter(seed, count):
    """Of rotated boxes, where no scores are equal."""
    draw = np.random.default_rng(seed)
    boxes = np.column_stack([draw.uniform(0, 30, (2 * count, 2)), draw.uniform(3, 20, (2 * count, 2)),
                             draw.normal(size=2 * count)])  # fmt: skip
    found, wanted = np.split(rotated.polygons(boxes), 2)
    scores, order, other = draw.permutation(count), draw.permutation(count), draw.permutation(count)
    hard = draw.random(count) < 0.3
    usual = match(found, scores, wanted, 0.3, difficult=hard)
    shuffled = match(found[order], scores[order], wanted[other], 0.3, difficult=hard[other])
    assert (shuffled.outcomes == usual.outcomes[order]).all() and (shuffled.ious == usual.ious[order]).all()
    assert (shuffled.missed == usual.missed[other]).all()
    known = shuffled.references >= 0
    assert (other[shuffled.references[known]] == usual.references[order][known]).all()


# The figures


def test_curve_by_hand():
    curve = precision_recall([R, W, R, R, W], [0.9, 0.8, 0.7, 0.6, 0.5], 4)
    np.testing.assert_allclose(curve.scores, [0.9, 0.8, 0.7, 0.6, 0.5])
    np.testing.assert_allclose(curve.precision, [1, 1 / 2, 2 / 3, 3 / 4, 3 / 5])
    np.testing.assert_allclose(curve.recall, [0.25, 0.25, 0.5, 0.75, 0.75])


BY_HAND = {
    "perfect": ([R, R], 2, 1, 1),
    "half is found": ([R], 2, 1 / 2, 6 / 11),
    "wrong ones last": ([R, R, W, W, W], 2, 1, 1),
    "wrong one first": ([W, R], 1, 1 / 2, 1 / 2),
    "mixed": ([R, W, R, R, W], 4, (1 + 3 / 4 + 3 / 4) / 4, (3 * 1 + 5 * 3 / 4) / 11),
    "ignored ones": ([I, R, I, W, R, R, W, I], 4, (1 + 3 / 4 + 3 / 4) / 4, (3 * 1 + 5 * 3 / 4) / 11),
    "recall in tenths": ([R, R, R, W], 10, 3 / 10, 4 / 11),
    "none right": ([W, W], 3, 0, 0),
    "none found": ([], 3, 0, 0),
    "only ignored ones": ([I, I], 3, 0, 0),
}


@pytest.mark.parametrize("case", BY_HAND)
def test_average_precision_by_hand(case):
    results, references, voc12, voc07 = BY_HAND[case]
    scores = np.linspace(0.9, 0.1, len(results))
    for rule, expected in (("voc12", voc12), ("voc07", voc07)):
        assert accuracy(results, scores, references, rule=rule).ap == pytest.approx(expected, abs=1e-12)


def figures_by_the_rule(results, scores, references):
    """Average precision by both rules, from precision at every threshold there is."""
    points = []
    for threshold in set(scores):
        shown = [r for r, score in zip(results, scores) if score >= threshold and r != I]
        if shown:
            points.append((shown.count(R), Fraction(shown.count(R), len(shown))))

    def best(recall):
        return max((precision for right, precision in points if right >= recall * references), default=Fraction(0))

    voc12 = sum(best(Fraction(n, references)) for n in range(1, references + 1)) / references
    return voc12, sum(best(Fraction(n, 10)) for n in range(11)) / 11


@given(
    st.lists(st.tuples(st.sampled_from([W, R, I]), st.integers(0, 12).map(lambda n: n / 12)), max_size=30),
    st.integers(0, 12),
    st.randoms(use_true_random=False),
)
@laws
def test_average_precision_by_the_rule(detections, missed, random):
    """With equal scores among them, whose order is no matter."""
    results, scores = [r for r, _ in detections], [s for _, s in detections]
    references = max(results.count(R) + missed, 1)
    expected = figures_by_the_rule(results, scores, references)
    random.shuffle(detections)
    for rule, value in zip(("voc12", "voc07"), expected):
        for given_order in ((results, scores), ([r for r, _ in detections], [s for _, s in detections])):
            assert accuracy(*given_order, references, rule=rule).ap == pytest.approx(float(value), abs=1e-12)


def test_equal_scores_come_together():
    for results in ([R, W], [W, R]):
        curve = precision_recall(results, [0.5, 0.5], 1)
        assert (curve.scores.tolist(), curve.precision.tolist(), curve.recall.tolist()) == ([0.5], [0.5], [1])
    unknown = precision_recall([R, W, R], [np.nan, 0.5, np.nan], 2)
    assert unknown.scores.tolist() == [0.5, -np.inf] and unknown.recall.tolist() == [0, 1]


def test_figures_of_what_is_shown():
    """From a threshold on; average precision is of all."""
    results, scores = [R, W, I, R, W], [0.9, 0.8, 0.7, 0.6, 0.2]
    everything, shown = accuracy(results, scores, 4), accuracy(results, scores, 4, threshold=0.6)
    assert (everything.precision, everything.recall) == (2 / 4, 2 / 4) == (everything.f1, 0.5)
    assert (shown.precision, shown.recall, shown.f1) == (2 / 3, 2 / 4, pytest.approx(4 / 7))
    assert accuracy(results, scores, 4, threshold=0.61).recall == 1 / 4
    assert shown.ap == everything.ap == pytest.approx((1 + 2 / 3) / 4)
    best_only = accuracy(results, scores, 4, threshold=0.95)
    assert (best_only.precision, best_only.recall, best_only.f1) == (0, 0, 0)


@pytest.mark.parametrize("results", [[], [W], [I]])
@pytest.mark.parametrize("rule", ["voc12", "voc07"])
def test_without_references_there_is_no_average_precision(results, rule):
    figures = accuracy(results, [0.5] * len(results), 0, rule=rule)
    assert np.isnan(figures.ap) and (figures.precision, figures.recall, figures.f1) == (0, 0, 0)
    curve = precision_recall([W], [0.5], 0)
    assert np.isnan(curve.recall).all() and np.isnan(average_precision(curve.recall, curve.precision, rule))


def test_there_are_two_rules():
    with pytest.raises(ValueError, match="voc07 or voc12, not coco"):
        average_precision([0.5, 1], [1, 1], "coco")
