# SPDX-License-Identifier: GPL-3.0-or-later
"""A run in a tool's dialog, as its log and its bar show it."""

import re

import numpy as np
import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent

from ..patience import patient
from . import rasters

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")


@pytest.fixture
def pair(tmp_path):
    coarse = np.random.default_rng(1).integers(0, 200, (3, 44, 44)).repeat(4, 1).repeat(4, 2).astype(np.uint8)
    return [
        rasters.write(tmp_path / f"{at}.tif", np.ascontiguousarray(coarse[:, at : at + 160, at : at + 160]))
        for at in (8, 5)
    ]


def ran(dialog, qtbot):
    """The log of a run, and what its bar went through: (value, maximum)."""
    from qgis.PyQt.QtWidgets import QProgressBar, QTextEdit

    bars, bar = [], dialog.findChild(QProgressBar)
    dialog.runAlgorithm()
    bars.append((bar.value(), bar.maximum()))
    bar.valueChanged.connect(lambda _: bars.append((bar.value(), bar.maximum())))
    qtbot.waitUntil(dialog.wasExecuted, timeout=int(1000 * patient(60)))
    QgsApplication.processEvents()
    return dialog.findChild(QTextEdit, "txtLog").toPlainText(), bars


def test_the_log_of_a_check_is_for_people(pair, qtbot):
    import processing

    dialog = processing.createAlgorithmDialog("lwganet:checkpair", {"BEFORE": pair[0], "AFTER": pair[1]})
    dialog.show()
    text, bars = ran(dialog, qtbot)
    assert "the later image is off by 4.24 pixels" in text, text
    results = text[text.index("Results") :]
    assert '{"' not in text and "REPORT" not in results
    assert not re.search(r"\d\.\d{9}", results), results
    assert bars[0] == (0, 0) and (0, 100) not in bars[:-1], f"0 % instead of a busy bar: {bars}"
    dialog.close()
    QgsApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("tool", ["segmentimage", "detectobjects"])
def test_the_bar_is_busy_until_something_is_known(tool, image, qtbot):
    import processing

    dialog = processing.createAlgorithmDialog(f"lwganet:{tool}", {"INPUT": image})
    dialog.show()
    _, bars = ran(dialog, qtbot)
    assert bars[0] == (0, 0) and (0, 100) not in bars[:-1] and (100, 100) in bars, bars
    dialog.close()
    QgsApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_scripts_still_get_the_report(pair):
    import json

    import processing

    found = processing.run("lwganet:checkpair", {"BEFORE": pair[0], "AFTER": pair[1]})
    shift = json.loads(found["REPORT"])["shift"]
    assert found["SHIFT_X"] == pytest.approx(shift["x"], rel=1e-5) and shift["windows"][0]["agrees"]
