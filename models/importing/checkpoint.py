# SPDX-License-Identifier: GPL-3.0-or-later
"""From a published checkpoint to a model folder."""

from __future__ import annotations

import warnings

from ...core.cards.card import ModelCard, read_card
from ...core.cards.writing import write_card
from ...core.outputs.pending import pending_folder
from ...core.sentences import say
from ..export.deploy import deploy
from ..export.folder import export_model
from .cards import card_fields, network_title
from .parts.labels import Told, choose
from .parts.request import Request, Tell, check_free, sha256
from .reading import read_checkpoint
from .recognise import filled, recognise, renamed
from .verify import verify


def import_checkpoint(request: Request, tell: Tell = lambda fraction, text: None) -> ModelCard:
    """Makes a model folder of a checkpoint; a failed import leaves nothing.

    Raises:
        EngineError: what is wrong with the file, or what has to be said about it.
    """
    path = request.checkpoint
    where = path.name
    tell(0.0, say("reading {}", where))
    checkpoint = read_checkpoint(path)
    recognised = recognise({key: tuple(value.shape) for key, value in checkpoint.state.items()}, where)
    found = say("{} is {} for {}, {} classes", where, network_title(recognised), recognised.task, recognised.classes)
    tell(0.1, found)
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
        tell(0.3, say("exporting {}, classes of {}", fields["id"], dataset.title))
        card = export_model(model, fields, folder, half=False)
        tell(0.7, say("comparing the exported model with the network"))
        fields["training"]["compared"] = verify(deploy(model, card).eval(), card)
        write_card(fields, folder, card.files)
        tell(1.0, say("licence of the model: {}", card.made.license))
    return read_card(request.out / card.id)
