# SPDX-License-Identifier: GPL-3.0-or-later
"""Several views of a tile: turning the tile turns the answer, whatever the network does by itself."""

from __future__ import annotations

import numpy as np
import pytest

from lwganet_qgis.core.boxes.boxes import corners
from lwganet_qgis.core.boxes.fusion import fuse
from lwganet_qgis.core.cards.kinds import KINDS
from lwganet_qgis.core.sessions.session import CPU_BATCH
from lwganet_qgis.core.tasks.parts.orientations import VIEWS, Orientation, Oriented

SIDE = 48
TILE = np.random.default_rng(5).uniform(0, 255, (2, 3, SIDE, SIDE)).astype(np.float32)
ALL = VIEWS[8]


class Lopsided:
    """A network that knows left from right and up from down."""

    device, runtime, workers, batch = "cpu", "none", 1, CPU_BATCH

    def __init__(self, task: str) -> None:
        self.task, self.seen = task, []

    def run(self, images):
        self.seen.append(images)
        x = sum((2 * i + 1) * image for i, image in enumerate(images)) / 400
        mixed = x + 0.5 * np.roll(x, 3, axis=3) - 0.3 * np.roll(x, 5, axis=2) + np.linspace(0, 1, SIDE)
        if self.task == "classification":
            return (mixed * np.linspace(0, 2, SIDE)).mean(axis=(2, 3)).astype(np.float32)
        if self.task == "change":
            return (1 / (1 + np.exp(1 - mixed.mean(axis=1, keepdims=True)))).astype(np.float32)
        if self.task == "detection":
            return np.stack([self._boxes(tile) for tile in mixed])
        return mixed.astype(np.float32)

    def look(self, images):
        return self.run(images), images[0].mean(axis=(2, 3))

    @staticmethod
    def _boxes(tile):
        """A box on the brightest pixel of each band, longer to the side that is brighter, surer further right."""
        rows = []
        for band in tile:
            y, x = np.unravel_index(band[8:-8, 8:-8].argmax(), (SIDE - 16,) * 2)
            rows.append([x + 8.5, y + 8.5, 12, 6, 0.3, 0.5 + 0.4 * x / SIDE, 0.2])
        return np.array(rows, np.float32)


def turned(values, view):
    return Orientation(view.mirror, view.quarters, False).turned(values)


@pytest.mark.parametrize("view", ALL, ids=str)
@pytest.mark.parametrize("task", ["segmentation", "change"])
def test_a_turned_tile_has_the_turned_map(task, view):
    session = Oriented(Lopsided(task), KINDS[task], 8)
    images = [TILE] if task == "segmentation" else [TILE, TILE]  # alike, as half the views exchange them
    expected = turned(session.run(images), view)
    np.testing.assert_allclose(session.run([turned(image, view) for image in images]), expected, atol=2e-5)


@pytest.mark.parametrize("view", ALL, ids=str)
def test_a_turned_tile_has_the_same_class_scores(view):
    session = Oriented(Lopsided("classification"), KINDS["classification"], 8)
    expected = session.run([TILE])
    np.testing.assert_allclose(np.exp(expected).sum(1), 1, rtol=1e-5)
    np.testing.assert_allclose(session.run([turned(TILE, view)]), expected, atol=1e-5)


