# SPDX-License-Identifier: GPL-3.0-or-later
from PyQt6.sip import *  # noqa: F403
