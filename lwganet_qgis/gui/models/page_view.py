# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows a model's page. Nothing is loaded but the picture and patches of colour that are made here."""

from __future__ import annotations

import re
from typing import Any

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QDesktopServices, QImage, QImageReader, QPainter, QTextDocument
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget

from ...compat import flag_value
from ...icons import FOLDER as ICONS
from ..explain import explained
from .page import CHIP, PICTURE_WIDTH, SAMPLE, page
from .rows import Row

PICTURES = ICONS.parent / "pictures"
"""Of the bundled models, by their ids."""
OWN_PICTURES = ("sample.jpg", "sample.png")
"""Names of a picture among the files of a model."""
LARGEST_PICTURE = 4 << 20
"""Bytes."""
LARGEST_SIDE = 4000


class PageView(QTextBrowser):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explained(self, self.tr("The card of the model: what it knows, what not, how good it is, on what terms."))
        self.setToolTip("")  # it would stand over what is being read
        self.setOpenLinks(False)
        self.anchorClicked.connect(_open)
        self._picture = QImage()

    def show_row(self, row: Row | None, nothing: str = "") -> None:
        """`nothing` stands where there is no model to show."""
        self._picture = _picture(row) if row is not None else QImage()
        self.setHtml(page(row, not self._picture.isNull()) if row is not None else f"<p>{nothing}</p>")

    def loadResource(self, kind: int, url: QUrl) -> Any:  # noqa: N802
        """Whatever a page names: nothing of it comes from elsewhere."""
        name = url.toString()
        if kind != flag_value(QTextDocument.ResourceType.ImageResource):
            return None
        if name == SAMPLE:
            return self._scaled(self._picture, PICTURE_WIDTH)
        color = re.fullmatch(CHIP + r"([0-9a-fA-F]{6})", name)
        return self._chip(QColor(f"#{color.group(1)}")) if color else None

    def _scaled(self, image: QImage, width: int) -> QImage:
        ratio = self.devicePixelRatioF()
        made = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(ratio)
        return made

    def _chip(self, color: QColor) -> QImage:
        """As large as a letter, with an edge, so that white is seen on white."""
        side, ratio = self.fontMetrics().ascent(), self.devicePixelRatioF()
        image = QImage(QSize(round(side * ratio), round(side * ratio)), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(color)
        painter = QPainter(image)
        painter.setPen(QColor(128, 128, 128))
        painter.drawRect(0, 0, image.width() - 1, image.height() - 1)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image


def _open(url: QUrl) -> None:
    if url.scheme() in ("http", "https"):
        QDesktopServices.openUrl(url)


def _picture(row: Row) -> QImage:
    """Null where there is none, or it is no picture of a usual size."""
    content = b""
    own = next((name for name in OWN_PICTURES if row.card is not None and name in row.card.files), None)
    try:
        if own is not None and row.card is not None:
            with row.card.open(own) as stream:
                content = stream.read(LARGEST_PICTURE + 1)
        elif row.card is not None and (PICTURES / f"{row.card.id}.jpg").is_file():
            content = (PICTURES / f"{row.card.id}.jpg").read_bytes()
    except Exception:  # a picture less; the card is shown all the same
        return QImage()
    return _decoded(content) if 0 < len(content) <= LARGEST_PICTURE else QImage()


def _decoded(content: bytes) -> QImage:
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LARGEST_SIDE:
        return QImage()
    return reader.read()
