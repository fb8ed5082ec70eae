# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards for networks with drawn weights."""

from __future__ import annotations

from typing import Any

TASKS = {"lwganet": "classification", "unetformer": "segmentation", "a2net": "change", "oriented": "detection"}


def card_fields(network: str, **arguments: Any) -> dict[str, Any]:
    task = TASKS[network.split("_")[0]]
    classes = arguments.get("num_classes", 2)
    return {
        "id": network, "title": network, "description": "drawn weights", "task": task,
        "architecture": {"name": network, "arguments": arguments},
        "classes": [{"name": f"class {i}", "color": f"#{i * 16:02x}8080"} for i in range(classes)],
        "input": {"bands": ["red", "green", "blue"], "value_range": [0, 255],
                  "mean": [123.675, 116.28, 103.53], "std": [58.395, 57.12, 57.375]},
        "gsd": 1.0, "gsd_range": [0.5, 2.0], "tile_size": 256, "overlap": 64,
        "multiple": 256 if task == "segmentation" else 32, "smallest": 96,
        "threshold": 0.5 if task == "change" else None,
        "license": "none", "attribution": "none", "training": {}, "metrics": {},
    }  # fmt: skip
