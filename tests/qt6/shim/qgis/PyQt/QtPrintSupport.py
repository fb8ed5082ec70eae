# SPDX-License-Identifier: GPL-3.0-or-later
from PyQt6.QtPrintSupport import *  # noqa: F403
