# SPDX-License-Identifier: GPL-3.0-or-later
"""The data sets, one file each: its files, its split, its samples, its loss and its measure."""
