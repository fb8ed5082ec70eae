# SPDX-License-Identifier: GPL-3.0-or-later
"""The models at hand: bundled ones first, then those in the user's folder, known by id."""

from __future__ import annotations

from pathlib import Path

from . import settings
from .core.errors import ModelError
from .core.model_card import CARD_FILE, ModelCard, list_cards, read_card

BUNDLED = Path(__file__).parent / "resources" / "models"

TASK_NAMES = {
    "classification": "scene classification",
    "segmentation": "segmentation",
    "change": "change detection",
    "detection": "object detection",
}


def folders() -> list[Path]:
    return [BUNDLED, settings.models_folder()]


def cards(task: str | None = None) -> list[ModelCard]:
    """Cards of a task, or all. Of two models with one id the bundled one counts."""
    found = {}
    for card in list_cards(folders()):
        if task is None or card.task == task:
            found.setdefault(card.id, card)
    return list(found.values())


def default_id(task: str) -> str | None:
    return next((card.id for card in cards(task)), None)


def no_models(task: str) -> str:
    """What to do when a task has no model."""
    return (
        f"There is no model for {TASK_NAMES[task]}. Put a model folder (with {CARD_FILE}) "
        f"into {settings.models_folder()}, or install the plugin again to get the bundled ones."
    )


def find(model_id: str, task: str) -> ModelCard:
    """Raises ModelError saying which ids there are."""
    at_hand = cards()
    ids = [card.id for card in at_hand if card.task == task]
    if not ids:
        raise ModelError(no_models(task))
    choose = f"Models for {TASK_NAMES[task]}: {', '.join(ids)}."
    for card in at_hand:
        if card.id == model_id and card.task == task:
            return card
        if card.id == model_id:
            raise ModelError(f"Model '{model_id}' is made for {TASK_NAMES[card.task]}. {choose}")
    for folder in folders():
        if model_id and Path(model_id).name == model_id and (folder / model_id / CARD_FILE).exists():
            read_card(folder / model_id)  # says what is wrong with it
    raise ModelError(f"There is no model '{model_id}'. {choose}")
