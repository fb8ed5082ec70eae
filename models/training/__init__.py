# SPDX-License-Identifier: GPL-3.0-or-later
"""Training from a recipe: data sets, augmentation, losses, metrics and the loop."""
