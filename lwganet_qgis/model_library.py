# SPDX-License-Identifier: GPL-3.0-or-later
"""The models at hand: bundled ones first, then those in the user's folder, known by id."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from . import model_settings, settings
from .core.cards.card import CARD_FILE, ModelCard, list_cards, read_card
from .core.errors import ModelError
from .core.outputs.placing import remove as remove_folder
from .texts import told, tr

BUNDLED = Path(__file__).parent / "resources" / "models"
REMOVED = ".removed-"
"""How the names of folders begin that are being deleted."""


def task_name(task: str) -> str:
    return {
        "classification": tr("scene classification"), "segmentation": tr("segmentation"),
        "change": tr("change detection"), "detection": tr("object detection"),
    }[task]  # fmt: skip


def folders() -> list[Path]:
    return [BUNDLED, settings.models_folder()]


def cards(task: str | None = None) -> list[ModelCard]:
    """Cards of a task, the one that was made its default first, or all. Of two with one id the bundled one counts."""
    found = {}
    for card in list_cards(folders()):
        if task is None or card.task == task:
            found.setdefault(card.id, card)
    chosen = model_settings.default_model(task) if task is not None else ""
    return sorted(found.values(), key=lambda card: card.id != chosen)


def default_id(task: str) -> str | None:
    return next((card.id for card in cards(task)), None)


def problems() -> list[str]:
    """What is wrong with folders in the user's models folder that hold a card which cannot be read."""
    found = []
    for path in sorted(settings.models_folder().glob(f"[!.]*/{CARD_FILE}")):
        try:
            read_card(path.parent)
        except ModelError as error:
            found.append(told(error))
    return found


def is_bundled(card: ModelCard) -> bool:
    return card.folder.parent == BUNDLED


def delete(card: ModelCard) -> None:
    """A model of the user's own. Raises ModelError where it is none, or cannot be removed: then it is still whole."""
    if card.folder.parent != settings.models_folder():
        raise ModelError(tr("{} comes with the plugin and cannot be deleted.").format(card.title))
    aside = card.folder.with_name(f"{REMOVED}{secrets.token_hex(4)}")
    try:
        os.replace(card.folder, aside)
    except OSError as error:
        text = tr("{} cannot be deleted: {}. Is it in use?")
        raise ModelError(text.format(card.folder, error.strerror or error)) from error
    remove_folder(aside)
    if model_settings.default_model(card.task) == card.id:
        model_settings.set_default_model(card.task, "")


def no_models(task: str) -> str:
    """What to do when a task has no model."""
    return tr(
        "There is no model for {}. Put a model folder (with {}) into {}, or install the plugin again to get the "
        "bundled ones."
    ).format(task_name(task), CARD_FILE, settings.models_folder())


def find(model_id: str, task: str) -> ModelCard:
    """Raises ModelError saying which ids there are."""
    at_hand = cards()
    ids = [card.id for card in at_hand if card.task == task]
    if not ids:
        raise ModelError(no_models(task))
    choose = tr("Models for {}: {}.").format(task_name(task), ", ".join(ids))
    for card in at_hand:
        if card.id == model_id and card.task == task:
            return card
        if card.id == model_id:
            raise ModelError(tr("Model '{}' is made for {}. {}").format(model_id, task_name(card.task), choose))
    for folder in folders():
        if model_id and Path(model_id).name == model_id and (folder / model_id / CARD_FILE).exists():
            read_card(folder / model_id)  # says what is wrong with it
    raise ModelError(tr("There is no model '{}'. {}").format(model_id, choose))
