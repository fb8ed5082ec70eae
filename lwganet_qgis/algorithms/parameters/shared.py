# SPDX-License-Identifier: GPL-3.0-or-later
"""Parameters that the algorithms share. Their ids are an interface: scripts use them."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ... import model_library, settings
from ...core.jobs.parts.model import SCALINGS
from ...core.jobs.parts.model import VIEWS as VIEW_COUNTS
from ...core.jobs.parts.rules import LARGEST_RADIUS
from ...texts import tr
from .looks import looking
from .numbers import NumberParameter
from .rasters import RasterParameter

MODEL, BANDS, EXTENT, SCALING = "MODEL", "BANDS", "EXTENT", "SCALING"
TILE_SIZE, OVERLAP, BATCH_SIZE, DEVICE, VIEWS = "TILE_SIZE", "OVERLAP", "BATCH_SIZE", "DEVICE", "VIEWS"
RESOLUTION = "RESOLUTION"
IMAGE, OF_MODEL = "image", "model"
"""Of its values."""
THRESHOLD, MIN_AREA = "THRESHOLD", "MIN_AREA"
ACCEPT_GAPS = "ACCEPT_GAPS"
MASK, SHIFT, MATCH = "MASK", "SHIFT", "MATCH"
CLOSING, OPENING, SIMPLIFY = "CLOSING", "OPENING", "SIMPLIFY"
OUTPUT, POLYGONS, OUTPUT_HTML = "OUTPUT", "POLYGONS", "OUTPUT_HTML"
UNFAMILIAR, SPREAD = "UNFAMILIAR", "SPREAD"

LARGEST = 1e12
"""Metres or square metres that a parameter may be."""
_INTEGER = QgsProcessingParameterNumber.Type.Integer
_DOUBLE = QgsProcessingParameterNumber.Type.Double


def raster(name: str, label: str, text: str) -> QgsProcessingParameterDefinition:
    return _helped(RasterParameter(name, label), text)


def model(task: str) -> QgsProcessingParameterDefinition:
    """A string, not an enumeration: a wrong id shall reach checkParameterValues, which can say
    which ids there are, and the choice may grow while QGIS runs."""
    default = model_library.default_id(task)
    parameter = QgsProcessingParameterString(MODEL, tr("Model"), default, False, default is None)
    looking(parameter, "model", task=task)
    ids = ", ".join(card.id for card in model_library.cards(task))
    return _helped(
        parameter, tr("Id of the model, bundled or from your models folder. At hand: {}.").format(ids or "–")
    )


def common(task: str) -> list[QgsProcessingParameterDefinition]:
    """What every tool has between its model and its results."""
    chosen = bands(
        tr("Bands, in the model's order"),
        tr("Band numbers in the order the model wants them, e.g. 4,3,2 for red, green, blue of a raster "
           "that starts with blue. Empty: by colour interpretation, else the first ones."),
    )  # fmt: skip
    return [looking(chosen, "bands", task=task, empty=tr("automatic")), extent(), *_advanced(task), accept_gaps()]


def bands(label: str, text: str) -> QgsProcessingParameterDefinition:
    return _helped(QgsProcessingParameterString(BANDS, label, None, False, True), text)


def extent() -> QgsProcessingParameterDefinition:
    return _helped(QgsProcessingParameterExtent(EXTENT, tr("Extent"), None, True), tr("Empty: the whole raster."))


def accept_gaps() -> QgsProcessingParameterDefinition:
    return seldom(_helped(
        QgsProcessingParameterBoolean(ACCEPT_GAPS, tr("Accept gaps of tile and map services"), False),
        tr("What a service does not deliver, or delivers empty, becomes nodata and is counted in a warning. Otherwise "
           "it is tried again, and then an error."),
    ))  # fmt: skip


def mask() -> QgsProcessingParameterDefinition:
    kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
    return _helped(
        QgsProcessingParameterFeatureSource(MASK, tr("Only within polygons"), kinds, None, True),
        tr("What lies outside these polygons is nodata in all results. Empty: everything is looked at."),
    )


def match() -> QgsProcessingParameterDefinition:
    return seldom(_helped(
        QgsProcessingParameterBoolean(MATCH, tr("Match the colours of the later image"), False),
        tr("The values of the later image are brought to those of the earlier one by a gain and an offset per band, "
           "found where nothing changed. For images of different light, haze or sensor; a model that was trained on "
           "such differences may see more without it."),
    ))  # fmt: skip


def resolution(values: dict[str, Any]) -> str:
    """What is given for `RESOLUTION`, as the engine's `Cut` has it."""
    return str(values.get(RESOLUTION) or IMAGE).strip().lower()


