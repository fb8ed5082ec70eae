# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run found, in words, tables and pictures."""
