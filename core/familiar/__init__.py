# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a model knows what it is shown."""
