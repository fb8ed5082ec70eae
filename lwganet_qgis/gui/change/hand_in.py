# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands a review in: files in a folder that appear there together, when all are whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ... import styling
from ...algorithms.texts import tr
from ...core.errors import Cancelled, InputError, OutputError
from . import history, report
from .report_images import ImagePair
from .report_layout import ReportPage
from .review_file import CHANGES, FIELDS
from .review_store import ReviewStore, Verdict, by_verdict

ACCEPTED, CHANGE, PROBABILITY = "accepted.gpkg", "change.tif", "probability.tif"
REPORT_PAGE, REPORT_PDF, COMMAND = "report.html", "report.pdf", "command.txt"
_BLOCK = 8 << 20
_PICTURES = "pictures"


@dataclass(frozen=True)
class Parts:
    """What is handed in."""

    polygons: bool = True
    rasters: bool = True
    report: bool = True
    command: bool = True
    load: bool = False
    """Whether the results are added to the project, in a group."""

    def names(self, info: dict[str, Any]) -> list[str]:
        """Of the files; `info` says which rasters there are."""
        wanted = [ACCEPTED] if self.polygons else []
        if self.rasters:
            wanted += [name for name, key in ((CHANGE, "change"), (PROBABILITY, "probability")) if info.get(key)]
        wanted += [REPORT_PAGE, REPORT_PDF] if self.report else []
        return wanted + ([COMMAND] if self.command else [])


@dataclass(frozen=True)
class HandedIn:
    folder: Path
    files: dict[str, Path] = field(default_factory=dict)
    """By the constants of this module."""
    counts: dict[Verdict, int] = field(default_factory=dict)


def present(store: ReviewStore, folder: Path, parts: Parts) -> list[str]:
    """Names of files of an earlier hand-in that this one would replace."""
    return [name for name in parts.names(store.info) if (folder / name).exists()]


class HandIn:
    """One that is being written: `write_data` (any thread), `write_report` and `publish` (main thread), in this
    order; `discard` ends one that shall not be."""

    def __init__(
        self, store: ReviewStore, folder: Path | str, parts: Parts, project: QgsProject | None = None,
        replace: bool = False,
    ) -> None:  # fmt: skip
        self.store, self.folder, self.parts, self.project = store, Path(folder), parts, project
        there = [] if replace else present(store, self.folder, parts)
        if there:
            raise OutputError(tr("{} already holds {}; choose another folder.").format(folder, ", ".join(there)))
        self._compared, self._seen = report.Compared(), store.changes()
        self._images = ImagePair(store, project) if parts.report else None
        self._pictures: dict[str, Path] = {}
        try:
            self._scratch = Path(tempfile.mkdtemp(prefix=".lwganet-", dir=self.folder))
        except OSError as error:
            raise OutputError(tr("{} cannot be written to; choose another folder.").format(folder)) from error

    def write_data(self, feedback: Any = None) -> None:
        with self._safely():
            wanted = self.parts.names(self.store.info)
            self._write_accepted()
            for name, key in ((CHANGE, "change"), (PROBABILITY, "probability")):
                if name in wanted:
                    self._copy_raster(str(self.store.info[key]), name, feedback)
            if self.parts.command:
                command = self.store.comparison.command(
                    OUTPUT=CHANGE, PROBABILITY=PROBABILITY, POLYGONS="polygons.gpkg"
                )
                (self._scratch / COMMAND).write_text(f"{command}\n", encoding="utf-8")
            if self._images is not None:
                self._compared = report.compared(self.store.info)
                (self._scratch / _PICTURES).mkdir()
                self._pictures = self._images.draw(self._scratch / _PICTURES, feedback)

    def write_report(self) -> None:
        with self._safely():
            if self._seen != self.store.changes():  # somebody went on reviewing meanwhile
                self._write_accepted()
            if self._images is None:
                return
            found = report.make(self.store, self._compared)
            page = ReportPage(found, self.store, self._pictures, self._images.extent)
            page.export_pdf(self._scratch / REPORT_PDF)
            (self._scratch / REPORT_PAGE).write_text(report.html(found, page.pictures()), encoding="utf-8")

    def publish(self) -> HandedIn:
        with self._safely():
            _move_all(self._scratch, self.folder)
        self.discard()
        names = self.parts.names(self.store.info)
        done = HandedIn(self.folder, {name: self.folder / name for name in names}, self.store.counts())
        destinations = {
            key: str(done.files[name])
            for key, name in (("OUTPUT", CHANGE), ("PROBABILITY", PROBABILITY))
            if name in done.files
        }
        history.add_to_history({**self.store.comparison.as_parameters(), **destinations}, destinations)
        if self.parts.load:
            load(done, self.project or QgsProject.instance())
        return done

    def discard(self) -> None:
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _write_accepted(self) -> None:
        if self.parts.polygons:
            _write_accepted(self.store, self._scratch / ACCEPTED)

    def _safely(self) -> _Safely:
        return _Safely(self.discard)

    def _copy_raster(self, source: str, name: str, feedback: Any) -> None:
        """As it is where it is a GeoTIFF; its sidecars come along."""
        path = Path(source)
        if not path.is_file():
            raise InputError(tr("The raster {} is gone; leave the rasters out.").format(source))
        dataset = gdal.Open(source)
        if dataset is not None and dataset.GetDriver().ShortName != "GTiff":
            gdal.Translate(str(self._scratch / name), dataset, format="GTiff", creationOptions=["COMPRESS=DEFLATE"])
            return
        for ending in ("", ".aux.xml", ".ovr"):
            if Path(source + ending).exists():
                _copy(Path(source + ending), self._scratch / (name + ending), feedback)


