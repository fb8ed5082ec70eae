# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files of other tools become models inside QGIS, and its tools give what the files give."""

import os
import subprocess

import pytest
from qgis.core import QgsProcessingException

from lwganet_qgis.core.cards.card import read_card

from .conftest import ENGINE, ROOT
from .test_detection import Said, run
from .test_import import library, values_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("graphs")
    script = [ENGINE, "-m", "tests.models.foreign_graphs", str(folder)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    subprocess.run(script, check=True, cwd=ROOT, env=environ)
    return folder


def import_one(files, name, **wishes):
    said = Said()
    model = run("importcheckpoint", said, CHECKPOINT=str(files / f"{name}.onnx"), **wishes)["MODEL"]
    assert any("Weights: not known (ask the model's author)" in line for line in said.lines)
    return model


def test_a_map(files, library, image, tmp_path):  # noqa: F811
    model = import_one(files, "cover")
    assert model == "cover" and (library / model / "model.json").exists()
    out = str(tmp_path / "classes.tif")
    run("segmentimage", INPUT=image, MODEL=model, OUTPUT=out)
    classes = values_of(out)
    assert (classes[:, :48] == 0).all() and (classes[:, 48:] == 1).all()
    with pytest.raises(QgsProcessingException, match="it takes tiles of 64 pixels only"):
        run("segmentimage", INPUT=image, MODEL=model, OUTPUT=out, TILE_SIZE=128)


def test_turned_boxes(files, library, image):  # noqa: F811
    model = import_one(files, "turned", NAME="Boats", CLASSES="red boat,green boat,blue boat", GSD=2)
    assert model == "boats"
    layer = run("detectobjects", INPUT=image, MODEL=model, OVERLAP=0, OUTPUT="memory:")["OUTPUT"]
    assert layer.featureCount() == 24
    for feature in layer.getFeatures():
        left = feature.geometry().centroid().asPoint().x() < 500048
        assert feature["class"] == ("red boat" if left else "green boat")
        assert feature["score"] == pytest.approx(200 / 255, abs=1e-4)
        assert feature["length_m"] == pytest.approx(14, rel=2e-3)
        assert feature["width_m"] == pytest.approx(6, rel=2e-3)
        assert feature["angle"] == pytest.approx((90 + 114.591559) % 180, abs=0.051)


SAID = {"FORM": "map_probabilities", "CLASSES": "red,green,blue", "COLORS": "#ff0000,#00ff00,#0000ff", "GSD": 0.5,
        "BAND_NAMES": "red,green,blue", "NAME": "Said"}  # fmt: skip


def test_a_graph_without_metadata(files, library, image, tmp_path):  # noqa: F811
    with pytest.raises(QgsProcessingException, match="does not say what kind of model it is. Say.*map_probabilities"):
        import_one(files, "plain")
    assert not library.parent.exists()
    model = import_one(files, "plain", **SAID)
    card = read_card(library / model)
    assert [(entry.name, entry.color) for entry in card.knows.classes][0] == ("red", "#ff0000")
    assert (card.takes.gsd, card.takes.input.std) == (0.5, (255.0,) * 3)
    out = str(tmp_path / "classes.tif")
    run("segmentimage", INPUT=image, MODEL=model, OUTPUT=out)
    classes = values_of(out)
    assert (classes[:, :48] == 0).all() and (classes[:, 48:] == 1).all()


WRONG = {
    "FORM": ("map", "FORM is 'map'; write one of auto, map_logits|Incorrect parameter value for FORM"),
    "COLORS": ("red,#00ff00,#0000ff", "COLORS is 'red,#00ff00,#0000ff'; write colours as #rrggbb"),
    "MEAN": ("a,b,c", "MEAN is 'a,b,c'; write numbers"),
    "STD": ("1", "MEAN and STD belong together"),
    "VALUE_RANGE": ("5,5", "VALUE_RANGE is '5,5'; write the smallest and the largest value"),
    "TILE_SIZE": (-1, "TILE_SIZE is -1; give a whole number from 0"),
    "NORMALIZATION": ("own", "NORMALIZATION is 'own'; write one of|Incorrect parameter value for NORMALIZATION"),
    "CLASSES": ("a,b,c,d,e,f,g", "7 class names were given; .*plain.onnx has 3"),
    "BAND_NAMES": ("a,b,c,d,e", "5 bands are named; .*plain.onnx takes 3"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_statement_is_said(name, files, library):  # noqa: F811
    value, message = WRONG[name]
    with pytest.raises(QgsProcessingException, match=message):
        import_one(files, "plain", **{**SAID, name: value})
    assert not library.parent.exists()


@pytest.mark.parametrize(
    ("given", "mean", "std"),
    [
        ({"NORMALIZATION": "none"}, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
        ({"NORMALIZATION": "unit", "VALUE_RANGE": "100,1100"}, (100.0,) * 3, (1000.0,) * 3),
        ({"NORMALIZATION": "imagenet"}, (123.675, 116.28, 103.53), (58.395, 57.12, 57.375)),
        ({"MEAN": "1 2 3", "STD": "4"}, (1.0, 2.0, 3.0), (4.0, 4.0, 4.0)),
    ],
)
def test_what_it_is_fed(given, mean, std, files, library):  # noqa: F811
    card = read_card(library / import_one(files, "plain", FORM="map_probabilities", CLASSES="a,b,c", **given))
    assert card.takes.input.mean == pytest.approx(mean) and card.takes.input.std == pytest.approx(std)


def test_what_is_refused_is_said(files, library, tmp_path):  # noqa: F811
    (tmp_path / "cut.onnx").write_bytes((files / "cover.onnx").read_bytes()[:200])
    with pytest.raises(QgsProcessingException, match="cut.onnx is no ONNX file, or damaged"):
        run("importcheckpoint", CHECKPOINT=str(tmp_path / "cut.onnx"))
    assert not library.parent.exists()
