# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools of the Processing provider."""
