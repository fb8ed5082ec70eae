# SPDX-License-Identifier: GPL-3.0-or-later
"""What jobs, and results, are made of, and how they travel."""
