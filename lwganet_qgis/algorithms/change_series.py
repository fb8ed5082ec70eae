# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed between each two of many dates, and between which first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterFolderDestination,
    QgsRasterLayer,
)

from .. import model_library, styling
from ..core.cards.card import ModelClass
from ..core.errors import InputError
from ..core.jobs.change import ChangeJob
from ..core.jobs.first_change import FirstChangeJob
from ..core.jobs.parts.pairing import Pairing
from ..core.jobs.parts.raster import RasterSource
from ..engine.layers import dates
from ..engine.layers.inputs import EngineRaster, own_copy
from ..engine.layers.unstyled import quiet_gdal
from ..texts import tr
from .bases.model import ModelAlgorithm
from .outputs import destinations, series_files
from .parameters import change_rules, checks, two_dates
from .parameters import shared as p
from .parameters.looks import looking
from .parameters.rasters import RastersParameter
from .reports import summary
from .reports.request import Input

LAYERS, NAMES, FOLDER, FIRST = "LAYERS", "NAMES", "FOLDER", "FIRST"


class ChangeSeries(ModelAlgorithm):
    TASK = "change"
    NAME = "changeseries"
    GROUP = "change"
    TITLE = "Detect change in a series"
    ICON = "change"
    TAGS = "deep learning,neural network,change detection,time series,many dates,first change,lwganet"
    SHORT = "Finds what changed between each two consecutive images of a series, and when each place changed first."
    HELP = (
        "<p>The images are compared in the order of the list, which must be that of time: the first with the second, "
        "the second with the third, and so on. All results lie on the first image's grid.</p>"
        "<p>The first-change raster holds 0 where nothing changed, 1 where the first pair changed, 2 where it was the "
        "second pair and not the first, and so on; 255 where no pair has data. The folder gets the change raster, the "
        "probability raster and the polygons of each pair, named after the two dates.</p>"
        "<p>A failed or cancelled run leaves nothing.</p>"
    )
    RASTER_TARGETS = (FIRST,)

    def __init__(self) -> None:
        super().__init__()
        self.classes: tuple[ModelClass, ...] = ()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        layers = RastersParameter(
            LAYERS, tr("Images, in order of time"), QgsProcessing.SourceType.TypeRaster
        )
        layers.setMinimumNumberInputs(2)
        layers.setHelp(tr("Two or more; results lie on the first one's grid."))
        self.addParameter(layers)
        names = p.text(NAMES, tr("Names of the images"), tr("One for each, with commas between them, e.g. their dates; "
                                                            "empty: the layers' names."))  # fmt: skip
        self.addParameter(looking(names, "days", empty=tr("the layers' names")))
        self.addParameter(p.model(self.TASK))
        for parameter in p.common(self.TASK):
            self.addParameter(parameter)
        self.addParameter(p.mask())
        text = tr("Smallest probability that counts as change; empty: the model's own.")
        self.addParameter(p.own_threshold(tr("Threshold (0 to 1)"), self.TASK, text))
        for parameter in (*p.tidying(), p.min_area(), p.match()):
            self.addParameter(parameter)
        folder = QgsProcessingParameterFolderDestination(FOLDER, tr("Folder of all pairs"), None, True, False)
        folder.setHelp(tr("Gets the change raster, the probability raster and the polygons of each pair."))
        self.addParameter(folder)
        self.addParameter(p.raster_out(FIRST, tr("First change"), True))
        self.addParameter(p.html())

    def given_layers(self, values: dict[str, Any], context: QgsProcessingContext) -> list[QgsRasterLayer | None]:
        with quiet_gdal():
            self.parameterDefinition(LAYERS).checkValueIsAcceptable(values.get(LAYERS), context)  # opens them
            return list(self.parameterAsLayerList(values, LAYERS, context))

    def check(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
        layers = self.valid_layers(values, context)
        if len(layers) < 2:
            raise InputError(
                tr("LAYERS names {} raster layers that can be read; give two or more.").format(len(layers))
            )
        two_dates.check_apart(layers)
        names = series_files.names(self.parameterAsString(values, NAMES, context), layers)
        change_rules.rules(self, values, context)
        super().check(values, context)
        folder = destinations.file_of(destinations.text_of(values.get(FOLDER), context))
        if folder:
            stems = series_files.stems(names)
            pairs = [(FOLDER, str(Path(folder) / name)) for stem in stems for name in series_files.of_pair(stem)]
            checks.check_apart([*self.targets(values, context), *pairs], self.sources(values, context))

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: Any) -> bool:  # noqa: N802
        given = self.given_layers(values, context)
        if len(given) < 2 or None in given:
            raise QgsProcessingException(tr("LAYERS names a layer that is no raster, or fewer than two."))
        self.layers = [own_copy(layer) for layer in given]
        self.doubt(two_dates.doubts(self.layers), feedback)
        self.read_area(values, context)
        return True

    def inputs(self) -> list[Input]:
        label = tr("Image {}")
        return [
            Input(label.format(number), layer.name(), dates.guess(layer)) for number, layer in enumerate(self.layers, 1)
        ]

    def reach(self, values: dict[str, Any], context: Any) -> float:
        return super().reach(values, context) + change_rules.reach(self, values, context)

    def run_layers(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        self.card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
        names = series_files.names(self.parameterAsString(values, NAMES, context), self.layers)
        rasters = self.rasters(values, context, feedback, scratch)
        folder = self.parameterAsString(values, FOLDER, context) if self.wanted(values, FOLDER) else ""
        steps = QgsProcessingMultiStepFeedback(len(rasters), feedback)
        pairs = [f"{earlier} – {later}" for earlier, later in zip(names, names[1:])]
        changes = self._pairs(values, context, steps, rasters, names, folder, scratch)
        steps.setCurrentStep(len(pairs))
        sources = tuple(RasterSource(path) for path in changes)
        job = FirstChangeJob(sources, tuple(pairs), self.staged_raster(values, FIRST, context))
        result = self.run_engine(job, steps)
        self.classes = tuple(ModelClass(total.name, total.color) for total in result.found.totals)
        for line in summary.short_lines(result):
            feedback.pushInfo(line)
        page = summary.short_html(self.request, result)
        return {
            FIRST: self.stage.target(job.first),
            **({FOLDER: folder} if folder else {}),
            **self.write_summary(values, context, page),
        }

    def _pairs(
        self, values: dict[str, Any], context: Any, steps: QgsProcessingMultiStepFeedback, rasters: list[EngineRaster],
        names: list[str], folder: str, scratch: Path,
    ) -> list[str]:  # fmt: skip
        """Runs the model on each pair; returns the change rasters. Without a folder, nothing else is made."""

        def at(name: str) -> str:
            return self.stage.at(Path(folder) / name) if folder else str(scratch / name)

        bands = checks.parse_bands(values.get(p.BANDS))
        model, cut = self.model(values, context), self.cut(values, context)
        where = self.where(rasters[0].crs, context, steps, scratch, rasters[0].path)
        pairing = Pairing(match=self.parameterAsBool(values, p.MATCH, context))
        rules = change_rules.rules(self, values, context)
        changes = []
        for index, stem in enumerate(series_files.stems(names)):
            steps.setCurrentStep(index)
            steps.pushInfo(tr("{} and {}:").format(names[index], names[index + 1]))
            change, probability, polygons = series_files.of_pair(stem)
            changes.append(at(change))
            features = str(scratch / "polygons.jsonl") if folder else ""
            before, after = (raster.source(bands) for raster in rasters[index : index + 2])
            paths = changes[-1], at(probability) if folder else "", features
            job = ChangeJob(model, before, after, pairing, where, cut, rules, *paths)
            result = self.run_engine(job, steps)
            for line in summary.log_lines(result, self.card):
                steps.pushInfo(line)
            if folder:
                measured, outlines = result.found.area_m2 is not None, styling.change_polygons()
                place = Path(at(polygons))
                series_files.write_geopackage(features, place, rasters[0].crs, measured, outlines, context, steps)
                classes = self.card.knows.classes
                kinds = ((change, styling.change_raster(classes)), (probability, styling.probability_raster()))
                for name, style in kinds:
                    series_files.keep_raster_style(at(name), Path(folder) / name, style)
        return changes

    def styles(self) -> dict[str, styling.Styler]:
        return {FIRST: styling.first_change(self.classes)}
