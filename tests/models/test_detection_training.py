# SPDX-License-Identifier: GPL-3.0-or-later
"""What a detector learns from: which anchors and proposals, from which labels, in which views."""

from __future__ import annotations

import json
import math
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
import shapely
import torch
from rasterio.features import rasterize, shapes

from lwganet_qgis.core.boxes import boxes as rotated
from lwganet_qgis.models import train
from lwganet_qgis.models.detection.box_coders import delta_encode, midpoint_encode
from lwganet_qgis.models.registry import create_model
from lwganet_qgis.models.training import assignment, detection
from lwganet_qgis.models.training.datasets import banepa, dota_text, geojson, oriented_crops
from lwganet_qgis.models.training.datasets.registry import open_dataset
from lwganet_qgis.models.training.detection import DIFFICULT, PADDING, Sampling, detection_loss
from lwganet_qgis.models.training.recipe import Augmentation, RecipeError, read_recipe

NEITHER, NEGATIVE = assignment.NEITHER, assignment.NEGATIVE
RECIPE = train.Path(train.__file__).parent / "recipes/banepa_buildings.toml"


def seeded(seed: int = 1) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def rows(*values: tuple[float, ...]) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float32).reshape(-1, 6)


# Assignment


def test_overlap_of_upright_boxes():
    a = torch.tensor([[0.0, 0, 10, 10], [20, 20, 24, 24], [3, 3, 3, 3]])
    b = torch.tensor([[5.0, 0, 15, 10], [20, 20, 28, 24]])
    iou, share = assignment.overlap(a, b), assignment.share_inside(a, b)
    torch.testing.assert_close(iou, torch.tensor([[50 / 150, 0], [0, 16 / 32], [0, 0]]))
    torch.testing.assert_close(share, torch.tensor([[0.5, 0], [0, 1], [0, 0]]))


@pytest.mark.parametrize(
    ("rescue", "expected"),
    [
        (None, [0, NEITHER, NEGATIVE, NEITHER, NEITHER]),
        (torch.full((3,), 0.3), [0, NEITHER, NEGATIVE, 1, 1]),
        (torch.tensor([0.3, torch.inf, 0.3]), [0, NEITHER, NEGATIVE, NEITHER, NEITHER]),
    ],
)
def test_best_candidates_of_a_box_are_rescued(rescue, expected):
    iou = torch.tensor([[0.8, 0.1, 0.0], [0.5, 0.2, 0.0], [0.2, 0.1, 0.29], [0.35, 0.4, 0.0], [0.1, 0.4, 0.0]])
    assert assignment.match(iou, 0.7, 0.3, rescue).tolist() == expected


def test_without_boxes_everything_is_background():
    assert assignment.match(torch.zeros(3, 0), 0.7, 0.3, torch.zeros(0)).tolist() == [NEGATIVE] * 3
    assert detection.match_proposals(torch.rand(4, 5) + 1, rows()).tolist() == [NEGATIVE] * 4


def test_anchors_on_a_difficult_box_are_left_out():
    truth = rows((20, 20, 20, 20, 0, 0), (80, 80, 40, 40, 0, DIFFICULT))
    anchors = torch.tensor(
        [[10.0, 10, 30, 30], [60, 60, 100, 100], [70, 70, 80, 80], [95, 70, 105, 80], [98, 70, 108, 80], [0, 90, 9, 99]]
    )
    # same as the first box; same as the difficult one; inside it; half inside; a fifth inside; elsewhere
    expected = [0, NEITHER, NEITHER, NEITHER, NEGATIVE, NEGATIVE]
    assert detection.match_anchors(anchors, truth).tolist() == expected


def test_proposals_match_by_rotated_overlap():
    truth = rows((50, 50, 20, 20, 0, 0), (150, 50, 40, 20, 0, DIFFICULT))
    proposals = torch.tensor(
        [
            [50.0, 50, 20, 20, 0],
            [55, 50, 20, 20, 0],  # 300 / 500
            [60, 50, 20, 20, 0],  # 200 / 600
            [50, 50, 20, 20, math.pi / 4],  # an octagon, 0.83 of 1.17
            [50, 50, 80, 5, math.pi / 4],
            [150, 50, 40, 20, 0],
            [140, 50, 5, 5, 0.3],  # all of it on the difficult box
        ]
    )
    expected = [0, 0, NEGATIVE, 0, NEGATIVE, NEITHER, NEITHER]
    assert detection.match_proposals(proposals, truth).tolist() == expected


