# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, as tables: a card's `metrics` may hold any names, numbers and levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...numbers import shown
from ...texts import tr, translated

BASELINES = "baselines"
DIGITS = 3


@dataclass(frozen=True)
class Table:
    title: str
    """Empty: the totals."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Name, then a figure for each column; empty: not measured."""


def metric_name(name: str) -> str:
    known = {
        "miou": tr("Mean overlap of classes (mIoU)"), "iou": tr("Overlap (IoU)"),
        "accuracy": tr("Share of right pixels"), "top1": tr("Share of right scenes"),
        "pair_median": tr("Median overlap of the pairs (IoU)"),
        "f1": tr("F1"), "precision": tr("Precision (found and right)"),
        "recall": tr("Recall (right and found)"), "ap50": tr("Average precision at IoU 0.5"),
        "ap75": tr("Average precision at IoU 0.75"), "ap50_voc07": tr("Average precision at IoU 0.5, 11 points"),
        "ap75_voc07": tr("Average precision at IoU 0.75, 11 points"), "threshold": tr("Threshold of the score"),
        "detections": tr("Objects found"), "reference_boxes": tr("Objects in the reference"), "kappa": tr("Kappa"),
        "ece": tr("Calibration error (ECE)"), "ap25": tr("Average precision at IoU 0.25"),
        "times_measured": tr("Times that test data were looked at"),
        "mean": tr("Mean of the parts"), "spread": tr("Spread of the parts (standard deviation)"),
        "worst": tr("Worst part"), "parts": tr("Each part"), "forest": tr("Each part, random forest"),
        "epochs": tr("Epochs of training"), "views_1": tr("One view"), "views_2": tr("Two views"),
        "views_8": tr("Eight views"), "time_1": tr("Time of one view"), "time_2": tr("Time of two views, times one"),
        "time_8": tr("Time of eight views, times one"),
    }  # fmt: skip
    return known.get(name, _words(name))


def column_name(name: str) -> str:
    known = {
        "test": tr("test data"), "validation": tr("validation data"), "away": tr("another place"),
        "cross_validation": tr("parts held out in turn"), "views": tr("several views, validation data"),
        "random_forest": tr("Random forest"),
        "random_forest_components": tr("Random forest, connected pixels"),
    }  # fmt: skip
    return known.get(name, _words(name))


def _words(name: str) -> str:
    text = name.replace("_", " ")
    return text[:1].upper() + text[1:]


def figure(value: Any) -> str:
    """A number with few digits, those of shares below each other; empty: it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return ""
    if isinstance(value, int):
        return shown(value)
    return shown(value, DIGITS if abs(value) < 10 else 1)


def tables(metrics: dict[str, Any]) -> list[Table]:
    """The totals, then one for each measure that is told by class. First this model, then what it was compared with."""
    own = {
        tr("This model, {}").format(column_name(name)): found
        for name, found in metrics.items()
        if name != BASELINES and isinstance(found, dict)
    }
    others = metrics.get(BASELINES)
    compared = others if isinstance(others, dict) else {}
    columns = {**own, **{column_name(name): found for name, found in compared.items() if isinstance(found, dict)}}
    plain = {name: found for name, found in metrics.items() if figure(found)}
    if plain:
        columns = {tr("This model"): plain, **columns}
    return [*_totals(columns), *_by_class(columns)]


def _totals(columns: dict[str, dict[str, Any]]) -> list[Table]:
    names = list(dict.fromkeys(name for found in columns.values() for name, value in found.items() if figure(value)))
    rows = tuple((metric_name(name), *(figure(found.get(name)) for found in columns.values())) for name in names)
    return [Table("", tuple(columns), rows)] if rows else []


def _by_class(columns: dict[str, dict[str, Any]]) -> list[Table]:
    levels = (item for found in columns.values() for item in found.items())
    measures = dict.fromkeys(name for name, value in levels if isinstance(value, dict))
    made = []
    for measure in measures:
        given = {title: found[measure] for title, found in columns.items() if isinstance(found.get(measure), dict)}
        classes = list(dict.fromkeys(name for found in given.values() for name in found))
        rows = tuple(
            (translated(_words(name)), *(figure(found.get(name)) for found in given.values())) for name in classes
        )
        if any(any(row[1:]) for row in rows):
            made.append(Table(metric_name(measure), tuple(given), rows))
    return made
