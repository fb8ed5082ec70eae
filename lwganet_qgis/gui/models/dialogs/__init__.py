# SPDX-License-Identifier: GPL-3.0-or-later
"""What the models window asks: whether terms are accepted, which catalogues there are."""
