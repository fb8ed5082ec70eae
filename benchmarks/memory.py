# SPDX-License-Identifier: GPL-3.0-or-later
"""Peak memory of a large segmentation: ``python benchmarks/memory.py [SIDE]``.

A sample is mirrored into a virtual raster of SIDE x SIDE pixels (16,000 by default) and segmented
through qgis_process. Printed: seconds, and the highest memory that QGIS and the engine held at the
same time (resident set, sampled ten times a second).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "samples" / "dubai_tile8.tif"
SAMPLE_SIDE = 1024


def mirrored(side: int, target: Path) -> None:
    """A VRT of the sample, repeated; every other copy is mirrored by reading a mirrored copy."""
    from osgeo import gdal

    gdal.UseExceptions()
    source = gdal.Open(str(SAMPLE))
    pixels = source.ReadAsArray()
    copies = {}
    for down in (1, -1):
        for across in (1, -1):
            path = target.with_name(f"copy{down}{across}.tif")
            copy = gdal.GetDriverByName("GTiff").Create(
                str(path), SAMPLE_SIDE, SAMPLE_SIDE, 3, gdal.GDT_Byte, ["TILED=YES"]
            )
            copy.WriteArray(pixels[:, ::down, ::across])
            copies[down, across] = path
            copy = None
    bands = ""
    for band in (1, 2, 3):
        parts = ""
        for y in range(0, side, SAMPLE_SIDE):
            for x in range(0, side, SAMPLE_SIDE):
                name = copies[1 - 2 * (y // SAMPLE_SIDE % 2), 1 - 2 * (x // SAMPLE_SIDE % 2)].name
                parts += (
                    f'<SimpleSource><SourceFilename relativeToVRT="1">{name}</SourceFilename>'
                    f"<SourceBand>{band}</SourceBand>"
                    f'<SrcRect xOff="0" yOff="0" xSize="{SAMPLE_SIDE}" ySize="{SAMPLE_SIDE}"/>'
                    f'<DstRect xOff="{x}" yOff="{y}" xSize="{SAMPLE_SIDE}" ySize="{SAMPLE_SIDE}"/></SimpleSource>'
                )
        color = ("Red", "Green", "Blue")[band - 1]
        bands += (
            f'<VRTRasterBand dataType="Byte" band="{band}"><ColorInterp>{color}</ColorInterp>{parts}</VRTRasterBand>'
        )
    frame = "<SRS>EPSG:32640</SRS><GeoTransform>300000, 0.6, 0, 2800000, 0, -0.6</GeoTransform>"
    target.write_text(f'<VRTDataset rasterXSize="{side}" rasterYSize="{side}">{frame}{bands}</VRTDataset>')


def resident(pid: int) -> int:
    """Bytes held by a process and all its descendants."""
    total = 0
    try:
        total += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += sum(resident(int(child)) for child in (task / "children").read_text().split())
    except OSError:
        return total  # it ended meanwhile
    return total


def main() -> None:
    side = int(sys.argv[1]) if len(sys.argv) > 1 else 16_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plugins").mkdir()
        (folder / "plugins" / "lwganet_qgis").symlink_to(ROOT / "lwganet_qgis")
        mirrored(side, folder / "large.vrt")
        environment = {
            **os.environ, "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"), "QGIS_PLUGINPATH": str(folder / "plugins"),
            "LWGANET_ENGINE_PYTHON": str(ROOT / ".venv" / "bin" / "python"),
        }  # fmt: skip
        program = "qgis_process.bin" if Path("/usr/bin/qgis_process.bin").exists() else "qgis_process"
        subprocess.run([program, "plugins", "enable", "lwganet_qgis"], env=environment, check=True, capture_output=True)
        command = [
            program,
            "run",
            "lwganet:segmentimage",
            "--",
            f"INPUT={folder / 'large.vrt'}",
            f"OUTPUT={folder / 'o.tif'}",
        ]
        started, peak = time.monotonic(), 0
        with (folder / "log").open("w") as log:
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
            while process.poll() is None:
                peak = max(peak, resident(process.pid))
                time.sleep(0.1)
        print((folder / "log").read_text()[-1500:])
        seconds = time.monotonic() - started
        print(f"{side} x {side}: {seconds:.0f} s, peak {peak / 1e9:.2f} GB, exit code {process.returncode}")


if __name__ == "__main__":
    main()
