# SPDX-License-Identifier: GPL-3.0-or-later
"""From a network's output to layers, one module a task."""
