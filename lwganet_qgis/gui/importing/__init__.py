# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that imports a model."""
