# SPDX-License-Identifier: GPL-3.0-or-later
"""The QGIS side of the engine: which Python, the process, the job."""
