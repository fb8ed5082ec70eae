# SPDX-License-Identifier: GPL-3.0-or-later
"""Outputs appear whole or not at all: written under a hidden name beside the target, read back, then renamed.

Hidden names hold the number of this process, so that whoever started it can tell them from another's.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.control import GroundControlPoint
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.windows import Window
from rasterio.windows import transform as window_transform

from .errors import OutputError
from .grid import Grid
from .model_card import ModelClass
from .placing import place
from .protocol import CLASS_NODATA

_hidden: set[Path] = set()
"""Every file under a hidden name, of all runs in this process."""

_HIDDEN = re.compile(r"\.([^/\\]+)\.\d+-[0-9a-f]{8}\.part")
"""Such a name, with that of the target in it: in messages of libraries, which know no other."""
BLOCK = 512
SMALLEST_OVERVIEW = 256


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
            raise OutputError(f"{beside} cannot be written: {error.strerror or error}. Choose another place") from error
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
                f"{problem.filename2 or problem.filename} cannot be written: {problem.strerror}"
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
        raise OutputError(f"{target} exists: choose another name, or remove it first")
    try:
        (hidden / target.name).mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"{parent} cannot be written to: {error.strerror or error}. Choose another place") from error
    _hidden.add(hidden)
    try:
        yield hidden / target.name
        os.rename(hidden / target.name, target)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror or error}") from error
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
        raise OutputError(f"{path.parent} cannot be written to: {said}. Is the disk full?") from error


def _shifted(gcps: Sequence[GroundControlPoint], window: Window) -> list[GroundControlPoint]:
    return [
        GroundControlPoint(g.row - window.row_off, g.col - window.col_off, g.x, g.y, g.z, g.id, g.info) for g in gcps
    ]


def _moved(rpc: dict[str, str], window: Window) -> dict[str, str]:
    """Rational polynomials of a window of what they belong to."""
    for name, offset in (("LINE_OFF", window.row_off), ("SAMP_OFF", window.col_off)):
        if offset:
            rpc[name] = repr(float(rpc[name]) - offset)
    return rpc


class GeoTiff:
    """One band on the part `window` of `grid`, written block by block.

    Class rasters are uint8 with a colour table, category names and nodata 255; score rasters are
    float32 with nodata NaN.
    """

    def __init__(self, path: Path, grid: Grid, window: Window, classes: Sequence[ModelClass] | None) -> None:
        self.path, self.window, self.classes = path, window, classes
        profile: dict[str, Any] = {
            "driver": "GTiff", "count": 1, "width": int(window.width), "height": int(window.height),
            "tiled": True, "blockxsize": BLOCK, "blockysize": BLOCK, "compress": "deflate", "BIGTIFF": "IF_SAFER",
        }  # fmt: skip
        if classes is None:
            profile.update(dtype="float32", nodata=float("nan"), predictor=3, zlevel=1)
        else:
            profile.update(dtype="uint8", nodata=CLASS_NODATA)
        if grid.gcps:
            profile.update(gcps=_shifted(grid.gcps, window), crs=grid.crs)
        elif grid.rpc:
            profile.update(crs=grid.crs)
            if grid.says_identity:
                profile.update(transform=window_transform(window, Affine.identity()))
        elif grid.located:
            profile.update(crs=grid.crs, transform=window_transform(window, grid.transform))
        elif window.col_off or window.row_off:  # a part must not slide to the whole's corner
            profile.update(transform=window_transform(window, grid.transform))
        with on_disk(path):
            self._file = rasterio.open(path, "w", **profile)
            if grid.rpc:
                self._file.update_tags(ns="RPC", **_moved(dict(grid.rpc), window))
        if classes is not None:
            table = {i: (*bytes.fromhex(c.color[1:]), 255) for i, c in enumerate(classes)}
            self._file.write_colormap(1, {**table, CLASS_NODATA: (0, 0, 0, 0)})

    def write(self, block: Window, values: NDArray[Any]) -> None:
        """Values (H, W) of a block in the raster's (not the window's) coordinates."""
        left, top = block.col_off - self.window.col_off, block.row_off - self.window.row_off
        with on_disk(self.path):
            self._file.write(values, 1, window=Window(left, top, block.width, block.height))

    def close(self, tags: dict[str, str], for_people: bool = True) -> None:
        """Completes the file: provenance and, unless it is scratch, overviews and category names."""
        with on_disk(self.path):
            self._file.update_tags(**tags)
            self._file.close()
            if for_people:
                self._add_overviews()
                self._add_names()
                self._read_back()

    def _read_back(self) -> None:
        """Decodes every block: what a full disk cut off shows nowhere else."""
        with rasterio.open(self.path) as file:
            levels = [{}, *({"OVERVIEW_LEVEL": level} for level in range(len(file.overviews(1))))]
        for level in levels:
            with rasterio.open(self.path, **level) as file:
                for _, window in file.block_windows(1):
                    file.read(1, window=window)

    def _add_overviews(self) -> None:
        factors: list[int] = []
        side = max(int(self.window.width), int(self.window.height))
        while side >> (len(factors) + 1) >= SMALLEST_OVERVIEW:
            factors.append(2 << len(factors))
        if factors:
            with rasterio.open(self.path, "r+") as file:
                file.build_overviews(factors, Resampling.average if self.classes is None else Resampling.mode)

    def _add_names(self) -> None:
        if self.classes is not None:
            names = "".join(f"<Category>{escape(c.name)}</Category>" for c in self.classes)
            band = f'<PAMRasterBand band="1"><CategoryNames>{names}</CategoryNames></PAMRasterBand>'
            text = f"<PAMDataset>{band}</PAMDataset>"
            self.path.with_name(self.path.name + ".aux.xml").write_text(text, encoding="utf-8")

    def abandon(self) -> None:
        self._file.close()


def as_scores(values: NDArray[np.float32], valid: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Scores with NaN where there is no data."""
    return np.where(valid, values, np.float32("nan"))
