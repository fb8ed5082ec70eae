# SPDX-License-Identifier: GPL-3.0-or-later
"""What a task works with: where it tells what it does, where it writes, and the model that it asks for."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from ... import __version__
from ...cards.card import ModelCard, read_card, verify_files
from ...errors import InputError, ModelError
from ...jobs.parts.job import Job
from ...jobs.parts.raster import RasterSource
from ...jobs.parts.results import ModelRun
from ...outputs.pending import Pending
from ...records.record import without_paths
from ...report import Reporter
from ...sentences import say
from ...sessions.choose import choose_target, open_session
from ...sessions.limits import is_bundled, limited_memory
from ...sessions.session import SeeingSession, Session, Target
from ...tiles.scene import Scene, Wishes, open_scene
from .orientations import Oriented

Load = Callable[[ModelCard, Target, int], SeeingSession]
J = TypeVar("J", bound=Job[Any])


@dataclass(frozen=True)
class Run:
    """One run. All that is asked of `pending` comes to its place together, when the task has ended well."""

    report: Reporter
    pending: Pending
    target: Target | None = None
    """Runtime and device; None: what the job's device comes to here."""
    load: Load = open_session

    @contextmanager
    def scene(
        self, task: str, job: Wishes, *images: RasterSource, spread: bool = False, **more: Any
    ) -> Iterator[tuple[Scene, Session]]:
        """The job's model, loaded, and what it works on; `more` as `open_scene`.

        Args:
            spread: whether the model shall also say how much its views differ.
        Raises:
            ModelError: the model is damaged, or made for another task.
            InputError: as `open_scene`, or one view cannot differ.
        """
        views = job.model.views
        if spread and views == 1:
            raise InputError(
                say("the spread over views needs more than one view: choose VIEWS 2 or 8, or leave it out")
            )
        card = read_card(Path(job.model.folder))
        if card.task != task:
            raise ModelError(say("model {} is made for {}; this needs one for {}", card.id, card.task, task))
        verify_files(card)
        target = self.target or choose_target(job.model.device, card)
        strange = target.device == "cpu" and not is_bundled(card)  # CUDA takes addresses without memory
        with limited_memory(strange), open_scene(card, images, job, self.report, **more) as scene:
            session = self.load(card, target, job.model.threads or _processors())
            self.report.log(say("model {} on {}, {}", card.id, session.device, session.runtime))
            if views > 1:
                self.report.log(say("each tile is looked at in {} orientations", views))
                session = Oriented(session, card.kind, views, spread)
            yield scene, session


@dataclass(frozen=True)
class Task(Generic[J]):
    """A tool's job, and how it is done."""

    job: type[J]
    run: Callable[[J, Run], Any]
    """Gives the job's `RESULT`, and writes what the job asks for, through the run's `pending`."""


def tags(job: Job[Any]) -> dict[str, str]:
    """Where a raster comes from, for its metadata."""
    return {
        "LWGANET_VERSION": __version__,
        "LWGANET_PARAMETERS": json.dumps({"tool": job.TOOL, **without_paths(job)}, ensure_ascii=False),
    }


def model_tags(job: Job[Any], card: ModelCard, session: Session) -> dict[str, str]:
    return {
        **tags(job),
        "LWGANET_MODEL": card.id,
        "LWGANET_MODEL_SHA256": ",".join(f"{name}={digest}" for name, digest in sorted(card.files.items())),
        "LWGANET_DEVICE": session.device,
        "LWGANET_RUNTIME": session.runtime,
    }


def model_run(scene: Scene, session: Session, tiles: int, unfamiliar: float | None) -> ModelRun:
    return ModelRun(scene.card.id, scene.card.title, session.device, session.runtime, tiles, unfamiliar)


def _processors() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def wanted(pending: Pending, path: str) -> Path | None:
    """Where to write an output, if it is asked for."""
    return pending.at(path) if path else None
