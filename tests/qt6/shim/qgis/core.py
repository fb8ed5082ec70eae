# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import tempfile
from typing import Any

from PyQt6.QtCore import QObject, QSettings, pyqtSignal
from PyQt6.QtGui import QIcon

from .standin import StandIn, class_of

NULL = None
FOLDER = tempfile.mkdtemp()


class Qgis(StandIn):
    QGIS_VERSION_INT, QGIS_VERSION = 40000, "4.0.0"


class QgsSettings(QSettings):
    def __init__(self) -> None:
        super().__init__(f"{FOLDER}/settings.ini", QSettings.Format.IniFormat)


class QgsFeedback(QObject):
    canceled, progressChanged = pyqtSignal(), pyqtSignal(float)

    def isCanceled(self) -> bool:
        return False

    def cancel(self) -> None:
        self.canceled.emit()


class QgsProcessingFeedback(QgsFeedback):
    def __init__(self, _: bool = True) -> None:
        super().__init__()


class QgsApplication(StandIn):
    @staticmethod
    def qgisSettingsDirPath() -> str:
        return FOLDER

    @staticmethod
    def getThemeIcon(_: str) -> QIcon:
        return QIcon()

    @staticmethod
    def userFullName() -> str:
        return ""

    @staticmethod
    def userLoginName() -> str:
        return "reviewer"


class QgsTask(QObject):
    taskCompleted, taskTerminated, progressChanged = pyqtSignal(), pyqtSignal(), pyqtSignal(float)

    def __init__(self, _title: str = "", _flags: Any = None) -> None:
        super().__init__()

    def cancel(self) -> None:
        self.taskTerminated.emit()

    class Flag(StandIn):
        CanCancel = 1


class QgsProject(QObject):
    _one: Any = None
    layersAdded, layersRemoved, readProject, cleared = pyqtSignal(list), pyqtSignal(list), pyqtSignal(), pyqtSignal()
    layerWillBeRemoved, layersWillBeRemoved, crsChanged = pyqtSignal(str), pyqtSignal(list), pyqtSignal()
    writeProject, layerWasAdded, ellipsoidChanged = pyqtSignal(), pyqtSignal(object), pyqtSignal()

    @classmethod
    def instance(cls) -> Any:
        cls._one = cls._one or cls()
        return cls._one

    def mapLayers(self) -> dict[str, Any]:
        return {}

    def readEntry(self, *_: Any) -> tuple[str, bool]:
        return "", False

    def __getattr__(self, name: str) -> Any:
        return StandIn()


class QgsProcessingException(Exception):
    pass


class QgsCsException(Exception):
    pass


def __getattr__(name: str) -> Any:
    if not name.startswith("Qgs"):
        raise AttributeError(name)
    globals()[name] = class_of(name)
    return globals()[name]
