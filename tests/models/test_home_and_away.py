# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled models on their own kind of imagery, which none was trained on, and on the same with planted errors."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import rasterio

from lwganet_qgis.core.cards.card import read_card
from lwganet_qgis.core.familiar.familiarity import FAMILIAR_FILE
from lwganet_qgis.core.run import run_job
from tests.core.rasters import Events, job

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLES = {
    "eurosat_scenes_l0": (("sentinel2_scene.tif",), (3, 2, 1)),
    "dubai_landcover_l0": (("dubai_tile8.tif",), (1, 2, 3)),
    "naip_water_change_l0": (("naip_2009.tif", "naip_2014.tif"), (1, 2, 3)),
    "banepa_buildings_l0": (("banepa_rooftops.tif",), (1, 2, 3)),
}
WRONG = {
    "bands the other way round": (lambda pixels: pixels[::-1], "bands seem to be in another order.*BANDS 3,2,1"),
    "nearly black": (lambda pixels: pixels // 32, "unlike what model"),
    "16 bits read as 8": (lambda pixels: np.clip(pixels.astype(np.int64) * 40, 0, np.iinfo(pixels.dtype).max // 4),
                          "unlike what model"),
}  # fmt: skip


def run(model: str, folder: Path, change=lambda pixels: pixels) -> tuple[list[str], float | None]:
    """Warnings of what is unfamiliar, and its share, of the sample of a model, bands as the model wants them."""
    names, bands = SAMPLES[model]
    paths = []
    for name in names:
        with rasterio.open(RESOURCES / "samples" / name) as source:
            pixels, profile = source.read(bands), source.profile
        profile |= {"count": 3, "compress": "deflate", "photometric": "rgb"}
        paths.append(folder / name)
        with rasterio.open(paths[-1], "w", **profile) as target:
            target.write(change(pixels).astype(pixels.dtype))
    card = read_card(RESOURCES / "models" / model)
    output = {"classification": "features", "detection": "features"}.get(card.task, "output")
    asked = job(card.folder, *map(str, paths), bands=(1, 2, 3), **{output: str(folder / "out")})
    result = run_job(asked, Events())
    return [text for text in result.ran.warnings if "trained" in text], result.model.unfamiliar


@pytest.mark.parametrize("model", SAMPLES)
def test_home_is_quiet(model, tmp_path):
    found, share = run(model, tmp_path)
    assert found == []
    assert share is not None and share < 0.5


@pytest.mark.parametrize("model", SAMPLES)
@pytest.mark.parametrize("name", WRONG)
def test_planted_errors_are_warned_of(model, name, tmp_path):
    change, said = WRONG[name]
    found, _ = run(model, tmp_path, change)
    assert len(found) == 1, found

    assert re.search(said, found[0])


@pytest.mark.parametrize("model", [name for name in SAMPLES if name != "dubai_landcover_l0"])
def test_a_dark_copy_is_warned_of(model, tmp_path):
    """Not so of the land-cover model, whose training has seas as dark."""
    found, _ = run(model, tmp_path, lambda pixels: pixels // 8)
    assert len(found) == 1


@pytest.mark.parametrize("model", SAMPLES)
def test_cards_say_how_sure_and_what_was_seen(model):
    card = read_card(RESOURCES / "models" / model)
    assert FAMILIAR_FILE in card.files
    training = card.made.training
    assert set(training["imagery"]["mean"]) == set(card.takes.input.bands)
    before, after = (training["reliability"][name]["ece"] for name in ("as_trained", "calibrated"))
    assert after <= before + 0.01
