# SPDX-License-Identifier: GPL-3.0-or-later
"""Values to and from JSON, each field checked by what it says of itself. Standard library alone."""
