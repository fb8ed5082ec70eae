# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured of a trained model besides its accuracy, and written into its folder."""
