# SPDX-License-Identifier: GPL-3.0-or-later
"""From a trained network to a model folder: deploy form, weights, graph, card."""
