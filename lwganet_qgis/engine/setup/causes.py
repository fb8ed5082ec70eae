# SPDX-License-Identifier: GPL-3.0-or-later
"""What a set-up can fail of."""

from __future__ import annotations

from enum import Enum


class Cause(Enum):
    """The value is the anchor of its entry in docs/troubleshooting.md."""

    NETWORK = "no-network"
    PROXY = "proxy"
    CERTIFICATE = "certificate"
    BROKEN_DOWNLOAD = "broken-download"
    WRONG_HASH = "wrong-hash"
    NOT_FOUND = "package-not-found"
    WHEELS = "folder-of-wheels"
    DISK = "disk-full"
    READ_ONLY = "read-only"
    BLOCKED = "blocked"
    LONG_PATH = "path-too-long"
    C_RUNTIME = "c-runtime"
    NO_PYTHON = "no-python"
    UNFIT_PYTHON = "unfit-python"
    SILENT_PYTHON = "python-does-not-answer"
    NO_VENV = "no-venv"
    BUSY = "another-set-up"
    PLATFORM = "nothing-published"
    WRONG_NUMBERS = "wrong-numbers"
    DOES_NOT_RUN = "does-not-run"
    UNKNOWN = "unknown"
