# SPDX-License-Identifier: GPL-3.0-or-later
"""Each algorithm inside a running QGIS."""

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")
CLASSES = {
    "segmentimage": "tiny-cover", "classifyscenes": "tiny-scenes", "detectchange": "tiny-change",
    "detectobjects": "tiny-objects",
}  # fmt: skip


def run(name, **parameters):
    import processing

    parameters.setdefault("MODEL", CLASSES[name])
    return processing.run(f"lwganet:{name}", parameters)


def test_provider_lists_the_algorithms():
    provider = QgsApplication.processingRegistry().providerById("lwganet")
    assert sorted(a.name() for a in provider.algorithms()) == sorted(
        [
            *CLASSES,
            "nonmaximumsuppression",
            "detectionaccuracy",
            "importcheckpoint",
            "changepolygons",
            "checkpair",
            "changeseries",
            "checkengine",
            "installengine",
        ]
    )
    for algorithm in provider.algorithms():
        assert algorithm.canExecute()[0]
        assert algorithm.shortHelpString() and not algorithm.icon().isNull() and algorithm.helpUrl()


def test_segment(image, tmp_path):
    out = str(tmp_path / "classes.tif")
    results = run(
        "segmentimage", INPUT=image, OUTPUT=out, CONFIDENCE=str(tmp_path / "score.tif"), POLYGONS="TEMPORARY_OUTPUT",
        OUTPUT_HTML=str(tmp_path / "summary.html"),
    )  # fmt: skip
    assert rasters.grid(out) == rasters.grid(image)
    assert rasters.grid(results["CONFIDENCE"]) == rasters.grid(image)
    classes = rasters.read(out)
    assert (classes[:, :40] == 0).all() and (classes[:, 56:] == 1).all()
    polygons = results["POLYGONS"]
    assert {f["class"] for f in polygons.getFeatures()} == {"reddish", "greenish"}
    assert polygons.fields().names() == ["id", "class_id", "class", "area_m2", "score"]
    assert sum(f["area_m2"] for f in polygons.getFeatures()) == pytest.approx(96 * 64, rel=0.01)
    assert polygons.crs().authid() == "EPSG:32632"
    page = (tmp_path / "summary.html").read_text()
    assert "Tiny &lt;segmentation&gt;" in page and "reddish" in page and "nothing else" in page


def test_segment_of_extent_lies_on_the_grid(image, tmp_path):
    out = str(tmp_path / "classes.tif")
    run("segmentimage", INPUT=image, OUTPUT=out, EXTENT="500010,500050,5399950,5399990 [EPSG:32632]")
    width, height, transform, _ = rasters.grid(out)
    assert (width, height, transform[0], transform[3]) == (40, 40, 500010.0, 5399990.0)


def test_extent_in_another_crs(image, tmp_path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsReferencedRectangle

    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    layer = QgsRasterLayer(image, "image")
    there = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance()).transformBoundingBox(layer.extent())
    out = str(tmp_path / "classes.tif")
    run("segmentimage", INPUT=image, OUTPUT=out, EXTENT=QgsReferencedRectangle(there, degrees))
    assert rasters.grid(out)[2][0] == 500000.0


