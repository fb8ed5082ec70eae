# SPDX-License-Identifier: GPL-3.0-or-later
"""What a runtime has shown of itself."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import number, text
from ...records.record import entry


@dataclass(frozen=True)
class RuntimeTrial:
    """A tiny network, run by one runtime on one device."""

    runtime: str = entry(text)
    """e.g. ``ONNX Runtime 1.31.1``."""
    device: str = entry(text)
    """As the tools' device parameter has it, and its name where there is one: ``cuda:0 NVIDIA T4``."""
    provider: str = entry(text)
    """That really ran."""
    milliseconds: float = entry(number)
    """Of the fastest of some runs."""
    difference: float = entry(number)
    """The largest from the numbers that it should give."""
    problem: str = entry(text)
    """Why it does not count; empty: it works."""
