# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine's process: start, talk, reap. Of Qt it knows the translation of texts, and locks."""

from __future__ import annotations

import os
import queue
import signal
import subprocess  # nosec B404
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, TypeVar

from ..core import errors
from ..core.jobs.parts.job import Job
from ..core.jobs.parts.messages import ProtocolError, decode, encode
from ..core.records.record import FieldError, from_json, to_json
from ..texts import spoken, tr
from .environment import EnginePython, EnvironmentFault, child_environment, how_to_set_up, probe
from .outputs.leftovers import LOGS
from .outputs.own_folder import OwnFolder
from .pythons.processes import NEW_GROUP, NO_WINDOW

LAUNCHER = Path(__file__).resolve().parents[1] / "core" / "launch.py"
Result = TypeVar("Result")
WORKER = "lwganet_qgis.core.worker"
POLL_SECONDS = 0.05
CANCEL_SECONDS = 2.0
"""Time that a cancelled engine gets to clean up before it is killed."""
START_SECONDS = 180.0
TEXT_SECONDS = 5.0
"""QGIS writes each progress text on a line of its own: so many seconds between two."""

_KINDS: dict[str, type[errors.EngineError]] = {
    kind.kind: kind
    for kind in (
        errors.InputError, errors.OutputError, errors.ModelError, errors.DeviceError, errors.Cancelled,
    )
}  # fmt: skip


class EngineCrash(errors.EngineError):
    """The engine's process ended without an answer."""

    kind = "crash"


