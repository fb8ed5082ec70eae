# SPDX-License-Identifier: GPL-3.0-or-later
"""Open water of Sentinel-2 Level-2A scenes of ports (sen2ships, MIT): what near infrared says is water."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
import torch
from torch import Tensor

SIDE, STEP = 64, 16
WATER_FROM = 0.05
"""Mean NDWI of a window from which it is open water."""
REFLECTANCE = 2750.0
"""Times 10,000; what is 255 in EuroSAT."""


def read_water(path: Path, ports: Sequence[str]) -> list[Tensor]:
    """Of each port the windows of open water: uint8 (N, 3, 64, 64), red, green, blue in EuroSAT's range."""
    water = []
    with zipfile.ZipFile(path) as archive:
        for port in ports:
            name = next(n for n in archive.namelist() if n.startswith(port) and n.endswith(".tif"))
            with rasterio.MemoryFile(archive.read(name)) as memory, memory.open() as file:
                red_green_blue_infrared = torch.from_numpy(file.read().astype(np.float32))
            windows = red_green_blue_infrared.unfold(1, SIDE, STEP).unfold(2, SIDE, STEP).flatten(1, 2).transpose(0, 1)
            green, infrared = windows[:, 1], windows[:, 3]
            index = (green - infrared) / (green + infrared).clamp_min(1)
            colours = windows[index.mean((1, 2)) > WATER_FROM, :3]
            water.append((colours * (255 / REFLECTANCE)).round().clamp(0, 255).byte())
    return water
