# SPDX-License-Identifier: GPL-3.0-or-later
"""Which network weights belong to, told from their names and shapes alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from ...core.cards.kinds import KINDS, MOST_CLASSES
from ...core.errors import ModelError
from ...core.sentences import say
from ..export.weights import DERIVED, TRAINING_ONLY
from ..networks.lrformer import VARIANTS as LRFORMERS
from ..networks.lsknet import VARIANTS as LSKNETS
from ..networks.lwganet import VARIANTS as LWGANETS
from ..registry import create_model, list_models

"""A class raster has no more values."""
PROFILER = ("total_ops", "total_params")
"""What a counter of operations leaves in the weights of a model that it was run on."""
SHOWN = 6
"""Keys in a message."""

Shapes = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Family:
    key: str
    """A weight that no other family has; its first side is the width of the first stage."""
    widths: dict[int, str]
    """Width -> variant."""


FAMILIES = {
    "lwganet": Family("Stem.proj.weight", {spec.widths[0]: name for name, spec in LWGANETS.items()}),
    "lsknet": Family(
        "block1.0.attn.spatial_gating_unit.conv0.weight", {spec.widths[0]: name for name, spec in LSKNETS.items()}
    ),
    "lrformer": Family("block1.0.attn.q.0.weight", {spec.widths[0]: name for name, spec in LRFORMERS.items()}),
}


@dataclass(frozen=True)
class Head:
    task: str
    key: str
    """A weight that no other head has."""
    network: str
    """Name in the registry, of a family and a variant."""
    besides: int | None = 0
    """How many rows of that weight are no classes; None: it does not tell, there are two."""
    sizes: tuple[tuple[str, str, int, int], ...] = ()
    """Arguments of the network with the weight, its side and the published value that tell them."""


HEADS = (
    Head(
        "detection", "roi_head.bbox_head.fc_cls.weight", "oriented_rcnn_{}_{}", 1,
        (("width", "neck.lateral_convs.0.conv.weight", 0, 256),
         ("hidden", "roi_head.bbox_head.fc_cls.weight", 1, 1024)),
    ),
    Head(
        "segmentation", "decoder.segmentation_head.2.0.weight", "unetformer_{}_{}", 0,
        (("width", "decoder.segmentation_head.2.0.weight", 1, 64),),
    ),
    Head("segmentation", "decode_head.cls_embed.weight", "{}_{}_plus", 1),
    Head("segmentation", "decode_head.conv_seg.weight", "{}_{}"),
    Head(
        "change", "tfm.tffm_x2.conv_branch1.0.weight", "a2net_{}_{}", None,
        (("width", "tfm.tffm_x2.conv_branch1.0.weight", 0, 64),),
    ),
    Head("change", "p5_to_p4.crossattn.value_proj.weight", "clafa_{}_{}", None),
)  # fmt: skip
"""What may be trained smaller than published, our own recipes do, is told by its shapes too."""
CLASSIFIER = Head("classification", "head.weight", "{}_{}")


@dataclass(frozen=True)
class Recognised:
    architecture: str
    family: str
    variant: str
    task: str
    classes: int
    arguments: dict[str, Any] = field(default_factory=dict)
    prefix: str = ""
    """What stands before every name."""


def _backbone(shapes: Shapes, where: str) -> tuple[str, str, str]:
    """Family, variant, and what stands before the backbone's names."""
    for family, spec in FAMILIES.items():
        prefixes = [key[: -len(spec.key)] for key in shapes if key.endswith(spec.key)]
        prefixes = [prefix for prefix in prefixes if not prefix or prefix.endswith(".")]
        if not prefixes:
            continue
        prefix = min(prefixes, key=len)
        width = (*shapes[prefix + spec.key], 0)[0]
        if width not in spec.widths:
            known = ", ".join(f"{name}: {w}" for w, name in spec.widths.items())
            raise ModelError(say("{} looks like {} of width {}; known are {}", where, family, width, known))
        return family, spec.widths[width], prefix
    first = ", ".join(list(shapes)[:SHOWN])
    raise ModelError(
        say(
            "{} holds weights of another network: none of {} is in it. Its names begin: {}",
            where,
            ", ".join(FAMILIES),
            first,
        )
    )


