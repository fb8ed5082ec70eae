# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of the engine in a process of its own: start, talk, cancel, reap.

Knows nothing of Qt. `run_job` blocks its thread and calls the feedback from that thread alone, so
it belongs into an algorithm's processAlgorithm.
"""

from __future__ import annotations

import glob
import os
import queue
import shutil
import signal
import subprocess  # nosec B404
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

from ..core import errors
from ..core.protocol import IMPORT, Job, ProtocolError, Result, decode, encode
from .environment import NO_WINDOW, EnginePython, EnvironmentFault, child_environment, how_to_set_up, probe

LAUNCHER = Path(__file__).resolve().parents[1] / "core" / "launch.py"
WORKER = "lwganet_qgis.core.worker"
POLL_SECONDS = 0.05
CANCEL_SECONDS = 2.0
"""Time that a cancelled engine gets to clean up before it is killed."""
START_SECONDS = 180.0
TEXT_SECONDS = 5.0
"""QGIS writes each progress text on a line of its own: so many seconds between two."""
NEW_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""Ctrl-C in a terminal is for QGIS; the engine hears of it through the pipe."""

_KINDS: dict[str, type[errors.EngineError]] = {
    kind.kind: kind
    for kind in (
        errors.InputError, errors.OutputError, errors.ModelError, errors.DeviceError, errors.Cancelled,
    )
}  # fmt: skip


class EngineCrash(errors.EngineError):
    """The engine's process ended without an answer."""

    kind = "crash"


def run_job(job: Job, python: EnginePython, feedback: Any, command: list[str] | None = None) -> Result:
    """Run one job to its end. Raises a child of EngineError.

    `feedback` is a QgsProcessingFeedback, or what answers like one. `command` stands in for the
    engine's own command line in tests.
    """
    handle, log_path = tempfile.mkstemp(prefix="lwganet-engine-", suffix=".log")
    keep_log, before = False, _parts(job)
    try:
        with os.fdopen(handle, "wb") as log:
            engine = _Engine(command or [python.path, "-I", str(LAUNCHER), WORKER], python, log, log_path)
            unfinished = True
            try:
                result = engine.run(job, feedback)
                unfinished = False
                return result
            finally:
                engine.close()
                for part in _parts(job) - before if unfinished else ():
                    _remove(part)
    except errors.EngineError as error:
        keep_log = log_path in str(error)
        raise
    finally:
        if not keep_log:
            _remove(log_path)


def _parts(job: Job) -> set[str]:
    """Hidden files beside the targets: an engine that was killed cannot take its own away."""
    if job.task == IMPORT:
        return {str(found) for found in Path(job.output).glob(".*.????????.part")}
    targets = [Path(target) for target in (job.output, job.confidence, job.features) if target]
    return {
        str(found) for target in targets for found in target.parent.glob(f".{glob.escape(target.stem)}.????????.part*")
    }


def _remove(path: str) -> None:
    """A file, or a folder that the engine made."""
    try:
        if os.path.isdir(path):
            shutil.rmtree(path)
        else:
            os.unlink(path)
    except OSError:
        return


