# SPDX-License-Identifier: GPL-3.0-or-later
"""What light, air, sensor and storage do to an image: each drawn for each sample of a batch from one generator.

Per band, as the atmosphere and its correction act (Sentinel-2 Level-1C against Level-2A), and all bands together, as
exposure does.
"""

from __future__ import annotations

import io
import warnings

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .recipe import Augmentation

WHITE = 255.0
AIR_LIGHT = (0.120, 0.167, 0.211)
"""What clear air adds to red, green and blue of a satellite image, of 8-bit white at reflectance 0.275: the sea of
EuroSAT (Level-1C) less that of Level-2A scenes of ports."""
AIR_PASSES = (0.93, 0.90, 0.86)
"""The share of the ground's own light that the air lets through."""
OFFSET = 1000 / 2750
"""The constant that Sentinel-2 products carry since 2022, of white at reflectance 0.275."""


def without_air(images: Tensor, amount: Tensor | float = 1.0) -> Tensor:
    """(N, 3, H, W) of 0..255 at the top of the atmosphere, as at the ground; `amount` of it, one or (N, 1, 1, 1)."""
    light = WHITE * images.new_tensor(AIR_LIGHT).view(1, 3, 1, 1) * amount
    passes = 1 - (1 - images.new_tensor(AIR_PASSES).view(1, 3, 1, 1)) * amount
    return ((images - light) / passes).clamp(0, WHITE)


def photometric(images: Tensor, plan: Augmentation, draw: torch.Generator) -> Tensor:
    """(N, C, H, W) values 0..255 under another light, air and sensor, each drawn once for a sample."""
    count, bands = images.shape[:2]
    given = images

    def uniform(low: float, high: float, each: int = 1) -> Tensor:
        return torch.rand(count, each, 1, 1, generator=draw) * (high - low) + low

    def some(share: float) -> Tensor:
        return torch.rand(count, 1, 1, 1, generator=draw) < share

    if plan.air and bands == len(AIR_LIGHT):
        images = torch.where(some(plan.air), without_air(images, uniform(0.3, 1.2)), images)
    if plan.haze:
        veil = plan.haze * torch.rand(count, 1, 1, 1, generator=draw) ** 2
        images = images * (1 - veil) + uniform(0.75 * WHITE, WHITE) * veil
    if plan.band_gain or plan.band_shift:
        gain = torch.exp(uniform(-plan.band_gain, plan.band_gain, bands))
        images = images * gain + WHITE * uniform(-plan.band_shift, plan.band_shift, bands)
    if plan.brightness or plan.contrast:
        gain = 1 + uniform(-plan.contrast, plan.contrast)
        middle = images.mean(dim=(1, 2, 3), keepdim=True)
        images = (images - middle) * gain + middle + WHITE * uniform(-plan.brightness, plan.brightness)
    if plan.lift:
        images = torch.where(some(plan.lift), images + WHITE * uniform(0, OFFSET), images)
    if plan.stretch:
        images = torch.where(some(plan.stretch), stretched(images), images)
    if plan.gamma:
        power = torch.exp(uniform(-plan.gamma, plan.gamma))
        images = WHITE * (images.clamp(0, WHITE) / WHITE) ** power
    if plan.blur:
        images = torch.where(some(plan.blur), F.avg_pool2d(F.pad(images, (1, 1, 1, 1), "replicate"), 3, 1), images)
    if plan.noise:
        strength = plan.noise * WHITE * torch.rand(count, 1, 1, 1, generator=draw) ** 2
        images = images + torch.randn(images.shape, generator=draw) * strength
    return torch.where(some(plan.plain), given, images).clamp(0, WHITE)


def stretched(images: Tensor) -> Tensor:
    """Each band of each sample from its 2nd to its 98th percentile."""
    flat = images.flatten(2)[..., ::7]
    low, high = (torch.quantile(flat, q, dim=2)[..., None, None] for q in (0.02, 0.98))
    return ((images - low) / (high - low).clamp_min(8) * WHITE).clamp(0, WHITE)


def stored(images: Tensor, share: float, draw: torch.Generator) -> Tensor:
    """uint8 (N, 3, H, W), a `share` of it through JPEG: any quality and colour sampling, of two decoders either."""
    from PIL import Image

    picked = torch.nonzero(torch.rand(len(images), generator=draw) < share)[:, 0].tolist()
    if not picked:
        return images
    images = images.clone()
    for index in picked:
        quality, sampling, decoder = (int(torch.randint(n, (), generator=draw)) for n in (50, 3, 2))
        stream = io.BytesIO()
        pixels = images[index].permute(1, 2, 0).contiguous().numpy()
        Image.fromarray(pixels).save(stream, "JPEG", quality=46 + quality, subsampling=sampling)
        images[index] = decoded(stream.getvalue(), gdal=decoder == 1)
    return images


def decoded(content: bytes, gdal: bool) -> Tensor:
    """uint8 (3, H, W) of a JPEG, by GDAL or by Pillow, which differ by a few grey values where colours change."""
    if gdal:
        import rasterio
        from rasterio.errors import NotGeoreferencedWarning

        with rasterio.MemoryFile(content) as file, warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with file.open(driver="JPEG") as source:
                return torch.from_numpy(source.read())
    from PIL import Image

    with Image.open(io.BytesIO(content)) as image:
        return torch.from_numpy(np.asarray(image.convert("RGB")).transpose(2, 0, 1).copy())
