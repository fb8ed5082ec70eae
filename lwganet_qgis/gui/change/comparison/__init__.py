# SPDX-License-Identifier: GPL-3.0-or-later
"""What is compared: two images of two dates, how, and whether they go together."""