def test_classify_grid(image):
    cells = run("classifyscenes", INPUT=image, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert cells.fields().names() == ["class_id", "class", "score", "second_class", "second_score"]
    for cell in cells.getFeatures():
        east = cell.geometry().centroid().asPoint().x() > 500048
        if abs(cell.geometry().centroid().asPoint().x() - 500048) > 16:
            assert cell["class"] == ("greenish" if east else "reddish")


def test_classify_features_keeps_their_attributes(image):
    zones = QgsVectorLayer("Polygon?crs=EPSG:32632&field=name:string", "zones", "memory")
    for name, wkt in (
        ("west", "POLYGON((500005 5399945,500035 5399945,500035 5399995,500005 5399995,500005 5399945))"),
        ("east", "POLYGON((500060 5399945,500090 5399945,500090 5399995,500060 5399995,500060 5399945))"),
        ("far", "POLYGON((600060 5399945,600090 5399945,600090 5399995,600060 5399995,600060 5399945))"),
    ):
        feature = QgsFeature(zones.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        zones.dataProvider().addFeature(feature)
    out = run("classifyscenes", INPUT=image, FEATURES=zones, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    found = {f["name"]: f["class"] for f in out.getFeatures()}
    assert found["west"] == "reddish" and found["east"] == "greenish"
    assert found["far"] not in ("reddish", "greenish")


def test_change(image, tmp_path):
    pixels = rasters.halves()
    pixels[0, 10:30, 10:30] = 0
    after = rasters.write(tmp_path / "after.tif", pixels)
    results = run(
        "detectchange", BEFORE=image, AFTER=after, OUTPUT=str(tmp_path / "change.tif"), POLYGONS="TEMPORARY_OUTPUT",
        PROBABILITY=str(tmp_path / "p.tif"),
    )  # fmt: skip
    assert rasters.grid(results["OUTPUT"]) == rasters.grid(image)
    change = rasters.read(results["OUTPUT"])
    assert set(np.unique(change)) == {0, 1} and change.sum() == 400
    (polygon,) = results["POLYGONS"].getFeatures()
    assert polygon["area_m2"] == pytest.approx(400, rel=0.01) and polygon["probability"] > 0.5


def test_raster_without_georeference_works_in_pixels(tmp_path):
    image = rasters.write(tmp_path / "plain.tif", rasters.halves(), epsg=None, transform=None)
    results = run("segmentimage", INPUT=image, OUTPUT=str(tmp_path / "c.tif"), POLYGONS="TEMPORARY_OUTPUT")
    assert rasters.read(results["OUTPUT"]).shape == (64, 96)
    polygons = results["POLYGONS"]
    assert not polygons.crs().isValid()
    assert polygons.extent() == QgsRasterLayer(image, "image").extent()
    part = str(tmp_path / "part.tif")
    run("segmentimage", INPUT=image, OUTPUT=part, EXTENT="8,40,-48,-8")
    assert rasters.read(part).shape == (40, 32)


def test_layer_that_only_qgis_can_read(image, tmp_path):
    """A user's CRS on a layer, and a layer of another provider, reach the engine."""
    from qgis.core import QgsCoordinateReferenceSystem

    layer = QgsRasterLayer(image, "moved")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    out = str(tmp_path / "c.tif")
    run("segmentimage", INPUT=layer, OUTPUT=out)
    assert QgsRasterLayer(out, "c").crs().authid() == "EPSG:32633"


def test_copy_of_a_layer_equals_it(image, tmp_path, provider):
    from osgeo import gdal

    from lwganet_qgis.engine.layers.copy_grid import grid_of
    from lwganet_qgis.engine.layers.layer_copy import copy_layer

    layer = QgsRasterLayer(image, "image")
    copy = copy_layer(layer, grid_of(layer, None, 1.0), tmp_path / "copy.tif", QgsProcessingFeedback())
    assert rasters.grid(copy) == rasters.grid(image)
    assert gdal.Open(str(copy)).ReadRaster() == gdal.Open(image).ReadRaster()


def test_only_what_is_needed_of_a_service_is_copied(image, tmp_path):
    """A tile service as the after date covers the world; the copy covers the before image and a margin."""
    from qgis.core import QgsCoordinateTransform

    from lwganet_qgis.engine.layers.inputs import extent_for

    world = rasters.write(tmp_path / "world.tif", rasters.halves(), 4326, (-180.0, 3.75, 0.0, 90.0, 0.0, -2.8))
    before, after = QgsRasterLayer(image, "before"), QgsRasterLayer(world, "after")
    context = QgsProcessingContext()
    needed = extent_for(after, before, None, context)
    seen = QgsCoordinateTransform(before.crs(), after.crs(), context.transformContext())
    covered = seen.transformBoundingBox(before.extent())
    assert needed.contains(covered)
    assert needed.width() * needed.height() < 3 * covered.width() * covered.height()
    part = QgsRasterLayer(image, "before").extent()
    part.setXMaximum(part.xMinimum() + 10)
    assert extent_for(after, before, part, context).width() < needed.width()


@pytest.mark.parametrize("name", CLASSES)
def test_results_are_styled(name, image, swapped, tmp_path):
    """Through the road that dialogs take: results are loaded into the project."""
    from processing.core.Processing import Processing
    from qgis.core import QgsProcessingOutputLayerDefinition

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"lwganet:{name}")
    project = QgsProject.instance()
    suffix = "gpkg" if name in ("classifyscenes", "detectobjects") else "tif"
    output = QgsProcessingOutputLayerDefinition(str(tmp_path / f"o.{suffix}"), project)
    values = {"MODEL": CLASSES[name], "OUTPUT": output}
    values.update({"BEFORE": image, "AFTER": swapped} if name == "detectchange" else {"INPUT": image})
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    loaded = []

    def load(algorithm, context, feedback):
        from qgis.core import QgsProcessingUtils

        for source, details in context.layersToLoadOnCompletion().items():
            layer = QgsProcessingUtils.mapLayerFromString(source, context)
            details.postProcessor().postProcessLayer(layer, context, feedback)
            loaded.append(layer)
        return True

    Processing.runAlgorithm(algorithm, values, load, feedback, context)
    (layer,) = loaded
    if name in ("classifyscenes", "detectobjects"):
        assert [c.label() for c in layer.renderer().categories()] == ["reddish", "greenish", "bluish"]
    else:
        labels = [c.label for c in layer.renderer().classes()]
        assert labels == (["same", "changed"] if name == "detectchange" else ["reddish", "greenish", "bluish"])


def test_cancelled_run_is_no_success(image, tmp_path):
    import processing

    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        values = {"INPUT": image, "OUTPUT": str(tmp_path / "c.tif"), "MODEL": "tiny-cover"}
        processing.run("lwganet:segmentimage", values, feedback=feedback)
    assert not list(tmp_path.glob("c.tif*"))


@pytest.mark.parametrize("name", CLASSES)
def test_dialog_lists_models_of_the_task(name):
    import processing

    dialog = processing.createAlgorithmDialog(f"lwganet:{name}", {})
    combo = dialog.mainWidget().wrappers["MODEL"].combo
    listed = [combo.itemData(i) for i in range(combo.count())]
    assert CLASSES[name] in listed
    assert set(listed).isdisjoint(set(CLASSES.values()) - {CLASSES[name]})
    assert dialog.mainWidget().wrappers["MODEL"].parameterValue() == combo.currentData()
    dialog.close()
