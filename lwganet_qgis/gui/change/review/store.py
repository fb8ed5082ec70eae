# SPDX-License-Identifier: GPL-3.0-or-later
"""The GeoPackage of one review. Each decision is in the file before its call returns.

Two tables: ``changes`` (the polygons with what a person said of them) and ``lwganet_review`` (what
the comparison was, as JSON by key). There is one writer; layers on a map only read.
"""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsRendererCategory,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from ....core.errors import InputError, OutputError
from ....engine.outputs.stage import Stage
from ....engine.outputs.styles import put_inside, vector_style
from ....styling import outlined
from ....texts import tr
from ..comparison.parameters import Comparison
from . import geopackage
from .changes import Change, Polygon, Verdict, now, reviewer
from .geopackage import CHANGES
from .rows import READ, change_of, row_of, said_of

QUIET = 1000
"""Milliseconds without a decision before the file is made whole."""


COLOURS = {
    Verdict.ACCEPTED: "#3a78f0", Verdict.REJECTED: "#8c8c8c", Verdict.UNSURE: "#7fdbff", Verdict.OPEN: "#dd971a",
}  # fmt: skip
LINES = {Verdict.ACCEPTED: "solid", Verdict.REJECTED: "dot", Verdict.UNSURE: "dash", Verdict.OPEN: "solid"}
WIDTHS = {Verdict.ACCEPTED: 0.8, Verdict.OPEN: 0.4}
"""Millimetres; 0.6 of the others. Lines say what the colours say."""


