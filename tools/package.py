# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds dist/lwganet_qgis-VERSION.zip: the plugin folder with its links followed.

Usage: python3 tools/package.py [FOLDER FOR THE ZIP]
"""

from __future__ import annotations

import configparser
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "lwganet_qgis"
LARGEST = 25_000_000
"""Bytes that plugins.qgis.org takes."""
ENGINE = ("processor.lock", "uv.lock", "sizes.json", "tiny.onnx", "tiny.json")
NEEDED = ("__init__.py", "metadata.txt", "LICENSE", "core/worker.py", "core/launch.py",
          *(f"resources/engine/{name}" for name in ENGINE))  # fmt: skip
LEFT_OUT_FOLDERS = {"__pycache__", "tests", "samples", ".git"}
LEFT_OUT = {"models/train.py", "models/training", "models/recipes"}
"""Training is begun from the source tree, never from QGIS."""
LEFT_OUT_SUFFIXES = {".pyc", ".pyo", ".xml~", ".log", ".pth", ".ts"}
DATE = (2026, 1, 1, 0, 0, 0)
"""One date for all files: the same sources give the same zip."""


def files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, followlinks=True):
        inside = Path(place).relative_to(folder)
        folders[:] = sorted(name for name in folders if name not in LEFT_OUT_FOLDERS and _goes(inside / name))
        for name in sorted(filter(lambda name: _goes(inside / name), names)):
            if Path(name).suffix not in LEFT_OUT_SUFFIXES and not name.startswith("."):
                yield Path(place) / name


def _goes(path: Path) -> bool:
    return path.as_posix() not in LEFT_OUT


def version() -> str:
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def needed() -> list[str]:
    """What the zip must hold: translations are built, so a forgotten `make` would leave them out."""
    sources = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
    return [*NEEDED, *(f"resources/i18n/{path.stem}.qm" for path in sources)]


def build(target_folder: Path) -> Path:
    target_folder.mkdir(parents=True, exist_ok=True)
    target = target_folder / f"{PLUGIN}-{version()}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files(ROOT / PLUGIN):
            entry = zipfile.ZipInfo(path.relative_to(ROOT).as_posix(), DATE)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
        names = archive.namelist()
    missing = [name for name in needed() if f"{PLUGIN}/{name}" not in names]
    if missing:
        raise SystemExit(f"{target} lacks {', '.join(missing)}")
    size = target.stat().st_size
    if size > LARGEST:
        raise SystemExit(f"{target} has {size:,} bytes; plugins.qgis.org takes {LARGEST:,}")
    print(f"{target}: {len(names)} files, {size:,} bytes")
    return target


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist")
