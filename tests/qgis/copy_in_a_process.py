# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies a layer as the tools do, in a QGIS of its own: FOLDER OF THE PLUGIN, URI, PROVIDER, EXTENT, GSD, TARGET."""

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingFeedback, QgsRasterLayer, QgsRectangle

plugins, uri, provider, extent, gsd, target = sys.argv[1:]
sys.path.insert(0, plugins)
application = QgsApplication([], False)
application.initQgis()
from lwganet_qgis.engine.layers.copy_grid import grid_of  # noqa: E402
from lwganet_qgis.engine.layers.layer_copy import copy_layer  # noqa: E402

layer = QgsRasterLayer(uri, "layer", provider)
grid = grid_of(layer, QgsRectangle(*map(float, extent.split(","))), float(gsd))
copy_layer(layer, grid, Path(target), QgsProcessingFeedback())
print("copied", flush=True)
os._exit(0)  # QGIS may crash on its way out
