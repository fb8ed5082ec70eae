# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks the worker's protocol and misbehaves as its argument says."""

import json
import os
import signal
import sys
import time


def send(**message):
    print(json.dumps(message), flush=True)


behaviour = sys.argv[1]
if behaviour == "dies at once":
    sys.exit(7)
send(event="ready", versions={}, process=os.getpid())
job = json.loads(sys.stdin.readline())["job"]
send(event="log", text="begun")
if behaviour == "crashes":
    print("last words", file=sys.stderr, flush=True)
    os.kill(os.getpid(), signal.SIGSEGV)
elif behaviour == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
elif behaviour == "killed while it writes":
    folder, name = os.path.split(job["classes"])
    open(os.path.join(folder, f".{name}.{os.getpid()}-01234567.part"), "w").close()
    os.kill(os.getpid(), signal.SIGKILL)
elif behaviour == "leaves":
    sys.exit(0)
elif behaviour == "input error":
    send(event="error", kind="input", text="wrong raster", trace="Traceback ...")
elif behaviour == "own fault":
    send(event="error", kind="internal", text="oops", trace="Traceback ...")
elif behaviour == "nonsense":
    send(event="result", result={"x": 1})
elif behaviour == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(60)
elif behaviour == "obeys":
    json.loads(sys.stdin.readline())
    send(event="error", kind="cancelled", text="cancelled", trace="")
elif behaviour in ("works", "finishes although cancelled"):
    if behaviour != "works":
        sys.stdin.readline()
    print("a library prints this", flush=True)
    send(event="progress", fraction=0.5, text="half")
    send(event="warning", text="beware")
    with open(job["classes"], "w") as stream:
        stream.write("done")
    send(event="result", result={
        "model": {"id": "m", "title": "M", "device": "cpu", "runtime": "none"},
        "found": {"pixels": 1, "area_m2": None, "totals": []},
        "ran": {"seconds": 1.0, "warnings": ["beware"]},
    })  # fmt: skip
