# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a set-up failed, told from what pip, uv or the system said."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable

from ...core.errors import EngineError
from .advice import sentence
from .causes import Cause

GUIDE = "https://github.com/lwganet-qgis/lwganet_qgis/blob/main/docs/troubleshooting.md"


class SetUpFault(EngineError):
    """A set-up failed; nothing of it is left, and what worked before still works.

    `said` is what pip, uv or the system said, without passwords.
    """

    kind = "set-up"

    def __init__(self, cause: Cause, said: str = "", **facts: object) -> None:
        super().__init__(sentence(cause, **facts))
        self.cause, self.facts, self.said = cause, facts, without_passwords(said)

    @property
    def link(self) -> str:
        """The page that says more."""
        return f"{GUIDE}#{self.cause.value}"


_SIGNS: tuple[tuple[Cause, str], ...] = (
    (Cause.DISK, r"no space left|errno 28\b|os error 28\b|winerror 112|os error 112|not enough space|disk quota|"
                 r"errno 122\b|file too large|errno 27\b"),
    (Cause.LONG_PATH, r"file ?name too long|path too long|errno 36\b|os error (?:36|206)\b|winerror 206|"
                      r"long path support|longer than 260"),
    (Cause.READ_ONLY, r"read-only file system|errno 30\b|os error 30\b|winerror 19\b"),
    (Cause.WRONG_HASH, r"do not match the hashes|hash mismatch|hashes are required"),
    (Cause.PROXY, r"proxyerror|cannot connect to proxy|407\b.*proxy|proxy.*\b407\b|tunnel (?:connection )?failed|"
                  r"proxy authenticat|proxy authoriz|unsuccessful tunnel|tunnel error|proxy connect"),
    (Cause.CERTIFICATE, r"certificate_verify_failed|certificate verify failed|sslcertverification|"
                        r"invalid peer certificate|unknownissuer|self-signed certificate|unable to get local issuer|"
                        r"ssl(?:error|: )"),
    (Cause.BROKEN_DOWNLOAD, r"incompleteread|connection broken:|connection ?reset|connection was reset|"
                            r"read timed out|unexpected eof|premature|before message length|badzipfile|"
                            r"invalid zip|not a zip file|bad magic number|bad crc|is invalid|"
                            r"error decoding response body|failed to (?:extract|unzip)|invalid.*archive"),
    (Cause.NETWORK, r"name resolution|name or service not known|nodename nor servname|getaddrinfo|dns error|"
                    r"failed to establish a new connection|network is unreachable|no route to host|"
                    r"connection refused|connect error|connect timeout|operation timed out|error sending request|"
                    r"could not connect|newconnectionerror|network connectivity is disabled"),
    (Cause.C_RUNTIME, r"vcruntime|msvcp140|dll load failed"),
    (Cause.BLOCKED, r"winerror (?:5|32|225|1260|4551)\b|os error (?:5|32|225|1260|4551)\b|access is denied|"
                    r"used by another process|permission denied|errno 13\b|operation not permitted|"
                    r"blocked by|application control"),
    (Cause.NO_VENV, r"ensurepip is not available|no module named (?:'?venv|'?ensurepip|'?pip)"),
    (Cause.NOT_FOUND, r"no matching distribution|could not find a version|no solution found|"
                      r"not found in the (?:package registry|provided)|no wheels? with a matching"),
)  # fmt: skip
"""In the order in which they are looked for: what is said besides often follows from it."""
_ERRORS = {
    errno.ENOSPC: Cause.DISK, errno.EFBIG: Cause.DISK, getattr(errno, "EDQUOT", -1): Cause.DISK,
    errno.ENAMETOOLONG: Cause.LONG_PATH, errno.EROFS: Cause.READ_ONLY, errno.EACCES: Cause.BLOCKED,
    errno.EPERM: Cause.BLOCKED,
}  # fmt: skip
_WINDOWS_ERRORS = {112: Cause.DISK, 206: Cause.LONG_PATH, 19: Cause.READ_ONLY, 5: Cause.BLOCKED, 32: Cause.BLOCKED,
                   225: Cause.BLOCKED, 1260: Cause.BLOCKED, 4551: Cause.BLOCKED}  # fmt: skip


def cause_of(lines: Iterable[str], offline: bool = False) -> Cause:
    """Of a failed pip or uv, by what it said.

    Args:
        offline: it had a folder of wheels, and no index.
    """
    text = "\n".join(lines).lower()
    for cause, signs in _SIGNS:
        if re.search(signs, text):
            return Cause.WHEELS if offline and cause in (Cause.NOT_FOUND, Cause.NETWORK) else cause
    return Cause.UNKNOWN


def cause_of_error(error: OSError) -> Cause:
    known = _WINDOWS_ERRORS.get(getattr(error, "winerror", None) or 0)
    return known or _ERRORS.get(error.errno or 0, Cause.UNKNOWN)


def without_passwords(text: str) -> str:
    """Text without the names and passwords in addresses: people paste it into tickets."""
    return re.sub(r"(?<=://)[^/\s@]+@", "***@", text)