def _head(shapes: Shapes, prefix: str, where: str, backbone: str) -> tuple[Head, str]:
    """The head, and what stands before every name."""
    if prefix + CLASSIFIER.key in shapes:
        return CLASSIFIER, prefix
    root = prefix[: -len("backbone.")] if prefix.endswith("backbone.") else prefix
    for head in HEADS:
        if root + head.key in shapes:
            return head, root
    raise ModelError(
        say(
            "{} holds a backbone alone ({}), which names no classes: it is a start for training, not a "
            "model. Import a checkpoint that was trained for scenes, segmentation, change or detection",
            where,
            backbone,
        )
    )


def recognise(shapes: Shapes, where: str) -> Recognised:
    """What network has weights of these names and shapes.

    Raises:
        ModelError: none that is known; the message says what it looks like.
    """
    family, variant, prefix = _backbone(shapes, where)
    head, root = _head(shapes, prefix, where, f"{family}_{variant}")
    name = head.network.format(family, variant)
    if name not in list_models():
        raise ModelError(say("{} looks like {}, which is not known; known: {}", where, name, ", ".join(list_models())))
    arguments = _sizes(head, shapes, root)
    if head.besides is None:
        return Recognised(name, family, variant, head.task, 2, arguments, root)
    classes = (*shapes[root + head.key], 0)[0] - head.besides
    if not KINDS[head.task].fewest_classes <= classes <= MOST_CLASSES:
        more = " It was trained on ImageNet: a start for training, not a model of scenes." if classes == 1000 else ""
        raise ModelError(say("{} has {} classes; models have up to {}.{}", where, classes, MOST_CLASSES, more))
    return Recognised(name, family, variant, head.task, classes, {"num_classes": classes, **arguments}, root)


def _sizes(head: Head, shapes: Shapes, root: str) -> dict[str, int]:
    """Arguments of the network that are not as published."""
    found = {name: ((*shapes.get(root + key, ()), 0, 0)[side], usual) for name, key, side, usual in head.sizes}
    return {name: size for name, (size, usual) in found.items() if size not in (0, usual)}


def renamed(state: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """Without the prefix, a profiler's counters, and copies that averaging over training keeps beside the weights."""
    flat = {"ema_" + key.replace(".", "_") for key in state}
    return {
        key[len(prefix) :] if key.startswith(prefix) else key: value
        for key, value in state.items()
        if key.split(".")[-1] not in PROFILER and key not in flat
    }


def _listed(what: str, keys: list[str]) -> str:
    more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
    return f"{what}: {', '.join(key[:80] for key in keys[:SHOWN])}{more}" if keys else ""


def _optional(key: str) -> bool:
    return key.endswith(DERIVED) or TRAINING_ONLY in f".{key}"


def filled(recognised: Recognised, state: Mapping[str, Tensor], where: str) -> nn.Module:
    """The network with these weights, in evaluation mode.

    Shapes are compared before memory is taken.

    Raises:
        ModelError: names are missing or left over, shapes differ, or values are no numbers; the message shows them.
    """
    try:
        with torch.device("meta"):
            model = create_model(recognised.architecture, **recognised.arguments)
    except (RuntimeError, ValueError, ZeroDivisionError) as error:
        shown = ", ".join(f"{name} {value}" for name, value in recognised.arguments.items())
        raise ModelError(say("{}: there is no {} of {}", where, recognised.architecture, shown)) from error
    wanted = {key: tuple(value.shape) for key, value in model.state_dict().items()}
    missing = [key for key in wanted if key not in state]
    differing = [
        f"{key} {tuple(state[key].shape)} instead of {shape}"
        for key, shape in wanted.items()
        if key in state and tuple(state[key].shape) != shape
    ]
    faults = (
        _listed("missing", [key for key in missing if not _optional(key)]),
        _listed("left over", [key for key in state if key not in wanted]),
        _listed("of another shape", differing),
    )
    if any(faults):
        raise ModelError(say("{} is not quite {}; {}", where, recognised.architecture, "; ".join(filter(None, faults))))
    if missing:
        model = create_model(recognised.architecture, **recognised.arguments)
    else:
        model = model.to_empty(device="cpu")
    model.load_state_dict(state, strict=False)
    broken = [key for key, value in model.state_dict().items() if not bool(torch.isfinite(value).all())]
    if broken:
        raise ModelError(say("{} holds values that are no numbers (NaN or infinite): {}", where, _listed("in", broken)))
    return model.eval()
