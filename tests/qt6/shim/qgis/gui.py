# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QObject, Qt, pyqtSignal
from PyQt6.QtGui import QColor
from PyQt6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDockWidget,
    QDoubleSpinBox,
    QGraphicsView,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from .standin import StandIn, class_of


class QgsFileWidget(QWidget):
    fileChanged = pyqtSignal(str)
    StorageMode = StandIn

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit()
        QHBoxLayout(self).addWidget(self._line)
        self._line.textChanged.connect(self.fileChanged)

    def lineEdit(self) -> QLineEdit:
        return self._line

    def filePath(self) -> str:
        return self._line.text()

    def setFilePath(self, path: str) -> None:
        self._line.setText(path)

    def __getattr__(self, name: str) -> Any:
        return StandIn()


class QgsFilterLineEdit(QLineEdit):
    def setShowSearchIcon(self, _: bool) -> None:
        pass

    def setShowClearButton(self, _: bool) -> None:
        pass


class _Spin:
    class ClearValueMode(StandIn):
        MinimumValue, MaximumValue, CustomValue = range(3)

    def setClearValueMode(self, _: int, text: str = "") -> None:
        self.setSpecialValueText(text)

    def setClearValue(self, *_: Any) -> None:
        pass

    def setExpressionsEnabled(self, _: bool) -> None:
        pass

    def setShowClearButton(self, _: bool) -> None:
        pass


class QgsSpinBox(_Spin, QSpinBox):
    pass


class QgsDoubleSpinBox(_Spin, QDoubleSpinBox):
    pass


CHECKED = Qt.ItemDataRole.UserRole + 1


class QgsCheckableComboBox(QComboBox):
    checkedItemsChanged = pyqtSignal(list)

    def setDefaultText(self, _: str) -> None:
        pass

    def setSeparator(self, _: str) -> None:
        pass

    def addItemWithCheckState(self, text: str, state: Qt.CheckState, data: Any = None) -> None:
        self.addItem(text, data)
        self.setItemData(self.count() - 1, state, CHECKED)

    def _checked(self) -> list[int]:
        return [at for at in range(self.count()) if self.itemData(at, CHECKED) == Qt.CheckState.Checked]

    def checkedItems(self) -> list[str]:
        return [self.itemText(at) for at in self._checked()]

    def checkedItemsData(self) -> list[Any]:
        return [self.itemData(at) for at in self._checked()]


class QgsDateEdit(QDateEdit):
    def setAllowNull(self, _: bool) -> None:
        pass


class QgsColorButton(QPushButton):
    colorChanged = pyqtSignal(QColor)

    def setColor(self, _: QColor) -> None:
        pass

    def color(self) -> QColor:
        return QColor("#808080")

    def __getattr__(self, name: str) -> Any:
        return StandIn()


class QgsMapLayerComboBox(QComboBox):
    layerChanged = pyqtSignal(object)

    def __getattr__(self, name: str) -> Any:
        return StandIn() if name != "currentLayer" else lambda: None


class QgsExtentWidget(QWidget):
    extentChanged = pyqtSignal(object)
    WidgetStyle = StandIn

    def __init__(self, parent: Any = None, style: Any = None) -> None:
        super().__init__(parent)

    def isValid(self) -> bool:
        return False

    def __getattr__(self, name: str) -> Any:
        return StandIn()


class QgsMapCanvas(QGraphicsView):
    extentsChanged, mapCanvasRefreshed, layersChanged = pyqtSignal(), pyqtSignal(), pyqtSignal()
    xyCoordinates, destinationCrsChanged, scaleChanged = pyqtSignal(object), pyqtSignal(), pyqtSignal(float)
    renderStarting, rotationChanged, keyPressed = pyqtSignal(), pyqtSignal(float), pyqtSignal(object)

    def __getattr__(self, name: str) -> Any:
        return StandIn()


class QgsMessageBar(QWidget):
    def __getattr__(self, name: str) -> Any:
        return StandIn()


class QgsDockWidget(QDockWidget):
    closed = pyqtSignal()


class QgsOptionsPageWidget(QWidget):
    def __getattr__(self, name: str) -> Any:
        return StandIn()


class QgsAuthConfigSelect(QWidget):
    selectedConfigIdChanged = pyqtSignal(str)

    def configId(self) -> str:
        return ""

    def setConfigId(self, _: str) -> None:
        pass


class QgsAbstractProcessingParameterWidgetWrapper(QObject):
    widgetValueHasChanged = pyqtSignal(object)

    def __init__(self, parameter: Any, kind: Any) -> None:
        super().__init__()
        self._parameter = parameter

    def parameterDefinition(self) -> Any:
        return self._parameter

    def parameterValue(self) -> Any:
        return self.widgetValue()

    def postInitialize(self, _: list[Any]) -> None:
        pass


def __getattr__(name: str) -> Any:
    if not name.startswith("Qgs"):
        raise AttributeError(name)
    globals()[name] = class_of(name)
    return globals()[name]
