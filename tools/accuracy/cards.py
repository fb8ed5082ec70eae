# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures into the card of a bundled model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lwganet_qgis.core.cards.writing import write_card

LASTING = ("cross_validation", "views", "ground")
"""Metrics that commands of their own measure."""


def metrics_of(folder: Path) -> dict[str, Any]:
    metrics: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))["metrics"]
    return metrics


def write_metrics(folder: Path, metrics: dict[str, Any]) -> None:
    """In place of all that are there."""
    fields = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    files = list(fields.pop("files"))
    fields["metrics"] = metrics
    write_card({name: value for name, value in fields.items() if name != "format"}, folder, files)
