# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights that a training starts from: a backbone, or a whole network."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor, nn

from .recipe import RecipeError

State = dict[str, Tensor]
Start = Callable[[nn.Module], str]
"""Puts weights into a network; returns what they are, for people."""
LEFT_TO_CHANCE = ("num_batches_tracked", "relative_position_index", "filt")
"""Endings of state that no trained model needs to bring, beside the auxiliary head's."""


def load_backbone(model: nn.Module, state: State) -> int:
    """Copies stem and stages of a trained network into `model.backbone`; returns how many tensors."""
    target = model.get_submodule("backbone")
    own = target.state_dict()
    state = {key.removeprefix("backbone."): value for key, value in state.items()}
    shared = {k: v for k, v in state.items() if k.startswith(("Stem.", "stages.")) and k in own}
    missing = [k for k in own if k.startswith(("Stem.", "stages.")) and k not in shared]
    missing = [k for k in missing if not k.endswith(LEFT_TO_CHANCE)]
    if missing:
        raise RecipeError(f"the backbone to start from lacks {missing[0]} and {len(missing) - 1} more")
    target.load_state_dict(shared, strict=False)
    return len(shared)


def load_whole(model: nn.Module, state: State) -> int:
    """Copies a trained network of the same shape; its auxiliary head may be missing. Returns how many tensors."""
    own = model.state_dict()
    missing = [k for k in own if k not in state and not k.endswith(LEFT_TO_CHANCE) and "aux_head" not in k]
    wrong = [k for k, value in state.items() if k not in own or own[k].shape != value.shape]
    if missing or wrong:
        found = [*missing, *wrong]
        raise RecipeError(f"the model to start from does not fit: {found[0]}, {len(found)} in all")
    model.load_state_dict(state, strict=False)
    return len(state)
