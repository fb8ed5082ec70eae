# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools that answer for every pixel share: a class raster, a score raster, polygons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...core.protocol import Job, Result
from ...engine.layers.inputs import EngineRaster
from ..parameters import shared as p
from .model import RasterAlgorithm


class DenseAlgorithm(RasterAlgorithm):
    """A tool declares what its score raster is called and what its polygons say."""

    SCORE = ""
    FIELDS: Sequence[tuple[str, str]] = ()
    SINKS = (p.POLYGONS,)

    def outputs(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, scratch: Path
    ) -> dict[str, Any]:
        outputs = {"output": self.staged_raster(values, p.OUTPUT, context)}
        if self.wanted(values, self.SCORE):
            outputs["confidence"] = self.staged_raster(values, self.SCORE, context)
        if self.wanted(values, p.POLYGONS):
            outputs["features"] = str(scratch / "polygons.jsonl")
        return outputs

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: Job, result: Result
    ) -> dict[str, Any]:
        results = {p.OUTPUT: self.stage.target(job.output)}
        if job.confidence:
            results[self.SCORE] = self.stage.target(job.confidence)
        if job.features:
            results[p.POLYGONS] = self.fill_sink(
                values, p.POLYGONS, context, feedback, raster.crs, self.FIELDS, job.features
            )
        return results
