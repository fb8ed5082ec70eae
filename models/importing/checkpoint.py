# SPDX-License-Identifier: GPL-3.0-or-later
"""From a published checkpoint to a model folder."""

from __future__ import annotations

import warnings

from ...core.cards.card import ModelCard, read_card
from ...core.cards.writing import write_card
from ...core.outputs.pending import pending_folder
from ..export.deploy import deploy
from ..export.folder import export_model
from .cards import card_fields, network_title
from .parts.labels import Told, choose
from .parts.request import Request, Say, check_free, sha256
from .reading import read_checkpoint
from .recognise import filled, recognise, renamed
from .verify import verify


def import_checkpoint(request: Request, say: Say = lambda fraction, text: None) -> ModelCard:
    """Makes a model folder of a checkpoint; a failed import leaves nothing.

    Raises:
        EngineError: what is wrong with the file, or what has to be said about it.
    """
    path = request.checkpoint
    where = path.name
    say(0.0, f"reading {where}")
    checkpoint = read_checkpoint(path)
    recognised = recognise({key: tuple(value.shape) for key, value in checkpoint.state.items()}, where)
    say(0.1, f"{where} is {network_title(recognised)} for {recognised.task}, {recognised.classes} classes")
    told = Told(
        recognised.architecture, recognised.task, recognised.classes, checkpoint.classes, checkpoint.palette
    )  # fmt: skip
    dataset = choose(told, request.wishes)
    fields = card_fields(recognised, dataset, request.name, request.license)
    check_free(fields["id"], request.out)
    with pending_folder(request.out / fields["id"]) as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of tracing: what it warns of is compared below
        model = filled(recognised, renamed(checkpoint.state, recognised.prefix), where)
        fields["training"] = {"checkpoint": where, "sha256": sha256(path), "dataset": dataset.id}
        say(0.3, f"exporting {fields['id']}, classes of {dataset.title}")
        card = export_model(model, fields, folder, half=False)
        say(0.7, "comparing the exported model with the network")
        fields["training"]["compared"] = verify(deploy(model, card).eval(), card)
        write_card(fields, folder, card.files)
        say(1.0, f"licence of the model: {card.made.license}")
    return read_card(request.out / card.id)
