# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user set, and where the user's things lie. docs/settings.md has the table.

A tool's own parameter counts most, then the environment variable, then the setting, then the default.
"""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsApplication

from .core.jobs.parts.model import DEVICES, MOST_THREADS
from .setting import Setting, SettingFault
from .texts import tr


def _device(text: str) -> str:
    if not re.fullmatch(DEVICES, text):
        raise ValueError(text)
    return text


def _threads(text: str) -> int:
    threads = int(text)
    if not 0 <= threads <= MOST_THREADS:
        raise ValueError(text)
    return threads


def _gigabytes(text: str) -> float:
    limit = float(text)
    if not 0 <= limit < float("inf"):
        raise ValueError(text)
    return limit


def _folder(text: str) -> str:
    """Existing or not."""
    if not Path(text).is_absolute() or Path(text).is_file():
        raise ValueError(text)
    return text


def _a_folder() -> str:
    return tr("the path of a folder")


ENGINE_PYTHON = Setting("lwganet/engine_python", "LWGANET_ENGINE_PYTHON", "", str, lambda: tr("the path of a Python"))
"""Looked at where the engine is looked for, which says what is wrong with it."""
ENGINE_FOLDER = Setting("lwganet/engine_folder", "LWGANET_ENGINE_FOLDER", "", _folder, _a_folder)
DEVICE = Setting("lwganet/device", "LWGANET_DEVICE", "auto", _device, lambda: tr("auto, cpu, cuda, cuda:N or directml"))
THREADS = Setting(
    "lwganet/threads", "LWGANET_THREADS", 0, _threads,
    lambda: tr("a whole number from 0 (all) to {}").format(MOST_THREADS),
)  # fmt: skip
MEMORY_LIMIT: Setting[float | None] = Setting(
    "lwganet/memory_limit_gb", "LWGANET_MEMORY_LIMIT_GB", None, _gigabytes,
    lambda: tr("gigabytes, 0 for no limit"),
)  # fmt: skip
MODELS_FOLDER = Setting("lwganet/models_folder", "LWGANET_MODELS_FOLDER", "", _folder, _a_folder)
ALL: tuple[Setting, ...] = (ENGINE_PYTHON, ENGINE_FOLDER, DEVICE, THREADS, MEMORY_LIMIT, MODELS_FOLDER)


def check() -> None:
    """Raises SettingFault naming the first that is none of what it may be."""
    problem = next(filter(None, (setting.problem() for setting in ALL)), "")
    if problem:
        raise SettingFault(problem)


def engine_python() -> str:
    """The Python that the user chose for the engine; empty: none chosen. (Its variable is looked at by whoever finds
    the engine, to say which it was.)"""
    return ENGINE_PYTHON.stored_text()


def set_engine_python(path: str) -> None:
    ENGINE_PYTHON.store(path)


def memory_limit() -> float | None:
    """Gigabytes that a model may take that did not come with the plugin; 0: no limit; None: as the engine has it."""
    return MEMORY_LIMIT.value()


def device() -> str:
    """What tools begin with."""
    return DEVICE.value()


def threads() -> int:
    """Of the processor, that a model may use; 0: all."""
    return THREADS.value()


def user_folder() -> Path:
    """Folder of this plugin inside the user profile; may not exist."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "lwganet"


def models_folder() -> Path:
    """Of the user's own models; may not exist."""
    return Path(MODELS_FOLDER.value() or user_folder() / "models")


def engine_folder() -> Path:
    """Where the environments of set-ups lie; may not exist."""
    return Path(ENGINE_FOLDER.value() or user_folder() / "engine")


def set_engine_folder(path: str) -> None:
    """Empty: the one in the profile."""
    ENGINE_FOLDER.store(path)
