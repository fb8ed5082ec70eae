# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects across tiles: once, whole, wherever the grid of tiles begins. A stand-in for the network
sees what a detector sees: in each tile the pieces of objects that lie in it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio.features
import shapely
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.windows import Window

from lwganet_qgis.core import run as running
from lwganet_qgis.core.boxes import boxes as rotated
from lwganet_qgis.core.boxes.overlap import iou_matrix
from lwganet_qgis.core.errors import InputError, ModelError
from lwganet_qgis.core.rasters.grid import Grid
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.session import CPU_BATCH
from lwganet_qgis.core.tiles.tiling import Tiling
from lwganet_qgis.core.tiles.views import plan

from .rasters import Events, features, job, write

PLAIN = Affine(1, 0, 0, 0, -1, 0)
METRES = {"crs": "EPSG:32632", "transform": Affine(0.5, 0, 500_000, 0, -0.5, 6_600_000)}
ROWS, COLUMNS = 320, 400


class Finder:
    """Bright pieces of a tile as rotated boxes; red ones are the first class, green ones the second."""

    device, runtime, workers, batch = "cpu", "none", 1, CPU_BATCH

    def run(self, images):
        (batch,) = images
        found = [self._look(image) for image in batch]
        out = np.zeros((len(batch), max(map(len, found)) + 1, 8), np.float32)
        for rows, target in zip(found, out):
            target[: len(rows)] = rows
        return out

    def _look(self, image):
        rows = np.empty((0, 8), np.float32)
        for band in range(2):
            mask = image[band] > 150
            shapes = [shapely.geometry.shape(s) for s, _ in rasterio.features.shapes(mask.astype(np.uint8), mask, 8)]
            found = rotated.from_polygons(shapes)
            found = found[(found[:, 2:4] > 2).all(axis=1)]
            scores = np.zeros((len(found), 3))
            scores[:, band] = 0.9 - 0.3 / (1 + found[:, 2])  # a larger piece is surer
            rows = np.vstack([rows, np.hstack([found, scores])])
        return rows


@pytest.fixture(autouse=True)
def finder(monkeypatch):
    monkeypatch.setattr(running, "open_session", lambda *_: Finder())


def scattered(
    count: int, length: tuple[float, float], seed: int, height: int = ROWS, width: int = COLUMNS
) -> np.ndarray:
    """Boxes of random place, size and angle that keep clear of each other and of the raster's edge."""
    draw = np.random.default_rng(seed)
    placed: list[np.ndarray] = []
    shapes: list[shapely.Polygon] = []
    for _ in range(200 * count):
        long = draw.uniform(*length)
        box = np.array([draw.uniform(0, width), draw.uniform(0, height), long, long * draw.uniform(0.3, 0.8),
                        draw.uniform(-np.pi / 2, np.pi / 2)])  # fmt: skip
        shape = rotated.polygons(box[None])[0]
        inside = shapely.box(4, 4, width - 4, height - 4).contains(shape)
        if inside and all(shape.distance(other) > 5 for other in shapes):
            placed.append(box)
            shapes.append(shape)
        if len(placed) == count:
            return np.array(placed)
    raise AssertionError("no room")


def draw(path: Path, boxes: np.ndarray, classes: np.ndarray | None = None, shape=(ROWS, COLUMNS), **profile) -> str:
    image = np.full((3, *shape), 20, np.uint8)
    for band in range(2):
        chosen = boxes if classes is None and band == 0 else boxes[:0] if classes is None else boxes[classes == band]
        if len(chosen):
            image[band][
                rasterio.features.geometry_mask(rotated.polygons(chosen), shape, Affine.identity(), invert=True)
            ] = 220
    return write(path, image, **{**METRES, **profile})


def found(path: Path, transform: Affine = METRES["transform"]) -> np.ndarray:
    """Boxes in pixels."""
    a, b, c, d, e, f = tuple(~transform)[:6]
    shapes = [shapely.affinity.affine_transform(s, (a, b, d, e, c, f)) for s, _ in features(path)]
    return rotated.from_polygons(shapes)


def detect(models, image, target, **fields):
    fields = {"tile_size": 128, "overlap": 64, **fields}
    run_job(job(models["detection"], image, features=target, **fields), Events())
    return found(target)


def matched(boxes: np.ndarray, others: np.ndarray, iou: float = 0.7) -> float:
    """Share of boxes that another one covers."""
    return float((iou_matrix(boxes, others).max(axis=1) >= iou).mean())


