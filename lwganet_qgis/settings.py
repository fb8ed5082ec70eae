# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user set, and where the user's things lie."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsSettings

_ENGINE_PYTHON = "lwganet/engine_python"


def engine_python() -> str:
    """The Python that the user chose for the engine; empty: none chosen."""
    return str(QgsSettings().value(_ENGINE_PYTHON, "") or "")


def set_engine_python(path: str) -> None:
    QgsSettings().setValue(_ENGINE_PYTHON, path)


def user_folder() -> Path:
    """Folder of this plugin inside the user profile; may not exist."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "lwganet"


def models_folder() -> Path:
    return user_folder() / "models"


def engine_folder() -> Path:
    """Where an environment made for the engine alone lies, if there is one."""
    return user_folder() / "engine"
