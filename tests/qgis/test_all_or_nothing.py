# SPDX-License-Identifier: GPL-3.0-or-later
"""Outputs of a run appear together, whole and read back; else what stood there before stands there still."""

import json
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import contextmanager

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def hidden(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def run(tool, **parameters):
    import processing

    return processing.run(f"lwganet:{tool}", {name: str(value) for name, value in parameters.items()})


def segment(image, folder, **others):
    return run("segmentimage", INPUT=image, MODEL="tiny-cover", OUTPUT=folder / "classes.tif", **others)


@pytest.fixture
def busy(tmp_path):
    """An image that comes to thousands of polygons."""
    values = np.zeros((3, 150, 150), np.uint8) + np.array([50, 100, 200], np.uint8)[:, None, None]
    return rasters.write(tmp_path / "busy.tif", np.random.default_rng(0).permuted(values, axis=0))


@pytest.fixture
def there(tmp_path):
    """A folder with results of an earlier run."""
    folder = tmp_path / "there"
    folder.mkdir()
    for name in ("classes.tif", "classes.tif.aux.xml", "polygons.gpkg", "confidence.tif", "summary.html"):
        (folder / name).write_text(f"older {name}")
    return folder


@pytest.fixture
def full_disk(monkeypatch):
    """No file grows beyond some blocks once features are written: the system itself refuses it."""
    from lwganet_qgis.engine.outputs import sink

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    add = sink.Sink.add

    def fills(self, feature):
        add(self, feature)
        if self.count == 200:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 15, hard))

    monkeypatch.setattr(sink.Sink, "add", fills)
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes")
@pytest.mark.parametrize("name", ["polygons.gpkg", "polygons.geojson", "polygons.shp", "polygons.csv"])
def test_a_full_disk_is_an_error_and_leaves_all_as_it_was(busy, there, full_disk, name):
    before = contents(there)
    with pytest.raises(QgsProcessingException, match="POLYGONS cannot be written") as caught:
        segment(busy, there, POLYGONS=there / name)
    assert "INSERT" not in str(caught.value) and "sqlite" not in str(caught.value).lower()
    assert contents(there) == before and not hidden(there)


@pytest.mark.parametrize("name", ["polygons.sqlite", "polygons.dxf"])
def test_what_cannot_be_begun_is_said_in_our_words(busy, there, monkeypatch, name):
    """A disk that is full already, a format without fields: the message was SQL, about a hidden file."""
    from lwganet_qgis.algorithms.outputs import sinks

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    @contextmanager
    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 10, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    if not name.endswith("dxf"):
        monkeypatch.setattr(sinks, "quiet_gdal", full)
    before = contents(there)
    said = f"POLYGONS cannot be written to {there / name}; is the disk full, or does its format"
    with pytest.raises(QgsProcessingException, match=said) as caught:
        segment(busy, there, POLYGONS=there / name)
    assert "CREATE" not in str(caught.value) and ".part" not in str(caught.value)
    assert contents(there) == before and not hidden(there)


def test_a_format_that_cannot_be_read_back_is_refused(image, there):
    with pytest.raises(QgsProcessingException, match="the name must end with .gpkg"):
        segment(image, there, POLYGONS=there / "polygons.sql")


def fail(*arguments):
    from lwganet_qgis.core.errors import OutputError

    raise OutputError("as if a disk had gone")


@pytest.mark.parametrize("step", ["write_features", "page"])
def test_what_is_replaced_stays_until_all_is_there(image, there, monkeypatch, step):
    from lwganet_qgis.algorithms.bases import engine as base
    from lwganet_qgis.algorithms.reports import summary

    monkeypatch.setattr(*{"write_features": (base, "write_features", fail), "page": (summary, "html", fail)}[step])
    before = contents(there)
    others = {"POLYGONS": there / "polygons.gpkg", "CONFIDENCE": there / "confidence.tif"}
    with pytest.raises(QgsProcessingException, match="as if a disk had gone"):
        segment(image, there, **others, OUTPUT_HTML=there / "summary.html")
    assert contents(there) == before and not hidden(there)
    monkeypatch.undo()
    segment(image, there, **others, OUTPUT_HTML=there / "summary.html")
    assert all(contents(there)[name] != before[name] for name in before)
    assert gdal.Open(str(there / "classes.tif")) and not hidden(there)


