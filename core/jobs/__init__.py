# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of the engine and what it answers: one job and one result a tool.

The one thing that both sides use, so: standard library alone, Python 3.9 syntax.
"""
