# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools that answer for every pixel share: a class raster, a score raster, polygons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...engine.layers.inputs import EngineRaster
from ...engine.outputs.fields import Fields, in_unit
from ..parameters import shared as p
from .model import ModelAlgorithm


class DenseAlgorithm(ModelAlgorithm):
    """A tool declares what its score raster is called and what its polygons say."""

    SCORE = ""
    FIELDS: Fields = ()
    SINKS = (p.POLYGONS,)

    def paths(self, values: dict[str, Any], context: Any, scratch: Path) -> tuple[str, str, str]:
        """Where the engine writes the result raster, the score raster and the polygons; empty: not wanted."""
        scores = self.staged_raster(values, self.SCORE, context) if self.wanted(values, self.SCORE) else ""
        polygons = str(scratch / "polygons.jsonl") if self.wanted(values, p.POLYGONS) else ""
        return self.staged_raster(values, p.OUTPUT, context), scores, polygons

    def results(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, paths: tuple[str, str, str],
        measured: bool,
    ) -> dict[str, Any]:  # fmt: skip
        """Results of the algorithm, once the engine has written to these paths."""
        output, scores, polygons = paths
        found = {p.OUTPUT: self.stage.target(output)}
        if scores:
            found[self.SCORE] = self.stage.target(scores)
        if polygons:
            found[p.POLYGONS] = self.fill_sink(
                values, p.POLYGONS, context, feedback, raster.crs, in_unit(self.FIELDS, measured), polygons
            )
        return found
