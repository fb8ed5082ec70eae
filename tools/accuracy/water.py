# SPDX-License-Identifier: GPL-3.0-or-later
"""Water change: all pairs of dates on the test rows, each by itself and together, with and without the widest event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from scipy import ndimage

from .tool import Tool, calibration_error, confusion, ious

TRAIN = (slice(0, 467), slice(0, 678))
VALIDATION = (slice(0, 467), slice(678, 934))
TEST = (slice(467, 723), slice(0, 934))
WIDEST = "2009"
FEWEST = 50
"""Changed pixels of a pair from which its own IoU is counted."""
Pixels = NDArray[Any]


def measure(model: Path, data: Path) -> dict[str, Any]:
    folder = data / "naip_water"
    dates = {path.stem: read(path)[:3] for path in sorted((folder / "scenes").glob("*.tif"))}
    truth = {path.stem: read(path)[0] for path in sorted((folder / "label_scene").glob("*.tif"))}
    tool = Tool(model)
    sources = {date: tool.raster(date, pixels[(slice(None), *TEST)]) for date, pixels in dates.items()}
    counts, scores, right = {}, [], []
    for pair, labels in truth.items():
        found, probability = tool.change(*(sources[date] for date in pair.split("_")))
        counts[pair] = confusion(labels[TEST], found, 2)
        known = labels[TEST][::3, ::3] != 255
        scores.append(probability[::3, ::3][known])
        right.append(labels[TEST][::3, ::3][known] == 1)
    forest = _forest(dates, truth)
    return {
        "test": figures_of(counts) | {"ece": calibration_error(np.concatenate(scores), np.concatenate(right))},
        "baselines": {"random forest on both dates": figures_of(forest)},
    }


def read(path: Path) -> Pixels:
    with rasterio.open(path) as file:
        pixels: Pixels = file.read()
    return pixels


def figures_of(counts: dict[str, NDArray[np.int64]]) -> dict[str, Any]:
    def of(pairs: list[str]) -> dict[str, Any]:
        own = [float(ious(counts[pair])[1]) for pair in pairs if counts[pair][1].sum() >= FEWEST]
        return {
            "iou": float(ious(sum(counts[pair] for pair in pairs))[1]),  # type: ignore[arg-type]
            "pairs": len(own),
            "pair_quartiles": [float(q) for q in np.percentile(own, (25, 50, 75))],
            "pair_median": float(np.median(own)),
        }

    return {**of(list(counts)), "without_widest": of([pair for pair in counts if WIDEST not in pair])}


def _described(before: Pixels, after: Pixels) -> NDArray[np.float32]:
    """Both dates, their difference, and all of it in 5 pixels."""
    one, other = before.astype(np.float32), after.astype(np.float32)
    bands = np.concatenate([one, other, other - one])
    return np.concatenate([bands, ndimage.uniform_filter(bands, (0, 5, 5))]).reshape(18, -1).T


def _forest(dates: dict[str, Pixels], truth: dict[str, Pixels]) -> dict[str, NDArray[np.int64]]:
    from sklearn.ensemble import RandomForestClassifier

    draw, table, labels = np.random.default_rng(1), [], []
    for pair, mask in truth.items():
        one, other = (dates[date][(slice(None), *TRAIN)] for date in pair.split("_"))
        flat = mask[TRAIN].ravel()
        for value, most in ((0, 3000), (1, 1500)):
            known = np.flatnonzero(flat == value)
            picked = draw.choice(known, min(most, len(known)), replace=False)
            table.append(_described(one, other)[picked])
            labels.append(flat[picked])
    forest = RandomForestClassifier(150, min_samples_leaf=5, n_jobs=2, random_state=1)
    forest.fit(np.concatenate(table), np.concatenate(labels))
    cut = _best_cut(forest, dates, truth)
    counts = {}
    for pair, mask in truth.items():
        one, other = (dates[date][(slice(None), *TEST)] for date in pair.split("_"))
        said = forest.predict_proba(_described(one, other))[:, 1].reshape(mask[TEST].shape) >= cut
        counts[pair] = confusion(mask[TEST], said.astype(np.uint8), 2)
    return counts


def _best_cut(forest: Any, dates: dict[str, Pixels], truth: dict[str, Pixels]) -> float:
    """The probability from which to call change, by median IoU of the validation block's pairs."""
    block = (slice(0, 467), slice(678, 934))
    shares = {}
    for pair in truth:
        one, other = (dates[date][(slice(None), *block)] for date in pair.split("_"))
        shares[pair] = forest.predict_proba(_described(one, other))[:, 1].reshape(truth[pair][block].shape)

    def median(cut: float) -> float:
        counts = [confusion(truth[pair][block], (share >= cut).astype(np.uint8), 2) for pair, share in shares.items()]
        return float(np.median([ious(c)[1] for c in counts if c[1].sum() >= FEWEST]))

    return max((0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9), key=median)
