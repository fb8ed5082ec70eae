# SPDX-License-Identifier: GPL-3.0-or-later
"""What the outputs of graphs are, and how they are brought to those of model folders."""
