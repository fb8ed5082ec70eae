# SPDX-License-Identifier: GPL-3.0-or-later
"""LSKNet, and the heads on it, equal the published implementation: keys, shapes and outputs."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from lwganet_qgis.core.boxes.suppression import suppress
from lwganet_qgis.models import create_model
from lwganet_qgis.models.detection.oriented_rpn import propose
from lwganet_qgis.models.detection.rotated_roi import rotated_roi_align

from . import golden
from .test_parity import close, ids, meta

MANIFESTS = {
    **{f"lsknet_{v}_backbone": (f"lsknet_{v}", {"features_only": True}) for v in "ts"},
    **{f"lsknet_{v}_cls1000": (f"lsknet_{v}", {}) for v in "ts"},
    **{f"unetformer_lsk_{v}_nc6": (f"unetformer_lsknet_{v}", {"num_classes": 6}) for v in "ts"},
    **{f"orcnn_lsk_{v}_dota15": (f"oriented_rcnn_lsknet_{v}", {}) for v in "ts"},
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_state_dict_equals_the_manifest(name):
    model, args = MANIFESTS[name]
    found, expected = golden.described(create_model(model, **args)), golden.manifest(name)
    if name.startswith("unetformer"):  # published from another copy of LSKNet, which has the same keys in another order
        found, expected = sorted(found), sorted(expected)
    assert found == expected


def opened(path):
    """The fixture, its description, the variant and the input."""
    case = np.load(path)
    info = meta(case)
    return case, info, next(v for v in "ts" if f"_{v}_" in path.stem), golden.draw_input(info["seed"], info["shape"])


@pytest.mark.parametrize("path", golden.cases("lsknet_*_bb_*.npz"), ids=ids)
def test_dense_backbone(path):
    case, info, variant, image = opened(path)
    model = golden.fill(create_model(f"lsknet_{variant}", features_only=True))
    parts = [key[4:] for key in case.files if key.startswith(("sum/patch", "sum/block"))]
    with golden.watched(model, {k: k.replace("last", "-1") for k in parts}) as seen, torch.no_grad():
        seen |= {f"out{i}": x for i, x in enumerate(model(image))}
    for name in parts + [f"out{i}" for i in range(4)]:
        assert tuple(seen[name].shape) == tuple(case[f"shape/{name}"])
        close(golden.summary(seen[name]), case[f"sum/{name}"])
    golden.compare_stored(case, "out3", seen["out3"], close, np.s_[:, :, ::3, ::3])


@pytest.mark.parametrize("path", golden.cases("lsknet_*_cls*.npz"), ids=ids)
def test_classifier(path):
    case, info, variant, image = opened(path)
    model = golden.fill(create_model(f"lsknet_{variant}", num_classes=info["num_classes"]))
    with torch.no_grad():
        close(model(image), case["logits"])
        close(model.features(image)[-1].mean((2, 3)), case["pre_head"])


@pytest.mark.parametrize("path", golden.cases("unetformer_lsk_*.npz"), ids=ids)
def test_unetformer(path):
    case, info, variant, image = opened(path)
    model = golden.fill(create_model(f"unetformer_lsknet_{variant}", num_classes=info["num_classes"]))
    parts = [key[4:] for key in case.files if key.startswith("sum/decoder")]
    with golden.watched(model, {k: k for k in parts}) as seen, torch.no_grad():
        logits = model(image)
    for name, value in {**seen, "logits": logits}.items():
        close(golden.summary(value), case[f"sum/{name}"])
    golden.compare_stored(case, "logits", logits, close, np.s_[:, :, 3::16, 5::16])
    if "full/segmentation_head" in case:
        golden.compare_stored(case, "segmentation_head", seen["decoder.segmentation_head"], close)
    np.testing.assert_array_equal(logits.argmax(1)[:, 3::16, 5::16], case["argmax_strided"])


@pytest.mark.parametrize("size", [(64, 64), (100, 133), (33, 101), (1, 40)])
def test_unetformer_takes_any_rectangle(size):
    model = create_model("unetformer_lsknet_t").eval()
    with torch.no_grad():
        assert tuple(model(golden.draw_input(0, (1, 3, *size))).shape[2:]) == size


THINNEST = 1e-3
"""Pixels."""


@pytest.mark.parametrize("path", golden.cases("orcnn_lsk_*.npz"), ids=ids)
def test_oriented_rcnn(path):
    case, info, variant, image = opened(path)
    model = golden.fill(create_model(f"oriented_rcnn_lsknet_{variant}", num_classes=info["num_classes"]))
    with torch.no_grad():
        pyramid = model.pyramid(image)
        boxes, scores = propose(model.rpn_head(pyramid), model.proposals)
        regions = torch.from_numpy(case["fix_rois"])
        logits, deltas = model.roi_head(pyramid, regions)
        features = rotated_roi_align(pyramid[:-1], regions)
        detections = model.detect(pyramid, boxes, scores, tuple(image.shape[2:]))[0].numpy()
    for level, x in enumerate(pyramid):
        objectness, offsets = model.rpn_head.maps(x)
        for name, value in (("fpn", x), ("rpn_cls", objectness), ("rpn_reg", offsets)):
            close(golden.summary(value.detach()), case[f"sum/{name}{level}"])
    close(golden.summary(features), case["sum/fix_feat"])
    close(logits, case["fix_cls"])
    close(deltas, case["fix_reg"])
    assert int((scores > 0).sum()) == case["n_proposals"]
    found = torch.cat([boxes, scores[:, :, None]], 2)[0, :100]
    np.testing.assert_allclose(found, case["proposals_first100"], atol=0.02)
    whole = case["dets_first100"][:, 3] > THINNEST  # the engine drops boxes without area, which suppress nothing
    found, labels = best_detections(detections, whole.sum())
    np.testing.assert_allclose(found, case["dets_first100"][whole], atol=0.02)
    np.testing.assert_array_equal(labels, case["labels_first100"][whole])


def best_detections(rows, count):
    """The best `count` (box, score) and their classes, after suppression."""
    rows = rows[rows[:, 3] > THINNEST]
    box, label = np.nonzero(rows[:, 5:] > 0.05)
    score = rows[box, 5 + label]
    best = np.argsort(-score, kind="stable")[: 30 * count]  # worse ones do not change which are the best
    box, label, score = box[best], label[best], score[best]
    kept = suppress(rows[box, :5], score, 0.1, label)[:count]
    return np.column_stack([rows[box[kept], :5], score[kept]]), label[kept]
