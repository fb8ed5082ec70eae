# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files that are damaged, hostile, or of kinds that nothing here runs: refused, and nothing is left."""

from __future__ import annotations

import os

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from lwganet_qgis.core.errors import EngineError, InputError, ModelError
from lwganet_qgis.models.importing.file import import_file, is_onnx
from lwganet_qgis.models.importing.onnx.heads.nodes import Nodes
from lwganet_qgis.models.importing.onnx.metadata import parsed, read_metadata
from lwganet_qgis.models.importing.parts.labels import Wishes
from lwganet_qgis.models.importing.parts.request import Request

from .foreign_graphs import NAMES, SIDE, detector, saved, segmenter

SEGMENTOR = {"model_type": "Segmentor", "class_names": NAMES}


def changed(path, change):
    model = onnx.load(segmenter(path), load_external_data=False)
    change(model)
    path.write_bytes(model.SerializeToString())
    return path


def elsewhere(location):
    """Weights in another file."""

    def change(model):
        tensor = model.graph.initializer[0]
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=location)

    return lambda path: changed(path, change)


def elsewhere_in_a_branch(path):
    """Of a node's node."""
    tensor = numpy_helper.from_array(np.zeros(3, np.float32), "w")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="/etc/passwd")
    node = helper.make_node("Constant", [], ["c"], value=tensor)
    branch = helper.make_graph([node], "b", [], [helper.make_tensor_value_info("c", 1, [3])])

    def change(model):
        model.graph.node.append(helper.make_node("If", ["yes"], ["z"], then_branch=branch, else_branch=branch))
        model.graph.initializer.append(numpy_helper.from_array(np.array(True), "yes"))

    return changed(path, change)


def own_operator(path):
    def change(model):
        model.graph.node.append(helper.make_node("Run", ["logits"], ["z"], domain="evil.ops"))
        model.opset_import.append(helper.make_opsetid("evil.ops", 1))

    return changed(path, change)


def own_operator_of_a_known_domain(path):
    def change(model):
        model.graph.node[-1].op_type = "PyOp"
        model.graph.node[-1].domain = "com.microsoft"
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))

    return changed(path, change)


def opset(version):
    def change(model):
        model.opset_import[0].version = version

    return lambda path: changed(path, change)


def cut_off(path):
    data = segmenter(path).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def text(path):
    path.write_text("hello, this is no graph")
    return path


def empty(path):
    path.touch()
    return path


def claims(path):
    """A kernel of 4 TB that is not there."""

    def change(model):
        model.graph.initializer[0].dims[:] = [1 << 20, 1 << 20]

    return changed(path, change)


def two_images(path):
    def change(model):
        model.graph.input.append(helper.make_tensor_value_info("more", 1, [1]))

    return changed(path, change)


def shaped(shape, kind=TensorProto.FLOAT):
    def change(model):
        model.graph.input[0].CopyFrom(helper.make_tensor_value_info("image", kind, shape))

    return lambda path: changed(path, change)


def graph_of(*operators, outputs=None, metadata=SEGMENTOR, side=SIDE):
    """The image behind operators with their attributes."""

    def make(path):
        nodes, value = Nodes(), "image"
        for operator, attributes in operators:
            value = nodes.add(operator, value, **attributes)
        nodes.named(value, "last")
        return saved(path, nodes, outputs or {"last": 4}, metadata, side)

    return make


def not_finite(path):
    """Divided by itself: black is no number."""
    nodes = Nodes()
    nodes.named(nodes.add("Div", "image", "image"), "last")
    return saved(path, nodes, {"last": 4}, SEGMENTOR, SIDE)


def damaged_inside(path):
    """A reshape to what does not fit."""
    nodes = Nodes()
    nodes.named(nodes.add("Reshape", "image", nodes.whole(1, 3, 7, 7)), "last")
    return saved(path, nodes, {"last": 4}, SEGMENTOR, SIDE)


def said(**metadata):
    return lambda path: segmenter(path, metadata=metadata)


def found(**how):
    return lambda path: detector(path, **how)


