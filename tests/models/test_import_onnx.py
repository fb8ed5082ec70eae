# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files of others become models that give their files' numbers in the engine's own runs."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest
from onnx import TensorProto

from lwganet_qgis.core.boxes import boxes as rotated
from lwganet_qgis.core.cards.card import list_cards, parse_card, verify_files
from lwganet_qgis.core.errors import InputError, ModelError
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.onnx import OnnxSession
from lwganet_qgis.models.import_checkpoint import main
from lwganet_qgis.models.importing.file import import_file
from lwganet_qgis.models.importing.parts.labels import Wishes
from lwganet_qgis.models.importing.parts.request import Request
from tests.core.rasters import Events, features, job, patches, read, write

from .foreign_graphs import BLOCK, GAIN, NAMES, SIDE, branching, detector, segmenter


def imported(path, out, name="", license_="", **wishes):
    return import_file(Request(path, out, Wishes(**wishes), name, license_))


def mapped(card, image, tmp_path, **more):
    """Classes and scores that the engine gives."""
    paths = {"output": tmp_path / "classes.tif", "confidence": tmp_path / "scores.tif"}
    run_job(job(card.folder, write(tmp_path / "image.tif", image), **paths, **more), Events())
    return read(paths["output"]), read(paths["confidence"])


def softmax(logits):
    shares = np.exp(logits - logits.max(0))
    return shares / shares.sum(0)


SEGMENTERS = {
    "logits": {},
    "softmax": {"last": "Softmax"},
    "one at a time": {"batch": 1},
    "softmax, four at a time": {"last": "Softmax", "batch": 4},
    "one at a time, unsaid": {"truly": 1},
    "half precision": {"kind": TensorProto.FLOAT16},
    "newer": {"opset": 21},
    "older": {"opset": 11},
}


@pytest.mark.parametrize("form", SEGMENTERS)
def test_maps_of_several_classes(form, tmp_path, out):
    card = imported(segmenter(tmp_path / "Cover 1.onnx", **SEGMENTERS[form]), out)
    image = patches()
    classes, scores = mapped(card, image, tmp_path)
    shares = softmax(GAIN * image.astype(np.float32) / 255)
    np.testing.assert_array_equal(classes, image.argmax(0))
    np.testing.assert_allclose(scores, shares.max(0), atol=3e-3 if form == "half precision" else 1e-5)
    fixed = "time" in form
    takes = card.takes
    assert (takes.multiple, takes.smallest, takes.largest) == ((SIDE,) * 3 if fixed else (32, 256, None))
    assert [label.name for label in card.knows.classes] == list(NAMES.values())
    assert (takes.gsd, takes.gsd_range) == (0.5, (0.25, 1.0))
    assert (takes.input.mean, takes.input.std) == ((0.0,) * 3, (255.0,) * 3)


def test_any_number_of_images_is_answered_one_by_one(tmp_path, out):
    images = np.random.default_rng(3).uniform(0, 255, (9, 3, SIDE, SIDE)).astype(np.float32)
    for batch in (0, 1, 2, 4):
        card = imported(segmenter(tmp_path / f"{batch}.onnx", batch=batch), out)
        for count in (1, 4, 9):
            found = OnnxSession(card, 1).run([images[:count]])
            np.testing.assert_allclose(found, GAIN * images[:count] / 255, rtol=1e-5)


@pytest.mark.parametrize("batch", [0, 1, 2])
def test_inner_graphs_take_what_is_outside(batch, tmp_path, out):
    card = imported(branching(tmp_path / "x.onnx", batch), out)
    images = np.random.default_rng(4).uniform(0, 255, (3, 3, SIDE, SIDE)).astype(np.float32)
    np.testing.assert_allclose(OnnxSession(card, 1).run([images]), GAIN * images / 255, rtol=1e-5)


