# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools of the Processing provider, one file each. A new tool's line goes in here, and nowhere else in QGIS."""

from __future__ import annotations

TOOLS = (
    "classify.ClassifyScenes",
    "segment.SegmentImage",
    "change.DetectChange",
    "change_polygons.ChangePolygons",
    "change_series.ChangeSeries",
    "pair.CheckPair",
    "detect.DetectObjects",
    "suppress.NonMaximumSuppression",
    "accuracy.DetectionAccuracy",
    "importing.ImportCheckpoint",
    "check_engine.CheckEngine",
    "install_engine.InstallEngine",
)
"""File and class of each, in the order in which people meet them."""
