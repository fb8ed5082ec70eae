# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies at a URL, piece by piece, through QGIS's network: its proxy, certificates and authentication count.

To be called off the main thread. Nothing is kept in memory: each piece is handed on as it comes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Callable, Protocol
from urllib.parse import urlsplit
from urllib.request import url2pathname

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ..core.cards.files import LARGEST_FILE, open_inside
from ..core.errors import ModelError
from ..texts import tr

BLOCK = 1 << 18
BUFFER = 4 << 20
"""Bytes that wait to be handed on; then the other side waits."""
TICK = 100
"""Milliseconds between two questions whether to go on."""

Check = Callable[[], None]
"""Raises Cancelled to stop."""


class Receiver(Protocol):
    """Takes what comes, from `offset` on."""

    offset: int

    def restart(self) -> None:
        """What comes begins with the first byte: the other side cannot go on in the middle."""

    def take(self, data: bytes) -> None: ...


class Bytes:
    """A receiver that keeps all, up to so many bytes."""

    def __init__(self, largest: int) -> None:
        self.offset, self.content, self._largest = 0, bytearray(), largest

    def restart(self) -> None:
        self.content.clear()

    def take(self, data: bytes) -> None:
        self.content += data
        if len(self.content) > self._largest:
            raise ModelError(tr("It has more than {:,} bytes: refused.").format(self._largest))


def fetch(url: str, receiver: Receiver, check: Check, authcfg: str = "") -> None:
    """All of it.

    Args:
        authcfg: id of an authentication of QGIS; empty: none.
    Raises:
        ModelError: it cannot be had; what came is with the receiver.
        Cancelled: as `check` does.
    """
    if urlsplit(url).scheme.lower() == "file":
        _copy(url, receiver, check)
        return
    reply = QgsNetworkAccessManager.instance().get(_request(url, receiver.offset, authcfg))
    try:
        _pump(reply, url, receiver, check)
    finally:
        if not reply.isFinished():
            reply.abort()
        reply.deleteLater()


def local_path(url: str) -> Path:
    """Of a file URL."""
    parts = urlsplit(url)
    return Path(url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path))


def _copy(url: str, receiver: Receiver, check: Check) -> None:
    path = local_path(url)
    try:
        with open_inside(path.parent, path.name, LARGEST_FILE) as stream:
            stream.seek(receiver.offset)
            for block in iter(lambda: stream.read(BLOCK), b""):
                receiver.take(block)
                check()
    except OSError as error:
        raise ModelError(tr("{} cannot be read: {}").format(path, error.strerror or error)) from error


def _request(url: str, offset: int, authcfg: str) -> QNetworkRequest:
    request, attribute = QNetworkRequest(QUrl(url)), QNetworkRequest.Attribute
    request.setAttribute(attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy)
    request.setAttribute(attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
    request.setAttribute(attribute.CacheSaveControlAttribute, False)
    request.setRawHeader(b"Accept-Encoding", b"identity")  # bytes are counted as they come
    if offset:
        request.setRawHeader(b"Range", f"bytes={offset}-".encode())
    if authcfg and not QgsApplication.authManager().updateNetworkRequest(request, authcfg)[0]:
        raise ModelError(tr("QGIS's authentication '{}' cannot be used for {}; check it.").format(authcfg, url))
    return request


def _pump(reply: QNetworkReply, url: str, receiver: Receiver, check: Check) -> None:
    """Signals of the reply come while the loop runs, so none is missed between two rounds."""
    loop, timer = QEventLoop(), QTimer()
    for signal in (reply.readyRead, reply.finished, timer.timeout):
        signal.connect(loop.quit)
    reply.setReadBufferSize(BUFFER)
    timer.start(TICK)
    begun = False
    while True:
        check()
        if reply.bytesAvailable() and _good(reply):
            if not begun and not _goes_on(reply, receiver.offset):
                receiver.restart()
            begun = True
            receiver.take(bytes(reply.read(BLOCK)))
        elif reply.isFinished() or _status(reply) >= 400:  # such an answer has a page, of any length
            break
        else:
            loop.exec()
    if reply.error() != QNetworkReply.NetworkError.NoError or not _good(reply):
        if _status(reply) == _BEYOND_THE_END:
            receiver.restart()  # what was kept is no part of what lies there
        raise ModelError(tr("{} cannot be fetched: {}").format(url, _reason(reply)))


_BEYOND_THE_END = 416


def _status(reply: QNetworkReply) -> int:
    """0: there was no answer."""
    return int(reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0)


def _good(reply: QNetworkReply) -> bool:
    return 200 <= _status(reply) < 300


def _goes_on(reply: QNetworkReply, offset: int) -> bool:
    """Whether the answer begins where we stopped."""
    said = re.match(rb"bytes (\d+)-", bytes(reply.rawHeader(b"Content-Range")))
    return not offset or (_status(reply) == 206 and said is not None and int(said.group(1)) == offset)


def _reason(reply: QNetworkReply) -> str:
    status, error, kinds = _status(reply), reply.error(), QNetworkReply.NetworkError
    if status in (401, 403, 407):
        return tr("the server wants to know who asks ({}); choose an authentication for the catalogue").format(status)
    if status in (404, 410):
        return tr("there is nothing at this address ({})").format(status)
    if status and not 200 <= status < 300:
        return tr("the server answered {}; try again later").format(status)
    if error in (kinds.HostNotFoundError, kinds.ConnectionRefusedError, kinds.NetworkSessionFailedError):
        return tr("the server cannot be reached ({}); check the connection, and the proxy in QGIS's options").format(
            reply.errorString()
        )
    if error == kinds.SslHandshakeFailedError:
        return tr("its certificate is not trusted ({}); see the certificates in QGIS's options").format(
            reply.errorString()
        )
    if error in (kinds.OperationCanceledError, kinds.TimeoutError):
        return tr("no more came in the time that QGIS's network options allow")
    return str(reply.errorString())