POOL = ("AveragePool", {"kernel_shape": [2, 2], "strides": [2, 2]})
BEST = ("ArgMax", {"axis": 1, "keepdims": 0})
ESCAPE = "__import__('os').mkdir('ran')"
REFUSED = {
    "weights beside it": (elsewhere("x.bin"), "keeps weights in another file.*save it as one file"),
    "weights anywhere": (elsewhere("../../../../etc/passwd"), "keeps weights in another file"),
    "weights of a branch": (elsewhere_in_a_branch, "keeps weights in another file"),
    "own operator": (own_operator, "needs operators of evil.ops.*refused"),
    "operator of Python": (own_operator_of_a_known_domain, "no valid ONNX graph|cannot be loaded by ONNX Runtime"),
    "newer than known": (opset(99), "needs operator set 99; the installed onnx knows .*export it again with opset 17"),
    "too old": (opset(6), "operator set 6; 7 or newer is needed"),
    "cut off": (cut_off, "is no ONNX file, or damaged or cut off|or empty"),
    "text": (text, "is no ONNX file, or damaged"),
    "empty": (empty, "or empty: it holds no graph"),
    "claims": (claims, "claims 1,099,511,627,776 numbers, has 1"),
    "two images": (two_images, "takes 2 inputs; models here take one image"),
    "flat": (shaped(["n", 100]), "takes float of n x 100; expected float images"),
    "whole numbers": (shaped([1, 3, 64, 64], TensorProto.INT64), "takes int64 of 1 x 3 x 64 x 64"),
    "oblong": (shaped([1, 3, 64, 96]), "images of 96 x 64 pixels: tiles here are square"),
    "nothing said": (said(model_type="", class_names=""), "it is of model_type ''"),
    "no metadata": (graph_of(metadata={}), "does not say what kind of model it is. Say.*: map_logits of 3 classes"),
    "regressor": (said(model_type="Regressor"), "it is a Regressor, which no tool here runs"),
    "pose": (graph_of(metadata={"task": "pose"}), "a model for 'pose': detect, segment, obb and classify are known"),
    "two heads": (said(class_names=[{0: "a", 1: "b"}, {0: "c"}]), "name classes of 2 heads"),
    "two maps": (graph_of(("Identity", {}), outputs={"last": 4, "v0": 4}), "gives 2 outputs.*export it with that head"),
    "numbers of names": (said(class_names={0: "a", 2: "b"}), "are not 0, 1, 2 and so on"),
    "code for names": (said(class_names=ESCAPE), "its class_names are no names"),
    "half a map": (graph_of(POOL), "gives maps of 32 x 32 pixels for tiles of 64 x 64"),
    "no numbers": (not_finite, r"gives no numbers \(NaN or infinite\)"),
    "does not run": (damaged_inside, r"cannot work on images of \(1, 3, 64, 64\)"),
    "threshold": (said(seg_thresh=3), "say seg_thresh '3': expected a number from 0 up to 1"),
    "deviation": (said(standardization_mean=[0, 0, 0], standardization_std=[1, 0, 1]), "not above 0"),
    "deviations": (said(standardization_mean=[0, 0], standardization_std=[1, 1]), "has 2 values for 3 bands"),
    "resolution": (said(resolution="coarse"), "say resolution 'coarse'"),
    "other head": (found(kind="YOLO_X"), "det_type 'YOLO_X' is not known; known: YOLO_v5_or_v7_default"),
    "head of another": (found(rows_last=False, classes=1), "16 x 5 for an image is not that of YOLO_Ultralytics with"),
    "other count": (found(metadata={"class_names": ["a"]}), "is not that of YOLO_Ultralytics with 1 classes"),
    "no probabilities": (found(gain=9.0), "gives scores from .* not from 0 to 1"),
    "map of a detector": (graph_of(metadata={"task": "detect"}), "one of batch x rows x values"),
}  # fmt: skip


@pytest.mark.parametrize("form", REFUSED)
def test_refused_and_nothing_left(form, tmp_path, out, monkeypatch):
    monkeypatch.chdir(tmp_path)
    make, message = REFUSED[form]
    path = make(tmp_path / "x.onnx")
    with pytest.raises(ModelError, match=message) as refused:
        import_file(Request(path, out))
    assert str(refused.value).startswith(str(path)) and len(str(refused.value)) < 700
    assert not out.parent.exists() and not (tmp_path / "ran").exists()


def test_what_a_person_has_to_say(tmp_path, out):
    path = segmenter(tmp_path / "x.onnx", metadata={"class_names": ["a"]})
    with pytest.raises(InputError, match="names 1 classes and has 3: give the names of its classes in its order"):
        import_file(Request(path, out))
    with pytest.raises(InputError, match="2 class names were given; .*x.onnx has 3"):
        import_file(Request(path, out, Wishes(labels=("a", "b"))))
    with pytest.raises(InputError, match="nothing.onnx cannot be read|cannot be read"):
        import_file(Request(tmp_path / "nothing.onnx", out))
    assert not out.parent.exists()


def test_a_stopped_import_leaves_nothing(tmp_path, out):
    def stop(fraction, text):
        if fraction >= 0.6:
            raise EngineError("stopped")

    with pytest.raises(EngineError, match="stopped"):
        import_file(Request(segmenter(tmp_path / "x.onnx"), out), stop)
    assert not out.parent.exists()


def test_files_are_told_by_what_they_hold(tmp_path):
    graph = segmenter(tmp_path / "x.onnx").read_bytes()
    assert is_onnx(tmp_path / "x.onnx") and not is_onnx(tmp_path / "nothing.onnx")
    made = onnx.load_model_from_string(graph)
    made.producer_name = "pytorch"
    for name, data, expected in (
        ("a.pth", made.SerializeToString(), True), ("b.onnx", b"PK\x03\x04" + graph, False),
        ("c.pth", b"\x80\x02x", False), ("d.pth", b"\x08\x08\x12\0\0\0\0\0{", False),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        assert is_onnx(tmp_path / name) is expected


def test_metadata_are_read_as_data(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert parsed("[" * 5000) == "[" * 5000 and parsed(ESCAPE) == ESCAPE and not os.path.exists("ran")
    assert parsed('"Segmentor"') == parsed("Segmentor") == "Segmentor"
    with pytest.raises(ModelError, match="200,000 characters"):
        parsed("x" * 200_000)
    for names in ("{0: 'a', 1: 'b'}", '{"1": "b", "0": "a"}', '["a", "b"]', '[{"0": "a", "1": "b"}]'):
        assert read_metadata({"model_type": '"Segmentor"', "class_names": names}).names == ("a", "b")
    both = read_metadata({"model_type": "Detector", "task": "obb", "names": "{0: 'a'}", "imgsz": "[1024, 1024]"})
    assert (both.head, both.tile_size) == ("YOLO_Ultralytics_obb", 1024)
