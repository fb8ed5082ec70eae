# SPDX-License-Identifier: GPL-3.0-or-later
"""Anchors, codings, suppression and features of regions: published figures and laws."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from lwganet_qgis.models.detection import box_coders, rotated_roi
from lwganet_qgis.models.detection.box_coders import (
    corners,
    delta_decode,
    delta_encode,
    hulls,
    midpoint_decode,
    midpoint_encode,
)
from lwganet_qgis.models.detection.fpn import FPN
from lwganet_qgis.models.detection.horizontal_nms import keep_horizontal
from lwganet_qgis.models.detection.oriented_rcnn import RoIHead
from lwganet_qgis.models.detection.oriented_rpn import STRIDES, level_anchors
from lwganet_qgis.models.detection.rotated_roi import roi_levels, rotated_roi_align

from . import golden

OPS = np.load(golden.FOLDER / "ops_rotated_7000.npz")
DETECTOR = np.load(golden.FOLDER / "orcnn_components_seed301.npz")
BOTH = pytest.mark.parametrize("case", [OPS, DETECTOR], ids=["lwganet", "lsknet"])
IMAGE = {"xa_decoded": (256, 256), "obb_decode": None, "obb_decode_clip": (128, 160)}


def of(case, *names: str) -> list[Tensor]:
    return [torch.from_numpy(case[name]) for name in names]


def assert_close(found: Tensor, expected, tolerance: float = 1e-4) -> None:
    np.testing.assert_allclose(found, expected, rtol=0, atol=tolerance)


def assert_same_boxes(found: Tensor, expected: Tensor, tolerance: float = 1e-4) -> None:
    """Within `tolerance` pixels and radians; angles half a turn apart are the same."""
    error = (found - expected).abs()
    error[:, 4] = box_coders.wrap(found[:, 4] - expected[:, 4]).abs()
    assert error.max() < tolerance


def drawn_boxes(count: int, seed: int = 1) -> Tensor:
    """Boxes (count, 5) of 4 to 80 pixels, in double precision."""
    draw = torch.Generator().manual_seed(seed)
    low, high = torch.tensor([0.0, 0, 4, 4, -math.pi / 2]), torch.tensor([256.0, 256, 80, 80, math.pi / 2])
    boxes = low + torch.rand(count, 5, generator=draw, dtype=torch.float64) * (high - low)
    boxes[:, 2:4] = boxes[:, 2:4].sort(1, descending=True).values
    return boxes


# Anchors


@pytest.mark.parametrize("level", range(5))
def test_anchors_of_a_cell(level):
    anchors = level_anchors(torch.zeros(1, 1, 1, 1), STRIDES[level])
    assert_close(anchors, DETECTOR[f"base_anchors{level}"])
    assert_close(anchors, OPS["base_anchors"][level])


@pytest.mark.parametrize(
    ("expected", "size", "stride"),
    [(DETECTOR["grid_anchors_l2_3x5"], (3, 5), 16), (OPS["grid_priors_l1_2x3"], (2, 3), 8)],
    ids=["3x5", "2x3"],
)
def test_anchors_of_a_map(expected, size, stride):
    assert_close(level_anchors(torch.zeros(2, 7, *size), stride), expected)


# Codings


@pytest.mark.parametrize(
    ("case", "boxes", "points", "upright"),
    [(OPS, "obb_rois", "tr_poly", "tr_xyxy"), (DETECTOR, "xa_rois", "obb2poly", "obb2xyxy")],
    ids=["lwganet", "lsknet"],
)
def test_corners_and_hulls(case, boxes, points, upright):
    (rotated,) = of(case, boxes)
    assert_close(corners(rotated).flatten(1), case[points])
    assert_close(hulls(rotated), case[upright])


def test_angles_are_wrapped():
    assert_close(box_coders.wrap(*of(OPS, "norm_angle_in")), OPS["norm_angle_out"], 1e-6)


@pytest.mark.parametrize(
    ("case", "anchors", "offsets", "boxes"),
    [(OPS, "mid_anchors", "mid_deltas", "mid_decode"), (DETECTOR, "mp_anchors", "mp_deltas", "mp_decoded")],
    ids=["lwganet", "lsknet"],
)
def test_midpoint_offsets_are_decoded(case, anchors, offsets, boxes):
    assert_same_boxes(midpoint_decode(*of(case, anchors, offsets)), *of(case, boxes))


def test_midpoint_offsets_are_encoded():
    assert_close(midpoint_encode(*of(OPS, "mid_anchors", "mid_gt")), OPS["mid_encode"], 1e-5)


@pytest.mark.parametrize(
    ("case", "rois", "deltas", "boxes"),
    [
        (OPS, "obb_rois", "obb_deltas", "obb_decode"),
        (OPS, "obb_rois", "obb_deltas", "obb_decode_clip"),
        (DETECTOR, "xa_rois", "xa_deltas", "xa_decoded"),
    ],
    ids=["lwganet", "lwganet clipped", "lsknet"],
)
def test_deltas_are_decoded(case, rois, deltas, boxes):
    assert_same_boxes(delta_decode(*of(case, rois, deltas), IMAGE[boxes]), *of(case, boxes))


def test_deltas_are_encoded():
    assert_close(delta_encode(*of(OPS, "obb_rois", "mid_gt")), OPS["obb_encode"])


def test_decoding_undoes_encoding():
    boxes, others = drawn_boxes(500), drawn_boxes(500, seed=2)
    assert_same_boxes(delta_decode(others, delta_encode(others, boxes)), boxes, 1e-9)
    anchors = hulls(others)
    turned = (boxes[:, 4].abs() % (math.pi / 2) - math.pi / 4).abs() < 0.7  # no two vertices level: no tie
    back = midpoint_decode(anchors, midpoint_encode(anchors, boxes))
    assert_same_boxes(back[turned], boxes[turned], 1e-6)


@pytest.mark.parametrize("angle", [0.0, -math.pi / 2])
def test_upright_boxes_survive_their_ties(angle):
    box = torch.tensor([[50.0, 60, 30, 10, angle]], dtype=torch.float64)
    anchor = torch.tensor([[40.0, 40, 60, 70]], dtype=torch.float64)
    assert_same_boxes(midpoint_decode(anchor, midpoint_encode(anchor, box)), box, 1e-6)


# Suppression of upright boxes


def suppressed(boxes: Tensor, scores: Tensor, groups, overlap: float) -> np.ndarray:
    """Indices of what stays in its own group, by falling score."""
    keep = torch.zeros(len(boxes), dtype=torch.bool)
    for group in np.unique(groups):
        rows = torch.from_numpy(np.flatnonzero(groups == group))
        keep[rows] = keep_horizontal(boxes[rows], scores[rows], overlap)
    left = np.flatnonzero(keep)
    return left[np.argsort(-scores.numpy()[left], kind="stable")]


def test_suppression_keeps_what_the_published_one_does():
    boxes, scores = of(OPS, "bnms_boxes", "bnms_scores")
    np.testing.assert_array_equal(suppressed(boxes, scores, OPS["bnms_ids"], 0.3), OPS["bnms_keep_30"])
    boxes, scores = of(DETECTOR, "nms_boxes", "nms_scores")
    for overlap, name in ((0.8, "bn_keep"), (0.3, "bn_keep_0.3")):
        np.testing.assert_array_equal(suppressed(hulls(boxes), scores, DETECTOR["bn_ids"], overlap), DETECTOR[name])


@pytest.mark.parametrize("overlap", [0.1, 0.5, 0.8])
def test_suppression_equals_the_plain_loop(overlap):
    draw = torch.Generator().manual_seed(3)
    corner = torch.randint(0, 60, (300, 2), generator=draw)
    boxes = torch.cat([corner, corner + torch.randint(0, 30, (300, 2), generator=draw)], 1).float()  # some are empty
    scores = torch.randint(0, 40, (300,), generator=draw).float()  # many are equal
    left, expected = np.argsort(-scores.numpy(), kind="stable").tolist(), []
    sizes = (boxes[:, 2:] - boxes[:, :2]).prod(1)
    while left:
        best, *left = left
        expected.append(best)
        common = torch.minimum(boxes[best, 2:], boxes[left, 2:]) - torch.maximum(boxes[best, :2], boxes[left, :2])
        common = common.clamp(min=0).prod(1)
        left = [i for i, iou in zip(left, common / (sizes[best] + sizes[left] - common)) if not iou > overlap]
    assert sorted(expected) == keep_horizontal(boxes, scores, overlap).nonzero()[:, 0].tolist()


def test_suppression_of_nothing():
    assert keep_horizontal(torch.zeros(0, 4), torch.zeros(0), 0.5).tolist() == []


# Features of regions


@BOTH
def test_levels_of_regions(case):
    np.testing.assert_array_equal(roi_levels(torch.from_numpy(case["lvl_rois"][:, 1:])), case["lvl"])


@pytest.mark.parametrize("stride", [4, 8])
def test_features_of_rotated_regions(stride):
    maps, rois = of(DETECTOR, "ra_feat", "ra_rois")
    expected = DETECTOR[f"ra_out_s{stride}"]
    assert_close(rotated_roi_align([maps], rois, [stride]).view(expected.shape), expected, 1e-5)


def test_features_of_regions_over_the_edge():
    maps = golden.draw_input(OPS["roi_feat_seed"], OPS["roi_feat_shape"])
    found = rotated_roi_align([maps], *of(OPS, "rois"), [4])
    assert_close(found.view(OPS["roi_out"].shape), OPS["roi_out"], 1e-5)


def drawn_regions() -> tuple[list[Tensor], Tensor]:
    """Four maps of two images and 70 regions of each, in double precision; regions of all levels, some far outside."""
    draw = torch.Generator().manual_seed(4)
    maps = [torch.randn(2, 3, 64 // s, 96 // s, generator=draw, dtype=torch.float64) for s in (1, 2, 4, 8)]
    boxes = drawn_boxes(140, seed=5)
    boxes[:, 2:4] *= torch.rand(140, 1, generator=draw, dtype=torch.float64) * 12
    boxes[::9, :2] += 1000
    return maps, torch.cat([torch.arange(2).repeat_interleave(70)[:, None], boxes], 1)


def test_every_level_is_drawn():
    _, rois = drawn_regions()
    assert roi_levels(rois[:, 1:]).bincount().min() > 5


def test_regions_of_a_pyramid_equal_those_of_their_level_alone():
    maps, rois = drawn_regions()
    found = rotated_roi_align(maps, rois)
    levels = roi_levels(rois[:, 1:])
    for level, (x, stride) in enumerate(zip(maps, rotated_roi.STRIDES)):
        at = levels == level
        torch.testing.assert_close(found[at], rotated_roi_align([x], rois[at], [stride]))


def test_form_for_export_has_the_same_values_and_gradients(monkeypatch):
    results = []
    for exported in (False, True):
        monkeypatch.setattr(rotated_roi, "tracing", lambda: exported)  # noqa: B023
        maps, rois = drawn_regions()
        for x in maps:
            x.requires_grad_()
        features = rotated_roi_align(maps, rois)
        features.square().sum().backward()
        results.append([features.detach(), *(x.grad for x in maps)])
    for plain, for_export in zip(*results):
        torch.testing.assert_close(plain, for_export)


def test_regions_in_parts_equal_all_at_once():
    maps, rois = drawn_regions()
    head = RoIHead(3, 8, 2).double()
    logits, deltas = head([*maps, maps[-1]], rois)
    some, others = head.in_parts([*maps, maps[-1]], rois, 70)
    torch.testing.assert_close(some, logits.view(2, 70, 3))
    torch.testing.assert_close(others, deltas.view(2, 70, 5))


def test_pyramid_of_maps_with_odd_sides():
    maps = [torch.randn(1, width, *size) for width, size in ((4, (13, 9)), (8, (7, 5)), (16, (4, 3)), (32, (2, 2)))]
    pyramid = FPN((4, 8, 16, 32), 6)(maps)
    assert [tuple(x.shape[1:]) for x in pyramid] == [(6, 13, 9), (6, 7, 5), (6, 4, 3), (6, 2, 2), (6, 1, 1)]
