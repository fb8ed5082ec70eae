# SPDX-License-Identifier: GPL-3.0-or-later
"""What every job is: a record that names its tool and the kind of its result."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

Result = TypeVar("Result", covariant=True)


class Job(Generic[Result]):
    """Base of all jobs: one run, whole. Zero, -1, None or "" stand for the model card's own value."""

    TOOL: ClassVar[str]
    """Its name: that of the job's, the task's and the algorithm's file."""
    RESULT: ClassVar[type]
    WRITES: ClassVar[bool] = True
    """Whether it is for what it writes; else its figures are a result."""
