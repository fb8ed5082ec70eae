# SPDX-License-Identifier: GPL-3.0-or-later
"""The models window: what is at hand, what can be had, and what each knows; the same page beside every choice."""
