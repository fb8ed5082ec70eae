# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine: rasters in windows, tiles through a model, layers out."""

__version__ = "0.1.0"
