# SPDX-License-Identifier: GPL-3.0-or-later
"""LWGANet for QGIS: light-weight remote-sensing networks as map tools."""

import sys
import traceback


def classFactory(iface):  # noqa: N802 (QGIS calls it so)
    """Entry point of the plugin; `iface` is None-like in qgis_process."""
    try:
        from .plugin import LwganetPlugin
    except Exception:
        # qgis_process swallows it, and then says that there is no such algorithm.
        traceback.print_exc(file=sys.stderr)
        raise
    return LwganetPlugin(iface)
