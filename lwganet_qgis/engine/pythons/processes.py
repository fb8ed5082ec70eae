# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that are started, listened to line by line, and ended with all that they started."""

from __future__ import annotations

import os
import queue
import signal
import subprocess  # nosec B404
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
NEW_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
GUARD = str(Path(__file__).with_name("guard.py"))
POLL_SECONDS = 0.1
LATE_SECONDS = 2.0
"""For which what a program said last may be on its way after its end."""
LAST_LINES = 400
"""That are kept of what a program said."""


class Stopped(Exception):
    """The program was ended because that was asked for, or because its time was up."""


def run(
    command: Sequence[str | Path], environ: Mapping[str, str], *, cwd: str | Path | None = None,
    line: Callable[[str], None] = lambda _: None, tick: Callable[[], None] = lambda: None,
    cancelled: Callable[[], bool] = lambda: False, seconds: float | None = None, guard: str = "",
) -> tuple[int, list[str]]:  # fmt: skip
    """Exit code and last lines (both streams) of a program without window or input.

    Args:
        line: is told each line as it comes; `tick` is called several times a second.
        seconds: that it may take; None: any number.
        guard: a Python that ends the program if this process is killed; empty: none, for what is short.
    Raises:
        OSError: it cannot be started.
        Stopped: it was cancelled, or took longer; it and what it started are gone.
    """
    # No shell; the programs are Pythons that were looked at, and installers.
    process = subprocess.Popen(  # nosec B603
        [*((guard, "-I", GUARD) if guard else ()), *(str(part) for part in command)],
        stdin=subprocess.PIPE if guard else subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=dict(environ), cwd=cwd, creationflags=NO_WINDOW | NEW_GROUP, start_new_session=True,
    )  # fmt: skip
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_read, args=(process.stdout, lines), daemon=True).start()
    until = None if seconds is None else time.monotonic() + seconds
    kept: list[str] = []
    quiet = 0.0
    try:
        while True:
            if cancelled() or (until is not None and time.monotonic() > until):
                raise Stopped
            tick()
            try:
                text = lines.get(timeout=POLL_SECONDS)
            except queue.Empty:
                quiet += POLL_SECONDS if process.poll() is not None else 0
                if quiet > LATE_SECONDS:
                    break  # what it started may hold the pipe
                continue
            quiet = 0.0
            if text is None:
                break
            kept = [*kept[1 - LAST_LINES :], text]
            line(text)
        return process.wait(), kept
    finally:
        end(process)


def _read(stream: Any, lines: queue.Queue[str | None]) -> None:
    """To its end, which comes late where something escaped that holds it; nobody waits for that."""
    with stream:
        for raw in stream:
            for part in raw.decode("utf-8", "replace").replace("\r", "\n").splitlines():
                if part.strip():
                    lines.put(part.rstrip())
    lines.put(None)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a program and all that it started; harmless where it is gone."""
    if sys.platform == "win32":
        if process.poll() is None:
            _end_tree(process.pid)
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # all gone
    if process.poll() is None:
        process.kill()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()


def _end_tree(number: int) -> None:
    """Windows has no process groups that could be ended; this program of its own knows who started whom."""
    program = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
    subprocess.run(  # nosec B603
        [program, "/PID", str(number), "/T", "/F"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, creationflags=NO_WINDOW, check=False, timeout=10,
    )  # fmt: skip