class EngineProcess:
    """Runs jobs one after the other. `ended`: it takes no more of them.

    Raises EnvironmentFault where its Python cannot be started.
    """

    def __init__(self, python: EnginePython, command: list[str] | None = None) -> None:
        self.python, self.ready, self.ended = python, False, False
        self.number = 0
        """Of the process, as it says itself: a launcher may stand between."""
        self._hurry = self._keep_log = False
        self._text_due = 0.0
        self._warnings: list[str] = []
        self._messages: queue.Queue[bytes | None] = queue.Queue()
        self._folder = OwnFolder(tempfile.gettempdir(), LOGS)
        self._log_path = str(self._folder.path / "engine.log")
        self._log = open(self._log_path, "wb")  # the child writes to it as long as it lives
        try:
            # No shell; the program is the Python that the user set up.
            self._process = subprocess.Popen(  # nosec B603
                command or [python.path, "-I", str(LAUNCHER), WORKER],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log,
                env=child_environment(), cwd=tempfile.gettempdir(),
                # Ctrl-C in a terminal is for QGIS; the engine hears of it through the pipe.
                creationflags=NO_WINDOW | NEW_GROUP, start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            self._close_log()
            raise EnvironmentFault(
                tr("{} names {}, which cannot be started ({}). {}").format(
                    python.origin, python.path, error.strerror or error, how_to_set_up()
                )
            ) from error
        self._reader = threading.Thread(target=self._read, name="lwganet-engine-reader", daemon=True)
        self._reader.start()

    @property
    def alive(self) -> bool:
        return not self.ended and self._process.poll() is None

    def _read(self) -> None:
        try:
            for line in self._process.stdout:
                self._messages.put(line)
        except (OSError, ValueError):
            pass  # closed under us: the end, as below
        self._messages.put(None)

    def _send(self, message: dict[str, Any]) -> None:
        try:
            self._process.stdin.write(encode(message))
            self._process.stdin.flush()
        except OSError:
            return  # it is gone; the reader sees the end and says so

    def run(self, job: Job[Result], feedback: Any) -> Result:
        """Run one job to its end. Raises a child of EngineError."""
        self._text_due, self._hurry, self._warnings = 0.0, False, []
        try:
            self._send({"request": "run", "tool": job.TOOL, "job": to_json(job)})
            return self._result(job, self._answer(feedback))
        except errors.EngineError as error:
            self._hurry = isinstance(error, errors.Cancelled)
            self._keep_log |= self._log_path in str(error)
            raise

    def _result(self, job: Job[Result], answer: Any) -> Result:
        try:
            return from_json(job.RESULT, answer)
        except FieldError as error:
            raise EngineCrash(
                tr("The engine's answer cannot be read ({}). Install the plugin again.").format(error)
            ) from error

    def _answer(self, feedback: Any) -> dict[str, Any]:
        started, kill_at = time.monotonic(), None
        while True:
            now = time.monotonic()
            if feedback.isCanceled() and kill_at is None:
                self._send({"request": "cancel"})
                kill_at = now + CANCEL_SECONDS * self.ready  # before that there is nothing to clean up
            if kill_at is not None and now > kill_at:
                self.ended = True
                raise errors.Cancelled(tr("The run was cancelled."))
            if not self.ready and now - started > START_SECONDS:
                self.ended = True
                raise EnvironmentFault(
                    tr("The engine did not start within {:.0f} s. {}").format(START_SECONDS, self._blame())
                )
            try:
                line = self._messages.get(timeout=POLL_SECONDS)
            except queue.Empty:
                continue
            if line is None:
                self.ended = True
                raise errors.Cancelled(tr("The run was cancelled.")) if kill_at is not None else self._crash()
            result = self._take(line, feedback)
            if result is not None:
                return result

    def _take(self, line: bytes, feedback: Any) -> dict[str, Any] | None:
        """Of one line of the engine: the result, if it is that."""
        try:
            message = decode(line)
        except ProtocolError:
            self._log.write(line)  # a library that prints; not ours to fail on
            return None
        event, text = message.get("event"), spoken(message)
        if event == "ready":
            self.ready, self.number = True, int(message.get("process") or 0)
        elif event == "progress":
            feedback.setProgress(100.0 * float(message.get("fraction", 0.0)))
            if text and time.monotonic() >= self._text_due:
                self._text_due = time.monotonic() + TEXT_SECONDS
                feedback.setProgressText(text)
        elif event == "log":
            feedback.pushInfo(text)
        elif event == "warning":
            self._warnings.append(text)
            feedback.pushWarning(text)
        elif event == "error":
            self.ended = bool(message.get("leaving"))
            problem = self._reported(str(message.get("kind")), text, str(message.get("trace") or ""))
            problem.path = str(message.get("path") or "")
            raise problem
        elif event == "result":
            result = dict(message.get("result") or {})
            if "ran" in result:
                result["ran"] = {**result["ran"], "warnings": self._warnings}
            return result
        return None

    def _reported(self, kind: str, text: str, trace: str) -> errors.EngineError:
        known = _KINDS.get(kind)
        if known is errors.Cancelled:
            return known(tr("The run was cancelled."))
        if known is not None:
            return known(text)
        self._log.write(f"{kind}: {text}\n{trace}\n".encode())
        return errors.EngineError(tr("The engine failed: {} (details: {})").format(text, self._log_path))

    def _crash(self) -> errors.EngineError:
        code = self._reap()
        if not self.ready:
            return EnvironmentFault(tr("The engine cannot start. {} ({})").format(self._blame(), _ending(code)))
        if sys.platform != "win32" and code == -signal.SIGKILL:
            return EngineCrash(
                tr(
                    "The engine was killed, most likely because memory ran out. Try a smaller TILE_SIZE or BATCH_SIZE, "
                    "or close other programs (details: {})"
                ).format(self._log_path)
            )
        return EngineCrash(
            tr(
                "The engine ended unexpectedly ({}). Nothing was written. If it happens again, report it with the "
                "log file {}"
            ).format(_ending(code), self._log_path)
        )

    def _blame(self) -> str:
        """Why the engine's Python does not run it: what it lacks, or else where its own words are."""
        fault = probe(self.python.path)
        if fault:
            return tr("{} {} chose this Python. {}").format(fault, self.python.origin, how_to_set_up())
        if os.path.getsize(self._log_path):
            return tr("{} has all packages; the log file says more: {}").format(self.python.path, self._log_path)
        return tr("{} has all packages, and ended without a word.").format(self.python.path)

    def _reap(self) -> int:
        try:
            return self._process.wait(timeout=CANCEL_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def close(self) -> None:
        """End the process whatever it is doing, and leave nothing of it behind."""
        self.ended = True
        if self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError:
                pass  # its other end is gone
        if (self._hurry or not self.ready) and self._lingers():
            self._process.kill()
        self._reap()
        self._reader.join(timeout=CANCEL_SECONDS)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._close_log()

    def _close_log(self) -> None:
        self._log.close()
        if self._keep_log:
            self._folder.let_go()
        else:
            self._folder.remove()

    def _lingers(self) -> bool:
        try:
            self._process.wait(timeout=0.3)
        except subprocess.TimeoutExpired:
            return True
        return False


def _ending(code: int) -> str:
    if code < 0:
        try:
            return tr("signal {}").format(signal.Signals(-code).name)
        except ValueError:
            return tr("signal {}").format(-code)
    return tr("exit code {}").format(code if code < 256 else hex(code))
