# SPDX-License-Identifier: GPL-3.0-or-later
"""Tile services: every pixel where it was painted; what is not delivered is said, not made nodata in silence."""

import gc
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsRasterLayer, QgsRectangle

from . import rasters
from .conftest import plugins_folder
from .tile_server import TILE, TileServer, bounds, paint

ZOOM = 15
COLUMN, ROW = 16_700 * TILE, 11_000 * TILE
GSD = 3.0  # at this latitude zoom 15 is nearest to it


@pytest.fixture
def server(request):
    made = TileServer(*getattr(request, "param", ()))
    yield made
    made.close()


@pytest.fixture
def hurried(monkeypatch, provider):
    from lwganet_qgis.engine.layers import services

    monkeypatch.setattr(services, "PAUSE", 0.05)
    yield services
    gc.collect()  # frames of expected errors hold layers, which must not outlive QGIS


def pixels(path):
    dataset = gdal.Open(str(path))
    data = dataset.ReadRaster()
    return np.frombuffer(data, np.uint8).reshape(dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)


def where(left=100, top=50, width=300, height=280):
    """An extent in pixels from the corner of a tile."""
    return COLUMN + left, ROW + top, width, height


def copied(server, folder, part, feedback=None, gsd=GSD, **gaps):
    from lwganet_qgis.engine.layers.copy_grid import grid_of
    from lwganet_qgis.engine.layers.layer_copy import copy_layer

    layer = QgsRasterLayer(server.uri, "tiles", "wms")
    assert layer.isValid()
    grid = grid_of(layer, QgsRectangle(*bounds(ZOOM, *part)), gsd)
    return copy_layer(layer, grid, folder / "copy.tif", feedback or QgsProcessingFeedback(), **gaps)


@pytest.mark.parametrize("run", range(2))
def test_a_fresh_process_copies_each_pixel_as_it_was_painted(server, tmp_path, run):
    part, target = where(), tmp_path / "copy.tif"
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("copy_in_a_process.py")), str(plugins_folder(tmp_path)),
         server.uri, "wms", ",".join(map(repr, bounds(ZOOM, *part))), str(GSD), str(target)],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0 and "copied" in done.stdout, (done.returncode, done.stderr)
    found = pixels(target)
    np.testing.assert_array_equal(found[:3], paint(ZOOM, *part).transpose(2, 0, 1))
    assert (found[3] == 255).all()


def test_a_fresh_process_copies_the_values_of_other_layers(tmp_path):
    """In blocks so large that they are gone from memory as soon as they are released."""
    values = np.random.default_rng(1).integers(0, 256, (3, 1100, 1050), np.uint8)
    path, target = rasters.write(tmp_path / "i.tif", values), tmp_path / "copy.tif"
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("copy_in_a_process.py")), str(plugins_folder(tmp_path)),
         path, "gdal", "500000,5398900,501050,5400000", "1", str(target)],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0 and "copied" in done.stdout, (done.returncode, done.stderr)
    np.testing.assert_array_equal(pixels(target), values)


def test_windows_meet_to_the_pixel_whatever_the_model_wants(server, hurried, tmp_path):
    part = where(width=1300, height=40)
    for gsd in (2.6, 3.4):  # no zoom level has such pixels
        path = copied(server, tmp_path, part, gsd=gsd)
        np.testing.assert_array_equal(pixels(path)[:3], paint(ZOOM, *part).transpose(2, 0, 1))
    assert set(server.counts.values()) == {1} and {zoom for zoom, _, _ in server.counts} == {ZOOM}


def test_a_tool_gives_each_painted_pixel_its_class(server, hurried, tmp_path):
    import processing

    part = where(width=200, height=120)
    xmin, ymin, xmax, ymax = bounds(ZOOM, *part)
    layer, out = QgsRasterLayer(server.uri, "tiles", "wms"), str(tmp_path / "c.tif")
    processing.run(
        "lwganet:segmentimage",
        {"INPUT": layer, "MODEL": "tiny-cover", "OUTPUT": out, "EXTENT": f"{xmin},{xmax},{ymin},{ymax}"},
    )
    found = rasters.read(out)
    assert found.shape[0] in (120, 60, 240)  # the zoom level that the model's card asks for
    assert (found != 255).all()


