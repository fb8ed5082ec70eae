# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks, one file a family, of shared layers: backbones, and decoders on any of them."""
