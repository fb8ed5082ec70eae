# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user set, and where the user's things lie."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsApplication, QgsSettings

_ENGINE_PYTHON = "lwganet/engine_python"
_MEMORY_LIMIT = "lwganet/memory_limit_gb"
_ENGINE_FOLDER = "lwganet/engine_folder"
ENGINE_FOLDER_VARIABLE = "LWGANET_ENGINE_FOLDER"


def engine_python() -> str:
    """The Python that the user chose for the engine; empty: none chosen."""
    return str(QgsSettings().value(_ENGINE_PYTHON, "") or "")


def set_engine_python(path: str) -> None:
    QgsSettings().setValue(_ENGINE_PYTHON, path)


def memory_limit() -> float | None:
    """Gigabytes that a model may take that did not come with the plugin; 0: no limit; None: as the engine has it."""
    try:
        limit = float(QgsSettings().value(_MEMORY_LIMIT, ""))
    except (TypeError, ValueError):
        return None
    return limit if 0 <= limit < float("inf") else None


def user_folder() -> Path:
    """Folder of this plugin inside the user profile; may not exist."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "lwganet"


def models_folder() -> Path:
    return user_folder() / "models"


def engine_folder() -> Path:
    """Where the environments of set-ups lie; may not exist. Another than that in the profile can be chosen."""
    chosen = os.environ.get(ENGINE_FOLDER_VARIABLE, "").strip() or QgsSettings().value(_ENGINE_FOLDER, "") or ""
    return Path(str(chosen)) if chosen else user_folder() / "engine"
