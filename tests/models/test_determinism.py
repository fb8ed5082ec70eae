# SPDX-License-Identifier: GPL-3.0-or-later
"""The same raster gives the same map, whatever runs it.

Constant areas are the hard case: every pooling window there is a tie, which rounding would break
one way with one thread and another way with two.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from lwganet_qgis.core.cards.card import list_cards
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.report import Reporter
from lwganet_qgis.core.run import run_job
from lwganet_qgis.core.sessions.session import Target

from ..core.jobs import model_job

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLES = {"segmentation": ("dubai_tile8.tif",), "change": ("naip_2009.tif", "naip_2014.tif")}
AGREEMENT = 0.9999
"""Share of pixels that are as one thread of ONNX Runtime has them."""
NEAR_TIES = {("dubai_landcover_l0", "torch"): 0.999}
"""Of models whose classes are all but equal in the constant half, in the runtime that rounds otherwise."""
SCORES = 0.01
"""The most that the winning class's scores may differ anywhere."""
RUNS = {"onnx 1": ("onnx", 1), "onnx 2": ("onnx", 2), "torch 1": ("torch", 1), "torch 2": ("torch", 2)}
CARDS = [card for card in list_cards([RESOURCES / "models"]) if card.task in SAMPLES]


def half_constant(source: Path, target: Path) -> str:
    """A copy of (at most 512 columns and rows of) a raster whose right half is one value."""
    with rasterio.open(source) as file:
        window = rasterio.windows.Window(0, 0, min(file.width, 512), min(file.height, 512))
        values = file.read((1, 2, 3), window=window)
        values[:, :, values.shape[2] // 2 :] = 117
        profile = {"driver": "GTiff", "dtype": "uint8", "count": 3, "crs": file.crs, "transform": file.transform,
                   "height": values.shape[1], "width": values.shape[2]}  # fmt: skip
    with rasterio.open(target, "w", **profile) as file:
        file.write(values)
    return str(target)


def test_dense_models_are_bundled():
    assert {card.task for card in CARDS} == set(SAMPLES)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_same_map_with_any_threads_in_both_runtimes(card, tmp_path):
    sources = tuple(
        RasterSource(half_constant(RESOURCES / "samples" / name, tmp_path / name), (1, 2, 3))
        for name in SAMPLES[card.task]
    )
    maps, scores = {}, {}
    for name, (runtime, threads) in RUNS.items():
        out, score = tmp_path / f"{name}.tif", tmp_path / f"{name} scores.tif"
        job = model_job(card.task, card.folder, sources, output=out, confidence=score, threads=threads)
        run_job(job, Reporter(lambda event: None), Target(runtime, "cpu"))
        with rasterio.open(out) as file, rasterio.open(score) as other:
            maps[name], scores[name] = file.read(1), other.read(1)
    reference, expected = maps.pop("onnx 1"), scores.pop("onnx 1")
    for name, found in maps.items():
        assert np.mean(found == reference) >= NEAR_TIES.get((card.id, RUNS[name][0]), AGREEMENT), name
        np.testing.assert_allclose(scores[name], expected, atol=SCORES, err_msg=name)
