# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files of other tools become models inside QGIS, and its tools give what the files give."""

import os
import subprocess

import pytest
from qgis.core import QgsProcessingException

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
        assert feature["angle"] == pytest.approx((90 + 114.591559) % 180, abs=1e-3)


def test_what_is_refused_is_said(files, library, tmp_path):  # noqa: F811
    (tmp_path / "cut.onnx").write_bytes((files / "cover.onnx").read_bytes()[:200])
    with pytest.raises(QgsProcessingException, match="cut.onnx is no ONNX file, or damaged"):
        run("importcheckpoint", CHECKPOINT=str(tmp_path / "cut.onnx"))
    assert not library.parent.exists()
