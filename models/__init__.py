# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks (PyTorch), their training and their export."""

from .registry import create_model, list_models

__all__ = ["create_model", "list_models"]
