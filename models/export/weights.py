# SPDX-License-Identifier: GPL-3.0-or-later
"""What inference needs of a network, in a file of its own, and back.

Matrices are in half precision, the rest in single, or all in single.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save
from torch import nn

DERIVED = (".filt", ".relative_position_index", ".num_batches_tracked")
"""Endings of state that the constructor makes, or inference does not need."""
TRAINING_ONLY = ".aux_head."


def save_weights(model: nn.Module, path: Path, half: bool = True) -> None:
    """Stores what inference needs: vectors in single precision, matrices in half or in single."""
    matrices = torch.float16 if half else torch.float32
    state = {
        key: value.detach().cpu().to(matrices if value.dim() > 1 else torch.float32).contiguous()
        for key, value in model.state_dict().items()
        if not key.endswith(DERIVED) and TRAINING_ONLY not in key
    }
    path.write_bytes(save(state))


def load_weights(model: nn.Module, path: Path) -> nn.Module:
    """Fills `model` from `save_weights` and puts it in evaluation mode.

    Raises:
        ValueError: a key is missing or left over; the message shows them.
    """
    state = {key: value.float() for key, value in load_file(path).items()}
    outcome = model.load_state_dict(state, strict=False)
    missing = [k for k in outcome.missing_keys if not k.endswith(DERIVED) and TRAINING_ONLY not in k]
    if missing or outcome.unexpected_keys:
        raise ValueError(f"{path}: missing {missing[:5]}, left over {outcome.unexpected_keys[:5]}")
    return model.eval()
