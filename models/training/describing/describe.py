# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trained model's folder says besides its weights: how sure its scores are, and what it was trained on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from ....core.cards.card import GRAPH_FILE, WEIGHTS_FILE, ModelCard
from ....core.cards.writing import write_card
from ....core.familiar.familiarity import FAMILIAR_FILE
from ....core.sessions.choose import open_session
from ....core.sessions.session import Target
from ...export.folder import open_model, write_graph
from ..dataset import Dataset
from ..loop import predictor
from . import calibration, familiar

WORTH = 0.01
"""Calibration error that must be gained: other scores mean other thresholds to people and scripts."""
FILES = (GRAPH_FILE, WEIGHTS_FILE, FAMILIAR_FILE)


def describe(card: ModelCard, fields: dict[str, Any], dataset: Dataset) -> ModelCard:
    """Writes graph, familiarity and card of a folder whose weights are in place.

    What is found on validation goes into `fields`: the calibration, its reliability before and after, and what the
    training's imagery looks like.
    """
    network = open_model(card)
    write_graph(network, card)
    session = open_session(card, Target("onnx", "cpu"), 1)
    side = card.takes.tile_size
    trained, held_out = (familiar.Seen(session, dataset.tiles(split, side)) for split in ("train", "val"))
    familiar.write(familiar.fit(trained, held_out), card.folder)
    predict = predictor(network, torch.device("cpu"))
    judged = dataset.judged(predict, "val")
    found = calibration.fit(judged)
    before, after = (calibration.reliability(*calibration.sureness(judged, one)) for one in (calibration.PLAIN, found))
    if before["ece"] - after["ece"] < WORTH:  # too little to go by, or little to mend
        found, after = calibration.PLAIN, before
    limits = dataset.limits(predict, card.takes.gsd)
    asked = None if "threshold" in limits else fields.get("calibration")
    fields |= limits
    if fields.get("threshold") is not None:
        fields["threshold"] = calibration.moved(fields["threshold"], asked, found)
    fields["calibration"] = found
    fields["training"] = {
        **fields["training"],
        "imagery": familiar.imagery(trained, card.takes.input.bands),
        "reliability": {
            "split": "validation",
            "as_trained": before,
            "calibrated": after,
        },
    }
    kept = {name: value for name, value in fields.items() if name not in ("format", "files")}
    return write_card(kept, Path(card.folder), FILES)
