# SPDX-License-Identifier: GPL-3.0-or-later
"""Models that can be had: catalogues, what comes from elsewhere, other formats. Standard library alone, no network."""
