# SPDX-License-Identifier: GPL-3.0-or-later
"""What each bundled model is meant to reach, beside what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Figures = dict[str, Any]
SCENES, COVER, WATER, BUILDINGS = (
    "eurosat_scenes_l0", "dubai_landcover_l0", "naip_water_change_l0", "banepa_buildings_l0",
)  # fmt: skip


@dataclass(frozen=True)
class Floor:
    model: str
    what: str
    value: Callable[[Figures], float]
    floor: float | Callable[[Figures], float]
    below: bool = False
    """Whether the value shall lie below it."""

    def limit(self, figures: Figures) -> float:
        return self.floor(figures) if callable(self.floor) else self.floor

    def reached(self, figures: Figures) -> bool:
        value, limit = self.value(figures), self.limit(figures)
        return value <= limit if self.below else value >= limit


def _changed(name: str) -> Callable[[Figures], float]:
    return lambda figures: float(figures["changed_top1"][name])


FLOORS = (
    Floor(SCENES, "EuroSAT test, top 1", lambda f: f["test"]["top1"], 0.975),
    Floor(SCENES, "the same, corrected for the air", _changed("corrected for the air (as Level-2A)"), 0.96),
    Floor(SCENES, "the same, 1000 added and nothing said", _changed("with 1000 added, nothing said"), 0.96),
    Floor(SCENES, "the same, decoded by GDAL", _changed("decoded by GDAL"), 0.97),
    Floor(SCENES, "open water of Level-2A ports not trained on, named sea or lake", lambda f: f["ports"]["share"], 0.9),
    Floor(SCENES, "calibration error", lambda f: f["test"]["ece"], 0.03, below=True),
    Floor(COVER, "test tile, mIoU, against the forest's", lambda f: f["test"]["miou"],
          lambda f: f["baselines"]["random forest at two scales"]["miou"]),
    Floor(COVER, "validation tile, mIoU, against the forest's", lambda f: f["validation"]["miou"],
          lambda f: f["baselines"]["random forest at two scales, validation"]["miou"]),
    Floor(COVER, "vegetation of another continent's city, IoU", lambda f: f["away"]["vegetation_iou"], 0.5),
    Floor(WATER, "median IoU of the pairs", lambda f: f["test"]["pair_quartiles"][1], 0.35),
    Floor(WATER, "the same, against the forest's", lambda f: f["test"]["pair_quartiles"][1],
          lambda f: f["baselines"]["random forest on both dates"]["pair_quartiles"][1]),
    Floor(WATER, "all pairs but the widest date's together, IoU, against the forest's",
          lambda f: f["test"]["without_widest"]["iou"],
          lambda f: f["baselines"]["random forest on both dates"]["without_widest"]["iou"]),
    Floor(BUILDINGS, "test rows, AP50", lambda f: f["test"]["ap50"], 0.5),
    Floor(BUILDINGS, "validation rows, AP50", lambda f: f["validation"]["ap50"], 0.4),
)  # fmt: skip
