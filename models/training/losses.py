# SPDX-License-Identifier: GPL-3.0-or-later
"""Losses of the three tasks, as published (see the networks' papers), with ignored pixels.

A segmentation target may also be a set of classes, of which one is right (`one_of`).
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
import torch.nn.functional as F
from torch import Tensor

IGNORE = 255
SMOOTHING = 0.05
SET = 128
"""From here on a target is a set: the class numbers (0 to 6) are its bits. All of them are IGNORE: nothing is known."""


def one_of(classes: Iterable[int]) -> int:
    """The target of a pixel that is one of these classes."""
    return SET + sum(1 << number for number in set(classes))


def classification_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy with labels smoothed by 0.1; logits (N, K), target (N,)."""
    return F.cross_entropy(logits, target, label_smoothing=0.1)


def smoothed_cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy of (N, K, H, W) against (N, H, W), labels smoothed by 0.05; of sets, of their share in all.

    Pixels of no class and no set add nothing but stay in the mean's denominator, as in the published training.
    """
    classes = logits.shape[1]
    log_p = logits.log_softmax(dim=1)
    known = target < classes
    nll = -log_p.gather(1, torch.where(known, target, 0)[:, None])[:, 0]
    even = -log_p.sum(dim=1)
    loss = ((1 - SMOOTHING) * nll + SMOOTHING / classes * even) * known
    in_set = (target >= SET) & (target != IGNORE)
    if in_set.any():
        loss = loss + _set_loss(log_p, target, in_set)
    return loss.mean()


def _set_loss(log_p: Tensor, target: Tensor, in_set: Tensor) -> Tensor:
    bits = torch.arange(log_p.shape[1], device=target.device).view(1, -1, 1, 1)
    member = (target[:, None] >> bits) & 1 == 1
    share = log_p.masked_fill(~member & in_set[:, None], -torch.inf).logsumexp(1)
    return torch.where(in_set, -share, 0.0)


def dice_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Mean over classes of one minus the Dice overlap of the whole batch; absent classes count 0, sets nothing."""
    known = (target < logits.shape[1])[:, None]
    truth = F.one_hot(torch.where(known[:, 0], target, 0), logits.shape[1]).permute(0, 3, 1, 2) * known
    p = logits.softmax(dim=1) * known
    dims = (0, 2, 3)
    overlap, cardinality = (p * truth).sum(dims), (p + truth).sum(dims)
    loss = 1 - (2 * overlap + SMOOTHING) / (cardinality + SMOOTHING).clamp_min(1e-7)
    return (loss * (truth.sum(dims) > 0)).mean()


def segmentation_loss(outputs: tuple[Tensor, Tensor], target: Tensor) -> Tensor:
    """Cross-entropy and Dice of the logits plus 0.4 of the auxiliary logits' cross-entropy."""
    logits, auxiliary = outputs
    main = smoothed_cross_entropy(logits, target) + dice_loss(logits, target)
    return main + 0.4 * smoothed_cross_entropy(auxiliary, target)


def change_loss(masks: list[Tensor], target: Tensor) -> Tensor:
    """Binary cross-entropy and Dice, summed over the four outputs (N, 1, H, W) of values 0..1."""
    known = target != IGNORE
    truth = (target == 1)[known].float()
    total = torch.zeros((), device=target.device)
    for mask in masks:
        p = mask[:, 0][known]
        dice = 1 - (2 * (p * truth).sum() + 1e-5) / (p.sum() + truth.sum() + 1e-5)
        total = total + F.binary_cross_entropy(p, truth) + dice
    return total
