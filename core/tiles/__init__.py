# SPDX-License-Identifier: GPL-3.0-or-later
"""How a raster is cut for a network, and how what the network says is put together again."""