# Sampling


@pytest.mark.parametrize(("positive", "expected"), [(200, (128, 128)), (100, (100, 156)), (0, (0, 256))])
def test_samples_are_filled_up_with_negatives(positive, expected):
    found = torch.full((2000,), NEGATIVE)
    found[:positive], found[1000:] = 3, NEITHER
    positives, negatives = assignment.draw_samples(found, 256, 0.5, seeded())
    assert (len(positives), len(negatives)) == expected
    assert bool((found[positives] == 3).all() and (found[negatives] == NEGATIVE).all())
    assert len(set(negatives.tolist())) == len(negatives)


def test_samples_repeat_with_their_seed():
    found = torch.full((2000,), NEGATIVE)
    draws = [assignment.draw_samples(found, 256, 0.5, seeded(seed))[1].tolist() for seed in (1, 1, 2)]
    assert draws[0] == draws[1] != draws[2]


# Losses


def outputs(truth: torch.Tensor, images: int = 1) -> SimpleNamespace:
    """Of a network that knows where the only box is and has no opinion on what is an object."""
    y, x = torch.meshgrid(torch.arange(0.0, 128, 8), torch.arange(0.0, 128, 8), indexing="ij")
    anchors = torch.stack([x - 16, y - 16, x + 16, y + 16], -1).reshape(-1, 4)
    box = truth[:1, :5] if len(truth) else torch.tensor([[9.0, 9, 9, 9, 0]])
    proposals = torch.cat([box + torch.tensor([d, 0, 0, 0, 0.1]) for d in range(-20, 21)])
    return SimpleNamespace(
        anchors=anchors,
        objectness=torch.zeros(images, len(anchors)),
        offsets=midpoint_encode(anchors, box.expand(len(anchors), 5)).expand(images, -1, -1),
        proposals=proposals.expand(images, -1, -1),
        scores=torch.ones(images, len(proposals)),
        head=lambda rois: (torch.zeros(len(rois), 2), delta_encode(rois[:, 1:], box.expand(len(rois), 5))),
    )


def test_perfect_offsets_leave_the_classes_to_learn():
    truth = rows((60, 62, 40, 25, 0.4, 0))
    loss = detection_loss(outputs(truth), truth[None], draw=seeded())
    assert float(loss) == pytest.approx(2 * math.log(2), abs=1e-4)


def test_padding_rows_and_padding_proposals_change_nothing():
    truth = rows((60, 62, 40, 25, 0.4, 0))
    padded = detection.pack([truth, rows()])
    assert padded.shape == (2, 1, 6) and padded[1, 0, 5] == PADDING
    known = outputs(truth)
    known.offsets = known.offsets + 0.1
    alone = detection_loss(known, truth[None], draw=seeded())
    known.proposals = torch.cat([known.proposals, torch.full((1, 5, 5), float("nan"))], 1)
    known.scores = torch.cat([known.scores, torch.zeros(1, 5)], 1)
    more = torch.cat([truth[None], torch.full((1, 3, 6), -1.0)], 1)
    torch.testing.assert_close(detection_loss(known, more, draw=seeded()), alone)


@pytest.mark.parametrize("truth", [rows(), rows((60, 60, 30, 20, 0, DIFFICULT))], ids=["empty", "difficult"])
def test_tiles_without_objects_teach_background(truth):
    known = outputs(rows())
    loss = detection_loss(known, truth[None], draw=seeded())
    assert float(loss) == pytest.approx(2 * math.log(2), abs=1e-4)
    known.objectness = torch.full_like(known.objectness, -20.0)
    known.head = lambda rois: (torch.tensor([[-20.0, 20.0]]).expand(len(rois), 2), torch.zeros(len(rois), 5))
    assert float(detection_loss(known, truth[None], draw=seeded())) == pytest.approx(0, abs=1e-4)


