# SPDX-License-Identifier: GPL-3.0-or-later
from PyQt6.QtGui import QAction, QActionGroup, QShortcut  # noqa: F401  (QGIS 4 keeps them here as well)
from PyQt6.QtWidgets import *  # noqa: F403
