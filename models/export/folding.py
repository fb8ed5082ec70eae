# SPDX-License-Identifier: GPL-3.0-or-later
"""Normalisations made part of the convolutions before them, which ONNX Runtime does by itself."""

from __future__ import annotations

from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


def fold_norms(model: nn.Module) -> nn.Module:
    """`model`, in evaluation mode, with each batch normalisation that directly follows a convolution gone.

    Only within `nn.Sequential`, where that order is certain. The numbers stay but for rounding;
    the names of the parameters stay, the normalisations' are gone.
    """
    for module in model.modules():
        if not isinstance(module, nn.Sequential):
            continue
        parts = list(module.named_children())
        for (name, conv), (follower, norm) in zip(parts, parts[1:]):
            if isinstance(conv, (nn.Conv2d, nn.ConvTranspose2d)) and isinstance(norm, nn.BatchNorm2d):
                setattr(module, name, fuse_conv_bn_eval(conv, norm, isinstance(conv, nn.ConvTranspose2d)))
                setattr(module, follower, nn.Identity())
    return model
