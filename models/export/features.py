# SPDX-License-Identifier: GPL-3.0-or-later
"""What the last stage of a network sees, beside what the network says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn


@contextmanager
def last_stage(network: nn.Module) -> Iterator[list[Tensor]]:
    """Fills a list with the last map of each call of the backbone (N, C, h, w); of a classifier, with what its head
    is given (N, C)."""
    seen: list[Tensor] = []

    def keep_map(_: nn.Module, __: Any, maps: list[Tensor]) -> None:
        seen.append(maps[-1])

    def keep_input(_: nn.Module, given: tuple[Tensor, ...]) -> None:
        seen.append(given[0])

    if hasattr(network, "backbone"):
        handle = network.get_submodule("backbone").register_forward_hook(keep_map)
    else:
        handle = network.get_submodule("head").register_forward_pre_hook(keep_input)
    try:
        yield seen
    finally:
        handle.remove()


def pooled(seen: list[Tensor], images: int) -> Tensor:
    """(N, C) of one image, (N, 2, C) of two, whether the backbone saw these one by one or as one batch."""
    means = torch.cat([part.mean(dim=(2, 3)) if part.dim() == 4 else part for part in seen])
    return means if images == 1 else means.unflatten(0, (images, -1)).transpose(0, 1)
