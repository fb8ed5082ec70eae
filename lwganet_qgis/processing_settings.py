# SPDX-License-Identifier: GPL-3.0-or-later
"""The same settings where Processing shows those of its providers (Settings, Options, Processing, Providers)."""

from __future__ import annotations

from typing import Any

from processing.core.ProcessingConfig import ProcessingConfig
from processing.core.ProcessingConfig import Setting as Entry

from . import settings
from .icons import icon
from .setting import Setting
from .texts import tr

GROUP = "LWGANet"


class SharedEntry(Entry):
    """Lies under the key of ours. Processing stores all it shows, changed or not: here only what was changed, so that
    the page of LWGANet in the same window is not undone."""

    def __init__(self, setting: Setting, text: str, kind: int | None = None) -> None:
        super().__init__(GROUP, setting.variable, text, "", valuetype=kind or Entry.STRING, validator=self._check)
        self.qname = setting.key
        self._setting, self._read = setting, ""

    def _check(self, value: Any) -> None:
        fault = self._setting.fault_of(str(value or "").strip())
        if fault:
            raise ValueError(f"{self.description} {fault}")

    def read(self, qsettings: Any = None) -> None:
        self.value = self._read = self._setting.stored_text()

    def save(self, qsettings: Any = None) -> None:
        value = str(self.value or "").strip()
        if value != self._read:
            self._setting.store(value)
            self._read = value


def entries() -> list[SharedEntry]:
    return [
        SharedEntry(settings.ENGINE_PYTHON, tr("Python of the engine"), Entry.FILE),
        SharedEntry(settings.DEVICE, tr("Device (auto, cpu, cuda, cuda:N or directml)")),
        SharedEntry(settings.THREADS, tr("Threads of the processor (empty or 0: all)")),
        SharedEntry(settings.MEMORY_LIMIT, tr("Memory of models that did not come with the plugin (GB, 0: no limit)")),
        SharedEntry(settings.MODELS_FOLDER, tr("Folder of your models"), Entry.FOLDER),
    ]


def add() -> None:
    ProcessingConfig.settingIcons[GROUP] = icon("lwganet")
    for entry in entries():
        ProcessingConfig.addSetting(entry)
        entry.read()


def remove() -> None:
    for entry in entries():
        ProcessingConfig.removeSetting(entry.name)
    ProcessingConfig.settingIcons.pop(GROUP, None)
