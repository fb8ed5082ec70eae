# SPDX-License-Identifier: GPL-3.0-or-later
"""What runtimes and devices make of the bundled models: ``python benchmarks/gpu.py [MODEL ...]``.

Tiles of drawn pixels go through the engine's pipeline, as in a run but without reading and writing:
ONNX Runtime and PyTorch on the processor, PyTorch on CUDA in half and in single precision, each with
the batch that it chooses itself. Rounds are interleaved, the middle one counts, and "ratio" is to ONNX
Runtime on the processor in the same run: seconds of different machines or hours say little.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from lwganet_qgis.core.cards.card import ModelCard, list_cards
from lwganet_qgis.core.sessions.choose import open_session
from lwganet_qgis.core.sessions.session import Session, Target
from lwganet_qgis.core.sessions.torch import TorchSession, cuda_problem
from lwganet_qgis.core.tiles.memory import Load
from lwganet_qgis.core.tiles.pipeline import Sample, answers

MODELS = Path(__file__).resolve().parents[1] / "resources" / "models"
THREADS = int(os.environ.get("OMP_NUM_THREADS", 0)) or os.cpu_count() or 1
ROUNDS = 3
BATCHES = 4
"""In a round, for each worker of the session."""


def tiles_per_second(session: Session, card: ModelCard) -> float:
    side, batch = card.takes.tile_size, session.batch.batch_of(card.takes.tile_size)
    draw = np.random.default_rng(0)
    tiles = [draw.uniform(0, 255, (len(card.takes.input.bands), side, side)).astype(np.float32) for _ in range(4)]
    count = batch * BATCHES * session.workers
    samples = (Sample(i, (tiles[i % 4],) * len(card.kind.inputs), np.True_) for i in range(count))
    started = time.perf_counter()
    for _ in answers(session, samples, Load(batch, session.workers)):
        pass
    return count / (time.perf_counter() - started)


def ways(card: ModelCard, cuda: bool) -> dict[str, Callable[[], Session]]:
    """How to open the model, by name, the reference first."""
    found: dict[str, Callable[[], Session]] = {
        "processor, ONNX": lambda: open_session(card, Target("onnx", "cpu"), THREADS),
        "processor, PyTorch": lambda: open_session(card, Target("torch", "cpu"), THREADS),
    }
    if cuda:
        found["CUDA"] = lambda: open_session(card, Target("torch", "cuda:0"), THREADS)
        found["CUDA, single"] = lambda: TorchSession(card, "cuda:0", THREADS, torch.float32)
    return found


def main() -> None:
    problem = cuda_problem("cuda")
    print(f"{THREADS} threads, PyTorch {torch.__version__}")
    print(f"CUDA: {torch.cuda.get_device_name()}" if problem is None else f"no CUDA device, not measured: {problem}")
    print(f"{'model':<24}{'side':>6}  {'way':<20}{'batch':>6}{'tiles/s':>10}{'Mpixel/s':>10}{'ratio':>8}")
    for card in list_cards([MODELS]):
        if sys.argv[1:] and card.id not in sys.argv[1:]:
            continue
        sessions = {way: make() for way, make in ways(card, problem is None).items()}
        rates = [{way: tiles_per_second(s, card) for way, s in sessions.items()} for _ in range(ROUNDS)]
        middle = {way: statistics.median(rate[way] for rate in rates) for way in sessions}
        for way, rate in middle.items():
            side = card.takes.tile_size
            batch, ratio = sessions[way].batch.batch_of(side), rate / middle["processor, ONNX"]
            pixels = rate * side**2 / 1e6
            print(f"{card.id:<24}{side:>6}  {way:<20}{batch:>6}{rate:>10.2f}{pixels:>10.2f}{ratio:>8.2f}")


if __name__ == "__main__":
    main()
