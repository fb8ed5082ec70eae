# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs a model, one file a runtime."""
