# SPDX-License-Identifier: GPL-3.0-or-later
"""Checkpoints for tests of the import."""

from __future__ import annotations

import torch

from lwganet_qgis.models.importing.file import import_file
from lwganet_qgis.models.importing.parts.labels import Wishes
from lwganet_qgis.models.importing.parts.request import Request


def prefixed(state, prefix):
    return {prefix + key: value for key, value in state.items()}


def saved(path, data, **how):
    torch.save(data, path, **how)
    return path


def imported(path, out, dataset="", name="", **wishes):
    return import_file(Request(path, out, Wishes(dataset, **wishes), name))