def tidying() -> list[QgsProcessingParameterDefinition]:
    """What becomes of changed pixels before they are polygons, and of the polygons."""
    radius = tr("Radius of the disc in pixels, at most 50; 0: not at all.")
    return [
        seldom(number(CLOSING, tr("Closing (pixels)"), 0, _INTEGER,
                      tr("Joins changed pieces that lie near each other, and fills gaps.") + " " + radius,
                      highest=LARGEST_RADIUS)),
        seldom(number(OPENING, tr("Opening (pixels)"), 0, _INTEGER,
                      tr("After closing: removes specks and threads of change.") + " " + radius,
                      highest=LARGEST_RADIUS)),
        seldom(_helped(
            measure(SIMPLIFY, tr("Simplification"), "length"),
            tr("Outlines of polygons may leave the pixels' edges by so many metres (pixels where the raster has no "
               "CRS). Their area stays that of the pixels."),
        )),
    ]  # fmt: skip


def seldom(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """An advanced one."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def choice(
    name: str, label: str, words: dict[str, str], default: str, text: str
) -> QgsProcessingParameterDefinition:
    """One of a few, known to scripts by their ids and to people by their words."""
    parameter = QgsProcessingParameterEnum(name, label, list(words), False, default, False, True)
    return _helped(looking(parameter, "choice", words=words), text)


def _scalings() -> dict[str, str]:
    words = {
        "auto": tr("As the model wants it"), "none": tr("Values as they are"),
        "percentile": tr("2nd to 98th percentile of the extent"),
        "minmax": tr("Smallest to largest value of the extent"),
        "percentile_raster": tr("2nd to 98th percentile of the whole raster"),
        "minmax_raster": tr("Smallest to largest value of the whole raster"),
        "sentinel2": tr("Sentinel-2 reflectance × 10,000"),
        "sentinel2_offset": tr("Sentinel-2 reflectance × 10,000 + 1000 (since 2022)"),
        "sentinel2_8bit": tr("Sentinel-2 true colour, 8 bits"),
    }  # fmt: skip
    return {scaling: words[scaling] for scaling in SCALINGS}


def _views() -> dict[str, str]:
    words = {1: tr("1: as it is"), 2: tr("2: mirrored too"), 8: tr("8: turned by quarters too")}
    return {str(count): words[count] for count in VIEW_COUNTS}


def _advanced(task: str) -> list[QgsProcessingParameterDefinition]:
    seen = QgsProcessingParameterString(RESOLUTION, tr("Ground resolution that the model sees"), IMAGE, False, True)
    words = {IMAGE: tr("The image's pixels as they are"), OF_MODEL: tr("What the model was trained at")}
    device = QgsProcessingParameterString(DEVICE, tr("Device"), settings.device())
    parameters = [
        choice(SCALING, tr("Scaling of values"), _scalings(), "auto",
               tr("auto: as the model wants it; none: values as they are; percentile: 2nd to 98th "
                  "percentile of each band in the extent; minmax: smallest to largest value of each band in "
                  "the extent; percentile_raster and minmax_raster: those of the whole raster, so that "
                  "results do not depend on the extent; sentinel2, sentinel2_offset and sentinel2_8bit: "
                  "Sentinel-2 reflectance times 10,000, the same with 1000 added (products since 2022), "
                  "and 8-bit true colour.")),
        _helped(
            looking(seen, "resolution", task=task, words=words),
            tr("image: the raster's pixels as they are; model: those that the model was trained at; or a number of "
               "metres. Results lie on the raster's pixels in any case. Up to 8 times finer or coarser."),
        ),
        own_number(TILE_SIZE, tr("Tile size (pixels)"), 0, _INTEGER, task,
                   tr("Side of the squares that are computed at once. 0: the model's own.")),
        own_number(OVERLAP, tr("Overlap of tiles (pixels)"), -1, _INTEGER, task,
                   tr("Neighbouring tiles are blended over it. -1: the model's own."), lowest=-1),
        own_number(BATCH_SIZE, tr("Tiles per step"), 0, _INTEGER, "",
                   tr("More needs more memory. 0: as many as are good here.")),
        _helped(looking(device, "device"), tr("auto, cpu, cuda, cuda:N or directml.")),
        choice(VIEWS, tr("Views"), _views(), "1",
               tr("In how many orientations each tile is looked at: 1, as it is; 2, mirrored too; 8, turned by "
                  "quarters too. The answers are averaged: somewhat better results in 2 or 8 times the time.")),
    ]  # fmt: skip
    return [seldom(parameter) for parameter in parameters]


def own_number(
    name: str, label: str, default: float | None, kind: QgsProcessingParameterNumber.Type, task: str, text: str,
    lowest: float = 0, highest: float = 65536,
) -> QgsProcessingParameterDefinition:  # fmt: skip
    """A number whose default stands for that of the model, which its widget shows."""
    return looking(number(name, label, default, kind, text, lowest, highest), "own_number", task=task, of=name.lower())


def number(
    name: str, label: str, default: float | None, kind: QgsProcessingParameterNumber.Type, text: str,
    lowest: float = 0, highest: float = 65536,
) -> QgsProcessingParameterDefinition:  # fmt: skip
    """Limits are those of dialogs and of `numbers.read`. Without a default it may be left out."""
    return _helped(NumberParameter(name, label, kind, default, default is None, lowest, highest), text)


def threshold(label: str, default: float | None, text: str) -> QgsProcessingParameterDefinition:
    return number(THRESHOLD, label, default, _DOUBLE, text, highest=1)


def own_threshold(label: str, task: str, text: str) -> QgsProcessingParameterDefinition:
    return own_number(THRESHOLD, label, None, _DOUBLE, task, text, highest=1)


def measure(name: str, label: str, of: str) -> QgsProcessingParameterDefinition:
    """A length in metres or an area in square metres; dialogs take other units, too."""
    return looking(NumberParameter(name, label, _DOUBLE, 0.0, False, 0.0, LARGEST), "measure", of=of)


def min_area() -> QgsProcessingParameterDefinition:
    return _helped(
        measure(MIN_AREA, tr("Smallest polygon"), "area"),
        tr("Smaller polygons are left out. In square metres; in pixels where the raster has no CRS."),
    )


def iou(name: str, text: str, default: float) -> QgsProcessingParameterDefinition:
    return number(name, tr("Overlap (IoU, 0 to 1)"), default, _DOUBLE, text, highest=1)


def own_iou(name: str, task: str, text: str) -> QgsProcessingParameterDefinition:
    return own_number(name, tr("Overlap (IoU, 0 to 1)"), None, _DOUBLE, task, text, highest=1)


def text(name: str, label: str, help_text: str, advanced: bool = False) -> QgsProcessingParameterDefinition:
    """Optional."""
    parameter = _helped(QgsProcessingParameterString(name, label, None, False, True), help_text)
    return seldom(parameter) if advanced else parameter


def sink(
    name: str, label: str, needed: bool, point: bool = False, by_default: bool = False
) -> QgsProcessingParameterDefinition:
    types = QgsProcessing.SourceType
    kind = types.TypeVectorPoint if point else types.TypeVectorPolygon
    return QgsProcessingParameterFeatureSink(name, label, kind, None, not needed, needed or by_default)


def raster_out(name: str, label: str, needed: bool) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterRasterDestination(name, label, None, not needed, needed)


def unfamiliar() -> QgsProcessingParameterDefinition:
    return _helped(
        raster_out(UNFAMILIAR, tr("Unfamiliar"), False),
        tr("A raster of one cell a tile that says how unlike the model's training it is: from 100 on, what the model "
           "says there is a guess."),
    )  # fmt: skip


def spread() -> QgsProcessingParameterDefinition:
    return _helped(
        raster_out(SPREAD, tr("Spread over views"), False),
        tr("How much the views differ in the score of what won (a standard deviation, 0 to 0.5); needs 2 or 8 views."),
    )


def file(name: str, label: str, kinds: str, by_default: bool = False) -> QgsProcessingParameterDefinition:
    """An optional file destination."""
    return QgsProcessingParameterFileDestination(name, label, kinds, None, True, by_default)


def html() -> QgsProcessingParameterDefinition:
    return file(OUTPUT_HTML, tr("Summary"), tr("HTML files") + " (*.html)", True)


def _helped(parameter: QgsProcessingParameterDefinition, text: str) -> QgsProcessingParameterDefinition:
    parameter.setHelp(text)
    return parameter
