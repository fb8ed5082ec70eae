# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the engine works here: a tiny network by every runtime on every device, against numbers that are known."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version

from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.warp import transform

from ..jobs.check import CheckJob, CheckResult, Version
from ..sessions.trial import trials
from .parts.run import Run, Task

PACKAGES = ("numpy", "rasterio", "shapely", "onnxruntime", "onnxruntime-gpu", "onnxruntime-directml", "onnx", "torch",
            "safetensors", "scikit-learn")  # fmt: skip


def run(job: CheckJob, run: Run) -> CheckResult:
    found = []
    for trial in trials():
        run.report.check()
        found.append(trial)
    return CheckResult(
        python=sys.executable,
        versions=(Version("python", ".".join(map(str, sys.version_info[:3]))), *_versions()),
        trials=tuple(found),
        processors=os.cpu_count() or 1,
        memory_free=_memory_free(),
        projections=_projects(),
    )


def _versions() -> list[Version]:
    found = []
    for name in PACKAGES:
        try:
            found.append(Version(name, version(name)))
        except PackageNotFoundError:
            continue
    return found


def _projects() -> bool:
    try:
        (x,), (y,) = transform(CRS.from_epsg(4326), CRS.from_epsg(32633), [15.0], [0.0])
    except (RasterioError, ValueError):
        return False
    return bool(abs(x - 500_000) < 1 and abs(y) < 1)


def _memory_free() -> int:
    """Bytes that programs can have now; 0 where the system does not tell it simply."""
    try:
        with open("/proc/meminfo", encoding="ascii") as stream:
            for line in stream:
                if line.startswith("MemAvailable:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass  # Windows, macOS
    return _memory_free_on_windows()


def _memory_free_on_windows() -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ulong), ("load", ctypes.c_ulong)] + [
            (name, ctypes.c_ulonglong) for name in ("total", "free", "a", "b", "c", "d", "e")
        ]

    status = Status(length=ctypes.sizeof(Status))
    known = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
    return int(status.free) if known else 0


TASK = Task(CheckJob, run)
