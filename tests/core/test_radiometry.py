# SPDX-License-Identifier: GPL-3.0-or-later
"""The line between two dates' values is found whatever changed on the ground."""

from __future__ import annotations

import numpy as np
import pytest

from lwganet_qgis.core.rasters.radiometry import FEWEST, difference, fit_lines
from lwganet_qgis.core.run import run_job

from .rasters import Events, job, patches, read, write


def land(pixels=20_000, bands=3, seed=0):
    draw = np.random.default_rng(seed)
    kinds = draw.normal(110, 45, (bands, 12))
    return (kinds[:, draw.integers(0, 12, pixels)] + draw.normal(0, 6, (bands, pixels))).astype(np.float32)


LINES = {"darker": (1.6, -12.0), "brighter": (0.55, 31.0), "as it is": (1.0, 0.0), "16 bit": (0.02, 4.0)}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("changed", [0.0, 0.2, 0.3])
def test_a_planted_line_is_found_though_much_changed(name, changed):
    gain, offset = LINES[name]
    after = land() if gain > 0.2 else land() * 60
    before = gain * after + offset
    draw = np.random.default_rng(1)
    elsewhere = draw.random(after.shape[1]) < changed
    before[:, elsewhere] = draw.uniform(0, 255, (3, int(elsewhere.sum())))
    lines = fit_lines(before, after)
    wanted = max(gain, 0.2)  # no sensor differs more: what would be a larger step is left
    if gain >= 0.2:
        assert lines.gain == pytest.approx([wanted] * 3, rel=0.01)
        assert lines.offset == pytest.approx([offset] * 3, abs=1.0)
    else:
        assert (lines.gain <= 0.2 + 1e-9).all()


def test_noise_does_not_flatten_the_image():
    truth, draw = land(), np.random.default_rng(2)
    before, after = (truth + draw.normal(0, 15, truth.shape) for _ in range(2))
    lines = fit_lines(before.astype(np.float32), (20 + after / 2).astype(np.float32))
    assert lines.gain == pytest.approx([2] * 3, rel=0.05)


@pytest.mark.parametrize("values", [np.zeros((2, 0)), np.zeros((2, FEWEST - 1)), np.full((2, 500), 7.0)])
def test_too_little_to_tell_leaves_values_as_they_are(values):
    lines = fit_lines(values.astype(np.float32), values.astype(np.float32))
    assert lines.gain.tolist() == [1, 1] and lines.offset == pytest.approx([0, 0])


def test_difference_is_relative_and_bounded():
    values = land()
    assert difference(values, values) == 0
    assert 0.05 < difference(values, values + 10) < 0.12
    assert difference(values, values + 1e6) == 1
    assert difference(values[:, :0], values[:, :0]) == 0


def test_matched_dates_of_another_light_show_the_change_alone(models, tmp_path):
    image = patches(seed=3)
    after = (20 + 0.5 * image).astype(np.uint8)
    after[:, 20:30, 40:60] = 255
    paths = [write(tmp_path / "b.tif", image), write(tmp_path / "a.tif", after)]
    report = Events()
    wanted = {"output": tmp_path / "o.tif", "threshold": 0.05}
    run_job(job(models["change"], *paths, **wanted), report)
    without = read(tmp_path / "o.tif").sum()
    run_job(job(models["change"], *paths, **wanted, match=True), report)
    found = read(tmp_path / "o.tif")
    assert "matched to the before date's: 2 x -40" in report.texts
    assert without > 3000 and found[:20].sum() == found[30:].sum() == 0 and found[20:30, 40:60].any()
