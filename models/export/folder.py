# SPDX-License-Identifier: GPL-3.0-or-later
"""Model folders: card, graph and weights, written and opened.

The weights lie once, in ``weights.safetensors``; the graph refers to them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from torch import nn

from ...core.cards.card import GRAPH_FILE, WEIGHTS_FILE, ModelCard, draft_card
from ...core.cards.writing import write_card
from ..registry import create_model
from .deploy import deploy
from .graph import graph_of
from .weights import load_weights, save_weights


def open_model(card: ModelCard) -> nn.Module:
    """The trained network of a model folder, in evaluation mode."""
    return load_weights(_network(card), card.path(WEIGHTS_FILE))


def _network(card: ModelCard) -> nn.Module:
    wanted = card.made.architecture
    return create_model(wanted.name, **wanted.arguments)


def export_model(model: nn.Module, fields: dict[str, Any], folder: Path, half: bool = True) -> ModelCard:
    """Writes a model folder.

    Args:
        model: a trained network made by `create_model`.
        fields: the card but for `format` and `files`.
        folder: made if it is missing; what it holds of these files is replaced.
        half: whether to keep matrices in half precision, at half the size.
    Raises:
        ModelError: `fields` are not a whole card.
    """
    folder.mkdir(parents=True, exist_ok=True)
    card = draft_card(fields, folder)
    save_weights(model, folder / WEIGHTS_FILE, half)
    rounded = load_weights(_network(card), folder / WEIGHTS_FILE)
    graph = graph_of(deploy(rounded, card).eval(), card, folder / WEIGHTS_FILE)
    (folder / GRAPH_FILE).write_bytes(graph.SerializeToString())
    return write_card(fields, folder, (GRAPH_FILE, WEIGHTS_FILE))
