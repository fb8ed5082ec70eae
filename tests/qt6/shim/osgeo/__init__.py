# SPDX-License-Identifier: GPL-3.0-or-later
from qgis.standin import StandIn

gdal, ogr, osr = StandIn(), StandIn(), StandIn()
