# SPDX-License-Identifier: GPL-3.0-or-later
"""``PYTHON -I guard.py PROGRAM…`` runs a program, and ends it with all it started when whoever asked is gone.

Whoever asked holds the other end of standard input. It is killed with its process, whatever kills that.
"""

import os
import signal
import subprocess  # nosec B404
import sys
import threading


def watch(child: "subprocess.Popen[bytes]") -> None:
    while sys.stdin.buffer.read(1):
        pass
    if sys.platform == "win32":
        program = os.path.join(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        subprocess.run([program, "/PID", str(child.pid), "/T", "/F"], check=False)  # nosec B603
        os._exit(1)
    os.killpg(0, signal.SIGKILL)  # it leads its group


if __name__ == "__main__":
    # As it was started itself: no shell, and signals as they were set.
    started = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, restore_signals=False)  # nosec B603
    threading.Thread(target=watch, args=(started,), daemon=True).start()
    code = started.wait()
    sys.stdout.flush()
    os._exit(code if code >= 0 else 128 - code)
