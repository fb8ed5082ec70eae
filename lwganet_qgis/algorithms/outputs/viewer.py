# SPDX-License-Identifier: GPL-3.0-or-later
"""What results are called in QGIS's Results Viewer."""

from __future__ import annotations

import weakref

from qgis.core import QgsProcessingAlgorithm
from qgis.PyQt import sip

Origin = weakref.ReferenceType[QgsProcessingAlgorithm]


def name_result(origin: Origin | None, output: str, name: str) -> None:
    """The viewer takes the description that the output has in the tool that a dialog holds; what runs is a copy.

    `origin`: the tool that was copied, which may be gone.
    """
    held = origin() if origin is not None else None
    if held is None or sip.isdeleted(held):
        return
    definition = held.outputDefinition(output)
    if definition is not None:
        definition.setDescription(name)
