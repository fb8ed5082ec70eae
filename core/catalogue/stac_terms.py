# SPDX-License-Identifier: GPL-3.0-or-later
"""What STAC's extension for machine-learning models (MLM) and our cards call the same things."""

from __future__ import annotations

import re

from ..cards.card import GRAPH_FILE, WEIGHTS_FILE

VERSION = "1.1.0"
MLM = "https://stac-extensions.github.io/mlm/"
EXTENSIONS = (
    f"{MLM}v1.5.2/schema.json",
    "https://stac-extensions.github.io/classification/v2.0.0/schema.json",
    "https://stac-extensions.github.io/file/v2.1.0/schema.json",
)
TASKS = {
    "classification": ("scene-classification",), "segmentation": ("semantic-segmentation",),
    "change": ("semantic-segmentation",), "detection": ("object-detection",),
}  # fmt: skip
"""By our tasks. MLM has no word for change, nor for boxes that are turned: `CARD` says those."""
READ_AS = {
    "scene-classification": "classification", "classification": "classification",
    "semantic-segmentation": "segmentation", "segmentation": "segmentation",
    "object-detection": "detection", "detection": "detection",
}  # fmt: skip
CARD = "lwganet:card"
"""The property with what the card says and MLM has no field for."""
TRAINED = "lwganet:trained"
COMMERCIAL = "lwganet:commercial_use"
SHA256 = "1220"
"""How a multihash begins that holds one, of 32 bytes."""
ASSETS = {GRAPH_FILE: "model", WEIGHTS_FILE: "weights"}
"""Names of assets by names of files."""
MEDIA = {
    GRAPH_FILE: "application/octet-stream; framework=onnx",
    WEIGHTS_FILE: "application/octet-stream; framework=safetensors",
}
ARTIFACTS = {GRAPH_FILE: "onnx", WEIGHTS_FILE: "safetensors.torch.save_file"}


def slug(text: str) -> str:
    """Letters, digits, dashes and underscores alone."""
    return re.sub(r"[^0-9A-Za-z_-]+", "-", text).strip("-") or "unnamed"
