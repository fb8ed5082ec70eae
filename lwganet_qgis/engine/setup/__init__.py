# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes an engine: an environment of its own, from a lock with hashes, kept only once it has computed right."""
