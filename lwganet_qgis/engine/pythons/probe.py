# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Python is and has, by running a few lines in it. It is looked at first: nothing else is ever started."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ...texts import tr
from .kinds import BASIC
from .look import Sight, look_at
from .processes import Stopped, run

SECONDS = 60.0
OLDEST = (3, 9)
_LINES = """
import importlib, json, struct, sys
missing, versions = {}, {}
for name in %r:
    try:
        module = importlib.import_module(name)
        versions[name] = str(getattr(module, "__version__", ""))
    except BaseException as error:
        missing[name] = str(error) or type(error).__name__
print(json.dumps({"version": list(sys.version_info[:3]), "bits": 8 * struct.calcsize("P"), "missing": missing,
                  "versions": versions}))
"""


@dataclass(frozen=True)
class Probed:
    """`fault`: what keeps it from being used, as a sentence; empty: nothing does."""

    fault: str = ""
    version: tuple[int, ...] = ()
    versions: dict[str, str] = field(default_factory=dict)
    """Of the packages that were asked for."""
    missing: dict[str, str] = field(default_factory=dict)
    """Packages that cannot be imported, and why."""


def examine(
    python: str, environ: Mapping[str, str], packages: Sequence[str] = BASIC, seconds: float | None = None
) -> Probed:
    """Looks at a file and, where it is a Python, asks it.

    Args:
        environ: as the engine gets it.
        seconds: that it may take to answer; default: SECONDS.
    """
    refused = refusal(python)
    if refused:
        return Probed(refused)
    limit = SECONDS if seconds is None else seconds
    try:
        code, lines = run([python, "-I", "-c", _LINES % (tuple(packages),)], environ, seconds=limit)
    except Stopped:
        return Probed(tr("{} did not answer within {:.0f} s.").format(python, limit))
    except OSError as error:
        return Probed(tr("{} cannot be started ({}).").format(python, error.strerror or error))
    for line in reversed(lines):
        try:
            answer = json.loads(line)
            version, bits = tuple(answer["version"]), int(answer["bits"])
            missing, versions = dict(answer["missing"]), dict(answer["versions"])
        except (KeyError, TypeError, ValueError):
            continue
        return Probed(_unfit(python, version, bits, missing), version, versions, missing)
    reason = f": {lines[-1]}" if lines and len(lines[-1]) < 200 else ""
    return Probed(tr("{} is not a working Python (exit code {}).").format(python, f"{code}{reason}"))


def _unfit(python: str, version: tuple[int, ...], bits: int, missing: dict[str, str]) -> str:
    if version < OLDEST:
        return tr("{} is Python {}.{}; the engine needs 3.9 or newer.").format(python, *version[:2])
    if bits != 64:
        return tr("{} is a {}-bit Python; the engine needs a 64-bit one.").format(python, bits)
    if missing:
        reasons = "; ".join(f"{name}: {reason}" for name, reason in missing.items())
        text = tr("{} lacks the package {} ({}).") if len(missing) == 1 else tr("{} lacks the packages {} ({}).")
        return text.format(python, ", ".join(missing), reasons)
    return ""


def refusal(python: str) -> str:
    """Why a file is not even started, as a sentence; empty: it is a Python by all that can be seen."""
    sight = look_at(python)
    name = Path(python).name
    return {
        Sight.PYTHON: "",
        Sight.MISSING: tr("{} does not exist.").format(python),
        Sight.FOLDER: tr("{} is a folder; name the Python in it.").format(python),
        Sight.NO_PROGRAM: tr("{} is not a program.").format(python),
        Sight.DESKTOP: tr("{} is a program with windows of its own ({}), not a Python; it was not started. Name a file "
                          "that is called python, python3 or python.exe.").format(python, name),
        Sight.LAUNCHER: tr("{} is a batch file or a link; name the python.exe that it starts.").format(python),
        Sight.STORE: tr("{} only opens the Microsoft Store; name an installed Python.").format(python),
        Sight.STUB: tr("{} only offers to install Apple's developer tools; name an installed Python.").format(python),
        Sight.OTHER: tr("{} is not a Python: such a file is called python, python3 or python.exe.").format(python),
    }[sight]  # fmt: skip
