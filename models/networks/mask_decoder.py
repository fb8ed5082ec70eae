# SPDX-License-Identifier: GPL-3.0-or-later
"""Segmentation by queries that each find a mask and its class (Mask2Former, Cheng et al., CVPR 2022).

A pixel decoder mixes the three coarser maps of a backbone by deformable attention; queries then
look at these in turn, each only where the mask it found last is.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import NamedTuple

import torch
from torch import Tensor, nn

from .deformable import DeformableAttention, cell_centres
from .layers import Backbone, as_sides, place_type, resize, tokens, unflatten

HEADS = 8
LEVELS = 3
POINTS = 4
QUERIES = 100


class Predictions(NamedTuple):
    """After no, one, ... all layers of the decoder."""

    classes: list[Tensor]
    """(N, Q, K + 1) logits, "no object" last."""
    masks: list[Tensor]
    """(N, Q, H / 4, W / 4) logits."""


def conv_norm(inputs: int, outputs: int, kernel: int = 1, bias: bool = False) -> nn.Sequential:
    conv = nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=bias)
    nn.init.xavier_uniform_(conv.weight)
    return nn.Sequential(OrderedDict(conv=conv, gn=nn.GroupNorm(32, outputs)))


def sine_position(like: Tensor, dim: int) -> Tensor:
    """(H * W, dim) waves of growing length: the first half of the channels along y, the second along x."""
    dtype = place_type(like)
    exponent = torch.arange(dim // 4, dtype=dtype, device=like.device) * (4 / dim)
    frequency = 2 * math.pi / 10000**exponent

    def waves(length: int) -> Tensor:
        place = torch.arange(1, length + 1, dtype=dtype, device=like.device) / (length + 1e-6)
        angle = place[:, None] * frequency
        return torch.stack([angle.sin(), angle.cos()], -1).flatten(1)

    down, across = waves(like.shape[2])[:, None], waves(like.shape[3])[None]
    both = [down + torch.zeros_like(across), across + torch.zeros_like(down)]
    return torch.cat(both, -1).flatten(0, 1)


class FFN(nn.Module):
    """Adds a two-layer perceptron's result to tokens."""

    def __init__(self, dim: int, hidden: int) -> None:
        super().__init__()
        first = nn.Sequential(nn.Linear(dim, hidden), nn.ReLU())
        self.layers = nn.Sequential(first, nn.Linear(hidden, dim))

    def forward(self, x: Tensor) -> Tensor:
        return x + self.layers(x)


class PixelLayer(nn.Module):
    def __init__(self, dim: int) -> None:
        super().__init__()
        self.self_attn = DeformableAttention(dim, HEADS, LEVELS, POINTS)
        self.ffn = FFN(dim, 4 * dim)
        self.norms = nn.ModuleList(nn.LayerNorm(dim) for _ in range(2))

    def forward(self, x: Tensor, position: Tensor, places: Tensor, sides: list[tuple[int, int]]) -> Tensor:
        x = self.norms[0](self.self_attn(x, position, places, x, sides))
        return self.norms[1](self.ffn(x))