def test_samples_limit_the_losses_and_classes_are_targets():
    truth, seen = rows((60, 62, 40, 25, 0.4, 1)), []
    known = outputs(truth)

    def head(rois):
        seen.append(len(rois))
        return torch.tensor([[-20.0, 20.0, -20.0]]).expand(len(rois), 3), torch.zeros(len(rois), 5)

    known.head = head
    known.proposals, known.scores = truth[None, :, :5].expand(1, 30, 5), torch.ones(1, 30)
    detection.box_loss(known, [truth], 2, Sampling(proposals=16), seeded())
    assert seen == [4]  # a quarter of 16, and there is no background to fill up with
    assert float(detection.box_loss(known, [truth], 2, Sampling(proposals=16), seeded())) == pytest.approx(0, abs=1e-4)


def test_loss_falls_on_one_tile():
    torch.manual_seed(1)
    truth = rows((30, 34, 44, 26, 0.5, 0), (66, 64, 36, 30, -0.8, 0))
    image = torch.from_numpy(drawn(truth, 96)).float().expand(2, 3, 96, 96)
    model = create_model("oriented_rcnn_lwganet_l0", num_classes=1, width=16, hidden=32, proposals=40)
    optimizer, losses = torch.optim.AdamW(model.parameters(), 2e-3), []
    for _ in range(8):
        loss = detection_loss(model(image), truth.expand(2, -1, -1), plan=Sampling(64, 0.5, 64, 0.25), draw=seeded())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert all(map(math.isfinite, losses))
    assert np.mean(losses[-3:]) < 0.8 * losses[0]


# Label files


def test_dota_text_with_headers_and_without_difficult(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "imagesource:GoogleEarth\ngsd:0.26\n\n1 2 5 2 5 4.5 1 4.5 small-vehicle 1\r\n0 0 1 0 1 1 0 1 ship\n"
    )
    first, second = dota_text.read_dota(path)
    assert first == (((1, 2), (5, 2), (5, 4.5), (1, 4.5)), "small-vehicle", True)
    assert (second.name, second.difficult) == ("ship", False)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1 2 3 4 5 6 7 building 0", "line 2: could not convert"),
        ("1 2 3 4 5 6 building", "line 2: expected 8 coordinates, a class and 0 or 1, found 7 words"),
        ("1 2 3 4 5 6 7 8 ship 0 0", "found 11 words"),
        ("1 2 3 4 5 6 7 nan ship 0", "line 2: a coordinate is not finite"),
        ("1 2 3 4 5 6 7 8 ship maybe", "found 'maybe'"),
    ],
)
def test_wrong_lines_are_named(tmp_path, line, message):
    path = tmp_path / "a.txt"
    path.write_text(f"0 0 1 0 1 1 0 1 ship 0\n{line}\n")
    with pytest.raises(dota_text.LabelError, match=message):
        dota_text.read_dota(path)
    with pytest.raises(dota_text.LabelError, match="none.txt"):
        dota_text.read_dota(tmp_path / "none.txt")


TRANSFORM = rasterio.Affine(0.5, 0, 9519926.0, 0, -0.5, 3202940.0)


def feature(points, crs="EPSG:3857", **properties):
    xs, ys = zip(*(rasterio.transform.xy(TRANSFORM, y, x, offset="ul") for x, y in points))
    ring = list(zip(*rasterio.warp.transform("EPSG:3857", crs, xs, ys)))
    geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


@pytest.mark.parametrize(
    ("crs", "member"),
    [("EPSG:3857", {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}), ("OGC:CRS84", None)],
)
def test_geojson_comes_to_the_pixels_of_the_scene(tmp_path, crs, member):
    points = ((10, 10), (50, 10), (50, 30), (10, 30))
    data = {"type": "FeatureCollection", "features": [feature(points, crs, **{"class": "ship", "difficult": True})]}
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({**data, "crs": member} if member else data))
    (outline,) = geojson.read_geojson(path, TRANSFORM, rasterio.CRS.from_epsg(3857))
    assert (outline.name, outline.difficult) == ("ship", True)
    np.testing.assert_allclose(outline.points, points, atol=1e-3)
    np.testing.assert_allclose(banepa.label_rows([outline], ["ship"], 2), [[15, 10, 20, 10, 0, DIFFICULT]], atol=1e-3)


