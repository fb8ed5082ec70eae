# SPDX-License-Identifier: GPL-3.0-or-later
"""What the algorithms have in common: checks, the engine's run, results, summary."""

from __future__ import annotations

import os
import weakref
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QThread
from qgis.PyQt.QtGui import QIcon

from ... import settings, styling
from ...core import __version__
from ...core.errors import Cancelled, EngineError, OutputError
from ...core.jobs.parts.job import Job
from ...engine.client import run_job
from ...engine.environment import EnvironmentFault, find_python
from ...engine.offer import offer
from ...engine.outputs import columns
from ...engine.outputs.features import write_features
from ...engine.outputs.fields import Fields, schema
from ...engine.outputs.leftovers import SCRATCH
from ...engine.outputs.own_folder import OwnFolder
from ...engine.outputs.sink import Sink
from ...engine.outputs.stage import Stage
from ...engine.outputs.styles import put_beside, raster_style
from ...icons import icon, icon_path
from ...texts import told, tr
from ..outputs import destinations
from ..outputs.sinks import KeepStyle, open_sink, vector_endings
from ..outputs.viewer import Origin, name_result
from ..parameters import checks, given
from ..parameters import shared as p
from ..reports.request import Input, Request

Result = TypeVar("Result")
MANUAL = "https://github.com/lwganet-qgis/lwganet_qgis/blob/main/docs/"


