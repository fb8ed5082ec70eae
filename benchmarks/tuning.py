# SPDX-License-Identifier: GPL-3.0-or-later
"""What tuning costs beside a run of the model: both on the same 1500 x 1500 pixels, in one process.

The sample pair of the water model is laid out again and again until it is as large as a screen. The window wants
polygons anew within 0.3 s; what counts here is the share of the model's time, which does not depend on the machine.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from lwganet_qgis.core.jobs.change import ChangeJob
from lwganet_qgis.core.jobs.change_polygons import ChangePolygonsJob
from lwganet_qgis.core.jobs.parts.job import Job
from lwganet_qgis.core.jobs.parts.model import Model
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.jobs.parts.rules import Rules
from lwganet_qgis.core.report import Reporter
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.keeper import Keeper

ROOT = Path(__file__).resolve().parents[1]
SIDE = 1500
REPEATS = 5
TUNINGS = {
    "threshold": {"threshold": 0.6},
    "closing and opening": {"closing": 3, "opening": 2},
    "smallest area": {"min_area": 2000.0},
    "simplified": {"simplify": 5.0},
}


def laid_out(name: str, folder: Path) -> Path:
    with rasterio.open(ROOT / "resources" / "samples" / name) as source:
        profile, pixels = source.profile, source.read()
    times = (1, -(-SIDE // pixels.shape[1]), -(-SIDE // pixels.shape[2]))
    large = np.tile(pixels, times)[:, :SIDE, :SIDE]
    profile.update(width=SIDE, height=SIDE)
    with rasterio.open(folder / name, "w", **profile) as target:
        target.write(large)
    return folder / name


def seconds(job: Job[Any], keeper: Keeper) -> tuple[float, int]:
    """Of the quickest of some runs, and how many polygons there were."""
    times, count = [], 0
    for _ in range(REPEATS if isinstance(job, ChangePolygonsJob) else 1):
        started = time.monotonic()
        count = run_job(job, Reporter(lambda _: None), keeper=keeper).found.features
        times.append(time.monotonic() - started)
    return min(times), count


def main() -> None:
    keeper = Keeper()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        dates = tuple(RasterSource(str(laid_out(f"naip_{y}.tif", folder)), (1, 2, 3)) for y in (2009, 2014))
        probability, features = str(folder / "probability.tif"), str(folder / "polygons.jsonl")
        model = str(ROOT / "resources" / "models" / "naip_water_change_l0")
        whole, _ = seconds(ChangeJob(Model(model), *dates, probability=probability), keeper)
        print(f"model, {SIDE} x {SIDE} pixels: {whole:.2f} s")
        job = ChangePolygonsJob(RasterSource(probability), polygons=features)
        for name, fields in TUNINGS.items():
            took, count = seconds(replace(job, rules=Rules(**fields)), keeper)
            print(f"{name}: {took:.3f} s, {took / whole:.4f} of the model's time, {count} polygons")


if __name__ == "__main__":
    main()
