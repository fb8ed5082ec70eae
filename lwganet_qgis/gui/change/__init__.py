# SPDX-License-Identifier: GPL-3.0-or-later
"""The two-date change window: choose, look, preview, tune, review, hand in."""
