# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/reliability.md: what the tests of odd rasters and of faults found, and what many runs in one QGIS leave.

Runs the tests and the benchmark; `make reliability`. A test that fails leaves the page as it is. With the word `engine`
only the part on setting up the engine is made anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reliability.md"
ENGINE_HEAD = "## Setting up the engine"
ENGINE, QGIS = (str(ROOT / name / "bin" / "python") for name in (".venv", ".venv-qgis"))


def rows(python: str, test: str, folder: Path) -> list[dict[str, str]]:
    """What the tests of a file recorded. Ends the program where one fails."""
    report = folder / f"{Path(test).stem}.xml"
    done = subprocess.run([python, "-m", "pytest", "-q", test, f"--junitxml={report}"], cwd=ROOT)
    if done.returncode:
        sys.exit(f"{test} failed; {PAGE.name} is left as it is")
    found = ElementTree.parse(report).iter("property")
    return [json.loads(entry.get("value") or "") for entry in found if entry.get("name") == "row"]


def table(entries: list[dict[str, str]]) -> str:
    heads = list(entries[0])
    lines = [heads, ["---"] * len(heads), *([entry[head] for head in heads] for entry in entries)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def many_runs() -> dict[str, str]:
    """Of benchmarks/many_runs.py."""
    script = str(ROOT / "benchmarks" / "many_runs.py")
    done = subprocess.run(["/usr/bin/python3", script], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    print(done.stdout)
    return dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)


def engine(scratch: Path) -> str:
    """The page's last part."""
    return f"""{ENGINE_HEAD}

What goes wrong while an engine is set up, injected one by one (`tests/qgis/test_setup_faults.py`), with uv and with
pip. An engine of an earlier version of the plugin is there each time. Windows and macOS are faked where that is said.

{table(rows(QGIS, "tests/qgis/test_setup_faults.py", scratch))}"""


def renew_engine() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        kept = PAGE.read_text(encoding="utf-8").split(ENGINE_HEAD)[0].rstrip()
        PAGE.write_text(f"{kept}\n\n{engine(Path(scratch))}", encoding="utf-8")


def main() -> None:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as scratch:
        rasters = rows(ENGINE, "tests/core/test_robustness.py", Path(scratch))
        faults = rows(QGIS, "tests/qgis/test_faults.py", Path(scratch))
        last = engine(Path(scratch))
    refused = [row for row in rasters if "refused" in row]
    mapped = [row for row in rasters if "refused" not in row]
    PAGE.write_text(
        f"""# Reliability

Made by `make reliability` from what the tests found. Each row of the tables, but for the one of 200 runs,
is a test that fails where the row would not be true.

## Odd rasters

{len(mapped)} rasters of other projects' test suites (`tests/data/README.md`), each through segmentation with polygons,
change against itself, classification and detection. *Grid*: size, CRS, geotransform, ground control points and RPCs of
the result are the input's. *Nodata*: pixels without data, the same in result and input, as GDAL's masks have them.
*Area*: of the pixels with data, against the sum of their outlines' areas on the ellipsoid (pyproj). *Polygons*: burnt
with GDAL they give the class raster again.

{table(mapped)}
Refused, by each tool, with nothing left behind:

{table(refused)}
## Faults

Results of an earlier run stand where those of the new one shall be.

{table(faults)}
## 200 runs in one QGIS

{table([many_runs()])}
{last}""",
        encoding="utf-8",
    )


if __name__ == "__main__":
    renew_engine() if sys.argv[1:] == ["engine"] else main()
