# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks (PyTorch), their training and their export.

`create_model` and `list_models` are imported when they are asked for: what is in here and needs no PyTorch runs
without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .registry import create_model, list_models

__all__ = ["create_model", "list_models"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import registry

    return getattr(registry, name)
