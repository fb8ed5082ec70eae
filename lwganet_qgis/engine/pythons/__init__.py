# SPDX-License-Identifier: GPL-3.0-or-later
"""Pythons on this computer: what a file is, which kinds of engine there are, which are set up. Nothing is installed."""
