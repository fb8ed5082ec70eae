# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure a model is, against how often it is right (Guo et al., 2017: temperature scaling; Platt, 1999)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, special

from ..dataset import Judged

Floats = NDArray[np.float64]
PLAIN = {"temperature": 1.0, "shift": 0.0}
BINS = 15
LEAST = 1e-6


def fit(judged: Judged) -> dict[str, float]:
    """The card's `calibration`: what makes the truth likeliest."""
    said, true = judged
    if said.ndim == 2:
        found = optimize.minimize_scalar(
            lambda log_t: _loss(said / np.exp(log_t), true), bounds=(-2, 2), method="bounded"
        )
        return {"temperature": round(float(np.exp(found.x)), 4), "shift": 0.0}
    odds = _odds(said)

    def loss(x: Floats) -> float:
        z = odds / np.exp(x[0]) + x[1]
        return float(np.mean(np.logaddexp(0, z) - true * z))

    best = optimize.minimize(loss, np.zeros(2), method="L-BFGS-B", bounds=((-2, 2), (-6, 6))).x
    return {"temperature": round(float(np.exp(best[0])), 4), "shift": round(float(best[1]), 4)}


def sureness(judged: Judged, calibration: dict[str, float]) -> tuple[Floats, NDArray[np.bool_]]:
    """Of each answer the calibrated score of what it says, and whether that is right."""
    said, true = judged
    temperature, shift = calibration["temperature"], calibration["shift"]
    if said.ndim == 2:
        shares = special.softmax(said / temperature, axis=1)
        return shares.max(axis=1), shares.argmax(axis=1) == true
    return special.expit(_odds(said) / temperature + shift), true == 1


def moved(threshold: float, before: dict[str, float] | None, after: dict[str, float]) -> float:
    """The threshold that parts the same answers after another calibration."""
    old = before or PLAIN
    plain = (_odds(np.array(threshold)) - old["shift"]) * old["temperature"]
    return round(float(special.expit(plain / after["temperature"] + after["shift"])), 3)


def reliability(sure: Floats, right: NDArray[np.bool_]) -> dict[str, Any]:
    """Expected calibration error over bins of equal counts, and the diagram's points: mean score, share right."""
    order = np.argsort(sure, kind="stable")
    groups = [group for group in np.array_split(order, BINS) if len(group)]
    points = [(float(sure[g].mean()), float(right[g].mean()), len(g)) for g in groups]
    error = sum(abs(score - share) * count for score, share, count in points) / max(len(sure), 1)
    return {
        "ece": round(error, 4),
        "count": len(sure),
        "diagram": [[round(score, 4), round(share, 4)] for score, share, _ in points],
    }


def _loss(logits: Floats, true: NDArray[np.int64]) -> float:
    chosen = np.take_along_axis(logits, true[:, None], axis=1)[:, 0]
    return float(np.mean(special.logsumexp(logits, axis=1) - chosen))


def _odds(scores: Floats) -> Floats:
    inside = np.clip(scores, LEAST, 1 - LEAST)
    odds: Floats = np.log(inside) - np.log1p(-inside)
    return odds
