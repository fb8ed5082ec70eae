# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of a model folder, which nobody need trust: what is opened, and how much of it.

A card names its files by plain names; only those are ever opened, and only where they are regular
files inside the folder: a device would never end, a pipe would wait for ever, a link could lead anywhere.
Standard library alone, as `model_card`.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO, Callable

from ..errors import ModelError
from ..sentences import say

LARGEST_CARD = 1 << 20
LARGEST_FILE = 16 << 30
"""Bytes. The largest published segmenters have 3 GB."""
MOST_FILES = 32
NAME = r"[A-Za-z0-9_][A-Za-z0-9_. +-]{0,199}"
"""Of a file: no folder, no drive, nothing hidden."""
POINTER = b"version https://git-lfs.github.com/spec/"
"""How the notes begin that Git leaves in the place of large files."""


def is_plain(name: str) -> bool:
    """Whether a name can be that of a file of a model."""
    return re.fullmatch(NAME, name) is not None and not name.endswith((".", " "))


def check_content(begin: bytes, path: Path) -> None:
    """Raises ModelError where a file begins as a note of Git LFS."""
    if begin.startswith(POINTER):
        raise ModelError(
            say(
                "{} is a Git LFS pointer: a note of where the file lies, not the file. Fetch it with 'git "
                "lfs pull', or download the file itself",
                path,
            )
        )


def open_inside(folder: Path, name: str, largest: int) -> BinaryIO:
    """A file of a folder, open for reading; it never waits.

    Raises:
        FileNotFoundError: there is none.
        OSError: it cannot be opened.
        ModelError: it is no regular file, lies elsewhere, or has more than `largest` bytes.
    """
    path = folder / name
    # Without blocking: a pipe that nobody writes to would keep the opener waiting.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise ModelError(say("{} is a folder; expected a file", path))
        if not stat.S_ISREG(found.st_mode):
            raise ModelError(say("{} is no regular file but a device or a pipe: refused", path))
        if os.path.dirname(os.path.realpath(path)) != os.path.realpath(folder):
            raise ModelError(say("{} is a link that leads out of the model's folder: put the file itself there", path))
        if found.st_size > largest:
            raise ModelError(say("{} has {:,} bytes; such a file has at most {:,}", path, found.st_size, largest))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def sha256_of(stream: BinaryIO, done: Callable[[int], None] = lambda size: None) -> str:
    """`done` gets the bytes of each piece, and may raise."""
    digest = hashlib.sha256()
    for block in iter(lambda: stream.read(1 << 20), b""):
        digest.update(block)
        done(len(block))
    return digest.hexdigest()