def test_wrong_features_are_named(tmp_path):
    path, crs = tmp_path / "a.geojson", rasterio.CRS.from_epsg(3857)
    good = feature(((0, 0), (4, 0), (4, 4)), "OGC:CRS84", **{"class": "ship"})
    point = {"type": "Feature", "properties": {"class": "ship"}, "geometry": {"type": "Point", "coordinates": [0, 0]}}
    for bad, message in (
        (point, "feature 2: expected a polygon, found Point"),
        (feature(((0, 0), (4, 0), (4, 4)), "OGC:CRS84"), "feature 2: 'class'"),
    ):
        path.write_text(json.dumps({"features": [good, bad]}))
        with pytest.raises(dota_text.LabelError, match=message):
            geojson.read_geojson(path, TRANSFORM, crs)
    path.write_text("[]")
    with pytest.raises(dota_text.LabelError, match="a.geojson"):
        geojson.read_geojson(path, TRANSFORM, crs)
    with pytest.raises(dota_text.LabelError, match="'ship'.*building"):
        banepa.label_rows([dota_text.Outline(((0, 0), (4, 0), (4, 4)), "ship", False)], ["building"], 1)


# Views


def drawn(truth: torch.Tensor, side: int, height: int | None = None) -> np.ndarray:
    """uint8 (height, side): 200 on the boxes, 20 elsewhere."""
    shapes = rotated.polygons(truth[:, :5].double().numpy())
    return rasterize([(s, 200) for s in shapes], (height or side, side), fill=20, dtype="uint8")


@pytest.mark.parametrize("seed", range(12))
def test_boxes_move_with_their_pixels(seed):
    truth = rows((150, 140, 70, 34, 0.6, 0))
    image = torch.from_numpy(drawn(truth, 300)).float()[None]
    plan = Augmentation(size=160, scale=(0.8, 1.5))
    view = oriented_crops.draw_view((300, 300), plan, seeded(seed))
    view = oriented_crops.View(view.size, (145 + 20 * view.scale, 150), view.scale, view.turn, bool(seed % 2))
    bright = view.pixels(image)[0].numpy() > 110
    moved = view.boxes(truth[:, :5])
    covered = drawn(moved, 160) > 110
    assert bright.sum() > 500
    assert (bright & covered).sum() / (bright | covered).sum() > 0.9
    assert -math.pi / 2 <= float(moved[0, 4]) < math.pi / 2 and moved[0, 2] > moved[0, 3]


def test_views_stay_inside_and_use_every_place_and_hand():
    plan = Augmentation(size=64, scale=(0.5, 1.5))
    views = [oriented_crops.draw_view((200, 300), plan, seeded(seed)) for seed in range(200)]
    for view in views:
        reach = (view._axes().abs() * 32).sum(1)
        middle = torch.tensor(view.centre)
        assert bool((middle - reach >= -1e-3).all() and (middle + reach <= torch.tensor([300.0, 200.0]) + 1e-3).all())
    assert {v.mirror for v in views} == {True, False}
    assert np.histogram([v.turn for v in views], 4, (0, 2 * math.pi))[0].min() > 25
    assert min(v.centre[0] for v in views) < 50 and max(v.centre[0] for v in views) > 250
    assert oriented_crops.draw_view((40, 300), plan, seeded()).centre[1] == 20


def test_boxes_across_the_edge_keep_their_shape():
    truth = rows((50, 50, 20, 10, 0, 0), (98, 20, 20, 10, 0, 0), (102, 40, 20, 10, 0, 0), (111, 60, 20, 10, 0, 0))
    inside = oriented_crops.window_targets(truth, 100, 100)
    # wholly inside; 12 of 20 columns; 8 of 20; outside
    assert inside[:, 5].tolist() == [0, 0, DIFFICULT]
    torch.testing.assert_close(inside[:, :5], truth[:3, :5])


