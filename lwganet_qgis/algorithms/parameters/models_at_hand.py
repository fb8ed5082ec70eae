# SPDX-License-Identifier: GPL-3.0-or-later
"""What the models at hand are good for, in a tool's help: enough to choose one before reading more."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QLocale

from ... import model_library
from ...core.cards.card import ModelCard
from ...gui.models.figures import figure, metric_name
from ...texts import tr, translated
from .band_names import band_name

MOST_MODELS, MOST_CLASSES = 6, 12
MEASURES = {
    "classification": ("top1",), "segmentation": ("miou", "accuracy"), "change": ("pair_median", "iou", "f1"),
    "detection": ("ap50", "f1"),
}  # fmt: skip
"""Of a task, the one that says most first."""


def models_html(task: str) -> str:
    """Empty where there is none."""
    cards = model_library.cards(task)
    if not cards:
        return ""
    parts = [f"<h3>{escape(tr('Models at hand'))}</h3>", *map(_one, cards[:MOST_MODELS])]
    if len(cards) > MOST_MODELS:
        parts.append(f"<p>{escape(tr('and {} more').format(len(cards) - MOST_MODELS))}</p>")
    return "".join(parts)


def _one(card: ModelCard) -> str:
    lines = [f"{name}: {text}" for name, text in _facts(card)]
    # no <b>: QGIS draws it dark, whatever lies behind
    return f"<h4>{escape(translated(card.title))}</h4><p>{'<br>'.join(map(escape, lines))}</p>"


def _facts(card: ModelCard) -> list[tuple[str, str]]:
    sizes = (card.takes.gsd, *card.takes.gsd_range)
    trained = tr("{} m; good for {} to {} m").format(*(QLocale().toString(float(size), "g", 6) for size in sizes))
    known = [translated(entry.name) for entry in card.knows.classes]
    classes = ", ".join(known[:MOST_CLASSES])
    if len(known) > MOST_CLASSES:
        classes += " " + tr("and {} more").format(len(known) - MOST_CLASSES)
    return [
        (tr("Pixel on the ground"), trained), (tr("Bands"), ", ".join(map(band_name, card.takes.input.bands))),
        (tr("Classes"), classes), (tr("Accuracy"), accuracy_text(card)),
    ]  # fmt: skip


def accuracy_text(card: ModelCard) -> str:
    """Of the measure that says most, on data that the model was not made with."""
    tested = card.made.metrics.get("test")
    for name in MEASURES[card.task]:
        found = figure(tested.get(name)) if isinstance(tested, dict) else ""
        if found:
            return tr("{} {} on test data").format(metric_name(name), found)
    return tr("not said")
