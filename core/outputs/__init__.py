# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that appear whole or not at all, and the features of the engine's vector files."""
