# SPDX-License-Identifier: GPL-3.0-or-later
"""Zips that nobody need trust: their names are looked at before anything is read, and nothing is unpacked by them.

A name that would leave the folder, a link, or two names for one file: the whole zip is refused. What a zip holds
besides is not read. Sizes are those that the zip states, bounded beforehand; reading stops there.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO

from ..cards.files import LARGEST_FILE
from ..errors import ModelError
from ..sentences import say
from .names import check_collisions

MOST_MEMBERS = 200
LARGEST_DIRECTORY = 1 << 20
"""Bytes of a zip's list of contents."""
LARGEST_RATIO = 100
"""Of unpacked to packed bytes. Weights hardly shrink; a bomb does a thousandfold."""
SMALL = 8 << 20
"""Bytes up to which the ratio does not matter."""
LEFT_OUT = ("__MACOSX", ".DS_Store", "Thumbs.db")
"""What systems add on their own."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


class _Bounded(io.FileIO):
    """zipfile reads the list of contents as a whole, however long a zip says it is."""

    def read(self, size: int | None = -1) -> bytes:
        if size is None or size < 0:  # the end of the file, where it is told what the list is
            size = LARGEST_DIRECTORY
        if size > LARGEST_DIRECTORY:
            raise ModelError(say("{} lists more than a model can hold: refused", self.name))
        return super().read(size) or b""


class Archive:
    """The members of a zip, by their names inside its one folder, if it has one.

    Raises:
        ModelError: it is no zip, or is refused.
        OSError: it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._file = _Bounded(str(path), "rb")
        try:
            self._zip = zipfile.ZipFile(self._file)
            self._members = self._checked()
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            self._file.close()
            raise ModelError(say("{} cannot be read as a zip: {}", path, error)) from error
        except BaseException:
            self._file.close()
            raise

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        found = [info for info in self._zip.infolist() if not set(LEFT_OUT) & set(info.filename.split("/"))]
        if len(found) > MOST_MEMBERS:
            raise ModelError(
                say("{} holds {:,} files; a model's zip holds at most {}", self.path, len(found), MOST_MEMBERS)
            )
        for info in found:
            self._check(info)
        files = [info for info in found if not info.is_dir()]
        check_collisions(info.filename for info in files)
        tops = {info.filename.split("/")[0] for info in found}
        inside = f"{tops.pop()}/" if len(tops) == 1 and all("/" in info.filename for info in found) else ""
        return {info.filename[len(inside) :]: info for info in files}

    def _check(self, info: zipfile.ZipInfo) -> None:
        # `orig_filename` is what the zip says; zipfile makes the other of it.
        name, kind = info.orig_filename, stat.S_IFMT(info.external_attr >> 16)
        hostile = (
            name.startswith("/") or "\\" in name or re.match(r"[A-Za-z]:", name) or "\0" in name
            or ".." in PurePosixPath(name).parts
        )  # fmt: skip
        if not info.filename:
            raise ModelError(say("{} holds a file without a name: refused", self.path))
        if hostile:
            raise ModelError(say("{} holds '{}', which leads out of its folder: refused", self.path, repr(name[:80])))
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise ModelError(say("{} holds '{}', a link or a device: refused", self.path, name[:80]))
        if info.file_size > LARGEST_FILE:
            raise ModelError(say("{}: {} would have {:,} bytes: refused", self.path, name[:80], info.file_size))
        if info.file_size > SMALL and info.file_size > LARGEST_RATIO * max(info.compress_size, 1):
            raise ModelError(
                say(
                    "{}: {} would grow from {:,} to {:,} bytes, as no model does: refused",
                    self.path,
                    name[:80],
                    info.compress_size,
                    info.file_size,
                )
            )

    def names(self) -> list[str]:
        return list(self._members)

    def size(self, name: str) -> int:
        """Bytes of a member. Raises ModelError where there is none."""
        return self._member(name).file_size

    def _member(self, name: str) -> zipfile.ZipInfo:
        info = self._members.get(name)
        if info is None:
            raise ModelError(say("{} has no {}: it is not the zip of a model folder", self.path, name))
        if info.flag_bits & _ENCRYPTED:
            raise ModelError(say("{}: {} is encrypted; unpack it, and import the folder", self.path, name))
        if info.compress_type not in _METHODS:
            raise ModelError(
                say("{}: {} is packed in an unusual way; unpack it, and import the folder", self.path, name)
            )
        return info

    def read(self, name: str, largest: int) -> bytes:
        """A whole member. Raises ModelError where it has more bytes than `largest`, or is damaged."""
        if self.size(name) > largest:
            raise ModelError(
                say("{}: {} has {:,} bytes; such a file has at most {:,}", self.path, name, self.size(name), largest)
            )
        with self.open(name) as stream:
            return stream.read(largest)

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """A member for reading, while the context lasts. Raises ModelError where it is damaged."""
        try:
            with self._zip.open(self._member(name)) as stream:
                yield stream  # type: ignore[misc]
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise ModelError(say("{}: {} is damaged ({}): refused", self.path, name, error)) from error

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        self._file.close()
