# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks by name: `create_model("lwganet_l0", num_classes=45)`, `list_models()`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from torch import nn

from .detection.oriented_rcnn import OrientedRCNN
from .networks import lrformer, lsknet, lwganet
from .networks.a2net import A2Net
from .networks.clafa import CLAFA
from .networks.layers import Backbone
from .networks.lrformer import LRFormer, LRFormerFeatures
from .networks.lsknet import LSKNet, LSKNetFeatures
from .networks.lwganet import LWGANet, LWGANetFeatures
from .networks.mask_decoder import MaskSegmenter
from .networks.unetformer import CeilUNetFormer, UNetFormer


def _either(
    network: Callable[..., nn.Module], backbone: Callable[..., Backbone], *, features_only: bool = False, **args: Any
) -> nn.Module:
    return (backbone if features_only else network)(**args)


def _on(
    backbone: Callable[..., Backbone],
    head: Callable[..., nn.Module],
    *,
    drop_path: float | None = None,
    **args: Any,
) -> nn.Module:
    return head(backbone(drop_path=drop_path), **args)


_LWGANETS = {v: partial(LWGANetFeatures, v) for v in lwganet.VARIANTS}
_LSKNETS = {v: partial(LSKNetFeatures, v) for v in lsknet.VARIANTS}
_LRFORMERS = {v: partial(LRFormerFeatures, v) for v in lrformer.VARIANTS}


def _lrformer(variant: str, **args: Any) -> nn.Module:
    segmenter = partial(LRFormer, width=lrformer.VARIANTS[variant].head)
    return _either(partial(_on, _LRFORMERS[variant], segmenter), _LRFORMERS[variant], **args)


_MODELS: dict[str, Callable[..., nn.Module]] = {
    **{f"lwganet_{v}": partial(_either, partial(LWGANet, v), b) for v, b in _LWGANETS.items()},
    **{f"lsknet_{v}": partial(_either, partial(LSKNet, v), b) for v, b in _LSKNETS.items()},
    **{f"lrformer_{v}": partial(_lrformer, v) for v in _LRFORMERS},
    **{f"lrformer_{v}_plus": partial(_on, b, MaskSegmenter) for v, b in _LRFORMERS.items()},
    **{f"unetformer_lwganet_{v}": partial(_on, _LWGANETS[v], UNetFormer) for v in ("l0", "l2")},
    **{f"unetformer_lsknet_{v}": partial(_on, b, CeilUNetFormer) for v, b in _LSKNETS.items()},
    **{f"a2net_lwganet_{v}": partial(_on, _LWGANETS[v], A2Net) for v in ("l0", "l2")},
    **{f"clafa_lwganet_{v}": partial(_on, _LWGANETS[v], CLAFA) for v in ("l0", "l2")},
    **{f"oriented_rcnn_lwganet_{v}": partial(_on, _LWGANETS[v], OrientedRCNN) for v in ("l0", "l2")},
    **{f"oriented_rcnn_lsknet_{v}": partial(_on, b, OrientedRCNN) for v, b in _LSKNETS.items()},
}


def list_models() -> list[str]:
    """Names that `create_model` knows, sorted."""
    return sorted(_MODELS)


def create_model(name: str, **args: Any) -> nn.Module:
    """A network with fresh weights, in training mode.

    Args:
        name: one of `list_models()`.
        args: of the network; all take `drop_path` (rate of the last block; None: the backbone's own).
            `lwganet_*`, `lsknet_*`: `num_classes`, or `features_only=True` for the four dense maps;
            `lrformer_*`: `num_classes`, `width`, or `features_only=True`; `lrformer_*_plus`: `num_classes`, `width`;
            `unetformer_*`: `num_classes`, `width`; `a2net_*`: `width`; `clafa_*`: `width`, `auxiliary`;
            `oriented_rcnn_*`: `num_classes`, `width`, `hidden`, `proposals`.
    Raises:
        ValueError: unknown name; the message lists the known ones.
    """
    if name not in _MODELS:
        raise ValueError(f"unknown model {name!r}; known: {', '.join(list_models())}")
    return _MODELS[name](**args)
