# SPDX-License-Identifier: GPL-3.0-or-later
"""Outputs appear whole or not at all: written under a hidden name beside the target, read back, then renamed.

Hidden names hold the number of this process, so that whoever started it can tell them from another's.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError

from ..errors import OutputError
from ..sentences import say
from .placing import place

_hidden: set[Path] = set()
"""Every file under a hidden name, of all runs in this process."""
_HIDDEN = re.compile(r"\.([^/\\]+)\.\d+-[0-9a-f]{8}\.part")
"""Such a name, with that of the target in it: in messages of libraries, which know no other."""


class Pending:
    """Names for files to be: `at(target)` gives a hidden one in the target's folder.

    As a context: on success all are renamed to their targets, on failure all are removed.
    """

    def __init__(self) -> None:
        self._names: dict[Path, Path | None] = {}

    def at(self, target: str | Path) -> Path:
        """A hidden name for `target`.

        Raises:
            OutputError: its folder cannot be written to, or it exists and cannot be replaced.
        """
        return self._reserve(Path(target), Path(target).suffix, Path(target))

    def scratch(self, beside: str | Path, suffix: str) -> Path:
        """A hidden name that is removed in the end, beside another output and called after it."""
        return self._reserve(Path(beside), suffix, None)

    def _reserve(self, beside: Path, suffix: str, target: Path | None) -> Path:
        hidden = beside.with_name(_hidden_name(beside.stem) + suffix)
        try:
            if target is not None and target.is_dir():
                raise IsADirectoryError(f"{target} is a folder")
            if target is not None and target.exists():
                _assert_replaceable(target)
            hidden.touch(exist_ok=False)
        except OSError as error:
            raise OutputError(
                say("{} cannot be written: {}. Choose another place", beside, error.strerror or error)
            ) from error
        self._names[hidden] = target
        _hidden.add(hidden)
        return hidden

    def __enter__(self) -> Pending:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                place([move for hidden, target in self._names.items() if target for move in _moves(hidden, target)])
        except OSError as problem:
            raise OutputError(
                say("{} cannot be written: {}", problem.filename2 or problem.filename, problem.strerror)
            ) from problem
        finally:
            _remove(self._names)


@contextmanager
def pending_folder(target: Path) -> Iterator[Path]:
    """A folder to fill, that becomes `target` on success and is removed on failure.

    It lies a level deeper than its siblings, so that nothing lists it before it is whole.

    Raises:
        OutputError: `target` exists, or its parent cannot be made or written to.
    """
    parent = target.parent
    made = next((p for p in reversed((parent, *parent.parents)) if not p.exists()), None)
    hidden = parent / _hidden_name(target.name)
    if target.exists():
        raise OutputError(say("{} exists: choose another name, or remove it first", target))
    try:
        (hidden / target.name).mkdir(parents=True)
    except OSError as error:
        raise OutputError(
            say("{} cannot be written to: {}. Choose another place", parent, error.strerror or error)
        ) from error
    _hidden.add(hidden)
    try:
        yield hidden / target.name
        os.rename(hidden / target.name, target)
    except OSError as error:
        raise OutputError(say("{} cannot be written: {}", target, error.strerror or error)) from error
    finally:
        _remove((hidden,))
        if made is not None and not target.exists():
            with suppress(OSError):  # it holds something by now
                _remove_empty(parent, made)


def _hidden_name(name: str) -> str:
    return f".{name}.{os.getpid()}-{secrets.token_hex(4)}.part"


def _moves(hidden: Path, target: Path) -> list[tuple[Path, Path]]:
    """A file, after the names of its classes where it has any."""
    sidecar, its_target = (path.with_name(path.name + ".aux.xml") for path in (hidden, target))
    return [*([(sidecar, its_target)] if sidecar.exists() else []), (hidden, target)]


def _remove_empty(folder: Path, top: Path) -> None:
    """Removes empty folders from `folder` up to `top`."""
    folder.rmdir()
    if folder != top:
        _remove_empty(folder.parent, top)


def _assert_replaceable(target: Path) -> None:
    if not os.access(target, os.W_OK):
        raise PermissionError(f"{target} is write-protected")
    os.replace(target, target)  # on Windows this fails while another program holds the file


def _remove(hidden: Iterable[Path]) -> None:
    for path in tuple(hidden):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        for left in (path, path.with_name(path.name + ".aux.xml")):
            left.unlink(missing_ok=True)
        _hidden.discard(path)


def remove_unfinished() -> None:
    """Removes what runs of this process have not finished; for a process that is about to end."""
    with suppress(OSError):  # on Windows open files stay: the other side of the pipe removes them
        _remove(_hidden)


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """Failures to write as OutputError."""
    try:
        yield
    except (RasterioError, CPLE_BaseError, OSError) as error:
        said = _HIDDEN.sub(r"\1", str(error))
        raise OutputError(say("{} cannot be written to: {}. Is the disk full?", path.parent, said)) from error
