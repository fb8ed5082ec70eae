# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of a GeoPackage that is there already: made under another name, and given its own at the end.

The styles that a GeoPackage keeps go by the names of its tables, so they are renamed and removed with them.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from osgeo import gdal

from ...core.errors import OutputError
from ...texts import tr
from . import styles


class TableSwap:
    """A table of `path` that is written as `made` and shall become `name`. A `stage.Swap`."""

    def __init__(self, path: str, name: str) -> None:
        self.path, self.name = path, name
        self.style = ""
        """QML that shall become the table's default style."""
        self._first_style = False
        token = secrets.token_hex(4)
        self.made, self._aside = f"lwganet_{token}", f"lwganet_{token}_old"

    def swap(self, undo: ExitStack) -> Callable[[], None]:
        with self._failures():
            tables = self._tables()
        names = [(self.name, self._aside)] if self.name in tables else []
        names.append((self.made, self.name))
        self._first_style = bool(self.style) and styles.TABLE not in tables
        self._rename(names, self.style)
        undo.callback(self._undo, [(new, old) for old, new in reversed(names)])
        return lambda: self._drop(self._aside)

    def discard(self) -> None:
        """Removes what was made, if it is still there."""
        self._drop(self.made)

    def _tables(self) -> list[str]:
        dataset = self._open()
        return [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]

    def _open(self) -> gdal.Dataset:
        dataset = gdal.OpenEx(self.path, gdal.OF_VECTOR | gdal.OF_UPDATE)
        if dataset is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        return dataset

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """As OutputError; GDAL's own words are SQL, and only raised where its exceptions are on."""
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            yield
        except RuntimeError as error:
            raise OutputError(tr("{} cannot be written to; is it open elsewhere?").format(self.path)) from error
        finally:
            gdal.PopErrorHandler()

    def _undo(self, names: list[tuple[str, str]]) -> None:
        if self._first_style:
            self._drop(styles.TABLE)
        self._rename(names)  # a style goes with its table, and with that it is removed

    def _rename(self, names: list[tuple[str, str]], style: str = "") -> None:
        """A `style` is for the table that is renamed last."""
        with self._failures():
            dataset = self._open()
            dataset.StartTransaction()
            for old, new in names:
                dataset.ExecuteSQL(f"ALTER TABLE {_quoted(old)} RENAME TO {_quoted(new)}")
                if dataset.GetLayerByName(styles.TABLE) is not None:
                    change = f"UPDATE {styles.TABLE} SET f_table_name = {_text(new)} WHERE f_table_name = {_text(old)}"
                    dataset.ExecuteSQL(change)
            if style and not styles.write_row(dataset, names[-1][1], style):
                dataset.RollbackTransaction()
                raise RuntimeError(gdal.GetLastErrorMsg())
            if dataset.CommitTransaction() != 0 or names[-1][1] not in self._tables():
                dataset.RollbackTransaction()
                raise RuntimeError(gdal.GetLastErrorMsg())

    def _drop(self, name: str) -> None:
        with self._failures():
            tables = self._tables()
            if name in tables:
                dataset = self._open()
                dataset.DeleteLayer(tables.index(name))
                self._forget_style(dataset, name)

    def _forget_style(self, dataset: gdal.Dataset, name: str) -> None:
        if dataset.GetLayerByName(styles.TABLE) is not None:
            dataset.ExecuteSQL(f"DELETE FROM {styles.TABLE} WHERE f_table_name = {_text(name)}")


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
