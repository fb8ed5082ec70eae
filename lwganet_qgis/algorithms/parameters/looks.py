# SPDX-License-Identifier: GPL-3.0-or-later
"""How parameters look in dialogs, as their metadata. Scripts' values and the kinds of parameters stay what they are.

QGIS before 3.40 or so knows the `class` alone, later ones `widget_type` as well. Nothing of a window is imported here.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

ROOT = __package__.rpartition(".algorithms.")[0]
WRAPPER = f"{ROOT}.gui.parameters.kinds.Wrapper"


def looking(parameter: QgsProcessingParameterDefinition, kind: str, **options: Any) -> QgsProcessingParameterDefinition:
    """The parameter with a widget of ours; `kind` and `options` are those of `gui.parameters.kinds`."""
    if "words" in options:  # a map of Qt's would lose their order
        options["words"] = [list(pair) for pair in options["words"].items()]
    parameter.setMetadata({"widget_wrapper": {"class": WRAPPER, "widget_type": f"lwganet_{kind}", **options}})
    return parameter
