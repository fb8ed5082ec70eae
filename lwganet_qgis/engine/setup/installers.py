# SPDX-License-Identifier: GPL-3.0-or-later
"""uv, and venv with pip: each makes an environment and fills it from a lock with hashes."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...core.errors import Cancelled
from ...texts import tr
from ..pythons import processes
from ..pythons.kinds import UV
from ..pythons.locks import requirements
from ..pythons.platforms import Platform
from .bases import PREFERRED, Base
from .causes import Cause
from .faults import SetUpFault, cause_of, cause_of_error
from .job import SetUpJob
from .progress import Progress

SCRATCH = ".scratch"
"""Folder in the environment for files on the way."""
_PIP = ("-I", "-m", "pip", "--disable-pip-version-check", "--no-input")


@dataclass
class Program:
    """Runs installers, and makes faults of what they say."""

    job: SetUpJob
    environ: Mapping[str, str]
    progress: Progress
    tick: Callable[[], None] = field(default=lambda: None)
    guard: str = ""
    """A Python that ends what runs when this process is killed."""

    def run(self, *command: str | Path) -> list[str]:
        """Its last lines. Raises SetUpFault, Cancelled."""
        try:
            code, lines = processes.run(
                command, self.environ, cwd=self.job.root, line=self._line, tick=self.tick,
                cancelled=self.progress.cancelled, guard=self.guard,
            )  # fmt: skip
        except processes.Stopped as error:
            raise Cancelled(tr("The set-up was cancelled.")) from error
        except OSError as error:
            raise self.fault(cause_of_error(error), f"{command[0]}: {error}") from error
        if code:
            raise self.fault(cause_of(lines, bool(self.job.wheels)), "\n".join(lines))
        return lines

    def fault(self, cause: Cause, said: str) -> SetUpFault:
        return SetUpFault(cause, said, **self.job.facts(cause))

    def _line(self, text: str) -> None:
        self.progress.say(text)
        found = re.match(r"\s*(?:Downloading|Processing|Collecting|Prepared|Installing|Preparing)\b.*", text)
        if found:
            self.progress.step(_shown(text))


def _shown(line: str) -> str:
    """Of an installer's line, a short one: addresses and folders are long."""
    text = re.sub(r"\S*[/\\]", "", line.strip())
    return text if len(text) <= 90 else text[:89] + "…"


class Uv:
    """`program` is uv itself. It brings a Python where there is none that fits."""

    def __init__(self, program: str, platform: Platform) -> None:
        self.program, self._platform = program, platform

    def make(self, run: Program, folder: Path, base: Base | None) -> None:
        python = base.python if base else next(v for v in PREFERRED if v in run.job.kind.pythons(self._platform))
        run.progress.begin(tr("Making an environment with Python {}").format(python))
        run.run(self.program, "venv", "--no-project", "--allow-existing", "--python",
                base.path if base else python, folder)  # fmt: skip
        run.progress.begin(tr("Downloading and installing the packages"))
        source = ("--offline", "--no-index", "--find-links", run.job.wheels) if run.job.wheels else ()
        run.run(self.program, "pip", "install", "--python", self._platform.python_in(folder), "--require-hashes",
                "--no-deps", "--only-binary", ":all:", *source, "-r",
                lock_for(run.job, folder, python, self._platform))  # fmt: skip


class VenvPip:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    def make(self, run: Program, folder: Path, base: Base) -> None:
        run.progress.begin(tr("Making an environment with Python {}").format(base.python))
        run.run(base.path, "-I", "-m", "venv", folder)
        run.progress.begin(tr("Downloading and installing the packages"))
        source = ("--no-index", "--find-links", run.job.wheels) if run.job.wheels else ()
        run.run(self._platform.python_in(folder), *_PIP, "install", "--progress-bar", "off", "--require-hashes",
                "--no-deps", "--only-binary", ":all:", "--no-warn-script-location", *source, "-r",
                lock_for(run.job, folder, base.python, self._platform))  # fmt: skip


def lock_for(job: SetUpJob, folder: Path, python: str, platform: Platform) -> Path:
    """A requirements file for this Python alone, in the folder's scratch."""
    path = folder / SCRATCH / "requirements.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(requirements(job.kind, platform, python), encoding="utf-8")
    return path


def uv_on_path(environ: Mapping[str, str]) -> str:
    """Empty: none."""
    return shutil.which("uv", path=environ.get("PATH", os.defpath)) or ""


def pip_has_an_index(environ: Mapping[str, str]) -> bool:
    """Whether pip is told of an index, as companies do, and uv is not."""
    if any(name in environ for name in ("UV_DEFAULT_INDEX", "UV_INDEX", "UV_INDEX_URL")):
        return False
    if any(name in environ for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL")):
        return True
    if "PIP_CONFIG_FILE" in environ:
        return environ["PIP_CONFIG_FILE"] != os.devnull
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or ".")
    places = [Path("/etc/pip.conf"), home / ".pip" / "pip.conf", home / ".config" / "pip" / "pip.conf",
              home / "Library" / "Application Support" / "pip" / "pip.conf"]  # fmt: skip
    places += [Path(environ[name]) / "pip" / "pip.ini" for name in ("APPDATA", "PROGRAMDATA") if environ.get(name)]
    return any(place.is_file() and "index" in place.read_text(errors="replace") for place in places)


def fetch_uv(run: Program, base: Base, folder: Path, platform: Platform) -> str:
    """uv as a wheel, beside the environment that is being made; its path.

    Raises SetUpFault where the base has no pip either.
    """
    scratch = folder / SCRATCH
    scratch.mkdir(exist_ok=True)
    lock = scratch / "uv.txt"
    lock.write_text(requirements(UV, platform, base.python), encoding="utf-8")
    run.progress.begin(tr("Getting uv, which makes environments"))
    source = ("--no-index", "--find-links", run.job.wheels) if run.job.wheels else ()
    run.run(base.path, *_PIP, "install", "--progress-bar", "off", "--target", scratch / "uv", "--require-hashes",
            "--only-binary", ":all:", *source, "-r", lock)  # fmt: skip
    return str(scratch / "uv" / "bin" / platform.program("uv"))
