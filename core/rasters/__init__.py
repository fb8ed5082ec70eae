# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters as streams of windows: where their pixels lie, what they hold, how they are read and written."""
