# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is of an engine, for whoever shows it: options page, set-up window, tools.

`engine_state()` answers at once; `engine_state(ask=True)` also asks the Python for its versions, which takes seconds
and belongs beside the main thread.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from .. import settings
from ..texts import tr
from .environment import VARIABLE, EnvironmentFault, child_environment, find_python, forget_tried, probe
from .pythons.probe import examine

__all__ = ["EngineState", "adopt", "engine_state", "forget_tried", "overruled", "probe"]


@dataclass(frozen=True)
class EngineState:
    python: str = ""
    """Path; empty: there is none, and `fault` says what to do."""
    origin: str = ""
    """For people: who chose it."""
    kind: str = ""
    """Of a set-up's environment (`pythons.kinds`); empty: a Python of the user's."""
    versions: dict[str, str] = field(default_factory=dict)
    """Of its packages by name, as far as known; ``python`` among them."""
    fault: str = ""
    """What keeps it from working, as sentences; empty: nothing that is known."""

    @property
    def ready(self) -> bool:
        return bool(self.python) and not self.fault


def engine_state(ask: bool = False) -> EngineState:
    """The engine as the next run would find it."""
    try:
        found = find_python(settings.engine_python(), settings.engine_folder())
    except EnvironmentFault as error:
        return EngineState(fault=str(error))
    made = found.environment
    state = EngineState(found.path, found.origin, made.kind if made else "", dict(made.versions) if made else {})
    if not ask:
        return state
    seen = examine(found.path, child_environment())
    versions = {**state.versions, **seen.versions}
    if seen.version:
        versions["python"] = ".".join(map(str, seen.version))
    return EngineState(state.python, state.origin, state.kind, versions, seen.fault)


def adopt() -> str:
    """Runs use the newest set-up's environment from now on; what overrules it all the same, as a sentence, or empty."""
    settings.set_engine_python("")
    return overruled()


def overruled() -> str:
    """The environment variable goes before all that is set here."""
    if not os.environ.get(VARIABLE, "").strip():
        return ""
    return tr("The environment variable {} names another Python, which is used until you remove it.").format(VARIABLE)
