# SPDX-License-Identifier: GPL-3.0-or-later
"""Many runs in one QGIS: ``python benchmarks/many_runs.py [RUNS]`` with the system's Python, 200 by default.

Three tools take turns on a sample raster, every tenth run fails on purpose. Printed, after the first tenth (by then all
is loaded) and at the end: resident memory, open file handles, threads, child processes, and files that are left in
folders for temporary files.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"


def turns(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Endless: tool and parameters. Results replace those of the turn before."""
    targets = {"OUTPUT": folder / "map.tif", "POLYGONS": folder / "map.gpkg"}
    image = {"INPUT": SAMPLES / "sentinel2_scene.tif"}
    pair = {"BEFORE": SAMPLES / "naip_2009.tif", "AFTER": SAMPLES / "naip_2014.tif", "BANDS": "1,2,3"}
    small = {"EXTENT": "", "OUTPUT_HTML": folder / "page.html"}
    number = 0
    while True:
        number += 1
        if number % 10 == 0:
            yield "segmentimage", {"INPUT": SAMPLES / "dubai_tile8.tif", "TILE_SIZE": "500", **targets}  # no multiple
        elif number % 3 == 0:
            yield "detectchange", {**pair, **targets, "PROBABILITY": folder / "p.tif"}
        elif number % 3 == 1:
            yield "classifyscenes", {**image, **small, "OUTPUT": folder / "scenes.gpkg"}
        else:
            yield "checkpair", {"BEFORE": pair["BEFORE"], "AFTER": pair["AFTER"], "OUTPUT_HTML": folder / "c.html"}


def measured(folder: Path) -> dict[str, int]:
    gc.collect()
    process = Path("/proc/self")
    pages = int((process / "statm").read_text().split()[1])
    children = (process / "task" / str(os.getpid()) / "children").read_text().split()
    beside = [path for path in folder.iterdir() if path.name.startswith(".")]
    left = [path for path in Path(tempfile.gettempdir()).rglob("*lwganet*")]
    return {
        "memory (MB)": round(pages * resource.getpagesize() / 1e6), "handles": len(os.listdir(process / "fd")),
        "threads": len(os.listdir(process / "task")), "child processes": len(children),
        "files left in temporary folders": len(left), "hidden files beside results": len(beside),
    }  # fmt: skip


def run_all(count: int, folder: Path) -> None:
    import processing
    from qgis.core import QgsProcessingException

    failed, first = 0, {}
    for number, (tool, given) in enumerate(turns(folder), 1):
        try:
            processing.run(f"lwganet:{tool}", {name: str(value) for name, value in given.items()})
        except QgsProcessingException:
            failed += 1
        if number == count // 10:
            first = measured(folder)
        if number == count:
            break
    last = measured(folder)
    print(f"runs: {count}, {failed} of them failing on purpose")
    for name, value in last.items():
        print(f"{name}: {first[name]} after {count // 10} runs, {value} after {count}")
    assert failed == count // 10, failed


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        os.environ.update(
            QT_QPA_PLATFORM="offscreen", QGIS_CUSTOM_CONFIG_PATH=str(scratch / "profile"), TMPDIR=str(scratch / "tmp"),
            LWGANET_ENGINE_PYTHON=str(ROOT / ".venv" / "bin" / "python"),
        )  # fmt: skip
        for folder in ("tmp", "results", "plugins"):
            (scratch / folder).mkdir()
        tempfile.tempdir = None  # asks the environment again
        (scratch / "plugins" / "lwganet_qgis").symlink_to(ROOT / "lwganet_qgis")
        sys.path[:0] = [str(scratch / "plugins"), "/usr/share/qgis/python/plugins"]
        from qgis.core import QgsApplication

        QgsApplication.setPrefixPath("/usr", True)
        application = QgsApplication([], False)
        application.initQgis()
        from processing.core.Processing import Processing

        Processing.initialize()
        import lwganet_qgis

        plugin = lwganet_qgis.classFactory(None)
        plugin.initProcessing()
        run_all(count, scratch / "results")
    sys.stdout.flush()
    os._exit(0)  # QGIS's objects may crash while Python takes itself apart


if __name__ == "__main__":
    main()
