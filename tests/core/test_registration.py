# SPDX-License-Identifier: GPL-3.0-or-later
"""A planted shift is found to a fraction of a pixel, in real and in made images; correcting it pays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.warp import Resampling, calculate_default_transform, reproject

from lwganet_qgis.core.errors import InputError
from lwganet_qgis.core.jobs.pair import PairJob
from lwganet_qgis.core.jobs.parts.messages import encode
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.jobs.parts.where import Where
from lwganet_qgis.core.records.record import to_json
from lwganet_qgis.core.run import run_job

from .jobs import model_job
from .rasters import Events, write

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
BEFORE, AFTER = (str(RESOURCES / "samples" / f"naip_{year}.tif") for year in (2009, 2014))
WATER = str(RESOURCES / "models" / "naip_water_change_l0")
GSD = 5.0


def check(before, after, **where):
    """The figures as the other side gets them."""
    result = run_job(PairJob(RasterSource(str(before)), RasterSource(str(after)), Where(**where)), Events())
    encode(to_json(result))
    return to_json(result.figures)


def moved(source, target, right, down):
    """A copy whose geotransform is off by so many pixels."""
    with rasterio.open(source) as file:
        values, profile = file.read((1, 2, 3)), {"crs": file.crs, "nodata": file.nodata}
        transform = file.transform @ Affine.translation(right, down)
    return write(target, values, **profile, transform=transform)


def in_pixels(shift):
    return np.array([shift["x"] / GSD, -shift["y"] / GSD])


@pytest.fixture(scope="module")
def unplanted():
    return check(BEFORE, AFTER)


@pytest.mark.parametrize("planted", [(3, 0), (-1.5, 2.5), (0.3, -0.4), (0.25, 0.75), (20, 10), (-60, 30)])
def test_a_planted_shift_is_found_in_real_dates(planted, unplanted, tmp_path):
    after = moved(AFTER, tmp_path / "a.tif", *planted)
    shift = check(BEFORE, after)["shift"]
    error = in_pixels(shift) - in_pixels(unplanted["shift"]) + planted
    print(f"planted {planted}: error {error.round(3)} px against the unplanted estimate")
    assert shift["reliable"] and np.abs(error).max() < 0.2
    alone = check(BEFORE, moved(BEFORE, tmp_path / "b.tif", *planted))["shift"]
    error = in_pixels(alone) + planted
    print(f"planted {planted}: error {error.round(3)} px against the truth")
    assert alone["reliable"] and np.abs(error).max() < 0.06
    assert alone["pixels"] == pytest.approx(np.hypot(*planted), abs=0.1)
    assert alone["metres"] == pytest.approx(GSD * np.hypot(*planted), abs=0.5)
    assert alone["spread"] < 0.1 < shift["spread"]


def test_figures_of_a_real_pair(unplanted):
    assert unplanted["overlap"] == pytest.approx(1, abs=0.01)
    assert unplanted["gsd"] == pytest.approx([GSD, GSD], rel=2e-3)
    assert np.abs(in_pixels(unplanted["shift"])).max() < 1 and len(unplanted["shift"]["windows"]) == 6
    radiometry = unplanted["radiometry"]
    assert radiometry["after_match"] < radiometry["difference"] / 2 and len(radiometry["gain"]) == 3


def ground(height=300, width=340, seed=0):
    """Smooth blobs at many sizes: a landscape that can be looked at between its pixels."""
    draw = np.random.default_rng(seed)
    rows, columns = np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)
    radius = np.hypot(rows, columns)
    strength = np.exp(-((radius / 0.15) ** 2)) / np.maximum(radius, 0.01)
    spectrum = np.fft.fft2(draw.normal(size=(height, width))) * strength

    def at(right, down):
        phase = np.exp(-2j * np.pi * (rows * down + columns * right))
        values = np.fft.ifft2(spectrum * phase).real
        return 120 + 35 * values / values.std()

    return at


def as_bytes(*bands):
    return np.clip(np.stack(bands), 1, 254).astype(np.uint8)


@pytest.mark.parametrize("planted", [(0.4, -0.7), (2.25, 1.5), (-11.3, 6.6)])
@pytest.mark.parametrize("how", ["plain", "noise", "brightness", "change", "nodata"])
def test_sub_pixel_shifts_of_a_made_landscape(how, planted, tmp_path):
    at, draw = ground(), np.random.default_rng(1)
    one, other = at(0, 0), at(*planted)
    fields = {}
    if how == "noise":
        one, other = one + draw.normal(0, 10, one.shape), other + draw.normal(0, 10, one.shape)
    elif how == "brightness":
        other = 20 + 0.6 * other
    elif how == "change":
        other[60:160, 50:250] = 40 + 30 * draw.random((100, 200))
    first, second = as_bytes(one, one, one), as_bytes(other, other, other)
    if how == "nodata":
        first[:, :, :60], second[:, 200:], second[:, 20:90, 100:180] = 0, 0, 0
        fields = {"nodata": 0}
    before = write(tmp_path / "b.tif", first, **fields)
    shift = check(before, write(tmp_path / "a.tif", second, **fields))["shift"]
    found = np.array([shift["x"] / 10, -shift["y"] / 10])
    limit = {"plain": 0.03, "brightness": 0.03}.get(how, 0.1)
    print(how, planted, "error", (found + planted).round(3))
    assert np.abs(found + planted).max() < limit, (found, shift["spread"])
    assert shift["reliable"]


def test_another_crs_and_resolution(tmp_path):
    at = ground()
    before = write(tmp_path / "b.tif", as_bytes(*[at(0, 0)] * 3))
    with rasterio.open(before) as file:
        transform, width, height = calculate_default_transform(
            file.crs, "EPSG:3857", file.width, file.height, *file.bounds, resolution=21.0
        )
        values = np.zeros((3, height, width), np.uint8)
        reproject(
            rasterio.band(file, (1, 2, 3)), values, dst_transform=transform, dst_crs="EPSG:3857",
            resampling=Resampling.cubic,
        )  # fmt: skip
    after = write(
        tmp_path / "a.tif", values, crs="EPSG:3857", nodata=0, transform=Affine.translation(42, 0) @ transform
    )
    figures = check(before, after)
    right, down = figures["shift"]["x"] / 10, -figures["shift"]["y"] / 10
    assert figures["gsd"] == pytest.approx([10, 21 * np.cos(np.radians(45.15))], rel=0.01)
    east = 42 * np.cos(np.radians(45.15)) / 10
    assert abs(right + east) < 0.2 and abs(down) < 0.2 and figures["shift"]["reliable"]
    assert 0.9 < figures["overlap"] <= 1


def test_parts_that_disagree_are_not_reliable(tmp_path):
    """Half of the image lies 3.9 pixels to one side, the other half 4.6 to the other: no one shift is right."""
    at = ground()
    one, other = at(0, 0), at(3.9, 0)
    other[:, 170:] = at(-4.6, 0)[:, 170:]
    before = write(tmp_path / "b.tif", as_bytes(one, one, one))
    shift = check(before, write(tmp_path / "a.tif", as_bytes(other, other, other)))["shift"]
    sides = {round(window["dx"]) for window in shift["windows"]}
    assert {-4, 5} <= sides and not shift["reliable"], shift
    agreeing = [window for window in shift["windows"] if window["agrees"]]
    assert len({window["dx"] > 0 for window in agreeing}) < 2


def test_what_has_nothing_in_common_is_not_reliable(tmp_path):
    draw = np.random.default_rng(0)
    flat = write(tmp_path / "flat.tif", np.full((3, 300, 300), 9, np.uint8))
    noise = write(tmp_path / "noise.tif", draw.integers(0, 255, (3, 300, 300)).astype(np.uint8))
    one = write(tmp_path / "one.tif", as_bytes(*[ground(300, 300, 1)(0, 0)] * 3))
    other = write(tmp_path / "other.tif", as_bytes(*[ground(300, 300, 2)(0, 0)] * 3))
    tiny = write(tmp_path / "tiny.tif", as_bytes(*[ground(300, 300, 1)(0, 0)[:20, :20]] * 3))
    for before, after in ((flat, flat), (flat, noise), (noise, one), (one, other), (one, tiny), (tiny, tiny)):
        assert not check(before, after)["shift"]["reliable"], (before, after)


def test_rasters_without_georeference(tmp_path):
    at = ground()
    plain = {"crs": None, "transform": None}
    before = write(tmp_path / "b.tif", as_bytes(at(0, 0)), **plain)
    figures = check(before, write(tmp_path / "a.tif", as_bytes(at(3, 2)), **plain))
    assert figures["shift"]["metres"] is None and figures["gsd"] == [None, None]
    assert (figures["shift"]["x"], figures["shift"]["y"]) == pytest.approx((-3, 2), abs=0.05)


def test_two_dates_of_two_places_are_refused(tmp_path):
    values = as_bytes(*[ground()(0, 0)] * 3)
    before = write(tmp_path / "b.tif", values)
    far = write(tmp_path / "a.tif", values, transform=Affine(10, 0, 600_000, 0, -10, 5_000_000))
    with pytest.raises(InputError, match="do not overlap"):
        check(before, far)


def change(before, after, target, **fields):
    sources = tuple(RasterSource(str(path), (1, 2, 3)) for path in (before, after))
    run_job(model_job("change", WATER, sources, output=target, **fields), Events())
    with rasterio.open(target) as file:
        return file.read(1), file.transform


@pytest.mark.long
def test_correcting_the_shift_lowers_false_change(tmp_path):
    """No water came or went between an image and itself: whatever is found is false."""
    after = moved(BEFORE, tmp_path / "a.tif", 3, 3)
    shift = check(BEFORE, after)["shift"]
    target = tmp_path / "o.tif"
    without, _ = change(BEFORE, after, target)
    corrected, _ = change(BEFORE, after, target, shift=(shift["x"], shift["y"]))
    wrong, left = int((without == 1).sum()), int((corrected == 1).sum())
    print(f"false change of one date against itself, off by (3, 3) px: {wrong} px, corrected {left} px")
    assert wrong > 100 and left < wrong / 5


@pytest.mark.long
def test_correcting_a_planted_shift_brings_the_change_back(tmp_path):
    target = tmp_path / "o.tif"
    truth, _ = change(BEFORE, AFTER, target)
    after = moved(AFTER, tmp_path / "a.tif", 3, 3)
    shift = in_pixels(check(BEFORE, after)["shift"]) - in_pixels(check(BEFORE, AFTER)["shift"])
    without, _ = change(BEFORE, after, target)
    corrected, _ = change(BEFORE, after, target, shift=(float(shift[0] * GSD), float(-shift[1] * GSD)))
    part = slice(3, 253), slice(3, 930)  # what all three see
    wrong, left = (
        int((found[part] == 1).sum() + (truth[part] == 1).sum() - 2 * ((found[part] == 1) & (truth[part] == 1)).sum())
        for found in (_placed(without, 3), corrected)
    )
    print(f"pixels that differ from the unshifted result: {wrong}, corrected {left}")
    assert left < wrong / 3


def _placed(found, by):
    """A result over what two dates share, at its place in the whole."""
    whole = np.full((256, 934), 255, np.uint8)
    whole[by:, by:] = found[: 256 - by, : 934 - by] if found.shape == whole.shape else found
    return whole
