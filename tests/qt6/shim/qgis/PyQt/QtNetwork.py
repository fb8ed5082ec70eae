# SPDX-License-Identifier: GPL-3.0-or-later
from PyQt6.QtNetwork import *  # noqa: F403
