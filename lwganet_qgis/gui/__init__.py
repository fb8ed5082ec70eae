# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows of the desktop. qgis_process never imports them."""
