# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools on the sample rasters, as a user of qgis_process would run them.

Makes a fresh QGIS profile in build/demo/profile, runs what resources/samples/samples.json lists,
checks that results lie on their input's grid, and draws a picture of each.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
TARGET = ROOT / "build" / "demo"
ALGORITHMS = {
    "classification": "lwganet:classifyscenes",
    "segmentation": "lwganet:segmentimage",
    "change": "lwganet:detectchange",
    "detection": "lwganet:detectobjects",
}
SHOWN = ("Model:", "Device:", "Area:", "Time:", "Features:", "  ")

gdal.UseExceptions()
ogr.UseExceptions()


def qgis_process() -> str:
    """The 3.22 wrapper of Debian passes an option that the program refuses; go past it."""
    for name in ("qgis_process.bin", "qgis_process"):
        found = shutil.which(name, path="/usr/bin:/bin")
        if found:
            return found
    raise SystemExit("qgis_process is missing; run make setup")


def environment() -> dict[str, str]:
    plugins = TARGET / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "lwganet_qgis").symlink_to(ROOT / "lwganet_qgis")
    runtime = TARGET / "runtime"
    runtime.mkdir(mode=0o700)
    return {
        **os.environ,
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
        "QGIS_CUSTOM_CONFIG_PATH": str(TARGET / "profile"),
        "QGIS_PLUGINPATH": str(plugins),
        "LWGANET_ENGINE_PYTHON": os.environ.get("LWGANET_ENGINE_PYTHON") or str(ROOT / ".venv" / "bin" / "python"),
    }


def run(command: list[str], environ: dict[str, str]) -> str:
    done = subprocess.run(command, env=environ, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def outputs(sample: dict[str, Any]) -> dict[str, Path]:
    name = sample["name"]
    html = {"OUTPUT_HTML": TARGET / f"{name}.html"}
    if sample["task"] in ("classification", "detection"):
        return {"OUTPUT": TARGET / f"{name}.gpkg", **html}
    score = "CONFIDENCE" if sample["task"] == "segmentation" else "PROBABILITY"
    return {
        "OUTPUT": TARGET / f"{name}.tif",
        score: TARGET / f"{name}_{score.lower()}.tif",
        "POLYGONS": TARGET / f"{name}_polygons.gpkg",
        **html,
    }


def grid(path: Path) -> tuple[Any, ...]:
    dataset = gdal.Open(str(path))
    reference = dataset.GetSpatialRef()
    return (
        dataset.RasterXSize,
        dataset.RasterYSize,
        dataset.GetGeoTransform(can_return_null=True),
        reference.ExportToWkt() if reference else "",
    )


def check(source: Path, results: dict[str, Path]) -> None:
    """Rasters on the grid of their input, vectors in its CRS."""
    raster = gdal.Open(str(source))
    reference = raster.GetSpatialRef()
    for path in results.values():
        if path.suffix == ".tif" and grid(path) != grid(source):
            raise SystemExit(f"{path} does not lie on the grid of {source}: {grid(path)} {grid(source)}")
        if path.suffix == ".gpkg":
            vector = ogr.Open(str(path))  # layers die with it
            found = vector.GetLayer(0).GetSpatialRef()
            if reference is not None and (found is None or not found.IsSame(reference)):
                raise SystemExit(f"{path} has another CRS than {source}")


def main() -> int:
    shutil.rmtree(TARGET, ignore_errors=True)
    environ = environment()
    program = qgis_process()
    run([program, "plugins", "enable", "lwganet_qgis"], environ)
    samples = json.loads((SAMPLES / "samples.json").read_text(encoding="utf-8"))["samples"]
    for sample in samples:
        results = outputs(sample)
        inputs = {name: SAMPLES / path for name, path in sample["inputs"].items()}
        arguments = {**inputs, "MODEL": sample["model"], **sample.get("parameters", {}), **results}
        started = time.monotonic()
        said = run(
            [program, "run", ALGORITHMS[sample["task"]], "--", *(f"{k}={v}" for k, v in arguments.items())], environ
        )
        took = time.monotonic() - started
        check(next(iter(inputs.values())), results)
        print(f"\n{sample['title']}  ({took:.1f} s with the start of QGIS)")
        print("\n".join(line for line in said.splitlines() if line.startswith(SHOWN)))
        picture = TARGET / f"{sample['name']}.png"
        drawing = {"sample": sample, "inputs": {k: str(v) for k, v in inputs.items()}, "picture": str(picture)}
        drawing["results"] = {k: str(v) for k, v in results.items()}
        run(["/usr/bin/python3", str(ROOT / "demo" / "render.py"), json.dumps(drawing)], environ)
        print(f"  -> {picture.relative_to(ROOT)}, {', '.join(path.name for path in results.values())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
