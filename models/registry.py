# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks by name: `create_model("lwganet_l0", num_classes=45)`, `list_models()`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from torch import nn

from .a2net import A2Net
from .lwganet import VARIANTS, LWGANet, LWGANetFeatures
from .oriented_rcnn import OrientedRCNN
from .unetformer import UNetFormer


def _lwganet(variant: str, *, features_only: bool = False, **args: Any) -> nn.Module:
    return LWGANetFeatures(variant, **args) if features_only else LWGANet(variant, **args)


def _on_lwganet(
    head: Callable[..., nn.Module], variant: str, *, drop_path: float | None = None, **args: Any
) -> nn.Module:
    return head(LWGANetFeatures(variant, drop_path), **args)


_MODELS: dict[str, Callable[..., nn.Module]] = {
    **{f"lwganet_{v}": partial(_lwganet, v) for v in VARIANTS},
    **{f"unetformer_lwganet_{v}": partial(_on_lwganet, UNetFormer, v) for v in ("l0", "l2")},
    **{f"a2net_lwganet_{v}": partial(_on_lwganet, A2Net, v) for v in ("l0", "l2")},
    **{f"oriented_rcnn_lwganet_{v}": partial(_on_lwganet, OrientedRCNN, v) for v in ("l0", "l2")},
}


def list_models() -> list[str]:
    """Names that `create_model` knows, sorted."""
    return sorted(_MODELS)


def create_model(name: str, **args: Any) -> nn.Module:
    """A network with fresh weights, in training mode.

    Args:
        name: one of `list_models()`.
        args: of the network; all take `drop_path` (rate of the last block; None: the published one).
            `lwganet_*`: `num_classes`, or `features_only=True` for the four dense maps;
            `unetformer_*`: `num_classes`, `width`; `a2net_*`: `width`;
            `oriented_rcnn_*`: `num_classes`, `width`, `hidden`, `proposals`.
    Raises:
        ValueError: unknown name; the message lists the known ones.
    """
    if name not in _MODELS:
        raise ValueError(f"unknown model {name!r}; known: {', '.join(list_models())}")
    return _MODELS[name](**args)
