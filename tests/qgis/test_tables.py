# SPDX-License-Identifier: GPL-3.0-or-later
"""Attribute tables of results: titles with units, rounded values, numbers, sizes in what can be measured."""

import math

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")
RUNS = {
    "detectobjects": ("tiny-objects", "OUTPUT", {}),
    "segmentimage": ("tiny-cover", "POLYGONS", {"OUTPUT": "TEMPORARY_OUTPUT"}),
    "classifyscenes": ("tiny-scenes", "OUTPUT", {}),
}


def result(tool, image, target="memory:", **more):
    import processing

    model, name, others = RUNS[tool]
    return processing.run(f"lwganet:{tool}", {"INPUT": image, "MODEL": model, name: target, **others, **more})[name]


def digits(value):
    """Behind the point."""
    return len(repr(value).partition(".")[2].rstrip("0"))


@pytest.mark.parametrize("tool", sorted(RUNS))
def test_columns_have_titles_and_rounded_values(image, tool):
    layer = result(tool, image)
    fields = list(layer.fields())
    assert all(field.alias() for field in fields)
    rows = [feature.attributes() for feature in layer.getFeatures()]
    assert rows
    assert all(digits(value) <= 4 for row in rows for value in row if isinstance(value, float))
    if "id" in layer.fields().names():
        assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    for field in fields:
        if field.name().endswith("_m"):
            assert field.alias().endswith("(m)")
        if field.name().endswith("_m2"):
            assert field.alias().endswith("(m²)")


@pytest.mark.parametrize(
    ("tool", "sizes"), [("detectobjects", ["length_px", "width_px", "area_px"]), ("segmentimage", ["area_px"])]
)
def test_without_a_crs_sizes_are_pixels_and_say_so(tmp_path, tool, sizes):
    path = rasters.write(tmp_path / "nowhere.tif", rasters.halves(), None, None)
    layer = result(tool, path)
    measured = [field for field in layer.fields() if field.name().partition("_")[0] in ("length", "width", "area")]
    assert [field.name() for field in measured] == sizes
    assert all(field.alias().endswith("(pixels)") for field in measured)
    area = sum(feature["area_px"] for feature in layer.getFeatures())
    assert area == pytest.approx(24 * 14 * 6 if tool == "detectobjects" else 96 * 64, rel=0.01)


def test_small_sizes_keep_their_digits():
    from lwganet_qgis.engine.outputs.fields import rounded

    assert rounded("area_m2", 0.00841234) == 0.00841 and rounded("area_m2", 123456.789) == 123456.79
    assert rounded("score", 0.123456) == 0.1235 and rounded("angle", 107.188734) == 107.2
    assert rounded("class", "x") == "x" and rounded("area_m2", 0.0) == 0.0 and rounded("area_m2", None) is None
    assert math.isnan(rounded("area_m2", math.nan))


def test_boxes_end_at_the_image_where_that_is_asked(tmp_path):
    path = rasters.write(tmp_path / "narrow.tif", rasters.halves(width=28))  # narrower than a tile
    whole, cut = result("detectobjects", path), result("detectobjects", path, CLIP=True)
    assert whole.extent().xMaximum() > 500030 and cut.extent().xMaximum() == pytest.approx(500028)
    assert whole.featureCount() == cut.featureCount()
    for feature in cut.getFeatures():
        assert feature["area_m2"] == pytest.approx(feature.geometry().area(), rel=0.01)


def test_a_layer_in_the_project_shows_titles_and_classes_in_the_users_language(image, tmp_path, monkeypatch):
    """As a dialog loads it: the file keeps the model's words, its table shows the user's."""
    from lwganet_qgis.engine.outputs import columns

    monkeypatch.setattr(columns, "translated", lambda text: {"reddish": "rötlich"}.get(text, text))
    target = str(tmp_path / "objects.gpkg")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    details = QgsProcessingContext.LayerDetails("Objects", QgsProject.instance(), "OUTPUT")
    context.addLayerToLoadOnCompletion(target, details)
    tool = QgsApplication.processingRegistry().createAlgorithmById("lwganet:detectobjects")
    values = {"INPUT": image, "MODEL": "tiny-objects", "OUTPUT": target}
    feedback = QgsProcessingFeedback()
    assert tool.prepare(values, context, feedback)
    found = tool.runPrepared(values, context, feedback)
    tool.postProcess(context, feedback)
    details = context.layerToLoadOnCompletionDetails(found["OUTPUT"])
    layer = QgsVectorLayer(found["OUTPUT"], "Objects")
    details.postProcessor().postProcessLayer(layer, context, feedback)
    fields = layer.fields()
    index = fields.lookupField("class")
    assert layer.attributeDisplayName(fields.lookupField("area_m2")) == "Area (m²)"
    setup = layer.editorWidgetSetup(index)
    assert setup.type() == "ValueMap"
    assert setup.config()["map"] == [{"rötlich": "reddish"}, {"greenish": "greenish"}, {"bluish": "bluish"}]
    assert {feature["class"] for feature in layer.getFeatures()} == {"reddish", "greenish"}
    assert layer.renderer().type() == "categorizedSymbol"