class ReviewStore:
    """Make one with `create` or `open`; `close` before its file is moved or replaced."""

    _in_use: weakref.WeakSet[ReviewStore] = weakref.WeakSet()

    def __init__(self, path: Path, table: QgsVectorLayer, facts: dict[str, Any]) -> None:
        self.path = path
        self.comparison = Comparison.from_json(facts["comparison"])
        self.created: str = facts["created"]
        self.info: dict[str, Any] = facts["info"]
        self.pixel_area: float = facts["pixel_area"]
        """In square map units."""
        self.in_pixels: bool = facts["unit"] == "px"
        self.crs = table.crs() if facts["crs"] else QgsCoordinateReferenceSystem()
        self._table: QgsVectorLayer | None = table
        self._fields = {field.name(): index for index, field in enumerate(table.fields())}
        self._map_layer: QgsVectorLayer | None = None
        self._changes = {change.fid: change for change in self._read()}
        self._counts = Counter(change.verdict for change in self._changes.values())
        self._last_fid = 0
        self._quiet = QTimer()
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._settle)
        ReviewStore._in_use.add(self)

    @classmethod
    def create(
        cls, path: Path | str, source: Any, crs: QgsCoordinateReferenceSystem, comparison: Comparison,
        info: dict[str, Any], replace: bool = False,
    ) -> ReviewStore:  # fmt: skip
        """`source` is a layer, another feature source, or features; of its fields those of `changes` count.

        An existing review is overwritten only with `replace`, anything else never (OutputError).
        """
        cls.write(path, source, crs, comparison, info, replace)
        return cls.open(path)

    @classmethod
    def write(
        cls, path: Path | str, source: Any, crs: QgsCoordinateReferenceSystem, comparison: Comparison,
        info: dict[str, Any], replace: bool = False, stage: Stage | None = None,
    ) -> None:  # fmt: skip
        """`create` without opening it: for a thread beside (a second for 20,000 polygons), if `source` may be
        read there (a QgsVectorLayerFeatureSource, a list). With a `stage` it is that one's to place."""
        path = Path(path)
        geopackage.check_target(path, replace, any(store.path == path for store in cls._in_use))
        facts = {"comparison": comparison.to_json(), "created": now(), "info": info}
        if stage is not None:
            cls._make(Path(stage.at(path)), source, crs, facts)
            return
        with Stage(tr("Review")) as own:
            cls._make(Path(own.at(path)), source, crs, facts)
            own.place()

    @staticmethod
    def _make(path: Path, source: Any, crs: QgsCoordinateReferenceSystem, facts: dict[str, Any]) -> None:
        geopackage.write(path, source, crs, facts)
        put_inside(str(path), CHANGES, vector_style(geopackage.schema(), QgsWkbTypes.Type.MultiPolygon, by_verdict))

    @classmethod
    def open(cls, path: Path | str) -> ReviewStore:
        """Raises InputError where there is no review, or a damaged one."""
        path = Path(path)
        facts = geopackage.read_facts(path)
        geopackage.keep_up(path)
        table = QgsVectorLayer(f"{path}|layername={CHANGES}", CHANGES, "ogr")
        if not table.isValid():
            raise InputError(tr("The review {} cannot be opened: its table of changes is damaged.").format(path))
        try:
            return cls(path, table, facts)
        except (KeyError, ValueError) as error:
            raise InputError(tr("{} is not a review of changes: {}").format(path, error)) from error

    def close(self) -> None:
        """A layer that the project owns stays."""
        if self._table is None:
            return
        self._quiet.stop()
        self._table = self._map_layer = None
        geopackage.settle(self.path)
        ReviewStore._in_use.discard(self)

    def _settle(self) -> None:
        """The file alone has all decisions then; again in a moment where it is being read."""
        if self._table is not None and not geopackage.settle(self.path):
            self._quiet.start()

    @property
    def is_open(self) -> bool:
        return self._table is not None

    def changes(self) -> list[Change]:
        return list(self._changes.values())

    def change(self, fid: int) -> Change:
        return self._changes[fid]

    def counts(self) -> dict[Verdict, int]:
        return {verdict: self._counts[verdict] for verdict in Verdict}

    def areas(self) -> dict[Verdict, float]:
        """Sums, in the unit of `Change.area`."""
        sums = dict.fromkeys(Verdict, 0.0)
        for change in self._changes.values():
            sums[change.verdict] += change.area
        return sums

    def reviewers(self) -> list[tuple[str, int]]:
        """Who decided how many, the busiest first."""
        return Counter(word.who for change in self._changes.values() for word in change.words).most_common()

    def disputed(self) -> int:
        """Changes of which reviewers think differently."""
        return sum(change.disputed for change in self._changes.values())

    def geometry(self, fid: int) -> QgsGeometry:
        """In `crs`; null where there is no such change."""
        request = QgsFeatureRequest(fid).setNoAttributes()
        return next((feature.geometry() for feature in self._writer().getFeatures(request)), QgsGeometry())

    def decide(self, fids: Iterable[int], verdict: Verdict) -> list[Change]:
        """Returns what they were, for `put_back`. All are written, or none (OutputError)."""
        before = [self._changes[fid] for fid in fids]
        when, who = now(), reviewer()
        self._write([change.judged(verdict, who, when) for change in before])
        return before

    def note(self, fid: int, text: str) -> Change:
        """Returns what it was, for `put_back`."""
        before = self._changes[fid]
        self._write([replace(before, note=text)])
        return before

    def put_back(self, changes: Iterable[Change]) -> list[Change]:
        """Writes verdicts and notes as given; returns what they were."""
        changes = list(changes)
        before = [self._changes[change.fid] for change in changes]
        self._write(changes)
        return before

    def polygon(self, fid: int) -> Polygon | None:
        """None: there is no such change."""
        return Polygon(self._changes[fid], self.geometry(fid)) if fid in self._changes else None

    def put(self, wanted: Mapping[int, Polygon | None]) -> dict[int, Polygon | None]:
        """Polygons by their fids, changed, new, or gone (None); returns what they were. All or none (OutputError)."""
        before = {fid: self.polygon(fid) for fid in wanted}
        self._writer()
        geopackage.put_rows(self.path, {fid: row_of(polygon, self.in_pixels) for fid, polygon in wanted.items()})
        self._quiet.start()
        for fid, polygon in wanted.items():
            self._changes.pop(fid, None)
            if polygon is not None:
                self._changes[fid] = polygon.change
        self._counts = Counter(change.verdict for change in self._changes.values())
        if self._map_layer is not None and not sip.isdeleted(self._map_layer):
            self._map_layer.dataProvider().reloadData()
            self._map_layer.triggerRepaint()
        return before

    def free_fid(self) -> int:
        """Of no change, now or before."""
        self._last_fid = max((self._last_fid, *self._changes)) + 1
        return self._last_fid

    def remember(self, **info: Any) -> None:
        """Adds to `info`, e.g. the path of a raster that has moved."""
        self.info = {**self.info, **info}
        geopackage.write_fact(self.path, "info", self.info)

    def layer(self) -> QgsVectorLayer:
        """Of the map, drawn by verdict and read-only: the same until whoever owns it deletes it."""
        if self._map_layer is None or sip.isdeleted(self._map_layer):
            self._map_layer = QgsVectorLayer(f"{self.path}|layername={CHANGES}", tr("Reviewed changes"), "ogr")
            self._map_layer.setCrs(self.crs)
            self._map_layer.setReadOnly(True)
            by_verdict(self._map_layer)
        return self._map_layer

    def _writer(self) -> QgsVectorLayer:
        if self._table is None:
            raise OutputError(tr("The review {} is closed.").format(self.path))
        return self._table

    def _write(self, changes: list[Change]) -> None:
        index = self._fields
        values = {
            change.fid: {index[name]: value for name, value in said_of(change).items()} for change in changes
        }
        provider = self._writer().dataProvider()
        provider.clearErrors()
        if values and (not self.path.exists() or not provider.changeAttributeValues(values)):
            reason = "; ".join(provider.errors()) or tr("the file cannot be written")
            raise OutputError(tr("The review {} was not saved: {}").format(self.path, reason))
        self._quiet.start()
        for change in changes:
            self._counts[self._changes[change.fid].verdict] -= 1
            self._counts[change.verdict] += 1
            self._changes[change.fid] = change
        if self._map_layer is not None and not sip.isdeleted(self._map_layer):
            self._map_layer.triggerRepaint()

    def _read(self) -> Iterable[Change]:
        request = QgsFeatureRequest()
        if not self.in_pixels:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        places = [self._fields[name] for name in READ]
        for feature in self._writer().getFeatures(request):
            values = feature.attributes()
            pixels = feature.geometry().area() / self.pixel_area if self.in_pixels else None
            yield change_of(feature.id(), [values[place] for place in places], pixels)


def by_verdict(layer: QgsVectorLayer, opacity: int = 0, shown: Iterable[Verdict] = tuple(Verdict)) -> None:
    """Outlines in the verdict's colour; `opacity` (0 to 255) is of their fill, `shown` are those that occur."""
    categories = []
    for verdict, colour in COLOURS.items():
        symbol = outlined(colour, opacity, WIDTHS.get(verdict, 0.6), LINES[verdict])
        if verdict in shown:
            categories.append(QgsRendererCategory(verdict.value or "open", symbol, verdict.title))
    layer.setRenderer(QgsCategorizedSymbolRenderer("coalesce(nullif(\"review\", ''), 'open')", categories))
