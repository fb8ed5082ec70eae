# SPDX-License-Identifier: GPL-3.0-or-later
"""What takes the place of QGIS's own classes: it can be asked for anything, and says nothing."""

from __future__ import annotations

from typing import Any


class _Kind(type):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return StandIn()


class StandIn(metaclass=_Kind):
    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return StandIn()

    def __call__(self, *_: Any, **__: Any) -> Any:
        return StandIn()

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Any:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __or__(self, _: Any) -> Any:
        return self

    __ror__ = __and__ = __or__

    def __int__(self) -> int:
        return 0

    def __str__(self) -> str:
        return ""


def class_of(name: str) -> type:
    return _Kind(name, (StandIn,), {})
