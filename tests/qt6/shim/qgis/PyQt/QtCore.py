# SPDX-License-Identifier: GPL-3.0-or-later
from PyQt6.QtCore import *  # noqa: F403
