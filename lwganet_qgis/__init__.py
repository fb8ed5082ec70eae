# SPDX-License-Identifier: GPL-3.0-or-later
"""LWGANet for QGIS: light-weight remote-sensing networks as map tools."""


def classFactory(iface):  # noqa: N802 (QGIS calls it so)
    """Entry point of the plugin; `iface` is None-like in qgis_process."""
    from .plugin import LwganetPlugin

    return LwganetPlugin(iface)
