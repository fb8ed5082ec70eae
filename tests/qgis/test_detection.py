# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects, and the tools for layers of them, inside a running QGIS."""

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")


class Said(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.lines = []

    def pushInfo(self, text):  # noqa: N802
        self.lines.append(text)


def run(name, feedback=None, **parameters):
    import processing

    return processing.run(f"lwganet:{name}", parameters, feedback=feedback)


def detect(image, **parameters):
    return run("detectobjects", **{"INPUT": image, "MODEL": "tiny-objects", "OUTPUT": "memory:", **parameters})


def squares(*rows, fields="&field=score:double&field=kind:string(20)"):
    """Polygons of side 10: x, score, class."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32632{fields}", "squares", "memory")
    features = []
    for x, *attributes in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, 0, x + 10, 10)))
        feature.setAttributes(attributes)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_boxes_with_their_measures(image):
    """24 blocks of 16 m, red on the left, green on the right; a box of 14 x 6 m in each."""
    layer = detect(image)["OUTPUT"]
    assert layer.crs() == QgsRasterLayer(image, "i").crs() and layer.featureCount() == 24
    names = ["id", "class_id", "class", "score", "angle", "length_m", "width_m", "area_m2"]
    assert [field.name() for field in layer.fields()] == names
    for feature in layer.getFeatures():
        assert feature["class"] == ("reddish" if feature.geometry().centroid().asPoint().x() < 500048 else "greenish")
        assert feature["score"] == pytest.approx(200 / 255, abs=1e-4)
        assert feature["length_m"] == pytest.approx(14, rel=2e-3)
        assert feature["width_m"] == pytest.approx(6, rel=2e-3)
        assert feature["area_m2"] == pytest.approx(84, rel=3e-3)
        assert feature["angle"] == pytest.approx(90 + 17.188734, abs=0.06)  # one digit
        assert feature.geometry().area() == pytest.approx(84, rel=1e-5)


def test_filters_and_other_outputs(image, tmp_path):
    results = detect(
        image, CLASSES="greenish", POINTS="memory:", OUTPUT_DOTA=str(tmp_path / "o.txt"),
        OUTPUT_HTML=str(tmp_path / "o.html"), EXTENT="500040,500096,5399936,5400000",
    )  # fmt: skip
    layer, points = results["OUTPUT"], results["POINTS"]
    assert {f["class"] for f in layer.getFeatures()} == {"greenish"} and layer.featureCount() == 12
    assert points.featureCount() == 12 and points.fields().names() == layer.fields().names()
    assert len((tmp_path / "o.txt").read_text().splitlines()) == 12
    page = (tmp_path / "o.html").read_text()
    assert "greenish" in page and "Scores" in page and "0.75–0.80" in page


def test_nothing_found_is_an_empty_layer(image):
    said = Said()
    layer = detect(image, THRESHOLD=0.9, feedback=said)["OUTPUT"]
    assert layer.featureCount() == 0 and "length_m" in layer.fields().names()
    assert any("empty layer" in line for line in said.lines)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"CLASSES": "purplish"}, "It knows: 0 reddish, 1 greenish, 2 bluish"),
        ({"SCALES": "0.5,big"}, "SCALES is '0.5,big'"),
        ({"SCALES": "100"}, "numbers from 0.05 to 8"),
        ({"IOU": 0.0}, "IOU is 0.0"),
        ({"THRESHOLD": 1.5}, "THRESHOLD"),
        ({"MODEL": "tiny-cover"}, "Models for object detection: "),
        ({"OUTPUT_DOTA": "o.csv"}, "must end with .txt"),
    ],
)
def test_bad_values_are_named(image, given, said):
    with pytest.raises(QgsProcessingException, match=said):
        detect(image, **given)


def test_a_layer_in_degrees_has_lengths_in_metres(tmp_path):
    step = 1e-5
    path = rasters.write(tmp_path / "d.tif", rasters.halves(), 4326, (9.0, step, 0.0, 60.0, 0.0, -step))
    feature = next(detect(path)["OUTPUT"].getFeatures())
    assert 0.5 < feature["length_m"] / (14 * step * 111_320) < 0.65
    assert feature["width_m"] > 6 * step * 111_320 * 0.9


def test_suppression_keeps_the_best(tmp_path):
    layer = squares((0, 0.6, "a"), (2, 0.9, "a"), (4, 0.5, "b"), (30, 0.1, "a"))
    values = {"INPUT": layer, "SCORE_FIELD": "score", "IOU": 0.3, "OUTPUT": "memory:"}
    kept = run("nonmaximumsuppression", **values)["OUTPUT"]
    assert sorted(f["score"] for f in kept.getFeatures()) == [0.1, 0.9]
    by_class = run("nonmaximumsuppression", **{**values, "CLASS_FIELD": "kind"})["OUTPUT"]
    assert sorted(f["score"] for f in by_class.getFeatures()) == [0.1, 0.5, 0.9]
    assert by_class.fields().names() == layer.fields().names()
    empty = run("nonmaximumsuppression", **{**values, "INPUT": squares()})["OUTPUT"]
    assert empty.featureCount() == 0


def test_accuracy_of_detections(tmp_path):
    found = squares((0, 0.9, "a"), (51, 0.8, "a"), (200, 0.7, "a"), (300, 0.6, "b"))
    true = squares((0, 0, "a"), (50, 0, "a"), (100, 0, "a"), (300, 0, "a"))
    page = tmp_path / "a.html"
    values = {"DETECTIONS": found, "REFERENCE": true, "SCORE_FIELD": "score", "OUTPUT": "memory:"}
    layer = run("detectionaccuracy", **values, CLASS_FIELD="kind", OUTPUT_HTML=str(page))["OUTPUT"]
    outcomes = sorted((f["outcome"], f["class"]) for f in layer.getFeatures())
    assert outcomes == [("FN", "a"), ("FN", "a"), ("FP", "a"), ("FP", "b"), ("TP", "a"), ("TP", "a")]
    assert "<svg" in page.read_text() and "0.667" in page.read_text()
    said = Said()
    run("detectionaccuracy", **values, feedback=said)
    assert any("3 right, 1 wrong, 1 missed; precision 0.750, recall 0.750" in line for line in said.lines)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"SCORE_FIELD": "nope"}, "has: score, kind"),
        ({"IOU": 1.5}, "IOU is 1.5"),
        ({"SCORE_FIELD": "empty"}, "no number in 'empty'"),
    ],
)
def test_bad_layers_are_named(given, said):
    layer = squares((0, 0.5, "a", None), fields="&field=score:double&field=kind:string(20)&field=empty:double")
    if "nope" in given.values():
        layer = squares((0, 0.5, "a"))
    with pytest.raises(QgsProcessingException, match=said):
        run("nonmaximumsuppression", **{"INPUT": layer, "SCORE_FIELD": "score", "OUTPUT": "memory:", **given})
