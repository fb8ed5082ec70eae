# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a network that sessions run: values of the card's range in, the card's output out."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ...core.cards.card import ModelCard, ModelInput
from ..networks.clafa import CLAFA
from ..networks.mask_decoder import MaskSegmenter
from .features import last_stage, pooled

LEAST_SCORE = 1e-6
"""Of a class, that stands for none: half precision knows it too."""


class Deployed(nn.Module):
    """A network as sessions run it: values of the card's range in, the card's output out.

    With `features` it also gives what its last stage sees (`core.cards.kinds.FEATURES`).
    """

    mean: Tensor
    std: Tensor
    features = False

    def __init__(self, network: nn.Module, model_input: ModelInput) -> None:
        super().__init__()
        self.network = network.eval()
        self.resize = model_input.resize
        self.register_buffer("mean", torch.tensor(model_input.mean).view(1, -1, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(model_input.std).view(1, -1, 1, 1), persistent=False)

    def _prepare(self, image: Tensor) -> Tensor:
        image = (image - self.mean) / self.std
        if self.resize != 1.0:
            image = F.interpolate(image, scale_factor=self.resize, mode="bilinear", align_corners=False)
        return image

    def answer(self, *images: Tensor) -> Tensor:
        out = self.network(*(self._prepare(image) for image in images))
        result: Tensor = out[0] if isinstance(out, (list, tuple)) else out
        return result

    def forward(self, *images: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        if not self.features:
            return self.answer(*images)
        with last_stage(self.network) as seen:
            answer = self.answer(*images)
        return answer, pooled(seen, len(images))


class DeployedDetector(Deployed):
    """A detector, whose boxes are in pixels of the tile, however much that is enlarged inside."""

    def answer(self, *images: Tensor) -> Tensor:
        detections = super().answer(*images)
        if self.resize == 1.0:
            return detections
        return torch.cat([detections[..., :4] / self.resize, detections[..., 4:]], -1)


class DeployedLogits(Deployed):
    """A change network that gives logits of unchanged and changed, as a probability of change."""

    def answer(self, *images: Tensor) -> Tensor:
        return super().answer(*images).softmax(1)[:, 1:]


class DeployedScores(Deployed):
    """A segmenter of queries, whose scores are sums over these: softmax gives the share of a class in the sum."""

    def answer(self, *images: Tensor) -> Tensor:
        return super().answer(*images).clamp(min=LEAST_SCORE).log()


def deploy(model: nn.Module, card: ModelCard, features: bool = False) -> Deployed:
    """`model` behind the card's interface (see `core.cards.card`), in evaluation mode."""
    form = Deployed
    if card.task == "detection":
        form = DeployedDetector
    elif isinstance(model, MaskSegmenter):
        form = DeployedScores
    elif isinstance(model, CLAFA):
        form = DeployedLogits
    deployed = form(model, card.takes.input)
    deployed.features = features
    return deployed
