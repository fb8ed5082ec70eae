# SPDX-License-Identifier: GPL-3.0-or-later
"""What imports of checkpoints and of graphs have in common."""
