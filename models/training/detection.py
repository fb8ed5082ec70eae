# SPDX-License-Identifier: GPL-3.0-or-later
"""Losses of Oriented R-CNN (Xie et al., ICCV 2021): anchors become proposals, proposals become boxes.

Targets of a batch are one tensor (N, M, 6): centre x, centre y, w, h, angle (see `box_coders`) and
class, which is -1 in rows that only pad and -2 for difficult objects: what lies on those is
learnt neither as an object nor as background.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from ...core.boxes.overlap import iou_matrix
from ..detection.box_coders import delta_encode, hulls, midpoint_encode
from . import assignment

PADDING, DIFFICULT = -1, -2
ANCHOR_POSITIVE, ANCHOR_NEGATIVE = 0.7, 0.3
"""Upright IoU; an anchor that is a box's best is positive from ANCHOR_NEGATIVE on."""
PROPOSAL_POSITIVE = 0.5
"""Rotated IoU; below, a proposal is background."""
SMALLEST_SIDE = 1e-3


@dataclass(frozen=True)
class Sampling:
    """How many candidates of an image the losses see, and the largest share of positives."""

    anchors: int = 256
    anchor_positives: float = 0.5
    proposals: int = 512
    proposal_positives: float = 0.25


def pack(images: Sequence[Tensor]) -> Tensor:
    """Targets (M_i, 6) of images as one (N, max M_i, 6)."""
    return torch.nn.utils.rnn.pad_sequence(list(images), batch_first=True, padding_value=PADDING)


def _smooth_l1(values: Tensor, targets: Tensor, beta: float) -> Tensor:
    return F.smooth_l1_loss(values.float(), targets, reduction="sum", beta=beta)


def match_anchors(anchors: Tensor, truth: Tensor) -> Tensor:
    """(A,) match of upright anchors (A, 4) with one image's boxes (M, 6) without padding rows."""
    hull, difficult = hulls(truth[:, :5]), truth[:, 5] == DIFFICULT
    iou, share = assignment.overlap(anchors, hull), assignment.share_inside(anchors, hull[difficult])
    rescue = torch.where(difficult, torch.inf, ANCHOR_NEGATIVE)
    found = assignment.match(iou, ANCHOR_POSITIVE, ANCHOR_NEGATIVE, rescue)
    return assignment.leave_out(found, difficult, iou, share, ANCHOR_NEGATIVE)


def match_proposals(proposals: Tensor, truth: Tensor) -> Tensor:
    """(R,) match of rotated proposals (R, 5) with one image's boxes (M, 6) without padding rows."""
    boxes, difficult = truth[:, :5], truth[:, 5] == DIFFICULT
    exact = iou_matrix(proposals.double().cpu().numpy(), boxes.double().cpu().numpy())
    iou = torch.as_tensor(exact, dtype=torch.float32, device=proposals.device).view(len(proposals), len(boxes))
    area = (proposals[:, 2] * proposals[:, 3])[:, None]
    share = iou / (1 + iou) * (area + boxes[:, 2] * boxes[:, 3]) / area
    found = assignment.match(iou, PROPOSAL_POSITIVE, PROPOSAL_POSITIVE)
    return assignment.leave_out(found, difficult, iou, share[:, difficult], PROPOSAL_POSITIVE)


def proposal_loss(outputs: Any, truths: Sequence[Tensor], plan: Sampling, draw: torch.Generator) -> Tensor:
    """Objectness (BCE) and midpoint offsets (smooth L1, beta 1/9) of sampled anchors.

    Both sums are divided by the number of sampled anchors of the batch, negatives too, as published.
    """
    total, count = outputs.objectness.new_zeros((), dtype=torch.float32), 0
    for objectness, offsets, truth in zip(outputs.objectness, outputs.offsets, truths):
        found = match_anchors(outputs.anchors, truth)
        positives, negatives = assignment.draw_samples(found, plan.anchors, plan.anchor_positives, draw)
        wanted = midpoint_encode(outputs.anchors[positives], truth[found[positives], :5])
        logits = objectness[torch.cat([positives, negatives])].float()
        label = torch.zeros_like(logits)
        label[: len(positives)] = 1
        total = total + F.binary_cross_entropy_with_logits(logits, label, reduction="sum")
        total = total + _smooth_l1(offsets[positives], wanted, 1 / 9)
        count += len(logits)
    return total / max(count, 1)


def _sample_proposals(
    proposals: Tensor, truth: Tensor, background: int, plan: Sampling, draw: torch.Generator
) -> tuple[Tensor, Tensor, Tensor]:
    """Boxes (S, 5), their classes (S,), and the deltas (P, 5) of the first P, which are the positives."""
    sure = truth[truth[:, 5] >= 0, :5]
    candidates = torch.cat([sure, proposals])
    candidates = torch.cat([candidates[:, :2], candidates[:, 2:4].clamp(min=SMALLEST_SIDE), candidates[:, 4:]], 1)
    found = match_proposals(candidates, truth)
    positives, negatives = assignment.draw_samples(found, plan.proposals, plan.proposal_positives, draw)
    theirs = truth[found[positives]]
    label = torch.full((len(positives) + len(negatives),), background, device=truth.device)
    label[: len(positives)] = theirs[:, 5].long()
    deltas = delta_encode(candidates[positives], theirs[:, :5])
    return candidates[torch.cat([positives, negatives])], label, deltas


def box_loss(outputs: Any, truths: Sequence[Tensor], classes: int, plan: Sampling, draw: torch.Generator) -> Tensor:
    """Classes (cross-entropy) and deltas (smooth L1, beta 1) of sampled proposals and the reference boxes.

    Both sums are divided by the number of samples of the batch, as published.
    """
    boxes, labels, wanted, positive = [], [], [], []
    for index, (proposals, scores, truth) in enumerate(zip(outputs.proposals, outputs.scores, truths)):
        picked, label, deltas = _sample_proposals(proposals[scores > 0].float(), truth, classes, plan, draw)
        boxes.append(F.pad(picked, (1, 0), value=index))
        labels.append(label)
        wanted.append(deltas)
        positive.append(torch.arange(len(label), device=label.device) < len(deltas))
    label = torch.cat(labels)
    device = label.device.type
    with torch.autocast(device, enabled=device == "cuda"):  # the features may be in half precision
        logits, deltas = outputs.head(torch.cat(boxes))
    total = F.cross_entropy(logits.float(), label, reduction="sum")
    total = total + _smooth_l1(deltas[torch.cat(positive)], torch.cat(wanted), 1.0)
    return total / max(len(label), 1)


def detection_loss(
    outputs: Any,
    target: Tensor,
    classes: int = 1,
    plan: Sampling | None = None,
    draw: torch.Generator | None = None,
) -> Tensor:
    """Sum of both stages' losses.

    Args:
        outputs: of `oriented_rcnn` in training.
        target: (N, M, 6), see the module; on the outputs' device.
        classes: how many, without background.
        draw: what samples are drawn from; None: torch's own generator of the CPU.
    """
    plan, draw = plan or Sampling(), draw or torch.default_generator
    truths = [rows[rows[:, 5] != PADDING].float() for rows in target]
    return proposal_loss(outputs, truths, plan, draw) + box_loss(outputs, truths, classes, plan, draw)
