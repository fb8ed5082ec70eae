# SPDX-License-Identifier: GPL-3.0-or-later
"""What the algorithms have in common: checks, the engine's run, results, summary."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from .. import compat, settings, styling
from ..core.errors import EngineError, OutputError
from ..core.protocol import Job, Result
from ..engine.client import run_job
from ..engine.environment import find_python
from ..engine.features import write_features
from ..icons import icon, icon_path
from . import checks
from . import parameters as p
from .texts import tr


class EngineAlgorithm(QgsProcessingAlgorithm):
    """Base of all tools. A tool declares the upper-case names and its parameters, and has

    `run_tool(values, context, feedback, scratch)`, which does the work with `scratch` as a folder for
    files on the way, returns the algorithm's results and raises EngineError.
    """

    NAME = ""
    TITLE = ""
    ICON = ""
    TAGS = ""
    SHORT = ""
    HELP = ""
    SINKS: tuple[str, ...] = ()
    engine: Any = None
    """Has `run(job, feedback) -> Result`, as an engine that is kept alive; none: one process a run."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}
        self.created: list[str] = []

    def createInstance(self) -> EngineAlgorithm:  # noqa: N802
        made = type(self)()
        made.engine = self.engine
        return made

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:  # noqa: N802
        return tr(self.TITLE)

    def tags(self) -> list[str]:
        return self.TAGS.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(self.SHORT)

    def shortHelpString(self) -> str:  # noqa: N802
        return f"<p>{tr(self.SHORT)}</p>{tr(self.HELP)}"

    def helpUrl(self) -> str:  # noqa: N802
        return "https://github.com/lwganet-qgis/lwganet_qgis#readme"

    def icon(self) -> QIcon:
        return icon(self.ICON)

    def svgIconPath(self) -> str:  # noqa: N802
        return icon_path(self.ICON)

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        try:
            self.check(values, context)
        except EngineError as error:
            return False, str(error)
        return super().checkParameterValues(values, context)

    def check(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
        """What can be found wrong before any work. Raises EngineError."""
        sources = self.sources(values, context)
        for name, suffixes in self.file_targets():
            target = checks.file_of(_destination(values.get(name)))
            if target:
                checks.check_target(name, target, sources, suffixes)
        if self.engine is None:
            find_python(settings.engine_python(), settings.engine_folder())

    def sources(self, values: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """Files that are read, which no result may replace."""
        return []

    def file_targets(self) -> list[tuple[str, Sequence[str]]]:
        """Destinations, and the endings that each may have (none: any)."""
        return [(name, ()) for name in (*self.SINKS, p.OUTPUT_HTML)]

    def processAlgorithm(  # noqa: N802
        self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Not on the main thread."""
        results, problem = self._attempt(values, context, feedback)
        if problem:
            del values, context, feedback  # QGIS never lets go of the exception, nor this of its frame
            raise QgsProcessingException(problem)
        self.targets = {name: value for name, value in results.items() if isinstance(value, str)}
        return results

    def _attempt(
        self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[dict[str, Any], str]:
        """Results, or what went wrong."""
        try:
            with tempfile.TemporaryDirectory(prefix="lwganet-", dir=QgsProcessingUtils.tempFolder()) as scratch:
                return self.run_tool(values, context, feedback, Path(scratch)), ""
        except EngineError as error:
            self._undo()
            return {}, str(error)
        except Exception:
            self._undo()
            raise

    def _undo(self) -> None:
        for path in self.created:
            _remove(path)

    def run_engine(self, job: Job, feedback: Any, scratch: Path) -> Result:
        if self.engine is not None:
            result = self.engine.run(job, feedback)
        else:
            result = run_job(job, find_python(settings.engine_python(), settings.engine_folder()), feedback)
        self.created += [path for path in result.outputs.values() if not path.startswith(str(scratch))]
        return result

    def wanted(self, values: dict[str, Any], name: str) -> bool:
        """Whether an optional destination was asked for."""
        return bool(_destination(values.get(name)))

    def fill_sink(
        self, values: dict[str, Any], name: str, context: Any, feedback: Any, crs: QgsCoordinateReferenceSystem,
        fields: Sequence[tuple[str, str]], path: str, kind: Any = QgsWkbTypes.Type.Polygon,
    ) -> str:  # fmt: skip
        """Features of the engine into a sink, as polygons or as the points in their middle; returns the
        destination's id."""
        schema = QgsFields()
        for field_name, field_kind in fields:
            schema.append(compat.field(field_name, field_kind))
        sink, destination = self.open_sink(values, name, context, schema, kind, crs)
        names = [field_name for field_name, _ in fields]
        write_features(Path(path), names, sink, feedback, kind == QgsWkbTypes.Type.Point)
        del sink
        return destination

    def open_sink(
        self, values: dict[str, Any], name: str, context: Any, schema: QgsFields, kind: Any,
        crs: QgsCoordinateReferenceSystem,
    ) -> tuple[Any, str]:  # fmt: skip
        """Opened only now: a run that fails before leaves no file."""
        target = _destination(values.get(name))
        shared = target.startswith("ogr:") and os.path.exists(checks.file_of(target))
        sink, destination = self.parameterAsSink(values, name, context, schema, kind, crs)
        if sink is None:
            raise OutputError(tr("{} cannot be written; choose another file.").format(name))
        layer = context.temporaryLayerStore().mapLayer(destination)
        if layer is not None and not crs.isValid():
            layer.setCrs(crs)  # memory layers without a CRS are given EPSG:4326
        written = checks.file_of(destination)
        if os.path.isabs(written) and not shared:  # other layers of a database outlive a failed run
            self.created.append(written)
        return sink, destination

    def write_summary(self, values: dict[str, Any], context: Any, page: str) -> dict[str, str]:
        """The HTML page to where it is wanted."""
        if not self.wanted(values, p.OUTPUT_HTML):
            return {}
        path = self.parameterAsFileOutput(values, p.OUTPUT_HTML, context)
        try:
            Path(path).write_text(page, encoding="utf-8")
        except OSError as error:
            raise OutputError(tr("{} cannot be written: {}").format(p.OUTPUT_HTML, error)) from error
        return {p.OUTPUT_HTML: path}

    def styles(self) -> dict[str, styling.Styler]:
        """Style per output, from the lowest layer to the topmost."""
        return {}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: Any) -> dict[str, Any]:  # noqa: N802
        for order, (name, style) in enumerate(self.styles().items()):
            styling.style_on_load(context, self.targets.get(name, ""), style, order)
        return {}


def _destination(value: Any) -> str:
    """A destination's value as text; output definitions (from dialogs) hold it as a property."""
    if hasattr(value, "sink"):
        value = value.sink
    if hasattr(value, "staticValue"):
        value = value.staticValue()
    return str(value) if value else ""


def _remove(path: str) -> None:
    """A file and what GDAL writes beside it."""
    for name in (path, f"{path}.aux.xml"):
        try:
            os.unlink(name)
        except OSError:
            continue
