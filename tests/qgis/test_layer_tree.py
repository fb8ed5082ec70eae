# SPDX-License-Identifier: GPL-3.0-or-later
"""How results come into a project, and how they come back out of a saved one."""

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsSingleBandPseudoColorRendererWidget

pytestmark = pytest.mark.usefixtures("provider")


def load(tool, **parameters):
    import processing

    return processing.runAndLoadResults(f"lwganet:{tool}", parameters)


def tree():
    """Names of the groups of the project, each with its layers from top to bottom."""
    root = QgsProject.instance().layerTreeRoot()
    return {group.name(): [node.layer().name() for node in group.findLayers()] for group in root.findGroups()}


@pytest.fixture
def opened(image, qgis_new_project):
    layer = QgsRasterLayer(image, "Field")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_results_come_in_a_group_above_the_image_polygons_on_top(opened, tmp_path):
    targets = {name: str(tmp_path / f"{name}.tif") for name in ("OUTPUT", "CONFIDENCE")}
    load("segmentimage", INPUT=opened, MODEL="tiny-cover", POLYGONS=str(tmp_path / "areas.gpkg"), **targets)
    (names,) = tree().values()
    assert list(tree()) == ["Segment image: Field"]
    assert all(len(group.children()) for group in QgsProject.instance().layerTreeRoot().findGroups())
    assert len(names) == 3 and "olygons" in names[0] and "onfidence" in names[2]
    top, image = QgsProject.instance().layerTreeRoot().children()
    assert top.name() == "Segment image: Field" and image.layer() is opened
    assert len(QgsProject.instance().mapLayers()) == 4


def test_results_are_sorted_wherever_qgis_puts_them_first(opened, tmp_path):
    """The desktop adds layers above the selected one, here inside a group of the user's."""
    root = QgsProject.instance().layerTreeRoot()
    mine = root.addGroup("Mine")
    bridge = QgsProject.instance().layerTreeRegistryBridge()
    bridge.setLayerInsertionPoint(mine, 0)
    load("segmentimage", INPUT=opened, MODEL="tiny-cover", OUTPUT=str(tmp_path / "o.tif"), POLYGONS="TEMPORARY_OUTPUT")
    bridge.setLayerInsertionPoint(root, 0)
    assert mine.children() == [] and "olygons" in tree()["Segment image: Field"][0]


def test_results_of_two_dates_are_named_after_both(opened, swapped, tmp_path):
    after = QgsRasterLayer(swapped, "Later")
    QgsProject.instance().addMapLayer(after)
    load("detectchange", BEFORE=opened, AFTER=after, MODEL="tiny-change", OUTPUT=str(tmp_path / "c.tif"))
    assert list(tree()) == ["Detect change: Field – Later"]
    change = QgsProject.instance().layerTreeRoot().findGroups()[0].findLayers()[0].layer()
    assert [entry.color.alpha() for entry in change.renderer().classes()] == [0, 255]


@pytest.mark.parametrize(
    ("tool", "output", "highest"), [("segmentimage", "CONFIDENCE", 1.0), ("detectchange", "PROBABILITY", 1.0)]
)
def test_a_saved_project_and_its_properties_dialog_keep_the_ramp(tool, output, highest, image, swapped, tmp_path):
    """Save, open again, open the dialog, press OK: what it takes from its widgets is what was there."""
    inputs = {"segmentimage": {"INPUT": image, "MODEL": "tiny-cover"},
              "detectchange": {"BEFORE": image, "AFTER": swapped, "MODEL": "tiny-change"}}[tool]  # fmt: skip
    import processing

    QgsProject.instance().clear()
    path = str(tmp_path / "score.tif")
    processing.run(f"lwganet:{tool}", {**inputs, "OUTPUT": str(tmp_path / "o.tif"), output: path})
    project = QgsProject()
    project.addMapLayer(QgsRasterLayer(path, "score"))  # opened by hand, styled by what lies beside
    project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    (layer,) = again.mapLayers().values()
    before = layer.renderer().shader().rasterShaderFunction()
    widget = QgsSingleBandPseudoColorRendererWidget(layer, layer.extent())
    widget.doComputations()
    accepted = widget.renderer()
    shader = accepted.shader().rasterShaderFunction()
    assert (accepted.classificationMin(), accepted.classificationMax()) == (0.0, highest)
    assert shader.sourceColorRamp() is not None

    def drawn(ramp):
        return [ramp.shade(value / 20)[1:] for value in range(21)]

    assert drawn(shader) == drawn(before)


def test_what_is_certain_is_not_alarming(image):
    """Confidence veils what the model is unsure of, and what is certain shows the image."""
    from lwganet_qgis import styling

    layer = QgsRasterLayer(image, "any")
    for style, sure, unsure in ((styling.confidence_raster(), 1.0, 0.0), (styling.spread_raster(), 0.0, 0.5)):
        style(layer)
        ramp = layer.renderer().shader().rasterShaderFunction()
        assert ramp.shade(sure)[4] == 0 and ramp.shade(unsure)[4] > 200