def test_a_table_of_a_database_is_replaced_at_the_end_as_well(image, tmp_path, monkeypatch):
    from lwganet_qgis.algorithms.reports import summary

    database = tmp_path / "mine.gpkg"
    context = QgsProject.instance().transformContext()
    for name, action in (("other", 0), ("scenes", 1)):
        layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=older:string", name, "memory")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName, options.actionOnExistingFile = name, QgsVectorFileWriter.ActionOnExistingFile(action)
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(database), context, options)
    target = f"ogr:dbname='{database}' table=\"scenes\" (geom)"

    def tables():
        dataset = ogr.Open(str(database))
        layers = (layer for layer in dataset if layer.GetName() != "layer_styles")
        return {layer.GetName(): layer.GetLayerDefn().GetFieldDefn(0).GetName() for layer in layers}

    before = tables()
    assert before == {"other": "older", "scenes": "older"}
    monkeypatch.setattr(summary, "html", fail)
    with pytest.raises(QgsProcessingException):
        run("classifyscenes", INPUT=image, MODEL="tiny-scenes", OUTPUT=target, OUTPUT_HTML=tmp_path / "s.html")
    assert tables() == before
    monkeypatch.undo()
    result = run("classifyscenes", INPUT=image, MODEL="tiny-scenes", OUTPUT=target)["OUTPUT"]
    assert tables() == {"other": "older", "scenes": "class_id"}
    layer = QgsVectorLayer(result, "scenes", "ogr") if isinstance(result, str) else result
    dataset = ogr.Open(str(database))
    assert layer.isValid() and layer.featureCount() == dataset.GetLayerByName("scenes").GetFeatureCount() > 0
    with sqlite3.connect(database) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _dead_process():
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def test_two_runs_onto_one_output(image, there):
    from lwganet_qgis.engine.outputs.stage import Stage

    with Stage("Detect change") as first:
        first.at(there / "classes.tif")
        said = f"another run \\(Detect change, since .* process {os.getpid()}"
        with pytest.raises(QgsProcessingException, match=said):
            segment(image, there)
        assert len(hidden(there)) == 1  # the first one's
        run("classifyscenes", INPUT=image, MODEL="tiny-scenes", OUTPUT=there / "other.gpkg")
    assert not hidden(there)
    segment(image, there)


def test_a_failing_run_leaves_the_hidden_files_of_another(image, there, monkeypatch):
    from lwganet_qgis.algorithms.reports import summary
    from lwganet_qgis.engine.outputs.stage import Stage

    with Stage("Another") as other:
        kept = other.at(there / "other.tif")
        with open(kept, "w") as stream:
            stream.write("half")
        (there / ".classes.1-01234567.part.tif").touch()  # of an engine elsewhere
        monkeypatch.setattr(summary, "html", fail)
        with pytest.raises(QgsProcessingException):
            segment(image, there, OUTPUT_HTML=there / "summary.html")
        assert os.path.exists(kept) and (there / ".classes.1-01234567.part.tif").exists()


@pytest.fixture
def user_data(tmp_path):
    """What QGIS takes statistics of: values that need them for a style."""
    folder = tmp_path / "user"
    folder.mkdir()
    values = (rasters.halves() * 10.0).astype(np.float32)
    source = rasters.write(folder / "image.tif", values)
    gdal.Translate(str(folder / "image.vrt"), source, format="VRT")
    return folder


@pytest.mark.parametrize("name", ["image.tif", "image.vrt"])
def test_a_run_writes_nothing_beside_its_input(qgis_process, user_data, tmp_path, name):
    before = contents(user_data)
    run("segmentimage", INPUT=user_data / name, MODEL="tiny-cover", OUTPUT=tmp_path / "a.tif")
    assert contents(user_data) == before
    done = qgis_process.run("segmentimage", INPUT=user_data / name, MODEL="tiny-cover", OUTPUT=tmp_path / "b.tif")
    assert done.returncode == 0 and contents(user_data) == before, done.stderr
    given = [str(user_data / "image.tif"), str(user_data / "image.vrt")]
    import processing

    processing.run("lwganet:changeseries", {"LAYERS": given, "MODEL": "tiny-change", "FIRST": str(tmp_path / "c.tif")})
    assert contents(user_data) == before


def test_leftovers_of_dead_processes_go_at_the_next_start(tmp_path, monkeypatch):
    import tempfile

    from lwganet_qgis.engine.outputs import leftovers
    from lwganet_qgis.engine.outputs.own_folder import LOCK, OwnFolder

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    processing = tmp_path / "processing_AbCdEf"
    processing.mkdir()
    living = [OwnFolder(tmp_path, leftovers.LOGS), OwnFolder(processing, leftovers.SCRATCH)]
    dead = [OwnFolder(tmp_path, leftovers.LOGS), OwnFolder(processing, leftovers.SCRATCH)]
    kept = OwnFolder(tmp_path, leftovers.LOGS)  # a message names its log
    kept.let_go()
    for folder in dead:
        folder.let_go()
        (folder.path / LOCK).write_text(f"{_dead_process()}\nqgis\n{os.uname().nodename}\n")
    leftovers.remove_leftovers()
    assert all(folder.path.exists() for folder in (*living, kept)) and not any(f.path.exists() for f in dead)
    os.utime(kept.path, (0, 0))
    leftovers.remove_leftovers()
    assert not kept.path.exists() and all(folder.path.exists() for folder in living)
    for folder in living:
        folder.remove()


def test_provenance_names_no_place(image, tmp_path):
    tags = gdal.Open(segment(image, tmp_path)["OUTPUT"]).GetMetadata()
    parameters = json.loads(tags["LWGANET_PARAMETERS"])
    assert parameters["tool"] == "segment" and str(tmp_path) not in json.dumps(tags)
