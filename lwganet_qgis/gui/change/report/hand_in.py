# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands a review in: files in a folder that appear there together, when all are whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .... import styling
from ....core.errors import Cancelled, InputError, OutputError
from ....engine.outputs.leftovers import SCRATCH
from ....engine.outputs.own_folder import OwnFolder
from ....engine.outputs.stage import Stage
from ....engine.outputs.styles import put_beside, put_inside, raster_style, vector_style
from ....texts import tr
from ..review.changes import Verdict
from ..review.geopackage import schema
from ..review.store import ReviewStore
from . import accepted, entries, history, report, tables, template
from .images import ImagePair
from .layout import ReportPage
from .page import html

ACCEPTED, ACCEPTED_RASTER = "accepted.gpkg", "accepted.tif"
CHANGE, PROBABILITY = "change_unreviewed.tif", "probability.tif"
REPORT_PAGE, REPORT_PDF, COMMAND = "report.html", "report.pdf", "command.txt"
_BLOCK = 8 << 20


@dataclass(frozen=True)
class Parts:
    """What is handed in."""

    polygons: bool = True
    rasters: bool = True
    report: bool = True
    command: bool = True
    load: bool = False
    """Whether the results are added to the project, in a group."""
    template: str = ""
    """Path of a layout template for the report's maps; empty: its own page."""

    def names(self, info: dict[str, Any]) -> list[str]:
        """Of the files; `info` says which rasters there are."""
        wanted = [ACCEPTED] if self.polygons else []
        if self.rasters and info.get("change"):
            wanted += [ACCEPTED_RASTER]
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
        if not self.folder.is_dir() or not os.access(self.folder, os.W_OK):
            raise OutputError(tr("{} cannot be written to; choose another folder.").format(folder))
        there = [] if replace else present(store, self.folder, parts)
        if there:
            raise OutputError(tr("{} already holds {}; choose another folder.").format(folder, ", ".join(there)))
        if parts.report and parts.template:
            template.check(parts.template)
        self._compared, self._seen = tables.Compared(), store.changes()
        self._images = ImagePair(store, project) if parts.report else None
        self._pictures: dict[str, Path] = {}
        self._stage = Stage(tr("Deliver"))
        self._scratch = OwnFolder(QgsProcessingUtils.tempFolder(), SCRATCH)
        with self._safely():
            self._made = {name: Path(self._stage.at(self.folder / name)) for name in parts.names(store.info)}

    def write_data(self, feedback: Any = None) -> None:
        with self._safely():
            self._write_accepted(feedback)
            for name, key in ((CHANGE, "change"), (PROBABILITY, "probability")):
                if name in self._made:
                    self._copy_raster(str(self.store.info[key]), name, feedback)
            if self.parts.command:
                command = self.store.comparison.command(
                    OUTPUT=CHANGE, PROBABILITY=PROBABILITY, POLYGONS="polygons.gpkg"
                )
                self._made[COMMAND].write_text(f"{command}\n", encoding="utf-8")
            if self._images is not None:
                self._compared = tables.compared(self.store.info)
                self._pictures = self._images.draw(self._scratch.path, feedback)

    def write_report(self) -> None:
        with self._safely():
            if self._seen != self.store.changes():  # somebody went on reviewing meanwhile
                self._seen = self.store.changes()
                self._write_accepted()
            if self._images is None:
                return
            found = report.make(self.store, self._compared, entries.accepted(self.store))
            pages = ReportPage(found, self.store, self._pictures, self._images.extent)
            self._made[REPORT_PAGE].write_text(html(found, pages.pictures(), self._pictures), encoding="utf-8")
            if self.parts.template:
                extent = self._images.extent
                pages = ReportPage(found, self.store, self._pictures, extent, self.parts.template)
            pages.export_pdf(self._made[REPORT_PDF])

    def publish(self) -> HandedIn:
        with self._safely():
            self._keep_styles()
            self._stage.place()
        self.discard()
        done = HandedIn(self.folder, {name: self.folder / name for name in self._made}, self.store.counts())
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
        self._stage.discard()
        self._scratch.remove()

    def _write_accepted(self, feedback: Any = None) -> None:
        polygons = self._made.get(ACCEPTED, self._scratch.path / ACCEPTED)
        if ACCEPTED in self._made or ACCEPTED_RASTER in self._made:
            polygons.unlink(missing_ok=True)
            accepted.write_polygons(self.store, polygons)
        if ACCEPTED_RASTER in self._made:
            accepted.write_raster(polygons, str(self.store.info["change"]), self._made[ACCEPTED_RASTER], feedback)

    def _keep_styles(self) -> None:
        if ACCEPTED in self._made:
            qml = vector_style(schema(), QgsWkbTypes.Type.MultiPolygon, accepted.polygon_style)
            put_inside(str(self._made[ACCEPTED]), accepted.LAYER, qml)
        for name, _title, style in _rasters():
            if name in self._made:
                put_beside(self._made[name], self.folder / name, raster_style(str(self._made[name]), style))

    def _safely(self) -> _Safely:
        return _Safely(self.discard)

    def _copy_raster(self, source: str, name: str, feedback: Any) -> None:
        """As it is where it is a GeoTIFF; its sidecars come along."""
        path = Path(source)
        if not path.is_file():
            raise InputError(tr("The raster {} is gone; leave the rasters out.").format(source))
        dataset = gdal.Open(source)
        if dataset is not None and dataset.GetDriver().ShortName != "GTiff":
            gdal.Translate(str(self._made[name]), dataset, format="GTiff", creationOptions=["COMPRESS=DEFLATE"])
            return
        for ending in ("", ".aux.xml", ".ovr"):
            if Path(source + ending).exists():
                _copy(Path(source + ending), Path(f"{self._made[name]}{ending}"), feedback)


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


def load(done: HandedIn, project: QgsProject) -> QgsLayerTreeGroup:
    """On top of the project's layers, in a group named like the folder; polygons uppermost."""
    group = project.layerTreeRoot().insertGroup(0, tr("Change: {}").format(done.folder.name))
    if ACCEPTED in done.files:
        layer = QgsVectorLayer(f"{done.files[ACCEPTED]}|layername={accepted.LAYER}", tr("Accepted changes"), "ogr")
        accepted.polygon_style(layer)
        _add(layer, group, project)
    for name, title, style in _rasters():
        if name in done.files:
            node = _add(QgsRasterLayer(str(done.files[name]), title), group, project, style)
            if node is not None:
                node.setItemVisibilityChecked(name == ACCEPTED_RASTER and ACCEPTED not in done.files)
    return group


def _rasters() -> list[tuple[str, str, styling.Styler]]:
    """File, title and style of each raster, the topmost first."""
    return [
        (ACCEPTED_RASTER, tr("Accepted changes (raster)"), accepted.style),
        (CHANGE, tr("All change that the model found, not reviewed"), styling.change_raster(())),
        (PROBABILITY, tr("Probability of change, not reviewed"), styling.probability_raster()),
    ]


def _add(
    layer: Any, group: QgsLayerTreeGroup, project: QgsProject, style: styling.Styler | None = None
) -> QgsLayerTreeLayer | None:
    if not layer.isValid():
        return None
    if style is not None:
        style(layer)
    return group.addLayer(project.addMapLayer(layer, False))
