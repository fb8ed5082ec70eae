# SPDX-License-Identifier: GPL-3.0-or-later
"""Results look tomorrow as they look today: their styles lie beside them, or inside."""

import shutil
import sqlite3

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsRasterLayer, QgsVectorLayer

from . import rasters

pytestmark = pytest.mark.usefixtures("provider")
NAMES = ["reddish", "greenish", "bluish"]


def run(tool, **parameters):
    import processing

    given = {name: value if isinstance(value, list) else str(value) for name, value in parameters.items()}
    return processing.run(f"lwganet:{tool}", given)


def segment(image, folder, **others):
    return run("segmentimage", INPUT=image, MODEL="tiny-cover", OUTPUT=folder / "classes.tif", **others)


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def styles_in(path):
    """Table and whether it is the default, of the styles in a GeoPackage."""
    with sqlite3.connect(path) as file:
        if not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'").fetchall():
            return None
        return sorted(file.execute("SELECT f_table_name, useAsDefault FROM layer_styles").fetchall())


def legend(layer):
    renderer = layer.renderer()
    return [entry.label for entry in renderer.classes()] if renderer.type() == "paletted" else renderer.type()


@pytest.fixture
def there(tmp_path):
    folder = tmp_path / "there"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("alone", [False, True], ids=["with its style", "without"])
def test_a_class_raster_opened_by_hand_lists_its_classes(image, there, alone):
    segment(image, there)
    assert files(there) == ["classes.qml", "classes.tif", "classes.tif.aux.xml"]
    if alone:
        (there / "classes.qml").unlink()
    layer = QgsRasterLayer(str(there / "classes.tif"), "classes")
    assert legend(layer) == NAMES
    assert [entry.color.name() for entry in layer.renderer().classes()] == ["#d7191c", "#1a9641", "#2b83ba"]
    assert (layer.renderer().opacity() < 1) != alone


def test_the_attribute_table_names_the_classes(image, there):
    segment(image, there)
    dataset = gdal.Open(str(there / "classes.tif"))
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    assert [table.GetValueAsString(row, 1) for row in range(table.GetRowCount())] == NAMES
    assert [table.GetValueAsInt(row, 0) for row in range(3)] == [0, 1, 2]
    assert table.GetUsageOfCol(1) == gdal.GFU_Name
    assert dataset.GetRasterBand(1).GetColorTable().GetCount() == 3


def test_scores_and_polygons_keep_their_styles_wherever_they_are_taken(image, there, tmp_path):
    segment(image, there, CONFIDENCE=there / "sure.tif", POLYGONS=there / "areas.gpkg")
    taken = tmp_path / "elsewhere"
    shutil.copytree(there, taken)
    shutil.rmtree(there)
    sure = QgsRasterLayer(str(taken / "sure.tif"), "sure")
    assert (sure.renderer().classificationMin(), sure.renderer().classificationMax()) == (0, 1)
    areas = QgsVectorLayer(str(taken / "areas.gpkg"), "areas", "ogr")
    assert [category.label() for category in areas.renderer().categories()] == NAMES
    assert styles_in(taken / "areas.gpkg") == [("areas", 1)]
    fills = [category.symbol().color() for category in areas.renderer().categories()]
    assert areas.opacity() == 0.6 and {colour.alpha() for colour in fills} == {255}  # legends show full colours


def test_shapefiles_and_boxes_with_labels(image, there):
    run("detectobjects", INPUT=image, MODEL="tiny-objects", OUTPUT=there / "boxes.shp", POINTS=there / "points.geojson")
    boxes, points = (QgsVectorLayer(str(there / name), "layer", "ogr") for name in ("boxes.shp", "points.geojson"))
    assert boxes.labelsEnabled() and boxes.renderer().type() == points.renderer().type() == "categorizedSymbol"


def test_change_and_series(image, swapped, there):
    run(
        "changeseries", LAYERS=[image, swapped], NAMES="2001,2002", MODEL="tiny-change", FOLDER=there,
        FIRST=there / "first.tif",
    )  # fmt: skip
    first = QgsRasterLayer(str(there / "first.tif"), "first")
    assert legend(first) == ["No change", "2001 – 2002"]
    assert [entry.color.alpha() for entry in first.renderer().classes()] == [0, 255]
    change = QgsRasterLayer(str(there / "change_2001_2002.tif"), "change")
    assert len(legend(change)) == 2 and change.renderer().classes()[0].color.alpha() == 0
    assert legend(QgsRasterLayer(str(there / "probability_2001_2002.tif"), "p")) == "singlebandpseudocolor"
    polygons = QgsVectorLayer(str(there / "polygons_2001_2002.gpkg"), "polygons", "ogr")
    assert polygons.renderer().symbol().symbolLayerCount() == 2


