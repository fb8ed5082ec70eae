# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of an imported model: what its authors say of it, and the tiles it wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...core.cards.datasets import Dataset
from .parts.request import model_id
from .recognise import Recognised

RGB = {
    "bands": ["red", "green", "blue"], "value_range": [0, 255],
    "mean": [123.675, 116.28, 103.53], "std": [58.395, 57.12, 57.375],
}  # fmt: skip
"""All published networks are fed so."""


@dataclass(frozen=True)
class Family:
    title: str
    license: str
    attribution: str


FAMILIES = {
    "lwganet": Family(
        "LWGANet", "CC BY-NC 4.0, non-commercial (the authors' README; their LICENSE file says MIT)",
        "LWGANet: Lu et al., AAAI 2026.",
    ),
    "lsknet": Family("LSKNet", "CC BY-NC 4.0, non-commercial", "LSKNet: Li et al., ICCV 2023 and IJCV 2025."),
    "lrformer": Family(
        "LRFormer", "CC BY-NC-SA 4.0, non-commercial (the authors' README; their LICENSE file says Apache-2.0)",
        "LRFormer: Wu et al., TPAMI 2025.",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Tiles:
    """See `core.cards.card`."""

    size: int
    overlap: int
    multiple: int
    smallest: int
    threshold: float | None = None


SCENES = Tiles(224, 0, 32, 96)
"""What validation crops from images whose shorter side is 256."""
MAPS = Tiles(512, 128, 32, 96)
LARGE_MAPS = Tiles(640, 128, 32, 96)
"""The larger LRFormers are trained on these."""
WINDOWS = Tiles(512, 128, 256, 256)
"""UNetFormer's windows fill all maps only where sides are multiples of 256."""
PAIRS = Tiles(256, 64, 32, 96, 0.5)
OBJECTS = Tiles(1024, 200, 32, 96, 0.3)


def tiles(recognised: Recognised) -> Tiles:
    if recognised.task == "segmentation":
        if recognised.architecture.startswith("unetformer"):
            return WINDOWS
        return LARGE_MAPS if recognised.variant in ("l", "xl") else MAPS
    return {"classification": SCENES, "change": PAIRS, "detection": OBJECTS}[recognised.task]


def network_title(recognised: Recognised) -> str:
    """e.g. UNetFormer on LWGANet-L2."""
    name = f"{FAMILIES[recognised.family].title}-{recognised.variant.upper()}"
    if recognised.architecture.endswith("_plus"):
        return f"{name}+"
    heads = {"oriented_rcnn": "Oriented R-CNN", "unetformer": "UNetFormer", "a2net": "A2Net", "clafa": "CLAFA"}
    head = next((title for key, title in heads.items() if recognised.architecture.startswith(key)), "")
    return f"{head} on {name}" if head else name


def card_fields(recognised: Recognised, dataset: Dataset, name: str, license_: str) -> dict[str, Any]:
    """All of a card but where it comes from.

    Args:
        name: the model's, for people; empty: made of network and data set.
        license_: of the weights; empty: as the network's authors publish theirs.
    """
    family, fit = FAMILIES[recognised.family], tiles(recognised)
    network = network_title(recognised)
    weights = license_ or family.license
    return {
        "id": model_id(name or f"{recognised.architecture}_{dataset.id}"),
        "title": name or f"{dataset.title} ({network})",
        "description": f"{network} with the classes of {dataset.title}, imported from a checkpoint. Not measured here: "
        "compare with places that you know.",
        "task": recognised.task,
        "architecture": {"name": recognised.architecture, "arguments": recognised.arguments},
        "classes": [{"name": label.name, "color": label.color} for label in dataset.classes],
        "input": {**RGB, "bands": list(dataset.bands)},
        "gsd": dataset.gsd,
        "gsd_range": list(dataset.gsd_range),
        "tile_size": fit.size,
        "overlap": fit.overlap,
        "multiple": fit.multiple,
        "smallest": fit.smallest,
        "threshold": fit.threshold,
        "license": f"Weights: {weights}. Data: {dataset.license}",
        "attribution": family.attribution,
        "metrics": {},
    }
