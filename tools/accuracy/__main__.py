# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the bundled models, writes their cards and docs/accuracy.md."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import buildings, land_cover, scenes, water
from .cards import LASTING, metrics_of, write_metrics
from .curves import curves_of, drawing
from .floors import BUILDINGS, COVER, FLOORS, SCENES, WATER

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "resources" / "models"
TARGET = ROOT / "docs" / "accuracy.md"
CURVES = ROOT / "docs" / "images" / "training_curves.svg"
MEASURES = {SCENES: scenes.measure, COVER: land_cover.measure, WATER: water.measure, BUILDINGS: buildings.measure}
HEAD = """\
# How right the bundled models are

Written by `make figures-models`: the tools, run on the files of this repository, on data that no model was trained on.
Results are decoded and compared by NumPy, GDAL and shapely; baselines are tuned as a user would. The cards
(`resources/models/*/model.json`) hold these figures and more, and how often test data were looked at.

| model | what | found | meant | |
|---|---|---|---|---|
"""
CROSS = """
## Cross-validation

Written by `make cross-validation`: each part was held out in turn from a network that began with the scene model's
backbone and was trained on the rest by the recipe, for fewer epochs than the bundled one (which has seen most parts).
The land cover is set beside a forest, tuned on the fold's validation tile. So far one fold of land cover, of two tiles,
has been trained; the other three, the dates of water change and the blocks of buildings have not.

| model | part | found | forest |
|---|---|---|---|
"""
TAIL = """
## Training

Validation after each epoch of the last training, which began with the weights before. The point is the best epoch; it
ships, save of water change, where the weights before (0.302) were better.

![Validation curves](images/training_curves.svg)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", choices=[[], *MEASURES], help="default: all")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--table", action="store_true", help="write the document anew from the cards alone")
    args = parser.parse_args()
    for name in () if args.table else args.models or MEASURES:
        folder = MODELS / name
        found = MEASURES[name](folder, args.data)
        print(name, json.dumps(found, indent=1), flush=True)
        before = metrics_of(folder)
        kept = {part: figures for part, figures in before.items() if part in LASTING}
        write_metrics(folder, {**found, **kept, "times_measured": int(before.get("times_measured", 0)) + 1})
    CURVES.write_text(drawing(curves_of(MODELS)), encoding="utf-8")
    TARGET.write_text(HEAD + "".join(_rows()) + CROSS + "".join(_cross_rows()) + TAIL, encoding="utf-8")


def _rows() -> list[str]:
    rows = []
    for floor in FLOORS:
        metrics = metrics_of(MODELS / floor.model)
        sign = "≤" if floor.below else "≥"
        try:
            value, limit = (f"{100 * v:.1f} %" for v in (floor.value(metrics), floor.limit(metrics)))
            mark = "" if floor.reached(metrics) else "not reached"
        except KeyError:  # by another version of this program
            value, limit, mark = "–", "–", "not measured"
        rows.append(f"| `{floor.model}` | {floor.what} | {value} | {sign} {limit} | {mark} |\n")
    return rows


def _cross_rows() -> list[str]:
    rows = []
    for name in MEASURES:
        cross = metrics_of(MODELS / name).get("cross_validation")
        if cross is None:
            continue
        figure, forests = cross["of"], cross.get("forest", {})
        for part, found in cross["parts"].items():
            forest = f"{100 * forests[part]:.1f} %" if part in forests else ""
            rows.append(f"| `{name}` | {part} | {figure} {100 * found:.1f} % | {forest} |\n")
        rows.append(
            f"| `{name}` | **mean of the parts** ± their spread | {figure} {100 * cross['mean']:.1f} ± "
            f"{100 * cross['spread']:.1f} % ({cross['epochs']} epochs) | |\n"
        )
    return rows


if __name__ == "__main__":
    main()
