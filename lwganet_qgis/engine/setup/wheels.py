# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of wheels, to set up an engine where there is no network: for this computer or another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ...core.errors import Cancelled
from ...texts import tr
from ..environment import system_pythons
from ..outputs.own_folder import OwnFolder, sweep
from ..pythons.kinds import KINDS, UV, Kind
from ..pythons.locks import names, requirements
from ..pythons.platforms import Platform, here
from .bases import bases
from .causes import Cause
from .faults import SetUpFault, cause_of_error
from .installers import Program
from .job import SetUpJob, megabytes
from .progress import Progress

PART = ".lwganet-wheels-"


def make_wheels(
    kind: Kind, platform: Platform, pythons: Iterable[str], target: Path, environ: Mapping[str, str],
    progress: Progress,
) -> list[Path]:  # fmt: skip
    """Downloads what a set-up of `kind` installs, hashes checked; the files come to `target` when all are there.

    Args:
        pythons: versions that it shall serve, e.g. ``("3.11", "3.12")``.
    Raises:
        SetUpFault: why not; `target` is as it was.
        Cancelled: that was asked for.
    """
    job = SetUpJob(kind, target)
    wanted = [python for python in pythons if python in kind.pythons(platform)]
    if not wanted:
        raise SetUpFault(Cause.PLATFORM, **{**job.facts(Cause.PLATFORM), "platform": platform.name})
    try:
        target.mkdir(parents=True, exist_ok=True)
        sweep(target.glob(f"{PART}*"))  # of downloads that were killed
        total = (kind.download(platform) + UV.download(platform)) * len(wanted)
        if job.free < total:
            raise SetUpFault(Cause.DISK, **{**job.facts(Cause.DISK), "needed": megabytes(total)})
        with OwnFolder(target, PART) as scratch:
            own = {**environ, "TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch)}
            run = Program(job, own, progress, progress.watch(scratch, total, 0.02, 1.0))
            pip = _pip(run, scratch)
            made = scratch / "made"
            for python in wanted:
                for what in (UV, kind):
                    _download(run, pip, what, platform, python, made)
            if progress.cancelled():
                raise Cancelled(tr("The set-up was cancelled."))
            return [path.replace(target / path.name) for path in sorted(made.iterdir())]
    except OSError as error:
        cause = cause_of_error(error)
        raise SetUpFault(cause, str(error), **job.facts(cause)) from error


def _pip(run: Program, scratch: Path) -> Path:
    """A Python with a pip that knows platforms, in a scratch environment."""
    run.progress.begin(tr("Looking for a Python to download with"))
    # Any Python of this computer will do; what it is asked for is another's.
    for base in bases(KINDS[0], here(), run.environ, system_pythons(), run.progress.cancelled):
        if base.environments:
            run.guard = base.path
            run.run(base.path, "-I", "-m", "venv", scratch / "pip")
            return here().python_in(scratch / "pip")
    raise run.fault(Cause.NO_PYTHON, "")


def _download(run: Program, pip: Path, kind: Kind, platform: Platform, python: str, made: Path) -> None:
    lock = made.parent / "requirements.txt"
    lock.write_text(requirements(kind, platform, python), encoding="utf-8")
    run.progress.begin(tr("Downloading {} packages for {}, Python {}").format(
        len(names(kind, platform, python)), platform.name, python))  # fmt: skip
    tags = [part for tag in platform.tags for part in ("--platform", tag)]
    digits = python.replace(".", "")
    run.run(pip, "-I", "-m", "pip", "download", "--progress-bar", "off", "--require-hashes", "--no-deps",
            "--only-binary", ":all:", *tags, "--python-version", digits, "--implementation", "cp", "--abi",
            f"cp{digits}", "--abi", "abi3", "--abi", "none", "--dest", made, "-r", lock)  # fmt: skip
