# SPDX-License-Identifier: GPL-3.0-or-later
"""Parameters that tools share, and what can be found wrong with their values before any work."""
