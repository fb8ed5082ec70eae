# SPDX-License-Identifier: GPL-3.0-or-later
"""A recipe: everything that makes one model, in one TOML file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomllib


class RecipeError(ValueError):
    """A recipe that cannot be followed; the message names the field."""


@dataclass(frozen=True)
class Schedule:
    epochs: int
    steps: int
    """Optimiser steps an epoch; 0: one pass over the training samples."""
    batch: int
    learning_rate: float
    weight_decay: float
    warmup: int
    """Steps of linear warm-up before the cosine to zero."""
    ema: float = 0.998
    """Decay of the running average of the weights, which is what is validated and exported."""
    clip: float = 5.0
    """Largest norm of the gradient."""


@dataclass(frozen=True)
class Augmentation:
    """All eight orientations always; the ranges below are drawn for each sample."""

    size: int
    """Side of the network's input in pixels."""
    scale: tuple[float, float] = (1.0, 1.0)
    """Ground covered by a pixel, relative to the data's."""
    brightness: float = 0.0
    contrast: float = 0.0
    haze: float = 0.0
    """Largest share of a white veil."""
    air: float = 0.0
    """Share of samples seen without the air's own light, as a correction to the ground leaves them."""
    band_gain: float = 0.0
    """Largest logarithm of each band's own gain."""
    band_shift: float = 0.0
    """Largest shift of each band by itself, of white."""
    lift: float = 0.0
    """Share of samples with a constant added to all bands."""
    stretch: float = 0.0
    """Share of samples stretched by percentiles, band by band."""
    gamma: float = 0.0
    """Largest logarithm of the power."""
    blur: float = 0.0
    """Share of samples blurred by a mean of 3 x 3 pixels."""
    noise: float = 0.0
    """Largest deviation of noise, of white."""
    jpeg: float = 0.0
    """Share of samples that went through JPEG."""
    plain: float = 0.0
    """Share of samples whose light stays as it is."""


@dataclass(frozen=True)
class Recipe:
    path: Path
    seed: int
    dataset: str
    source: str
    """File or folder of the data, inside the data folder."""
    network: str
    arguments: dict[str, Any]
    backbone_from: str
    """Model whose trained backbone to start from; empty: from scratch."""
    start_from: str
    """Model of this very network whose weights to start from; empty: none."""
    schedule: Schedule
    augmentation: Augmentation
    card: dict[str, Any]
    """The model card's fields that a person writes."""
    options: dict[str, Any] = field(default_factory=dict)
    """Of the data set and the loss."""

    @property
    def id(self) -> str:
        return str(self.card["id"])


def read_recipe(path: Path, overrides: dict[str, Any] | None = None) -> Recipe:
    """Reads a recipe; `overrides` are dotted names and values, e.g. ``{"schedule.epochs": 2}``.

    Raises:
        RecipeError: unreadable file, unknown, missing or ill-typed field.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RecipeError(f"{path}: {error}") from error
    for name, value in (overrides or {}).items():
        *parents, leaf = name.split(".")
        table = data
        for parent in parents:
            table = table.setdefault(parent, {})
        table[leaf] = value
    try:
        augmentation = dict(data.pop("augmentation"))
        if "scale" in augmentation:
            low, high = augmentation["scale"]
            augmentation["scale"] = (float(low), float(high))
        return Recipe(
            path=path,
            schedule=Schedule(**data.pop("schedule")),
            augmentation=Augmentation(**augmentation),
            **{"backbone_from": "", "start_from": "", **data},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RecipeError(f"{path}: {error}") from error
