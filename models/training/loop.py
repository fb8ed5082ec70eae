# SPDX-License-Identifier: GPL-3.0-or-later
"""The training loop: resumable, seeded, best epoch by validation."""

from __future__ import annotations

import math
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from ..registry import create_model
from .dataset import Dataset, Predict
from .recipe import Recipe, Schedule
from .start import Start

LAST, BEST = "last.pt", "best.pt"
RGB_MEAN, RGB_STD = (123.675, 116.28, 103.53), (58.395, 57.12, 57.375)
"""Of 8-bit RGB imagery, as published; networks are trained on (values - mean) / std."""


def normalise(images: Tensor) -> Tensor:
    """(N, 3, H, W) of 0..255 to the range that the networks are trained on."""
    mean, std = (images.new_tensor(v).view(1, 3, 1, 1) for v in (RGB_MEAN, RGB_STD))
    return (images - mean) / std


def predictor(model: nn.Module, device: torch.device) -> Predict:
    """`model` in evaluation, on values 0..255; of several outputs the first."""
    model.eval()

    @torch.inference_mode()
    def predict(*images: Tensor) -> Tensor:
        out = model(*(normalise(image.to(device)) for image in images))
        result: Tensor = out[0] if isinstance(out, (list, tuple)) else out
        return result.float()

    return predict


def _placed(model: nn.Module, device: torch.device) -> nn.Module:
    """On the device, channels last, which its convolutions prefer."""
    return model.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]


def _optimizer(model: nn.Module, schedule: Schedule) -> torch.optim.Optimizer:
    matrices = [p for p in model.parameters() if p.dim() > 1]
    vectors = [p for p in model.parameters() if p.dim() <= 1]
    groups = [{"params": matrices, "weight_decay": schedule.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=schedule.learning_rate)


def _rate(step: int, total: int, schedule: Schedule) -> float:
    """Learning rate: linear warm-up, then a cosine to zero."""
    if step < schedule.warmup:
        return schedule.learning_rate * (step + 1) / schedule.warmup
    done = (step - schedule.warmup) / max(total - schedule.warmup, 1)
    return schedule.learning_rate * 0.5 * (1 + math.cos(math.pi * done))


@torch.no_grad()
def _average(average: dict[str, Tensor], model: nn.Module, decay: float) -> None:
    for key, value in model.state_dict().items():
        if value.is_floating_point():
            average[key].lerp_(value, 1 - decay)
        else:
            average[key].copy_(value)


def _save(path: Path, content: dict[str, Any]) -> None:
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    os.replace(partial, path)


@dataclass(frozen=True)
class Trained:
    model: nn.Module
    """With the averaged weights of its best epoch, in evaluation."""
    curve: tuple[float, ...]
    """The score that picks the best epoch, of validation, epoch by epoch."""


def train(recipe: Recipe, dataset: Dataset, folder: Path, start: Start | None = None) -> Trained:
    """Trains, or goes on where `folder` left off.

    `start` puts weights into the new network and says which.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    plan = recipe.schedule
    torch.manual_seed(recipe.seed)
    model = create_model(recipe.network, **recipe.arguments)
    if start is not None:
        print(f"{start(model)} to start from", flush=True)
    model = _placed(model, device)
    optimizer = _optimizer(model, plan)
    scaler = torch.amp.GradScaler(device.type, enabled=device.type == "cuda")
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    steps = plan.steps or dataset.train_size // plan.batch
    state: dict[str, Any] = {"epoch": 0, "best": -1.0, "curve": []}
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / LAST).exists():
        state = torch.load(folder / LAST, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average = state["average"]
        print(f"going on after epoch {state['epoch']}", flush=True)
    shadow = _placed(create_model(recipe.network, **recipe.arguments), device)
    for epoch in range(state["epoch"], plan.epochs):
        torch.manual_seed(recipe.seed + 1 + epoch)
        started, model_loss = time.monotonic(), 0.0
        model.train()
        for index, (images, target) in enumerate(dataset.batches(epoch, steps, plan.batch)):
            step = epoch * steps + index
            for group in optimizer.param_groups:
                group["lr"] = _rate(step, plan.epochs * steps, plan)
            inputs = [normalise(i.to(device)).contiguous(memory_format=torch.channels_last) for i in images]
            with torch.autocast(device.type, enabled=device.type == "cuda"):
                outputs = model(*inputs)
            loss = dataset.loss(outputs, target.to(device))
            optimizer.zero_grad(set_to_none=True)
            scaler.scale(loss).backward()
            scaler.unscale_(optimizer)
            nn.utils.clip_grad_norm_(model.parameters(), plan.clip)
            scaler.step(optimizer)
            scaler.update()
            _average(average, model, min(plan.ema, (1 + step) / (10 + step)))
            model_loss += loss.item()
            if index % 50 == 49:
                done = index + 1
                rate = done * plan.batch / (time.monotonic() - started)
                print(f"  step {done}/{steps}  loss {model_loss / done:.4f}  {rate:.0f} samples/s", flush=True)
        shadow.load_state_dict(average)
        figures = dataset.evaluate(predictor(shadow, device), "val")
        seconds, score = time.monotonic() - started, figures[dataset.score]
        print(f"epoch {epoch + 1}/{plan.epochs}  val {dataset.score} {score:.4f}  {seconds:.0f} s", flush=True)
        print(f"  {figures}", flush=True)
        if score > state["best"]:
            state["best"] = score
            _save(folder / BEST, {"model": average, "epoch": epoch + 1, "val": state["best"]})
        curve = [*state["curve"], score]
        state = {"epoch": epoch + 1, "best": state["best"], "curve": curve, "model": model.state_dict(),
                 "optimizer": optimizer.state_dict(), "average": average}  # fmt: skip
        _save(folder / LAST, state)
    shadow.load_state_dict(torch.load(folder / BEST, map_location=device, weights_only=True)["model"])
    return Trained(shadow.eval(), tuple(state["curve"]))
