# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs of processes that died have left in folders for temporary files: logs, and files on the way."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsSettings

from .own_folder import sweep

LOGS = "lwganet-engine-"
"""How the names of folders for the engine's logs begin."""
SCRATCH = "lwganet-"
"""How those of folders for files on the way begin, in Processing's folders."""


def remove_leftovers() -> None:
    sweep(_found())


def _found() -> Iterator[Path]:
    chosen = str(QgsSettings().value("Processing/Configuration/TEMP_PATH2", "") or "")
    for base in {Path(tempfile.gettempdir()), Path(chosen or tempfile.gettempdir())}:
        yield from base.glob(f"{LOGS}*")
        yield from base.glob(f"processing_*/{SCRATCH}*")
