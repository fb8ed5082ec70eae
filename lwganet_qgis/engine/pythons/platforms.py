# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between systems: names, and where things lie in an environment."""

from __future__ import annotations

import os
import platform as _platform
import sys
from dataclasses import dataclass
from pathlib import Path

_MACHINES = {"x86_64": "x86_64", "amd64": "x86_64", "arm64": "arm64", "aarch64": "arm64"}
_SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
_TAGS = {
    "linux-x86_64": tuple(f"manylinux_2_{minor}_x86_64" for minor in range(28, 16, -1))
    + ("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64"),
    "linux-aarch64": tuple(f"manylinux_2_{minor}_aarch64" for minor in range(28, 16, -1)) + ("manylinux2014_aarch64",),
    "windows-x86_64": ("win_amd64",),
    "macos-x86_64": tuple(f"macosx_{major}_0_x86_64" for major in range(14, 10, -1))
    + tuple(f"macosx_10_{minor}_x86_64" for minor in range(16, 8, -1))
    + tuple(f"macosx_{major}_0_universal2" for major in range(14, 10, -1))
    + tuple(f"macosx_10_{minor}_universal2" for minor in range(16, 8, -1)),
    "macos-arm64": tuple(f"macosx_{major}_0_{kind}" for kind in ("arm64", "universal2") for major in range(14, 10, -1)),
}


@dataclass(frozen=True)
class Platform:
    """`name` is as locks have it, e.g. ``linux-x86_64``."""

    name: str

    @property
    def windows(self) -> bool:
        return self.name.startswith("windows")

    @property
    def macos(self) -> bool:
        return self.name.startswith("macos")

    @property
    def tags(self) -> tuple[str, ...]:
        """Of wheels that run there, as pip calls them."""
        return _TAGS[self.name]

    def python_in(self, folder: Path) -> Path:
        """The Python of an environment."""
        return folder / "Scripts" / "python.exe" if self.windows else folder / "bin" / "python"

    def scripts_in(self, folder: Path) -> Path:
        return self.python_in(folder).parent

    def program(self, name: str) -> str:
        return f"{name}.exe" if self.windows else name


ALL = tuple(Platform(name) for name in _TAGS)


def here() -> Platform:
    """This computer; its name is of no lock where nothing is published for it."""
    system = _SYSTEMS.get(sys.platform, sys.platform)
    machine = _MACHINES.get(_platform.machine().lower(), _platform.machine().lower())
    if system == "linux" and machine == "arm64":
        machine = "aarch64"
    return Platform(f"{system}-{machine}")


def long_paths() -> bool:
    """Whether paths may be longer than 259 characters. Windows has to be told so."""
    if sys.platform != "win32":
        return True
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def c_runtime() -> bool:
    """Whether the C++ runtime that onnxruntime needs is there. Windows comes without it."""
    if sys.platform != "win32":
        return True
    folder = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
    return all((folder / name).exists() for name in ("vcruntime140.dll", "vcruntime140_1.dll", "msvcp140.dll"))
