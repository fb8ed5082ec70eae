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
from lwganet_qgis.models import train
from lwganet_qgis.models.export.folder import open_model
from lwganet_qgis.models.training import augment
from lwganet_qgis.models.training.datasets.crops import draw_crop
from lwganet_qgis.models.training.datasets.eurosat import CLASSES
from lwganet_qgis.models.training.recipe import Augmentation, RecipeError, read_recipe

RECIPES = train.__file__.replace("train.py", "recipes/")
QUICK = ["schedule.epochs=2", "schedule.steps=2", "schedule.batch=8", "schedule.warmup=1"]


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
    assert 0 <= card.made.metrics["test"]["top1"] <= 1
    assert card.made.training["seed"] == 20240601
    assert set(card.made.metrics["test"]["recall"]) == set(CLASSES)
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
    views = augment.photometric(ramp, plan, torch.Generator().manual_seed(1))
    assert float(views.min()) >= 0 and float(views.max()) <= 255
    assert bool((views.flatten(2).diff() >= -1e-3).all())
    assert float(views.mean((1, 2, 3)).std()) > 5
