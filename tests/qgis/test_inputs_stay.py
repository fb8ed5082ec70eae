# SPDX-License-Identifier: GPL-3.0-or-later
"""No result takes the place of what a run reads, however that is named, nor of a part of another result."""

import os
import shutil

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from . import rasters

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")
AREA = "500000 5399940,500090 5399940,500090 5400000,500000 5400000,500000 5399940"


@pytest.fixture
def data(tmp_path):
    """Rasters and polygons."""
    rasters.write(tmp_path / "source.tif", rasters.halves())
    source = str(tmp_path / "source.tif")
    gdal.BuildVRT(str(tmp_path / "one.vrt"), [source])
    gdal.BuildVRT(str(tmp_path / "two.vrt"), [str(tmp_path / "one.vrt")])
    gdal.Translate(str(tmp_path / "image.dat"), source, format="ENVI")
    shutil.copy(source, tmp_path / "in, two=parts&more.tif")
    (tmp_path / "area.csv").write_text(f'score,wkt\n0.5,"POLYGON(({AREA}))"\n')
    csv = QgsVectorLayer(f"file://{tmp_path}/area.csv?type=csv&wktField=wkt&crs=EPSG:32632", "area", "delimitedtext")
    assert csv.isValid()
    QgsProject.instance().addMapLayer(csv)
    options = "-oo GEOM_POSSIBLE_NAMES=wkt"
    gdal.VectorTranslate(str(tmp_path / "zones.gpkg"), str(tmp_path / "area.csv"), options=options)
    return tmp_path


def layer(source, provider="gdal"):
    found = QgsRasterLayer(source, "layer", provider)
    assert found.isValid()
    QgsProject.instance().addMapLayer(found)
    return found.id()


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def segment(image, folder, **others):
    import processing

    parameters = {"INPUT": image, "MODEL": "tiny-cover", "OUTPUT": folder / "classes.tif", **others}
    processing.run("lwganet:segmentimage", {name: str(value) for name, value in parameters.items()})


def refused(folder, tool, said, **parameters):
    import processing

    before = contents(folder)
    with pytest.raises(QgsProcessingException, match=said):
        processing.run(f"lwganet:{tool}", parameters)
    assert contents(folder) == before


CALCULATED = '?crs=EPSG:32632&extent=500000,5399936,500096,5400000&width=96&height=64&formula="a@1"'
RASTERS = {
    "one of several in a file": (lambda f: layer(f"GTIFF_DIR:1:{f}/source.tif"), "source.tif"),
    "options": (lambda f: layer(f"vrt://{f}/source.tif?bands=3,2,1"), "source.tif"),
    "calculated": (
        lambda f: layer(f"{CALCULATED}&a:provider=gdal&a:uri={f}/source.tif", "virtualraster"), "source.tif"
    ),
    "text of a virtual raster": (lambda f: layer((f / "one.vrt").read_text().replace(
        'relativeToVRT="1">', f'relativeToVRT="0">{f}/')), "source.tif"),
    "signs in the name": (lambda f: layer(f"{f}/in, two=parts&more.tif"), "in, two=parts&more.tif"),
    "virtual raster of virtual rasters": (lambda f: f"{f}/two.vrt", "source.tif"),
}  # fmt: skip


@pytest.mark.parametrize("name", RASTERS)
def test_rasters_that_are_read_in_other_ways(data, name):
    """All but the last two were replaced by the result."""
    given, read = RASTERS[name]
    parameters = {"INPUT": given(data), "MODEL": "tiny-cover", "BANDS": "1,1,1", "OUTPUT": str(data / read)}
    refused(data, "segmentimage", f"OUTPUT is .*{read}, which is an input, or a file behind one", **parameters)


def test_a_page_in_the_place_of_what_is_between(data):
    parameters = {"INPUT": str(data / "two.vrt"), "MODEL": "tiny-cover", "OUTPUT": str(data / "new.tif")}
    refused(data, "segmentimage", "OUTPUT_HTML is .*one.vrt", OUTPUT_HTML=str(data / "one.vrt"), **parameters)


@pytest.mark.parametrize("selected", [False, True])
def test_polygons_to_classify(data, selected):
    zones = str(data / "zones.gpkg")
    given = QgsProcessingFeatureSourceDefinition(zones, False) if selected else zones
    parameters = {"INPUT": str(data / "source.tif"), "MODEL": "tiny-scenes", "FEATURES": given, "OUTPUT": zones}
    refused(data, "classifyscenes", "OUTPUT is .*zones.gpkg, which is an input", **parameters)


