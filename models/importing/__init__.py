# SPDX-License-Identifier: GPL-3.0-or-later
"""Published checkpoints and foreign graphs into model folders: read, recognised, compared, then named."""
