# SPDX-License-Identifier: GPL-3.0-or-later
"""What QGIS shows of a layer is what the tools use: its CRS, its nodata; and what only QGIS can read."""

import gc
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterBlock,
    QgsRasterLayer,
    QgsRasterRange,
)

from . import rasters


@pytest.fixture(autouse=True)
def here(provider):
    yield
    QgsProject.instance().removeAllMapLayers()
    gc.collect()  # frames of expected errors hold layers, which must not outlive QGIS


def segmented(layer, folder, **values):
    import processing

    feedback = QgsProcessingFeedback()
    out = str(folder / "o.tif")
    values = {"INPUT": layer, "MODEL": "tiny-cover", "OUTPUT": out, **values}
    processing.run("lwganet:segmentimage", values, feedback=feedback)
    return rasters.read(out), feedback.textLog()


def hidden_in_qgis(layer, bands=(1, 2, 3)):
    """Where QGIS draws nothing: one of the bands is nodata."""
    provider, found = layer.dataProvider(), np.zeros((layer.height(), layer.width()), bool)
    for band in bands:
        block = provider.block(band, layer.extent(), layer.width(), layer.height())
        assert isinstance(block, QgsRasterBlock)
        for row in range(layer.height()):
            found[row] |= [block.isNoData(row, column) for column in range(layer.width())]
    return found


def stepped(path, **how):
    pixels = rasters.halves()
    pixels[1, :, :48] = np.arange(64)[:, None] * 2
    pixels[:, 40:44, 60:70] = 7
    return rasters.write(path, pixels, **how)


@pytest.mark.parametrize("by", ["layer", "project"])
def test_values_that_the_user_declared_nodata_are_hidden(tmp_path, by):
    layer = QgsRasterLayer(stepped(tmp_path / "i.tif"), "image")
    layer.dataProvider().setUserNoDataValue(2, [QgsRasterRange(10, 20)])
    layer.dataProvider().setUserNoDataValue(3, [QgsRasterRange(7, 7)])
    expected = hidden_in_qgis(layer)
    assert expected.sum() == 6 * 48 + 4 * 10
    QgsProject.instance().addMapLayer(layer)
    found, _ = segmented(layer if by == "layer" else layer.id(), tmp_path)
    np.testing.assert_array_equal(found == 255, expected)


@pytest.mark.parametrize("used", [True, False])
def test_source_nodata_that_is_switched_off_is_data(tmp_path, used):
    layer = QgsRasterLayer(stepped(tmp_path / "i.tif", nodata=7), "image")
    for band in (1, 2, 3):
        layer.dataProvider().setUseSourceNoDataValue(band, used)
    found, _ = segmented(layer, tmp_path)
    expected = np.zeros(found.shape, bool)
    expected[40:44, 60:70] = used
    np.testing.assert_array_equal(found == 255, expected)


def test_a_copied_layer_has_its_nodata_too(tmp_path):
    """Memory, virtual and other layers: the copy holds what their provider gives."""
    from lwganet_qgis.engine.layers.inputs import engine_raster

    layer = QgsRasterLayer(stepped(tmp_path / "i.tif") + "|option:NUM_THREADS=2", "image")
    assert layer.isValid()
    layer.dataProvider().setUserNoDataValue(2, [QgsRasterRange(10, 20)])
    raster = engine_raster(layer, None, 1.0, tmp_path, QgsProcessingFeedback())
    assert "copy-" in raster.path
    found, _ = segmented(layer, tmp_path)
    np.testing.assert_array_equal(found == 255, hidden_in_qgis(layer))


def test_a_crs_that_only_qgis_knows_is_the_results(tmp_path):
    layer = QgsRasterLayer(stepped(tmp_path / "i.tif", epsg=None), "image")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    segmented(layer, tmp_path)
    assert QgsRasterLayer(str(tmp_path / "o.tif"), "o").crs().authid() == "EPSG:32632"


@pytest.mark.parametrize(
    ("extent", "said"),
    [
        ("0,1,0,1 [EPSG:999999]", "EPSG:999999, which QGIS does not know"),
        ("500000,500010,5399950,5399990 [nonsense]", "nonsense, which QGIS does not know"),
    ],
)
def test_an_extent_in_an_unknown_crs_is_refused(tmp_path, extent, said):
    with pytest.raises(QgsProcessingException, match=said):
        segmented(stepped(tmp_path / "i.tif"), tmp_path, EXTENT=extent)
    assert not (tmp_path / "o.tif").exists()


@pytest.mark.parametrize("wrong", ["500000,nan,5399950,5399990", "inf,500010,5399950,5399990", "abc", "0,5"])
def test_an_extent_of_no_numbers_is_refused(tmp_path, wrong):
    with pytest.raises(QgsProcessingException, match="EXTENT is empty; give xmin"):
        segmented(stepped(tmp_path / "i.tif"), tmp_path, EXTENT=wrong)


