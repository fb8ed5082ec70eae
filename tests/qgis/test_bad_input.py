# SPDX-License-Identifier: GPL-3.0-or-later
"""Through qgis_process: what works exits with 0, what cannot be done with 1, one message, no file."""

import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from ..patience import patient
from . import rasters

NOISE = (
    "QStandardPaths", "setapi()", "ERROR:", "DeprecationWarning",
    "Failed to compute statistics",  # qgis_process opens layers before it asks the algorithm anything
)  # fmt: skip


@pytest.mark.long
def test_all_run(qgis_process, image, swapped, tmp_path):
    done = qgis_process.run("segmentimage", INPUT=image, MODEL="tiny-cover", OUTPUT=tmp_path / "s.tif")
    assert done.returncode == 0, done.stderr
    assert rasters.grid(tmp_path / "s.tif") == rasters.grid(image)
    assert "Model: Tiny" in done.stdout and "reddish" in done.stdout
    done = qgis_process.run("classifyscenes", INPUT=image, MODEL="tiny-scenes", OUTPUT=tmp_path / "c.gpkg")
    assert done.returncode == 0 and (tmp_path / "c.gpkg").exists(), done.stderr
    done = qgis_process.run(
        "detectchange", BEFORE=image, AFTER=swapped, MODEL="tiny-change", OUTPUT=tmp_path / "d.tif",
        PROBABILITY=tmp_path / "p.tif", POLYGONS=tmp_path / "d.gpkg", OUTPUT_HTML=tmp_path / "d.html",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert all((tmp_path / name).exists() for name in ("d.tif", "p.tif", "d.gpkg", "d.html"))
    done = qgis_process.run(
        "detectobjects", INPUT=image, MODEL="tiny-objects", CLASSES="reddish", OUTPUT=tmp_path / "o.gpkg",
        OUTPUT_DOTA=tmp_path / "o.txt", OUTPUT_HTML=tmp_path / "o.html",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "reddish: 12" in done.stdout and len((tmp_path / "o.txt").read_text().splitlines()) == 12
    same = {"SCORE_FIELD": "score", "CLASS_FIELD": "class"}
    done = qgis_process.run("nonmaximumsuppression", INPUT=tmp_path / "o.gpkg", OUTPUT=tmp_path / "n.gpkg", **same)
    assert done.returncode == 0 and "12 of 12" in done.stdout, done.stderr
    done = qgis_process.run(
        "detectionaccuracy", DETECTIONS=tmp_path / "o.gpkg", REFERENCE=tmp_path / "n.gpkg", **same,
        OUTPUT=tmp_path / "a.gpkg", OUTPUT_HTML=tmp_path / "a.html",
    )  # fmt: skip
    assert done.returncode == 0 and "12 right, 0 wrong, 0 missed" in done.stdout, done.stderr


def test_model_may_be_omitted(qgis_process, image, tmp_path):
    done = qgis_process.run("segmentimage", INPUT=image, OUTPUT=tmp_path / "s.tif", SCALING="none")
    assert done.returncode == 0, done.stderr


def bad(name, said, **given):
    return pytest.param(given, said, id=name)


# What the description of the project promises of qgis_process, and the rest, inside QGIS.
PROMISED = [
    bad("unknown model", "There is no model 'nope'. Models for segmentation: ", MODEL="nope"),
    bad("model of another task", "is made for change detection. Models for segmentation: ", MODEL="tiny-change"),
    bad("too few bands", "needs these bands: 3", INPUT="one.tif"),
    bad("all nodata", "no data", INPUT="empty.tif"),
    bad("empty extent", "EXTENT is empty", EXTENT="500010,500010,5399990,5399990"),
    bad("unwritable output", "cannot be written", OUTPUT="one.tif/out.tif"),
    bad("missing raster", "nothing.tif", INPUT="nothing.tif"),
]
OTHERS = [
    bad("bands that are not there", "names band 9", BANDS="9,2,1"),
    bad("bands that are no numbers", "BANDS is 'red'", BANDS="red"),
    bad("too few band numbers", "BANDS names another number: 2", BANDS="1,2"),
    bad("extent elsewhere", "does not touch", EXTENT="1,2,3,4"),
    bad("output is no GeoTIFF", "must end with .tif", OUTPUT="out.img"),
    bad("output is the input", "which is an input", OUTPUT="image.tif"),
    bad("negative tile size", "TILE_SIZE is -4", TILE_SIZE="-4"),
    bad("overlap larger than tile", "OVERLAP is 64", TILE_SIZE="32", OVERLAP="64"),
    bad("unknown scaling", "SCALING is 'log'", SCALING="log"),
    bad("unknown device", "DEVICE is 'gpu'", DEVICE="gpu"),
]


def message(stderr):
    """What is said, without its repetition: QGIS logs an exception and prints it."""
    lines = [line.replace("ERROR:", "").strip() for line in stderr.splitlines()]
    return {line for line in lines if line and not any(noise in line for noise in NOISE)}


def written(folder):
    return [path.name for path in folder.iterdir() if path.name.lstrip(".").startswith(("out", "tmp"))]


@pytest.fixture
def folder(tmp_path, image):
    rasters.write(tmp_path / "one.tif", rasters.halves()[:1])
    rasters.write(tmp_path / "empty.tif", np.zeros((3, 64, 96), np.uint8), nodata=0)
    far = (900000.0, 1.0, 0.0, 5400000.0, 0.0, -1.0)
    rasters.write(tmp_path / "far.tif", rasters.halves(), transform=far)
    return tmp_path


@pytest.mark.parametrize(("given", "said"), PROMISED)
def test_bad_input(qgis_process, folder, given, said):
    size = (folder / "image.tif").stat().st_size
    values = {"INPUT": "image.tif", "MODEL": "tiny-cover", "OUTPUT": "out.tif", "POLYGONS": "out.gpkg", **given}
    for name in ("INPUT", "OUTPUT", "POLYGONS"):
        values[name] = folder / values[name]
    done = qgis_process.run("segmentimage", **values)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(message(done.stderr) - {"An error was encountered while checking parameter values"}) == 1, done.stderr
    assert not written(folder)
    assert (folder / "image.tif").stat().st_size == size


@pytest.mark.parametrize(("given", "said"), OTHERS)
def test_bad_parameter(provider, folder, given, said):
    import processing
    from qgis.core import QgsProcessingException

    values = {"INPUT": "image.tif", "MODEL": "tiny-cover", "OUTPUT": "out.tif", **given}
    for name in ("INPUT", "OUTPUT"):
        values[name] = str(folder / values[name])
    with pytest.raises(QgsProcessingException, match=said):
        processing.run("lwganet:segmentimage", values)
    assert not written(folder)


def test_dates_without_common_ground(qgis_process, folder):
    done = qgis_process.run(
        "detectchange", BEFORE=folder / "image.tif", AFTER=folder / "far.tif", OUTPUT=folder / "out.tif"
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert len(message(done.stderr)) == 1, done.stderr
    assert not (folder / "out.tif").exists()


@pytest.mark.parametrize(
    ("python", "said"),
    [
        ("/nowhere/python", "does not exist"),
        (sys.executable, "lacks the package"),
        ("/bin/false", "is not a Python"),
    ],
    ids=["missing", "without packages", "no Python"],
)
def test_engine_python_that_does_not_work(qgis_process, folder, python, said):
    if python == sys.executable:
        python = "/usr/bin/python3"
    done = qgis_process.run(
        "segmentimage", {"LWGANET_ENGINE_PYTHON": python}, INPUT=folder / "image.tif", OUTPUT=folder / "out.tif"
    )
    assert done.returncode == 1
    assert said in done.stderr and "LWGANET_ENGINE_PYTHON" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "out.tif").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_interrupted_run_is_no_success(qgis_process, tmp_path):
    pixels = np.zeros((3, 3000, 3000), np.uint8)
    image = rasters.write(tmp_path / "large.tif", pixels)
    process = subprocess.Popen(
        [qgis_process.program, "run", "lwganet:segmentimage", "--", f"INPUT={image}", f"OUTPUT={tmp_path / 'o.tif'}",
         "MODEL=tiny-cover", "TILE_SIZE=16", "OVERLAP=8"],
        env=qgis_process.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    said = ""
    while "tile 1 of" not in said:
        letter = process.stdout.read(1)
        assert letter, process.stderr.read()
        said += letter
    time.sleep(0.3)
    os.kill(process.pid, signal.SIGINT)
    started = time.monotonic()
    _, stderr = process.communicate(timeout=120)
    assert time.monotonic() - started < patient(10)
    assert process.returncode == 1
    assert "cancelled" in stderr
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(("o.", ".o", "."))] == []
