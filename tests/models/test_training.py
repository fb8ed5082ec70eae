# SPDX-License-Identifier: GPL-3.0-or-later
"""From a recipe to a model folder, on made-up patches; what is augmented stays true."""

from __future__ import annotations

import io
import zipfile

import numpy as np
import pytest
import torch
from PIL import Image

from lwganet_qgis.core.cards.card import read_card
from lwganet_qgis.models import create_model, train
from lwganet_qgis.models.export.folder import open_model
from lwganet_qgis.models.training import augment, light
from lwganet_qgis.models.training.datasets import naip_trees
from lwganet_qgis.models.training.datasets.crops import draw_crop
from lwganet_qgis.models.training.datasets.eurosat import CLASSES
from lwganet_qgis.models.training.losses import IGNORE, one_of
from lwganet_qgis.models.training.recipe import Augmentation, RecipeError, read_recipe
from lwganet_qgis.models.training.start import load_whole

RECIPES = train.__file__.replace("train.py", "recipes/")
QUICK = ["schedule.epochs=2", "schedule.steps=2", "schedule.batch=8", "schedule.warmup=1", "options.water_share=0"]


@pytest.fixture
def patches(tmp_path):
    """A data folder with two patches of one flat colour for each class and split."""
    draw = np.random.default_rng(3)
    with zipfile.ZipFile(tmp_path / "eurosat_rgb.zip", "w") as archive:
        for split in ("train", "val", "test"):
            names = []
            for label in CLASSES:
                for number in range(2):
                    name = f"{label}/{label}_{split}{number}.jpg"
                    pixels = np.clip(draw.normal(20 + 20 * CLASSES.index(label), 3, (64, 64, 3)), 0, 255)
                    stream = io.BytesIO()
                    Image.fromarray(pixels.astype(np.uint8)).save(stream, "JPEG")
                    archive.writestr(name, stream.getvalue())
                    names.append(name)
            archive.writestr(f"splits/{split}.txt", "\n".join(names))
    return tmp_path


def run(patches, *more: str) -> int:
    folders = ["--data", str(patches), "--work", str(patches / "work"), "--models", str(patches / "models")]
    overrides = [part for text in QUICK for part in ("--set", text)]
    return train.main([f"{RECIPES}eurosat_scenes.toml", *folders, *overrides, *more])


def test_recipe_gives_a_measured_model_folder_and_resumes(patches, capsys):
    assert run(patches, "--set", "schedule.epochs=1", "--no-export") == 0
    assert run(patches) == 0
    assert "going on after epoch 1" in capsys.readouterr().out
    card = read_card(patches / "models" / "eurosat_scenes_l0")
    assert 0 <= card.made.metrics["validation"]["top1"] <= 1
    assert card.made.training["seed"] == 20240621
    assert set(card.made.metrics["validation"]["recall"]) == set(CLASSES)
    with torch.no_grad():
        assert open_model(card)(torch.rand(1, 3, 96, 96)).shape == (1, 10)


def test_same_seed_gives_the_same_weights(patches):
    states = []
    for name in ("a", "b"):
        run(patches, "--run", name, "--no-export", "--set", "schedule.epochs=1")
        states.append(torch.load(patches / "work" / name / "best.pt", weights_only=True)["model"])
    for key, value in states[0].items():
        torch.testing.assert_close(value, states[1][key], rtol=0, atol=1e-6)


def test_missing_data_and_wrong_fields_are_named(patches, capsys):
    (patches / "eurosat_rgb.zip").unlink()
    assert run(patches) == 1
    assert "eurosat_rgb.zip is missing" in capsys.readouterr().err
    with pytest.raises(RecipeError, match="epoch_count"):
        read_recipe(train.Path(f"{RECIPES}eurosat_scenes.toml"), {"schedule.epoch_count": 3})


def test_all_eight_orientations_and_nothing_else():
    plan = Augmentation(size=4)
    image = torch.arange(16.0).view(1, 1, 4, 4).expand(200, 1, 4, 4)
    views = augment.sample(image, augment.sampling_grid(200, 4, plan, torch.Generator().manual_seed(1)))
    expected = {
        tuple(v.rot90(k, (0, 1)).flatten().tolist()) for v in (image[0, 0], image[0, 0].flip(1)) for k in range(4)
    }
    assert {tuple(v.round().flatten().tolist()) for v in views} == expected


