# SPDX-License-Identifier: GPL-3.0-or-later
"""One review: its GeoPackage, and the table of changes to decide on."""