class EngineAlgorithm(QgsProcessingAlgorithm):
    """Base of all tools. A tool declares the upper-case names and its parameters, and has

    `run_tool(values, context, feedback, scratch)`, which does the work with `scratch` as a folder for
    files on the way, returns the algorithm's results and raises EngineError.
    """

    NAME = ""
    GROUP = ""
    TITLE = ""
    ICON = ""
    TAGS = ""
    SHORT = ""
    HELP = ""
    PAGE = "dialogs.md"
    """Of the manual, for the dialog's Help button."""
    SINKS: tuple[str, ...] = ()
    LAYERS: tuple[str, ...] = ()
    """Vector layers that it is about."""
    NEEDS_ENGINE = True
    engine: Any = None
    """Has `run(job, feedback)`, as an engine that is kept alive; none: one process a run."""

    origin: Origin | None = None
    """Of which it is a copy."""
    request: Request | None = None

    def __init__(self) -> None:
        super().__init__()
        self.loaded: dict[str, str] = {}
        self.keep_style: dict[str, KeepStyle] = {}
        """By output: what keeps a style with its file, when that is whole."""
        self.stage, self.scratch = Stage(self.TITLE), Path()
        self.schemas: dict[str, QgsFields] = {}

    def createInstance(self) -> EngineAlgorithm:  # noqa: N802
        made = type(self)()
        made.engine, made.origin = self.engine, weakref.ref(self)
        return made

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:  # noqa: N802
        return tr(self.TITLE)

    def groupId(self) -> str:  # noqa: N802
        return self.GROUP

    def group(self) -> str:
        names = {"detect": tr("Detect"), "change": tr("Change"), "models": tr("Models"), "quality": tr("Quality")}
        return names[self.GROUP]

    def tags(self) -> list[str]:
        return self.TAGS.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(self.SHORT)

    def shortHelpString(self) -> str:  # noqa: N802
        return f"<p>{tr(self.SHORT)}</p>{tr(self.HELP)}"

    def helpUrl(self) -> str:  # noqa: N802
        return MANUAL + self.PAGE

    def icon(self) -> QIcon:
        return icon(self.ICON)

    def svgIconPath(self) -> str:  # noqa: N802
        return icon_path(self.ICON)

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        try:
            self.check(values, context)
        except EnvironmentFault as error:
            return False, offer.tell(str(error))
        except EngineError as error:
            return False, told(error)
        return super().checkParameterValues(values, context)

    def check(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
        """What can be found wrong before any work. Raises EngineError."""
        targets = self.targets(values, context)
        endings = dict(self.file_targets())
        for name, target in targets:
            checks.check_target(name, target, endings.get(name, ()))
        checks.check_apart(targets, self.sources(values, context))
        if self.NEEDS_ENGINE:
            settings.check()
        if self.NEEDS_ENGINE and self.engine is None:
            find_python(settings.engine_python(), settings.engine_folder())
            offer.reason = ""

    def sources(self, values: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """What is read, which no result may replace."""
        kinds = (QgsProcessingParameterFeatureSource.typeName(), QgsProcessingParameterVectorLayer.typeName())
        names = [definition.name() for definition in self.parameterDefinitions() if definition.type() in kinds]
        given = {name: getattr(values[name], "source", values[name]) for name in names if values.get(name)}
        layers = [
            value if isinstance(value, QgsMapLayer) else self.parameterAsVectorLayer(given, name, context)
            for name, value in given.items()
        ]
        return [layer.source() for layer in layers if layer is not None]

    def file_targets(self) -> list[tuple[str, Sequence[str]]]:
        """Destinations, and the endings that each may have (none: any)."""
        return [*((name, vector_endings()) for name in self.SINKS), (p.OUTPUT_HTML, ())]

    def targets(self, values: dict[str, Any], context: QgsProcessingContext) -> list[tuple[str, str]]:
        """Parameter and file of each destination that is one: where two name one file, neither would survive."""
        found = []
        for name, _ in self.file_targets():
            target = destinations.text_of(values.get(name), context)
            path = destinations.file_of(target)
            if name in self.SINKS and path and not Path(path).suffix:
                path += f".{QgsProcessingUtils.defaultVectorExtension()}"  # as QGIS does
            if path and not (destinations.table_of(target)[0] and os.path.exists(path)):
                found.append((name, path))
        return found

    def processAlgorithm(  # noqa: N802
        self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Not on the main thread."""
        results, problem = self._attempt(values, context, feedback)
        if problem:
            _close_opened(values, context)
            del values, context, feedback  # QGIS never lets go of the exception, nor this of its frame
            raise QgsProcessingException(problem)
        self.loaded = {name: value for name, value in results.items() if isinstance(value, str)}
        return results

    def _attempt(
        self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[dict[str, Any], str]:
        """Results, or what went wrong."""
        try:
            own, self.stage = OwnFolder(QgsProcessingUtils.tempFolder(), SCRATCH), Stage(self.displayName())
            with own as self.scratch, self.stage:
                for _, target in self.targets(values, context):
                    self.stage.at(target)
                results = self.run_tool(values, context, feedback, self.scratch)
                if feedback.isCanceled():
                    raise Cancelled(tr("The run was cancelled."))
                for name, style in self.all_styles().items():
                    if name in self.keep_style:
                        self.keep_style[name](style)
                self.stage.place()
                return results, ""
        except EngineError as error:
            if isinstance(error, EnvironmentFault) and self.engine is None:
                offer.tell(str(error))
            return {}, self.stage.target(told(error))

    def run_engine(self, job: Job[Result], feedback: Any) -> Result:
        if self.engine is not None:
            return self.engine.run(job, feedback)
        return run_job(job, find_python(settings.engine_python(), settings.engine_folder()), feedback)

    def wanted(self, values: dict[str, Any], name: str) -> bool:
        """Whether an optional destination was asked for."""
        return bool(destinations.text_of(values.get(name)))

    def staged_raster(self, values: dict[str, Any], name: str, context: Any) -> str:
        """Where to write a raster destination; `stage.target` tells its final path."""
        target = self.parameterAsOutputLayer(values, name, context)
        path = self.stage.at(target)
        self.keep_style[name] = lambda style: put_beside(Path(path), Path(target), raster_style(path, style))
        return path

    def fill_sink(
        self, values: dict[str, Any], name: str, context: Any, feedback: Any, crs: QgsCoordinateReferenceSystem,
        fields: Fields, path: str, kind: Any = QgsWkbTypes.Type.Polygon,
    ) -> str:  # fmt: skip
        """Features of the engine into a sink, as polygons or as the points in their middle; returns the
        destination's id."""
        sink, destination = self.open_sink(values, name, context, feedback, schema(fields), kind, crs)
        write_features(Path(path), fields, sink, kind == QgsWkbTypes.Type.Point)
        sink.close()
        return destination

    def open_sink(
        self, values: dict[str, Any], name: str, context: Any, feedback: Any, fields: QgsFields, kind: Any,
        crs: QgsCoordinateReferenceSystem,
    ) -> tuple[Sink, str]:  # fmt: skip
        """A sink, to be closed when it has all features, and its destination's id."""
        self.schemas[name] = fields
        sink, destination, keep = open_sink(self, self.stage, values, name, context, feedback, fields, kind, crs)
        self.keep_style[name] = keep
        return sink, destination

    def remember(
        self, values: dict[str, Any], context: QgsProcessingContext, inputs: Sequence[Input], measured: bool
    ) -> None:
        """What is asked for, to be told in the summary; on the main thread. `measured`: sizes are in metres."""
        said = given.settings(self, values, context, self.LAYERS, measured)
        versions = f"LWGANet for QGIS {__version__}, QGIS {Qgis.QGIS_VERSION}"
        self.request = Request(self.displayName(), tuple(inputs), tuple(said), versions, datetime.now())

    def write_summary(self, values: dict[str, Any], context: Any, page: str) -> dict[str, str]:
        """The HTML page to where it is wanted."""
        if not self.wanted(values, p.OUTPUT_HTML):
            return {}
        path = self.parameterAsFileOutput(values, p.OUTPUT_HTML, context)
        made = Path(self.stage.at(path))
        try:
            made.write_text(page, encoding="utf-8")
        except OSError as error:
            raise OutputError(tr("{} cannot be written: {}").format(p.OUTPUT_HTML, error)) from error
        return {p.OUTPUT_HTML: path}

    def styles(self) -> dict[str, styling.Styler]:
        """Style per output, from the lowest layer to the topmost."""
        return {}

    def all_styles(self) -> dict[str, styling.Styler]:
        """The same with what is said of fields, where there are any."""
        return {
            name: columns.dressed(self.schemas[name], self.known_classes(), style) if name in self.schemas else style
            for name, style in self.styles().items()
        }

    def known_classes(self) -> Sequence[str]:
        """What the fields with classes hold, where that is known."""
        return ()

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: Any) -> dict[str, Any]:  # noqa: N802
        group = self.displayName() if self.request is None else self.request.heading
        name_result(self.origin, p.OUTPUT_HTML, group)
        for order, (name, style) in enumerate(self.all_styles().items()):
            styling.style_on_load(context, self.loaded.get(name, ""), style, group, order)
        return {}


def _close_opened(values: dict[str, Any], context: QgsProcessingContext) -> None:
    """Closes layers that were opened for parameters, given as files: QGIS keeps the callers' frames of a run that
    fails as well, and with them its context and all that this holds."""
    given = [part for value in values.values() for part in (value if isinstance(value, (list, tuple)) else [value])]
    named, store = {part for part in given if isinstance(part, str)}, context.temporaryLayerStore()
    for layer in list(store.mapLayers().values()):
        if layer.source() in named and layer.thread() == QThread.currentThread():
            store.removeMapLayer(layer.id())