class _Engine:
    def __init__(self, command: list[str], python: EnginePython, log: BinaryIO, log_path: str) -> None:
        self.python, self.log, self.log_path = python, log, log_path
        self.ready = False
        self.text_due = 0.0
        self.messages: queue.Queue[bytes | None] = queue.Queue()
        try:
            # No shell; the program is the Python that the user set up.
            self.process = subprocess.Popen(  # nosec B603
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                env=child_environment(), cwd=tempfile.gettempdir(), creationflags=NO_WINDOW | NEW_GROUP,
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise EnvironmentFault(
                f"{python.origin} names {python.path}, which cannot be started ({error.strerror or error}). "
                f"{how_to_set_up()}"
            ) from error
        self.reader = threading.Thread(target=self._read, name="lwganet-engine-reader", daemon=True)
        self.reader.start()

    def _read(self) -> None:
        try:
            for line in self.process.stdout:
                self.messages.put(line)
        except (OSError, ValueError):
            pass  # closed under us: the end, as below
        self.messages.put(None)

    def _send(self, message: dict[str, Any]) -> None:
        try:
            self.process.stdin.write(encode(message))
            self.process.stdin.flush()
        except OSError:
            return  # it is gone; the reader sees the end and says so

    def run(self, job: Job, feedback: Any) -> Result:
        self._send({"request": "run", "job": job.to_dict()})
        started, kill_at = time.monotonic(), None
        while True:
            now = time.monotonic()
            if feedback.isCanceled() and kill_at is None:
                self._send({"request": "cancel"})
                kill_at = now + CANCEL_SECONDS
            if kill_at is not None and now > kill_at:
                raise errors.Cancelled("The run was cancelled.")
            if not self.ready and now - started > START_SECONDS:
                raise EnvironmentFault(f"The engine did not start within {START_SECONDS:.0f} s. {self._blame()}")
            try:
                line = self.messages.get(timeout=POLL_SECONDS)
            except queue.Empty:
                continue
            if line is None:
                if kill_at is not None:
                    raise errors.Cancelled("The run was cancelled.")
                raise self._crash()
            result = self._take(line, feedback)
            if result is not None:
                if kill_at is not None or feedback.isCanceled():
                    _discard(result)
                    raise errors.Cancelled("The run was cancelled.")
                return result

    def _take(self, line: bytes, feedback: Any) -> Result | None:
        try:
            message = decode(line)
        except ProtocolError:
            self.log.write(line)  # a library that prints; not ours to fail on
            return None
        event, text = message.get("event"), str(message.get("text") or "")
        if event == "ready":
            self.ready = True
        elif event == "progress":
            feedback.setProgress(100.0 * float(message.get("fraction", 0.0)))
            if text and time.monotonic() >= self.text_due:
                self.text_due = time.monotonic() + TEXT_SECONDS
                feedback.setProgressText(text)
        elif event == "log":
            feedback.pushInfo(text)
        elif event == "warning":
            feedback.pushWarning(text)
        elif event == "error":
            raise self._reported(str(message.get("kind")), text, str(message.get("trace") or ""))
        elif event == "result":
            try:
                return Result.from_dict(message.get("result") or {})
            except ProtocolError as error:
                raise EngineCrash(f"The engine's answer cannot be read ({error}). Install the plugin again.") from error
        return None

    def _reported(self, kind: str, text: str, trace: str) -> errors.EngineError:
        known = _KINDS.get(kind)
        if known is errors.Cancelled:
            return known("The run was cancelled.")
        if known is not None:
            return known(text)
        self.log.write(f"{kind}: {text}\n{trace}\n".encode())
        return errors.EngineError(f"The engine failed: {text} (details: {self.log_path})")

    def _crash(self) -> errors.EngineError:
        code = self._reap()
        if not self.ready:
            return EnvironmentFault(f"The engine cannot start. {self._blame()} ({_ending(code)})")
        if sys.platform != "win32" and code == -signal.SIGKILL:
            return EngineCrash(
                "The engine was killed, most likely because memory ran out. Try a smaller TILE_SIZE or BATCH_SIZE, "
                f"or close other programs (details: {self.log_path})"
            )
        return EngineCrash(
            f"The engine ended unexpectedly ({_ending(code)}). Nothing was written. If it happens again, "
            f"report it with the log file {self.log_path}"
        )

    def _blame(self) -> str:
        """Why the engine's Python does not run it: what it lacks, or else where its own words are."""
        fault = probe(self.python.path)
        if fault:
            return f"{fault} {self.python.origin} chose this Python. {how_to_set_up()}"
        return f"{self.python.path} has all packages; the log file says more: {self.log_path}"

    def _reap(self) -> int:
        try:
            return self.process.wait(timeout=CANCEL_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def close(self) -> None:
        """End the process whatever it is doing, and leave nothing of it behind."""
        if self.process.stdin is not None:
            try:
                self.process.stdin.close()
            except OSError:
                pass  # its other end is gone
        if sys.exc_info()[0] is errors.Cancelled or not self.ready:
            self.process.kill() if self._lingers() else None
        self._reap()
        self.reader.join(timeout=CANCEL_SECONDS)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def _lingers(self) -> bool:
        try:
            self.process.wait(timeout=0.3)
        except subprocess.TimeoutExpired:
            return True
        return False


def _discard(result: Result) -> None:
    """A cancelled run must not look finished."""
    for path in result.outputs.values():
        _remove(path)
        _remove(f"{path}.aux.xml")


def _ending(code: int) -> str:
    if code < 0:
        try:
            return f"signal {signal.Signals(-code).name}"
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code if code < 256 else hex(code)}"
