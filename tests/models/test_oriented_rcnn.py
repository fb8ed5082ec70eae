# SPDX-License-Identifier: GPL-3.0-or-later
"""The detector equals the published one, whatever the batch and the size."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from lwganet_qgis.core.boxes.suppression import suppress
from lwganet_qgis.models import create_model
from lwganet_qgis.models.detection.oriented_rcnn import OrientedRCNN
from lwganet_qgis.models.detection.oriented_rpn import propose
from lwganet_qgis.models.detection.rotated_roi import rotated_roi_align

from . import golden
from .detections import matched, share_matched
from .test_parity import close, near

CLASSES = {"orcnn_l2_dota10": 15, "orcnn_l2_dota15": 16}
SMALL = {"num_classes": 3, "width": 32, "hidden": 64, "proposals": 200}
FIRST = 300
"""Proposals of an image that the published detections were made from."""
THRESHOLD, OVERLAP = 0.05, 0.1
THIN = 0.01
"""Pixels: boxes without area are no detections here; elsewhere they are kept."""


def small(**changes: int) -> OrientedRCNN:
    return golden.fill(create_model("oriented_rcnn_lwganet_l0", **{**SMALL, **changes}))  # type: ignore[return-value]


@pytest.mark.parametrize("name", CLASSES)
def test_state_dict_equals_the_manifest(name):
    state = create_model("oriented_rcnn_lwganet_l2", num_classes=CLASSES[name]).state_dict()
    found = [(k, tuple(v.shape), str(v.dtype).removeprefix("torch.")) for k, v in state.items()]
    assert found == golden.manifest(name)


class Published:
    """A fixture, the network of its weights and what that makes of its images."""

    def __init__(self, name: str, dtype: torch.dtype) -> None:
        self.case = np.load(golden.FOLDER / f"{name}.npz")
        self.same = close if dtype == torch.float64 else near
        self.exact = dtype == torch.float64
        info = json.loads(str(self.case["meta"]))
        self.classes = CLASSES[info["model"]]
        network = golden.fill(create_model("oriented_rcnn_lwganet_l2", num_classes=self.classes, proposals=FIRST))
        self.network: OrientedRCNN = network.to(dtype)  # type: ignore[assignment]
        images = golden.draw_input(info["seed"], info["shape"]).to(dtype)
        self.size = (images.shape[2], images.shape[3])
        self.maps = self.network.backbone(images)
        self.pyramid = self.network.neck(self.maps)
        self.levels = self.network.rpn_head(self.pyramid)
        first = [self.case[f"proposals_{i}"][:FIRST] for i in range(len(images))]
        self.proposals = torch.from_numpy(np.stack(first)).to(dtype)


@pytest.fixture(
    scope="module",
    params=[
        ("det_orcnn_dota15_b2_s256_seed503", torch.float64),
        ("det_orcnn_dota15_b2_s256_seed503", torch.float32),
        ("det_orcnn_dota10_b1_s512_seed501", torch.float64),
        pytest.param(("det_orcnn_dota10_b1_s1024_seed504", torch.float64), marks=pytest.mark.long),
    ],
    ids=["256-f64", "256-f32", "512-f64", "1024-f64"],
)
def published(request):
    with torch.no_grad():
        return Published(*request.param)


def test_maps(published):
    for index, x in enumerate(published.maps):
        published.same(golden.summary(x), published.case[f"sum/backbone.{index}"])
    for index, x in enumerate(published.pyramid):
        assert tuple(x.shape) == tuple(published.case[f"shape/fpn.{index}"])
        published.same(golden.summary(x), published.case[f"sum/fpn.{index}"])


def test_proposal_head(published):
    for index, (x, level) in enumerate(zip(published.pyramid, published.levels)):
        n, _, height, width = x.shape
        objectness = level.objectness.view(n, height, width, 3).permute(0, 3, 1, 2)
        offsets = level.offsets.view(n, height, width, 18).permute(0, 3, 1, 2)
        published.same(golden.summary(objectness), published.case[f"sum/rpn_cls.{index}"])
        published.same(golden.summary(offsets), published.case[f"sum/rpn_reg.{index}"])
    published.same(objectness, published.case["rpn_cls_p6"])
    published.same(offsets, published.case["rpn_reg_p6"])


def test_proposals(published):
    boxes, scores = propose(published.levels, 2000)
    for index, rows in enumerate(torch.cat([boxes, scores[:, :, None]], 2)):
        expected = published.case[f"proposals_{index}"]
        assert int((rows[:, 5] > 0).sum()) == int(published.case[f"n_proposals_{index}"])
        assert bool((rows[1:, 5] <= rows[:-1, 5]).all())
        assert share_matched(rows[: len(expected)], expected) >= (0.999 if published.exact else 0.97)


@torch.no_grad()
def test_box_head(published):
    n = len(published.proposals)
    batch = torch.arange(n).repeat_interleave(FIRST)[:, None]
    rois = torch.cat([batch, published.proposals[:, :, :5].flatten(0, 1)], 1)
    features = rotated_roi_align(published.pyramid[:-1], rois)
    published.same(golden.summary(features), published.case["sum/roi_feat"])
    published.same(features.mean(1), published.case["roi_feat_mean_per_roi"])
    logits, deltas = published.network.roi_head(published.pyramid, rois)
    published.same(logits, published.case["roi_cls_score"])
    published.same(deltas, published.case["roi_bbox_pred"])


def merged(rows: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Detections (n, 6) of one class after suppression; of equal scores those that are expected go first."""
    preferred, _ = matched(rows, expected)
    rows = rows[np.lexsort([~preferred, -rows[:, 5].round(5)])]
    return rows[suppress(rows[:, :5], rows[:, 5].round(5), OVERLAP)]


