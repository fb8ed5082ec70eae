# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed in: the files, the report with its pictures and pages, the run in the history."""
