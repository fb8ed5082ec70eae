# SPDX-License-Identifier: GPL-3.0-or-later
"""What passes between QGIS and the engine: one job in, events out, then one result or one error.

The only file that both sides use, so: standard library alone, Python 3.9 syntax. A message is one
line of UTF-8 JSON. Rasters and vectors travel as files.

Towards the engine::

    {"request": "run", "job": {...Job...}}      one at a time
    {"request": "cancel"}                       the run in progress
    end of file                                 cancel, then leave

From the engine::

    {"event": "ready",    "versions": {...}, "process": 4711}    once, after start; its number is in hidden names
    {"event": "progress", "fraction": 0..1, "text": "..."}
    {"event": "log" | "warning", "text": "..."}
    {"event": "result",   "result": {...Result...}}
    {"event": "error",    "kind": "input", "text": "...", "trace": "..."}
                          with "leaving": true where the engine ends with it, and "path" where a
                          file is at fault

A vector file is JSON lines, one feature a line: ``{"geometry": WKB in hex, "properties": {...}}``,
coordinates in the (first) raster's CRS. A raster without georeference lies where QGIS draws it:
one unit a pixel, the top left corner at the origin, y negative downwards.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

TASKS = ("classification", "segmentation", "change", "detection")
"""What models do."""
VECTOR_TASKS = ("suppression", "accuracy")
"""What is done with polygons alone, without a model or a raster."""
RASTER_TASKS = ("polygons", "pair", "first_change")
"""What is done with rasters alone, without a model: polygons of a probability raster, figures of two
dates (is the pair fit for change detection?), and of many change rasters the first change."""
IMPORT = "import"
"""A checkpoint made into a model folder."""
SCALINGS = ("auto", "none", "percentile", "minmax", "percentile_raster", "minmax_raster")
"""``percentile`` and ``minmax`` are those of the extent, so that results depend on it; with all others a pixel's
result is the same whatever the extent."""
SMALLEST_SCALE, LARGEST_SCALE = 0.05, 8.0
LARGEST_RADIUS = 50
"""Of closing and opening."""
CLASS_NODATA = 255
"""Value of class and change rasters where the input has no data."""


class ProtocolError(ValueError):
    """A line that is not a message of this protocol."""


@dataclass(frozen=True)
class RasterSource:
    """A raster that GDAL can open. `bands` count from 1; empty: by colour interpretation."""

    path: str
    bands: tuple[int, ...] = ()
    hidden: tuple[tuple[int, float, float], ...] = ()
    """Band, smallest and largest value: what counts as nodata besides the raster's own. A pixel that is
    hidden in one of the bands that are read is nodata."""
    own_nodata: bool = True
    """Whether the raster's own nodata values count."""
    part: tuple[int, ...] = ()
    """Column, row, width and height of all that there is of the raster, the rest being empty; (): there is all."""


def _source(data: dict[str, Any]) -> RasterSource:
    path, own = str(data["path"]), data.get("own_nodata", True)
    if not isinstance(own, bool):
        raise ValueError(f"field 'own_nodata' is wrong: {own!r}")
    return RasterSource(
        path,
        tuple(int(band) for band in data.get("bands", ())),
        tuple((int(band), float(low), float(high)) for band, low, high in data.get("hidden", ())),
        own,
        tuple(int(number) for number in data.get("part", ())),
    )