ODD = {
    "503": (503, "text/plain", b"busy"),
    "404": (404, "text/plain", b"none"),
    "page": (200, "text/html", b"<html>sorry</html>"),
    "garbage": (200, "image/png", b"\x89PNG garbage"),
}


@pytest.mark.parametrize("kind", ODD)
def test_tiles_that_fail_are_an_error_that_says_how_many_and_where(hurried, tmp_path, kind):
    server = TileServer(lambda zoom, column, row, count: ODD[kind] if (column + row) % 2 else None)
    try:
        with pytest.raises(Exception, match=r"2 of 4 tiles of tiles were not delivered") as failed:
            copied(server, tmp_path, where(0, 0, 512, 512))
        assert "ACCEPT_GAPS" in str(failed.value) and "EPSG:3857" in str(failed.value)
        x, y = map(float, str(failed.value).split(" at ")[1].split(" (")[0].split(";")[0].split())
        left, bottom, right, top = bounds(ZOOM, *where(256, 0, 256, 256))
        assert (x, y) == pytest.approx(((left + right) / 2, (bottom + top) / 2), rel=1e-9)
        if ODD[kind][0] != 200:  # QGIS keeps in its cache what came with success
            assert {n for (_, c, r), n in server.counts.items() if (c + r) % 2} == {hurried.TRIES}
    finally:
        server.close()


def test_a_tile_that_comes_at_the_second_try_is_no_gap(hurried, tmp_path):
    server = TileServer(lambda zoom, column, row, count: ODD["503"] if count == 1 else None)
    part = where(0, 0, 512, 300)
    np.testing.assert_array_equal(pixels(copied(server, tmp_path, part))[:3], paint(ZOOM, *part).transpose(2, 0, 1))
    server.close()


def test_accepted_gaps_are_nodata_and_counted(hurried, tmp_path):
    server = TileServer(lambda zoom, column, row, count: ODD["404"] if column % 2 else None)
    gaps = hurried.Gaps(accepted=True)
    part = where(0, 0, 512, 256)
    found = pixels(copied(server, tmp_path, part, gaps=gaps))
    assert (found[3, :, :256] == 255).all() and not found[3, :, 256:].any()
    np.testing.assert_array_equal(found[:3, :, :256], paint(ZOOM, *part).transpose(2, 0, 1)[:, :, :256])
    assert (len(gaps.places), gaps.parts) == (1, 2)
    server.close()


@pytest.mark.parametrize("accept", [False, True])
def test_a_tool_refuses_gaps_or_tells_of_them(hurried, tmp_path, accept):
    import processing

    server = TileServer(lambda zoom, column, row, count: ODD["503"] if column % 2 else None)
    xmin, ymin, xmax, ymax = bounds(ZOOM, *where(0, 0, 512, 256))
    layer = QgsRasterLayer(server.uri, "tiles", "wms")
    values = {
        "INPUT": layer, "MODEL": "tiny-cover", "OUTPUT": str(tmp_path / "c.tif"), "ACCEPT_GAPS": accept,
        "EXTENT": f"{xmin},{xmax},{ymin},{ymax}", "OUTPUT_HTML": str(tmp_path / "c.html"),
    }  # fmt: skip
    try:
        if not accept:
            with pytest.raises(QgsProcessingException, match="were not delivered"):
                processing.run("lwganet:segmentimage", values)
            assert not list(tmp_path.iterdir())
            return
        processing.run("lwganet:segmentimage", values)
        found = rasters.read(tmp_path / "c.tif")
        assert 0.4 < (found == 255).mean() < 0.6
        assert "were not delivered" in (tmp_path / "c.html").read_text()
    finally:
        server.close()


