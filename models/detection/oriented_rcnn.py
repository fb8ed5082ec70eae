# SPDX-License-Identifier: GPL-3.0-or-later
"""Oriented R-CNN: rotated object detection on any four-map backbone (Xie et al., ICCV 2021)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import torch
from torch import Tensor, nn

from ..networks.layers import Backbone, place_type, single_precision
from .box_coders import delta_decode
from .fpn import FPN
from .oriented_rpn import CANDIDATES, STRIDES, OrientedRPN, propose
from .rotated_roi import BINS, BoxHead, rotated_roi_align, rotated_roi_parts

Head = Callable[[Tensor], tuple[Tensor, Tensor]]


class Outputs(NamedTuple):
    """What the losses need; boxes and anchors in pixels of the input."""

    anchors: Tensor
    """(A, 4) left, top, right, bottom: levels, then rows, columns and anchors of a cell."""
    objectness: Tensor
    """(N, A) logits."""
    offsets: Tensor
    """(N, A, 6), see `box_coders.midpoint_encode`."""
    proposals: Tensor
    """(N, R, 5), without gradient."""
    scores: Tensor
    """(N, R) objectness of the proposals, 0..1; 0 for rows that only pad."""
    head: Head
    """Regions (M, 6), batch index before the box -> class logits (M, K + 1), background last, and deltas (M, 5)."""


class RoIHead(nn.Module):
    """The box head on pyramid features of `width` channels."""

    def __init__(self, width: int, hidden: int, num_classes: int) -> None:
        super().__init__()
        self.bbox_head = BoxHead(width * BINS * BINS, hidden, num_classes)

    def forward(self, pyramid: list[Tensor], rois: Tensor) -> tuple[Tensor, Tensor]:
        """Pyramid and regions (M, 6) -> class logits and deltas; the coarsest level is not looked at."""
        return self.bbox_head(rotated_roi_align(pyramid[:-1], rois))

    def in_parts(self, pyramid: list[Tensor], rois: Tensor, per_image: int) -> tuple[Tensor, Tensor]:
        """`forward` of regions (N * R, 6), `per_image` = R, in little memory: (N, R, K + 1) and (N, R, 5)."""
        parts = [self.bbox_head(features) for features in rotated_roi_parts(pyramid[:-1], rois, per_image)]
        n = pyramid[0].shape[0]
        logits, deltas = (torch.cat([x.view(n, -1, x.shape[1]) for x in of], 1) for of in zip(*parts))
        return logits, deltas


class OrientedRCNN(nn.Module):
    """(N, 3, H, W) -> detections (N, R, 5 + K); in training `Outputs`.

    A detection is a rotated box (see `box_coders`) in pixels of the input and the scores of the K
    classes, 0..1; all 0 in rows that only pad. Detections of one object are not merged yet.

    Args:
        width: channels of the pyramid.
        hidden: of the box head.
        proposals: R.
    Raises:
        ValueError: more proposals than there can be candidates.
    """

    def __init__(
        self, backbone: Backbone, num_classes: int = 15, width: int = 256, hidden: int = 1024, proposals: int = 2000
    ) -> None:
        super().__init__()
        if not 1 <= proposals <= CANDIDATES * len(STRIDES):
            raise ValueError(f"expected 1 to {CANDIDATES * len(STRIDES)} proposals, found {proposals}")
        self.num_classes, self.proposals = num_classes, proposals
        self.backbone = backbone
        self.neck = FPN(backbone.widths, width)
        self.rpn_head = OrientedRPN(width)
        self.roi_head = RoIHead(width, hidden, num_classes)

    def pyramid(self, images: Tensor) -> list[Tensor]:
        """The five maps (N, width, H / s, W / s), strides s of 4 to 64."""
        return self.neck(self.backbone(images))

    def forward(self, images: Tensor) -> Tensor | Outputs:
        pyramid = [x.to(place_type(x)) for x in self.pyramid(images)]
        with single_precision(images.device):  # half has too few digits for places in an image
            return self._found(pyramid, images)

    def _found(self, pyramid: list[Tensor], images: Tensor) -> Tensor | Outputs:
        levels = self.rpn_head(pyramid)
        proposals, scores = propose(levels, self.proposals)
        if not self.training:
            return self.detect(pyramid, proposals, scores, (images.shape[2], images.shape[3]))
        anchors, objectness, offsets = zip(*levels)
        head = partial(self.roi_head, pyramid)
        return Outputs(torch.cat(anchors), torch.cat(objectness, 1), torch.cat(offsets, 1), proposals, scores, head)

    def detect(self, pyramid: list[Tensor], proposals: Tensor, scores: Tensor, size: tuple[int, int]) -> Tensor:
        """Detections (N, R, 5 + K) of images of `size` from proposals (N, R, 5) and their objectness (N, R)."""
        batch = torch.arange(proposals.shape[0], dtype=proposals.dtype, device=proposals.device).view(-1, 1, 1)
        rois = torch.cat([batch + torch.zeros_like(proposals[:, :, :1]), proposals], 2).flatten(0, 1)
        logits, deltas = self.roi_head.in_parts(pyramid, rois, self.proposals)
        boxes = delta_decode(proposals, deltas, size)
        found = logits.softmax(2)[:, :, :-1] * (scores[:, :, None] > 0)
        return torch.cat([boxes, found], 2)
