# SPDX-License-Identifier: GPL-3.0-or-later
"""As QGIS 4 has it: Qt 6 under names of its own. Of QGIS itself, what windows are made of; the rest are stand-ins."""
