# SPDX-License-Identifier: GPL-3.0-or-later
"""Graphs without metadata: looked at, and imported as what a person says that they are.

See `foreign_graphs` and `foreign_forms` for what the graphs look at; what is expected is computed from the image.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto

from lwganet_qgis.core.boxes import boxes as rotated
from lwganet_qgis.core.errors import EngineError, InputError, ModelError
from lwganet_qgis.core.jobs.parts.statement import FORMS, NORMALISATIONS, Statement
from lwganet_qgis.core.records.record import FieldError, checked
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.onnx import OnnxSession
from lwganet_qgis.models.import_checkpoint import main
from lwganet_qgis.models.importing.file import import_file, inspect_file
from lwganet_qgis.models.importing.parts.labels import Wishes
from lwganet_qgis.models.importing.parts.request import Request
from tests.core.rasters import Events, features, job, patches, read, write

from . import foreign_forms as forms
from .foreign_graphs import BLOCK, GAIN, SIDE, detector, saved
from .foreign_graphs import Blocks as Nodes
from .test_import_onnx import coloured

NAMES = ("reddish", "greenish", "bluish")
SOFT, SIGMOID = ("Softmax", {"axis": 1}), ("Sigmoid", {})
BEST = ("ArgMax", {"axis": 1, "keepdims": 1})


def plain(*operators, **how):
    return lambda path: forms.mapped(path, *operators, metadata={}, **how)


def one_channel(*operators):
    """Above nought where red, green and blue together are bright."""

    def make(path):
        nodes = Nodes()
        value = nodes.add("ReduceMean", "image", axes=[1], keepdims=1)
        value = nodes.add("Mul", nodes.add("Sub", value, nodes.constant(0.5)), nodes.constant(GAIN))
        for operator, attributes in operators:
            value = nodes.add(operator, value, **attributes)
        nodes.named(value, "bright")
        return saved(path, nodes, {"bright": 4}, {}, SIDE)

    return make


def scenes(*operators, batch=0, flat=True):
    """Mean red, green and blue of an image, ten times."""

    def make(path):
        nodes = Nodes()
        mean = nodes.add("ReduceMean", "image", axes=[2, 3], keepdims=int(not flat))
        value = nodes.add("Mul", mean, nodes.constant(GAIN))
        for operator, attributes in operators:
            value = nodes.add(operator, value, **attributes)
        nodes.named(value, "scores")
        return saved(path, nodes, {"scores": 2 if flat else 4}, {}, SIDE if batch else 0, batch)

    return make


def boxes(**how):
    return lambda path: detector(path, said={}, **how)


def shares(path):
    return forms.transformer(path, {})


GRAPHS = {
    "map_logits": plain(),
    "map_probabilities": plain(SOFT),
    "map_independent": plain(SIGMOID),
    "map_classes": plain(BEST, out=TensorProto.INT64),
    "map_probability": one_channel(SIGMOID),
    "map_logit": one_channel(),
    "scene_logits": scenes(),
    "scene_probabilities": scenes(SOFT),
    "boxes_v5": boxes(objectness=0.9, rows_last=False),
    "boxes_v5_masks": boxes(objectness=0.9, rows_last=False, masks=4),
    "boxes_v6": boxes(objectness=0.1, rows_last=False),
    "boxes_v8": boxes(),
    "boxes_v8_masks": boxes(masks=4),
    "boxes_turned": boxes(angle=-0.5),
    "boxes_shares": shares,
    "boxes_listed": boxes(listed=True, rows_last=False),
    "boxes_listed_turned": boxes(listed=True, rows_last=False, angle=-0.5),
}
"""One of each form that can be stated."""


ANGLES = {"boxes_turned": np.pi / 2 - 0.5, "boxes_listed_turned": np.pi / 2 - 0.5, "boxes_shares": 0.0}
"""Of the longer side."""


def imported(path, out, labels=NAMES, gsd=0.5, colors=(), **said):
    return import_file(Request(path, out, Wishes(labels=labels, gsd=gsd, colors=colors), stated=Statement(**said)))


def test_each_form_has_its_graph():
    assert sorted(GRAPHS) == sorted(FORMS)


@pytest.mark.parametrize("form", GRAPHS)
def test_what_it_is_is_among_what_fits(form, tmp_path):
    path = GRAPHS[form](tmp_path / "x.onnx")
    seen = inspect_file(path)
    assert seen.graph and seen.says == "" and seen.names == () and seen.bands == 3
    assert [(value.name, value.kind) for value in seen.inputs] == [("image", "float")]
    fits = {fit.form: fit for fit in seen.fits}
    assert form in fits and {FORMS[name] for name in fits} == {FORMS[form]}
    silent = form == "map_classes" or "listed" in form
    single = form in ("map_probability", "map_logit")
    assert (fits[form].classes, fits[form].background) == (0 if silent else 2 if single else 3, single)
    with pytest.raises(ModelError, match=f"does not say what kind of model it is. Say which.*{form}"):
        import_file(Request(path, tmp_path / "out"))


LIKELIEST = ("map_logits", "map_probabilities", "map_independent", "map_classes", "scene_probabilities",
             "boxes_v8_masks", "boxes_listed", "boxes_listed_turned")  # fmt: skip


@pytest.mark.parametrize("form", LIKELIEST)
def test_what_its_numbers_tell_comes_first(form, tmp_path):
    assert inspect_file(GRAPHS[form](tmp_path / "x.onnx")).fits[0].form == form


@pytest.mark.parametrize("form", [name for name, task in FORMS.items() if task == "segmentation"])
def test_maps(form, tmp_path, out):
    single = form in ("map_probability", "map_logit")
    path = GRAPHS[form](tmp_path / "x.onnx")
    card = imported(path, out, ("bright",) if single else NAMES, form=form, bands=("red", "green", "blue"))
    assert [entry.name for entry in card.knows.classes] == (["background", "bright"] if single else list(NAMES))
    image = patches(BLOCK * 4 + 30, 90)
    target = tmp_path / "o.tif"
    run_job(job(card.folder, write(tmp_path / "a.tif", image), output=target), Events())
    expected = (image.mean(0) > 127.5) if single else image.argmax(0)
    np.testing.assert_array_equal(read(target), expected)
    assert (card.takes.gsd, card.takes.gsd_range, card.takes.tile_size) == (0.5, (0.25, 1.0), SIDE)


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("batch", [0, 1])
@pytest.mark.parametrize("form", ["scene_logits", "scene_probabilities"])
def test_scenes(form, batch, flat, tmp_path, out):
    path = scenes(*([SOFT] if form == "scene_probabilities" else []), batch=batch, flat=flat)(tmp_path / "x.onnx")
    assert {fit.form for fit in inspect_file(path).fits} >= {form}
    card = imported(path, out, form=form, tile_size=SIDE)
    assert (card.task, card.takes.tile_size, card.takes.overlap) == ("classification", SIDE, 0)
    images = np.random.default_rng(1).uniform(0, 255, (5, 3, SIDE, SIDE)).astype(np.float32)
    logits = GAIN * images.mean((2, 3)) / 255
    found = np.exp(OnnxSession(card, 1).run([images]))
    expected = np.exp(logits)
    np.testing.assert_allclose(
        found / found.sum(1, keepdims=True), expected / expected.sum(1, keepdims=True), rtol=1e-4
    )  # fmt: skip


@pytest.mark.parametrize("form", [name for name, task in FORMS.items() if task == "detection"])
def test_boxes(form, tmp_path, out):
    card = imported(GRAPHS[form](tmp_path / "x.onnx"), out, form=form, tile_size=SIDE)
    image, found_at = coloured()[:, :SIDE, :SIDE], tmp_path / "boxes.jsonl"
    path = write(tmp_path / "a.tif", image)
    run_job(job(card.folder, path, features=found_at, overlap=0, threshold=0.1), Events())
    found = features(found_at)
    assert len(found) == (SIDE // BLOCK) ** 2
    for shape, said in found:
        column, row = (shape.centroid.x - 500_000) / 10, (5_000_000 - shape.centroid.y) / 10
        assert (column % BLOCK, row % BLOCK) == pytest.approx((BLOCK / 2, BLOCK / 2), abs=1e-2)
        assert said["class_id"] == image[:, int(row), int(column)].argmax()
        expected = rotated.polygons([[column, row, 14.0, 6.0, ANGLES.get(form, np.pi / 2)]])[0]
        pixels = [((x - 500_000) / 10, (5_000_000 - y) / 10) for x, y in shape.exterior.coords]
        assert expected.symmetric_difference(type(expected)(pixels)).area < 0.1


def test_bands_colours_and_values_are_as_they_are_stated(tmp_path, out):
    """Reflectances of 0 to 10,000, of which one half is subtracted, in four bands."""
    path = forms.mapped(tmp_path / "x.onnx", metadata={}, bands=4)
    labels, colors = ("a", "b", "c", "d"), ("#010203", "#040506", "#070809", "#0a0b0c")
    bands, mean, std = ("blue", "green", "red", "nir"), (5000.0, 4000.0, 3000.0, 2000.0), (1000.0,)
    card = imported(
        path, out, labels, colors=colors, form="map_logits", bands=bands, value_range=(0.0, 10_000.0), mean=mean,
        std=std,
    )  # fmt: skip
    takes = card.takes.input
    assert (takes.bands, takes.value_range, takes.raw_range) == (bands, (0.0, 10_000.0), (0.0, 10_000.0))
    assert (takes.mean, takes.std) == (mean, std * 4)
    assert [entry.color for entry in card.knows.classes] == list(colors)
    image = np.random.default_rng(2).integers(0, 10_001, (4, SIDE, SIDE)).astype(np.uint16)
    target = tmp_path / "o.tif"
    run_job(job(card.folder, write(tmp_path / "a.tif", image), output=target), Events())
    expected = (image.astype(float) - np.reshape(mean, (4, 1, 1))).argmax(0)
    np.testing.assert_array_equal(read(target), expected)


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_usual_normalisations(name, tmp_path, out):
    mean, std = NORMALISATIONS[name]
    card = imported(plain()(tmp_path / "x.onnx"), out, form="map_logits", mean=mean, std=std)
    image = np.random.default_rng(3).uniform(0, 255, (1, 3, SIDE, SIDE)).astype(np.float32)
    standard = (image - np.resize(mean, (3, 1, 1))) / np.resize(std, (3, 1, 1))
    np.testing.assert_allclose(OnnxSession(card, 1).run([image]), GAIN * standard, rtol=1e-4, atol=1e-4)


def test_one_of_several_outputs(tmp_path, out):
    nodes = Nodes()
    nodes.named(nodes.add("Mul", "image", nodes.constant(GAIN)), "out")
    nodes.named(nodes.add("Mul", "image", nodes.constant(-1.0)), "aux")
    path = saved(tmp_path / "x.onnx", nodes, {"aux": 4, "out": 4}, {}, SIDE)
    assert {(fit.form, fit.output) for fit in inspect_file(path).fits} >= {("map_logits", "out"), ("map_logits", "aux")}
    image = np.random.default_rng(4).uniform(0, 255, (1, 3, SIDE, SIDE)).astype(np.float32)
    card = imported(path, out, form="map_logits", output="out")
    np.testing.assert_allclose(OnnxSession(card, 1).run([image]), GAIN * image / 255, rtol=1e-4)
    with pytest.raises(ModelError, match="gives 2 outputs"):
        imported(path, tmp_path / "other", form="map_logits")
    with pytest.raises(InputError, match="has no output 'more'; it has aux, out"):
        imported(path, tmp_path / "other", form="map_logits", output="more")


def test_what_a_person_says_counts_more_than_what_the_file_says(tmp_path, out):
    path = forms.mapped(tmp_path / "x.onnx", metadata={"task": "pose", "license": "MIT"})
    assert inspect_file(path).fits[0].form == "map_logits"
    card = imported(path, out, form="map_logits")
    assert card.task == "segmentation" and card.made.license.startswith("Weights: MIT.")
    path = forms.mapped(tmp_path / "y.onnx", SOFT, metadata=forms.SEGMENTOR)
    seen = inspect_file(path)
    assert (seen.says, seen.names, seen.gsd, seen.fits[0].form) == ("segmentation", NAMES, 0.5, "map_probabilities")
    card = import_file(Request(path, out, Wishes(gsd=2.0), stated=Statement(bands=("nir", "red", "green"))))
    assert (card.takes.gsd, card.takes.input.bands) == (2, ("nir", "red", "green"))


def test_ultralytics_classifiers_say_it(tmp_path, out):
    path = forms.saved(
        tmp_path / "x.onnx", *_of(scenes(SOFT), tmp_path), {"task": "classify", "names": "{0: 'a', 1: 'b', 2: 'c'}"}
    )  # fmt: skip
    card = import_file(Request(path, out))
    assert (card.task, [entry.name for entry in card.knows.classes]) == ("classification", ["a", "b", "c"])


def _of(make, tmp_path):
    """Nodes and outputs, to be saved with other metadata."""
    import onnx

    graph = onnx.load(make(tmp_path / "made.onnx")).graph
    nodes = Nodes()
    nodes.nodes, nodes.constants = list(graph.node), list(graph.initializer)
    return nodes, {"scores": 2}


WRONG = {
    "names": ("map_logits", {"labels": ("a",) * 5}, InputError, "5 class names were given; .*x.onnx has 3"),
    "names of one channel": (
        "map_logit", {"labels": NAMES}, InputError, "3 class names were given; .* has 2; it may be named alone"
    ),
    "names of boxes": ("boxes_v8", {"labels": ("a", "b")}, InputError, "2 class names were given; .*x.onnx has 3"),
    "names of numbers": ("map_classes", {"labels": ("a", "b")}, ModelError, "gives class 2, and 2 classes .* are"),
    "no names of numbers": ("map_classes", {"labels": ()}, ModelError, "which do not tell how many there are: give"),
    "no names": ("map_logits", {"labels": ()}, InputError, "names no classes and has 3: give the names"),
    "colours": ("map_logits", {"colors": ("#000000",)}, InputError, "1 colours were given for 3 classes"),
    "bands": ("map_logits", {"bands": ("red",)}, InputError, "1 band is named; .*x.onnx takes 3"),
    "means": ("map_logits", {"mean": (1.0, 2.0), "std": (1.0,)}, InputError, "the given mean has 2 values for 3 bands"),
    "deviations": ("map_logits", {"mean": (0.0,), "std": (0.0,)}, InputError, "the given std has values .*above 0"),
    "a mean alone": ("map_logits", {"mean": (1.0,)}, InputError, "mean and std belong together: give both"),
    "tiles": ("map_logits", {"tile_size": 512}, InputError, "tiles of 512 pixels are asked for; .* takes 64 alone"),
    "logits for shares": (
        "map_logits", {"form": "map_probabilities"}, ModelError, "values from .*; map_prob.* means 0 to 1: say map_l"
    ),
    "shares each by itself": (
        "map_independent", {"form": "map_probabilities"}, ModelError, "add up to .*as probabilities do not: say map_i"
    ),
    "many channels for one": (
        "map_logits", {"form": "map_probability"}, ModelError,
        "gives maps of 3 channels; map_probability means one channel: say map_logits, map_prob.* or map_independent",
    ),
    "one channel for many": (
        "map_logit", {"form": "map_logits"}, ModelError, "gives maps of 1 channel; .*say map_probability, map_logit or"
    ),
    "a logit for a probability": ("map_logit", {"form": "map_probability"}, ModelError, "means 0 to 1: say map_logit"),
    "a logit for numbers": ("map_logit", {"form": "map_classes"}, ModelError, "means whole numbers from 0: say"),
    "scenes": ("scene_logits", {"form": "scene_probabilities"}, ModelError, "means 0 to 1: say scene_logits"),
    "a map for boxes": ("map_logits", {"form": "boxes_v8"}, ModelError, "models for detection here give one of ba"),
    "a map for scenes": ("map_logits", {"form": "scene_logits"}, ModelError, "models for classification here give one"),
    "boxes for a map": ("boxes_v8", {"form": "map_logits"}, ModelError, "gives maps of|models for segmentation here"),
    "another detector": ("boxes_v8", {"form": "boxes_v5"}, EngineError, "not that of|were given; .* has|gives scores"),
    "listed for rows": ("boxes_v8", {"form": "boxes_listed"}, ModelError, "is not that of YOLO_Ultralytics with 3 cl"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_statements_are_refused_in_words(case, tmp_path, out):
    form, said, kind, message = WRONG[case]
    path = GRAPHS[form](tmp_path / "x.onnx")
    with pytest.raises(kind, match=message) as refused:
        imported(path, out, **{"form": form, **said})
    assert str(path) in str(refused.value) or "were given" in str(refused.value)
    assert not out.parent.exists()


def test_bytes_are_bytes(tmp_path, out):
    path = forms.of_bytes(tmp_path / "x.onnx")
    assert inspect_file(path).takes_bytes
    with pytest.raises(InputError, match="values from 0 to 1000 are stated; .* takes bytes, 0 to 255"):
        imported(path, out, form="map_logits", value_range=(0.0, 1000.0))


@pytest.mark.parametrize(
    "wrong",
    [{"form": "map"}, {"colors": ("red",)}, {"value_range": (1.0, 1.0)}, {"tile_size": -1}, {"mean": (float("nan"),)}],
)
def test_statements_that_are_none(wrong):
    with pytest.raises(FieldError):
        checked(Statement(**wrong))


def test_what_is_no_graph(tmp_path):
    (tmp_path / "x.safetensors").write_bytes(b"\x02\0\0\0\0\0\0\0{}")
    assert inspect_file(tmp_path / "x.safetensors").graph is False
    with pytest.raises(InputError, match="nothing.onnx is no file"):
        inspect_file(tmp_path / "nothing.onnx")
    (tmp_path / "x.onnx").write_text("hello")
    with pytest.raises(ModelError, match="is no ONNX file, or damaged"):
        inspect_file(tmp_path / "x.onnx")


def test_nothing_fits(tmp_path, out):
    nodes = Nodes()
    nodes.named(nodes.add("ReduceMean", "image", keepdims=0), "mean")
    path = saved(tmp_path / "x.onnx", nodes, {"mean": 0}, {}, SIDE)
    assert inspect_file(path).fits == ()
    with pytest.raises(ModelError, match="It gives mean of no known shape, which is nothing that a tool here runs"):
        import_file(Request(path, out))


def test_command_line(tmp_path, out, capsys):
    path = plain()(tmp_path / "x.onnx")
    said = ["--form", "map_logits", "--classes", "a,b,c", "--colors", "#000000,#111111,#222222", "--gsd", "0.3",
            "--normalization", "imagenet", "--bands", "red,green,blue"]  # fmt: skip
    assert main([str(path), "--out", str(out), *said]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(out / "x")
    assert main([str(path), "--out", str(out), "--name", "y", *said[:4], "--colors", "red"]) == 1
    assert "'red' does not match" in capsys.readouterr().err


def test_the_page_lists_all_that_can_be_stated():
    text = (Path(__file__).resolve().parents[2] / "docs" / "importing.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z_0-9]+)` \|", text, re.MULTILINE)) == sorted([*FORMS, *NORMALISATIONS])
    for name, (mean, std) in NORMALISATIONS.items():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{name}` | "))
        assert [cell.strip() for cell in row.split("|")[2:4]] == [
            ", ".join(f"{value:.6g}" for value in values) for values in (mean, std)
        ]


def only(side):
    """Logits of an image of one side and no other, which the file does not say."""

    def make(path):
        nodes = Nodes()
        value = nodes.add("Mul", "image", nodes.constant(np.full((1, 1, side, side), GAIN)))
        nodes.named(nodes.add("Add", value, nodes.constant(np.zeros((1, 1, side, side)))), "logits")
        return saved(path, nodes, {"logits": 4}, {})

    return make


def test_a_side_that_the_file_does_not_say_is_found(tmp_path, out):
    path = only(128)(tmp_path / "x.onnx")
    seen = inspect_file(path)
    assert (seen.side, seen.tile_size) == (0, 128) and seen.outputs[0].shape == "1 x 3 x 128 x 128"
    takes = imported(path, out, form="map_logits").takes
    assert (takes.tile_size, takes.smallest, takes.largest) == (128, 128, 128)
    path = only(100)(tmp_path / "y.onnx")
    with pytest.raises(ModelError, match="cannot work on images of.*tried on images of 256, 512, .*say its tile size"):
        inspect_file(path)
    assert imported(path, out, form="map_logits", tile_size=100).takes.tile_size == 100


def test_more_classes_than_a_map_can_have(tmp_path, out):
    path = forms.mapped(tmp_path / "x.onnx", metadata={}, bands=200)
    assert inspect_file(path).fits[0].classes == 200
    nodes = Nodes()
    nodes.named(nodes.add("Concat", "image", "image", axis=1), "logits")
    path = saved(tmp_path / "y.onnx", nodes, {"logits": 4}, {}, SIDE, bands=150)
    assert inspect_file(path).fits == ()
    with pytest.raises(ModelError, match="nothing that a tool here runs: maps, scenes and boxes of up to 255 cl"):
        import_file(Request(path, out))
