# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing that can be set, in QGIS's settings or by a variable of the environment, which counts more."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from qgis.core import QgsSettings

from .core.errors import InputError
from .texts import tr

T = TypeVar("T")


class SettingFault(InputError):
    """A setting, or a variable, is none of what it may be."""


@dataclass(frozen=True)
class Setting(Generic[T]):
    key: str
    """In QGIS's settings."""
    variable: str
    """Of the environment."""
    default: T
    read: Callable[[str], T]
    """From text. Raises ValueError."""
    expected: Callable[[], str]
    """What it may be, for people: give ..."""

    def variable_text(self) -> str:
        """Empty: the variable is not set."""
        return os.environ.get(self.variable, "").strip()

    def stored_text(self) -> str:
        """Empty: nothing is stored."""
        value: Any = QgsSettings().value(self.key, "")
        return "" if value is None else str(value).strip()

    def value(self) -> T:
        """What counts; the default where that is none of what it may be (see `problem`)."""
        given = self.variable_text() or self.stored_text()
        try:
            return self.read(given) if given else self.default
        except ValueError:
            return self.default

    def fault_of(self, given: str) -> str:
        """What is wrong with a text, as a sentence without its subject; empty: nothing."""
        try:
            if given:
                self.read(given)
        except ValueError:
            return tr("is '{}'; give {}.").format(given, self.expected())
        return ""

    def problem(self) -> str:
        """What is wrong with what counts, as a sentence; empty: nothing."""
        variable = self.variable_text()
        fault = self.fault_of(variable or self.stored_text())
        where = tr("The environment variable {}").format(self.variable) if variable else tr("The setting {}").format(
            self.key
        )  # fmt: skip
        return f"{where} {fault}" if fault else ""

    def store(self, text: str) -> None:
        """Empty: as if it had never been set. Raises SettingFault, and stores nothing, where it may not be that."""
        fault = self.fault_of(text.strip())
        if fault:
            raise SettingFault(f"{tr('The setting {}').format(self.key)} {fault}")
        if text.strip():
            QgsSettings().setValue(self.key, text.strip())
        else:
            QgsSettings().remove(self.key)
