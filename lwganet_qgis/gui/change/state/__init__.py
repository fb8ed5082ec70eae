# SPDX-License-Identifier: GPL-3.0-or-later
"""What the change window knows and does; it works without a screen."""