def test_a_mask_in_a_text(data):
    (mask,) = QgsProject.instance().mapLayersByName("area")
    parameters = {"INPUT": str(data / "source.tif"), "MODEL": "tiny-cover", "OUTPUT": str(data / "new.tif")}
    target = str(data / "area.csv")
    refused(data, "segmentimage", "POLYGONS is .*area.csv", MASK=mask.id(), POLYGONS=target, **parameters)


def test_parts_of_results_count(data):
    """MapInfo keeps its table in a .dat, GDAL the names of classes in an .aux.xml."""
    parameters = {"INPUT": str(data / "image.dat"), "MODEL": "tiny-cover", "OUTPUT": str(data / "new.tif")}
    said = "POLYGONS is .*image.dat, which is an input"
    refused(data, "segmentimage", said, POLYGONS=str(data / "image.tab"), **parameters)
    said, page = "OUTPUT and OUTPUT_HTML are both .*new.tif.aux.xml", str(data / "new.tif.aux.xml")
    refused(data, "segmentimage", said, OUTPUT_HTML=page, **parameters)


@pytest.mark.parametrize("name", ["page.old", "page", "page.0.old"])
def test_every_name_of_a_page_comes_to_its_place(data, name):
    """Names that end as those of files put aside did were taken for such, and lost."""
    import processing

    for _ in range(2):
        parameters = {"INPUT": str(data / "source.tif"), "MODEL": "tiny-cover", "OUTPUT": str(data / "new.tif")}
        processing.run("lwganet:segmentimage", {**parameters, "OUTPUT_HTML": str(data / name)})
        assert (data / name).read_text().startswith("<")
        (data / name).write_text("<older>")


@pytest.fixture
def behind(image, tmp_path):
    """Rasters that are read through others."""
    source = tmp_path / "source.tif"
    shutil.copyfile(image, source)
    gdal.Translate(str(tmp_path / "one.vrt"), str(source), format="VRT")
    gdal.BuildVRT(str(tmp_path / "two.vrt"), str(tmp_path / "one.vrt"))  # gdal.Translate would look through it
    os.link(source, tmp_path / "hard.tif")
    (tmp_path / "soft.tif").symlink_to(source)
    return tmp_path


@pytest.mark.parametrize("name", ["source.tif", "hard.tif", "soft.tif"])
@pytest.mark.parametrize("given", ["one.vrt", "two.vrt", "source.tif"])
def test_no_file_behind_an_input_is_replaced(behind, given, name):
    before = contents(behind)
    with pytest.raises(QgsProcessingException, match="is an input, or a file behind one"):
        segment(behind / given, behind, OUTPUT=behind / name)
    assert contents(behind) == before


def test_rasters_of_a_tile_index_are_inputs(behind):
    from lwganet_qgis.engine.layers.file_list import files_behind, key_of

    driver = ogr.GetDriverByName("GPKG")
    for name in ("tiles.gti.gpkg", "index.gpkg"):
        dataset = driver.CreateDataSource(str(behind / name))  # has to outlive its layer
        index = dataset.CreateLayer("tiles", geom_type=ogr.wkbPolygon)
        index.CreateField(ogr.FieldDefn("location", ogr.OFTString))
        feature = ogr.Feature(index.GetLayerDefn())
        feature["location"] = "source.tif"
        index.CreateFeature(feature)
        del feature, index, dataset
    text = "<GDALTileIndexDataset><IndexDataset>index.gpkg</IndexDataset></GDALTileIndexDataset>"
    (behind / "tiles.gti").write_text(text)
    for source in ("tiles.gti.gpkg", "tiles.gti"):
        assert key_of(behind / "source.tif") in files_behind([str(behind / source)]), source
    assert key_of(behind / "source.tif") in files_behind([f"GTI:{behind / 'index.gpkg'}"])
    assert key_of(behind / "source.tif") not in files_behind([str(behind / "index.gpkg")])


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"OUTPUT_HTML": "classes.tif"}, "OUTPUT and OUTPUT_HTML are both"),
        ({"CONFIDENCE": "classes.tif"}, "OUTPUT and CONFIDENCE are both"),
        ({"POLYGONS": "classes.tif"}, "the name must end with .gpkg"),
        ({"POLYGONS": "same", "OUTPUT_HTML": "same.gpkg"}, "POLYGONS and OUTPUT_HTML are both"),
    ],
)
def test_two_outputs_in_one_file_are_refused(image, tmp_path, others, said):
    with pytest.raises(QgsProcessingException, match=said):
        segment(image, tmp_path, **{name: tmp_path / value for name, value in others.items()})
    assert [path.name for path in tmp_path.iterdir()] == ["image.tif"]
