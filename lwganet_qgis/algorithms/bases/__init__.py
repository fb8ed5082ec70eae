# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools have in common, from the engine's run to the model's."""