@dataclass(frozen=True)
class Job:
    """One run, whole.

    Zero, -1 or None stand for the model card's own value. Empty output paths are not written.
    """

    task: str
    """One of TASKS, VECTOR_TASKS or RASTER_TASKS, or IMPORT."""
    model: str = ""
    """Folder of the model. Polygons: the one that made the probability raster, for its classes' names
    and its threshold; may be empty."""
    sources: tuple[RasterSource, ...] = ()
    """One raster; for change and pair the before and the after date. Polygons: a raster of
    probabilities 0..1. First change: change rasters of consecutive pairs, in order of time."""
    output: str = ""
    """Class or change raster (GeoTIFF); first change: 0 no change, k the first pair with change, 255
    where no pair has data. Import: folder for the model's folder."""
    confidence: str = ""
    """Raster of the winning class's score, or of the probability of change (GeoTIFF, 0..1)."""
    features: str = ""
    """Vector file (see module) of cells, polygons or boxes."""
    dota: str = ""
    """Detection: text file with the corners of each box in pixels of the raster, as DOTA has it."""
    zones: str = ""
    """Classification: vector file of polygons to classify instead of grid cells. Vector tasks: the
    polygons to work on, with ``score`` and ``class`` where they have them. Each feature's
    properties hold ``source_id``, which comes back with its result."""
    references: str = ""
    """Accuracy: vector file of the true polygons, as `zones`."""
    extent: tuple[float, float, float, float] | None = None
    """xmin, ymin, xmax, ymax in the first source's CRS (where `grid` is given, in that raster's, as
    all coordinates); None: the whole raster."""
    grid: str = ""
    """Raster on whose grid results lie and onto which all sources are warped; empty: the first source."""
    mask: str = ""
    """Segmentation, change, polygons: vector file of polygons. Pixels whose centre lies in none of
    them are nodata in all results, though the network sees them."""
    shift: tuple[float, float] = (0.0, 0.0)
    """Change: how far the after date is moved, east (x) and north (y), before the two are compared, in
    units of the first source's CRS (pixels, y upwards, where it has no georeference)."""
    match: bool = False
    """Change: the after date's values are brought to the before date's by a straight line per band."""
    scaling: str = "auto"
    """One of SCALINGS."""
    tile_size: int = 0
    """Side of a tile in pixels."""
    overlap: int = -1
    """Pixels that neighbouring tiles share."""
    batch_size: int = 0
    device: str = "auto"
    """auto, cpu, cuda or cuda:N."""
    threads: int = 0
    """Processor threads; 0: all."""
    threshold: float | None = None
    """Change: smallest probability that counts as change. Classification, detection, accuracy:
    what scores less is left out."""
    iou: float | None = None
    """Share of their union that two boxes of a class have in common when they are one object.
    Accuracy: when a detection is right."""
    classes: tuple[int, ...] = ()
    """Detection: ids of the classes to keep; empty: all."""
    scales: tuple[float, ...] = ()
    """Detection: sizes at which the network looks at the raster, relative to its pixels; empty: 1."""
    min_area: float = 0.0
    """Polygons smaller than this are left out: m2, or pixels where the raster has no CRS."""
    closing: int = 0
    """Change, polygons: radius in pixels of the disc by which changed pixels are closed (pieces that
    lie near each other are joined)..."""
    opening: int = 0
    """... and, after that, opened (what is too small to hold the disc is removed)."""
    simplify: float = 0.0
    """Change, polygons: outlines are simplified by so many metres (pixels where the raster has no
    CRS). Areas stay those of the pixels."""
    checkpoint: str = ""
    """Import: the file; the fields below say what it does not, and may be empty."""
    dataset: str = ""
    """One of `core.datasets`."""
    labels: tuple[str, ...] = ()
    """Names of the classes. First change: of the pairs, e.g. their dates."""
    gsd: float | None = None
    """Metres of a pixel on the ground."""
    name: str = ""
    """Of the model, for people; its id is made of it."""
    license: str = ""
    """Of the weights."""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Job:
        """Raises ProtocolError naming the field that is missing, unknown or wrong."""
        try:
            values = dict(data)
            values["sources"] = tuple(_source(s) for s in values.get("sources", ()))
            values["classes"] = tuple(int(v) for v in values.get("classes", ()))
            values["scales"] = tuple(float(v) for v in values.get("scales", ()))
            values["labels"] = tuple(str(v) for v in values.get("labels", ()))
            if "shift" in values:
                east, north = (float(v) for v in values["shift"])
                values["shift"] = (east, north)
            if values.get("extent") is not None:
                xmin, ymin, xmax, ymax = (float(v) for v in values["extent"])
                values["extent"] = (xmin, ymin, xmax, ymax)
            for name, value in values.items():
                _check_kind(name, value)
            job = cls(**values)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise ProtocolError(f"not a job: {error}") from error
        if job.task not in (*TASKS, *VECTOR_TASKS, *RASTER_TASKS, IMPORT):
            raise ProtocolError(f"not a job: unknown task {job.task!r}")
        if job.scaling not in SCALINGS:
            raise ProtocolError(f"not a job: unknown scaling {job.scaling!r}")
        return job


