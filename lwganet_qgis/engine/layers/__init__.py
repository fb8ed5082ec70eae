# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers as files that the engine can open, as QGIS shows them."""