def test_crops_move_labels_with_their_pixels():
    labels = torch.randint(0, 2, (80, 90), generator=torch.Generator().manual_seed(2), dtype=torch.uint8)
    labels = labels.repeat_interleave(8, 0).repeat_interleave(8, 1)[:80, :90]
    image = (labels * 200)[None]
    plan = Augmentation(size=32, scale=(0.5, 2.0))
    draw = torch.Generator().manual_seed(5)
    for _ in range(20):
        pixels, truth = draw_crop(image, labels, plan, draw)
        assert pixels.shape == (1, 32, 32)
        assert ((pixels[0] > 100) == (truth == 1)).float().mean() > 0.85


def test_light_stays_in_range_and_keeps_order():
    plan = Augmentation(size=8, brightness=0.2, contrast=0.4, haze=0.5)
    ramp = torch.linspace(60, 180, 64).view(1, 1, 8, 8).expand(50, 3, 8, 8)
    views = light.photometric(ramp, plan, torch.Generator().manual_seed(1))
    assert float(views.min()) >= 0 and float(views.max()) <= 255
    assert bool((views.flatten(2).diff() >= -1e-3).all())
    assert float(views.mean((1, 2, 3)).std()) > 5


def test_light_of_each_kind_acts_and_stays_in_range():
    images = torch.rand(40, 3, 32, 32, generator=torch.Generator().manual_seed(7)) * 200 + 20
    kinds = {"air": 1.0, "band_gain": 0.2, "band_shift": 0.05, "lift": 1.0, "stretch": 1.0, "gamma": 0.3, "blur": 1.0,
             "noise": 0.05}  # fmt: skip
    for name, amount in kinds.items():
        plan = Augmentation(size=32, **{name: amount})
        views = light.photometric(images, plan, torch.Generator().manual_seed(1))
        assert float(views.min()) >= 0 and float(views.max()) <= 255, name
        assert bool(((views - images).abs().mean((1, 2, 3)) > 0.1).sum() > 30), name
    untouched = light.photometric(images, Augmentation(size=32), torch.Generator())
    torch.testing.assert_close(untouched, images)
    half = light.photometric(images, Augmentation(size=32, lift=1.0, plain=0.5), torch.Generator().manual_seed(2))
    assert 10 < int((half == images).flatten(1).all(1).sum()) < 30


def test_air_leaves_the_sea_as_dark_as_corrected_products_have_it():
    """Level-1C sea of EuroSAT, reflectance x 10,000, against the range of Level-2A scenes."""
    at_top = torch.tensor([509.0, 780.0, 953.0]).view(1, 3, 1, 1) * 255 / 2750
    ground = light.without_air(at_top)[0, :, 0, 0] * 2750 / 255
    for value, (low, high) in zip(ground.tolist(), ((100, 240), (230, 390), (250, 480))):
        assert low <= value <= high


def test_both_decoders_and_any_quality_give_nearly_the_same():
    draw = torch.Generator().manual_seed(3)
    smooth = torch.rand(12, 3, 4, 4, generator=draw) * 255
    images = torch.nn.functional.interpolate(smooth, size=64, mode="bicubic").clamp(0, 255).round().byte()
    stored = light.stored(images, 1.0, draw)
    off = (stored.float() - images.float()).abs().mean((1, 2, 3))
    assert bool((off > 0).all()) and bool((off < 12).all())
    assert light.stored(images, 0.0, draw) is images
    stream = io.BytesIO()
    Image.fromarray(images[0].permute(1, 2, 0).numpy()).save(stream, "JPEG", quality=60)
    one, other = (light.decoded(stream.getvalue(), gdal) for gdal in (False, True))
    assert one.shape == other.shape == (3, 64, 64)
    assert float((one.float() - other.float()).abs().mean()) < 4


def test_near_infrared_labels_only_what_it_says_plainly():
    """One row each of leaves, bare ground, a pool, shadow, and something between."""
    rgb = np.array([[60, 150, 80, 20, 100], [90, 140, 160, 25, 110], [50, 130, 170, 30, 90]], np.uint8)[:, None]
    nir = np.array([[160, 120, 30, 22, 110]], np.uint8)
    found = naip_trees.labels_of(rgb, nir, 3, 4, (0, 1, 2))
    assert found[0].tolist() == [3, one_of((0, 1, 2)), 4, IGNORE, IGNORE]


def test_a_whole_network_is_started_from_and_a_wrong_one_is_refused():
    source, target = (create_model("lwganet_l0", num_classes=10) for _ in range(2))
    load_whole(target, source.state_dict())
    for key, value in target.state_dict().items():
        torch.testing.assert_close(value, source.state_dict()[key])
    with pytest.raises(RecipeError, match="does not fit"):
        load_whole(create_model("lwganet_l0", num_classes=4), source.state_dict())
