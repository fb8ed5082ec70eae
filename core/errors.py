# SPDX-License-Identifier: GPL-3.0-or-later
"""Failures that a user can do something about: one root, one child per cause.

Each message names what is wrong and what to change. `kind` travels over the worker's pipe, so
that the other side can tell causes apart without reading messages.
"""

from __future__ import annotations


class EngineError(Exception):
    """Root of everything the engine reports to a person."""

    kind = "engine"
    path = ""
    """The file that is at fault, where the other side may help with it."""

    @property
    def text(self) -> str:
        """What it says, as a `core.sentences.Sentence` where it was one."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class InputError(EngineError):
    """A raster, band, extent or parameter cannot be used as asked."""

    kind = "input"


class UnreadableRaster(InputError):
    """The engine's GDAL cannot open or read the raster at `path`; another one may."""

    def __init__(self, text: str, path: str = "") -> None:
        super().__init__(text)
        self.path = path


class OutputError(EngineError):
    """A result cannot be written where it was asked for."""

    kind = "output"


class ModelError(EngineError):
    """A model folder is missing, damaged, or made for another task."""

    kind = "model"


class SlowModel(ModelError):
    """A model takes longer than it may."""


class StuckModel(SlowModel):
    """A model does not end and cannot be stopped: a thread of this process goes on with it."""


class DeviceError(EngineError):
    """The asked-for device or runtime is not there."""

    kind = "device"


class Cancelled(EngineError):
    """The run was cancelled; nothing that looks finished was left behind."""

    kind = "cancelled"
