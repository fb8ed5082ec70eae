# SPDX-License-Identifier: GPL-3.0-or-later
"""What a model that did not come with the plugin may take: time, and memory.

Its graph is another's program: it may loop for ever, or ask for more memory than there is. A run is given
seconds by what a first tile took, and waited for from outside; the process is given address space up to a limit
where the system knows such limits (Linux; not Windows, and macOS takes no notice of them).
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from ..cards.card import ModelCard
from ..errors import SlowModel, StuckModel

Result = TypeVar("Result")

BUNDLED = Path(__file__).resolve().parents[2] / "resources" / "models"
VARIABLE = "LWGANET_MEMORY_LIMIT_GB"
"""Of the environment: gigabytes that such a model may take; 0: as many as there are."""
MEMORY_SHARE = 0.75
"""Of the computer's memory, where nothing is said."""
LOAD_SECONDS = 300.0
TRIAL_SECONDS = 300.0
"""For a first tile, of which nothing is known."""
TIMES, LEAST_SECONDS = 20.0, 60.0
"""How much longer than the first any other tile may take (others run beside it), and what it has in any case."""
GRACE = 2.0
"""Seconds that a graph has to hear that it should stop: it does between two of its operators."""


def is_bundled(card: ModelCard) -> bool:
    """Whether a model came with the plugin: those are known to end, and need no limits."""
    return Path(os.path.realpath(card.folder)).parent == BUNDLED


def within(
    seconds: float | None, what: str, work: Callable[[], Result], stop: Callable[[], None] | None = None
) -> Result:
    """What `work` gives, in a thread of its own.

    Args:
        seconds: that it may take; None: any number, in the caller's thread.
        what: that takes the time, for messages.
        stop: asks the work to end.
    Raises:
        SlowModel: it took more than `seconds` and ended when it was asked to.
        StuckModel: it goes on; the process has to end.
    """
    if seconds is None:
        return work()
    outcome: list[tuple[Any, BaseException | None]] = []

    def run() -> None:
        try:
            outcome.append((work(), None))
        except BaseException as error:
            outcome.append((None, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        if stop is not None:
            stop()
            thread.join(GRACE)
        kind = StuckModel if thread.is_alive() else SlowModel
        raise kind(
            f"{what} takes more than {seconds:.3g} s and was stopped: it may never end, or be far too large for this "
            "computer. Choose smaller tiles, or another model"
        )
    value, error = outcome[0]
    if error is not None:
        raise error
    return value  # type: ignore[no-any-return]


class Patience:
    """Seconds that a model's runs may take, by what its first tile took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._trial: Future[float] | None = None
        """Seconds of a pixel."""

    def trial(self, pixels: int, tile: Callable[[float], Any]) -> None:
        """Runs `tile`, which is given its seconds, once of all calls. The others wait for it, and fail as it does."""
        with self._lock:
            first = self._trial is None
            trial = self._trial = self._trial or Future()
        if not first:
            trial.result()
            return
        started = time.monotonic()
        try:
            tile(TRIAL_SECONDS)
        except BaseException as error:
            self._trial = None  # smaller tiles may do
            trial.set_exception(error)
            raise
        trial.set_result((time.monotonic() - started) / pixels)

    def seconds(self, pixels: int) -> float:
        """For so many pixels of tiles together, after the trial."""
        pace = self._trial.result() if self._trial is not None else 0.0
        return max(LEAST_SECONDS, TIMES * pace * pixels)


def memory_limit() -> int:
    """Bytes that another's model may take; 0: no limit."""
    try:
        gigabytes = float(os.environ.get(VARIABLE, ""))
    except ValueError:
        gigabytes = -1.0
    if gigabytes >= 0:
        return int(gigabytes * (1 << 30))
    try:
        return int(MEMORY_SHARE * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    except (AttributeError, OSError, ValueError):  # Windows has no sysconf
        return 0


def _address_space() -> int:
    """Bytes that this process has; Linux alone says so."""
    with open("/proc/self/statm", encoding="ascii") as stream:
        return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def limited_memory(wanted: bool = True) -> Iterator[None]:
    """Inside, this process gets no more than `memory_limit` bytes on top of what it has: what asks for more fails.

    Without effect where the system knows no such limit.

    Args:
        wanted: whether there is to be a limit at all.
    """
    allowed = memory_limit()
    if not (wanted and allowed and sys.platform.startswith("linux")):
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    known = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([_address_space() + allowed, *known]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def allowed_memory() -> str:
    """For messages."""
    return f"it may take {memory_limit() / (1 << 30):.3g} GB (setting lwganet/memory_limit_gb)"
