# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine process: jobs come in on standard input, events go out on standard output.

It leaves when its input ends, so it never outlives the program that started it.
"""

from __future__ import annotations

import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from queue import Queue
from typing import Any, BinaryIO

from .errors import Cancelled, EngineError, InputError, StuckModel
from .jobs.parts.job import Job
from .jobs.parts.messages import ProtocolError, decode, encode
from .outputs.pending import remove_unfinished
from .records.record import to_json
from .report import Reporter
from .run import read_job, run_job
from .sentences import say, to_wire
from .sessions.keeper import Keeper

GRACE = 0.4
"""Seconds that a cancelled run has to stop in. A model in the middle of a large tile does not hear of it."""


class Worker:
    def __init__(self, lines: BinaryIO, events: BinaryIO) -> None:
        self._lines, self._events = lines, events
        self._lock = threading.Lock()
        self._jobs: Queue[tuple[Job[Any], Reporter] | None] = Queue()
        self._unanswered: set[Reporter] = set()
        self._keeper = Keeper()

    def send(self, message: dict[str, Any]) -> None:
        """Writes one event; called from any thread."""
        line = encode(message)
        with self._lock:
            try:
                self._events.write(line)
            except BrokenPipeError:
                for report in self._unanswered:
                    report.cancelled.set()

    def _answer(self, report: Reporter, message: dict[str, Any]) -> None:
        """Ends a run with its one result or error."""
        with self._lock:
            if report not in self._unanswered:
                return
            self._unanswered.discard(report)
        self.send(message)

    def _cancel(self) -> None:
        with self._lock:
            reports = tuple(self._unanswered)
        for report in reports:
            report.cancelled.set()
            _later(self._abandon, report)

    def _abandon(self, report: Reporter) -> None:
        """Ends a run that does not hear, and the process with it."""
        if report not in self._unanswered or not report.give_up():
            return
        remove_unfinished()
        self._answer(report, {**_error(Cancelled.kind, say("the run was cancelled")), "leaving": True})
        os._exit(0)

    def _leave(self) -> None:
        if all(report.give_up() for report in tuple(self._unanswered)):
            remove_unfinished()
        os._exit(0)

    def _listen(self) -> None:
        for line in self._lines:
            try:
                self._obey(decode(line))
            except ProtocolError as error:
                self.send(_error("protocol", str(error)))
            except InputError as error:
                self.send(_error(error.kind, error.text))
        self._jobs.put(None)
        self._cancel()
        _later(self._leave)

    def _obey(self, message: dict[str, Any]) -> None:
        request = message.get("request")
        if request == "run":
            job, report = read_job(message.get("tool"), message.get("job")), Reporter(self.send)
            with self._lock:
                self._unanswered.add(report)
            self._jobs.put((job, report))
        elif request == "cancel":
            self._cancel()
        else:
            raise ProtocolError(f"unknown request {request!r}")

    def _run(self, job: Job[Any], report: Reporter) -> None:
        answer: dict[str, Any]
        try:
            answer = {"event": "result", "result": to_json(run_job(job, report, keeper=self._keeper))}
            encode(answer)
        except Cancelled as error:
            answer = _error(error.kind, error.text)
        except StuckModel as error:
            answer = {**_error(error.kind, error.text, traceback.format_exc()), "leaving": True}
        except EngineError as error:
            answer = {**_error(error.kind, error.text, traceback.format_exc()), "path": error.path}
        except MemoryError:
            answer = _error("memory", say("the engine ran out of memory: choose smaller tiles or a smaller batch"))
        except Exception as error:
            answer = _error("internal", f"{type(error).__name__}: {error}", traceback.format_exc())
        if answer.get("trace"):
            print(answer["trace"], file=sys.stderr, flush=True)
        self._answer(report, answer)
        if answer.get("leaving"):
            os._exit(0)

    def serve(self) -> None:
        """Runs jobs one after the other until the input ends."""
        versions = _versions()  # fails before anything waits on the input
        threading.Thread(target=self._listen, daemon=True).start()
        self.send({"event": "ready", "versions": versions, "process": os.getpid()})
        while (work := self._jobs.get()) is not None:
            self._run(*work)


def _error(kind: str, text: str, trace: str = "") -> dict[str, Any]:
    return {"event": "error", "kind": kind, **to_wire(text), "trace": trace}


def _later(act: Callable[..., None], *arguments: Any) -> None:
    timer = threading.Timer(GRACE, act, arguments)
    timer.daemon = True
    timer.start()


def _versions() -> dict[str, str]:
    import numpy
    import onnxruntime
    import rasterio
    import shapely

    from . import __version__

    return {
        "engine": __version__, "python": platform.python_version(), "numpy": numpy.__version__,
        "rasterio": rasterio.__version__, "gdal": rasterio.__gdal_version__, "shapely": shapely.__version__,
        "onnxruntime": onnxruntime.__version__,
    }  # fmt: skip


def main() -> None:
    # Libraries that print must not break the stream of events: what they print goes to the log.
    events = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    Worker(sys.stdin.buffer, events).serve()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # threads of a cancelled model may still be busy


if __name__ == "__main__":
    main()