@pytest.mark.parametrize("identity", [True, False])
def test_results_lie_on_a_raster_with_rational_polynomials(tmp_path, identity):
    """Written by some tools, such a raster says besides that its geotransform is the identity; QGIS goes by that."""
    source = str(Path(__file__).parents[1] / "data" / "robustness" / "test_rpcs.tif")
    path = tmp_path / "i.tif"
    copy = gdal.Translate(str(path), source) if identity else gdal.GetDriverByName("GTiff").Create(str(path), 232, 274)
    if not identity:
        copy.SetMetadata(gdal.Open(source).GetMetadata("RPC"), "RPC")
        copy.SetProjection(gdal.Open(source).GetProjection())
    copy.FlushCache()
    layer = QgsRasterLayer(str(path), "image")
    segmented(layer, tmp_path, BANDS="1,1,1", SCALING="none")
    found = QgsRasterLayer(str(tmp_path / "o.tif"), "o")
    assert (found.crs(), found.extent()) == (layer.crs(), layer.extent())
    assert (found.extent().xMinimum() == 0) == identity


def test_an_extent_in_the_layers_own_crs_is_taken(tmp_path):
    path = stepped(tmp_path / "i.tif")
    segmented(path, tmp_path, EXTENT="500000,500010,5399950,5399990 [EPSG:32632]")
    assert rasters.read(tmp_path / "o.tif").shape == (40, 10)


@pytest.mark.parametrize("crs", [None, "EPSG:32633"])
def test_a_format_that_the_engine_lacks_is_copied(tmp_path, crs):
    image = gdal.Open(stepped(tmp_path / "i.tif"))
    path = str(tmp_path / "i.hdf")
    assert gdal.GetDriverByName("HDF4Image").CreateCopy(path, image).FlushCache() in (None, 0)
    expected, _ = segmented(str(tmp_path / "i.tif"), tmp_path)
    layer = QgsRasterLayer(path, "scientific")
    if crs:
        layer.setCrs(QgsCoordinateReferenceSystem(crs))
    found, log = segmented(layer, tmp_path)
    np.testing.assert_array_equal(found, expected)
    assert log.count("it is copied first") == 1
    assert QgsRasterLayer(str(tmp_path / "o.tif"), "o").crs() == layer.crs()
    part, _ = segmented(layer, tmp_path, EXTENT="500010,500040,5399950,5399990")
    np.testing.assert_array_equal(part, expected[10:50, 10:40])


def test_a_copys_cells_and_scaling_do_not_depend_on_the_extent(tmp_path):
    """A layer that is copied is copied as a whole, if it is not very large."""
    import processing

    pixels = np.random.default_rng(2).integers(0, 256, (3, 64, 96), np.uint8)
    image = gdal.Open(rasters.write(tmp_path / "i.tif", pixels))
    scientific = str(tmp_path / "i.hdf")
    gdal.GetDriverByName("HDF4Image").CreateCopy(scientific, image)
    other = QgsRasterLayer(str(tmp_path / "i.tif") + "|option:NUM_THREADS=2", "image")
    values = {"MODEL": "tiny-scenes", "TILE_SIZE": 16, "OVERLAP": 0, "SCALING": "percentile_raster"}
    for layer in (QgsRasterLayer(scientific, "scientific"), other):
        whole, part = (
            processing.run("lwganet:classifyscenes", {**values, "INPUT": layer, "OUTPUT": "memory:", **extent})
            for extent in ({}, {"EXTENT": "500007,500090,5399943,5399991"})
        )
        scores = {f.geometry().centroid().asWkt(0): f["score"] for f in whole["OUTPUT"].getFeatures()}
        inside = {f.geometry().centroid().asWkt(0): f["score"] for f in part["OUTPUT"].getFeatures()}
        assert len(inside) == 24 and len(set(inside.items()) & set(scores.items())) == 8, (inside, scores)


@pytest.mark.parametrize("match", [False, True])
def test_of_a_very_large_layer_a_part_is_copied_that_gives_the_same(tmp_path, monkeypatch, match):
    """But for the matching of colours, which goes by what there is and says so."""
    import processing

    from lwganet_qgis.engine.layers import copy_grid

    monkeypatch.setattr(copy_grid, "WHOLE", 0)
    draw = np.random.default_rng(0)
    before, after = (draw.integers(1, 256, shape, np.uint8) for shape in ((3, 300, 400), (3, 520, 700)))
    paths = (
        rasters.write(tmp_path / "b.tif", before),
        rasters.write(tmp_path / "a.tif", after, transform=(499990.3, 0.6, 0, 5400004.2, 0, -0.6)),
    )
    values = {
        "MODEL": "tiny-change", "EXTENT": "500037,500300,5399750,5399951", "TILE_SIZE": 64, "OVERLAP": 16,
        "CLOSING": 1, "OPENING": 1, "SHIFT": "1.3,0.4", "MATCH": match,
    }  # fmt: skip
    found = []
    for end in ("", "|option:NUM_THREADS=2"):
        layers = [QgsRasterLayer(path + end, "l") for path in paths]
        layers[0].dataProvider().setUserNoDataValue(1, [QgsRasterRange(10, 40)])
        feedback = QgsProcessingFeedback()
        out = {name: str(tmp_path / f"{name}{bool(end)}.tif") for name in ("OUTPUT", "PROBABILITY")}
        processing.run(
            "lwganet:detectchange", {**values, **out, "BEFORE": layers[0], "AFTER": layers[1]}, feedback=feedback
        )
        found.append([rasters.read(path) for path in out.values()])
        assert ("matched by what was copied" in feedback.textLog()) == (match and bool(end))
    for one, other in zip(*found):
        assert one.shape == other.shape and (match or one.tobytes() == other.tobytes())
