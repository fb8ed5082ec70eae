# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours that mean different things look different, with all three kinds of cones and with any two of them."""

import json
import re
from pathlib import Path

import pytest

from ..vision import ciede2000, nearest, seen

ROOT = Path(__file__).resolve().parents[2]
FIELD = "#4f7a3a"
"""A field in summer, on which most lines are drawn."""
MODELS = sorted((ROOT / "resources" / "models").glob("*/model.json"))
SHARMA = [  # of the test data published with the formula: two colours and their difference
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
    ((50.0, -0.001, 2.49), (50.0, 0.0011, -2.49), 4.7461),
    ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((35.0831, -44.1164, 3.7933), (35.0232, -40.0716, 1.5901), 1.8645),
    ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "difference"), SHARMA)
def test_differences_are_those_of_the_published_pairs(one, other, difference):
    assert ciede2000(one, other) == pytest.approx(difference, abs=5e-5)
    assert ciede2000(other, one) == pytest.approx(difference, abs=5e-5)


def test_visions_leave_grey_as_it_is_and_bring_red_and_green_together():
    for vision in ("protanopia", "deuteranopia", "tritanopia"):
        assert ciede2000(seen("#808080", vision), seen("#808080", "all three cones")) < 0.1
    red, green = "#d7301f", "#33a02c"  # what buildings and vegetation once were
    assert ciede2000(seen(red, "all three cones"), seen(green, "all three cones")) > 50
    assert nearest((red, green))[0] < 20


def palettes():
    from lwganet_qgis import styling
    from lwganet_qgis.algorithms.reports.accuracy import COLOURS as CURVES
    from lwganet_qgis.core.cards.datasets import coloured
    from lwganet_qgis.gui.change.maps.pair_view import MARK
    from lwganet_qgis.gui.change.maps.sketch import COLOUR as SKETCH
    from lwganet_qgis.gui.change.panels.histogram import BELOW
    from lwganet_qgis.gui.change.review.store import COLOURS

    yield "verdicts, the one in hand, an outline drawn, a field", 15, [*COLOURS.values(), MARK, SKETCH, FIELD]
    yield "outcomes on a field", 15, [*styling.OUTCOMES.values(), FIELD]
    yield "change, veil, a field, the one in hand", 15, [styling.CHANGE_COLOUR, styling.VEIL, FIELD, MARK]
    yield "histogram", 15, [styling.CHANGE_COLOUR, BELOW, "#ffffff"]
    yield "curves on paper", 15, [*CURVES, "#ffffff"]
    yield "classes without colours", 15, [entry.color for entry in coloured([str(index) for index in range(8)])]
    for path in MODELS:
        classes = json.loads(path.read_text(encoding="utf-8"))["classes"]
        yield path.parent.name, 20 if len(classes) < 6 else 12, [entry["color"] for entry in classes]


def test_what_means_different_things_looks_different():
    found = {name: (nearest(colors), floor) for name, floor, colors in palettes() if len(colors) > 1}
    assert len(found) >= 8
    for name, (near, _) in found.items():
        print(f"{name}: {near[0]:.1f} ({near[1]}: {near[2]} {near[3]})")
    assert not {name: near for name, (near, floor) in found.items() if near[0] < floor}


def test_pairs_of_a_series_fall_evenly_in_brightness_for_everybody():
    text = (ROOT / "core" / "tasks" / "first_change.py").read_text(encoding="utf-8")
    ramp = re.findall(r"#[0-9a-f]{6}", text.split("RAMP = (")[1].split(")")[0])
    for vision in ("all three cones", "protanopia", "deuteranopia", "tritanopia"):
        brightness = [seen(color, vision)[0] for color in ramp]
        assert min(a - b for a, b in zip(brightness, brightness[1:])) > 8


def test_recipes_and_cards_name_the_same_colours():
    for path in MODELS:
        card = json.loads(path.read_text(encoding="utf-8"))
        recipe = (ROOT / "models" / "recipes" / card["training"]["recipe"]).read_text(encoding="utf-8")
        told = re.findall(r'name = "([^"]+)", color = "(#\w+)"', recipe)
        assert told == [(entry["name"], entry["color"]) for entry in card["classes"]]


def test_verdicts_and_outcomes_are_told_by_lines_as_well():
    from lwganet_qgis import styling
    from lwganet_qgis.gui.change.review import store

    lines = [(store.LINES[verdict], store.WIDTHS.get(verdict)) for verdict in store.COLOURS]
    assert len(set(lines)) == len(lines) == 4
    assert len(set(styling.LINES.values())) == len(styling.OUTCOMES) == 3