@pytest.mark.parametrize("accept", [False, True])
def test_a_server_that_gives_nothing_is_told_with_all_its_tiles(hurried, tmp_path, accept):
    """However the copy is cut into windows: here the first holds a single tile."""
    server = TileServer(lambda zoom, column, row, count: ODD["503"])
    with pytest.raises(Exception, match="9 of 9 tiles of tiles were not delivered"):
        copied(server, tmp_path, (-(-COLUMN // 1024) * 1024 - 256, -(-ROW // 1024) * 1024 - 256, 768, 768),
               gaps=hurried.Gaps(accepted=accept))  # fmt: skip
    server.close()


def test_a_server_that_is_gone_fails_at_once(hurried, tmp_path):
    server = TileServer()
    server.close()
    started = time.monotonic()
    with pytest.raises(Exception, match="were not delivered"):
        copied(server, tmp_path, where(0, 0, 3000, 3000))
    assert time.monotonic() - started < 10


def stuck(seconds=60):
    return lambda zoom, column, row, count: time.sleep(seconds)


def test_patience_with_a_server_that_hangs_ends(hurried, monkeypatch, tmp_path):
    monkeypatch.setattr(hurried, "PATIENCE", 0.5)
    server = TileServer(stuck())
    started = time.monotonic()
    with pytest.raises(Exception, match="were not delivered"):
        copied(server, tmp_path, where(), gaps=hurried.Gaps(accepted=True))
    assert time.monotonic() - started < 8


def test_cancel_is_heard_while_a_server_hangs(hurried, tmp_path):
    from lwganet_qgis.core.errors import Cancelled

    server, feedback = TileServer(stuck()), QgsProcessingFeedback()
    threading.Timer(0.5, feedback.cancel).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        copied(server, tmp_path, where(), feedback)
    assert time.monotonic() - started < 8


def place_of(part):
    xmin, ymin, xmax, ymax = bounds(ZOOM, *part)
    return f"{xmin},{xmax},{ymin},{ymax}"


def test_the_answer_at_a_pixel_of_a_service_does_not_depend_on_the_extent(hurried, server, tmp_path):
    """A part is copied with what is around it, and lies in the service's own grid."""
    import processing

    layer, found = QgsRasterLayer(server.uri, "tiles", "wms"), {}
    card = {"MODEL": "dubai_landcover_l0", "TILE_SIZE": 256, "OVERLAP": 64}
    for name, part in (("whole", where(90, 60, 130, 110)), ("crop", where(97, 67, 110, 90))):
        out = {"OUTPUT": str(tmp_path / f"{name}.tif"), "CONFIDENCE": str(tmp_path / f"{name}_c.tif")}
        processing.run("lwganet:segmentimage", {"INPUT": layer, **card, **out, "EXTENT": place_of(part)})
        found[name] = [rasters.read(path) for path in out.values()]
    (left, top), (height, width) = place_in(tmp_path / "whole.tif", tmp_path / "crop.tif")
    assert min(height, width) > 20 and left and top
    for whole, crop in zip(*found.values()):
        np.testing.assert_array_equal(whole[top : top + height, left : left + width], crop)


def place_in(whole, part):
    """Column and row of a raster in another of the same grid, and its height and width."""
    (_, _, one, _), (width, height, other, _) = (rasters.grid(path) for path in (whole, part))
    place = (other[0] - one[0]) / one[1], (other[3] - one[3]) / one[5]
    assert place == pytest.approx([round(v) for v in place], abs=1e-3)
    return [round(v) for v in place], (height, width)


@pytest.mark.parametrize("tool", ["detectobjects", "classifyscenes"])
def test_objects_and_cells_of_a_service_do_not_depend_on_the_extent(hurried, server, tool):
    import processing

    layer, found = QgsRasterLayer(server.uri, "tiles", "wms"), []
    values = {"INPUT": layer, "MODEL": {"d": "tiny-objects", "c": "tiny-scenes"}[tool[0]], "TILE_SIZE": 64}
    for part in (where(40, 30, 260, 240), where(107, 87, 130, 140)):
        extent = QgsRectangle(*bounds(ZOOM, *part))
        made = processing.run(
            f"lwganet:{tool}",
            {**values, "THRESHOLD": 0.2, "EXTENT": place_of(part), "OUTPUT": "TEMPORARY_OUTPUT"},
        )["OUTPUT"]
        numbered = made.fields().lookupField("id")  # by the run, from 1
        found.append([
            (f.geometry(), [v for place, v in enumerate(f.attributes()) if place != numbered])
            for f in made.getFeatures()
        ])  # fmt: skip
    inner = extent.buffered(-0.25 * extent.width())
    one, other = (
        sorted(
            ([round(v, 3) for v in (g.boundingBox().xMinimum(), g.boundingBox().yMinimum())], a)
            for g, a in features if inner.contains(g.boundingBox())
        )
        for features in found
    )  # fmt: skip
    assert one == other and len(one) >= 1