_NUMBER = (int, float)
_KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(
        (
            "task", "model", "output", "confidence", "features", "dota", "zones", "references", "grid", "mask",
            "scaling", "device", "checkpoint", "dataset", "name", "license",
        ),
        (str,),
    ),  # fmt: skip
    **dict.fromkeys(("tile_size", "overlap", "batch_size", "threads", "closing", "opening"), (int,)),
    **dict.fromkeys(("threshold", "iou", "gsd"), (*_NUMBER, type(None))),
    **dict.fromkeys(("min_area", "simplify"), _NUMBER),
    "match": (bool,),
}
"""What each plain field of a job may be."""


def _check_kind(name: str, value: object) -> None:
    kinds = _KINDS.get(name)
    if kinds and (isinstance(value, bool) and bool not in kinds or not isinstance(value, kinds)):
        raise ValueError(f"field '{name}' is wrong: {value!r}")


@dataclass(frozen=True)
class ClassTotal:
    """What a run found of one class. `area_m2` is ellipsoidal; None where the raster has no CRS."""

    class_id: int
    name: str
    color: str
    pixels: int
    area_m2: float | None
    count: int = 0
    """Objects."""


@dataclass(frozen=True)
class Result:
    """What a finished run says of itself; vector tasks know of no model and no pixels."""

    model_id: str = ""
    model_title: str = ""
    device: str = ""
    """For people, e.g. ``cpu (2 threads)``."""
    runtime: str = ""
    """e.g. ``ONNX Runtime 1.20.1``."""
    seconds: float = 0.0
    pixels: int = 0
    """Pixels of the extent that hold data."""
    area_m2: float | None = None
    """Their ground area; None where the raster has no place on the ground."""
    tiles: int = 0
    feature_count: int = 0
    totals: tuple[ClassTotal, ...] = ()
    outputs: dict[str, str] = field(default_factory=dict)
    """Job field -> path, for what was written."""
    warnings: tuple[str, ...] = ()
    figures: dict[str, Any] = field(default_factory=dict)
    """Detection: ``scores``, counts of objects in 20 steps of score from 0 to 1. Change and polygons:
    ``histogram``, counts of pixels in 64 steps of probability from 0 to 1, and ``area`` of the polygons
    (m2, or pixels where the raster has no CRS). Pair and accuracy: see
    `core.tasks.pair` and `core.tasks.accuracy`."""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Result:
        try:
            values = dict(data)
            values["totals"] = tuple(ClassTotal(**t) for t in values.get("totals", ()))
            values["warnings"] = tuple(values.get("warnings", ()))
            return cls(**values)
        except (KeyError, TypeError) as error:
            raise ProtocolError(f"not a result: {error}") from error


def encode(message: dict[str, Any]) -> bytes:
    """One message as one line. Raises ValueError for NaN and infinity, which JSON does not have."""
    return json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8") + b"\n"


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is not a number of JSON")


def decode(line: bytes) -> dict[str, Any]:
    """One line as one message. Raises ProtocolError for anything but a JSON object."""
    try:
        message = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:  # also for nesting and for numbers without end
        raise ProtocolError(f"not a message: {error}") from error
    if not isinstance(message, dict):
        raise ProtocolError("not a message: expected a JSON object")
    return message
