# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the engine would run, and all that a ticket about it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsProcessingOutputString

from ..core.errors import EngineError, OutputError
from ..engine.setup.diagnosis import diagnose
from ..engine.setup.verify import Listener
from ..texts import tr
from .bases.engine import EngineAlgorithm
from .parameters import shared as p
from .reports import engine as report

OUTPUT_JSON, REPORT, JSON = "OUTPUT_JSON", "REPORT", "JSON"


class CheckEngine(EngineAlgorithm):
    NAME = "checkengine"
    GROUP = "models"
    PAGE = "engine.md"
    TITLE = "Check the engine"
    ICON = "lwganet"
    TAGS = "engine,test,diagnosis,versions,gpu,cuda,directml,onnx runtime,python,support,lwganet"
    SHORT = "Says whether the engine runs here, with which Python, versions and devices, and how fast."
    HELP = (
        "<p>Runs a tiny network by every runtime on every device and compares its numbers with known ones. The report "
        "is what a ticket about the engine needs. Where the engine would not run the tool fails, after it has "
        "written the report; from qgis_process its exit code is then 1.</p>"
    )
    NEEDS_ENGINE = False

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.addParameter(p.html())
        self.addParameter(p.file(OUTPUT_JSON, tr("Report as JSON"), tr("JSON files") + " (*.json)", True))
        self.addOutput(QgsProcessingOutputString(REPORT, tr("Report")))
        self.addOutput(QgsProcessingOutputString(JSON, tr("Report as JSON")))

    def file_targets(self) -> list[tuple[str, Any]]:
        return [*super().file_targets(), (OUTPUT_JSON, ())]

    def run_tool(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        found = diagnose(Listener(feedback.isCanceled, feedback.pushDebugInfo))
        lines, text = report.lines(found, Qgis.QGIS_VERSION), report.as_json(found, Qgis.QGIS_VERSION)
        for line in lines:
            feedback.pushInfo(line)
        page = report.html(self.displayName(), found, Qgis.QGIS_VERSION)
        written = {**self.write_summary(values, context, page), **self._write_json(values, context, text)}
        if found.problem:
            self.stage.place()  # a report of a failure is wanted all the more
            raise EngineError(found.problem)
        return {REPORT: "\n".join(lines), JSON: text, **written}

    def _write_json(self, values: dict[str, Any], context: Any, text: str) -> dict[str, str]:
        if not self.wanted(values, OUTPUT_JSON):
            return {}
        path = self.parameterAsFileOutput(values, OUTPUT_JSON, context)
        try:
            Path(self.stage.at(path)).write_text(text, encoding="utf-8")
        except OSError as error:
            raise OutputError(tr("{} cannot be written: {}").format(OUTPUT_JSON, error)) from error
        return {OUTPUT_JSON: path}
