# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check of the engine found: as lines, as a page, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from html import escape

from ...core.jobs.parts.trial import RuntimeTrial
from ...engine.setup.diagnosis import Diagnosis
from ...engine.setup.job import megabytes
from ...texts import tr
from .summary import page


def facts(found: Diagnosis, qgis: str) -> Iterator[tuple[str, str]]:
    """Name and text of each finding, the verdict first. `qgis`: its version."""
    yield tr("Verdict"), found.problem or tr("The engine works.")
    yield tr("Plugin"), f"{found.plugin}, QGIS {qgis}"
    yield tr("System"), found.system
    if found.python:
        yield tr("Python of the engine"), f"{found.python} ({found.origin})"
    if found.kind:
        yield tr("Kind"), found.kind
    if found.found is not None:
        yield tr("Versions"), ", ".join(f"{item.name} {item.version}" for item in found.found.versions)
        for trial in found.found.trials:
            yield f"{trial.runtime}, {trial.device}", trial_text(trial)
        memory = found.found.memory_free
        yield tr("Processors"), str(found.found.processors)
        yield tr("Free memory"), megabytes(memory) if memory else tr("unknown")
    yield tr("Folder of engines"), f"{found.folder} ({tr('{} free').format(megabytes(found.disk_free))})"
    for name, size in found.others:
        yield tr("Not used"), f"{name} ({megabytes(size)})"


def trial_text(trial: RuntimeTrial) -> str:
    if trial.problem:
        return tr("does not work: {}").format(trial.problem)
    return tr("works, {:.2f} ms, by {}").format(trial.milliseconds, trial.provider)


def lines(found: Diagnosis, qgis: str) -> list[str]:
    return [f"{name}: {text}" for name, text in facts(found, qgis)]


def html(title: str, found: Diagnosis, qgis: str) -> str:
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in facts(found, qgis))
    return page(title, f"<table>{rows}</table>")


def as_json(found: Diagnosis, qgis: str) -> str:
    return json.dumps({"works": not found.problem, "qgis": qgis, **asdict(found)}, ensure_ascii=False)
