# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches for other threads, on the main thread, by QGIS's network: its proxy, certificates and authentication count.

Replies never leave the main thread. PyQt hears there that an object of C++ is gone; of one that is gone elsewhere it
hears late, and then takes a new object at the same address for the dead one.
"""

from __future__ import annotations

import queue
import re
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QUrl, pyqtSignal, pyqtSlot
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ..texts import tr

BLOCK = 1 << 20
BUFFER = 4 << 20
"""Bytes that wait to be asked for; then the other side waits."""
_BEYOND_THE_END = 416
_KINDS = QNetworkReply.NetworkError


@dataclass(frozen=True)
class Piece:
    data: bytes
    goes_on: bool
    """Whether the answer began where it was asked to; else with the first byte."""


@dataclass(frozen=True)
class End:
    problem: str
    """Empty: all has come."""
    beyond: bool = False
    """Whether there is less than was asked to go on from."""


@dataclass
class Errand:
    """What is asked for; each `Courier.more` is answered by one item in `answers`."""

    url: str
    offset: int
    authcfg: str = ""
    answers: queue.Queue[Piece | End] = field(default_factory=queue.Queue)
    reply: Any = None
    """For the courier alone."""
    wanted: bool = False


class Courier(QObject):
    """Its signals may be emitted by any thread."""

    more = pyqtSignal(object)
    """The next piece, or the end, of an Errand."""
    stop = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.moveToThread(QCoreApplication.instance().thread())
        self.more.connect(self._more, Qt.ConnectionType.QueuedConnection)
        self.stop.connect(self._stop, Qt.ConnectionType.QueuedConnection)

    @pyqtSlot(object)
    def _more(self, errand: Errand) -> None:
        errand.wanted = True
        if errand.reply is None:
            problem = self._begin(errand)
            if problem:
                errand.answers.put(End(problem))
                return
        self._send(errand)

    def _begin(self, errand: Errand) -> str:
        """What is wrong, if anything."""
        request = _request(errand.url, errand.offset)
        if errand.authcfg and not QgsApplication.authManager().updateNetworkRequest(request, errand.authcfg)[0]:
            text = tr("QGIS's authentication '{}' cannot be used for {}; check it.")
            return text.format(errand.authcfg, errand.url)
        errand.reply = QgsNetworkAccessManager.instance().get(request)
        errand.reply.setReadBufferSize(BUFFER)
        for signal in (errand.reply.readyRead, errand.reply.finished):
            signal.connect(lambda: self._send(errand))
        return ""

    def _send(self, errand: Errand) -> None:
        reply = errand.reply
        if reply is None or not errand.wanted:
            return
        if reply.bytesAvailable() and _good(reply):
            errand.wanted = False
            errand.answers.put(Piece(bytes(reply.read(BLOCK)), _goes_on(reply, errand.offset)))
        elif reply.isFinished() or _status(reply) >= 400:  # such an answer has a page, of any length
            errand.wanted = False
            whole = reply.error() == _KINDS.NoError and _good(reply)
            errand.answers.put(End("" if whole else _reason(reply), _status(reply) == _BEYOND_THE_END))

    @pyqtSlot(object)
    def _stop(self, errand: Errand) -> None:
        reply, errand.reply = errand.reply, None
        errand.wanted = False
        if reply is not None:
            if not reply.isFinished():
                reply.abort()
            reply.deleteLater()


def _request(url: str, offset: int) -> QNetworkRequest:
    request, attribute = QNetworkRequest(QUrl(url)), QNetworkRequest.Attribute
    request.setAttribute(attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy)
    request.setAttribute(attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
    request.setAttribute(attribute.CacheSaveControlAttribute, False)
    request.setRawHeader(b"Accept-Encoding", b"identity")  # bytes are counted as they come
    if offset:
        request.setRawHeader(b"Range", f"bytes={offset}-".encode())
    return request


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
    status, error = _status(reply), reply.error()
    if status in (401, 403, 407):
        return tr("the server wants to know who asks ({}); choose an authentication for the catalogue").format(status)
    if status in (404, 410):
        return tr("there is nothing at this address ({})").format(status)
    if status and not 200 <= status < 300:
        return tr("the server answered {}; try again later").format(status)
    if error in (_KINDS.HostNotFoundError, _KINDS.ConnectionRefusedError, _KINDS.NetworkSessionFailedError):
        return tr("the server cannot be reached ({}); check the connection, and the proxy in QGIS's options").format(
            reply.errorString()
        )
    if error == _KINDS.SslHandshakeFailedError:
        return tr("its certificate is not trusted ({}); see the certificates in QGIS's options").format(
            reply.errorString()
        )
    if error in (_KINDS.OperationCanceledError, _KINDS.TimeoutError):
        return tr("no more came in the time that QGIS's network options allow")
    return str(reply.errorString())
