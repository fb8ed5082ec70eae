# SPDX-License-Identifier: GPL-3.0-or-later
"""A failed run takes away what it began, and nothing else."""

import os
import signal
import sys

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from . import rasters
from .conftest import ENGINE

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def fail_while_writing(monkeypatch):
    from lwganet_qgis.algorithms import base
    from lwganet_qgis.core.errors import Cancelled

    def write_features(*arguments):
        raise Cancelled("The run was cancelled.")

    monkeypatch.setattr(base, "write_features", write_features)


def run_scenes(image, output):
    import processing

    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run("lwganet:classifyscenes", {"INPUT": image, "MODEL": "tiny-scenes", "OUTPUT": output})


def test_other_layers_of_a_database_survive(image, tmp_path, fail_while_writing):
    database = tmp_path / "mine.gpkg"
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=name:string", "other", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "other"
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(database), context, options)
    run_scenes(image, f"ogr:dbname='{database}' table=\"scenes\" (geom)")
    assert QgsVectorLayer(f"{database}|layername=other", "other", "ogr").isValid()


def test_new_vector_file_is_removed(image, tmp_path, fail_while_writing):
    run_scenes(image, str(tmp_path / "scenes.gpkg"))
    assert not list(tmp_path.glob("*scenes*"))


class Killer:
    """Feedback that kills the engine in the middle of its work."""

    def __init__(self, processes):
        self.processes = processes

    def isCanceled(self):
        return False

    def setProgress(self, percent):
        if percent > 1:
            for process in self.processes:
                os.kill(process.pid, signal.SIGKILL)

    def setProgressText(self, text):
        pass

    pushInfo = pushWarning = setProgressText


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_killed_engine_leaves_no_hidden_file(tiny_models, tmp_path, monkeypatch):
    from lwganet_qgis.core.protocol import Job, RasterSource
    from lwganet_qgis.engine import client, process
    from lwganet_qgis.engine.environment import EnginePython

    processes, start = [], process.subprocess.Popen
    monkeypatch.setattr(process.subprocess, "Popen", lambda *a, **k: processes.append(start(*a, **k)) or processes[-1])
    image = rasters.write(tmp_path / "image.tif", np.full((3, 2000, 2000), 50, np.uint8))
    (tmp_path / ".out.01234567.part.tif").touch()  # of somebody else
    job = Job(
        "segmentation", str(tiny_models / "tiny-cover"), (RasterSource(image),), output=str(tmp_path / "out.tif"),
        tile_size=32,
    )  # fmt: skip
    with pytest.raises(process.EngineCrash, match="memory") as caught:
        client.run_job(job, EnginePython(ENGINE, "A test"), Killer(processes))
    assert [path.name for path in tmp_path.glob("*out.*")] == [".out.01234567.part.tif"]
    os.unlink(str(caught.value).split("details: ")[1].rstrip(")"))
