# SPDX-License-Identifier: GPL-3.0-or-later
"""The tabs beside the maps, one file a panel; each shows the state or a review."""