@pytest.mark.parametrize("overlap", [48, 64])
def test_every_object_once_and_whole(models, tmp_path, overlap):
    truth = scattered(40, (14, 45), seed=1)
    boxes = detect(models, draw(tmp_path / "a.tif", truth), tmp_path / "o", overlap=overlap)
    assert len(boxes) == len(truth)
    assert matched(truth, boxes) == 1


def test_grids_that_begin_elsewhere_find_the_same(models, tmp_path):
    """Eight grids, each a tile's share further; objects of a crop's edge are left out."""
    truth = scattered(45, (10, 60), seed=2)
    whole = detect(models, draw(tmp_path / "a.tif", truth), tmp_path / "o")
    pixels = rasterio.open(tmp_path / "a.tif").read()
    shares = []
    for step in range(1, 9):
        right, down = 7 * step, 5 * step
        path = write(tmp_path / f"{step}.tif", pixels[:, down:, right:], **METRES)
        part = detect(models, path, tmp_path / f"{step}")
        part[:, :2] += (right, down)
        hulls = rotated.hulls(whole)
        away = (hulls[:, 0] > right + 2) & (hulls[:, 1] > down + 2)
        shares.append(matched(whole[away], part))
        assert abs(len(part) - away.sum()) <= (~away).sum()
    assert min(shares) >= 0.99


def test_objects_larger_than_the_overlap_are_one(models, tmp_path):
    """Two bars, longer than the overlap and than a tile: the largest piece stands for each."""
    truth = np.array([[160.0, 100, 110, 20, 0.2], [200, 230, 300, 24, 0.0]])
    boxes = detect(models, draw(tmp_path / "a.tif", truth), tmp_path / "o", overlap=32)
    assert len(boxes) == 2
    order = np.argsort(boxes[:, 1])
    assert iou_matrix(truth[:1], boxes[order[:1]])[0, 0] > 0.7
    assert boxes[order[1], 2] >= 120


def test_object_on_the_corner_of_four_tiles(models, tmp_path):
    truth = np.array([[112.0, 112, 40, 20, 0.6]])
    boxes = detect(models, draw(tmp_path / "a.tif", truth), tmp_path / "o", overlap=32)
    assert len(boxes) == 1 and matched(truth, boxes, 0.85) == 1


def test_neighbours_and_other_classes_stay(models, tmp_path):
    """Vehicles side by side, and ships inside a harbour of another class, across tile borders."""
    row = np.array([[40.0 + 14 * i, 120, 34, 9, np.pi / 2] for i in range(10)])
    harbour = np.array([[280.0, 120, 90, 60, 0.1]])
    ships = np.array([[262.0 + 16 * i, 118, 24, 7, np.pi / 2] for i in range(3)])
    truth, classes = np.vstack([row, harbour, ships]), np.array([0] * 10 + [1] + [0] * 3)
    path = draw(tmp_path / "a.tif", truth, classes)
    boxes = detect(models, path, tmp_path / "o")
    assert len(boxes) == len(truth) and matched(truth, boxes) == 1
    assert len(detect(models, path, tmp_path / "p", classes=(1,))) == 1


def test_extents_share_the_objects_out(models, tmp_path):
    truth = scattered(40, (10, 40), seed=3)
    path = draw(tmp_path / "a.tif", truth)
    whole = detect(models, path, tmp_path / "o")
    left, bottom, right, top = rasterio.open(path).bounds
    middle = left + 83.5
    halves = [
        detect(models, path, tmp_path / f"h{i}", extent=(x1, bottom, x2, top))
        for i, (x1, x2) in enumerate([(left, middle), (middle, right)])
    ]
    assert sum(map(len, halves)) == len(whole)
    assert matched(whole, np.vstack(halves), 0.999) == 1


