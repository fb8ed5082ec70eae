# SPDX-License-Identifier: GPL-3.0-or-later
"""Model folders: their cards, their files, the data sets that models are trained on. Standard library alone."""
