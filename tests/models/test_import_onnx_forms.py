# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms in which other tools export networks: read as they are meant, or refused with what to change.

What is expected is computed from the image, or taken from the file's own run, never from the import's reading.
"""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest
from onnx import TensorProto

from lwganet_qgis.core.errors import InputError, ModelError
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.onnx import OnnxSession
from lwganet_qgis.models.importing.file import import_file
from lwganet_qgis.models.importing.parts.labels import Wishes
from lwganet_qgis.models.importing.parts.request import Request
from tests.core.rasters import Events, job, patches, read, write

from . import foreign_forms as forms
from .foreign_graphs import BLOCK, GAIN, NAMES, SIDE, detector, segmenter
from .test_import_onnx import ULTRALYTICS, coloured

TWO = {**ULTRALYTICS, "names": "{0: 'reddish', 1: 'greenish'}"}
DEEPNESS = {"model_type": "Detector", "class_names": NAMES}
V5 = {"stride": "32", "names": str(NAMES)}


def imported(path, out, **wishes):
    return import_file(Request(path, out, Wishes(**wishes)))


def boxes_of(card, classes=3, side=SIDE):
    """That the model finds in blocks of one colour what is there: checks place, sides, class and score."""
    image = coloured()[:, :side, :side]
    (rows,) = OnnxSession(card, 1).run([image[None].astype(np.float32)])
    assert len(rows) == (side // BLOCK) ** 2
    for x, y, length, width, angle, *scores in rows:
        assert (x % BLOCK, y % BLOCK) == pytest.approx((BLOCK / 2, BLOCK / 2), abs=1e-2)
        assert (length, width, angle) == pytest.approx((14, 6, 0), abs=1e-2)
        colour = image[:classes, int(y), int(x)]
        assert np.argmax(scores) == colour.argmax()
        assert max(scores) == pytest.approx(colour.max() / 255, abs=1e-3)


BOXES = {
    "RT-DETR by its head": lambda p: forms.transformer(p, {**ULTRALYTICS, "head": "RTDETRDecoder"}),
    "RT-DETR by its title": lambda p: forms.transformer(p, {**ULTRALYTICS, "description": "rtdetr-l model"}),
    "RT-DETR, unsaid": lambda p: forms.transformer(p, ULTRALYTICS),
    "RT-DETR of Deepness": lambda p: forms.transformer(p, {**DEEPNESS, "det_type": "RT_DETR"}),
    "YOLOv5's own": lambda p: detector(
        p, said=V5, objectness=1.0, rows_last=False, batch=1, box=(14.0, 6.0), metadata=()
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", BOXES)
def test_boxes_are_where_they_are(form, tmp_path, out):
    boxes_of(imported(BOXES[form](tmp_path / "x.onnx"), out))


@pytest.mark.parametrize("said", [{}, {"head": "RTDETRDecoder"}], ids=["unsaid", "said"])
def test_rt_detr_of_two_classes_is_no_list(said, tmp_path, out):
    """Rows of six values, as of a YOLO that lists its boxes: taken for corners in the first pixel."""
    path = forms.transformer(tmp_path / "x.onnx", {**TWO, **said}, classes=2)
    boxes_of(imported(path, out), classes=2)


@pytest.mark.parametrize("batch", [0, 1])
@pytest.mark.parametrize("kind", [TensorProto.INT64, TensorProto.FLOAT])
def test_labels_boxes_and_scores(batch, kind, tmp_path, out):
    """RT-DETR, D-FINE and DEIM as their own repositories export them."""
    path = forms.joined(tmp_path / "dfine.onnx", batch, kind)
    with pytest.raises(ModelError, match="does not name its classes.*give their names"):
        imported(path, out)
    card = imported(path, out, labels=("a", "b", "c"))
    boxes_of(card)
    image = coloured()[None, :, :SIDE, :SIDE]
    feed = {"images": None, "image": image.astype(np.float32) / 255}
    feed.pop("images")
    numbers = np.float32 if kind == TensorProto.FLOAT else np.int64
    feed["orig_target_sizes"] = np.array([[SIDE, SIDE]], numbers)
    labels, boxes, scores = onnxruntime.InferenceSession(path).run(None, feed)
    rows = OnnxSession(card, 1).run([image.astype(np.float32)])[0]
    order = np.argsort(-scores[0], kind="stable")
    np.testing.assert_allclose(rows[:, 5:].max(1), scores[0][order], rtol=1e-5)
    np.testing.assert_array_equal(rows[:, 5:].argmax(1), labels[0][order])
    np.testing.assert_allclose(rows[:, :2], (boxes[0][order, :2] + boxes[0][order, 2:]) / 2, rtol=1e-5)


def test_labels_that_the_names_do_not_reach_are_refused(tmp_path, out):
    """As of exports that count as COCO does."""
    path = forms.joined(tmp_path / "x.onnx", first=1)
    with pytest.raises(ModelError, match="lists boxes of class 3; it has 3 classes, from 0 to 2"):
        imported(path, out, labels=("a", "b", "c"))


NONSENSE = {
    "undecoded YOLOX": (
        lambda p: forms.undecoded(p, {**DEEPNESS, "det_type": "YOLO_v5_or_v7_default"}), "are smaller than 3 pixels"
    ),
    "shares for pixels": (lambda p: forms.placed(p, ULTRALYTICS, 1 / SIDE, 0.0), "are smaller than 3 pixels"),
    "outside": (lambda p: forms.placed(p, ULTRALYTICS, 1.0, 1000.0), "lie outside of the image"),
    "in a corner": (lambda p: forms.placed(p, ULTRALYTICS, [0.05, 0.05, 1, 1], 0.0), "lie in one corner of the image"),
    "pixels for shares": (
        lambda p: detector(p, said={**ULTRALYTICS, "head": "RTDETRDecoder"}, rows_last=False, batch=1),
        "lie outside of the image",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", NONSENSE)
def test_boxes_that_cannot_be_are_refused(form, tmp_path, out):
    make, message = NONSENSE[form]
    path = make(tmp_path / "x.onnx")
    with pytest.raises(ModelError, match=f"all of its [0-9,]+ boxes {message}.*export it again") as refused:
        imported(path, out)
    assert str(refused.value).startswith(str(path)) and not out.parent.exists()


BEST = ("ArgMax", {"axis": 1, "keepdims": 0})
SOFT, SIGMOID = ("Softmax", {"axis": 1}), ("Sigmoid", {})
FIRST = {"axes": [1], "keepdims": 0}
ONE = {**forms.SEGMENTOR, "class_names": ["bright"]}


def best(image):
    return image.argmax(0)


def bright(image):
    return (image.mean(0) * GAIN / 255 > 5).astype(int)


MAPS = {
    "bands last": (forms.bands_last, best),
    "bands last, any side": (lambda p: forms.bands_last(p, 0), best),
    "bytes": (forms.of_bytes, best),
    "chosen classes": (lambda p: forms.mapped(p, BEST, rank=3, out=TensorProto.INT64), best),
    "chosen classes, one band": (
        lambda p: forms.mapped(p, ("ArgMax", {"axis": 1, "keepdims": 1}), out=TensorProto.INT64), best
    ),
    "chosen classes as floats": (lambda p: forms.mapped(p, BEST, ("Cast", {"to": 1}), rank=3), best),
    "no band": (
        lambda p: forms.mapped(
            p, ("ReduceMean", FIRST), ("Clip", {}), ("Neg", {}), ("Neg", {}), metadata=ONE, rank=3
        ), lambda image: (image.mean(0) > 0).astype(int),
    ),
    "out of order": (forms.disordered, best),
    "operator set 7": (lambda p: forms.old(p, 7), None),
    "operator set 9": (lambda p: forms.old(p, 9), None),
    "operator set 10": (lambda p: forms.old(p, 10), None),
    "smaller than the tile": (forms.cropped, best),
    "each by itself": (lambda p: forms.mapped(p, SIGMOID), best),
}  # fmt: skip


@pytest.mark.parametrize("form", MAPS)
def test_maps_in_other_forms(form, tmp_path, out):
    make, expected = MAPS[form]
    path = make(tmp_path / "x.onnx")
    card = imported(path, out)
    image = patches(BLOCK * 4 + 30, 90)
    target = tmp_path / "o.tif"
    run_job(job(card.folder, write(tmp_path / "a.tif", image), output=target), Events())
    found = read(target)
    if expected is not None:
        np.testing.assert_array_equal(found, expected(image))
        return
    tile = image[None, :, :SIDE, :SIDE].astype(np.float32)
    (theirs,) = onnxruntime.InferenceSession(path).run(None, {"image": tile / 255})
    np.testing.assert_allclose(OnnxSession(card, 1).run([tile]), theirs, rtol=1e-4, atol=1e-4)


def test_maps_smaller_than_the_tile(tmp_path, out):
    """256 pixels in, 228 out, as networks without padding: the tile is what they answer for."""
    card = imported(forms.cropped(tmp_path / "x.onnx", 256, 14), out)
    assert (card.takes.tile_size, card.takes.multiple, card.takes.smallest, card.takes.largest) == (228,) * 4
    assert card.takes.overlap >= 4 * 14 and "leave out 14 pixels at each side" in card.description
    image = np.random.default_rng(2).uniform(0, 255, (1, 3, 228, 228)).astype(np.float32)
    np.testing.assert_allclose(OnnxSession(card, 1).run([image]), GAIN * image / 255, rtol=1e-4)


def test_what_forms_cannot_say_is_noted(tmp_path, out):
    card = imported(forms.mapped(tmp_path / "a.onnx", SIGMOID), out)
    assert "scored each by itself (sigmoid)" in card.description
    card = imported(forms.mapped(tmp_path / "b.onnx", BEST, rank=3, out=TensorProto.INT64), out)
    assert "gives classes without scores" in card.description


REFUSED = {
    "shrunk": (lambda p: forms.cropped(p, 64, 14, shrunk=True), "gives maps of 36 x 36 pixels for tiles of 64 x 64"),
    "mean alone": (
        lambda p: segmenter(p, metadata={"standardization_mean": [0.5] * 3}), "say standardization_mean alone.*add"
    ),
    "deviation alone": (
        lambda p: segmenter(p, metadata={"standardization_std": [0.5] * 3}), "say standardization_std alone"
    ),
    "a circle": (forms.circle, "its nodes need each other in a circle"),
}  # fmt: skip


@pytest.mark.parametrize("form", REFUSED)
def test_refused(form, tmp_path, out):
    make, message = REFUSED[form]
    with pytest.raises(ModelError, match=message):
        imported(make(tmp_path / "x.onnx"), out)
    assert not out.parent.exists()


def test_an_id_is_given_once(tmp_path, out):
    """A second model of one id would never have run: tools take the plugin's own, or the first."""
    for name in ("banepa_buildings_l0", "cover"):
        path = segmenter(tmp_path / f"{name}.onnx")
        if name == "cover":
            imported(path, out)
            (out / "cover").rename(out / "renamed")
        with pytest.raises(InputError, match=f"a model called {name} exists: choose another name"):
            imported(path, out)