@torch.no_grad()
def test_detections(published):
    boxes, objectness = published.proposals[:, :, :5], published.proposals[:, :, 5]
    detections = published.network.detect(published.pyramid, boxes, objectness, published.size).numpy()
    for index, rows in enumerate(detections):
        rows = rows[rows[:, 3] > THIN]
        expected, labels = published.case[f"det_bboxes_{index}"], published.case[f"det_labels_{index}"]
        thick = expected[:, 3] > THIN
        shares = []
        for label in range(published.classes):
            column = 5 + label
            candidates = rows[rows[:, column] > THRESHOLD][:, [0, 1, 2, 3, 4, column]]
            wanted = expected[thick & (labels == label)]
            shares.append(share_matched(merged(candidates, wanted), wanted))
        assert min(shares) >= (0.95 if published.exact else 0.8)
        assert np.mean(shares) >= (0.99 if published.exact else 0.95)


# Any batch, any size


@torch.no_grad()
def test_an_image_in_a_batch_gives_what_it_gives_alone():
    network = small()
    images = golden.draw_input(1, (3, 3, 128, 160))
    together = network(images)
    for image, rows in zip(images, together):
        (alone,) = network(image[None])
        assert share_matched(rows, alone, 1e-4) >= 0.99


@torch.no_grad()
@pytest.mark.parametrize("size", [(96, 96), (64, 160), (100, 133), (33, 101)])
def test_any_rectangle(size):
    rows = small()(golden.draw_input(2, (2, 3, *size)))
    assert rows.shape == (2, 200, 8)
    assert bool(torch.isfinite(rows).all())
    real = rows[..., 5:].sum(-1) > 0
    x, y, long, short, angle = rows[real][:, :5].unbind(1)
    assert bool((x >= 0).all() and (x <= size[1] - 1).all() and (y >= 0).all() and (y <= size[0] - 1).all())
    assert bool(
        (long >= short).all() and (short >= 0).all() and (angle >= -np.pi / 2).all() and (angle < np.pi / 2).all()
    )


@torch.no_grad()
def test_fewer_proposals_than_rows():
    network = small(proposals=3000)
    images = golden.draw_input(3, (2, 3, 96, 96))  # 2307 anchors, of no level more than are decoded
    rows = network(images)
    boxes, objectness = propose(network.rpn_head(network.pyramid(images)), 3000)
    held = objectness > 0
    assert bool((held.sum(1) < 2307).all() and (held.sum(1) > 300).all())
    assert bool((held[:, :-1] | ~held[:, 1:]).all()), "rows that hold nothing come last"
    assert bool(((rows[..., 5:].sum(-1) > 0) == held).all())
    assert bool(torch.isfinite(rows).all() and torch.isfinite(boxes).all())


@torch.no_grad()
def test_no_proposal_at_all():
    network = small()
    torch.nn.init.constant_(network.rpn_head.rpn_cls.bias, -1e6)
    rows = network(golden.draw_input(4, (2, 3, 96, 96)))
    assert bool(torch.isfinite(rows).all())
    assert float(rows[..., 5:].abs().max()) == 0


def test_training_form_has_gradients_everywhere():
    network = small().train()
    out = network(golden.draw_input(5, (2, 3, 96, 128)))
    assert out.anchors.shape[0] == out.objectness.shape[1] == out.offsets.shape[1]
    assert not out.proposals.requires_grad
    rois = torch.cat([torch.arange(2).repeat_interleave(20)[:, None], out.proposals[:, :20].flatten(0, 1)], 1)
    logits, deltas = out.head(rois)
    (out.objectness.sum() + out.offsets.sum() + logits.square().sum() + deltas.sum()).backward()
    missing = [name for name, weight in network.named_parameters() if weight.grad is None]
    assert missing == []


def test_too_many_proposals_are_refused():
    with pytest.raises(ValueError, match="1 to 10000 proposals, found 10001"):
        small(proposals=10001)
