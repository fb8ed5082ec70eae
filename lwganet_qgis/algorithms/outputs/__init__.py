# SPDX-License-Identifier: GPL-3.0-or-later
"""Where results go: destinations, sinks, files of a series."""
