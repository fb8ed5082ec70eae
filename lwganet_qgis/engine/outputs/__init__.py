# SPDX-License-Identifier: GPL-3.0-or-later
"""Results made aside and put in place together."""