@pytest.mark.parametrize("fields", [{}, {"overlap": 32}, {"scales": (1.0, 0.5)}], ids=["one", "narrow", "scales"])
def test_any_extent_gives_the_objects_of_the_whole(models, tmp_path, fields):
    """To the digit: of objects large and small, of pieces and of attached ones."""
    draw_from = np.random.default_rng(12)
    crowd = np.column_stack([
        draw_from.uniform(10, COLUMNS - 10, 70), draw_from.uniform(10, ROWS - 10, 70), draw_from.uniform(12, 170, 70),
        draw_from.uniform(6, 12, 70), draw_from.uniform(-1.5, 1.5, 70),
    ])  # fmt: skip
    path = draw(tmp_path / "a.tif", crowd, np.arange(70) % 2)
    detect(models, path, tmp_path / "whole", **fields)
    whole = [(g.wkb_hex, p, g.centroid) for g, p in features(tmp_path / "whole")]
    for number in range(12):
        left, top = draw_from.integers(0, COLUMNS - 20), draw_from.integers(0, ROWS - 20)
        right, bottom = draw_from.integers(left + 10, COLUMNS), draw_from.integers(top + 10, ROWS)
        ends = ((int(left), int(top)), (int(right), int(bottom)))
        (west, north), (east, south) = (METRES["transform"] @ end for end in ends)
        try:
            detect(models, path, tmp_path / "part", extent=(west, south, east, north), **fields)
        except InputError:
            continue
        part = [(g.wkb_hex, p) for g, p in features(tmp_path / "part")]
        assert part == [(g, p) for g, p, c in whole if west <= c.x < east and south < c.y <= north], number
    assert any(p["length_m"] > 32 for _, p, _ in whole)


def test_scales_find_what_one_scale_cuts(models, tmp_path):
    truth = np.vstack([scattered(20, (10, 30), seed=4, height=130), [[200.0, 240, 235, 60, 0.1]]])
    path = draw(tmp_path / "a.tif", truth)
    assert matched(truth[-1:], detect(models, path, tmp_path / "o")) == 0
    both = detect(models, path, tmp_path / "p", scales=(1.0, 0.3))
    assert len(both) == len(truth) and matched(truth, both, 0.6) == 1


def test_no_objects_where_there_is_no_data(models, tmp_path):
    truth = np.array([[60.0, 60, 40, 20, 0.0], [300, 60, 40, 20, 0.0]])
    path = draw(tmp_path / "a.tif", truth, nodata=220)
    with rasterio.open(path, "r+") as file:
        pixels = file.read()
        pixels[:, 45:80, 270:330] = 220
        file.write(pixels)
    boxes = detect(models, path, tmp_path / "o")
    assert len(boxes) == 1 and boxes[0, 0] < 100


def test_raster_smaller_than_a_tile_and_nothing_found(models, tmp_path):
    truth = np.array([[20.0, 24, 22, 9, 0.4]])
    small = draw(tmp_path / "a.tif", truth, shape=(50, 44))
    assert matched(truth, detect(models, small, tmp_path / "o")) == 1
    empty = draw(tmp_path / "b.tif", truth[:0], shape=(50, 44))
    result = run_job(job(models["detection"], empty, features=tmp_path / "p", tile_size=128), Events())
    assert result.found.features == 0 and (tmp_path / "p").read_text() == ""
    assert result.found.pixels == 50 * 44


@pytest.mark.parametrize(
    ("crs", "step"), [("EPSG:4326", 1e-5), ("EPSG:3857", 1.0), ("EPSG:32632", 0.5)], ids=["degrees", "web", "utm"]
)
def test_lengths_and_angles_on_the_ground(models, tmp_path, crs, step):
    """At 60 degrees north, where a degree east is half as long as one north and web metres are half metres."""
    from pyproj import Geod, Transformer

    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(9.3, 60.0)
    transform = Affine(step, 0, x, 0, -step, y)
    truth = np.array([[60.0, 60, 50, 20, 0.0], [150, 60, 50, 20, np.pi / 2], [220, 60, 40, 12, np.pi / 4]])
    path = draw(tmp_path / "a.tif", truth, crs=crs, transform=transform)
    detect(models, path, tmp_path / "o")
    back, geod = Transformer.from_crs(crs, "EPSG:4326", always_xy=True), Geod(ellps="WGS84")
    for shape, fields in features(tmp_path / "o"):
        points = np.array(shape.exterior.coords)
        area, _ = geod.polygon_area_perimeter(*back.transform(*points.T))
        sides = [geod.inv(*back.transform(*points[i]), *back.transform(*points[i + 1]))[2] for i in range(2)]
        along = (
            points[1] - points[0] if fields["length_m"] == pytest.approx(sides[0], rel=0.01) else points[2] - points[1]
        )
        assert sorted([fields["length_m"], fields["width_m"]]) == pytest.approx(sorted(sides), rel=0.01)
        scale = np.cos(np.radians(60)) if crs == "EPSG:4326" else 1
        expected = np.degrees(np.arctan2(along[0] * scale, along[1])) % 180
        assert abs((fields["angle"] - expected + 90) % 180 - 90) < 1
        assert fields["area_m2"] == pytest.approx(abs(area), rel=0.02)


