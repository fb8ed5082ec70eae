# SPDX-License-Identifier: GPL-3.0-or-later
"""A sink for features whose success is believed only after they were read back.

QGIS's own sinks write the last features when they are thrown away, and say nothing of what fails then.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsFeature, QgsFeatureSink, QgsProcessingContext, QgsProcessingUtils

from ...core.errors import Cancelled, OutputError
from ...texts import tr
from ..layers.unstyled import quiet_gdal

SCARCE = 16 << 20
"""Bytes: a disk with less room is called full."""


class Sink:
    """Takes features for a layer, file or table, named `target` in messages.

    `made` is the layer's source where it is written now: a file (and ``|layername=``), or an id in the context.
    """

    def __init__(self, sink: Any, made: str, target: str, context: QgsProcessingContext, feedback: Any) -> None:
        self._sink, self._made, self._target = sink, made, target
        self._context, self._feedback = context, feedback
        self.count = 0

    def add(self, feature: QgsFeature) -> None:
        """Raises OutputError, or Cancelled."""
        if self._feedback.isCanceled():
            raise Cancelled(tr("The run was cancelled."))
        with quiet_gdal():
            taken = self._sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
            if not taken:
                self._feedback.pushDebugInfo(self._sink.lastError())  # a library's words, often SQL
                self._sink = None  # what it says when it ends is of no more use
        if not taken:
            raise OutputError(self._lost(tr("a feature could not be written")))
        self.count += 1

    def close(self) -> None:
        """Writes what waits and reads all of it back. Raises OutputError where it is not there."""
        with quiet_gdal():
            self._sink = None
        found = self._found()
        if found != self.count:
            raise OutputError(self._lost(tr("{} of {} features arrived").format(max(found, 0), self.count)))

    def _found(self) -> int:
        path, _, options = self._made.partition("|")
        if Path(path).is_file():
            return features_of(path, options.partition("layername=")[2].partition("|")[0])
        layer = QgsProcessingUtils.mapLayerFromString(self._made, self._context)
        return -1 if layer is None else int(layer.featureCount())

    def _lost(self, what: str) -> str:
        folder = Path(self._made.partition("|")[0]).parent
        full = folder.is_dir() and shutil.disk_usage(folder).free < SCARCE
        why = tr("the disk is full") if full else tr("is the disk full, or the file open elsewhere?")
        return tr("{} cannot be written: {} ({}). Nothing was kept.").format(self._target, what, why)


def features_of(path: str, name: str = "") -> int:
    """How many features of a vector file can be read, one by one; -1: it is none."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
        layer = None if dataset is None else dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
        return -1 if layer is None else sum(1 for _ in layer)
    except RuntimeError:  # where another plugin has switched GDAL's exceptions on
        return -1
    finally:
        gdal.PopErrorHandler()
