# SPDX-License-Identifier: GPL-3.0-or-later
"""Widgets of the tools' parameters: in their dialogs, in batches and in the Model Designer."""
