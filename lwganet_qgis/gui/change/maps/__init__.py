# SPDX-License-Identifier: GPL-3.0-or-later
"""The two maps, and the bar above them."""