class _Safely:
    """What fails is told as OutputError, and nothing is left of it."""

    def __init__(self, discard: Callable[[], None]) -> None:
        self._discard = discard

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if error is None:
            return
        self._discard()
        if isinstance(error, (OSError, RuntimeError)):
            raise OutputError(tr("The hand-in was not written: {}").format(error)) from error


def hand_in(
    store: ReviewStore, folder: Path | str, parts: Parts, project: QgsProject | None = None, feedback: Any = None,
    replace: bool = False,
) -> HandedIn:  # fmt: skip
    """All of it in one go, on the main thread. Files of an earlier hand-in are overwritten only with `replace`."""
    work = HandIn(store, folder, parts, project, replace)
    work.write_data(feedback)
    work.write_report()
    return work.publish()


def _copy(source: Path, target: Path, feedback: Any) -> None:
    with source.open("rb") as read, target.open("wb") as write:
        for block in iter(lambda: read.read(_BLOCK), b""):
            if feedback is not None and feedback.isCanceled():
                raise Cancelled(tr("The hand-in was cancelled."))
            write.write(block)


def _write_accepted(store: ReviewStore, target: Path) -> None:
    layer = QgsVectorLayer(f"{store.path}|layername={CHANGES}", CHANGES, "ogr")
    layer.setCrs(store.crs)
    layer.setSubsetString(f"\"review\" = '{Verdict.ACCEPTED.value}'")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "accepted"
    names = [field.name() for field in layer.fields()]
    options.attributes = [names.index(name) for name, _kind in FIELDS]
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(target), QgsCoordinateTransformContext(), options)
    if result[0] != QgsVectorFileWriter.WriterError.NoError:
        raise OSError(result[1])


def _move_all(scratch: Path, folder: Path) -> None:
    """Everything, or nothing: what was there before comes back."""
    kept = scratch / "replaced"
    kept.mkdir()
    moved: list[Path] = []
    try:
        for source in [path for path in sorted(scratch.iterdir()) if path.is_file()]:
            target = folder / source.name
            if target.exists():
                os.replace(target, kept / target.name)
            moved.append(target)
            os.replace(source, target)
    except OSError:
        for target in moved:
            target.unlink(missing_ok=True)
            if (kept / target.name).exists():
                os.replace(kept / target.name, target)
        raise


def load(done: HandedIn, project: QgsProject) -> QgsLayerTreeGroup:
    """On top of the project's layers, in a group named like the folder; polygons uppermost."""
    group = project.layerTreeRoot().insertGroup(0, tr("Change: {}").format(done.folder.name))
    if ACCEPTED in done.files:
        layer = QgsVectorLayer(f"{done.files[ACCEPTED]}|layername=accepted", tr("Accepted changes"), "ogr")
        by_verdict(layer, opacity=60)
        _add(layer, group, project)
    if CHANGE in done.files:
        _add(QgsRasterLayer(str(done.files[CHANGE]), tr("Change")), group, project, styling.change_raster(()))
    if PROBABILITY in done.files:
        layer = QgsRasterLayer(str(done.files[PROBABILITY]), tr("Probability of change"))
        _add(layer, group, project, styling.score_raster())
        group.children()[-1].setItemVisibilityChecked(False)
    return group


def _add(layer: Any, group: QgsLayerTreeGroup, project: QgsProject, style: styling.Styler | None = None) -> None:
    if layer.isValid():
        if style is not None:
            style(layer)
        group.addLayer(project.addMapLayer(layer, False))