@pytest.mark.parametrize("last", ["Sigmoid", ""], ids=["probability", "logit"])
@pytest.mark.parametrize("threshold", [0.5, 0.3])
def test_maps_of_one_channel(last, threshold, tmp_path, out):
    said = {"class_names": {0: "bright"}, "seg_thresh": threshold, "tiles_overlap": 25, "tiles_size": SIDE}
    card = imported(segmenter(tmp_path / "x.onnx", last, said, bands=1), out)
    image = patches(bands=1)
    draw = np.random.default_rng(1)
    image = draw.integers(0, 255, image.shape).astype(np.uint8)
    classes, scores = mapped(card, image, tmp_path)
    odds = np.exp(GAIN * (image[0] / 255 - 0.5))
    probability = odds / (1 + odds)
    np.testing.assert_array_equal(classes, probability > threshold)
    shifted = odds * (1 - threshold) / threshold
    share = shifted / (1 + shifted)
    np.testing.assert_allclose(scores, np.where(classes, share, 1 - share), atol=1e-5)
    assert [label.name for label in card.knows.classes] == ["background", "bright"]
    assert card.takes.input.bands == ("band 1",) and (card.takes.tile_size, card.takes.overlap) == (SIDE, SIDE // 4)
    assert ("0.5 stands for a probability of 0.3" in card.description) == (threshold == 0.3)


def test_means_and_deviations_are_of_values_up_to_one(tmp_path, out):
    mean, std = [0.6, 0.4, 0.1], [0.2, 0.25, 0.5]
    said = {"standardization_mean": mean, "standardization_std": std}
    card = imported(segmenter(tmp_path / "x.onnx", metadata=said), out)
    image = patches()
    standard = (image / 255 - np.reshape(mean, (3, 1, 1))) / np.reshape(std, (3, 1, 1))
    assert (standard.argmax(0) != image.argmax(0)).mean() > 0.1
    np.testing.assert_array_equal(mapped(card, image, tmp_path)[0], standard.argmax(0))


def test_five_bands(tmp_path, out):
    said = {"class_names": [f"kind {n}" for n in range(5)]}
    card = imported(segmenter(tmp_path / "x.onnx", metadata=said, bands=5), out)
    assert card.takes.input.bands == ("band 1", "band 2", "band 3", "band 4", "band 5")
    image = patches(bands=5)
    np.testing.assert_array_equal(mapped(card, image, tmp_path)[0], image.argmax(0))
    with pytest.raises(InputError, match="has 3 bands; the model needs 5"):
        mapped(card, patches(), tmp_path)


BLOCKS = {"height": SIDE, "width": SIDE + 32}


def coloured():
    """Blocks, each of one colour, brightest in one band."""
    draw = np.random.default_rng(5)
    rows, columns = (length // BLOCK for length in BLOCKS.values())
    small = draw.permuted(np.array([60, 90, 230])[:, None] - np.arange(rows * columns), axis=0)
    return small.reshape(3, rows, columns).repeat(BLOCK, 1).repeat(BLOCK, 2).astype(np.uint8)


ANGLE, UPRIGHT = 2.0, -np.pi / 2
ULTRALYTICS = {"task": "detect", "names": str(NAMES), "stride": "32", "imgsz": "[64, 64]", "channels": "3"}
LISTED = {**ULTRALYTICS, "args": "{'nms': True, 'batch': 1}"}
DETECTORS = {
    "v5": ({"kind": "YOLO_v5_or_v7_default", "objectness": 0.9, "rows_last": False}, UPRIGHT, 0.9),
    "v9 with more": ({"kind": "YOLO_v9", "also": True}, UPRIGHT, 1.0),
    "v6": ({"kind": "YOLO_v6", "objectness": 0.1, "rows_last": False}, UPRIGHT, 1.0),
    "v9": ({"kind": "YOLO_v9"}, UPRIGHT, 1.0),
    "v8": ({}, UPRIGHT, 1.0),
    "v8 one at a time": ({"batch": 1}, UPRIGHT, 1.0),
    "v8 wide": ({"box": (14.0, 6.0)}, 0.0, 1.0),
    "v8 with masks": ({"kind": "YOLO_Ultralytics_segmentation", "masks": 4}, UPRIGHT, 1.0),
    "turned": ({"kind": "YOLO_Ultralytics_obb", "box": (14.0, 6.0), "angle": ANGLE}, ANGLE - np.pi, 1.0),
    "turned, high": ({"kind": "YOLO_Ultralytics_obb", "angle": -0.5}, np.pi / 2 - 0.5, 1.0),
    "turned, high, far": ({"kind": "YOLO_Ultralytics_obb", "angle": ANGLE}, ANGLE - np.pi / 2, 1.0),
    "no det_type": ({"metadata": {"det_type": ""}}, UPRIGHT, 1.0),
    "no det_type, v5": ({"metadata": {"det_type": ""}, "objectness": 0.9, "rows_last": False}, UPRIGHT, 0.9),
    "Ultralytics' own": ({"said": ULTRALYTICS}, UPRIGHT, 1.0),
    "Ultralytics' own, turned": ({"said": {**ULTRALYTICS, "task": "obb"}, "angle": -0.5}, np.pi / 2 - 0.5, 1.0),
    "listed": ({"said": LISTED, "listed": True, "rows_last": False}, UPRIGHT, 1.0),
    "listed, unsaid": ({"said": ULTRALYTICS, "listed": True, "rows_last": False}, UPRIGHT, 1.0),
    "listed, turned": (
        {"said": {**LISTED, "task": "obb"}, "listed": True, "rows_last": False, "angle": -0.5}, np.pi / 2 - 0.5, 1.0
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", DETECTORS)
def test_boxes(form, tmp_path, out):
    made, angle, factor = DETECTORS[form]
    card = imported(detector(tmp_path / "x.onnx", **made), out)
    image = coloured()
    path = write(tmp_path / "image.tif", image)
    found_at = tmp_path / "boxes.jsonl"
    run_job(job(card.folder, path, features=found_at, overlap=0, threshold=0.1), Events())
    found = features(found_at)
    assert len(found) == image[0].size // BLOCK**2
    for shape, said in found:
        column, row = (shape.centroid.x - 500_000) / 10, (5_000_000 - shape.centroid.y) / 10
        assert (column % BLOCK, row % BLOCK) == pytest.approx((BLOCK / 2, BLOCK / 2), abs=1e-3)
        colour = image[:, int(row), int(column)]
        assert said["class_id"] == colour.argmax()
        assert said["score"] == pytest.approx(factor * colour.max() / 255, abs=1e-5)
        expected = rotated.polygons([[column, row, 14.0, 6.0, angle]])[0]
        pixels = [((x - 500_000) / 10, (5_000_000 - y) / 10) for x, y in shape.exterior.coords]
        assert expected.symmetric_difference(type(expected)(pixels)).area < 0.01
    rows = OnnxSession(card, 1).run([image[None, :, :SIDE, :SIDE].astype(np.float32)])[0]
    assert rows.shape == (16, 8) and (np.diff(rows[:, 5:].max(1)) <= 0).all() and ((rows[:, 5:] > 0).sum(1) == 1).all()
    assert (rows[:, 4] >= np.float32(-np.pi / 2)).all() and (rows[:, 4] < np.pi / 2).all()


def test_of_a_single_class_the_objectness_is_the_score(tmp_path, out):
    """YOLOv7 learns nothing of it."""
    made = detector(tmp_path / "x.onnx", "YOLO_v5_or_v7_default", objectness=0.9, rows_last=False, classes=1,
                    metadata={"class_names": ["roof"]})  # fmt: skip
    rows = OnnxSession(imported(made, out), 1).run([np.full((1, 3, SIDE, SIDE), 20, np.float32)])[0]
    np.testing.assert_allclose(rows[:, 5], 0.9)


def test_the_card_says_what_the_file_says(tmp_path, out):
    said = {"det_conf": 0.6, "det_iou_thresh": 0.4, "tiles_overlap": 10, "author": "A. Person", "license": "MIT"}
    path = detector(tmp_path / "Roofs of X.onnx", metadata=said)
    card = imported(path, out)
    assert list(list_cards([out])) == [card] and [p.name for p in card.folder.iterdir()] != []
    verify_files(card)
    assert (card.id, card.title, card.task) == ("roofs_of_x", "Roofs of X", "detection")
    assert (card.knows.threshold, card.knows.iou, card.takes.overlap, card.takes.tile_size) == (0.6, 0.4, 6, 64)
    assert card.made.license == "Weights: MIT. Data: not known" and "A. Person" in card.made.attribution
    digest = hashlib.sha256(path.read_bytes()).digest().hex(" ", 4)
    assert (card.made.training["file"], card.made.training["sha256"]) == (path.name, digest)
    assert set(card.made.training["compared"]["difference_of_allowed"]) == {"random", "real"}
    assert sorted(p.name for p in card.folder.iterdir()) == ["model.json", "model.onnx"]


def test_what_the_user_says_counts_more(tmp_path, out):
    path = detector(tmp_path / "x.onnx", metadata={"license": "MIT"})
    card = imported(path, out, "My boxes", "mine", labels=("a", "b", "c"), gsd=0.1)
    assert (card.id, card.title, card.takes.gsd, card.takes.gsd_range) == ("my_boxes", "My boxes", 0.1, (0.05, 0.2))
    assert [label.name for label in card.knows.classes] == ["a", "b", "c"]
    assert card.made.license.startswith("Weights: mine.")
    names = [f"class {n}" for n in range(7)]
    path = segmenter(tmp_path / "y.onnx", metadata={"class_names": names}, bands=7)
    card = imported(path, out, dataset="loveda")
    assert card.knows.classes[1].name == "building" and card.takes.gsd == 0.5
    assert "CC BY-NC-SA" in card.made.license
    assert "Weights: not known (ask the model's author)" in card.made.license


def test_what_is_not_done_is_said(tmp_path, out):
    said = {"seg_small_segment": 7, "seg_thresh": 0.4}
    lines = []
    path = segmenter(tmp_path / "x.onnx", "Softmax", said, batch=4)
    card = import_file(Request(path, out), lambda fraction, text: lines.append(text))
    for text in ("seg_small_segment 7", "seg_thresh 0.4", "4 tiles at a time"):
        assert text in card.description and any(text in line for line in lines)
    assert lines[-1].startswith("licence of the model: ")


def test_a_fixed_side_is_the_only_one(tmp_path, out):
    card = imported(segmenter(tmp_path / "x.onnx", batch=1), out)
    with pytest.raises(InputError, match="it takes tiles of 64 pixels only"):
        mapped(card, patches(), tmp_path, tile_size=128)
    said = json.loads((card.folder / "model.json").read_text())
    with pytest.raises(ModelError, match="'tile_size' is wrong: expected a multiple of 64 from 64 up to 64, found 128"):
        parse_card({**said, "tile_size": 128}, card.folder)


def test_command_line(tmp_path, out, capsys):
    path = segmenter(tmp_path / "x.onnx")
    assert main([str(path), "--out", str(out), "--name", "Mine", "--classes", "a, b, c"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(out / "mine")
    assert main([str(path), "--out", str(out), "--name", "Mine"]) == 1
    assert "exists: choose another name" in capsys.readouterr().err
