# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues by QGIS's network, and the models at hand as entries of one."""