@pytest.mark.parametrize(
    "transform",
    [Affine(0.5, 0, 500_000, 0, 0.5, 6_600_000), METRES["transform"] @ Affine.rotation(30)],
    ids=["south-up", "rotated"],
)
def test_angle_is_that_of_the_polygon(models, tmp_path, transform):
    truth = np.array([[150.0, 150, 60, 20, 0.5]])
    path = draw(tmp_path / "a.tif", truth, transform=transform)
    run_job(job(models["detection"], path, features=tmp_path / "o", tile_size=128, overlap=64), Events())
    ((shape, fields),) = features(tmp_path / "o")
    points = np.array(shape.exterior.coords)
    along = max(points[1] - points[0], points[2] - points[1], key=lambda side: np.hypot(*side))
    assert abs((fields["angle"] - np.degrees(np.arctan2(*along)) + 90) % 180 - 90) < 1e-6


def test_raster_placed_by_control_points(models, tmp_path):
    truth = np.array([[150.0, 150, 60, 20, 0.5]])
    path = draw(tmp_path / "a.tif", truth, crs=None, transform=Affine.identity())
    corners = [(0, 0), (0, COLUMNS), (ROWS, 0), (ROWS, COLUMNS)]
    gcps = [GroundControlPoint(r, c, 500_000 + c * 0.5, 6_600_000 - r * 0.5) for r, c in corners]
    with rasterio.open(path, "r+") as file:
        file.gcps = (gcps, CRS.from_epsg(32632))
    boxes = detect(models, path, tmp_path / "o")
    assert matched(truth, boxes, 0.9) == 1
    assert features(tmp_path / "o")[0][1]["length_m"] == pytest.approx(30, rel=0.05)


def test_boxes_as_dota_text(models, tmp_path):
    truth = np.array([[150.0, 150, 60, 20, 0.5]])
    path = draw(tmp_path / "a.tif", truth)
    run_job(job(models["detection"], path, dota=tmp_path / "o.txt", tile_size=128, overlap=64), Events())
    *values, name, difficult = (tmp_path / "o.txt").read_text().split()
    assert iou_matrix(rotated.from_corners(np.array(values, float)), truth)[0, 0] > 0.9
    assert (name, difficult) == ("reddish", "0")


def test_result_counts_objects(models, tmp_path):
    truth = scattered(12, (10, 40), seed=6)
    path = draw(tmp_path / "a.tif", truth, np.arange(12) % 2)
    fields = {"tile_size": 128, "overlap": 64}
    result = run_job(job(models["detection"], path, features=tmp_path / "o", **fields), Events())
    assert [total.count for total in result.found.totals] == [6, 6, 0]
    assert sum(result.scores) == 12 and len(result.scores) == 20
    assert result.found.pixels == ROWS * COLUMNS
    assert result.found.area_m2 == pytest.approx(result.found.pixels * 0.25, rel=2e-3)
    areas = [f["area_m2"] for _, f in features(tmp_path / "o")]
    assert sum(total.area_m2 for total in result.found.totals) == pytest.approx(sum(areas))


def test_a_model_of_another_form_is_refused(models, tmp_path, monkeypatch):
    class Wrong(Finder):
        def run(self, images):
            return np.zeros((len(images[0]), 4, 6), np.float32)

    monkeypatch.setattr(running, "open_session", lambda *_: Wrong())
    with pytest.raises(ModelError, match="rows of 8 values"):
        detect(models, draw(tmp_path / "a.tif", scattered(2, (10, 30), 0)), tmp_path / "o")
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"threshold": 1.5}, "threshold"),
        ({"iou": 0.0}, "field 'iou' is wrong"),
        ({"classes": (7,)}, "classes"),
        ({"scales": (0.0,)}, "scale"),
    ],
)
def test_bad_numbers_are_refused(models, tmp_path, fields, text):
    with pytest.raises(InputError, match=text):
        detect(models, draw(tmp_path / "a.tif", scattered(2, (10, 30), 0)), tmp_path / "o", **fields)


def test_boxes_that_are_none_are_left_out(models, tmp_path, monkeypatch):
    """NaN, and sides of zero, as networks give them now and then."""

    class Odd(Finder):
        def run(self, images):
            out = super().run(images)
            extra = np.array([[np.nan, 5, 9, 4, 0, 1, 0, 0], [5, 5, 0, 0, 0, 1, 0, 0]], np.float32)
            return np.concatenate([out, np.broadcast_to(extra, (len(out), 2, 8))], axis=1)

    monkeypatch.setattr(running, "open_session", lambda *_: Odd())
    truth = scattered(5, (10, 40), seed=7)
    assert len(detect(models, draw(tmp_path / "a.tif", truth), tmp_path / "o")) == 5


