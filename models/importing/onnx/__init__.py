# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign graphs: their files, what they say of themselves, what they do, and our form around them."""
