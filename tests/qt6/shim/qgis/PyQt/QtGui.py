# SPDX-License-Identifier: GPL-3.0-or-later
from PyQt6.QtGui import *  # noqa: F403