@pytest.mark.parametrize("view", ALL, ids=str)
def test_a_view_of_boxes_comes_back_to_where_they_are(view):
    """Corners of a box, drawn as single pixels of a turned tile, against the box that is brought back."""
    box = np.array([[30.0, 17.0, 20.0, 8.0, 0.4, 0.9]])
    tile = np.zeros((1, SIDE, SIDE), np.float32)
    for number, (x, y) in enumerate(corners(box[:, :5])[0], 1):
        tile[0, int(y), int(x)] = number
    seen = turned(tile, view)[0]
    places = {int(seen[y, x]): (x + 0.5, y + 0.5) for y, x in np.argwhere(seen)}
    forward = {int(tile[0, y, x]): (x + 0.5, y + 0.5) for y, x in np.argwhere(tile[0])}
    for number, (x, y) in places.items():
        back = view.boxes_back(np.array([[x, y, 4.0, 2.0, 0.0, 1.0]]), SIDE)[0]
        np.testing.assert_allclose(back[:2], forward[number], atol=1e-9)
    long_side = np.subtract(places[2], places[1])
    angle = np.arctan2(long_side[1], long_side[0])
    there = view.boxes_back(np.array([[24.0, 24.0, 20.0, 8.0, angle, 1.0]]), SIDE)[0]
    assert np.isclose(np.sin(there[4] - 0.4), 0, atol=0.06)


def test_of_two_views_the_second_is_mirrored_and_sees_the_dates_exchanged():
    asked = Lopsided("change")
    session = Oriented(asked, KINDS["change"], 2)
    before, after = TILE, TILE[::-1]
    session.run([before, after])
    (first, second) = asked.seen
    np.testing.assert_array_equal(first[0], before)
    np.testing.assert_array_equal(second[0], after[..., ::-1])
    np.testing.assert_array_equal(second[1], before[..., ::-1])


def test_spread_is_that_of_the_winner_and_nothing_where_all_views_agree():
    session = Oriented(Lopsided("segmentation"), KINDS["segmentation"], 8, spread=True)
    flat = np.full((1, 3, SIDE, SIDE), 100, np.float32)
    found = session.run([TILE])
    assert found.shape == (2, 4, SIDE, SIDE)
    views = [view.back(softmax(Lopsided("segmentation").run([view.turned(TILE)]))) for view in ALL]
    winner = np.mean(views, 0).argmax(1)
    expected = np.std([np.take_along_axis(v, winner[:, None], 1)[:, 0] for v in views], axis=0)
    np.testing.assert_allclose(found[:, 3], expected, atol=1e-5)
    even = Oriented(Even(), KINDS["segmentation"], 8, spread=True).run([flat])
    np.testing.assert_allclose(even[:, 3], 0, atol=1e-7)


class Even(Lopsided):
    def __init__(self) -> None:
        super().__init__("segmentation")

    def run(self, images):
        return images[0] / 100


def softmax(logits):
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def test_features_are_those_of_the_tile_as_it_is():
    session = Oriented(Lopsided("detection"), KINDS["detection"], 8)
    rows, features = session.look([TILE])
    np.testing.assert_array_equal(features, TILE.mean(axis=(2, 3)))
    assert rows.shape[0] == 2 and rows.shape[2] == 7


def test_boxes_that_all_looks_find_stay_sure_and_those_of_one_do_not():
    rng = np.random.default_rng(2)
    truth = np.array([40.0, 60.0, 30.0, 10.0, 1.5])
    looks = []
    for number in range(8):
        seen = truth + rng.normal(0, [0.3, 0.3, 0.3, 0.3, 0.02])
        if number % 2:  # the other side taken for the longer one, as of squares, or the angle past a quarter
            seen[4] -= np.pi
        rows = [[*seen, 0.8, 0.1]]
        if number == 3:
            rows.append([100.0, 100.0, 20.0, 8.0, 0.0, 0.8, 0.0])
        looks.append(np.array(rows))
    found = fuse(looks)
    assert len(found) == 2
    np.testing.assert_allclose(found[0, :4], truth[:4], atol=0.5)
    assert abs(np.sin(found[0, 4] - truth[4])) < 0.03
    np.testing.assert_allclose(found[0, 5:], [0.8, 0.1], atol=1e-9)
    np.testing.assert_allclose(found[1, 5:], [0.1, 0.0], atol=1e-9)


def test_nothing_to_fuse_is_nothing():
    assert fuse([np.zeros((4, 7)), np.zeros((0, 7))]).shape == (0, 7)