class PixelEncoder(nn.Module):
    def __init__(self, dim: int, depth: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(PixelLayer(dim) for _ in range(depth))

    def forward(self, x: Tensor, position: Tensor, places: Tensor, sides: list[tuple[int, int]]) -> Tensor:
        for layer in self.layers:
            x = layer(x, position, places, sides)
        return x


class PixelDecoder(nn.Module):
    """Four backbone maps -> features of `dim` channels for masks (stride 4), and three maps (strides 32, 16, 8)."""

    def __init__(self, widths: tuple[int, ...], dim: int, depth: int = 6) -> None:
        super().__init__()
        self.dim = dim
        self.input_convs = nn.ModuleList(conv_norm(inputs, dim, bias=True) for inputs in widths[:0:-1])
        self.encoder = PixelEncoder(dim, depth)
        self.level_encoding = nn.Embedding(LEVELS, dim)
        self.lateral_convs = nn.ModuleList([conv_norm(widths[0], dim)])
        self.output_convs = nn.ModuleList([conv_norm(dim, dim, 3).append(nn.ReLU())])
        self.mask_feature = nn.Conv2d(dim, dim, 1)

    def forward(self, maps: list[Tensor]) -> tuple[Tensor, list[Tensor]]:
        levels = [conv(x) for conv, x in zip(self.input_convs, maps[:0:-1])]
        sides = [(x.shape[2], x.shape[3]) for x in levels]
        position = [sine_position(x, self.dim) + code for x, code in zip(levels, self.level_encoding.weight)]
        places = [cell_centres(x) for x in levels]
        mixed = self.encoder(torch.cat([tokens(x) for x in levels], 1), torch.cat(position), torch.cat(places), sides)
        start, out = 0, []
        for height, width in sides:
            out.append(as_sides(mixed[:, start : start + height * width], height, width))
            start = start + height * width
        fine = self.lateral_convs[0](maps[0])
        return self.mask_feature(self.output_convs[0](fine + resize(out[2], fine))), out


class Attention(nn.Module):
    """Adds to tokens (N, Q, C) what they find in others (N, L, C)."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.attn = nn.MultiheadAttention(dim, HEADS, batch_first=True)

    def forward(self, x: Tensor, query: Tensor, key: Tensor, value: Tensor, blocked: Tensor | None = None) -> Tensor:
        """`blocked`: (N, Q, L), true where not to look."""
        if blocked is not None:
            blocked = blocked[:, None].expand(-1, HEADS, -1, -1).flatten(0, 1)
        return x + self.attn(query, key, value, attn_mask=blocked, need_weights=False)[0]


class QueryLayer(nn.Module):
    def __init__(self, dim: int) -> None:
        super().__init__()
        self.self_attn = Attention(dim)
        self.cross_attn = Attention(dim)
        self.ffn = FFN(dim, 8 * dim)
        self.norms = nn.ModuleList(nn.LayerNorm(dim) for _ in range(3))

    def forward(self, x: Tensor, place: Tensor, memory: Tensor, position: Tensor, blocked: Tensor) -> Tensor:
        x = self.norms[0](self.cross_attn(x, x + place, memory + position, memory, blocked))
        x = self.norms[1](self.self_attn(x, x + place, x + place, x))
        return self.norms[2](self.ffn(x))


class QueryDecoder(nn.Module):
    def __init__(self, dim: int, depth: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(QueryLayer(dim) for _ in range(depth))
        self.post_norm = nn.LayerNorm(dim)


class MaskHead(nn.Module):
    """Four backbone maps -> `Predictions`."""

    def __init__(self, widths: tuple[int, ...], dim: int, num_classes: int, depth: int = 9) -> None:
        super().__init__()
        self.dim = dim
        self.pixel_decoder = PixelDecoder(widths, dim)
        self.transformer_decoder = QueryDecoder(dim, depth)
        self.query_embed = nn.Embedding(QUERIES, dim)
        self.query_feat = nn.Embedding(QUERIES, dim)
        self.level_embed = nn.Embedding(LEVELS, dim)
        self.cls_embed = nn.Linear(dim, num_classes + 1)
        self.mask_embed = nn.Sequential(
            nn.Linear(dim, dim), nn.ReLU(), nn.Linear(dim, dim), nn.ReLU(), nn.Linear(dim, dim)
        )
        for module in self.modules():
            if isinstance(module, DeformableAttention):
                module.reset()

    def _predict(self, queries: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        normed = self.transformer_decoder.post_norm(queries)
        masks = self.mask_embed(normed) @ features.flatten(2)
        return self.cls_embed(normed), unflatten(masks, 2, (features.shape[2], features.shape[3]))

    @staticmethod
    def _blocked(masks: Tensor, level: Tensor) -> Tensor:
        """(N, Q, L) the cells of a level outside each query's mask; none where all would be."""
        outside = torch.sigmoid(resize(masks.detach(), level)).flatten(2) < 0.5
        return outside & ~outside.all(2, keepdim=True)

    def forward(self, maps: list[Tensor]) -> Predictions:
        features, levels = self.pixel_decoder(maps)
        memory = [tokens(x) + code for x, code in zip(levels, self.level_embed.weight)]
        positions = [sine_position(x, self.dim) for x in levels]
        queries = self.query_feat.weight.expand(features.shape[0], -1, -1)
        found = [self._predict(queries, features)]
        for index, layer in enumerate(self.transformer_decoder.layers):
            level = index % LEVELS
            blocked = self._blocked(found[-1][1], levels[level])
            queries = layer(queries, self.query_embed.weight, memory[level], positions[level], blocked)
            found.append(self._predict(queries, features))
        return Predictions([classes for classes, _ in found], [masks for _, masks in found])


class MaskSegmenter(nn.Module):
    """(N, 3, H, W) -> scores (N, K, H, W), 0 or more but no probabilities; in training `Predictions`.

    A class's score is the sum over the queries of its probability times that of the mask. (Exported, scores become
    logits: see `export.DeployedScores`.)

    Args:
        width: channels of the head.
    Raises:
        ValueError: `width` is no multiple of 32, the groups of its norms.
    """

    def __init__(self, backbone: Backbone, num_classes: int = 150, width: int = 256) -> None:
        super().__init__()
        self.backbone = backbone
        self.decode_head = MaskHead(backbone.widths, width, num_classes)

    def forward(self, x: Tensor) -> Tensor | Predictions:
        found: Predictions = self.decode_head(self.backbone(x))
        if self.training:
            return found
        classes = found.classes[-1].softmax(2)[:, :, :-1]
        masks = torch.sigmoid(resize(found.masks[-1], x))
        return unflatten(classes.transpose(1, 2) @ masks.flatten(2), 2, (x.shape[2], x.shape[3]))
