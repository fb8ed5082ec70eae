# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of LWGANet in QGIS's options."""
