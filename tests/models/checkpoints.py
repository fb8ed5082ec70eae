# SPDX-License-Identifier: GPL-3.0-or-later
"""Checkpoints for tests of the import."""

from __future__ import annotations

import torch

from lwganet_qgis.models.importing.checkpoint import import_checkpoint
from lwganet_qgis.models.importing.labels import Wishes
from lwganet_qgis.models.importing.request import Request


def prefixed(state, prefix):
    return {prefix + key: value for key, value in state.items()}


def saved(path, data, **how):
    torch.save(data, path, **how)
    return path


def imported(path, out, dataset="", name="", **wishes):
    return import_checkpoint(Request(path, out, Wishes(dataset, **wishes), name))