def test_a_style_that_belongs_to_another_file_stays(image, there):
    """`classes.qml` without `classes.tif` is somebody's, and `classes.shp` would take a new one for its own."""
    (there / "classes.qml").write_text("of the user")
    segment(image, there)
    assert (there / "classes.qml").read_text() == "of the user"
    other = there / "other"
    other.mkdir()
    (other / "classes.shp").write_text("of the user")
    segment(image, other)
    assert files(other) == ["classes.shp", "classes.tif", "classes.tif.aux.xml"]


def test_a_raster_and_a_package_of_one_name_have_a_style_each_however_often(image, there):
    for _ in range(2):
        segment(image, there, POLYGONS=there / "classes.gpkg")
        assert files(there) == ["classes.gpkg", "classes.qml", "classes.tif", "classes.tif.aux.xml"]
        assert legend(QgsRasterLayer(str(there / "classes.tif"), "r")) == NAMES
        assert legend(QgsVectorLayer(str(there / "classes.gpkg"), "v")) == "categorizedSymbol"


def test_two_results_of_one_name_share_no_style(image, there):
    segment(image, there, POLYGONS=there / "classes.shp")
    assert not (there / "classes.qml").exists()
    for layer in (QgsRasterLayer(str(there / "classes.tif"), "r"), QgsVectorLayer(str(there / "classes.shp"), "v")):
        assert layer.isValid()


@pytest.mark.parametrize("fails", [False, True], ids=["placed", "cannot be placed"])
def test_the_style_is_replaced_with_its_file_or_not_at_all(image, there, fails, monkeypatch):
    from lwganet_qgis.core.errors import OutputError
    from lwganet_qgis.engine.outputs.stage import Stage

    for name in ("classes.tif", "classes.qml"):
        (there / name).write_text("older")
    if fails:
        monkeypatch.setattr(Stage, "place", lambda _: (_ for _ in ()).throw(OutputError("no")))
        with pytest.raises(QgsProcessingException):
            segment(image, there)
        assert files(there) == ["classes.qml", "classes.tif"]
        assert {path.read_text() for path in there.iterdir()} == {"older"}
    else:
        segment(image, there)
        assert legend(QgsRasterLayer(str(there / "classes.tif"), "classes")) == NAMES


@pytest.fixture
def package(image, there):
    """A GeoPackage with a table and its style."""
    segment(image, there, POLYGONS=there / "all.gpkg")
    return there / "all.gpkg"


def into(package, table):
    return f"ogr:dbname='{package}' table=\"{table}\" (geom)"


def test_a_second_table_has_its_own_style_and_a_table_replaced_its_new_one(image, package, there):
    for table in ("boxes", "boxes", "all"):
        run("detectobjects", INPUT=image, MODEL="tiny-objects", OUTPUT=into(package, table))
    assert styles_in(package) == [("all", 1), ("boxes", 1)]
    for table in ("all", "boxes"):
        assert QgsVectorLayer(f"{package}|layername={table}", table, "ogr").labelsEnabled()


@pytest.mark.parametrize("styled", [True, False], ids=["with styles", "without"])
def test_a_run_that_fails_at_the_end_leaves_the_styles_of_a_package_as_they_were(image, package, styled, monkeypatch):
    from lwganet_qgis.engine.outputs import stage

    if not styled:
        with sqlite3.connect(package) as file:
            file.execute("DROP TABLE layer_styles")
            file.execute("DELETE FROM gpkg_contents WHERE table_name = 'layer_styles'")
            file.execute("DELETE FROM gpkg_ogr_contents WHERE table_name = 'layer_styles'")
    before = styles_in(package)

    def refuse(moves):
        list(moves)
        assert ("all", 1) in styles_in(package)  # it was there already
        raise OSError(28, "no room", "x")

    monkeypatch.setattr(stage, "place", refuse)
    with pytest.raises(QgsProcessingException, match="no room"):
        run("detectobjects", INPUT=image, MODEL="tiny-objects", OUTPUT=into(package, "all"))
    assert styles_in(package) == before
    assert not QgsVectorLayer(f"{package}|layername=all", "all", "ogr").labelsEnabled()


def test_a_failed_run_leaves_no_style(there, tmp_path):
    nothing = rasters.write(tmp_path / "empty.tif", rasters.halves())
    with pytest.raises(QgsProcessingException):
        segment(nothing, there, MASK=tmp_path / "none.gpkg")
    assert files(there) == []
