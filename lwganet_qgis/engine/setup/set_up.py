# SPDX-License-Identifier: GPL-3.0-or-later
"""The set-up, from the first question to the marker. What worked before is not touched."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from ...core.errors import Cancelled, EngineError
from ...core.outputs.placing import remove
from ...texts import tr
from ..environment import EnginePython, forget_tried, system_pythons
from ..pythons.environments import Environment, discard, environments, finish, folder_size, new_folder, unfinished
from ..pythons.platforms import c_runtime, long_paths
from ..pythons.probe import examine
from .bases import Base, bases
from .causes import Cause
from .faults import SetUpFault, cause_of_error
from .installers import SCRATCH, Program, Uv, VenvPip, fetch_uv, pip_has_an_index, uv_on_path
from .job import SetUpJob, megabytes
from .only_one import only_one
from .progress import Progress
from .verify import Listener, verify

LONGEST = 150
"""Characters that files of an environment add to its folder's path."""
WINDOWS_LONGEST = 259
_VERIFIED_FROM = 0.92


def set_up(job: SetUpJob, environ: Mapping[str, str], progress: Progress) -> Environment:
    """Makes an engine and proves it.

    Args:
        environ: as installers get it, with proxy and certificates.
    Raises:
        SetUpFault: why not, and what to do.
        Cancelled: that was asked for. In both cases nothing is left of it.
    """
    try:
        _ask_first(job)
        with only_one(job.root):
            return _make(job, environ, progress)
    except OSError as error:
        cause = cause_of_error(error)
        raise SetUpFault(cause, str(error), **job.facts(cause)) from error


def _ask_first(job: SetUpJob) -> None:
    """What can be found wrong before any work. Raises SetUpFault, OSError."""
    if not job.kind.pythons(job.platform):
        raise SetUpFault(Cause.PLATFORM, **job.facts(Cause.PLATFORM))
    if job.platform.windows and not long_paths() and len(str(job.root)) + LONGEST > WINDOWS_LONGEST:
        raise SetUpFault(Cause.LONG_PATH, **job.facts(Cause.LONG_PATH))
    if not c_runtime():
        raise SetUpFault(Cause.C_RUNTIME, **job.facts(Cause.C_RUNTIME))
    if job.wheels and not any(Path(job.wheels).glob("*.whl")):
        raise SetUpFault(Cause.WHEELS, tr("There is no wheel in {}.").format(job.wheels), **job.facts(Cause.WHEELS))
    try:
        job.root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=job.root):
            pass
    except OSError as error:
        cause = cause_of_error(error)
        cause = Cause.READ_ONLY if cause in (Cause.BLOCKED, Cause.UNKNOWN) else cause
        raise SetUpFault(cause, str(error), **job.facts(cause)) from error
    if job.free < job.needed:
        raise SetUpFault(Cause.DISK, **job.facts(Cause.DISK))


def _make(job: SetUpJob, environ: Mapping[str, str], progress: Progress) -> Environment:
    progress.begin(tr("Setting up: {} ({} to download)").format(
        job.kind.title, megabytes(job.kind.download(job.platform))))  # fmt: skip
    folder = new_folder(job.root, job.kind)
    try:
        scratch = folder / SCRATCH
        scratch.mkdir()
        own = {**environ, "TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch)}
        run = Program(job, own, progress, progress.watch(folder, job.needed, 0.02, _VERIFIED_FROM))
        _install(run, folder)
        progress.share(_VERIFIED_FROM, folder_size(folder), job.needed)
        progress.begin(tr("Testing the engine with a tiny model"))
        python = EnginePython(str(job.platform.python_in(folder)), tr("The set-up"))
        found = verify(python, job.kind, Listener(progress.cancelled, progress.say), **job.facts(Cause.UNKNOWN))
        for trial in found.trials:
            progress.say(f"{trial.runtime}, {trial.device}: {trial.milliseconds:.2f} ms {trial.problem}")
        remove(scratch)
        facts = {"kind": job.kind.id, "lock": job.kind.digest, "made": time.time(),
                 "versions": {version.name: version.version for version in found.versions}}  # fmt: skip
        if progress.cancelled():
            raise Cancelled(tr("The set-up was cancelled."))
        finish(folder, facts)
    except BaseException:
        discard(folder)
        raise
    forget_tried()
    progress.share(1.0, 0, 0)
    return next(made for made in environments(job.root) if made.folder == folder)


def _install(run: Program, folder: Path) -> None:
    """By the first that can: uv that is there, venv and pip, uv as a wheel. Raises SetUpFault, Cancelled.

    Where somebody has told pip of an index, pip is asked first: uv does not read its settings.
    """
    job, platform = run.job, run.job.platform
    run.progress.begin(tr("Looking for a Python to make it of"))
    found = list(_fitting(run))
    base = found[0] if found else None
    run.guard = base.path if base else ""
    uv = uv_on_path(run.environ)
    preferred = uv and (job.wheels or not pip_has_an_index(run.environ))
    if preferred and (base or not job.wheels):
        Uv(uv, platform).make(run, folder, base)
        return
    if base is not None and base.environments:
        VenvPip(platform).make(run, folder, base)
        return
    if base is None:
        base = _with_pip(run)
    if base is None:
        raise run.fault(Cause.NO_PYTHON, "")
    try:
        program = fetch_uv(run, base, folder, platform)
    except SetUpFault as fault:
        raise (run.fault(Cause.NO_VENV, fault.said) if fault.cause is Cause.NO_VENV else fault) from fault
    Uv(program, platform).make(run, folder, base if found else None)


def _fitting(run: Program) -> Iterator[Base]:
    """One that makes environments, if there is one; else all that fit."""
    others = []
    for base in bases(run.job.kind, run.job.platform, run.environ, system_pythons(), run.progress.cancelled):
        if base.environments:
            yield base
            return
        others.append(base)
    if run.progress.cancelled():
        raise Cancelled(tr("The set-up was cancelled."))
    yield from others


def _with_pip(run: Program) -> Base | None:
    """The system's own Python, of any version, to get uv with."""
    return next((Base(path, "3.9", False) for path in system_pythons()), None)


def use(python: str, environ: Mapping[str, str], progress: Progress) -> EnginePython:
    """A Python of the user's, once it has proved itself; it is only looked at, asked and tried, never changed.

    Raises SetUpFault, Cancelled.
    """
    progress.begin(tr("Looking at {}").format(python))
    seen = examine(python, environ)
    if seen.fault:
        raise SetUpFault(Cause.UNFIT_PYTHON, seen.fault, reason=seen.fault)
    chosen = EnginePython(python, tr("You"))
    progress.begin(tr("Testing the engine with a tiny model"))
    try:
        verify(chosen, None, Listener(progress.cancelled, progress.say))
    except SetUpFault as fault:
        raise SetUpFault(Cause.UNFIT_PYTHON, fault.said, reason=fault.said or str(fault)) from fault
    return chosen


def clean(root: Path) -> None:
    """Takes away what killed set-ups have left. Harmless while one is at work, and where nothing can be removed."""
    with suppress(EngineError, OSError):
        if unfinished(root):
            with only_one(root):
                pass
