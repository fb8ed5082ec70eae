# SPDX-License-Identifier: GPL-3.0-or-later
"""Rotated boxes: their overlap, which of them are one object, how good they are."""
