# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file cannot say, or seldom does: the classes it knows, and the ground resolution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ....core.cards.datasets import Dataset, coloured, datasets, fitting
from ....core.errors import InputError
from ....core.sentences import say

OWN = "own"
"""Id for classes of no known data set."""
ANY_GSD = (0.0001, 1000.0)
TELLING = 3
"""So many classes or more may tell a data set; one or two are too common."""


@dataclass(frozen=True)
class Told:
    """What a file says of its network."""

    network: str
    task: str
    classes: int
    """How many it has."""
    names: tuple[str, ...] = ()
    palette: tuple[str, ...] = ()
    """Colours of the names, #rrggbb."""


@dataclass(frozen=True)
class Wishes:
    """What the user says. Nothing: found out."""

    dataset: str = ""
    labels: tuple[str, ...] = ()
    gsd: float | None = None
    colors: tuple[str, ...] = ()
    """Of the classes, #rrggbb."""


def _own(task: str, names: Sequence[str], palette: Sequence[str] = ()) -> Dataset:
    return Dataset(OWN, "own classes", task, coloured(names, palette), 1.0, ANY_GSD, "not known")


def _named(told: Told, name: str) -> Dataset:
    known, fit = datasets(), [entry.id for entry in fitting(told.task, told.classes)]
    if name not in known:
        raise InputError(say("there is no data set {}; known: {}", repr(name), ", ".join(known)))
    if name not in fit:
        entry = known[name]
        raise InputError(
            say(
                "{} has {} classes for {}, the checkpoint {} for {}. Data sets that fit: {}",
                name,
                len(entry.classes),
                entry.task,
                told.classes,
                told.task,
                ", ".join(fit) or "none; give the names of its classes",
            )
        )
    return known[name]


def _from_file(told: Told) -> Dataset | None:
    if len(told.names) != told.classes:
        return None
    names = [name.lower() for name in told.names]
    for entry in fitting(told.task, told.classes):
        if [label.name.lower() for label in entry.classes] == names:
            return entry
    return _own(told.task, told.names, told.palette)


def _found(told: Told) -> Dataset:
    from_file = _from_file(told)
    if from_file is not None:
        return from_file
    fit = fitting(told.task, told.classes)
    if len(fit) == 1 and told.classes >= TELLING:
        return fit[0]
    count = f"{told.classes} {'class' if told.classes == 1 else 'classes'}"
    if fit:
        raise InputError(
            say(
                "this {} has {} and does not say which: name its data set, one of {}, or give the names of its classes",
                told.network,
                count,
                ", ".join(entry.id for entry in fit),
            )
        )
    raise InputError(
        say(
            "this {} has {}, as no known data set has, and does not say which: give their names in its order",
            told.network,
            count,
        )
    )


def choose(told: Told, wishes: Wishes) -> Dataset:
    """What the weights were trained on, or stand-ins for it with the user's or the file's class names.

    Raises:
        InputError: it does not fit the weights, or they leave it open; the message says what to give.
    """
    if wishes.gsd is not None and not 0 < wishes.gsd < float("inf"):
        raise InputError(say("ground resolution {:g} m is not above 0", wishes.gsd))
    if wishes.labels and len(wishes.labels) != told.classes:
        raise InputError(say("{} class names were given; the checkpoint has {}", len(wishes.labels), told.classes))
    if wishes.dataset:
        chosen = _named(told, wishes.dataset)
    elif wishes.labels:
        chosen = _own(told.task, wishes.labels)
    else:
        chosen = _found(told)
    if wishes.dataset and wishes.labels:
        palette = [label.color for label in chosen.classes]
        chosen = replace(chosen, classes=coloured(wishes.labels, palette))
    if wishes.colors:
        if len(wishes.colors) != told.classes:
            raise InputError(
                say("{} colours were given for {} classes: give one for each", len(wishes.colors), told.classes)
            )
        names = [label.name for label in chosen.classes]
        chosen = replace(chosen, classes=coloured(names, wishes.colors))
    if wishes.gsd is not None:
        chosen = replace(chosen, gsd=wishes.gsd, gsd_range=(wishes.gsd / 2, wishes.gsd * 2))
    return chosen
