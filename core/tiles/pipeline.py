# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading, inference and writing overlap, through bounded queues; results come in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from typing import Generic, TypeVar, cast

import numpy as np

from ..familiar.familiarity import Familiarity, Judged
from ..rasters.reading import Valid, Values
from ..sessions.session import Batch, SeeingSession, Session
from .memory import Load

Place = TypeVar("Place")

AHEAD = 2
"""Batches read before they are needed."""


@dataclass(frozen=True)
class Sample(Generic[Place]):
    """What the network sees of one place: images (C, H, W), or None where there is no data."""

    place: Place
    images: tuple[Values, ...] | None
    valid: Valid


@dataclass(frozen=True)
class Answer(Generic[Place]):
    """What the network says of one place: its output without the batch axis, or None."""

    place: Place
    output: Values | None
    valid: Valid
    judged: Judged | None = None
    """Whether the model knows what it sees there, where that was asked."""


def _batches(samples: Iterable[Sample[Place]], size: int) -> Iterator[list[Sample[Place]]]:
    """Groups with `size` samples that hold data, and the empty ones between them."""
    group: list[Sample[Place]] = []
    full = 0
    for sample in samples:
        group.append(sample)
        full += sample.images is not None
        if full == size or len(group) >= 64:
            yield group
            group, full = [], 0
    if group:
        yield group


def _infer(
    session: Session, group: list[Sample[Place]], size: int, judge: Familiarity | None
) -> list[Answer[Place]]:
    stacks = [sample.images for sample in group if sample.images is not None]
    outputs: Iterator[Batch] = iter(())
    seen: Iterator[Batch | None] = repeat(None)
    if len(stacks) == 1 and size > 1:
        # ONNX Runtime multiplies a single row by other steps, which round otherwise than those for several:
        # what a tile gives must not depend on which others happen to be left for its batch.
        stacks *= 2
    if stacks:
        images = [np.stack(date) for date in zip(*stacks)]
        if judge is None:
            outputs = iter(session.run(images))
        else:
            answers, features = cast(SeeingSession, session).look(images)
            outputs, seen = iter(answers), repeat(None) if features is None else iter(features)
    return [_answer(sample, outputs, seen, judge) for sample in group]


def _answer(
    sample: Sample[Place], outputs: Iterator[Batch], seen: Iterator[Batch | None], judge: Familiarity | None
) -> Answer[Place]:
    if sample.images is None:
        return Answer(sample.place, None, sample.valid)
    judged = judge.judge(sample.images, sample.valid, next(seen)) if judge is not None else None
    return Answer(sample.place, next(outputs), sample.valid, judged)


def answers(
    session: Session, samples: Iterable[Sample[Place]], load: Load, judge: Familiarity | None = None
) -> Iterator[Answer[Place]]:
    """Runs a session over samples; batches as large, and as many at once, as `load` says.

    With `judge` it is told of each whether the model knows what it sees; the session is a `SeeingSession` then.

    On the processor a sample gets the same answer to the bit in any batch of two or more.
    """
    groups = _batches(samples, load.batch)
    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(load.workers) as workers:
        reading: deque[Future[list[Sample[Place]] | None]] = deque()
        running: deque[Future[list[Answer[Place]]]] = deque()
        try:
            for _ in range(AHEAD):
                reading.append(reader.submit(next, groups, None))
            while reading:
                group = reading.popleft().result()
                if group is None:
                    reading.clear()
                else:
                    reading.append(reader.submit(next, groups, None))
                    running.append(workers.submit(_infer, session, group, load.batch, judge))
                while running and (len(running) > load.workers or not reading):
                    yield from running.popleft().result()
        finally:
            for read in reading:
                read.cancel()
            for run in running:
                run.cancel()
