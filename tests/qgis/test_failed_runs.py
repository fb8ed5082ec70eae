# SPDX-License-Identifier: GPL-3.0-or-later
"""A failed run takes away what it began, and nothing else."""

import os
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorFileWriter, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def fail_while_writing(monkeypatch):
    from lwganet_qgis.algorithms.bases import engine as base
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


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux for open files")
def test_failed_runs_close_what_they_opened(image, tmp_path):
    """QGIS keeps the exception of each, the frames of its callers and with them the context."""
    import processing

    values = {"INPUT": image, "MODEL": "tiny-cover", "TILE_SIZE": "500", "OUTPUT": str(tmp_path / "o.tif")}
    for _ in range(3):
        with pytest.raises(QgsProcessingException, match="tile size 500"):
            processing.run("lwganet:segmentimage", values)
    opened = [os.readlink(handle) for handle in Path("/proc/self/fd").iterdir() if handle.is_symlink()]
    assert image not in opened