def test_card_gives_threshold_and_overlap(models, tmp_path):
    card = json.loads((models["detection"] / "model.json").read_text())
    assert card["threshold"] == 0.5
    path = draw(tmp_path / "a.tif", scattered(5, (10, 40), seed=7))
    assert len(detect(models, path, tmp_path / "o", threshold=0.95)) == 0


@pytest.mark.parametrize("length", [64, 100, 256, 300, 1536])
def test_views_own_every_pixel_once(length):
    whole, grid = Window(0, 0, length, 200), Grid(length, 200, PLAIN, None)
    owners = np.zeros((200, length))
    for view in plan(Tiling(whole, 96, 48), whole, grid, (1.0, 0.5)):
        assert view.window.col_off >= 0 and view.window.col_off + view.window.width <= max(length, 192)
        if view.own is not None:
            owners[view.own.toslices()] += 1
    assert (owners == 1).all()


def test_beyond_a_small_raster_the_network_sees_its_mirror_image(models, tmp_path, monkeypatch):
    seen = []

    class Watching(Finder):
        def run(self, images):
            seen.append(images[0].copy())
            return super().run(images)

    monkeypatch.setattr(running, "open_session", lambda *_: Watching())
    truth = np.array([[20.0, 24, 18, 9, 0.4]])
    boxes = detect(models, draw(tmp_path / "a.tif", truth, shape=(40, 44)), tmp_path / "o")
    assert len(boxes) == 1 and matched(truth, boxes) == 1
    (tile,) = (image[0] for image in seen)
    assert tile.shape == (3, 48, 48)  # no larger than the raster needs
    assert np.array_equal(tile[:, :40, 44:], tile[:, :40, 42:38:-1])
    assert np.array_equal(tile[:, 40:, :44], tile[:, 38:30:-1, :44])


def test_boxes_are_cut_at_the_edge_where_that_is_asked(models, tmp_path, monkeypatch):
    """What is left of a box has its own area and lies in the image; the boxes as text stay whole."""

    class AtTheEdge(Finder):
        def _look(self, image):
            rows = super()._look(image)
            rows[:, 2] *= 3  # far beyond what is there
            return rows

    monkeypatch.setattr(running, "open_session", lambda *_: AtTheEdge())
    truth = np.array([[COLUMNS - 30.0, 100, 40, 16, 0.2], [150, 100, 32, 16, 0.2]])
    path = draw(tmp_path / "a.tif", truth)
    made = {"tile_size": 256, "overlap": 64}
    whole_file, cut_file, text = tmp_path / "whole", tmp_path / "cut", tmp_path / "cut.txt"
    detect(models, path, whole_file, **made)
    detect(models, path, cut_file, clip=True, dota=text, **made)
    with rasterio.open(path) as raster:
        image = shapely.box(*raster.bounds)
    (whole, cut) = ({p["score"]: (g, p) for g, p, *_ in features(name)} for name in (whole_file, cut_file))
    assert len(whole) == len(cut) == len(text.read_text().splitlines()) == 2
    left = sorted(image.contains(shape) for shape, _ in whole.values())
    assert left == [False, True] and all(image.buffer(1e-6).contains(shape) for shape, _ in cut.values())
    for score, (shape, fields) in cut.items():
        before, said = whole[score]
        assert shape.symmetric_difference(
            before.intersection(image)
        ).area == pytest.approx(0, abs=1e-6)
        assert fields["area_m2"] == pytest.approx(said["area_m2"] * shape.area / before.area)
        assert (fields["length_m"], fields["angle"]) == (said["length_m"], said["angle"])


def test_sizes_are_pixels_where_nothing_can_be_measured(models, tmp_path):
    truth = np.array([[150.0, 150, 60, 20, 0.5]])
    detect(models, draw(tmp_path / "a.tif", truth, crs=None), tmp_path / "o")
    ((_, fields),) = features(tmp_path / "o")
    assert fields["length_px"] == pytest.approx(60, rel=0.05) and fields["width_px"] == pytest.approx(20, rel=0.15)
    assert fields["area_px"] == pytest.approx(fields["length_px"] * fields["width_px"])
    assert not {"length_m", "width_m", "area_m2"} & fields.keys()
