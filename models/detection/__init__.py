# SPDX-License-Identifier: GPL-3.0-or-later
"""Oriented R-CNN and its parts: pyramid, proposals, regions, coders of boxes, suppression."""
