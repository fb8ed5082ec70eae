# SPDX-License-Identifier: GPL-3.0-or-later
"""Checkpoints become models inside QGIS, and its tools then give the numbers of the published code."""

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from ..patience import patient
from .conftest import ENGINE, ROOT
from .test_detection import Said, run

pytestmark = pytest.mark.usefixtures("provider")
WISHES = {
    "segmentation": {"DATASET": "potsdam"}, "change": {"DATASET": "levir_cd", "NAME": "My change"},
    "classification": {}, "detection": {},
}  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checkpoints")
    script = [ENGINE, "-m", "tests.qgis.synthetic_checkpoints", str(folder)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    subprocess.run(script, check=True, cwd=ROOT, env=environ)
    return folder


@pytest.fixture
def library(tmp_path, monkeypatch):
    """A profile without models of its own."""
    from lwganet_qgis import settings

    folder = tmp_path / "profile" / "models"
    monkeypatch.setattr(settings, "models_folder", lambda: folder)
    return folder


def import_one(files, task, **wishes):
    said = Said()
    results = run("importcheckpoint", said, CHECKPOINT=str(files / f"{task}.ckpt"), **{**WISHES[task], **wishes})
    assert any("Licence of the model" in line or "licence of the model" in line for line in said.lines)
    return results["MODEL"]


def raster(files, task, number, folder):
    """The image that the fixture drew, as a raster of single precision."""
    values = np.load(files / f"{task}_{number}.npy")
    bands, height, width = values.shape
    path = str(folder / f"{task}_{number}.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, width, height, bands, gdal.GDT_Float32)
    dataset.SetGeoTransform((0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    for band in range(bands):
        dataset.GetRasterBand(band + 1).WriteRaster(0, 0, width, height, values[band].astype(np.float32).tobytes())
    dataset.FlushCache()
    return path


def values_of(path, kind=np.uint8):
    dataset = gdal.Open(path)
    data = dataset.GetRasterBand(1).ReadRaster(0, 0, dataset.RasterXSize, dataset.RasterYSize)
    return np.frombuffer(data, kind).reshape(dataset.RasterYSize, dataset.RasterXSize)


TILE = 256
AS_IT_IS = {"SCALING": "none", "OVERLAP": 0, "BANDS": "1,2,3"}


def test_scenes(files, library, tmp_path):
    model = import_one(files, "classification")
    assert model == "lwganet_l0_nwpu_resisc45" and (library / model / "model.json").exists()
    said = Said()
    image = raster(files, "classification", 1, tmp_path)
    layer = run("classifyscenes", said, INPUT=image, MODEL=model, OUTPUT="memory:", **AS_IT_IS)["OUTPUT"]
    assert any("Licence of the model: Weights: CC BY-NC 4.0" in line for line in said.lines)
    logits = np.load(files / "classification.npz")["logits"][0]
    scores = np.exp(logits - logits.max())
    (feature,) = layer.getFeatures()
    assert feature["class_id"] == logits.argmax()
    assert feature["score"] == pytest.approx(scores.max() / scores.sum(), rel=1e-3)


@pytest.mark.long
def test_segmentation(files, library, tmp_path):
    with pytest.raises(QgsProcessingException, match="one of potsdam, vaihingen"):
        import_one(files, "segmentation", DATASET="auto")
    assert not library.parent.exists()
    model = import_one(files, "segmentation")
    out = str(tmp_path / "classes.tif")
    image = raster(files, "segmentation", 1, tmp_path)
    run("segmentimage", INPUT=image, MODEL=model, TILE_SIZE=256, OUTPUT=out, **AS_IT_IS)
    expected = np.load(files / "segmentation.npz")["argmax_strided"][0]
    assert (values_of(out)[3::16, 5::16] == expected).mean() > 0.995


@pytest.mark.long
def test_change(files, library, tmp_path):
    model = import_one(files, "change")
    assert model == "my_change"
    out = str(tmp_path / "change.tif")
    before, after = (raster(files, "change", number, tmp_path) for number in (1, 2))
    run("detectchange", BEFORE=before, AFTER=after, MODEL=model, TILE_SIZE=256, OUTPUT=out, **AS_IT_IS)
    case = np.load(files / "change.npz")
    expected = np.unpackbits(case["change_bits"])[: 256 * 256].reshape(256, 256)
    assert (values_of(out) == expected).mean() > 0.995
    with pytest.raises(QgsProcessingException, match="which a model is called already"):
        import_one(files, "change", NAME="my_change")


@pytest.mark.long
def test_detection(files, library, tmp_path):
    model = import_one(files, "detection")
    image = raster(files, "detection", 1, tmp_path)
    layer = run("detectobjects", INPUT=image, MODEL=model, TILE_SIZE=TILE, THRESHOLD=0.05, OUTPUT="memory:", **AS_IT_IS)
    case = np.load(files / "detection.npz")
    found = sorted(layer["OUTPUT"].getFeatures(), key=lambda f: -f["score"])[:50]
    sides = case["dets_first100"][:, 2:4]
    whole = (sides.min(1) > 1e-3) & (sides.max(1) <= TILE)  # the engine drops boxes without area, or longer than a tile
    boxes, labels = case["dets_first100"][whole][:50], case["labels_first100"][whole][:50]
    np.testing.assert_allclose([f["score"] for f in found], boxes[:, 5], atol=1e-3)
    assert len(labels) >= 20 and np.mean([f["class_id"] for f in found] == labels) > 0.95


class Impatient(Said):
    """Cancels when the export begins."""

    def pushInfo(self, text):  # noqa: N802
        super().pushInfo(text)
        if text.startswith("exporting"):
            self.begun = time.monotonic()
            self.cancel()


def test_a_cancelled_import_leaves_nothing(files, library):
    said = Impatient()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run("importcheckpoint", said, CHECKPOINT=str(files / "classification.ckpt"))
    assert time.monotonic() - said.begun < patient(4)
    assert not library.exists() or list(library.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"CHECKPOINT": "nothing.pth"}, "CHECKPOINT is nothing.pth, which is no file"),
        ({"DATASET": "mars"}, "DATASET"),
        ({"GSD": 0}, "GSD is 0"),
        ({"NAME": "tiny-cover"}, "which a model is called already"),
        ({"DATASET": "loveda"}, "Python objects that are no weights .*mkdir"),
    ],
)
def test_bad_values_are_named_and_nothing_is_run(given, said, files, tmp_path):
    values = {"CHECKPOINT": str(files / "hostile.pth"), "OUTPUT": str(tmp_path / "out"), **given}
    with pytest.raises(QgsProcessingException, match=said):
        run("importcheckpoint", **values)
    assert not (files / "ran").exists() and not (tmp_path / "out").exists()


def test_without_pytorch_the_message_says_what_to_install(files, tmp_path):
    """In an engine whose PyTorch cannot be imported."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['torch'] = None\n")
    code = (
        "from lwganet_qgis.core.run import run_job; from lwganet_qgis.core.jobs.importing import ImportJob\n"
        "from lwganet_qgis.core.report import Reporter\n"
        f"run_job(ImportJob('x', {str(tmp_path / 'out')!r}), Reporter(lambda event: None))"
    )
    environ = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    done = subprocess.run([ENGINE, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert "the engine's Python lacks torch. Set up an engine of the kind Training and import" in done.stderr
    assert "-m pip install torch" in done.stderr and not Path(tmp_path / "out").exists()
    assert "torch" not in sys.modules
