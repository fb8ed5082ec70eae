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
from queue import Queue
from typing import Any, BinaryIO

from .errors import Cancelled, EngineError
from .protocol import Job, ProtocolError, decode, encode
from .report import Reporter

GRACE = 0.5
"""Seconds that a run has to stop in after the input has ended."""


class Worker:
    def __init__(self, lines: BinaryIO, events: BinaryIO) -> None:
        self._lines, self._events = lines, events
        self._lock = threading.Lock()
        self._jobs: Queue[Job | None] = Queue()
        self._running: Reporter | None = None

    def send(self, message: dict[str, Any]) -> None:
        """Writes one event; called from any thread."""
        with self._lock:
            try:
                self._events.write(encode(message))
                self._events.flush()
            except BrokenPipeError:
                self._cancel()

    def _cancel(self) -> None:
        running = self._running
        if running is not None:
            running.cancelled.set()

    def _listen(self) -> None:
        for line in self._lines:
            try:
                message = decode(line)
                request = message.get("request")
                if request == "run":
                    self._jobs.put(Job.from_dict(message.get("job", {})))
                elif request == "cancel":
                    self._cancel()
                else:
                    raise ProtocolError(f"unknown request {request!r}")
            except ProtocolError as error:
                self.send({"event": "error", "kind": "protocol", "text": str(error), "trace": ""})
        self._jobs.put(None)
        self._cancel()
        # A model in the middle of a large tile does not hear of it: do not wait for it.
        timer = threading.Timer(GRACE, os._exit, (0,))
        timer.daemon = True
        timer.start()

    def _run(self, job: Job) -> None:
        from .run import run_job

        report = self._running = Reporter(self.send)
        try:
            result = run_job(job, report)
        except Cancelled as error:
            self._fail(error.kind, str(error))
        except EngineError as error:
            self._fail(error.kind, str(error), traceback.format_exc())
        except MemoryError:
            self._fail("memory", "the engine ran out of memory: choose smaller tiles or a smaller batch")
        except Exception as error:
            self._fail("internal", f"the engine failed: {type(error).__name__}: {error}", traceback.format_exc())
        else:
            self.send({"event": "result", "result": result.to_dict()})
        finally:
            self._running = None

    def _fail(self, kind: str, text: str, trace: str = "") -> None:
        if trace:
            print(trace, file=sys.stderr, flush=True)
        self.send({"event": "error", "kind": kind, "text": text, "trace": trace})

    def serve(self) -> None:
        """Runs jobs one after the other until the input ends."""
        versions = _versions()  # fails before anything waits on the input
        threading.Thread(target=self._listen, daemon=True).start()
        self.send({"event": "ready", "versions": versions})
        while (job := self._jobs.get()) is not None:
            self._run(job)


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