# Data set


@pytest.fixture
def scene(tmp_path):
    """256 x 384 px: training rows 0-192, validation 192-256, test 256-384. Boxes bright, other splits' ground blue."""
    truth = rows(
        (40, 50, 40, 24, 0.5, 0), (120, 60, 36, 20, -0.7, 0), (200, 130, 44, 22, 1.2, 0), (60, 150, 30, 20, 0, 0),
        (50, 224, 30, 20, 0.3, 0), (126, 225, 40, 20, 0.2, 0),
        (60, 300, 40, 20, 0.4, 0), (150, 330, 36, 22, -0.5, 0), (230, 290, 30, 20, 0, 0), (200, 257, 20, 20, 0, 0),
    )  # fmt: skip
    folder = tmp_path / "banepa_buildings"
    folder.mkdir()
    grey = drawn(truth, 256, 384)
    pixels = np.stack([grey] * 3)
    pixels[2, 192:] = 255
    profile = {"driver": "GTiff", "width": 256, "height": 384, "dtype": "uint8", "crs": "EPSG:3857"}
    with rasterio.open(folder / "scene.tif", "w", count=3, transform=TRANSFORM, **profile) as target:
        target.write(pixels)
    with rasterio.open(folder / "mask.tif", "w", count=1, transform=TRANSFORM, **profile) as target:
        target.write((grey > 100).astype(np.uint8), 1)
    quads = rotated.corners(truth[:, :5].double().numpy()).reshape(-1, 8)
    (folder / "scene_dota.txt").write_text("".join(" ".join(map(str, q)) + " building 0\n" for q in quads))
    split = {"train": [0, 192], "val": [192, 256], "test": [256, 384]}
    fields = {"shrink": 1, "scene": "scene.tif", "labels": "scene_dota.txt", "mask": "mask.tif", "rows": split}
    small = {"augmentation.size": 96, "card.tile_size": 96, "card.overlap": 48, "augmentation.scale": [0.8, 1.2]}
    plain = {f"augmentation.{name}": 0.0 for name in ("brightness", "contrast", "haze", "band_gain", "gamma", "blur")}
    return tmp_path, read_recipe(RECIPE, {"options": fields, **small, **plain})


def test_training_views_show_no_other_split_and_repeat(scene):
    dataset = open_dataset(scene[1], scene[0])
    assert dataset.train_size == 4
    batches = [next(dataset.batches(3, 1, 4)) for _ in range(2)]
    (images,), target = batches[0]
    assert images.shape == (4, 3, 96, 96) and target.shape[::2] == (4, 6)
    assert float((images[:, 2] - images[:, 0]).abs().max()) < 1e-3
    torch.testing.assert_close(batches[1], batches[0])
    assert not torch.equal(next(dataset.batches(4, 1, 4))[0][0], images)


def bright_parts(image: torch.Tensor) -> torch.Tensor:
    """A detector of what is bright in the first band."""
    bright = image[0, 0].numpy() > 127
    parts = [shapely.geometry.shape(s) for s, _ in shapes(bright.astype(np.uint8), bright)]
    boxes = rotated.from_polygons([part for part in parts if part.area >= 100])
    return torch.from_numpy(np.column_stack([boxes, np.ones(len(boxes))]))[None].float()


def test_a_perfect_detector_is_measured_as_one(scene):
    dataset = open_dataset(scene[1], scene[0])
    figures = dataset.evaluate(bright_parts, "test")
    assert figures["ap50"] == pytest.approx(1)
    assert (figures["precision"], figures["recall"], figures["reference_boxes"]) == (1, 1, 3)
    blind = dataset.evaluate(lambda image: torch.zeros(1, 0, 6), "test")
    assert (blind["ap50"], blind["recall"]) == (0, 0)


def test_missing_labels_are_named(scene):
    (scene[0] / "banepa_buildings" / "scene_dota.txt").unlink()
    with pytest.raises(RecipeError, match="options.labels must name a file"):
        open_dataset(scene[1], scene[0])
