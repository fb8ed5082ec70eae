# SPDX-License-Identifier: GPL-3.0-or-later
"""How right the bundled models are: the shipped tools, on the shipped files, on data that no model was trained on.

``python -m tools.accuracy [MODEL ...] [--data FOLDER]`` writes the figures into the models' cards and
docs/accuracy.md. It is the only program that looks at test data, beside baselines that a user would tune; results
are decoded and compared by NumPy, GDAL and shapely alone.
"""
